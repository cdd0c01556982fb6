import type { BuildingUse, SourcedValue } from '../../model/building';

/** What synthetic households earn and how they live; every figure may be replaced. */
export interface IncomeAssumptions {
  /** Median disposable income a year per equivalent person (household income over the root of its persons). */
  readonly medianPerYear: SourcedValue;
  /** Of the same, 0 to 0.99. */
  readonly gini: SourcedValue;
  /** Share of households that own their home, by use. */
  readonly ownerShare: Readonly<Record<'detached' | 'terraced' | 'apartment' | 'other', SourcedValue>>;
  /** Housing cost without energy, share of the disposable income. */
  readonly housingShare: Readonly<Record<Tenure, SourcedValue>>;
  /** Share of households that depend on electricity or warmth more than others: illness, age, infants. */
  readonly vulnerableShare: SourcedValue;
}

export const TENURES = ['owner', 'tenant'] as const;
export type Tenure = (typeof TENURES)[number];

function placeholder(value: number): SourcedValue {
  return { value, source: 'placeholder: no statistics were at hand', quality: 'unknown_untraceable' };
}

/** Round figures of ours to begin with, in EUR. */
export const INCOME_PLACEHOLDERS: IncomeAssumptions = {
  medianPerYear: placeholder(25000),
  gini: placeholder(0.3),
  ownerShare: {
    detached: placeholder(0.8),
    terraced: placeholder(0.6),
    apartment: placeholder(0.25),
    other: placeholder(0.2),
  },
  housingShare: { owner: placeholder(0.12), tenant: placeholder(0.28) },
  vulnerableShare: placeholder(0.1),
};

export function ownerShareOf(assumptions: IncomeAssumptions, use: BuildingUse): number {
  const { ownerShare } = assumptions;
  switch (use) {
    case 'detached':
    case 'terraced':
    case 'apartment':
      return ownerShare[use].value;
    default:
      return ownerShare.other.value;
  }
}
