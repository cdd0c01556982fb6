import { exp, ln } from '../../sim/numeric/elementary';

/** What separates major event days from others; from the days before the year that is judged. */
export interface MajorEventThreshold {
  /** Mean of ln(SAIDI of a day in minutes). */
  readonly alpha: number;
  /** Its standard deviation, of a sample (n - 1). */
  readonly beta: number;
  /** Minutes of SAIDI in a day above which the day is a major event day. */
  readonly tMedMin: number;
  /** Days with an interruption, which it is made of. */
  readonly days: number;
}

/** Years before the judged one that the threshold is made of. */
export const THRESHOLD_YEARS = 5;
const BETAS = 2.5;

/**
 * T_MED = exp(alpha + 2.5 beta) of IEEE 1366-2012, annex B.2: alpha and beta are the mean and the standard deviation of the natural
 * logarithm of the SAIDI of single days, days without any left out. Null where fewer than two days are left: there is nothing to
 * compare with, and no day is major.
 */
export function majorEventThreshold(daySaidiMin: readonly number[]): MajorEventThreshold | null {
  const logs = daySaidiMin.filter((saidiMin) => saidiMin > 0).map((saidiMin) => ln(saidiMin));
  const days = logs.length;
  if (days < 2) return null;
  const alpha = logs.reduce((sum, value) => sum + value, 0) / days;
  const squares = logs.reduce((sum, value) => sum + (value - alpha) * (value - alpha), 0);
  const beta = Math.sqrt(squares / (days - 1));
  return { alpha, beta, tMedMin: exp(alpha + BETAS * beta), days };
}
