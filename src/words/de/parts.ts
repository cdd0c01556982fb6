import type { Same } from '../catalogue';
import type { parts as english } from '../en/parts';

export const parts: Same<typeof english> = {
  opening: 'Wird geöffnet …',
  close: 'Schließen',
  noData: 'keine Daten',
  baseline: 'Ausgangslage',
  toChart: 'Diagramm',
  toTable: 'Tabelle',
  csv: 'CSV',
  csvOf: 'von {title}',
  tableOf: '{title}, Tabelle',
  everyValue: ', jeder {stride}. Wert',
  time: 'Zeit',
};
