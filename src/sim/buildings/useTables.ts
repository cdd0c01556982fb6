import type { UseProfile } from '../../model/archetypes';
import type { BuildingUse } from '../../model/building';
import type { Calendar } from '../arrays/calendar';
import type { ModalSchedule } from './modal';

/** 0 weekday, 1 Saturday, 2 Sunday. */
export type DayKind = 0 | 1 | 2;
export const DAY_KINDS = 3;

/** CEA's constant monthly multiplier on occupancy-type loads. */
export const MONTHLY_MULTIPLIER = 0.8;
/** Homes heat to the set-point from 6 to 22 h; other uses from an hour before somebody comes. */
const HOME_DAY_HOURS = [6, 22] as const;

/** What a building does at each step of each kind of day: `[dayKind * stepsPerDay + stepOfDay]`. */
export interface UseTable {
  readonly presence: Float64Array;
  /** Appliances and lights of non-residential uses, share of the installed power. */
  readonly appliances: Float64Array;
  /** Hot water relative to its weekly mean. */
  readonly hotWater: Float64Array;
  readonly heatToDegC: Float64Array;
  readonly coolToDegC: Float64Array;
  /** 1 while outdoor air is supplied for people. */
  readonly occupied: Float64Array;
  /** The same as the modal zone takes it; gains are given beside it. */
  readonly schedule: ModalSchedule;
}

export function isHome(use: BuildingUse): boolean {
  return use === 'detached' || use === 'terraced' || use === 'apartment';
}

export function dayKindOf(startWeekday: number, day: number): DayKind {
  const weekday = (((startWeekday + day) % 7) + 7) % 7;
  return weekday < 5 ? 0 : weekday === 5 ? 1 : 2;
}

/** By kind of day, weekday and weekend: hours in which nobody is usually in, and what is heated to then. */
export interface Absence {
  readonly away: readonly [weekday: readonly boolean[], weekend: readonly boolean[]];
  readonly setbackDegC: number;
}

export function comfortHours(home: boolean, presence: readonly number[], allDay: boolean): boolean[] {
  return presence.map((_, hour) => {
    if (home) return hour >= HOME_DAY_HOURS[0] && hour < HOME_DAY_HOURS[1];
    return allDay || presence[hour]! > 0 || (presence[(hour + 1) % 24] ?? 0) > 0;
  });
}

function tableOf(profile: UseProfile, home: boolean, calendar: Calendar, absence?: Absence): UseTable {
  const { stepsPerDay, stepsPerHour } = calendar;
  const column = (): Float64Array => new Float64Array(DAY_KINDS * stepsPerDay);
  const [heatToDegC, coolToDegC, occupied] = [column(), column(), column()];
  const table: UseTable = {
    presence: column(),
    appliances: column(),
    hotWater: column(),
    heatToDegC,
    coolToDegC,
    occupied,
    schedule: { personShare: column(), applianceShare: column(), airShare: occupied, heatToDegC, coolToDegC },
  };
  const { presence, appliances, hotWater } = profile.schedules;
  const kinds = ['weekday', 'saturday', 'sunday'] as const;
  const daily = (hours: readonly number[]): number => hours.reduce((sum, share) => sum + share, 0);
  const week = 5 * daily(hotWater.weekday) + daily(hotWater.saturday) + daily(hotWater.sunday);
  kinds.forEach((kind, k) => {
    const comfort = comfortHours(home, presence[kind], profile.heatingSetbackDegC >= 20);
    for (let step = 0; step < stepsPerDay; step += 1) {
      const hour = Math.floor(step / stepsPerHour);
      const at = k * stepsPerDay + step;
      table.presence[at] = MONTHLY_MULTIPLIER * presence[kind][hour]!;
      table.appliances[at] = MONTHLY_MULTIPLIER * appliances[kind][hour]!;
      table.hotWater[at] = week > 0 ? (hotWater[kind][hour]! * 168) / week : 0;
      const comfortable = comfort[hour] === true;
      const away = absence?.away[k === 0 ? 0 : 1][hour] === true;
      const usual = comfortable ? profile.heatingSetpointDegC : profile.heatingSetbackDegC;
      heatToDegC[at] = away ? Math.min(usual, absence!.setbackDegC) : usual;
      const cool = home || comfortable;
      coolToDegC[at] = cool ? profile.coolingSetpointDegC : profile.coolingSetbackDegC;
      occupied[at] = home || presence[kind][hour]! > 0 ? 1 : 0;
    }
  });
  return table;
}

/** Tables by the days of their use, then by set-points: buildings that do the same share one. */
const cache = new WeakMap<UseProfile['schedules'], Map<string, UseTable>>();

/** Table of a use with a building's own set-points; with an absence, one of the building's own. */
export function useTableOf(
  use: BuildingUse,
  profile: UseProfile,
  calendar: Calendar,
  absence?: Absence,
): UseTable {
  if (absence) return tableOf(profile, isHome(use), calendar, absence);
  const { heatingSetpointDegC, heatingSetbackDegC, coolingSetpointDegC, coolingSetbackDegC } = profile;
  const setpoints = [heatingSetpointDegC, heatingSetbackDegC, coolingSetpointDegC, coolingSetbackDegC];
  const kept = cache.get(profile.schedules) ?? new Map<string, UseTable>();
  cache.set(profile.schedules, kept);
  const key = [isHome(use), calendar.stepS, ...setpoints].join();
  const table = kept.get(key) ?? tableOf(profile, isHome(use), calendar);
  kept.set(key, table);
  return table;
}
