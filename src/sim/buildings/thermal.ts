import type { Archetype } from '../../model/archetypes';
import type { Building } from '../../model/building';
import { airConditionerEer } from '../devices/airConditioner';
import {
  airHeatPumpCop,
  BIVALENCE_DEGC,
  capacityW,
  HOT_WATER_SINK_DEGC,
  sinkDegC,
} from '../devices/heatPump';
import type { Climate } from './climate';
import { ORIENTATIONS, type Envelope } from './envelope';
import { H_MS, type Zone } from './fiveR1C';

/** TABULA boundary conditions: frame share 0.3, angle factor 0.9, shading of vertical windows 0.6. */
const SOLAR_FACTOR = 0.7 * 0.9 * 0.6;
const AIR_J_PER_M3_K = 1200;
export const ROOM_HEIGHT_M = 2.5;
/**
 * The standard's split of the opaque loss (eq. 1) needs it below the coupling of surface and mass. A tower with one
 * declared storey would pass it; its loss is capped there, as the model has no meaning beyond.
 */
const MAX_OPAQUE_SHARE = 0.9;
/** TABULA's n_use of dwellings, 1/h. */
export const HOME_AIR_CHANGE_PER_H = 0.4;
/** Share of the design outdoor air that has to be heated in non-residential uses (recovery, demand control): assumed. */
export const WORK_AIR_SHARE = 0.45;
/** Capacity over the design-day loss, so that a building comes back from its setback: assumed. */
const HEATING_MARGIN = 1.3;
/** Share of the sum of the orientations' solar peaks that falls in at once: assumed. */
const SOLAR_COINCIDENCE = 0.6;

function ventilationWPerK(archetype: Archetype, home: boolean, floorM2: number, occupied: boolean): number {
  const use = archetype.use;
  const infiltration = (archetype.infiltrationPerH * ROOM_HEIGHT_M * floorM2) / 3600;
  const supplied = home
    ? (HOME_AIR_CHANGE_PER_H * ROOM_HEIGHT_M * floorM2) / 3600
    : (WORK_AIR_SHARE * use.outdoorAirM3PerSPerPerson * floorM2) / use.floorPerPersonM2;
  return Math.max(1e-3, AIR_J_PER_M3_K * (infiltration + (occupied ? supplied : 0))); // (15)
}

/** ISO 13790 zone of a building in one ventilation regime: A_m = 2.5 A_f (class medium), A_tot = 4.5 A_f. */
export function zoneOf(archetype: Archetype, envelope: Envelope, home: boolean, occupied: boolean): Zone {
  const floorM2 = envelope.conditionedFloorM2;
  const massAreaM2 = 2.5 * floorM2;
  return {
    floorM2,
    massAreaM2,
    totalAreaM2: 4.5 * floorM2,
    hWindowWPerK: envelope.hWindowWPerK,
    hOpaqueWPerK: Math.min(envelope.hOpaqueWPerK, MAX_OPAQUE_SHARE * H_MS * massAreaM2),
    hVentilationWPerK: ventilationWPerK(archetype, home, floorM2, occupied),
    heatCapacityJPerK: archetype.heatCapacityJPerM2K * floorM2,
  };
}

/** Loss per kelvin to the outside air, W/K. */
export function lossWPerK(zone: Zone): number {
  return zone.hWindowWPerK + zone.hOpaqueWPerK + zone.hVentilationWPerK;
}

/** Area that takes in all irradiance of its orientation, m2: window x g x frame x angle x shading. Eq. 16. */
export function solarAperturesM2(archetype: Archetype, envelope: Envelope): Float64Array {
  return envelope.windowByOrientationM2.map((areaM2) => areaM2 * archetype.gValue * SOLAR_FACTOR);
}

export interface Capacities {
  readonly heatingW: number;
  readonly coolingW: number;
  readonly bivalenceDegC: number;
  /** Heat pump output at the bivalence temperature: what the building loses there. */
  readonly heatPumpRatedW: number;
}

/** Design-day sizes, eq. 17: a snap colder than the weather's coldest day goes unmet, as in a real house. */
export function capacitiesOf(
  archetype: Archetype,
  zone: Zone,
  aperturesM2: Float64Array,
  internalPeakW: number,
  climate: Climate,
): Capacities {
  const { heatingSetpointDegC, coolingSetpointDegC } = archetype.use;
  const loss = lossWPerK(zone);
  const bivalenceDegC = Math.max(BIVALENCE_DEGC, climate.coldestDayDegC);
  let solarPeakW = 0;
  for (let o = 0; o < ORIENTATIONS; o += 1) solarPeakW += aperturesM2[o]! * climate.wallPeakWPerM2[o]!;
  return {
    heatingW: HEATING_MARGIN * loss * Math.max(0, heatingSetpointDegC - climate.coldestDayDegC),
    coolingW:
      loss * Math.max(0, climate.hottestDegC - coolingSetpointDegC) +
      SOLAR_COINCIDENCE * solarPeakW +
      internalPeakW,
    bivalenceDegC,
    heatPumpRatedW: loss * Math.max(0, heatingSetpointDegC - bivalenceDegC),
  };
}

/** Device behaviour on whole kelvins of outdoor temperature, linear between: nothing transcendental in the loop. */
export interface DeviceCurves {
  readonly heatWPerW: Float64Array;
  readonly hotWaterWPerW: Float64Array;
  readonly coolWPerW: Float64Array;
  readonly heatPumpCapacityW: Float64Array;
}
export const CURVE_FROM_DEGC = -50;
const CURVE_TO_DEGC = 60;
export const CURVE_COUNT = CURVE_TO_DEGC - CURVE_FROM_DEGC + 1;

export function deviceCurvesOf(building: Building, capacities: Capacities): DeviceCurves {
  const curve = (of: (outdoorDegC: number) => number): Float64Array =>
    Float64Array.from({ length: CURVE_COUNT }, (_, i) => of(CURVE_FROM_DEGC + i));
  const { envelope, constructionYear } = building;
  return {
    heatWPerW: curve((t) => 1 / airHeatPumpCop(sinkDegC(t, envelope, constructionYear) - t)),
    hotWaterWPerW: curve((t) => 1 / airHeatPumpCop(HOT_WATER_SINK_DEGC - t)),
    coolWPerW: curve((t) => 1 / airConditionerEer(t)),
    heatPumpCapacityW: curve((t) => capacityW(t, capacities.bivalenceDegC, capacities.heatPumpRatedW)),
  };
}
