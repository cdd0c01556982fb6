import { HOURS_OF_YEAR } from '../model/commonYear';
import { alignByCalendar, fixedClock, type HourlyPower, type ZoneClock } from '../io/meterData';
import type { Issue } from '../model/outcome';
import type { WeatherYear } from '../model/weather';
import { alignHours } from '../study/calibration';

/** 29 February begins after this many hours. */
const LEAP_DAY_FROM = (31 + 28) * 24;
/** A file whose last hours bear the next year's number is still of one year. */
const STRAY_ROWS = 24;
const LISTED_YEARS = 12;

/** Where metered hours lie in a weather year, and what has to be said about it. */
export interface WeatherHours {
  readonly rowOfHour: Float64Array;
  /** The weather with the weekdays of its year. */
  readonly weather: WeatherYear;
  /** The year that weather and meter share; null where hours are matched by month, day and hour. */
  readonly year: number | null;
  readonly issues: readonly Issue[];
}

/** Years of an EPW file's rows with the number of rows. */
export function epwYears(text: string): ReadonlyMap<number, number> {
  const years = new Map<number, number>();
  for (const [, year] of text.matchAll(/^\ufeff?(\d{4}),\s*\d{1,2},\s*\d{1,2},\s*\d{1,2},/gm)) {
    years.set(Number(year), (years.get(Number(year)) ?? 0) + 1);
  }
  return years;
}

/**
 * Metered hours on the rows of a weather year: at equal instants where the file holds the year of the meter, else at the same
 * month, day and hour of standard time, with a warning. null where the two begin at different minutes.
 */
export function weatherHours(
  metered: HourlyPower,
  clock: ZoneClock,
  weather: WeatherYear,
  years: ReadonlyMap<number, number>,
): WeatherHours | null {
  const offsetS = weather.utcOffsetMin * 60;
  const year = [...years].find(([, rows]) => rows >= HOURS_OF_YEAR - STRAY_ROWS)?.[0];
  if (year !== undefined) {
    const rowOfHour = alignHours(metered, rowsOfYear(year, offsetS));
    if (rowOfHour === null) return null;
    if (metered.pW.some((value, hour) => Number.isFinite(value) && Number.isFinite(rowOfHour[hour]!))) {
      const startWeekday = (new Date(Date.UTC(year, 0, 1)).getUTCDay() + 6) % 7;
      const issues = sameYearIssues(metered, rowOfHour, weather, startWeekday, year);
      return { rowOfHour, weather: { ...weather, startWeekday }, year, issues };
    }
  }
  const rows = rowsOfYear(year ?? 2023, offsetS);
  return {
    rowOfHour: alignByCalendar(metered, clock, rows, fixedClock(offsetS)),
    weather,
    year: null,
    issues: [otherYearIssue(weather, meterYears(metered, clock), [...years.keys()])],
  };
}

const isLeap = (year: number): boolean => new Date(Date.UTC(year, 1, 29)).getUTCMonth() === 1;

/** Row numbers of a weather year on the hours of that year; a leap day has none. */
function rowsOfYear(year: number, offsetS: number): HourlyPower {
  const startS = Date.UTC(year, 0, 1) / 1000 - offsetS;
  const leapHours = isLeap(year) ? 24 : 0;
  const pW = Float64Array.from({ length: HOURS_OF_YEAR + leapHours }, (_, hour) => {
    if (hour < LEAP_DAY_FROM) return hour;
    return hour < LEAP_DAY_FROM + leapHours ? NaN : hour - leapHours;
  });
  return { startS, pW };
}

function meterYears({ startS, pW }: HourlyPower, clock: ZoneClock): number[] {
  const years = new Set<number>();
  pW.forEach((value, hour) => {
    if (!Number.isFinite(value)) return;
    const instantS = startS + hour * 3600;
    years.add(new Date((instantS + clock.offsetAtS(instantS)) * 1000).getUTCFullYear());
  });
  return [...years];
}

const listed = (years: readonly number[]): string => {
  const sorted = [...years].sort((a, b) => a - b);
  const more = sorted.length > LISTED_YEARS ? ', ...' : '';
  return sorted.length === 0 ? 'no stated year' : sorted.slice(0, LISTED_YEARS).join(', ') + more;
};

const otherYearIssue = (weather: WeatherYear, metered: number[], years: number[]): Issue => ({
  severity: 'warning',
  code: 'calibration-weather-year',
  source: weather.name,
  value: listed(years),
  message: `The meter has readings of ${listed(metered)}, and this weather is not of that year: figures and parameters hold the difference between the years too. Hours are matched by month, day and hour; weekdays do not match.`,
  remedy: 'Give the weather of the metered year.',
});

function sameYearIssues(
  metered: HourlyPower,
  rowOfHour: Float64Array,
  weather: WeatherYear,
  startWeekday: number,
  year: number,
): Issue[] {
  const note = (code: string, message: string, remedy: string): Issue => ({
    severity: 'note',
    code,
    source: weather.name,
    message,
    remedy,
  });
  const outside = metered.pW.filter(
    (value, hour) => Number.isFinite(value) && Number.isNaN(rowOfHour[hour]!),
  ).length;
  const issues: Issue[] = [];
  if (outside > 0)
    issues.push(note('calibration-hours-outside', `${outside} metered hours have no weather in ${year} and are left out.`, 'Nothing to do, or calibrate year by year.')); // prettier-ignore
  if (startWeekday !== weather.startWeekday)
    issues.push(note('calibration-weekday', `The file begins on another weekday than ${year} did; schedules follow the weekdays of ${year}.`, 'Nothing to do.')); // prettier-ignore
  if (isLeap(year))
    issues.push(note('calibration-leap-year', `29 February ${year} is left out; from March on schedules run one weekday behind.`, 'Nothing to do where weekends are like weekdays.')); // prettier-ignore
  return issues;
}
