import { boilerEfficiencyOf } from '../model/boilers';
import { buildingMeasure } from './buildingMeasure';
import { ENGINEERING_VALUE, engineering, engineeringCost } from './figures';

export const newBoiler = buildingMeasure({
  type: 'newBoiler',
  label: 'New boilers',
  group: 'systems',
  effect: 'system',
  adoptionOf: 'of buildings with a less efficient gas or oil boiler',
  changes: 'A new boiler for the same fuel makes the same heat of less of it.',
  parameters: [
    {
      name: 'efficiency',
      label: 'Heat per bought energy over a season, of the gross calorific value',
      unit: '1',
      min: 0.7,
      max: 1,
      default: 0.95,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('heatLoad', 350, 2)],
    lifetimeYears: engineering(20),
    runningShare: 'deviceRunningShare',
  },
  refusal(building, _region, valueOf) {
    const present = boilerEfficiencyOf(building);
    if (present === null) return 'There is no gas or oil boiler here.';
    return valueOf('efficiency') > present
      ? null
      : `Its boiler has an efficiency of ${Number(present.toPrecision(3))} already.`;
  },
  change: (building, valueOf) => ({
    ...building,
    boilerEfficiency: {
      value: valueOf('efficiency'),
      source: 'the new boiler of a measure',
      quality: 'unknown_untraceable',
    },
  }),
});
