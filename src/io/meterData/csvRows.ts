import type { IssueLog } from '../issueLog';
import { type CsvLine, placeOf } from './csvCells';
import type { Layout } from './csvLayout';
import { type StampedLine, stampOf } from './csvTime';
import { looksNumeric } from './numbers';

/** A line whose stamp can be read, with the texts of its value columns. */
export interface MeterRow extends StampedLine {
  readonly texts: readonly string[];
  /** Those of the texts that look like numbers. */
  readonly numeric: readonly string[];
  /** What the unit column says on this line; null when there is none. */
  readonly unit: string | null;
}

/** Lines that are whole and have a stamp; the others are named and left out. */
export function readRows(layout: Layout, log: IssueLog): MeterRow[] {
  const rows: MeterRow[] = [];
  for (const line of layout.body.lines) {
    if (!isWhole(line, layout.width)) {
      reportLength(line, layout.width, log);
      continue;
    }
    const stamp = stampOf(line, layout.time);
    if (stamp === null) {
      log.warning({
        code: 'meter-time-unreadable',
        where: placeOf(line),
        field: 'time',
        value: short(line.cells[layout.time.stampAt] ?? ''),
        message: 'This is no time stamp; the row is left out.',
        remedy: 'Write the time as 2024-01-31T00:15, or remove the row if it is no reading.',
      });
      continue;
    }
    const texts = layout.valueColumns.map((column) => line.cells[column] ?? '');
    rows.push({
      line,
      stamp,
      texts,
      numeric: texts.filter(looksNumeric),
      unit: layout.unitColumn === null ? null : (line.cells[layout.unitColumn] ?? null),
    });
  }
  return rows;
}

/** As many cells as most rows, but for empty ones at the end. */
export function isWhole({ cells }: CsvLine, width: number): boolean {
  return cells.length === width || (cells.length > width && cells.slice(width).every((cell) => cell === ''));
}

export function reportLength(line: CsvLine, width: number, log: IssueLog): void {
  log.warning({
    code: 'meter-row-length',
    where: `line ${line.line}`,
    field: 'row',
    value: short(line.cells.join(' ')),
    message: `${line.cells.length} cells where most rows have ${width}; the row is left out.`,
    remedy: 'Check the separators, and quotes around values with a decimal comma.',
  });
}

export const short = (text: string): string => (text.length > 40 ? `${text.slice(0, 39)}…` : text);
