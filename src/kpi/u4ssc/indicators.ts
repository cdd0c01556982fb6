import type { KpiDefinition } from '../definition';
import { CITY_INDICATORS } from './cityIndicators';
import type { U4sscIndicator } from './indicator';
import { SUPPLY_INDICATORS } from './supplyIndicators';

/** All that are computed here. */
export const U4SSC_INDICATORS: readonly U4sscIndicator[] = [...SUPPLY_INDICATORS, ...CITY_INDICATORS];

/** Electrification raises electricity per inhabitant and lowers the other two: shown beside them, not scored. */
export const FINAL_ENERGY_PER_INHABITANT: KpiDefinition = {
  id: 'finalEnergyPerInhabitant',
  symbol: 'E_f/cap',
  unit: 'kWh/yr/cap',
  name: 'Total final energy per inhabitant',
  definition:
    'Final energy of all carriers over inhabitants. Electricity per inhabitant (EN: E: E: 2C) and thermal energy and emissions per inhabitant (EN: E: E: 3C, EN: EN: AQ: 2C) pull in opposite directions when heat and cars electrify; this one holds both.',
  boundary: 'All carriers of the district, one year',
  source: 'Companion of the U4SSC indicators, not part of the set',
  evidence: 'own',
  direction: 'lower',
};

/** Indicators that the twin touches and does not compute: always listed as not reported, with the reason. */
export const NOT_COMPUTED: readonly {
  readonly code: string;
  readonly name: string;
  readonly reason: string;
}[] = [
  {
    code: 'EN: EN: AQ: 1C',
    name: 'Air Pollution',
    reason: 'Only the change of local combustion could be told, never the air quality of the city.',
  },
  { code: 'EN: EN: EQ: 2A', name: 'Noise Exposure', reason: 'Noise is not modelled.' },
  {
    code: 'SC: SH: HO: 2A',
    name: 'Expenditure on Housing',
    reason: 'Only the change by the energy bill could be told.',
  },
  ...(['1C', '2C', '3C', '4C'] as const).map((number) => ({
    code: `SC: SH: SI: ${number}`,
    name: {
      '1C': 'Gender Income Equality',
      '2C': 'Gini Coefficient',
      '3C': 'Poverty Share',
      '4C': 'Voter Participation',
    }[number],
    reason: 'An input from statistics, not a result.',
  })),
];
