import type { KpiDefinition } from '../definition';

const common = {
  unit: '1',
  boundary: 'One three-phase bus, one step',
  direction: 'lower',
  evidence: 'fromMemory',
} as const;

/** Computed by src/sim/powerflow/unbalance.ts, from phasors or from line voltages. */
export const POWER_QUALITY_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'voltageUnbalanceFactor',
    symbol: 'VUF',
    name: 'Voltage unbalance factor',
    definition:
      '|V-|/|V+|; from line voltages sqrt((1 - sqrt(3 - 6 beta))/(1 + sqrt(3 - 6 beta))) with beta = sum V^4/(sum V^2)^2.',
    source: 'IEC 61000-2-2, EN 50160',
  },
  {
    ...common,
    id: 'maxDeviationUnbalance',
    symbol: 'u_dev',
    name: 'Largest deviation of line voltages',
    definition:
      'Largest deviation of a line voltage from their mean, over the mean. Another figure than VUF.',
    source: 'NEMA MG 1',
  },
];
