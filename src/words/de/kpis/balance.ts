import type { KpiName } from './types';

const CARRIER = 'Energie dieses Trägers, die die Gebäude für Raumwärme und Warmwasser beziehen.';
const PRIMARY = 'Nicht erneuerbar: Energie, die das Gebiet als diesen Träger von außen bezieht, mal {1}.';

/** Energy, need and use of buildings, money and comfort. */
export const balance: Readonly<Record<string, KpiName>> = {
  electricityUse: {
    label: 'Stromverbrauch',
    definition:
      'Elektrische Energie aller Verbrauchszwecke in den Gebäuden, abzüglich dessen, was Autos und Batterien zurückgeben: Deren Verluste sind darin.',
  },
  gridImport: {
    label: 'Netzbezug',
    definition: 'Energie aus dem vorgelagerten Netz, Verluste eingeschlossen.',
  },
  gridExport: { label: 'Rückspeisung', definition: 'Energie, die ins vorgelagerte Netz zurückgeht.' },
  generation: { label: 'Photovoltaik', definition: 'Wechselstromenergie aller Dachanlagen.' },
  losses: {
    label: 'Netzverluste',
    definition: 'Aus Zweigströmen und Queradmittanzen, Leitungen und Transformatoren.',
  },
  fuel: { label: 'Gas, Öl und Fernwärme', definition: 'Gelieferte Energie außer Strom.' },
  lossShare: {
    label: 'Netzverluste, Anteil',
    definition: 'Verluste der Leitungen und Transformatoren, bezogen auf Netzbezug und Erzeugung zusammen.',
  },
  selfConsumption: {
    label: 'Eigenverbrauchsanteil',
    definition:
      'sum min(g, l + charge)/sum g: der Anteil der Energie der Photovoltaik, den das Gebiet in dem Zeitschritt verbraucht oder speichert, in dem sie entsteht, wem die Anlagen auch gehören. SC sum(g) = SS sum(l). Aus Mittelwerten der Zeitschritte; kürzere Schritte geben weniger.',
  },
  selfSufficiency: {
    label: 'Autarkiegrad',
    definition:
      'sum min(g, l + charge)/sum l: dieselbe Energie als Anteil dessen, was die Verbrauchszwecke beziehen, ohne was Batterien aufnehmen. Aus Mittelwerten der Zeitschritte.',
  },
  curtailment: {
    label: 'Abregelung',
    definition: 'Energie der Photovoltaik, die nicht abgegeben werden durfte, bezogen auf die verfügbare.',
  },
  chargingUnserved: {
    label: 'Nicht geladene Energie',
    definition:
      'Energie, die Autos bei der Abfahrt noch fehlte, weil die Grenze ihrer Station keinen Platz dafür hatte, solange sie zu Hause standen; was am Jahresende noch offen ist, zählt nicht. 0, wo kein Auto eine solche Grenze einhält: Alle anderen Autos bekommen, was sie verlangen.',
  },
  heatNeed: {
    label: 'Heizwärmebedarf',
    definition:
      'Wärme in die Räume, um die Heiz-Solltemperaturen zu halten, vor jeder Anlage. Zusammen mit der Unterkühlung zu lesen.',
  },
  coolNeed: {
    label: 'Kühlbedarf',
    definition:
      'Wärme aus den gekühlten Räumen, um ihre Solltemperaturen zu halten, sensibel. Zusammen mit der Überhitzung zu lesen.',
  },
  hotWaterNeed: {
    label: 'Warmwasserbedarf',
    definition:
      'Wärme im gezapften Warmwasser, vor Speicher und Anlage. Was ein Speicher verliert, steckt in Verbrauch und Endenergie; Verluste der Rohre sind nicht modelliert.',
  },
  systemsUse: {
    label: 'Verbrauch der Heiz- und Kühlanlagen',
    definition:
      'Brennstoff, Fernwärme und Strom, die Heizung, Warmwasser und Kühlung aufnehmen, mit den Verlusten der Kessel und dem Gewinn der Wärmepumpen; Umweltwärme ist nicht gezählt.',
  },
  deliveredElectricity: {
    label: 'Bezogener Strom',
    definition:
      'Strom, den die Gebäude aus dem Netz beziehen, Zeitschritt für Zeitschritt nach ihrer eigenen Erzeugung.',
  },
  exportedElectricity: {
    label: 'Eingespeister Strom',
    definition:
      'Strom, den die Gebäude ins Netz einspeisen, Zeitschritt für Zeitschritt nach ihrem eigenen Verbrauch.',
  },
  'delivered-gas': { label: 'Geliefertes Gas', definition: CARRIER },
  'delivered-oil': { label: 'Geliefertes Öl', definition: CARRIER },
  'delivered-districtHeat': { label: 'Gelieferte Fernwärme', definition: CARRIER },
  primaryEnergy: {
    label: 'Primärenergie',
    definition:
      'Nicht erneuerbar: Netzbezug mal {1}, Gas {2}, Öl {3}, Fernwärme {4}; Einspeisung wird nicht gutgeschrieben.',
  },
  'primary-electricity': { label: 'Primärenergie: Netzbezug', definition: PRIMARY },
  'primary-gas': { label: 'Primärenergie: Gas', definition: PRIMARY },
  'primary-oil': { label: 'Primärenergie: Öl', definition: PRIMARY },
  'primary-districtHeat': { label: 'Primärenergie: Fernwärme', definition: PRIMARY },
  energyCost: {
    label: 'Energiekosten',
    definition:
      'Netzbezug des Gebiets, Verluste eingeschlossen, und andere Energie zu festen Preisen je Träger; Rückspeisung zum Einspeisepreis verkauft. Photovoltaik der Nachbarn wird verrechnet; ohne Kapital- und Netzkosten.',
  },
  underheating: {
    label: 'Unterkühlung',
    definition:
      'Kelvin der Raumluft unter der Heiz-Solltemperatur der Nutzung weniger 1 K, solange jemand da ist, über Stunden und Gebäude summiert. Die Solltemperaturen sind die des Gebäudetyps: Ein niedriger gestellter Thermostat zählt als kalt.',
  },
  overheating: {
    label: 'Überhitzung',
    definition:
      'Kelvin der Raumluft über der Kühl-Solltemperatur der Nutzung und 1 K, oder über 26 °C, wo nichts kühlt, solange jemand da ist, über Stunden und Gebäude summiert. Fenster werden nach Wetter und Uhr geöffnet und Jalousien so geschlossen, nicht nach dem Raum.',
  },
};
