import { ZONE_FIGURES } from '../../model/archetypes';
import type { WeatherYear } from '../../model/weather';

/**
 * What windows do: closed because the day is cold, closed for some hours of a warm one, open because the day is mild, or in
 * the cool hours of a hot one. README eq. 26.
 */
export const AIR_CLASSES = ['coldDay', 'closed', 'mildDay', 'hotDay'] as const;
export const COLD_DAY = 0;
const CLOSED = 1;
export const MILD_DAY = 2;
export const HOT_DAY = 3;
export type AirClass = typeof COLD_DAY | typeof CLOSED | typeof MILD_DAY | typeof HOT_DAY;
/** Days have one of these; hours may be closed beside. */
export type DayClass = Exclude<AirClass, typeof CLOSED>;

const HOURS = 24;
/** DIN 4108-2 counts the night from 23 to 6 h. */
const NIGHT_HOURS = [23, 6] as const;
/** Nor do windows open on the first warm days, while walls are cool: as many days before have to be warm in the mean. */
const DAYS_BEFORE = 3;
/** On mild days windows are closed in hours colder than this, which would bring rooms down to where they are heated: assumed. */
const CHILLY_HOUR_DEGC = 18;

const { airingAboveDegC, hotDayAboveDegC, airingByDayPerH, airingByNightPerH } = ZONE_FIGURES;

/**
 * Class of each day by the outdoor temperatures alone: cold where its mean or that of the days before it is not above the
 * heating limit, hot where its warmest hour is above what is comfortable inside, mild between. Missing hours keep windows
 * closed. The year before ended as this one does.
 */
export function airClassByDay({ tempDegC }: WeatherYear): DayClass[] {
  const dayCount = Math.floor(tempDegC.length / HOURS);
  const means = Float64Array.from({ length: dayCount }, (_, day) => meanOf(hoursOf(tempDegC, day)));
  return Array.from(means, (mean, day): DayClass => {
    const before = Float64Array.from(
      { length: DAYS_BEFORE },
      (_, back) => means[(day + dayCount - 1 - back) % dayCount]!,
    );
    if (!(mean > airingAboveDegC.value && meanOf(before) > airingAboveDegC.value)) return COLD_DAY;
    return hoursOf(tempDegC, day).some((temp) => temp >= hotDayAboveDegC.value) ? HOT_DAY : MILD_DAY;
  });
}

/**
 * Class of each hour of the year: closed again in the chilly hours of mild days and, on hot days, above the
 * comfort limit or, where nights are warm as well, above the day's mean.
 */
export function airClassByHour(weather: WeatherYear): Uint8Array {
  const { tempDegC } = weather;
  const days = airClassByDay(weather);
  return Uint8Array.from(tempDegC, (temp, hour) => {
    const day = Math.floor(hour / HOURS);
    const kind = days[day] ?? COLD_DAY;
    if (kind === MILD_DAY) return temp >= CHILLY_HOUR_DEGC ? kind : CLOSED;
    if (kind === COLD_DAY) return kind;
    return temp < Math.max(hotDayAboveDegC.value, meanOf(hoursOf(tempDegC, day))) ? kind : CLOSED;
  });
}

function hoursOf(hourly: Float64Array, day: number): Float64Array {
  return hourly.subarray(day * HOURS, (day + 1) * HOURS);
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Which classes a building opens its windows in, and how many of them when nobody is at work. */
export interface AiringHabit {
  readonly classes: readonly DayClass[];
  /** Share of the building that is lived in: its windows are open whoever is at work. 1 of homes. */
  readonly livedInShare: number;
}

export const NEVER: AiringHabit = { classes: [], livedInShare: 0 };

/**
 * Homes air day and night, workplaces while somebody is in, and flats above them as homes do. Where a plant cools, windows
 * and plant are never on together: homes open them on mild days and do not cool then, workplaces keep them shut.
 */
export function airingHabitOf(home: boolean, cooled: boolean, livedInShare = home ? 1 : 0): AiringHabit {
  if (!cooled) return { classes: [MILD_DAY, HOT_DAY], livedInShare };
  return home ? { classes: [MILD_DAY], livedInShare } : NEVER;
}

/** Hours of warm days: those on which windows may be open, and blinds are drawn against the sun. */
export function isWarmDay(kind: DayClass): boolean {
  return kind !== COLD_DAY;
}

export function opensIn({ classes }: AiringHabit, airClass: AirClass): boolean {
  return classes.some((one) => one === airClass);
}

/** Air changes through open windows by hour of the day, 1/h. */
export function airingPerH({ livedInShare }: AiringHabit, hour: number, somebodyIn: boolean): number {
  const night = hour >= NIGHT_HOURS[0] || hour < NIGHT_HOURS[1];
  const open = night ? airingByNightPerH.value : airingByDayPerH.value;
  return somebodyIn ? open : livedInShare * open;
}
