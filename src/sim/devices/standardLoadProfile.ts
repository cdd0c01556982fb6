import { DAYS_OF_MONTH } from '../../model/commonYear';
import type { Calendar } from '../arrays/calendar';

/** Quarter-hours of one day, in any unit; only the shape counts. */
export type DayCurve = readonly number[];

export const SEASONS = ['winter', 'transition', 'summer'] as const;
export type Season = (typeof SEASONS)[number];
export const DAY_TYPES = ['workday', 'saturday', 'sunday'] as const;
export type DayType = (typeof DAY_TYPES)[number];

/** A German standard load profile: 96 quarter-hours of each season and day type. VDEW (1999), kept by BDEW. */
export type StandardProfile = Readonly<Record<Season, Readonly<Record<DayType, DayCurve>>>>;

/** First days (0 = 1 January of a common year) of the seasons in the order in which they follow each other. */
const SEASON_STARTS: readonly (readonly [firstDay: number, season: Season])[] = [
  [0, 'winter'],
  [79, 'transition'], // 21 March
  [134, 'summer'], // 15 May
  [257, 'transition'], // 15 September
  [304, 'winter'], // 1 November
];

export function seasonOf(day: number): Season {
  let season: Season = 'winter';
  for (const [firstDay, starting] of SEASON_STARTS) if (day >= firstDay) season = starting;
  return season;
}

/** Day type; `startWeekday` 0 = Monday is 1 January's. Holidays count as Sundays and are the caller's. */
export function dayTypeOf(startWeekday: number, day: number, holidays?: ReadonlySet<number>): DayType {
  const weekday = (startWeekday + day) % 7;
  if (weekday === 6 || holidays?.has(day)) return 'sunday';
  return weekday === 5 ? 'saturday' : 'workday';
}

/**
 * Factor on the household profile H0 by day of the year (1 to 365), which makes its seasons continuous: VDEW's polynomial
 * F = -3.92e-10 t⁴ + 3.2e-7 t³ - 7.02e-5 t² + 2.1e-3 t + 1.24, its first coefficient unrounded so that the year's sum
 * stays (oemof/demandlib).
 */
export function h0Dynamisation(dayOfYear: number): number {
  const t = dayOfYear;
  return 1.24 + t * (2.1e-3 + t * (-7.02e-5 + t * (3.2e-7 - 3.916649251e-10 * t)));
}

/** A profile of BDEW's set of 2025: the curves of the twelve months. */
export type MonthlyProfile = readonly Readonly<Record<DayType, DayCurve>>[];

function monthOf(day: number): number {
  let month = 0;
  let end = DAYS_OF_MONTH[0] as number;
  while (day >= end) {
    month += 1;
    end += DAYS_OF_MONTH[month]!;
  }
  return month;
}

export interface ProfileOptions {
  /** Whether the year's polynomial is laid over: H0, and H25, P25 and S25 of the new set. */
  readonly dynamised?: boolean;
  /** Days (0 = 1 January) that count as Sundays. */
  readonly holidays?: ReadonlySet<number>;
}

/**
 * A year of quarter-hours of a profile in its own unit, [35,040]. A reference to hold simulated sums against (shape,
 * hours of full load), not a load that a run uses.
 */
export function standardLoadProfile(
  profile: StandardProfile | MonthlyProfile,
  { startWeekday }: Pick<Calendar, 'startWeekday'>,
  { dynamised, holidays }: ProfileOptions = {},
): Float64Array {
  const values = new Float64Array(365 * 96);
  for (let day = 0; day < 365; day += 1) {
    const curves = 'winter' in profile ? profile[seasonOf(day)] : profile[monthOf(day)]!;
    const curve = curves[dayTypeOf(startWeekday, day, holidays)];
    const factor = dynamised ? h0Dynamisation(day + 1) : 1;
    for (let quarter = 0; quarter < 96; quarter += 1) values[96 * day + quarter] = factor * curve[quarter]!;
  }
  return values;
}

/** Hours of full load a year: the sum over the largest value, in hours. Any step length; `stepS` in seconds. */
export function fullLoadHours(load: Float64Array, stepS: number): number {
  let sum = 0;
  let peak = 0;
  for (const value of load) {
    sum += value;
    if (value > peak) peak = value;
  }
  return peak > 0 ? (sum * stepS) / 3600 / peak : 0;
}

/** Share of each hour of the day in the energy of a load that starts at midnight, [24]. */
export function hourlyShares(load: Float64Array, stepS: number): Float64Array {
  const stepsPerHour = 3600 / stepS;
  const shares = new Float64Array(24);
  let sum = 0;
  load.forEach((value, step) => {
    shares[Math.floor(step / stepsPerHour) % 24]! += value;
    sum += value;
  });
  return shares.map((share) => share / sum);
}
