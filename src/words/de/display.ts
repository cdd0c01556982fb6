import type { Same } from '../catalogue';
import type { display as english } from '../en/display';

export const display: Same<typeof english> = {
  titles: {
    loading: 'Auslastung',
    voltage: 'Spannung',
    demandIntensity: 'Strombedarf',
    netExchange: 'Austausch mit dem Netz',
    annualIntensity: 'Strom im Jahr',
    difference: 'Differenz zur Ausgangslage',
    carbon: 'CO₂-Intensität',
    evidence: 'Woher die Daten kommen',
  },
  classes: {
    loading: 'gering|normal|nahe der Grenze|überlastet|stark überlastet',
    voltage: 'zu niedrig|niedrig|nahe Nennwert|hoch|zu hoch',
    demandIntensity: 'sehr gering|gering|mittel|erhöht|hoch|sehr hoch',
    netExchange: 'speist viel ein|speist ein|etwa ausgeglichen|bezieht|bezieht viel',
    annualIntensity: 'sehr gering|gering|mittel|erhöht|hoch|sehr hoch',
    difference: 'viel weniger|weniger|kaum verändert|mehr|viel mehr',
    carbon: 'sehr gering|gering|mittel|hoch|sehr hoch',
    evidence: 'gegeben|abgeleitet|angenommen',
  },
  limits: {
    loading: 'Anteil an Bemessungsleistung oder -strom; 120 % ist eine übliche Kurzzeitgrenze',
    voltage: 'EN 50160: 0,90 bis 1,10 der Nennspannung',
    fixed: 'feste Grenzen, gleich für jedes Gebiet und Szenario',
    evidence: 'Importbericht: 0 gegeben, 1 abgeleitet, 2 angenommen',
  },
};
