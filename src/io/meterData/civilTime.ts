import { DAYS_OF_MONTH } from '../../model/commonYear';
/**
 * The Gregorian calendar as integers, since the core has no clock object. Days count from 1970-01-01. Method: years that
 * begin in March, eras of 400 years (H. Hinnant, "chrono-compatible low-level date algorithms", 2013).
 */
export const DAY_S = 86_400;

export interface CivilDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

export function civilFromDays(days: number): CivilDate {
  const z = days + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return { year, month, day: dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1 };
}

/** Monday is 1, Sunday 7 (1970-01-01 was a Thursday). */
export const weekday = (days: number): number => ((((days + 3) % 7) + 7) % 7) + 1;

export function daysInMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 && leap ? 29 : DAYS_OF_MONTH[month - 1]!;
}

export function isCivilDate(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

const two = (value: number): string => String(value).padStart(2, '0');

/** `2024-03-31T02:30`, seconds only where there are any. */
export function civilText(localS: number): string {
  const days = Math.floor(localS / DAY_S);
  const { year, month, day } = civilFromDays(days);
  const second = localS - days * DAY_S;
  const rest = second % 60 === 0 ? '' : `:${two(second % 60)}`;
  return `${year}-${two(month)}-${two(day)}T${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}${rest}`;
}

/** `+05:30` */
export function offsetText(offsetS: number): string {
  const minutes = Math.round(Math.abs(offsetS) / 60);
  return `${offsetS < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
