import { isObject, property, type JsonObject } from './json';

/** The first rows of what a file lists, as text and as they stand. */
export interface FirstRows {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const MOST_ROWS = 3;
const MOST_COLUMNS = 6;
const MOST_LETTERS = 40;

export const firstRows = <Row>(list: readonly Row[]): readonly Row[] => list.slice(0, MOST_ROWS);

/** Members of the first records that are texts, numbers or yes and no; of nested ones there is nothing to show in a cell. */
export function tableOfRecords(records: readonly JsonObject[]): FirstRows {
  const shown = firstRows(records);
  const names = new Set<string>();
  for (const record of shown)
    for (const [name, value] of Object.entries(record)) if (isCell(value)) names.add(name);
  const columns = [...names].slice(0, MOST_COLUMNS);
  return {
    columns,
    rows: shown.map((record) => columns.map((name) => cellOf(property(record, name)))),
  };
}

/** The head of a table with a header, by the sign that parts most of its first line. */
export function tableOfLines(head: string): FirstRows {
  const lines = head
    .split(/\r?\n/, MOST_ROWS + 1)
    .filter((line, at) => at === 0 || line.trim() !== '')
    .map((line) => line.slice(0, 400));
  const [first = ''] = lines;
  const parts = (sign: string): number => first.split(sign).length;
  const sign = [',', ';', '\t'].reduce((best, one) => (parts(one) > parts(best) ? one : best));
  const cells = lines.map((line) =>
    line
      .split(sign)
      .slice(0, MOST_COLUMNS)
      .map((cell) => cellOf(cell.trim())),
  );
  return { columns: cells[0] ?? [], rows: cells.slice(1) };
}

/** Lines that hold anything, counted without taking the text apart. */
export function linesOf(text: string): number {
  let count = 0;
  let isFilled = false;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) {
      if (isFilled) count += 1;
      isFilled = false;
    } else if (code > 32) isFilled = true;
  }
  return isFilled ? count + 1 : count;
}

const isCell = (value: unknown): boolean =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';

function cellOf(value: unknown): string {
  if (!isCell(value) || isObject(value)) return '';
  const text = String(value);
  return text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - 1)}…` : text;
}
