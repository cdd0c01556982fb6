import type { BuildingModel, Course, Ventilation, Zone } from '../../../model/buildingModel/types';
import type { BuildingState } from './state';
import type { StepInputs } from './stepInputs';

/** A course through the year by steps. */
export type CourseReader = (course: Course | undefined, otherwise: number) => Float64Array;

interface Flow {
  readonly m3PerS: number;
  readonly course: Float64Array;
  readonly recovery: number;
  readonly onlyCooling: Ventilation['onlyCooling'];
}

/** Air of one zone from outdoors, as volume flows of outdoor air. */
interface ZoneFlows {
  readonly flows: readonly Flow[];
  readonly heatingDegC: Float64Array;
}

export interface AirFlows {
  readonly zones: readonly ZoneFlows[];
  readonly exchanges: readonly {
    readonly a: number;
    readonly b: number;
    readonly m3PerS: number;
    readonly course: Float64Array;
  }[];
}

/** Bypass opens this much above the heating set-point; without one, above 20 degC + 2 K. */
const BYPASS_ABOVE_K = 2;
const USUAL_HEATING_DEG_C = 20;

function zoneFlows(zone: Zone, read: CourseReader): ZoneFlows {
  const changes = (perH: number | undefined): number => ((perH ?? 0) * zone.volumeM3) / 3600;
  const { infiltration } = zone;
  const leak: Flow[] = infiltration
    ? [
        {
          m3PerS: changes(infiltration.airChangesPerH),
          course: read(infiltration.course, 1),
          recovery: 0,
          onlyCooling: undefined,
        },
      ]
    : [];
  const fans = (zone.ventilation ?? []).map((each) => ({
    m3PerS: changes(each.airChangesPerH) + (each.flowM3PerS ?? 0),
    course: read(each.course, 1),
    recovery: each.heatRecoveryShare ?? 0,
    onlyCooling: each.onlyCooling,
  }));
  return { flows: [...leak, ...fans], heatingDegC: read(zone.heating?.setpointDegC, NaN) };
}

export function airFlowsOf(model: BuildingModel, read: CourseReader): AirFlows {
  const indexOf = new Map(model.zones.map(({ id }, index) => [id, index]));
  return {
    zones: model.zones.map((zone) => zoneFlows(zone, read)),
    exchanges: (model.airExchanges ?? []).map(({ zones, flowM3PerS, course }) => ({
      a: indexOf.get(zones[0])!,
      b: indexOf.get(zones[1])!,
      m3PerS: flowM3PerS,
      course: read(course, 1),
    })),
  };
}

/**
 * Conductances of all air flows in one step, decided by the zone temperatures before it. `outdoorJPerM3K` is the outdoor
 * air's, `indoorJPerM3K` that of what zones exchange. README eq. 15 to 16.
 */
export function fillAirFlows(
  { zones, exchanges }: AirFlows,
  step: number,
  { airDegC }: BuildingState,
  outdoorJPerM3K: number,
  indoorJPerM3K: number,
  inputs: StepInputs,
): void {
  const zoneCount = zones.length;
  for (let z = 0; z < zoneCount; z += 1) {
    const { flows, heatingDegC } = zones[z]!;
    const held = heatingDegC[step]!;
    const bypassDegC = (held === held ? held : USUAL_HEATING_DEG_C) + BYPASS_ABOVE_K;
    const air = airDegC[z]!;
    let conductance = 0;
    for (const { m3PerS, course, recovery, onlyCooling } of flows) {
      if (onlyCooling && !(air - inputs.outdoorDegC >= onlyCooling.byK && air > onlyCooling.aboveDegC))
        continue;
      const bypass = air > bypassDegC && inputs.outdoorDegC < air;
      conductance += m3PerS * course[step]! * outdoorJPerM3K * (bypass ? 1 : 1 - recovery);
    }
    inputs.airFlowWPerK[z] = conductance;
  }
  if (exchanges.length === 0) return;
  inputs.exchangeWPerK.fill(0);
  for (const { a, b, m3PerS, course } of exchanges) {
    const conductance = m3PerS * course[step]! * indoorJPerM3K;
    inputs.exchangeWPerK[a * zoneCount + b]! += conductance;
    inputs.exchangeWPerK[b * zoneCount + a]! += conductance;
  }
}
