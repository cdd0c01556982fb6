import { ZONE_FIGURES, type Archetype } from '../../model/archetypes';
import { type Building, isHome } from '../../model/building';
import type { WeatherYear } from '../../model/weather';
import { airingHabitOf } from './airing';
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

/** A building's supplied air in air changes, heat recovery and windows, as use tables take them. */
export function airHabitsOf(building: Building, archetype: Archetype): AirHabits {
  const home = isHome(building.use);
  return {
    suppliedPerH: (airSupplyOf(archetype, home, 1).suppliedM3PerS * 3600) / ROOM_HEIGHT_M,
    recoveredShare: building.retrofit?.heatRecovery?.share ?? 0,
    airing: airingHabitOf(home, building.cooling !== 'none'),
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
