import Papa from 'papaparse';
import { settle, type Issue, type Outcome } from '../model/outcome';

export type CsvCell = string | number | boolean | null;

export interface CsvTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/**
 * Comma-separated text, RFC 4180, with a header. Missing values (null, NaN) are empty cells, never 0. Texts that a
 * spreadsheet would take for a formula are marked with an apostrophe.
 */
export function writeCsv(columns: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  const data = rows.map((row) =>
    row.map((cell) => (typeof cell === 'number' && !Number.isFinite(cell) ? null : cell)),
  );
  return `${Papa.unparse({ fields: [...columns], data }, { newline: '\n', escapeFormulae: true })}\n`;
}

/** A table with a header row; rows of another length and missing columns are listed by line. */
export function readCsv(text: string, fileName: string, needed: readonly string[] = []): Outcome<CsvTable> {
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  const parsed = Papa.parse<string[]>(body, { skipEmptyLines: 'greedy' });
  const [columns = [], ...rows] = parsed.data;
  const issues: Issue[] = [];
  const error = (code: string, where: string, message: string, remedy: string): void => {
    issues.push({ severity: 'error', code, source: fileName, where, message, remedy });
  };
  for (const name of needed) {
    if (!columns.includes(name))
      error('csv-column', 'line 1', `The column "${name}" is missing.`, 'Add it to the header.');
  }
  for (const one of parsed.errors.filter((found) => found.type === 'Quotes')) {
    error('csv-quotes', `line ${(one.row ?? 0) + 1}`, `${one.message}.`, 'Close the quotation marks.');
  }
  rows.forEach((row, index) => {
    if (row.length === columns.length) return;
    error(
      'csv-row-length',
      `line ${index + 2}`,
      `${row.length} cells where the header has ${columns.length}.`,
      'Check the separators.',
    );
  });
  return settle({ columns, rows }, issues);
}
