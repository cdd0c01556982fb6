import {
  runCityYear,
  type BlockOptions,
  type ModalBuilding,
  type ModalKernel,
  type ModalSums,
  type ModalTotals,
  type ModalYear,
  type SumKeys,
} from '../sim/buildings/modal';
import { createBuildingCache, type BuildingCache, type CacheCounts } from './buildingCache';
import { contentKey } from './contentKey';

/** What a year leaves of a building: its totals, and heat less cold of every step in units of SHARE_W. */
export interface CityResult {
  readonly totals: ModalTotals;
  readonly shares: Int32Array | Float64Array;
}

export interface CityInput {
  readonly year: ModalYear;
  readonly buildings: readonly ModalBuilding[];
  readonly precision: BlockOptions['precision'];
  readonly sums: SumKeys;
}

/** Shares are multiples of it (sim/buildings/modal, 14). */
const SHARE_W = 1 / 1024;
/** Buildings computed at a time: their series are in memory for as long. */
const AT_ONCE = 128;
/** Changes with everything that changes results without any input having changed. */
const MODEL_VERSION = 'modal-1';

/** 10,000 buildings by the hour are 350 MB. */
export function createCityCache(maxBytes = 600e6): BuildingCache<CityResult> {
  return createBuildingCache(({ shares }) => shares.byteLength + 100, maxBytes);
}

/**
 * A city's year in which only buildings that changed are computed. Sums are exact in any order, so they, like everything
 * else, have the bits of `runCityYear`, which keeps no cache.
 */
export function cityYearCached(
  kernel: ModalKernel | undefined,
  { year, buildings, precision, sums }: CityInput,
  cache: BuildingCache<CityResult>,
): { readonly totals: readonly ModalTotals[]; readonly sums: ModalSums; readonly counts: CacheCounts } {
  const shared = `${MODEL_VERSION} ${precision} ${contentKey(year)} `;
  const keys = buildings.map((building) => shared + contentKey(building));
  const { results, counts } = cache.take(keys, (missing) =>
    compute(
      kernel,
      year,
      missing.map((place) => buildings[place]!),
      precision,
    ),
  );
  return {
    totals: results.map((result) => result.totals),
    sums: sumsOf(results, year.stepCount, sums),
    counts,
  };
}

function* compute(
  kernel: ModalKernel | undefined,
  year: ModalYear,
  buildings: readonly ModalBuilding[],
  precision: BlockOptions['precision'],
): Iterable<CityResult> {
  for (let from = 0; from < buildings.length; from += AT_ONCE) {
    const some = buildings.slice(from, from + AT_ONCE);
    // Each its own feeder: the sums are then the buildings' own shares.
    const own = {
      archetypeCount: 1,
      feederCount: some.length,
      archetype: new Int32Array(some.length),
      feeder: Int32Array.from(some.keys()),
    };
    const block = runCityYear(kernel, year, some, { precision, sums: own });
    const { byFeeder } = block.sums();
    for (let building = 0; building < some.length; building += 1) {
      const at = 2 * year.stepCount * building;
      yield { totals: block.totals(building), shares: netShares(byFeeder, at, year.stepCount) };
    }
  }
}

/** Heat less cold in units of SHARE_W, whole numbers: 32 bits hold up to 2 MW. */
function netShares(heatAndCool: Float64Array, at: number, steps: number): Int32Array | Float64Array {
  const small = new Int32Array(steps);
  for (let step = 0; step < steps; step += 1) {
    const share = (heatAndCool[at + 2 * step]! - heatAndCool[at + 2 * step + 1]!) / SHARE_W;
    small[step] = share;
    if (small[step] !== share) return largeShares(heatAndCool, at, steps);
  }
  return small;
}

function largeShares(heatAndCool: Float64Array, at: number, steps: number): Float64Array {
  return Float64Array.from(
    { length: steps },
    (_, step) => (heatAndCool[at + 2 * step]! - heatAndCool[at + 2 * step + 1]!) / SHARE_W,
  );
}

function sumsOf(results: readonly CityResult[], stepCount: number, sums: SumKeys): ModalSums {
  const byArchetype = new Float64Array(2 * stepCount * sums.archetypeCount);
  const byFeeder = new Float64Array(2 * stepCount * sums.feederCount);
  results.forEach(({ shares }, building) => {
    const archetype = 2 * stepCount * sums.archetype[building]!;
    const feeder = 2 * stepCount * sums.feeder[building]!;
    for (let step = 0; step < stepCount; step += 1) {
      const powerW = shares[step]! * SHARE_W;
      if (powerW === 0) continue;
      // Heat counts to the even, cold to the odd numbers.
      const at = 2 * step + (powerW > 0 ? 0 : 1);
      byArchetype[archetype + at]! += Math.abs(powerW);
      byFeeder[feeder + at]! += Math.abs(powerW);
    }
  });
  return { byArchetype, byFeeder };
}
