import { civilFromDays, DAY_S, daysInMonth } from '../civilTime';
import type { PeriodColumns } from '../csvPeriods';
import {
  type DateOrder,
  type Detected,
  type MeterChoices,
  type PeriodEnd,
  type StampAt,
  absent,
  assumed,
  confirmedOr,
  inferred,
  stated,
  undecided,
} from '../detection';
import { localSeconds } from '../stamps';
import type { BillRow } from './billRows';

/** Dates of a file as local seconds, in order of time; days that do not exist are left out. */
export interface LocalPeriods {
  readonly startS: readonly number[];
  readonly endS: readonly number[];
}

export function localPeriods(rows: readonly BillRow[], order: DateOrder): LocalPeriods {
  const known = rows.flatMap(({ stamp, end }) => {
    const startS = localSeconds(stamp, order);
    const endS = end === null ? startS : localSeconds(end, order);
    return startS === null || endS === null ? [] : [{ startS, endS }];
  });
  known.sort((a, b) => a.startS - b.startS);
  return { startS: known.map(({ startS }) => startS), endS: known.map(({ endS }) => endS) };
}

const isFirst = (localS: number): boolean => civilFromDays(Math.floor(localS / DAY_S)).day === 1;

export function isLastOfMonth(localS: number): boolean {
  const { year, month, day } = civilFromDays(Math.floor(localS / DAY_S));
  return day === daysInMonth(year, month);
}

/** Whether the one date of a line begins or ends its period; of a register it is the instant of reading. */
export function detectDateAt(
  { kind, says }: PeriodColumns,
  { startS }: LocalPeriods,
  isRegister: boolean,
  choices: MeterChoices,
): Detected<StampAt> {
  if (kind !== 'date') return stated('start', 'the first date of each period');
  if (isRegister) return stated('start', 'a register is read at an instant');
  return confirmedOr(choices.stampAt, () => {
    if (says !== null) return stated(says, 'the heading of the date');
    if (startS.every(isLastOfMonth)) return inferred('end', 'every date is the last of its month');
    const alternatives = [
      { value: 'start' as const, reason: 'each date begins a period' },
      { value: 'end' as const, reason: 'each date ends a period' },
    ];
    return startS.every(isFirst)
      ? assumed('start', 'every date is the first of its month', alternatives.slice(1))
      : undecided('no heading tells whether the dates begin or end their periods', alternatives);
  });
}

/** Whether the last date is the last day of its period, or the day on which the next one begins. */
export function detectPeriodEnd(
  { kind }: PeriodColumns,
  periods: LocalPeriods,
  stampAt: StampAt | null,
  choices: MeterChoices,
): Detected<PeriodEnd> {
  if (kind === 'month') return stated('next-start', 'whole months');
  if (kind === 'date' && stampAt !== 'end') return absent();
  return confirmedOr(choices.periodEnd, () => (kind === 'date' ? endOfDates(periods) : endOfPairs(periods)));
}

function endOfDates({ endS }: LocalPeriods): Detected<PeriodEnd> {
  if (endS.every(isLastOfMonth)) return inferred('last-day', 'every date is the last of its month');
  return assumed('next-start', 'a reading closes one period and opens the next', [
    { value: 'last-day', reason: 'the day of the date is still counted' },
  ]);
}

function endOfPairs({ startS, endS }: LocalPeriods): Detected<PeriodEnd> {
  if (endS.some((end) => end % DAY_S !== 0)) return inferred('next-start', 'the ends have times of the day');
  let [meet, follow] = [0, 0];
  for (let i = 0; i + 1 < startS.length; i += 1) {
    const gapS = startS[i + 1]! - endS[i]!;
    if (gapS === 0) meet += 1;
    else if (gapS === DAY_S) follow += 1;
  }
  if (follow > meet) return inferred('last-day', `${follow} periods begin on the day after another’s end`);
  if (meet > follow) return inferred('next-start', `${meet} periods begin on the day of another’s end`);
  const isMonths = startS.every(isFirst);
  if (isMonths && endS.every(isLastOfMonth)) return inferred('last-day', 'the periods are whole months');
  if (isMonths && endS.every(isFirst)) return inferred('next-start', 'the periods are whole months');
  return assumed('last-day', 'no period follows another', [
    { value: 'next-start', reason: 'the last date is the first day that is not counted' },
  ]);
}
