/** When a thing is bought again within a horizon, and what it is still worth at the end. */
export interface ReplacementPlan {
  /** Years of purchase, the first in year 0; none in the last year. */
  readonly purchaseYears: readonly number[];
  /** Share of the last purchase's price that is left at the horizon: its unused life, straight-line. */
  readonly residualShare: number;
}

/** Bought in years 0, L, 2L, ... before the horizon T, whole years. Undefined where life or horizon make no sense. */
export function replacementPlan(lifeYears: number, horizonYears: number): ReplacementPlan | undefined {
  if (!(lifeYears >= 1 && horizonYears >= 1 && Number.isInteger(horizonYears))) return undefined;
  const further = Math.max(0, Math.ceil(horizonYears / lifeYears) - 1);
  const purchaseYears = [0, ...Array.from({ length: further }, (_, k) => (k + 1) * lifeYears)];
  return { purchaseYears, residualShare: 1 - (horizonYears - purchaseYears.at(-1)!) / lifeYears };
}

export interface OwnedThing {
  readonly price: number;
  readonly yearlyCost: number;
  readonly lifeYears: number;
}

/**
 * Cost of each year 0 to T of owning the thing: purchases, running cost at the ends of years 1 to T, and in year T less the
 * residual value. A purchase between two years is paid in the earlier one. Empty where there is no plan.
 */
export function ownershipCosts(thing: OwnedThing, horizonYears: number): readonly number[] {
  const plan = replacementPlan(thing.lifeYears, horizonYears);
  if (plan === undefined) return [];
  const costs = Array.from({ length: horizonYears + 1 }, (_, t) => (t === 0 ? 0 : thing.yearlyCost));
  for (const year of plan.purchaseYears) {
    const whole = Math.floor(year);
    costs[whole] = costs[whole]! + thing.price;
  }
  costs[horizonYears] = costs[horizonYears]! - thing.price * plan.residualShare;
  return costs;
}
