import type { RunInput } from '../../model/run';
import { scenarioCosts, type CostSum } from '../../study/scenarioCosts';

/** What measures cost once, before grants, in EUR. */
export interface Invested {
  readonly typicalEur: number;
  /** Of the operator of the grid: nobody is billed for it directly, everybody pays for it through network charges. */
  readonly gridEur: number;
  /** Places whose price is not known, and those of the grid among them. */
  readonly unknown: number;
  readonly gridUnknown: number;
}

const known = new WeakMap<RunInput, Invested>();

/** Of all measures of a scenario; null where they cannot be priced. Counted once for an input. */
export function investedIn(input: RunInput): Invested | null {
  const before = known.get(input);
  if (before !== undefined) return before;
  const costs = scenarioCosts(input);
  if (!costs.ok) return null;
  const { total, byPayer } = costs.value;
  const invested = investedOf(total, byPayer.operator);
  known.set(input, invested);
  return invested;
}

const investedOf = (total: CostSum, grid: CostSum): Invested => ({
  typicalEur: total.typicalEur,
  gridEur: grid.typicalEur,
  unknown: total.notKnown.investment,
  gridUnknown: grid.notKnown.investment,
});
