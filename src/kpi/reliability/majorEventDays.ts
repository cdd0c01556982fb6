import { exp, ln } from '../../sim/numeric/elementary';
import { SUSTAINED_ABOVE_S, type Interruption } from './indices';

const DAY_S = 86400;

export interface DatedInterruption extends Interruption {
  /** From the beginning of the record. */
  readonly startS: number;
}

/** SAIDI of each day, min; an interruption counts whole on the day it begins. Ones that begin outside are left out. */
export function dailySaidiMin(
  interruptions: readonly DatedInterruption[],
  customersServed: number,
  days: number,
): Float64Array {
  const daily = new Float64Array(days);
  for (const { startS, durationS, customers } of interruptions) {
    const day = Math.floor(startS / DAY_S);
    if (durationS > SUSTAINED_ABOVE_S && day >= 0 && day < days) {
      daily[day] = daily[day]! + (durationS * customers) / 60 / customersServed;
    }
  }
  return daily;
}

/**
 * T_MED = exp(alpha + 2.5 beta), alpha and beta mean and sample standard deviation of ln(daily SAIDI) over five years,
 * days without interruption dropped (IEEE 1366). NaN with less than two days left: no spread, no threshold.
 */
export function majorEventThresholdMin(dailySaidi: ArrayLike<number>): number {
  const logs = Array.from(dailySaidi)
    .filter((saidi) => saidi > 0)
    .map((saidi) => ln(saidi));
  if (logs.length < 2) return Number.NaN;
  const alpha = logs.reduce((total, each) => total + each, 0) / logs.length;
  const squares = logs.reduce((total, each) => total + (each - alpha) * (each - alpha), 0);
  return exp(alpha + 2.5 * Math.sqrt(squares / (logs.length - 1)));
}

/** Days above the threshold, by number. */
export function majorEventDays(dailySaidi: ArrayLike<number>, thresholdMin: number): readonly number[] {
  return Array.from(dailySaidi).flatMap((saidi, day) => (saidi > thresholdMin ? [day] : []));
}
