import { buildingMeasure } from './buildingMeasure';
import type { MeasureDefinition } from './definition';
import { engineering, ENGINEERING_VALUE, engineeringCost, sourcedCost } from './figures';

const METER_EUR = 150;

export const meterAudits: MeasureDefinition = {
  ...buildingMeasure({
    type: 'meterAudits',
    label: 'Smart meters and audits against unbilled use',
    group: 'operation',
    effect: 'operation',
    adoptionOf: 'of buildings',
    changes:
      'All electricity meters of the building become smart ones, and what goes past them is looked for: of the electricity that nobody is billed for, a share is billed from then on. How much that was is an assumption of the scenario, 0 unless it makes one.',
    parameters: [
      {
        name: 'recoveredShare',
        label: 'Of what was not billed, billed from then on',
        unit: '1',
        min: 0,
        max: 1,
        default: 0.5,
        source: 'engineering value: placeholder without a source',
        quality: 'unknown_untraceable',
      },
      {
        name: 'savedShare',
        label: 'Less use of appliances and light by households, now that it is paid for',
        unit: '1',
        min: 0,
        max: 0.5,
        default: 0,
        source: 'engineering value: none assumed',
        quality: 'unknown_untraceable',
      },
    ],
    work: {
      disruption: 'none',
      costs: [
        {
          ...sourcedCost(
            'dwelling',
            (_, building) => (building?.smartMeter === true ? 0 : METER_EUR),
            ENGINEERING_VALUE,
            2,
          ),
          quality: 'unknown_untraceable',
        },
        engineeringCost('dwelling', 50, 2),
      ],
      lifetimeYears: engineering(15),
      runningShare: 'meteringRunningShare',
    },
    refusal: ({ meterAudit }) => (meterAudit === undefined ? null : 'Its meters have been audited already.'),
    change: (building, valueOf) => ({
      ...building,
      smartMeter: true,
      meterAudit: { recoveredShare: valueOf('recoveredShare'), savedShare: valueOf('savedShare') },
    }),
  }),
  leavesRun: true,
  payer: 'operator',
};
