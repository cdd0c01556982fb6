import type { HotWaterTank } from '../model/building';
import { buildingMeasure } from './buildingMeasure';
import { ENGINEERING_VALUE, engineering, engineeringCost } from './figures';

const CONTROLS = [
  'thermostat',
  'offPeak',
  'photovoltaicSurplus',
] as const satisfies readonly HotWaterTank['control'][];

export const hotWaterTanks = buildingMeasure({
  type: 'hotWaterTanks',
  label: 'Hot-water tanks',
  group: 'systems',
  effect: 'system',
  adoptionOf: 'of residential buildings without a tank',
  changes:
    'Hot water is stored, so that it can be made at another hour than it is drawn; the tank loses some heat.',
  parameters: [
    {
      name: 'volumePerHouseholdM3',
      label: 'Volume per household',
      unit: 'm3',
      min: 0.03,
      max: 1,
      default: 0.1,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
    {
      name: 'control',
      label: 'Recharged: 1 when it cools, 2 in off-peak hours, 3 also with surplus of the panels',
      unit: '1',
      min: 1,
      max: 3,
      default: 2,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('dwelling', 1500, 2)],
    lifetimeYears: engineering(20),
    runningShare: 'deviceRunningShare',
  },
  refusal({ hotWaterTank, households }) {
    if (hotWaterTank !== undefined) return 'There is a tank already.';
    return households > 0 ? null : 'There is no household here; other uses have no tank in this model.';
  },
  change: (building, valueOf) => ({
    ...building,
    hotWaterTank: {
      volumeM3: building.households * valueOf('volumePerHouseholdM3'),
      control: CONTROLS[Math.round(valueOf('control')) - 1] ?? 'offPeak',
    },
  }),
});
