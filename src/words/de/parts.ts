import type { Same } from '../catalogue';
import type { parts as english } from '../en/parts';

export const parts: Same<typeof english> = {
  opening: 'Wird geöffnet …',
  close: 'Schließen',
  noData: 'keine Daten',
  ofOldInputs: 'Von den Eingaben vor dieser Änderung.',
  baseline: 'Ausgangslage',
  toChart: 'Diagramm',
  toTable: 'Tabelle',
  csv: 'CSV',
  csvOf: 'von {title}',
  tableOf: '{title}, Tabelle',
  everyValue: ', jeder {stride}. Wert',
  time: 'Zeit',
  landmarks: {
    label: '{name} zwischen Orientierungswerten',
    kinds: {
      norm: 'Norm',
      measured: 'gemessen',
      typology: 'typisches Gebäude',
      convention: 'Konvention',
    },
    above: 'darüber',
    below: 'darunter',
    at: 'genau da',
    within: 'innerhalb',
    outside: 'außerhalb',
    heatNeed: 'Benötigte Raumwärme',
    siteEnergy: 'Energieverbrauch, alle Energieträger',
  },
};
