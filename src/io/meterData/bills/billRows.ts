import type { IssueLog } from '../../issueLog';
import type { BillLayout } from '../csvLayout';
import type { CsvLine } from '../csvCells';
import { isWhole, type MeterRow, reportLength, short } from '../csvRows';
import { looksNumeric } from '../numbers';
import { parseMonth, parseRange, wholeDayEnd } from '../periodCells';
import { parseStamp, type Stamp } from '../stamps';

/** A line with the date or dates of its period. */
export interface BillRow extends MeterRow {
  /** Where two dates stand; of a month the first of the next one. */
  readonly end: Stamp | null;
}

/** Lines that are whole and have their dates; the others are named and left out. */
export function readBillRows(layout: BillLayout, log: IssueLog): BillRow[] {
  const { body, width, periods, valueColumns, unitColumn } = layout;
  return body.lines.flatMap((line) => {
    if (!isWhole(line, width)) {
      reportLength(line, width, log);
      return [];
    }
    const dates = datesOf(line, layout);
    if (dates === null) {
      log.warning({
        code: 'meter-time-unreadable',
        where: `line ${line.line}`,
        field: 'time',
        value: short(line.cells[periods.startAt] ?? ''),
        message: 'This is no date, month or period; the row is left out.',
        remedy: 'Write the period as 2024-01-05 and 2024-02-04, or remove the row if it is no reading.',
      });
      return [];
    }
    const texts = valueColumns.map((column) => line.cells[column] ?? '');
    const unit = unitColumn === null ? null : (line.cells[unitColumn] ?? null);
    return [{ line, stamp: dates[0], end: dates[1], texts, numeric: texts.filter(looksNumeric), unit }];
  });
}

function datesOf(
  { cells }: CsvLine,
  { periods: { kind, startAt, endAt } }: BillLayout,
): readonly [Stamp, Stamp | null] | null {
  const text = cells[startAt] ?? '';
  if (kind === 'month') {
    const month = parseMonth(text);
    if (month === null) return null;
    const next =
      month.month === 12 ? { year: month.year + 1, month: 1 } : { ...month, month: month.month + 1 };
    return [firstOf(month), firstOf(next)];
  }
  if (kind === 'range') {
    const both = parseRange(text);
    return both === null ? null : [both[0], wholeDayEnd(both[1])];
  }
  const start = parseStamp(text);
  if (start === null || kind === 'date') return start === null ? null : [start, null];
  const end = parseStamp(cells[endAt] ?? '');
  return end === null ? null : [start, wholeDayEnd(end)];
}

const firstOf = ({ year, month }: { readonly year: number; readonly month: number }): Stamp => ({
  ...{ kind: 'year-month-day', year, a: month, b: 1, secondS: 0, offsetS: null, hasPoints: false },
});
