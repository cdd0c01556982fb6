import { DAYS_OF_MONTH } from '../../model/commonYear';
import { FILMS_M2K_PER_W } from '../../model/archetypes/constructions';
import { layerOf, MATERIALS } from '../../model/archetypes/materials';
import type { Layer, MaterialLayer } from '../../model/buildingModel/types';
import type { WeatherYear } from '../../model/weather';
import { ln, PI } from '../numeric/elementary';

/** Periodic penetration depth of sand and gravel, m: EN ISO 13370:2017 table H.1. */
const PENETRATION_M = 3.2;
/** Thickness of the walls that stand on the slab, m: assumed. */
const WALL_M = 0.3;
/** Soil that takes part in the hour's course: EN ISO 52016-1:2017, 6.5.8. */
const SOIL_M = 0.5;
/** What the indoor side is taken to be when the ground's own temperature is worked out: ISO 13370's constant indoor case. */
const INDOOR_DEG_C = 20;

/** A slab on ground: the layers of floor and ground, outside first, and the temperature below them by month. */
export interface GroundFloor {
  readonly layers: readonly Layer[];
  readonly tempDegC: readonly number[];
  readonly uValueWPerM2K: number;
}

const kept = new WeakMap<Float64Array, readonly number[]>();

/** Means of an hourly year by month; kept with the array, for every building of a district asks. */
export function monthlyMeans(hourly: Float64Array): readonly number[] {
  const known = kept.get(hourly) ?? meansOf(hourly);
  kept.set(hourly, known);
  return known;
}

function meansOf(hourly: Float64Array): number[] {
  let hour = 0;
  return DAYS_OF_MONTH.map((days) => {
    let sum = 0;
    for (let i = 0; i < 24 * days; i += 1) sum += hourly[hour + i]!;
    hour += 24 * days;
    return sum / (24 * days);
  });
}

/**
 * Slab on ground, EN ISO 13370:2017: steady-state U of an uninsulated or evenly insulated slab (eq. 3 and 4, characteristic
 * dimension B' = A / (P/2)), external periodic coefficient H_pe (annex H), and the monthly virtual temperature that
 * carries both to the hourly model (EN ISO 52016-1:2017 eq. 25): the flow out of a room at 20 degC is the standard's.
 * `floor` holds the layers above the ground; areas in m2, the exposed perimeter in m.
 */
export function groundFloorOf(
  floor: readonly MaterialLayer[],
  areaM2: number,
  perimeterM: number,
  weather: WeatherYear,
): GroundFloor {
  const lambda = MATERIALS.soil.conductivityWPerMK;
  const resistance = floor.reduce((sum, layer) => sum + layer.thicknessM / layer.conductivityWPerMK, 0);
  const equivalentM = WALL_M + lambda * (resistance + FILMS_M2K_PER_W.floor + 0.04);
  const dimensionM = areaM2 / (0.5 * Math.max(perimeterM, 1e-3));
  const uValueWPerM2K =
    equivalentM < dimensionM
      ? ((2 * lambda) / (PI * dimensionM + equivalentM)) * ln((PI * dimensionM) / equivalentM + 1)
      : lambda / (0.457 * dimensionM + equivalentM);
  const periodicWPerK = 0.37 * perimeterM * lambda * ln(PENETRATION_M / equivalentM + 1);
  const outdoor = monthlyMeans(weather.tempDegC);
  const annual = outdoor.reduce((sum, value) => sum + value, 0) / 12;
  const tempDegC = outdoor.map((_, month) => {
    // The ground answers about a month late.
    const late = outdoor[(month + 11) % 12]!;
    const flowW = areaM2 * uValueWPerM2K * (INDOOR_DEG_C - annual) + periodicWPerK * (annual - late);
    return INDOOR_DEG_C - flowW / (areaM2 * uValueWPerM2K);
  });
  const soilM2KPerW = SOIL_M / lambda;
  const restM2KPerW = 1 / uValueWPerM2K - FILMS_M2K_PER_W.floor - resistance - soilM2KPerW;
  return {
    layers: [{ resistanceM2KPerW: Math.max(restM2KPerW, 1e-3) }, layerOf('soil', SOIL_M), ...floor],
    tempDegC,
    uValueWPerM2K,
  };
}
