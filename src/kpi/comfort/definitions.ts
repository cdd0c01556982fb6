import type { KpiDefinition } from '../definition';

const common = { boundary: 'One room or building, one year', evidence: 'fromMemory' } as const;

export const COMFORT_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'degreeHoursTooCold',
    symbol: 'DH_c',
    unit: 'K h',
    name: 'Degree-hours too cold',
    definition: 'sum max(0, T_min - T) dt.',
    source: 'Common practice of building simulation',
    direction: 'lower',
  },
  {
    ...common,
    id: 'degreeHoursTooWarm',
    symbol: 'DH_w',
    unit: 'K h',
    name: 'Degree-hours too warm',
    definition: 'sum max(0, T - T_max) dt.',
    source: 'Common practice of building simulation',
    direction: 'lower',
  },
  {
    ...common,
    id: 'predictedMeanVote',
    symbol: 'PMV',
    unit: '1',
    name: 'Predicted mean vote',
    definition:
      'Mean vote of a large group, -3 cold to +3 hot, from the heat balance of the body; 0 is neutral.',
    boundary: 'One room and moment, persons of one activity and clothing',
    source: 'ISO 7730',
    evidence: 'thirdParty',
    direction: 'neither',
  },
  {
    ...common,
    id: 'predictedPercentageDissatisfied',
    symbol: 'PPD',
    unit: '%',
    name: 'Predicted percentage dissatisfied',
    definition: '100 - 95 exp(-0.03353 PMV^4 - 0.2179 PMV^2); never below 5 %.',
    boundary: 'One room and moment, persons of one activity and clothing',
    source: 'ISO 7730',
    evidence: 'thirdParty',
    direction: 'lower',
  },
];
