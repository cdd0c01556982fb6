import type { KpiDefinition } from '../definition';

const common = {
  unit: '1',
  boundary: 'The load or group named beside it, one year, means over its steps',
  source: 'Textbook of power distribution',
  evidence: 'fromMemory',
} as const;

export const LOAD_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'loadFactor',
    symbol: 'LF',
    name: 'Load factor',
    definition: 'mean(P)/max(P).',
    direction: 'higher',
  },
  {
    ...common,
    id: 'peakToAverage',
    symbol: 'PAR',
    name: 'Peak-to-average ratio',
    definition: 'max(P)/mean(P): the reciprocal of the load factor.',
    direction: 'lower',
  },
  {
    ...common,
    id: 'coincidenceFactor',
    symbol: 'c',
    name: 'Coincidence factor',
    definition: 'max(sum P_i)/sum max(P_i), at most 1.',
    boundary: 'The loads of a group, one year, means over their steps',
    direction: 'lower',
  },
  {
    ...common,
    id: 'diversityFactor',
    symbol: 'd',
    name: 'Diversity factor',
    definition: '1/c, at least 1. Some sources call its reciprocal by this name.',
    boundary: 'The loads of a group, one year, means over their steps',
    direction: 'higher',
  },
  {
    ...common,
    id: 'selfConsumption',
    symbol: 'SC',
    name: 'Self-consumption',
    definition:
      'sum min(g, l + charge)/sum g with own generation g, load l and what a battery takes in. SC sum(g) = SS sum(l).',
    direction: 'higher',
  },
  {
    ...common,
    id: 'selfSufficiency',
    symbol: 'SS',
    name: 'Self-sufficiency',
    definition: 'sum min(g, l + charge)/sum l.',
    direction: 'higher',
  },
  {
    ...common,
    id: 'curtailment',
    symbol: 'k',
    name: 'Curtailment',
    definition: '(available - delivered)/available energy of own generation.',
    direction: 'lower',
  },
];
