import type { CsvLine } from './csvCells';
import type { TimeColumns } from './csvColumns';
import { DAY_S } from './civilTime';
import {
  type DateOrder,
  type Detected,
  type MeterChoices,
  type StampAt,
  assumed,
  confirmedOr,
  inferred,
  stated,
  undecided,
} from './detection';
import { localSeconds, parseStamp, parseTimeOfDay, type Stamp } from './stamps';

/** A line with its stamp, the time of day from its own column added. */
export interface StampedLine {
  readonly line: CsvLine;
  readonly stamp: Stamp;
}

/** The stamp of a line; null when it cannot be read. */
export function stampOf(line: CsvLine, time: TimeColumns): Stamp | null {
  const stamp = parseStamp(line.cells[time.stampAt] ?? '');
  if (stamp !== null && line.ofDay !== undefined) return { ...stamp, secondS: line.ofDay.secondS };
  if (stamp === null || time.timeAt === null) return stamp;
  const ofDay = parseTimeOfDay(line.cells[time.timeAt] ?? '');
  return ofDay === null
    ? null
    : { ...stamp, secondS: ofDay.secondS, offsetS: ofDay.offsetS ?? stamp.offsetS };
}

/** Day before month or after it, from all stamps at once; where no number goes beyond 12, by `otherwise`. */
export function detectDateOrder(
  stamps: readonly Stamp[],
  choices: MeterChoices,
  otherwise: (open: readonly Stamp[]) => Detected<DateOrder> = bySteps,
): Detected<DateOrder> {
  return confirmedOr(choices.dateOrder, () => {
    const open = stamps.filter((stamp) => stamp.kind === 'two-first');
    if (open.length === 0) {
      const isEpoch = stamps.length > 0 && stamps.every((stamp) => stamp.kind === 'epoch');
      return isEpoch
        ? stated('epoch', 'seconds or milliseconds since 1970')
        : stated('year-month-day', 'the year or a month name stands first');
    }
    if (open.every((stamp) => stamp.hasPoints))
      return stated('day-month-year', 'dates with points are day first');
    const dayFirst = open.filter((stamp) => stamp.a > 12).length;
    const monthFirst = open.filter((stamp) => stamp.b > 12).length;
    if (dayFirst > 20 * monthFirst) return inferred('day-month-year', 'the first number goes beyond 12');
    if (monthFirst > 20 * dayFirst) return inferred('month-day-year', 'the second number goes beyond 12');
    return otherwise(open);
  });
}

/** The order under which the stamps follow each other evenly: across midnight the other one jumps by a month. */
function bySteps(stamps: readonly Stamp[]): Detected<DateOrder> {
  const orders = ['day-month-year', 'month-day-year'] as const;
  const [day, month] = orders.map((order) => {
    const seconds = stamps.map((stamp) => localSeconds(stamp, order) ?? NaN);
    let uneven = 0;
    for (let i = 1; i < seconds.length; i += 1)
      if (!(Math.abs(seconds[i]! - seconds[i - 1]!) <= DAY_S)) uneven += 1;
    return uneven;
  }) as [number, number];
  if (stamps.every((stamp) => stamp.a === stamp.b))
    return inferred('day-month-year', 'day and month are the same number');
  if (day < month) return inferred('day-month-year', 'read the other way the days do not follow each other');
  if (month < day) return inferred('month-day-year', 'read the other way the days do not follow each other');
  const { a, b } = stamps[0]!;
  return undecided(`${a}/${b} may be day ${a} of month ${b} or the reverse`, [
    { value: 'day-month-year', reason: `day ${a}, month ${b}` },
    { value: 'month-day-year', reason: `month ${a}, day ${b}` },
  ]);
}

/** Share of the steps that must be of one length for the interval to be told from the file alone. */
const LEAST_SHARE = 0.5;

/** The step between most neighbouring stamps. `seconds` in file order. */
export function detectInterval(seconds: readonly number[], choices: MeterChoices): Detected<number> {
  return confirmedOr(choices.intervalS, () => {
    const sorted = [...new Set(seconds)].sort((a, b) => a - b);
    const counts = new Map<number, number>();
    for (let i = 1; i < sorted.length; i += 1) {
      const step = sorted[i]! - sorted[i - 1]!;
      counts.set(step, (counts.get(step) ?? 0) + 1);
    }
    const ranked = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
    const [best] = ranked;
    if (best === undefined) return undecided('there is no second time stamp to tell the interval from');
    const share = best[1] / (sorted.length - 1);
    const reason = `${best[1]} of ${sorted.length - 1} steps are ${intervalText(best[0])}`;
    const others = ranked.slice(1, 3).map(([value, count]) => ({ value, reason: `${count} steps` }));
    return share >= LEAST_SHARE
      ? inferred(best[0], reason)
      : undecided(reason, [{ value: best[0], reason: `${best[1]} steps` }, ...others]);
  });
}

export function intervalText(intervalS: number): string {
  if (intervalS % DAY_S === 0) return `${intervalS / DAY_S} d`;
  if (intervalS % 3600 === 0) return `${intervalS / 3600} h`;
  return intervalS % 60 === 0 ? `${intervalS / 60} min` : `${intervalS} s`;
}

/**
 * Whether stamps name the start or the end of their interval: by the heading, else by the midnights at both ends of the
 * file (a year from 00:00 to 23:45, or from 00:15 to 24:00).
 */
export function detectStampAt(
  localS: readonly number[],
  intervalS: number,
  says: StampAt | null,
  choices: MeterChoices,
): Detected<StampAt> {
  return confirmedOr(choices.stampAt, () => {
    if (says !== null) return stated(says, 'the heading of the time');
    const isMidnight = (second: number) => ((second % DAY_S) + DAY_S) % DAY_S === 0;
    let [first, last] = [Infinity, -Infinity];
    for (const one of localS) {
      first = Math.min(first, one);
      last = Math.max(last, one);
    }
    const start = Number(isMidnight(first)) + Number(isMidnight(last + intervalS));
    const end = Number(isMidnight(first - intervalS)) + Number(isMidnight(last));
    if (intervalS < DAY_S && start > end)
      return inferred('start', 'the file begins or ends with a whole day of starts');
    if (intervalS < DAY_S && end > start)
      return inferred('end', 'the file begins or ends with a whole day of ends');
    const reason = 'neither the heading nor the ends of the file tell starts from ends';
    return assumed('start', reason, [{ value: 'end', reason }]);
  });
}
