import type { UseProfile } from '../../model/archetypes';
import { USE_PROFILES } from '../../model/archetypes';
import { BUILDING_USES, type BuildingUse } from '../../model/building';
import type { Calendar } from '../arrays/calendar';

/** 0 weekday, 1 Saturday, 2 Sunday. */
export type DayKind = 0 | 1 | 2;
export const DAY_KINDS = 3;

/** CEA's constant monthly multiplier on occupancy-type loads. */
export const MONTHLY_MULTIPLIER = 0.8;
/** Homes heat to the set-point from 6 to 22 h; other uses from an hour before somebody comes. */
const HOME_DAY_HOURS = [6, 22] as const;

/** What a use does at each step of each kind of day: `[dayKind * stepsPerDay + stepOfDay]`. */
export interface UseTable {
  readonly presence: Float64Array;
  /** Appliances and lights of non-residential uses, share of the installed power. */
  readonly appliances: Float64Array;
  /** Hot water relative to its weekly mean. */
  readonly hotWater: Float64Array;
  readonly heatToDegC: Float64Array;
  readonly coolToDegC: Float64Array;
  /** 1 while outdoor air is supplied for people. */
  readonly occupied: Uint8Array;
}

export function isHome(use: BuildingUse): boolean {
  return use === 'detached' || use === 'terraced' || use === 'apartment';
}

export function dayKindOf(startWeekday: number, day: number): DayKind {
  const weekday = (((startWeekday + day) % 7) + 7) % 7;
  return weekday < 5 ? 0 : weekday === 5 ? 1 : 2;
}

export function comfortHours(home: boolean, presence: readonly number[], allDay: boolean): boolean[] {
  return presence.map((_, hour) => {
    if (home) return hour >= HOME_DAY_HOURS[0] && hour < HOME_DAY_HOURS[1];
    return allDay || presence[hour]! > 0 || (presence[(hour + 1) % 24] ?? 0) > 0;
  });
}

function tableOf(profile: UseProfile, home: boolean, calendar: Calendar): UseTable {
  const { stepsPerDay, stepsPerHour } = calendar;
  const length = DAY_KINDS * stepsPerDay;
  const table: UseTable = {
    presence: new Float64Array(length),
    appliances: new Float64Array(length),
    hotWater: new Float64Array(length),
    heatToDegC: new Float64Array(length),
    coolToDegC: new Float64Array(length),
    occupied: new Uint8Array(length),
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
      table.heatToDegC[at] = comfortable ? profile.heatingSetpointDegC : profile.heatingSetbackDegC;
      const cool = home || comfortable;
      table.coolToDegC[at] = cool ? profile.coolingSetpointDegC : profile.coolingSetbackDegC;
      table.occupied[at] = home || presence[kind][hour]! > 0 ? 1 : 0;
    }
  });
  return table;
}

export type UseTables = Readonly<Record<BuildingUse, UseTable>>;

export function useTablesOf(calendar: Calendar): UseTables {
  return Object.fromEntries(
    BUILDING_USES.map((use) => [use, tableOf(USE_PROFILES[use], isHome(use), calendar)]),
  ) as Record<BuildingUse, UseTable>;
}
