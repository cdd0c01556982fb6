import type { DailyHours } from '../building';
import { DAYS_OF_MONTH } from '../commonYear';

export const QUARTERS_OF_DAY = 96;
const QUARTERS_PER_HOUR = 4;
const DAYS_OF_YEAR = 365;

/** Whether a quarter-hour of the day (0 to 95) lies within hours that may pass midnight; all day where they are absent. */
export function holdsQuarter(hours: DailyHours | undefined, quarter: number): boolean {
  if (hours === undefined) return true;
  const [from, to] = [hours.fromHour * QUARTERS_PER_HOUR, hours.toHour * QUARTERS_PER_HOUR];
  return from <= to ? quarter >= from && quarter < to : quarter >= from || quarter < to;
}

/** Month, 0 to 11, of each day of the common year. */
export function monthOfDays(): Uint8Array {
  const months = new Uint8Array(DAYS_OF_YEAR);
  let day = 0;
  DAYS_OF_MONTH.forEach((days, month) => {
    months.fill(month, day, day + days);
    day += days;
  });
  return months;
}

/** Day of the common year, 0 to 364, of a month from 1 and a day from 1; NaN where there is none. */
export function dayOfYear(month: number, day: number): number {
  const days = DAYS_OF_MONTH[month - 1];
  if (days === undefined || !Number.isInteger(day) || day < 1 || day > days) return Number.NaN;
  return DAYS_OF_MONTH.slice(0, month - 1).reduce((sum, before) => sum + before, 0) + day - 1;
}
