import type { KpiDefinition } from '../definition';

export const POLICY_DEFINITIONS: readonly KpiDefinition[] = [
  {
    id: 'policyLevel',
    symbol: 'L',
    unit: '1',
    name: 'Maturity level of a policy',
    definition:
      '1 + number of consecutive targets met, level 1 (existing) to 5 (sustainable); of the city: the lowest of its policies, with the binding one. The ratchet on top (tightens after two years running, loosens by a logged decision only) is a proposal of this project.',
    boundary: 'One indicator and its ladder of targets, one simulated year',
    source:
      'Levels: Policy benchmarks for digital transformation (ITU/U4SSC 2024); ladders: Methodology to assess Net Zero progress in cities (ITU/U4SSC 2025), p. 19-20',
    evidence: 'seen',
    direction: 'higher',
  },
];
