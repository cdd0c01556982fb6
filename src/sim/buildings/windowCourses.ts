import { ZONE_FIGURES, type DaySchedule } from '../../model/archetypes';
import type { DayCourses, Schedule, Ventilation } from '../../model/buildingModel/types';
import type { WeatherYear } from '../../model/weather';
import { airClassByDay, airingPerH, isWarmDay, type AiringHabit, type DayClass } from './airing';
import { DAYS_OF_MONTH } from '../../model/commonYear';

/** As many periods as a building file may have in one schedule. */
const MOST_PERIODS = 100;

interface Run {
  readonly from: string;
  readonly to: string;
}

function monthDay(day: number): string {
  let month = 0;
  let left = day;
  while (left >= DAYS_OF_MONTH[month]!) {
    left -= DAYS_OF_MONTH[month]!;
    month += 1;
  }
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${two(month + 1)}-${two(left + 1)}`;
}

/** Runs of days of some classes, gaps of up to `bridgedDays` filled so that there are not too many. */
function runsOf(isOne: (kind: DayClass) => boolean, weather: WeatherYear, bridgedDays = 0): Run[] {
  const runs: [number, number][] = [];
  airClassByDay(weather).forEach((kind, day) => {
    if (!isOne(kind)) return;
    const last = runs.at(-1);
    if (last && day - last[1] <= bridgedDays + 1) last[1] = day;
    else runs.push([day, day]);
  });
  if (runs.length > MOST_PERIODS) return runsOf(isOne, weather, bridgedDays + 1);
  return runs.map(([from, to]) => ({ from: monthDay(from), to: monthDay(to) }));
}

const allDay = <Value extends number | null>(value: Value) => ({
  weekday: { hourly: new Array<Value>(24).fill(value) },
});

/** Open windows as a building file has them: of the days' classes, and while the room is warm and it is cooler outside. */
export const OPEN_WINDOWS: Ventilation = {
  name: 'windows',
  airChangesPerH: 1,
  course: 'windows',
  onlyCooling: { byK: 0, aboveDegC: ZONE_FIGURES.airedRoomDegC.value },
};

const opensOn =
  ({ classes }: AiringHabit) =>
  (kind: DayClass): boolean =>
    classes.includes(kind);

/** Inner blinds: may be drawn on warm days. */
export function blindSchedule(weather: WeatherYear): Schedule {
  const periods = runsOf(isWarmDay, weather).map((run) => ({ ...run, ...allDay(1) }));
  return { id: BLINDS, ...allDay(0), periods };
}
export const BLINDS = 'blinds';

/** Supplied air as it counts on cold days, and by its factors on warm ones. */
export function supplySchedule(
  cold: (presentShare: number) => number,
  warm: (presentShare: number) => number,
  weather: WeatherYear,
  presence: DaySchedule,
): Schedule {
  const days = (factor: (presentShare: number) => number): DayCourses => ({
    weekday: { hourly: presence.weekday.map(factor) },
    saturday: { hourly: presence.saturday.map(factor) },
    sunday: { hourly: presence.sunday.map(factor) },
  });
  const periods = runsOf(isWarmDay, weather).map((run) => ({ ...run, ...days(warm) }));
  return { id: SUPPLY, ...days(cold), periods };
}
export const SUPPLY = 'supply';

export function windowSchedule(habit: AiringHabit, weather: WeatherYear, presence: DaySchedule): Schedule {
  const hours = (day: keyof DaySchedule) => ({
    hourly: presence[day].map((share, hour) => airingPerH(habit, hour, share > 0)),
  });
  const open: DayCourses = {
    weekday: hours('weekday'),
    saturday: hours('saturday'),
    sunday: hours('sunday'),
  };
  return {
    id: 'windows',
    ...allDay(0),
    periods: runsOf(opensOn(habit), weather).map((run) => ({ ...run, ...open })),
  };
}

/** The same set-points, off on the days on which the windows are open instead. */
export function offWhileOpen(setpoint: Schedule, habit: AiringHabit, weather: WeatherYear): Schedule {
  return {
    ...setpoint,
    periods: runsOf(opensOn(habit), weather).map((run) => ({ ...run, ...allDay(null) })),
  };
}
