import { DAYS_OF_MONTH, HOURS_OF_YEAR } from '../model/commonYear';
import type { Issue } from '../model/outcome';
import { parseDecimal, type EpwLine } from './epwRows';

/** Hour of the common year (0-based, interval start) of a row's month, day and hour 1 to 24; NaN if there is none. */
function hourOfYear(cells: readonly string[]): number {
  const [month, day, hour] = [1, 2, 3].map((column) => parseDecimal(cells[column] ?? ''));
  if (month === undefined || day === undefined || hour === undefined) return NaN;
  const daysInMonth = DAYS_OF_MONTH[month - 1];
  if (daysInMonth === undefined || !Number.isInteger(day) || !Number.isInteger(hour)) return NaN;
  if (day < 1 || day > daysInMonth || hour < 1 || hour > 24) return NaN;
  let days = day - 1;
  for (let m = 0; m < month - 1; m += 1) days += DAYS_OF_MONTH[m]!;
  return days * 24 + hour - 1;
}

function isLeapDay(cells: readonly string[]): boolean {
  return parseDecimal(cells[1] ?? '') === 2 && parseDecimal(cells[2] ?? '') === 29;
}

function stamp(cells: readonly string[]): string {
  return `${cells[1] ?? ''}/${cells[2] ?? ''} hour ${cells[3] ?? ''}`.slice(0, 40);
}

/** Each row must follow its predecessor by one hour, so one lost row is one issue and not a year of them. */
function checkOrder(rows: readonly EpwLine[], source: string, issues: Issue[]): void {
  let previous = -1;
  for (const row of rows) {
    const hour = hourOfYear(row.cells);
    if (Number.isNaN(hour)) {
      issues.push({
        severity: 'error',
        code: 'epw-date',
        source,
        where: `line ${row.line}`,
        field: 'month, day, hour',
        value: stamp(row.cells),
        message: 'This is no hour of a year; hours count from 1 to 24.',
        remedy: 'Correct month, day and hour in columns 2 to 4 of this line.',
      });
      previous += 1;
      continue;
    }
    if (hour !== previous + 1) {
      issues.push({
        severity: 'error',
        code: hour > previous + 1 ? 'epw-hours-missing' : 'epw-hours-order',
        source,
        where: `line ${row.line}`,
        field: 'month, day, hour',
        value: stamp(row.cells),
        message:
          hour > previous + 1
            ? `${hour - previous - 1} hour(s) are missing before this line.`
            : 'This hour repeats or goes back behind the line before it.',
        remedy: 'Bring the rows into order, one for each hour from 1/1 hour 1 to 12/31 hour 24.',
      });
    }
    previous = hour;
  }
}

/** Rows of the common year: 29 February is left out with a note; anything but 8,760 hours in order is an error. */
export function selectCommonYear(
  all: readonly EpwLine[],
  source: string,
  issues: Issue[],
): readonly EpwLine[] {
  const rows = all.filter((row) => !isLeapDay(row.cells));
  const dropped = all.length - rows.length;
  if (dropped > 0) {
    issues.push({
      severity: 'note',
      code: 'epw-leap-day',
      source,
      field: 'row count',
      value: `${dropped}`,
      message: `${dropped} row(s) of 29 February are left out: a year here has 365 days.`,
      remedy: 'Nothing to do.',
    });
  }
  if (rows.length !== HOURS_OF_YEAR) {
    issues.push({
      severity: 'error',
      code: 'epw-row-count',
      source,
      field: 'row count',
      value: `${rows.length}`,
      message: `The file has ${rows.length} hourly rows; a year has 8760.`,
      remedy: 'Give one row for each hour of a whole year; see the hours listed as missing or out of order.',
    });
  }
  checkOrder(rows, source, issues);
  return rows;
}
