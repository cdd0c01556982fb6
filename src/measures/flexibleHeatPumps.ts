import { buildingMeasure } from './buildingMeasure';
import type { MeasureParameter } from './definition';
import { A_SETTING, ENGINEERING_VALUE, engineeringCost } from './figures';

function engineeringParameter(declared: Omit<MeasureParameter, 'source' | 'quality'>): MeasureParameter {
  return { ...declared, source: ENGINEERING_VALUE, quality: 'unknown_untraceable' };
}

export const flexibleHeatPumps = buildingMeasure({
  type: 'flexibleHeatPumps',
  label: 'Heat pumps that avoid the peak',
  group: 'operation',
  effect: 'operation',
  adoptionOf: 'of buildings with a heat pump',
  changes:
    'Rooms may cool a little in the peak hours of the grid and are warmed up before; what they lack is made up afterwards. No gain of the fabric.',
  parameters: [
    engineeringParameter({
      name: 'peakFromHour',
      label: 'Peak begins',
      unit: 'h',
      min: 0,
      max: 24,
      default: 17,
    }),
    engineeringParameter({
      name: 'peakToHour',
      label: 'Peak ends; past midnight where it is the earlier hour',
      unit: 'h',
      min: 0,
      max: 24,
      default: 20,
    }),
    engineeringParameter({
      name: 'setbackK',
      label: 'Cooler in the peak',
      unit: 'K',
      min: 0,
      max: 5,
      default: 1.5,
    }),
    engineeringParameter({
      name: 'preheatK',
      label: 'Warmer before it',
      unit: 'K',
      min: 0,
      max: 3,
      default: 1,
    }),
    engineeringParameter({
      name: 'preheatMin',
      label: 'Warmed up for',
      unit: 'min',
      min: 0,
      max: 720,
      default: 120,
    }),
  ],
  // A setting is changed: nothing to buy, and somebody who sees to it.
  work: {
    disruption: 'none',
    costs: [engineeringCost('building', 0)],
    runningShare: A_SETTING,
    service: { key: 'heatPumpControlEurPerYear', basis: 'building' },
  },
  refusal({ heating, flexibleHeating }) {
    if (heating !== 'airHeatPump' && heating !== 'groundHeatPump') return 'There is no heat pump here.';
    return flexibleHeating === undefined ? null : 'Its heating avoids the peak already.';
  },
  change: (building, valueOf) => ({
    ...building,
    flexibleHeating: {
      peakHours: { fromHour: valueOf('peakFromHour'), toHour: valueOf('peakToHour') },
      setbackK: valueOf('setbackK'),
      preheatK: valueOf('preheatK'),
      preheatMin: valueOf('preheatMin'),
    },
  }),
});
