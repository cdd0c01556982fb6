import { buildingMeasure } from './buildingMeasure';
import type { MeasureDefinition } from './definition';
import { engineering, engineeringCost } from './figures';

export const smartMeters: MeasureDefinition = {
  ...buildingMeasure({
    type: 'smartMeters',
    label: 'Smart meters',
    group: 'operation',
    effect: 'operation',
    adoptionOf: 'of buildings',
    changes:
      'All electricity meters of the building are replaced by smart ones. By itself this saves nothing.',
    parameters: [],
    work: {
      disruption: 'none',
      costs: [engineeringCost('dwelling', 150, 2)],
      lifetimeYears: engineering(15),
      runningShare: 'meteringRunningShare',
    },
    refusal: ({ smartMeter }) => (smartMeter === true ? 'Its meters are smart already.' : null),
    change: (building) => ({ ...building, smartMeter: true }),
  }),
  leavesRun: true,
  payer: 'operator',
};
