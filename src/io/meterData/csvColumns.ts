import { type CsvLine, isDataRow } from './csvCells';
import {
  type Detected,
  confirmed,
  type MeterChoices,
  type StampAt,
  inferred,
  stated,
  undecided,
} from './detection';
import { isMissing, looksNumeric } from './numbers';
import { isDated } from './periodCells';
import { parseStamp, parseTimeOfDay } from './stamps';
import { directionsOfHeading, isOtherQuantity, isPower, unitOfHeading } from './units';

/** Headings and the lines below them. */
export interface CsvBody {
  readonly headings: readonly string[];
  readonly lines: readonly CsvLine[];
}

/** Where the time stands: one column, or a date with a time of day beside it. */
export interface TimeColumns {
  readonly stampAt: number;
  readonly timeAt: number | null;
  readonly heading: string;
  readonly says: StampAt | null;
}

const hasStamp = (line: CsvLine): boolean => line.cells.some(isDated);
const hasNumber = (line: CsvLine): boolean => line.cells.some(looksNumeric);
const namesUnit = (line: CsvLine): boolean =>
  line.cells.some((cell) => unitOfHeading(cell).basis === 'stated');

/**
 * Finds the heading: the last line above the readings that holds neither a stamp nor a number (a line of units below it
 * is joined to it). Lines above it are the portal's preamble. null when no line is a reading.
 */
export function findBody(lines: readonly CsvLine[]): CsvBody | null {
  const firstData = lines.findIndex((line) => isDataRow(line.cells));
  if (firstData < 0) return null;
  const width = lines[firstData]!.cells.length;
  let at = firstData - 1;
  while (at >= 0 && (hasStamp(lines[at]!) || (hasNumber(lines[at]!) && lines[at]!.cells.length === width)))
    at -= 1;
  const nearest = lines[at];
  if (nearest === undefined || nearest.cells.length < 2) {
    return { headings: numbered(width), lines: lines.slice(at + 1) };
  }
  const above = lines[at - 1];
  const isPair =
    above !== undefined &&
    above.cells.length === nearest.cells.length &&
    !hasNumber(above) &&
    !hasStamp(above);
  if (!isPair || (namesUnit(nearest) && namesUnit(above)))
    return { headings: nearest.cells, lines: lines.slice(at + 1) };
  if (namesUnit(nearest)) {
    const isUnitLine = nearest.cells.every((cell) => cell === '' || cell.split(/\s/).length < 3);
    const joined = nearest.cells.map((cell, column) => `${above.cells[column] ?? ''} ${cell}`.trim());
    const hasOwnNames = nearest.cells.filter((cell) => cell !== '').length > nearest.cells.length / 2;
    return { headings: isUnitLine && !hasOwnNames ? joined : nearest.cells, lines: lines.slice(at + 1) };
  }
  // The line above names the unit: it is the heading, and the nearer line is a row that cannot be read.
  return namesUnit(above)
    ? { headings: above.cells, lines: lines.slice(at) }
    : { headings: nearest.cells, lines: lines.slice(at + 1) };
}

const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `column ${index + 1}`);

/** The number of cells of most lines. */
export function usualWidth(lines: readonly CsvLine[]): number {
  const counts = new Map<number, number>();
  for (const { cells } of lines) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/** Lines that tell what a column holds. */
export const SAMPLE = 1000;

/** Columns of which more than half of the cells pass. */
export function columnsWhere(
  lines: readonly CsvLine[],
  width: number,
  passes: (cell: string) => boolean,
): number[] {
  const sample = lines.slice(0, SAMPLE);
  return Array.from({ length: width }, (_, column) => column).filter((column) => {
    let count = 0;
    for (const { cells } of sample) if (passes(cells[column] ?? '')) count += 1;
    return count * 2 > sample.length;
  });
}

const START = /\b(start|from|von|begin|beginn|beginning|ab|van|inizio|d[ée]but|since)\b/i;
const END = /\b(end|ending|ended|to|until|bis|ende|tot|fin|fine)\b/i;
const spaced = (heading: string): string => heading.replaceAll('_', ' ');

export function saysOf(heading: string): StampAt | null {
  const [start, end] = [START.test(spaced(heading)), END.test(spaced(heading))];
  return start === end ? null : start ? 'start' : 'end';
}

/** The time columns, or why they cannot be told. */
export function findTime(
  { headings, lines }: CsvBody,
  width: number,
): TimeColumns | { readonly problem: string } {
  const stamps = columnsWhere(lines, width, (cell) => parseStamp(cell) !== null).filter(
    (column) => unitOfHeading(headings[column] ?? '').basis !== 'stated',
  );
  const times = columnsWhere(lines, width, (cell) => parseTimeOfDay(cell) !== null);
  const heading = (column: number): string => headings[column] ?? '';
  if (stamps.length === 0) return { problem: 'no column holds time stamps' };
  const [date] = stamps;
  const isDateOnly = lines
    .slice(0, SAMPLE)
    .every(({ cells }) => (parseStamp(cells[date!] ?? '')?.secondS ?? 0) === 0);
  if (isDateOnly && times.length > 0) {
    const start = times.find((column) => saysOf(heading(column)) === 'start') ?? times[0]!;
    const says = times.length > 1 ? 'start' : saysOf(heading(start));
    return { stampAt: date!, timeAt: start, heading: `${heading(date!)} ${heading(start)}`, says };
  }
  const one = (column: number, says: StampAt | null): TimeColumns => ({
    stampAt: column,
    timeAt: null,
    heading: heading(column),
    says,
  });
  if (stamps.length === 1) return one(date!, saysOf(heading(date!)));
  const utc = stamps.find((column) => /\butc\b/i.test(spaced(heading(column))));
  if (utc !== undefined) return one(utc, saysOf(heading(utc)));
  const start = stamps.find((column) => saysOf(heading(column)) === 'start');
  if (start !== undefined) return one(start, 'start');
  return isPairOfEnds(lines, date!, stamps[1]!)
    ? one(date!, 'start')
    : { problem: `${stamps.map((column) => `"${heading(column)}"`).join(' and ')} hold time stamps` };
}

/** True when the second stamp always follows the first by the same time of the day. */
function isPairOfEnds(lines: readonly CsvLine[], first: number, second: number): boolean {
  const steps = new Set<number>();
  for (const { cells } of lines.slice(0, SAMPLE)) {
    const [a, b] = [parseStamp(cells[first] ?? ''), parseStamp(cells[second] ?? '')];
    if (a !== null && b !== null) steps.add((((b.secondS - a.secondS) % 86_400) + 86_400) % 86_400);
  }
  return steps.size === 1 && !steps.has(0);
}

/**
 * A column whose cells name the unit of their row, as some portals write it. A lone letter is a unit only under a heading
 * that says so: "W" is also how German load profiles mark a true reading.
 */
export function findUnitColumn({ headings, lines }: CsvBody, width: number): number | null {
  const found = columnsWhere(
    lines,
    width,
    (cell) => cell.length < 8 && unitOfHeading(cell).value !== null,
  ).filter(
    (column) =>
      /unit|einheit|uom|eenheid|unit[ée]/i.test(headings[column] ?? '') ||
      lines.slice(0, SAMPLE).every(({ cells }) => (cells[column] ?? '').length !== 1),
  );
  return found.length === 1 ? found[0]! : null;
}

/** The columns that hold the meter's values; several only where their headings tell their directions apart. */
export function findValues(
  { headings, lines }: CsvBody,
  width: number,
  time: TimeColumns,
  choices: MeterChoices,
  isBilled = false,
): Detected<readonly number[]> {
  const numeric = columnsWhere(
    lines,
    width,
    (cell) => (looksNumeric(cell) || isMissing(cell)) && parseTimeOfDay(cell) === null,
  ).filter(
    (column) =>
      column !== time.stampAt &&
      column !== time.timeAt &&
      lines.some(({ cells }) => looksNumeric(cells[column] ?? '')),
  );
  const heading = (column: number): string => headings[column] ?? '';
  if (choices.column !== undefined) {
    const asked = choices.column.trim().toLowerCase();
    const named = headings.findIndex((one) => one.toLowerCase() === asked);
    return named >= 0 && named !== time.stampAt && named !== time.timeAt
      ? confirmed([named])
      : undecided(`there is no value column "${choices.column}"`, offer(numeric, heading));
  }
  const energy = numeric.filter((column) => !isOtherQuantity(heading(column)));
  const withUnit = energy.filter((column) => unitOfHeading(heading(column)).basis === 'stated');
  // A bill counts energy; the power beside it is the largest of the period.
  const counted = isBilled ? withUnit.filter((column) => isEnergy(heading(column))) : [];
  const candidates = counted.length > 0 ? counted : withUnit.length > 0 ? withUnit : energy;
  if (candidates.length === 0)
    return undecided('no column holds numbers of energy or power', offer(numeric, heading));
  const [only] = candidates;
  if (candidates.length === 1)
    return inferred([only!], `the one column of energy or power is "${heading(only!)}"`);
  const ways = candidates.map((column) => directionsOfHeading(heading(column)));
  const asked = candidates.filter((_, at) => ways[at]!.length === 1 && ways[at]![0] === choices.direction);
  if (asked.length === 1) return stated(asked, `"${heading(asked[0]!)}" is the column of that direction`);
  const distinct = new Set(ways.map((way) => (way.length === 1 ? way[0] : undefined)));
  if (choices.direction === undefined && !distinct.has(undefined) && distinct.size === candidates.length) {
    return stated(candidates, `the headings name their directions`);
  }
  return undecided(`${candidates.length} columns may hold the values`, offer(candidates, heading));
}

function isEnergy(heading: string): boolean {
  const unit = unitOfHeading(heading).value;
  return unit !== null && !isPower(unit);
}

const offer = (columns: readonly number[], heading: (column: number) => string) =>
  columns.map((column) => ({ value: [column], reason: `"${heading(column)}"` }));
