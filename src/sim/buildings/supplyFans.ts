import type { Archetype } from '../../model/archetypes';
import { isHome, type Building } from '../../model/building';
import { airSupplyOf, WORK_AIR_SHARE } from './airSupply';
import type { UseTable } from './useTables';

/** Fans of supply and exhaust ventilation. */
export interface SupplyFans {
  /** While they supply, both together. */
  readonly powerW: number;
  /** Homes are supplied at all hours, other uses while somebody is in. */
  readonly always: boolean;
}

/** Specific fan power times all outdoor air that the plant moves; none without heat recovery. README eq. 19. */
export function supplyFansOf(building: Building, archetype: Archetype, floorM2: number): SupplyFans {
  const always = isHome(building.use);
  const { suppliedM3PerS } = airSupplyOf(archetype, always, floorM2);
  const movedM3PerS = always ? suppliedM3PerS : suppliedM3PerS / WORK_AIR_SHARE;
  return { powerW: (building.retrofit?.heatRecovery?.fanWPerM3PerS ?? 0) * movedM3PerS, always };
}

/** Adds their power to the steps of `values`, which begin at `offset`, in which air is supplied. */
export function addSupplyFans(
  { powerW, always }: SupplyFans,
  { presence }: UseTable,
  tableAt: Uint16Array,
  fromStep: number,
  toStep: number,
  values: Float64Array,
  offset: number,
): void {
  if (!(powerW > 0)) return;
  for (let step = fromStep; step < toStep; step += 1) {
    if (always || presence[tableAt[step]!]! > 0) values[offset + step - fromStep]! += powerW;
  }
}
