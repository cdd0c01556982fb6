import { type CsvBody, columnsWhere, SAMPLE, saysOf } from './csvColumns';
import type { CsvLine } from './csvCells';
import { DAY_S } from './civilTime';
import {
  type DateOrder,
  type Detected,
  type MeterChoices,
  type StampAt,
  inferred,
  undecided,
} from './detection';
import { parseMonth, parseRange } from './periodCells';
import { detectDateOrder } from './csvTime';
import { localSeconds, parseStamp, type Stamp } from './stamps';
import { unitOfHeading } from './units';

/** Where billing periods stand: a month, two dates in a cell or in two columns, or one date that ends or begins them. */
export interface PeriodColumns {
  readonly kind: 'month' | 'range' | 'pair' | 'date';
  readonly startAt: number;
  /** The same column but for pairs. */
  readonly endAt: number;
  readonly heading: string;
  /** What the heading says of a single date. */
  readonly says: StampAt | null;
  readonly dateOrder: Detected<DateOrder>;
  readonly reason: string;
}

/** Periods longer than a week are bills or readings by hand, not intervals. */
const SHORTEST_S = 8 * DAY_S;
const LONGEST_S = 400 * DAY_S;

/**
 * Columns of billing periods; null where the lines are readings of an interval; `open` with the order of day and month
 * where one order makes them bills and the other readings of days.
 */
export function findPeriods(
  body: CsvBody,
  width: number,
  choices: MeterChoices,
): PeriodColumns | { readonly open: Detected<DateOrder> } | null {
  const { headings } = body;
  const lines = body.lines.slice(0, SAMPLE);
  const isAsked = choices.layout === 'billing-periods';
  const heading = (column: number): string => headings[column] ?? '';
  const isFree = (column: number): boolean => unitOfHeading(heading(column)).basis !== 'stated';
  const found = (
    kind: PeriodColumns['kind'],
    [startAt, endAt]: readonly [number, number],
    dateOrder: Detected<DateOrder>,
    reason: string,
  ): PeriodColumns => ({
    ...{ kind, startAt, endAt, dateOrder, reason },
    heading: kind === 'pair' ? `${heading(startAt)} ${heading(endAt)}` : heading(startAt),
    says: kind === 'date' ? saysOfDate(heading(startAt)) : null,
  });
  const [month] = columnsWhere(lines, width, (cell) => parseMonth(cell) !== null).filter(isFree);
  const stamps = columnsWhere(lines, width, (cell) => parseStamp(cell) !== null).filter(isFree);
  const none = inferred<DateOrder>('year-month-day', 'months have no day');
  if (month !== undefined && stamps.length === 0)
    return found('month', [month, month], none, 'each line has a month');
  const [range] = columnsWhere(lines, width, (cell) => parseRange(cell) !== null).filter(isFree);
  if (range !== undefined && stamps.length === 0) {
    const pairs = lines.flatMap(({ cells }) => {
      const both = parseRange(cells[range] ?? '');
      return both === null ? [] : [both];
    });
    return found(
      'range',
      [range, range],
      orderOfPairs(pairs, choices),
      'each line has the dates of a period',
    );
  }
  const pair = endsOf(stamps, heading, lines);
  if (pair !== null) {
    const pairs = pairsOf(lines, pair);
    const order = orderOfPairs(pairs, choices);
    const isLong = isAsked || asBills((one) => pairs.map(([a, b]) => lengthS(a, b, one)), order);
    if (isLong === null) return { open: order };
    return isLong ? found('pair', pair, order, 'each line has two dates, weeks apart') : null;
  }
  const [date] = stamps;
  if (date === undefined || stamps.length > 1) return null;
  const dates = lines.flatMap(({ cells }) => parseStamp(cells[date] ?? '') ?? []);
  if (dates.some(({ kind }) => kind === 'epoch')) return null;
  const order = orderOfDates(dates, choices);
  const isLong = isAsked || asBills((one) => stepsS(dates, one), order);
  if (isLong === null) return { open: order };
  return isLong ? found('date', [date, date], order, 'the dates lie weeks apart') : null;
}

const READING =
  /\b(read|reading|readings|bill|billed|billing|invoice|ablesung|ablesedatum|abgelesen|rechnung|stichtag|meteropname|relev[ée])\b/i;

/** A bill or a reading by hand closes its period. */
const saysOfDate = (heading: string): StampAt | null =>
  saysOf(heading) ?? (READING.test(heading.replaceAll('_', ' ')) ? 'end' : null);

/** Columns of the first and the last date of periods. */
function endsOf(
  stamps: readonly number[],
  heading: (column: number) => string,
  lines: readonly CsvLine[],
): readonly [number, number] | null {
  const [first, second] = stamps;
  if (first === undefined || second === undefined) return null;
  const start = stamps.find((column) => saysOf(heading(column)) === 'start');
  const end = stamps.find((column) => column !== start && saysOf(heading(column)) === 'end');
  if (start !== undefined && end !== undefined) return [start, end];
  // Without such headings: the later one of two columns.
  if (stamps.length > 2) return null;
  const year = (cell: string | undefined): number => parseStamp(cell ?? '')?.year ?? 0;
  return lines.every(({ cells }) => year(cells[first]) <= year(cells[second])) ? [first, second] : null;
}

function pairsOf(lines: readonly CsvLine[], [startAt, endAt]: readonly [number, number]) {
  return lines.flatMap(({ cells }): (readonly [Stamp, Stamp])[] => {
    const [start, end] = [parseStamp(cells[startAt] ?? ''), parseStamp(cells[endAt] ?? '')];
    return start === null || end === null ? [] : [[start, end]];
  });
}

const lengthS = (from: Stamp, to: Stamp, order: DateOrder): number =>
  (localSeconds(to, order) ?? NaN) - (localSeconds(from, order) ?? NaN);

/** Steps between neighbours in the file, forward whichever way it runs. */
function stepsS(dates: readonly Stamp[], order: DateOrder): number[] {
  const steps = dates.slice(1).map((to, at) => lengthS(dates[at]!, to, order));
  const backward = steps.filter((step) => step < 0).length;
  return backward * 2 > steps.length ? steps.map((step) => -step) : steps;
}

const isPeriod = (seconds: number): boolean => seconds >= SHORTEST_S && seconds <= LONGEST_S;

const BOTH = ['day-month-year', 'month-day-year'] as const;

/** True when most lengths are those of bills, false when they are not, null when that hangs on the order. */
function asBills(
  lengths: (order: DateOrder) => readonly number[],
  { value }: Detected<DateOrder>,
): boolean | null {
  const verdicts = (value === null ? BOTH : [value]).map((order) => {
    const all = lengths(order);
    return all.length > 0 && all.filter(isPeriod).length * 2 > all.length;
  });
  return verdicts.every((verdict) => verdict === verdicts[0]) ? verdicts[0]! : null;
}

function orderOfPairs(
  pairs: readonly (readonly [Stamp, Stamp])[],
  choices: MeterChoices,
): Detected<DateOrder> {
  return detectDateOrder(pairs.flat(), choices, () =>
    byLengths(pairs.flat(), (order) => pairs.map(([from, to]) => lengthS(from, to, order)), choices),
  );
}

function orderOfDates(dates: readonly Stamp[], choices: MeterChoices): Detected<DateOrder> {
  return detectDateOrder(dates, choices, () => byLengths(dates, (order) => stepsS(dates, order), choices));
}

/** The order under which more of the lengths are those of bills; the other way round days may follow each other. */
function byLengths(
  stamps: readonly Stamp[],
  lengths: (order: DateOrder) => readonly number[],
  { layout }: MeterChoices,
): Detected<DateOrder> {
  const [day, month] = BOTH.map((order) => lengths(order)) as [readonly number[], readonly number[]];
  const [dayFit, monthFit] = [day, month].map((all) => all.filter(isPeriod).length) as [number, number];
  const isDaily = (all: readonly number[]): boolean =>
    all.length > 0 && all.filter((step) => step === DAY_S).length * 2 > all.length;
  const { a, b } = stamps[0]!;
  const reason = `${a}/${b} may be day ${a} of month ${b} or the reverse`;
  const either = undecided<DateOrder>(reason, [
    { value: 'day-month-year', reason: isDaily(day) ? 'days in a row' : `day ${a}, month ${b}` },
    { value: 'month-day-year', reason: isDaily(month) ? 'days in a row' : `month ${a}, day ${b}` },
  ]);
  if (dayFit === monthFit) return either;
  if (layout !== 'billing-periods' && (isDaily(day) || isDaily(month))) return either;
  return inferred(
    dayFit > monthFit ? 'day-month-year' : 'month-day-year',
    'read the other way the periods do not follow each other',
  );
}
