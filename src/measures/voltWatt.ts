import { buildingMeasure } from './buildingMeasure';
import { A_SETTING, engineeringCost } from './figures';
import { refusalOf } from './voltVar';

const STANDARD = 'IEEE 1547-2018, table 10, defaults of category B, as public implementations have them';

export const voltWatt = buildingMeasure({
  type: 'voltWatt',
  label: 'Volt-watt of inverters',
  group: 'electricity',
  effect: 'operation',
  adoptionOf: 'of buildings with panels',
  changes:
    'The panels give less where the voltage at the building is too high; what they could have given is counted.',
  parameters: [
    {
      name: 'v1Pu',
      label: 'Voltage up to which all power is given',
      unit: 'pu',
      min: 1.05,
      max: 1.09,
      default: 1.06,
      source: STANDARD,
      quality: 'estimation_assumptions',
    },
    {
      name: 'v2Pu',
      label: 'Voltage from which the least is given',
      unit: 'pu',
      min: 1.095,
      max: 1.15,
      default: 1.1,
      source: STANDARD,
      quality: 'estimation_assumptions',
    },
    {
      name: 'shareAbove',
      label: 'Power that is given there, of the rating',
      unit: '1',
      min: 0,
      max: 0.5,
      default: 0.2,
      source: STANDARD,
      quality: 'estimation_assumptions',
    },
  ],
  // A setting of the inverter.
  work: { disruption: 'none', costs: [engineeringCost('panels', 0)], runningShare: A_SETTING },
  refusal: (building) => refusalOf(building, 'voltWatt'),
  change(building, valueOf) {
    const { photovoltaics } = building;
    if (photovoltaics === null) return building;
    const voltWattCurve = {
      v1Pu: valueOf('v1Pu'),
      v2Pu: valueOf('v2Pu'),
      shareAbove: valueOf('shareAbove'),
    };
    return { ...building, photovoltaics: { ...photovoltaics, voltWatt: voltWattCurve } };
  },
});
