import type { Building, Phase } from '../../model/building';
import { randomKey, uniform } from '../numeric/random';

const PHASE_COLUMN: Readonly<Record<Phase, number>> = { a: 0, b: 1, c: 2 };

/** Columns of the phases of a building's service, 0 to 2; all three without a connection. */
export function servicePhasesOf({ connection }: Pick<Building, 'connection'>): readonly number[] {
  const phases = connection?.phases ?? [];
  return phases.length > 0 ? phases.map((phase) => PHASE_COLUMN[phase]) : [0, 1, 2];
}

/** Column of the phase that a small plant or battery is on: drawn, as electricians spread them. */
export function plantPhaseOf(seed: number, buildingId: string, phases: readonly number[]): number {
  return phases[Math.floor(phases.length * uniform(randomKey(seed, buildingId, 'plant-phase'), 0))]!;
}
