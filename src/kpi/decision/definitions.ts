import type { KpiDefinition } from '../definition';

const common = {
  boundary:
    "The options and criteria at hand, with the user's weights; the table without weights is shown beside it",
  source: 'Weighted sum on fixed reference points',
  evidence: 'own',
} as const;

export const DECISION_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'weightedScore',
    symbol: 'S',
    unit: '1',
    name: 'Weighted score',
    definition:
      'sum w (v - worst)/(best - worst) with weights of sum 1 and reference points that do not depend on the options: one more option turns no two round. Options beyond a veto line are not ranked.',
    direction: 'higher',
  },
  {
    ...common,
    id: 'smallestWeightChange',
    symbol: 'dw',
    unit: '1',
    name: 'Smallest change of weights that flips the winner',
    definition:
      'Smallest share of all weight that, moved between criteria, lets a rival draw level with the winner.',
    direction: 'higher',
  },
];
