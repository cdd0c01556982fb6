import { median } from '../median';
import { energyBurden, equivalisedCost, equivalisedIncome, toldOnly, type Household } from './household';

export const POVERTY_MEASURES = ['tenPercent', 'twiceMedian', 'halfMedian', 'lihc', 'sixPercent'] as const;
export type PovertyMeasure = (typeof POVERTY_MEASURES)[number];

/** The country's figures, where known; the medians of the households at hand stand in for what is absent. */
export interface PovertyReference {
  readonly medianBurden?: number;
  readonly medianSpend?: number;
  /** Of equivalised required cost. */
  readonly medianCost?: number;
  /** Of equivalised income. */
  readonly medianIncome?: number;
}

/** Share of the median income under which low income begins. */
export const LOW_INCOME_SHARE = 0.6;

export type PoorHouseholds = Readonly<Record<PovertyMeasure, readonly string[]>>;

export interface PovertyResult {
  /** Ids of the households that each measure finds, in the order given. */
  readonly poor: PoorHouseholds;
  /** Percent of the households that are told. */
  readonly percent: Readonly<Record<PovertyMeasure, number>>;
  readonly told: number;
  readonly notTold: number;
  readonly reference: Required<PovertyReference>;
}

/**
 * The five measures side by side, with required cost e, income y, median m over households, _eq equivalised:
 * 10 %: e > 0.10 y; 2M: e/y > 2 m(e/y); M/2: spend < m(spend)/2 (hidden poverty);
 * LIHC: e_eq > m(e_eq) and y_eq - e_eq < 0.6 m(y_eq); 6 %: e > 0.06 y. All strict: on the line is not poor.
 */
export function energyPoverty(households: readonly Household[], given: PovertyReference = {}): PovertyResult {
  const told = toldOnly(households);
  const reference = {
    medianBurden: given.medianBurden ?? median(told.map(energyBurden)),
    medianSpend: given.medianSpend ?? median(told.map(({ spend }) => spend)),
    medianCost: given.medianCost ?? median(told.map(equivalisedCost)),
    medianIncome: given.medianIncome ?? median(told.map(equivalisedIncome)),
  };
  const found = (test: (household: Household) => boolean): string[] => told.filter(test).map(({ id }) => id);
  const burdenAbove =
    (share: number) =>
    (household: Household): boolean =>
      energyBurden(household) > share;
  const poor: PoorHouseholds = {
    tenPercent: found(burdenAbove(0.1)),
    twiceMedian: found(burdenAbove(2 * reference.medianBurden)),
    halfMedian: found(({ spend }) => spend < reference.medianSpend / 2),
    lihc: found((household) => isLowIncomeHighCost(household, reference)),
    sixPercent: found(burdenAbove(0.06)),
  };
  const percent = (measure: PovertyMeasure): number =>
    told.length === 0 ? Number.NaN : (100 * poor[measure].length) / told.length;
  return {
    poor,
    percent: {
      tenPercent: percent('tenPercent'),
      twiceMedian: percent('twiceMedian'),
      halfMedian: percent('halfMedian'),
      lihc: percent('lihc'),
      sixPercent: percent('sixPercent'),
    },
    told: told.length,
    notTold: households.length - told.length,
    reference,
  };
}

function isLowIncomeHighCost(
  household: Household,
  { medianCost, medianIncome }: Required<PovertyReference>,
): boolean {
  const cost = equivalisedCost(household);
  return cost > medianCost && equivalisedIncome(household) - cost < LOW_INCOME_SHARE * medianIncome;
}
