import type { Transformer } from '../model/network';
import type { RunTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';
import { exp } from '../sim/numeric/elementary';
import {
  hotSpotDegC,
  ONAN_DISTRIBUTION,
  steadyThermalState,
  type ThermalParameters,
} from '../sim/powerflow/thermal';

/** Most current of distribution transformers, of rated, whatever the temperature: IEC 60076-7, normal cyclic loading, from memory. */
export const MOST_LOADING = 1.5;
const BISECTIONS = 18;

/** Highest hot spot at the end of a step, degC, with every loading scaled; steady states as in `steadyThermalState`. */
function highestDegC(
  loading: Float64Array,
  scale: number,
  outdoorDegC: Float64Array,
  stepS: number,
  parameters: ThermalParameters,
): number {
  const { k11, k22, oilTimeConstantS, windingTimeConstantS } = parameters;
  const [oilRest, riseRest, dipRest] = [
    exp(-stepS / (k11 * oilTimeConstantS)),
    exp(-stepS / (k22 * windingTimeConstantS)),
    exp((-stepS * k22) / oilTimeConstantS),
  ];
  let state = steadyThermalState(parameters, scale * loading[0]!, outdoorDegC[0]!);
  let highest = hotSpotDegC(state);
  for (let step = 0; step < loading.length; step += 1) {
    const to = steadyThermalState(parameters, scale * loading[step]!, outdoorDegC[step]!);
    state = {
      topOilDegC: to.topOilDegC + (state.topOilDegC - to.topOilDegC) * oilRest,
      gradient1K: to.gradient1K + (state.gradient1K - to.gradient1K) * riseRest,
      gradient2K: to.gradient2K + (state.gradient2K - to.gradient2K) * dipRest,
    };
    const hot = hotSpotDegC(state);
    if (!(hot <= highest)) highest = hot;
  }
  return highest;
}

/**
 * Dynamic rating of a transformer in a year, 1 = nameplate: the largest loading that the year's course reaches when all of it
 * is scaled until the hot spot of IEC 60076-7 comes to its limit,
 *
 *   K_dyn = f max(K),   f: max over steps of theta_h(f K, theta_outdoor) = limit,   at most MOST_LOADING
 *
 * so that K_max > K_dyn exactly where the year as it is passes the limit. A transformer without load may carry MOST_LOADING;
 * NaN with a gap.
 */
export function dynamicRating(
  loading: Float64Array,
  outdoorDegC: Float64Array,
  stepS: number,
  hotSpotLimitDegC: number,
  parameters: ThermalParameters = ONAN_DISTRIBUTION,
): number {
  let most = 0;
  for (let step = 0; step < loading.length; step += 1) if (!(loading[step]! <= most)) most = loading[step]!;
  if (!(most < Infinity)) return Number.NaN;
  if (most === 0) return MOST_LOADING;
  let [low, high] = [0, MOST_LOADING / most];
  const isWithin = (scale: number): boolean =>
    highestDegC(loading, scale, outdoorDegC, stepS, parameters) <= hotSpotLimitDegC;
  if (isWithin(high)) return MOST_LOADING;
  for (let k = 0; k < BISECTIONS; k += 1) {
    const middle = (low + high) / 2;
    if (isWithin(middle)) low = middle;
    else high = middle;
  }
  return low * most;
}

type Rated = Pick<Transformer, 'dynamicRating'>;
type Course = Pick<RunTable, 'transformerLoading' | 'outdoorDegC'>;
const known = new WeakMap<Course, Map<string, number>>();

/**
 * What each transformer of a run may carry, 1 = nameplate, in its order: its dynamic rating where it is judged by one, else 1.
 * A gap in the year, or a transformer that is not known, leaves the nameplate.
 */
export function transformerRatings(
  table: Course,
  stepS: number,
  transformers: readonly (Rated | undefined)[],
): Float64Array {
  const { transformerLoading, outdoorDegC } = table;
  const found = known.get(table) ?? new Map<string, number>();
  known.set(table, found);
  return Float64Array.from(transformers, (transformer, row) => {
    const judged = transformer?.dynamicRating;
    if (judged === undefined) return 1;
    const steps = outdoorDegC.length;
    const key = `${row} ${judged.hotSpotLimitDegC}`;
    const loading = transformerLoading.subarray(row * steps, (row + 1) * steps);
    const rating = found.get(key) ?? dynamicRating(loading, outdoorDegC, stepS, judged.hotSpotLimitDegC);
    found.set(key, rating);
    return rating > 0 ? rating : 1;
  });
}

interface YearOfRows {
  readonly table: Course;
  readonly rows: Pick<RunRows, 'transformerIds'>;
  readonly stepS: number;
}

/** `transformerRatings` in the rows of a year, whatever the order of the transformers; 1 for those that are not among them. */
export function ratingsOfRows(
  { table, rows, stepS }: YearOfRows,
  transformers: readonly Transformer[],
): Float64Array {
  const byId = new Map(transformers.map((one) => [one.id, one]));
  return transformerRatings(
    table,
    stepS,
    rows.transformerIds.map((id) => byId.get(id)),
  );
}
