import { ZONE_FIGURES, type Archetype } from '../../model/archetypes';
import { footprintAreaM2 } from '../../geometry';
import { type Building, isHome } from '../../model/building';
import type { WeatherYear } from '../../model/weather';
import { airingHabitOf, type AiringHabit } from './airing';
import { conditionedFloorM2 } from './envelope';
import { airHeatCapacityJPerM3K, mean, outdoorAirHeatCapacity } from './multinode/air';
import type { AirHabits } from './useTables';

export const ROOM_HEIGHT_M = ZONE_FIGURES.roomHeightM.value;
/** TABULA's n_use of dwellings, 1/h. */
export const HOME_AIR_CHANGE_PER_H = ZONE_FIGURES.homeAirChangePerH.value;
/** Share of the design outdoor air that has to be heated in non-residential uses (recovery, demand control): assumed. */
export const WORK_AIR_SHARE = ZONE_FIGURES.workAirShare.value;

/** Outdoor air of a building, m3/s: through gaps always, for people while the building is occupied. */
export interface AirSupply {
  readonly infiltrationM3PerS: number;
  readonly suppliedM3PerS: number;
}

export function airSupplyOf({ use, infiltrationPerH }: Archetype, home: boolean, floorM2: number): AirSupply {
  const volumeM3 = ROOM_HEIGHT_M * floorM2;
  return {
    infiltrationM3PerS: (infiltrationPerH * volumeM3) / 3600,
    suppliedM3PerS: home
      ? (HOME_AIR_CHANGE_PER_H * volumeM3) / 3600
      : (WORK_AIR_SHARE * use.outdoorAirM3PerSPerPerson * floorM2) / use.floorPerPersonM2,
  };
}

/**
 * Share of the supplied air's heat that a plant with heat recovery keeps on cold days. Of workplaces `WORK_AIR_SHARE` of the
 * design air counts, recovery and demand control included; a plant of which `share` is known moves all of it and loses 1 -
 * share, so that on what is counted it saves
 *
 *     1 - (1 - share) / WORK_AIR_SHARE,   at least 0
 *
 * Nothing counts twice: a plant no better than what is assumed saves nothing.
 */
export function recoveredShareOf({ use, retrofit }: Pick<Building, 'use' | 'retrofit'>): number {
  const share = retrofit?.heatRecovery?.share ?? 0;
  return isHome(use) ? share : Math.max(0, 1 - (1 - share) / WORK_AIR_SHARE);
}

const { stagedAirAboveM3PerHM2, stagedAirShare, flatFloorM2 } = ZONE_FIGURES;
/** Fewer persons than this are few. */
export const FEW_PERSONS = 0.5;

/** Supplied air by the day, as factors on what counts on cold days. */
export interface WarmDayAir {
  readonly full: number;
  /** While less than half of the persons are in. */
  readonly few: number;
}

/**
 * On warm days nobody saves heat by less air and recovery is bypassed: workplaces get all the air they are designed for,
 * at two stages where that is much (README eq. 10).
 */
export function warmDayAirOf({ use }: Archetype, home: boolean): WarmDayAir {
  if (home) return { full: 1, few: 1 };
  const designM3PerHM2 = (3600 * use.outdoorAirM3PerSPerPerson) / use.floorPerPersonM2;
  const full = 1 / WORK_AIR_SHARE;
  return { full, few: designM3PerHM2 > stagedAirAboveM3PerHM2.value ? full * stagedAirShare.value : full };
}

/** Floor that a flat takes in a building of another use. */
export const FLAT_FLOOR_M2 = flatFloorM2.value;

/** When a building's windows are open; flats above a shop air as homes do. */
export function airingOf({ use, cooling, households, footprint, levels }: Building): AiringHabit {
  const home = isHome(use);
  const floorM2 = conditionedFloorM2(Math.max(1, footprintAreaM2(footprint)), levels);
  const livedInShare = home ? 1 : Math.min(1, (FLAT_FLOOR_M2 * households) / floorM2);
  return airingHabitOf(home, cooling !== 'none', livedInShare);
}

/** A building's supplied air in air changes, heat recovery and windows, as use tables take them. */
export function airHabitsOf(building: Building, archetype: Archetype): AirHabits {
  const home = isHome(building.use);
  const suppliedPerH = (airSupplyOf(archetype, home, 1).suppliedM3PerS * 3600) / ROOM_HEIGHT_M;
  const { full, few } = warmDayAirOf(archetype, home);
  return {
    suppliedPerH,
    warmDayPerH: suppliedPerH * full,
    warmDayFewPerH: suppliedPerH * few,
    recoveredShare: recoveredShareOf(building),
    airing: airingOf(building),
  };
}

/** Heat that air takes, J/(m3 K), at the site's pressure. */
export interface SiteAir {
  /**
   * Outdoor air: the constant that carries what the hours' densities carry out of a room at 20 degC, sum of c |20 - T| /
   * sum of |20 - T|.
   */
  readonly outdoorJPerM3K: number;
  /** Indoor air at the mean pressure and 20 degC. */
  readonly indoorJPerM3K: number;
}

const ROOM_DEG_C = 20;

export function siteAirOf(weather: WeatherYear): SiteAir {
  const hourly = outdoorAirHeatCapacity(weather);
  let carried = 0;
  let differences = 0;
  for (let hour = 0; hour < hourly.length; hour += 1) {
    const difference = Math.abs(ROOM_DEG_C - weather.tempDegC[hour]!);
    carried += hourly[hour]! * difference;
    differences += difference;
  }
  return {
    outdoorJPerM3K: differences > 0 ? carried / differences : mean(hourly),
    indoorJPerM3K: airHeatCapacityJPerM3K(mean(weather.pressurePa), ROOM_DEG_C, 0),
  };
}
