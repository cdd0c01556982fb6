import { civilFromDays, DAY_S, daysFromCivil } from './civilTime';
import type { HourlyPower } from './totals';
import type { ZoneClock } from './zone';

/**
 * A modelled year of any number on the hours of a metered one: same month, day and hour in standard time. For models of a
 * typical weather year; days of the week do not match, and 29 February has a value only if the model has one.
 */
export function alignByCalendar(
  metered: HourlyPower,
  meteredClock: ZoneClock,
  modelled: HourlyPower,
  modelledClock: ZoneClock,
): Float64Array {
  const own = standardOffsetS(meteredClock, metered.startS);
  const other = standardOffsetS(modelledClock, modelled.startS);
  const rows = new Map<number, number>();
  modelled.pW.forEach((_, hour) => {
    const key = hourOfYear(modelled.startS + hour * 3600 + other);
    if (!rows.has(key)) rows.set(key, hour);
  });
  return Float64Array.from(metered.pW, (_, hour) => {
    const row = rows.get(hourOfYear(metered.startS + hour * 3600 + own));
    return row === undefined ? NaN : modelled.pW[row]!;
  });
}

/** month x 744 + hours into the month: the same number in every year. */
function hourOfYear(localS: number): number {
  const days = Math.floor(localS / DAY_S);
  const { month, day } = civilFromDays(days);
  return month * 744 + (day - 1) * 24 + Math.floor((localS - days * DAY_S) / 3600);
}

/** The lower of the offsets in January and July: standard time on both halves of the globe. */
function standardOffsetS(clock: ZoneClock, nearS: number): number {
  const { year } = civilFromDays(Math.floor(nearS / DAY_S));
  return Math.min(...[1, 7].map((month) => clock.offsetAtS(daysFromCivil(year, month, 1) * DAY_S)));
}
