import type { KpiDefinition } from '../definition';

const common = {
  boundary: 'One shock, from before it until the end of the period named beside it',
  evidence: 'own',
} as const;

export const RESILIENCE_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'resilience',
    symbol: 'R',
    unit: '1',
    name: 'Resilience',
    definition: 'sum min(Q, Q_0)/sum Q_0: share of what was wanted that was served; 1 without a shock.',
    source: 'Resilience trapezoid',
    direction: 'higher',
  },
  {
    ...common,
    id: 'recoveryTime',
    symbol: 't_r',
    unit: 'h',
    name: 'Recovery time',
    definition: 'From the first short step to the first after which service stays at 99.9 % or more.',
    source: 'Resilience trapezoid',
    direction: 'lower',
  },
  {
    ...common,
    id: 'unservedEnergy',
    symbol: 'ENS',
    unit: 'J',
    name: 'Energy not served',
    definition: 'sum max(0, wanted - served) dt, by group.',
    source: 'Resilience trapezoid',
    direction: 'lower',
  },
  {
    ...common,
    id: 'hoursWithoutSupply',
    symbol: 't_0',
    unit: 'h',
    name: 'Hours without supply',
    definition:
      'Hours in which something is wanted and nothing is served; of vulnerable homes a social proxy.',
    source: 'Three-pillar decision support',
    direction: 'lower',
  },
];
