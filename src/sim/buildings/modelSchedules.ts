import { type Archetype, type DaySchedule } from '../../model/archetypes';
import { type Building, isHome } from '../../model/building';
import type { DayCourses, Schedule } from '../../model/buildingModel/types';
import { NEVER, type AiringHabit } from './airing';
import { airingOf, FEW_PERSONS, warmDayAirOf } from './airSupply';
import type { ModelOptions } from './modelOf';
import { comfortHours } from './useTables';
import { blindSchedule, offWhileOpen, supplySchedule, windowSchedule } from './windowCourses';

/** When its windows are open. */
export function habitOf(building: Building, { windowsStayClosed }: ModelOptions): AiringHabit {
  return windowsStayClosed === true ? NEVER : airingOf(building);
}

/** What a building's file says about days: its use's hours, set-points, air, windows and blinds. */
export function schedulesOf(building: Building, archetype: Archetype, options: ModelOptions): Schedule[] {
  const { use } = archetype;
  const { weather, windowsStayClosed } = options;
  const home = isHome(building.use);
  const habit = habitOf(building, options);
  const { presence, appliances } = use.schedules;
  const days = (hours: (day: keyof DaySchedule) => readonly number[]): DayCourses => ({
    weekday: { hourly: hours('weekday') },
    saturday: { hourly: hours('saturday') },
    sunday: { hourly: hours('sunday') },
  });
  const comfort = (day: keyof DaySchedule): boolean[] =>
    comfortHours(home, presence[day], use.heatingSetbackDegC >= 20);
  const coolTo: Schedule = {
    id: 'coolTo',
    ...days((day) =>
      comfort(day).map((on) => (home || on ? use.coolingSetpointDegC : use.coolingSetbackDegC)),
    ),
  };
  const airs = habit.classes.length > 0;
  return [
    { id: 'presence', ...days((day) => presence[day].map((share) => use.monthlyMultiplier * share)) },
    { id: 'appliances', ...days((day) => appliances[day].map((share) => use.monthlyMultiplier * share)) },
    {
      id: 'heatTo',
      ...days((day) => comfort(day).map((on) => (on ? use.heatingSetpointDegC : use.heatingSetbackDegC))),
    },
    airs ? offWhileOpen(coolTo, habit, weather) : coolTo,
    ...(airs ? [windowSchedule(habit, weather, presence)] : []),
    ...(windowsStayClosed === true ? [] : [blindSchedule(weather)]),
    ...(home ? [] : [supplyOf(archetype, options)]),
  ];
}

/** Supplied air of a workplace as a factor on what counts on cold days, while somebody is in. */
function supplyOf(archetype: Archetype, { weather, windowsStayClosed }: ModelOptions): Schedule {
  const { full, few } = warmDayAirOf(archetype, false);
  const onCold = (present: number): number => (present > 0 ? 1 : 0);
  const onWarm = (present: number): number => (present > 0 ? (present < FEW_PERSONS ? few : full) : 0);
  const { presence } = archetype.use.schedules;
  return supplySchedule(onCold, windowsStayClosed === true ? onCold : onWarm, weather, presence);
}
