import type { Same } from '../catalogue';
import type { worth as english } from '../en/worth';

export const worth: Same<typeof english> = {
  title: 'Bei mehreren Diskontsätzen',
  lead: 'Über {years} Jahre, zu drei Sätzen nebeneinander, vor Förderung. Preise, Energie und Emissionen bleiben wie im gerechneten Jahr; graue Emissionen sind nicht enthalten.',
  figure: 'Kennzahl',
  scenario: 'Szenario',
  rate: '{percent} %',
  inWords: 'In Worten',
  save: 'Diese Kennzahlen als CSV speichern',
  netPresentValue: 'Kapitalwert gegenüber dem Vergleichsszenario',
  costOfAvoidedCarbon: 'CO2-Vermeidungskosten',
  panels: 'Stromgestehungskosten der Photovoltaik',
  batteries: 'Gestehungskosten des Stroms aus den Batterien, ohne das Laden',
};
