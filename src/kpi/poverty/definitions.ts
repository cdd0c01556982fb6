import type { KpiDefinition } from '../definition';
import type { PovertyMeasure } from './measures';

const common = {
  unit: '%',
  boundary:
    'Households of the district whose income and energy are told, one year; income is disposable and after housing, and synthetic (estimation_assumptions at best)',
  direction: 'lower',
  evidence: 'fromMemory',
} as const;

/** Five measures, five answers: all are shown. e is the cost of the energy required for set comfort, y the income. */
export const POVERTY_DEFINITIONS: Readonly<Record<PovertyMeasure, KpiDefinition>> = {
  tenPercent: {
    ...common,
    id: 'povertyTenPercent',
    symbol: '10 %',
    name: 'Energy cost above 10 % of income',
    definition: 'Share of households with e/y > 0.10; also called severe burden.',
    source: 'UK origin: sustainability-directory.com; 10 % as severe burden: aceee.org, 2024',
    evidence: 'seen',
  },
  twiceMedian: {
    ...common,
    id: 'povertyTwiceMedian',
    symbol: '2M',
    name: 'Energy cost share above twice the median',
    definition: 'Share of households with e/y > 2 median(e/y).',
    source: 'Expenditure-based indicators of energy poverty',
  },
  halfMedian: {
    ...common,
    id: 'povertyHalfMedian',
    symbol: 'M/2',
    name: 'Hidden energy poverty',
    definition: 'Share of households that spend less on energy than half the median spending.',
    source: 'Expenditure-based indicators of energy poverty',
  },
  lihc: {
    ...common,
    id: 'povertyLihc',
    symbol: 'LIHC',
    name: 'Low income, high cost',
    definition:
      'Share of households with e_eq > median(e_eq) and y_eq - e_eq < 0.6 median(y_eq), both equivalised for household size.',
    source: 'England, replaced by LILEE in 2021',
  },
  sixPercent: {
    ...common,
    id: 'povertySixPercent',
    symbol: '6 %',
    name: 'Energy cost above 6 % of income',
    definition:
      'Share of households with e/y > 0.06: high burden. There is no universally accepted threshold.',
    source: 'Practice in the United States',
  },
};

export const ENERGY_BURDEN: KpiDefinition = {
  ...common,
  unit: '1',
  id: 'energyBurden',
  symbol: 'e/y',
  name: 'Energy burden by income group',
  definition:
    'Cost of required energy over income: median of the households of a group, and sum over sum. Required, not actual: a home that is left cold would look affordable.',
  source: 'Definition of ACEEE and others',
};
