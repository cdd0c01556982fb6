import type { KpiDefinition } from '../definition';

const common = {
  unit: 'kg CO2e',
  boundary: 'Electricity that the district takes from the grid, one year',
  direction: 'lower',
  source: 'GHG Protocol terms (location-based)',
  evidence: 'fromMemory',
} as const;

export const CARBON_DEFINITIONS: readonly KpiDefinition[] = [
  {
    ...common,
    id: 'carbonHourly',
    symbol: 'CO2_h',
    name: 'Carbon of electricity, hourly',
    definition: 'sum E_h CI_h with the average intensity of the grid in each hour.',
  },
  {
    ...common,
    id: 'carbonAnnualAverage',
    symbol: 'CO2_a',
    name: 'Carbon of electricity, yearly average',
    definition: 'sum E_h times one average intensity for the year.',
  },
  {
    ...common,
    id: 'carbonHourlyDifference',
    symbol: 'CO2_h - CO2_a',
    name: 'Hourly less yearly',
    definition:
      'What the hours of use add or save against the yearly average; exactly 0 under a flat intensity.',
  },
  {
    ...common,
    id: 'carbonMarginal',
    symbol: 'dCO2_m',
    name: 'Change of carbon, marginal',
    definition:
      'sum dE_h MI_h for a change of imports under marginal intensities. Only with their label; never added to an average figure.',
    source: 'Consequential accounting',
  },
  {
    ...common,
    id: 'carbonTotal',
    symbol: 'CO2',
    name: 'Carbon by sector',
    definition: 'Sum of the sectors of the ledger, activity times emission factor each.',
    boundary: 'As declared in the ledger',
    source: 'Methodology to assess Net Zero progress in cities (ITU/U4SSC 2025), p. 14, equation 1',
    evidence: 'seen',
  },
];
