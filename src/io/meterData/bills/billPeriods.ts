import type { IssueLog } from '../../issueLog';
import { civilFromDays, DAY_S, daysFromCivil } from '../civilTime';
import type { MeterDirection } from '../detection';
import type { BillPeriod } from '../meterSeries';
import type { Reading } from '../reading';
import { localText, midnightOf, type ZoneClock } from '../zone';

/** Days of a mean month, to tell how many months lie between two firsts. */
const MONTH_DAYS = 365.25 / 12;
/** A period this much longer than most covers a bill that is missing. */
const TOO_LONG = 1.6;
const LONGEST_S = 400 * DAY_S;

/** J by period; `reading.startS` is the date, of which the last day counts already. */
interface Dated {
  readonly readings: readonly Reading[];
  readonly clock: ZoneClock;
  readonly log: IssueLog;
}

/** What passed between the readings of a register, whenever they were taken. */
export function registerPeriods({ readings, clock, log }: Dated, direction: MeterDirection): BillPeriod[] {
  const known = readings.filter(({ value }) => !Number.isNaN(value));
  const isOneWay = direction === 'import' || direction === 'export';
  return known.slice(1).map((to, at) => {
    const from = known[at]!;
    const energyJ = to.value - from.value;
    const fell = isOneWay && energyJ < 0;
    if (fell) {
      log.warning({
        code: 'meter-register-drop',
        where: to.where,
        field: 'value',
        value: to.text,
        message: `The register falls below the ${from.text} of ${from.where}: the time from ${localText(clock, from.startS)} on is missing.`,
        remedy: 'If the meter was exchanged or rolled over, read the two parts by themselves.',
      });
    }
    return { startS: from.startS, endS: to.startS, energyJ: fell ? NaN : energyJ, where: to.where };
  });
}

/**
 * Periods of single dates. Where all are firsts of a month, each has as many months as lie between the nearest of them; else a
 * period reaches from one date to the next, and the one at the open end of the file has no other end and is left out.
 */
export function datedPeriods(dated: Dated, at: 'start' | 'end'): BillPeriod[] {
  const { readings, clock, log } = dated;
  const months = monthsBetween(readings, clock);
  if (months !== null) {
    return readings.map(({ startS, value, where }) => {
      const other = monthsLater(clock, startS, at === 'start' ? months : -months);
      return { startS: Math.min(startS, other), endS: Math.max(startS, other), energyJ: value, where };
    });
  }
  const open = at === 'start' ? readings.at(-1) : readings[0];
  if (open !== undefined) {
    log.warning({
      code: 'meter-period-open',
      where: open.where,
      field: 'time',
      value: localText(clock, open.startS),
      message: `This period has no date at its other end; its energy is left out.`,
      remedy: 'Give the dates at both ends of each period.',
    });
  }
  const steps = readings.slice(1).map(({ startS }, i) => startS - readings[i]!.startS);
  const usualS = [...steps].sort((a, b) => a - b)[(steps.length - 1) >> 1] ?? 0;
  return steps.map((lengthS, i) => {
    const [from, to] = [readings[i]!, readings[i + 1]!];
    const { value, where } = at === 'start' ? from : to;
    const isLong = lengthS > TOO_LONG * usualS;
    if (isLong) reportLong(where, from.startS, to.startS, dated);
    return { startS: from.startS, endS: to.startS, energyJ: isLong ? NaN : value, where };
  });
}

function reportLong(where: string, fromS: number, toS: number, { clock, log }: Dated): void {
  log.warning({
    code: 'meter-period-length',
    where,
    field: 'time',
    value: `${Math.round((toS - fromS) / DAY_S)} d`,
    message: `From ${localText(clock, fromS)} to ${localText(clock, toS)} is much longer than the other periods: a bill is missing, or this one is for two. It is left out.`,
    remedy: 'Add the missing bill, or give the dates at both ends of each period.',
  });
}

/** Months between the nearest neighbours when every date is the first of a month; null otherwise. */
function monthsBetween(readings: readonly Reading[], clock: ZoneClock): number | null {
  const isFirst = readings.every(({ startS }) => {
    const localS = startS + clock.offsetAtS(startS);
    return localS % DAY_S === 0 && civilFromDays(localS / DAY_S).day === 1;
  });
  if (!isFirst) return null;
  const steps = readings.slice(1).map(({ startS }, i) => startS - readings[i]!.startS);
  return steps.length === 0 ? 1 : Math.max(1, Math.round(Math.min(...steps) / DAY_S / MONTH_DAYS));
}

function monthsLater(clock: ZoneClock, startS: number, months: number): number {
  const { year, month } = civilFromDays(Math.floor((startS + clock.offsetAtS(startS)) / DAY_S));
  const count = year * 12 + month - 1 + months;
  return midnightOf(clock, daysFromCivil(Math.floor(count / 12), (count % 12) + 1, 1) * DAY_S);
}

/** Periods in order of time: impossible lengths and overlaps are left out by name, and gaps are named. */
export function tidyPeriods(periods: readonly BillPeriod[], clock: ZoneClock, log: IssueLog): BillPeriod[] {
  const possible = periods.filter((period) => {
    const lengthS = period.endS - period.startS;
    if (lengthS > 0 && lengthS <= LONGEST_S) return true;
    log.warning({
      code: 'meter-period-length',
      where: period.where,
      field: 'time',
      value: `${Math.round(lengthS / DAY_S)} d`,
      message: 'A period has at least a day and at most 400; the row is left out.',
      remedy: 'Check the dates.',
    });
    return false;
  });
  possible.sort((a, b) => a.startS - b.startS || a.endS - b.endS);
  const isOver = new Set<BillPeriod>();
  let reach: BillPeriod | undefined;
  for (const period of possible) {
    if (reach !== undefined && period.startS < reach.endS) {
      reportOver(reach, period, clock, log);
      isOver.add(reach).add(period);
    } else if (reach !== undefined && period.startS > reach.endS) reportGap(reach, period, clock, log);
    if (reach === undefined || period.endS > reach.endS) reach = period;
  }
  return possible.filter((period) => !isOver.has(period));
}

function reportOver(first: BillPeriod, second: BillPeriod, clock: ZoneClock, log: IssueLog): void {
  log.warning({
    code: 'meter-overlap',
    where: second.where,
    field: 'time',
    value: localText(clock, second.startS),
    message: `The period begins before that of ${first.where} ends; both are left out.`,
    remedy: 'Remove the row that does not belong, or state whether the last date is the period’s last day.',
  });
}

function reportGap(first: BillPeriod, second: BillPeriod, clock: ZoneClock, log: IssueLog): void {
  const [from, to] = [localText(clock, first.endS), localText(clock, second.startS)];
  log.warning({
    code: 'meter-gap',
    where: from,
    field: 'time',
    value: `${Math.round((second.startS - first.endS) / DAY_S)} d`,
    message: `No period from ${from} to ${to}; this time is missing, not zero.`,
    remedy: 'Add the missing bill, or go by the coverage.',
  });
}
