import type { IssueLog } from '../issueLog';
import type { CsvLine } from './csvCells';
import { usualWidth, type CsvBody } from './csvColumns';
import { byCount, type DayColumns, dayColumnsOf, WIDE_COLUMNS } from './csvDayLabels';
import { isWhole, reportLength } from './csvRows';
import { DAY_S } from './civilTime';
import { isMissing, looksNumeric } from './numbers';
import { parseStamp } from './stamps';

/** A file with a day in each line, turned into one with a reading in each. */
export interface DayLines {
  readonly body: CsvBody;
  readonly dateHeading: string;
  readonly columns: DayColumns;
}

/** Lines above the first day in which its heading is looked for. */
const HEADING_REACH = 5;

const isValue = (cell: string): boolean => looksNumeric(cell) || isMissing(cell);

function dateColumn({ cells }: CsvLine): number {
  return cells.findIndex((cell) => parseStamp(cell)?.secondS === 0);
}

function isDayLine(line: CsvLine): boolean {
  const at = dateColumn(line);
  if (at < 0) return false;
  const values = line.cells.filter((cell, column) => column !== at && isValue(cell));
  return values.length >= WIDE_COLUMNS && values.some(looksNumeric);
}

/**
 * A day in each line: a date beside 24, 48, 96 … columns named by times of the day, numbered, or without a heading. null
 * when the lines are no days; a problem when they are and their columns make up none.
 */
export function findDays(
  lines: readonly CsvLine[],
  log: IssueLog,
): DayLines | { readonly problem: string; readonly line: number } | null {
  const dayLines = lines.filter(isDayLine);
  const firstAt = lines.findIndex(isDayLine);
  if (dayLines.length === 0 || dayLines.length * 2 < lines.length - firstAt) return null;
  const [first] = dayLines as [CsvLine];
  const width = usualWidth(dayLines);
  const heading = headingAbove(lines, firstAt);
  const named = heading?.line.cells.length ?? width;
  if (width > named) {
    const problem = `its lines have ${width} cells and the heading ${named}; perhaps a decimal comma in a file separated by commas`;
    return { line: first.line, problem };
  }
  const found = heading === null ? withoutHeading(dayLines, width) : heading.columns;
  if (found === null || 'problem' in found) {
    return {
      line: first.line,
      problem: found?.problem ?? 'its columns have no times of the day for a heading',
    };
  }
  const dateAt = dateColumn(first);
  if (new Set(dayLines.map(({ cells }) => cells[dateAt])).size * 20 < dayLines.length * 19) {
    return { line: first.line, problem: 'many dates stand on several lines; keep one flow of one meter' };
  }
  const columns = found.isCounted ? byClockWhereTold(found, dayLines) : found;
  const headings = heading?.line.cells ?? [];
  const dateHeading = headings[dateAt] ?? 'date';
  const others = Array.from({ length: width }, (_, column) => column).filter(
    (column) =>
      column !== dateAt && (column < columns.from || column >= columns.from + columns.labels.length),
  );
  const body: CsvBody = {
    headings: [
      dateHeading,
      columns.heading === '' ? 'value' : columns.heading,
      ...others.map((column) => headings[column] ?? ''),
    ],
    lines: lines
      .slice(firstAt)
      .flatMap((line) =>
        isWhole(line, width) ? readingsOf(line, dateAt, others, columns) : short(line, width, log),
      ),
  };
  return { body, dateHeading, columns };
}

function short(line: CsvLine, width: number, log: IssueLog): [] {
  reportLength(line, width, log);
  return [];
}

function headingAbove(lines: readonly CsvLine[], firstAt: number) {
  for (let at = firstAt - 1; at >= Math.max(0, firstAt - HEADING_REACH); at -= 1) {
    const columns = dayColumnsOf(lines[at]!.cells);
    if (columns !== null) return { line: lines[at]!, columns };
  }
  return null;
}

/** As many columns of numbers in a row as a day has intervals. */
function withoutHeading(dayLines: readonly CsvLine[], width: number): DayColumns | null {
  const isNumeric = Array.from({ length: width }, (_, column) =>
    dayLines.every(({ cells }) => isValue(cells[column] ?? '')),
  );
  const from = isNumeric.indexOf(true);
  const to = isNumeric.indexOf(false, from);
  const count = (to < 0 ? width : to) - from;
  const labels = Array.from({ length: count }, (_, column) => String(column + 1));
  const columns = from < 0 ? null : byCount(from, labels, `${count} columns of numbers`, '');
  // A number more than those of a day may be anything.
  return columns !== null && count * columns.stepS === DAY_S ? columns : null;
}

/**
 * Numbered columns count from midnight, unless days with a gap of one hour in the night, and none without a last hour, tell
 * that they follow the clock.
 */
function byClockWhereTold(columns: DayColumns, dayLines: readonly CsvLine[]): DayColumns {
  const { from, labels, stepS } = columns;
  const perHour = 3600 / stepS;
  if (labels.length * stepS !== DAY_S) return columns;
  const gaps = dayLines.map(({ cells }) => {
    const missing = labels.flatMap((_, column) => (isMissing(cells[from + column] ?? '') ? [column] : []));
    return missing.length === perHour && missing.at(-1)! - missing[0]! === perHour - 1 ? missing[0]! : null;
  });
  const inNight = gaps.some((gap) => gap !== null && gap * stepS <= 4 * 3600);
  const atEnd = gaps.includes(labels.length - perHour);
  return inNight && !atEnd
    ? {
        ...columns,
        isCounted: false,
        reason: `${columns.reason}, by the clock: the hour left out in spring is empty`,
      }
    : columns;
}

/** One line for each interval with something in its cell; of a line without a date one, to be named. */
function readingsOf(
  line: CsvLine,
  dateAt: number,
  others: readonly number[],
  { from, secondS, labels, isCounted }: DayColumns,
): CsvLine[] {
  const date = line.cells[dateAt] ?? '';
  const beside = others.map((column) => line.cells[column] ?? '');
  if (parseStamp(date) === null) return [{ line: line.line, cells: [date, '', ...beside] }];
  return secondS.flatMap((second, column) => {
    const text = line.cells[from + column] ?? '';
    if (isMissing(text)) return [];
    const ofDay = { secondS: second, isCounted, label: labels[column]! };
    return [{ line: line.line, ofDay, cells: [date, text, ...beside] }];
  });
}
