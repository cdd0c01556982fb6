/** One household and year. Money in one currency; incomes are synthetic, and say so. */
export interface Household {
  readonly id: string;
  /** Disposable income after housing, y. */
  readonly income: number;
  /** Modelled cost of the energy that keeps the home at set comfort, e. A cold home does not make it small. */
  readonly requiredCost: number;
  /** What is in fact spent on energy. */
  readonly spend: number;
  /** Divisors for the household's size; 1 where absent. */
  readonly incomeEquivalence?: number;
  readonly costEquivalence?: number;
}

/** e/y; infinite for a cost without an income, NaN where a number is missing. */
export function energyBurden({ income, requiredCost }: Pick<Household, 'income' | 'requiredCost'>): number {
  if (Number.isNaN(income) || Number.isNaN(requiredCost)) return Number.NaN;
  if (requiredCost === 0) return 0;
  return income > 0 ? requiredCost / income : Infinity;
}

export const equivalisedIncome = ({ income, incomeEquivalence = 1 }: Household): number =>
  income / incomeEquivalence;
export const equivalisedCost = ({ requiredCost, costEquivalence = 1 }: Household): number =>
  requiredCost / costEquivalence;

/** Households of whom everything is told; the others are counted apart, never as well-off. */
export function toldOnly(households: readonly Household[]): readonly Household[] {
  return households.filter(
    (household) =>
      !Number.isNaN(energyBurden(household)) &&
      !Number.isNaN(household.spend) &&
      equivalisedIncome(household) < Infinity &&
      equivalisedCost(household) < Infinity,
  );
}
