import { replacementPlan } from '../../kpi/economics';
import type { CostLine } from './types';

/**
 * What measures cost in the years 0 to T, EUR; year 0 is today, all else falls at the end of its year. Before grants, which move
 * money and make nothing cheaper; without energy.
 */
export interface CashFlows {
  /** The investment, and again whenever its life is over. */
  readonly purchases: readonly number[];
  readonly upkeep: readonly number[];
  /** Not positive, in year T alone: straight-line worth of the life that is left. */
  readonly residual: readonly number[];
}

/** Whether it is known what a line costs, and how often. */
export function hasPurchases({ investment, lifetimeYears }: CostLine): boolean {
  return investment.known && (investment.typical === 0 || lifetimeYears !== null);
}

/** Whether everything that the cash flows of a line take is known. */
export const hasCashFlows = (line: CostLine): boolean => line.runningPerYear.known && hasPurchases(line);

/**
 * Cash flows of lines, as far as they are known: bought in years 0, L, 2L, ... before T (between two years: in the earlier one),
 * upkeep in years 1 to T, residual value `-(1 - (T - last purchase)/L) x price` in year T.
 */
export function cashFlowsOf(lines: readonly CostLine[], horizonYears: number): CashFlows {
  const years = (): number[] => Array.from({ length: horizonYears + 1 }, () => 0);
  const [purchases, upkeep, residual] = [years(), years(), years()];
  for (const { investment, runningPerYear, lifetimeYears } of lines) {
    if (runningPerYear.known)
      for (let year = 1; year <= horizonYears; year += 1) upkeep[year]! += runningPerYear.eur;
    if (!investment.known || investment.typical === 0) continue;
    const plan = replacementPlan(lifetimeYears?.value ?? Number.NaN, horizonYears);
    for (const year of plan?.purchaseYears ?? []) purchases[Math.floor(year)]! += investment.typical;
    residual[horizonYears]! -= investment.typical * (plan?.residualShare ?? 0);
  }
  return { purchases, upkeep, residual };
}
