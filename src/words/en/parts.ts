/** What charts, dialogs and other parts say everywhere. */
export const parts = {
  opening: 'Opening …',
  close: 'Close',
  noData: 'no data',
  baseline: 'Baseline',
  toChart: 'Chart',
  toTable: 'Table',
  csv: 'CSV',
  csvOf: 'of {title}',
  tableOf: '{title}, table',
  everyValue: ', every {stride}th value',
  time: 'Time',
} as const;
