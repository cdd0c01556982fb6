import type { UseProfile } from '../../model/archetypes';
import { type BuildingUse, type FlexibleHeating, isHome } from '../../model/building';
import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import {
  AIR_CLASSES,
  airClassByHour,
  airingPerH,
  COLD_DAY,
  opensIn,
  type AirClass,
  type AiringHabit,
} from './airing';
import { FEW_PERSONS } from './airSupply';
import { bandNumbers, offsetsOf, shiftedHeatDegC } from './flexibleTable';
import { USUAL_HOME_DAY, type HomeDay } from './heatingHabit';
import type { ModalSchedule } from './modal';

/** 0 weekday, 1 Saturday, 2 Sunday. */
export type DayKind = 0 | 1 | 2;
export const DAY_KINDS = 3;

/** What a building does at each step of each kind of day: `[(airClass * DAY_KINDS + dayKind) * stepsPerDay + stepOfDay]`. */
export interface UseTable {
  readonly presence: Float64Array;
  /** Appliances and lights of non-residential uses, share of the installed power. */
  readonly appliances: Float64Array;
  /** Hot water relative to its weekly mean. */
  readonly hotWater: Float64Array;
  readonly heatToDegC: Float64Array;
  readonly coolToDegC: Float64Array;
  /** Outdoor air beside infiltration: what is supplied and not recovered, and through open windows; 1/h. */
  readonly airChangesPerH: Float64Array;
  /** The same as the modal zone takes it; gains are given beside it. */
  readonly schedule: ModalSchedule;
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

/** Hours with the set-point: homes in their day, other uses from an hour before somebody comes. */
export function comfortHours(
  home: boolean,
  presence: readonly number[],
  allDay: boolean,
  homeDay: HomeDay = USUAL_HOME_DAY,
): boolean[] {
  return presence.map((_, hour) => {
    if (home) return hour >= homeDay[0] && hour < homeDay[1];
    return allDay || presence[hour]! > 0 || (presence[(hour + 1) % 24] ?? 0) > 0;
  });
}

/** Outdoor air for people in air changes, 1/h, the share that heat recovery takes off on cold days, and windows. */
export interface AirHabits {
  /** On cold days; on warm ones; on warm ones while few are in. */
  readonly suppliedPerH: number;
  readonly warmDayPerH: number;
  readonly warmDayFewPerH: number;
  readonly recoveredShare: number;
  readonly airing: AiringHabit;
}

/** Place of each step of the year in every use table. */
export function tablePlaces(weather: WeatherYear, calendar: Calendar): Uint16Array {
  const { stepCount, stepsPerDay, stepsPerHour, startWeekday } = calendar;
  const airClass = airClassByHour(weather);
  return Uint16Array.from({ length: stepCount }, (_, step) => {
    const day = Math.floor(step / stepsPerDay);
    const row = airClass[Math.floor(step / stepsPerHour)]! * DAY_KINDS + dayKindOf(startWeekday, day);
    return row * stepsPerDay + step - day * stepsPerDay;
  });
}

function tableOf(
  profile: UseProfile,
  home: boolean,
  calendar: Calendar,
  air: AirHabits,
  homeDay: HomeDay,
  absence?: Absence,
  flexible?: FlexibleHeating,
): UseTable {
  const { stepsPerDay, stepsPerHour } = calendar;
  const offsetK = flexible ? offsetsOf(flexible, calendar) : null;
  const column = (): Float64Array => new Float64Array(AIR_CLASSES.length * DAY_KINDS * stepsPerDay);
  const [heatToDegC, coolToDegC, airChangesPerH] = [column(), column(), column()];
  const table: UseTable = {
    presence: column(),
    appliances: column(),
    hotWater: column(),
    heatToDegC,
    coolToDegC,
    airChangesPerH,
    schedule: {
      personShare: column(),
      applianceShare: column(),
      airShare: airChangesPerH,
      heatToDegC,
      coolToDegC,
    },
  };
  const { presence, appliances, hotWater } = profile.schedules;
  const kinds = ['weekday', 'saturday', 'sunday'] as const;
  const daily = (hours: readonly number[]): number => hours.reduce((sum, share) => sum + share, 0);
  const week = 5 * daily(hotWater.weekday) + daily(hotWater.saturday) + daily(hotWater.sunday);
  const comfort = kinds.map((kind) =>
    comfortHours(home, presence[kind], profile.heatingSetbackDegC >= 20, homeDay),
  );
  for (let at = 0; at < heatToDegC.length; at += 1) {
    const hour = Math.floor((at % stepsPerDay) / stepsPerHour);
    const row = Math.floor(at / stepsPerDay);
    const k = row % DAY_KINDS;
    const airClass = Math.floor(row / DAY_KINDS) as AirClass;
    const kind = kinds[k]!;
    table.presence[at] = profile.monthlyMultiplier * presence[kind][hour]!;
    table.appliances[at] = profile.monthlyMultiplier * appliances[kind][hour]!;
    table.hotWater[at] = week > 0 ? (hotWater[kind][hour]! * 168) / week : 0;
    const comfortable = comfort[k]![hour] === true;
    const away = absence?.away[k === 0 ? 0 : 1][hour] === true;
    const usual = comfortable ? profile.heatingSetpointDegC : profile.heatingSetbackDegC;
    const heatTo = away ? Math.min(usual, absence!.setbackDegC) : usual;
    const somebodyIn = home || presence[kind][hour]! > 0;
    const open = opensIn(air.airing, airClass) ? airingPerH(air.airing, hour, somebodyIn) : 0;
    const cool = home || comfortable ? profile.coolingSetpointDegC : profile.coolingSetbackDegC;
    // Plant and open windows are never on together.
    coolToDegC[at] = open > 0 ? Infinity : cool;
    heatToDegC[at] = offsetK ? shiftedHeatDegC(heatTo, offsetK[at % stepsPerDay]!, airClass, cool) : heatTo;
    airChangesPerH[at] = (somebodyIn ? suppliedPerH(air, airClass, presence[kind][hour]!) : 0) + open;
  }
  return table;
}

function suppliedPerH(air: AirHabits, airClass: AirClass, presentShare: number): number {
  if (airClass === COLD_DAY) return air.suppliedPerH * (1 - air.recoveredShare);
  return presentShare < FEW_PERSONS ? air.warmDayFewPerH : air.warmDayPerH;
}

/** Tables of a use that are kept; set-points and air are continuous, so there is no end to them. */
const MOST_KEPT = 64;
/** Tables by the days of their use, then by set-points, the newest of them: buildings that do the same share one. */
const cache = new WeakMap<UseProfile['schedules'], Map<string, UseTable>>();

/** Table of a use with a building's own set-points and air; with an absence, one of the building's own. */
export function useTableOf(
  use: BuildingUse,
  profile: UseProfile,
  calendar: Calendar,
  air: AirHabits,
  homeDay: HomeDay = USUAL_HOME_DAY,
  absence?: Absence,
  flexible?: FlexibleHeating,
): UseTable {
  if (absence) return tableOf(profile, isHome(use), calendar, air, homeDay, absence, flexible);
  const { heatingSetpointDegC, heatingSetbackDegC, coolingSetpointDegC, coolingSetbackDegC } = profile;
  const setpoints = [heatingSetpointDegC, heatingSetbackDegC, coolingSetpointDegC, coolingSetbackDegC];
  const kept = cache.get(profile.schedules) ?? new Map<string, UseTable>();
  cache.set(profile.schedules, kept);
  const { suppliedPerH: cold, warmDayPerH, warmDayFewPerH, recoveredShare, airing } = air;
  const habits = [cold, warmDayPerH, warmDayFewPerH, recoveredShare, airing.livedInShare, ...airing.classes];
  const key = [
    isHome(use),
    ...homeDay,
    calendar.stepS,
    profile.monthlyMultiplier,
    ...setpoints,
    ...habits,
    ...(flexible ? bandNumbers(flexible) : []),
  ].join();
  const known = kept.get(key);
  if (known) return known;
  const table = tableOf(profile, isHome(use), calendar, air, homeDay, absence, flexible);
  if (kept.size >= MOST_KEPT) kept.delete(kept.keys().next().value!);
  kept.set(key, table);
  return table;
}
