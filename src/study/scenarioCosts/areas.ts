import type { ElementAreas } from '../../measures';
import { archetypeOf } from '../../model/archetypes';
import type { Building } from '../../model/building';
import type { ArchetypeRegion } from '../../model/district';
import type { WeatherYear } from '../../model/weather';
import { siteAirOf } from '../../sim/buildings/airSupply';
import { designLossWPerK } from '../../sim/buildings/designLoss';
import { conditionedFloorM2 } from '../../sim/buildings/envelope';
import { shapesOf } from '../../sim/buildings/shape';

const HOURS_PER_DAY = 24;

/** What the design day is like: the coldest daily mean of the year, and what outdoor air carries. */
interface DesignDay {
  readonly outdoorDegC: number;
  readonly outdoorJPerM3K: number;
}

function designDayOf(weather: WeatherYear): DesignDay {
  let outdoorDegC = Infinity;
  for (let hour = 0; hour + HOURS_PER_DAY <= weather.tempDegC.length; hour += HOURS_PER_DAY) {
    let sum = 0;
    for (const value of weather.tempDegC.subarray(hour, hour + HOURS_PER_DAY)) sum += value;
    outdoorDegC = Math.min(outdoorDegC, sum / HOURS_PER_DAY);
  }
  return { outdoorDegC, outdoorJPerM3K: siteAirOf(weather).outdoorJPerM3K };
}

export type AreasOf = (row: number, before: Building, after: Building) => ElementAreas;

/**
 * Sizes of a building that costs are counted on, as the zone model counts them: roof and floor are the footprint, windows
 * a share of the outer walls. Heat load = loss of the building before the measure x (set-point - coldest daily mean);
 * not known without weather. No measure changes the geometry, so it is that of the base.
 */
export function areasFor(
  buildings: readonly Building[],
  region: ArchetypeRegion,
  weather: WeatherYear | undefined,
): AreasOf {
  const day = weather === undefined ? undefined : designDayOf(weather);
  return (row, before, after) => {
    const shape = shapesOf(buildings)[row]!;
    const archetype = archetypeOf(before, region);
    const facadeM2 = shape.walls.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    const windowM2 = facadeM2 * archetype.windowShareOfFacade;
    const heatLoadW =
      day === undefined
        ? Number.NaN
        : designLossWPerK(before, archetype, shape, day.outdoorJPerM3K) *
          Math.max(0, archetype.use.heatingSetpointDegC - day.outdoorDegC);
    return {
      wallM2: facadeM2 - windowM2,
      windowM2,
      roofM2: shape.footprintM2,
      floorM2: shape.footprintM2,
      floorAreaM2: conditionedFloorM2(shape.footprintM2, before.levels),
      dwellings: before.households,
      enrolledHouseholds: newlyEnrolled(before, after),
      heatLoadW,
      panelsW: after.photovoltaics?.peakW ?? 0,
    };
  };
}

const ENROLMENTS = ['tariff', 'loadControl', 'consumptionFeedback'] as const;

/** Households in the enrolments that differ: a measure changes one of them. */
function newlyEnrolled(before: Building, after: Building): number {
  return ENROLMENTS.reduce(
    (sum, field) => (before[field] === after[field] ? sum : sum + (after[field]?.households.length ?? 0)),
    0,
  );
}
