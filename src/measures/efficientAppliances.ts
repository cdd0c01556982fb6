import { buildingMeasure, elementRefusal, withElement } from './buildingMeasure';
import { ENGINEERING_VALUE, engineering, engineeringCost, noUpkeep } from './figures';

export const efficientAppliances = buildingMeasure({
  type: 'efficientAppliances',
  label: 'Efficient appliances',
  group: 'operation',
  effect: 'system',
  adoptionOf: 'of buildings with households',
  changes:
    'Refrigerators, washing machines, cookers, screens and lamps of the homes do the same at the same times with less power, and give less heat to the rooms.',
  parameters: [
    {
      name: 'powerShare',
      label: 'Power of appliances and lights that remains, of today’s',
      unit: '1',
      min: 0.3,
      max: 0.95,
      default: 0.8,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'none',
    // What better appliances cost beyond those that would have been bought anyway.
    costs: [engineeringCost('dwelling', 600, 2)],
    lifetimeYears: engineering(12),
    runningShare: noUpkeep('no more than that of the appliances they replace'),
  },
  refusal(building) {
    const refusal = elementRefusal(building, 'appliances');
    if (refusal !== null) return refusal;
    return building.households > 0 ? null : 'There is no household here.';
  },
  change: (building, valueOf) => withElement(building, 'appliances', { powerShare: valueOf('powerShare') }),
});
