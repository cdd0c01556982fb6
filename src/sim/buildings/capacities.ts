import type { Archetype } from '../../model/archetypes';
import { BIVALENCE_DEGC } from '../devices/heatPump';
import type { Climate } from './climate';
import { ORIENTATIONS } from './envelope';

/** Capacity over the design-day loss, so that a building comes back from its setback: assumed. */
const HEATING_MARGIN = 1.3;
/** Share of the sum of the orientations' solar peaks that falls in at once: assumed. */
const SOLAR_COINCIDENCE = 0.6;
/** For light that does not come perpendicularly: TABULA's F_w. */
const INCIDENCE_FACTOR = 0.9;

export interface Capacities {
  readonly heatingW: number;
  readonly coolingW: number;
  readonly bivalenceDegC: number;
  /** Heat pump output at the bivalence temperature: what the building loses there. */
  readonly heatPumpRatedW: number;
}

/** What sizing asks of a zone model. */
export interface DesignLoads {
  /** Power that holds the heating set-point on a steady day, W. */
  readonly heatingW: (outdoorDegC: number) => number;
  /** To the outside, W/K. */
  readonly lossWPerK: number;
  /** [orientation bin] Glass area times g. */
  readonly aperturesM2: ArrayLike<number>;
  readonly internalPeakW: number;
}

/** Design-day sizes, README eq. 14: a snap colder than the weather's coldest day goes unmet, as in a real house. */
export function capacitiesOf(archetype: Archetype, loads: DesignLoads, climate: Climate): Capacities {
  const { coldestDayDegC, hottestDegC, wallPeakWPerM2 } = climate;
  const bivalenceDegC = Math.max(BIVALENCE_DEGC, coldestDayDegC);
  let solarPeakW = 0;
  for (let o = 0; o < ORIENTATIONS; o += 1) {
    solarPeakW += INCIDENCE_FACTOR * (loads.aperturesM2[o] ?? 0) * wallPeakWPerM2[o]!;
  }
  return {
    heatingW: HEATING_MARGIN * loads.heatingW(coldestDayDegC),
    coolingW:
      loads.lossWPerK * Math.max(0, hottestDegC - archetype.use.coolingSetpointDegC) +
      SOLAR_COINCIDENCE * solarPeakW +
      loads.internalPeakW,
    bivalenceDegC,
    heatPumpRatedW: loads.heatingW(bivalenceDegC),
  };
}
