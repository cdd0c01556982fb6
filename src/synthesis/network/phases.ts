import type { Building, Phase } from '../../model/building';
import { randomKey, uniform } from '../../sim/numeric/random';
import { RULE } from './rule';

export const ALL_PHASES: readonly Phase[] = ['a', 'b', 'c'];

function mayBeSinglePhase(building: Building): boolean {
  return (
    (building.use === 'detached' || building.use === 'terraced') &&
    building.households <= 1 &&
    building.constructionYear < RULE.singlePhaseBeforeYear &&
    building.heating !== 'directElectric' &&
    building.heating !== 'airHeatPump' &&
    building.heating !== 'groundHeatPump' &&
    building.cooling === 'none'
  );
}

/** Three-phase unless a small old dwelling draws a single-phase service. */
export function isSinglePhase(building: Building, seed: number): boolean {
  return (
    mayBeSinglePhase(building) &&
    uniform(randomKey(seed, building.id, 'singlePhaseService'), 0) < RULE.singlePhaseShare
  );
}

/**
 * Gives single-phase services out feeder by feeder: each to the phase with the fewest on its feeder, then on its
 * station, ties by a keyed draw. The order within a feeder is by keyed draw too, so neighbours do not share a phase.
 */
export class PhaseAllocation {
  private readonly onStation = new Map<string, number[]>();

  constructor(private readonly seed: number) {}

  allocate(stationId: string, buildingIds: readonly string[]): Map<string, Phase> {
    const station = this.onStation.get(stationId) ?? [0, 0, 0];
    this.onStation.set(stationId, station);
    const feeder = [0, 0, 0];
    const drawn = buildingIds
      .map((id) => ({ id, key: randomKey(this.seed, id, 'servicePhase') }))
      .sort((a, b) => a.key - b.key || (a.id < b.id ? -1 : 1));
    const phases = new Map<string, Phase>();
    for (const { id, key } of drawn) {
      const first = Math.floor(uniform(key, 0) * 3);
      let best = first;
      for (const step of [1, 2]) {
        const p = (first + step) % 3;
        if (feeder[p]! < feeder[best]! || (feeder[p] === feeder[best] && station[p]! < station[best]!))
          best = p;
      }
      feeder[best] = feeder[best]! + 1;
      station[best] = station[best]! + 1;
      phases.set(id, ALL_PHASES[best]!);
    }
    return phases;
  }
}
