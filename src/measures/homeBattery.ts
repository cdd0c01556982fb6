import { J_PER_KWH } from '../units/suffixes';
import { buildingMeasure } from './buildingMeasure';
import {
  BATTERY_COSTS,
  ENGINEERING_VALUE,
  INVERTER_EUR_PER_KW,
  INVERTER_YEARS,
  sourcedCost,
  typology,
} from './figures';

const CELLS_EUR_PER_KWH = 280.19;
/** Market prices of today lie well above the source's. */
const HIGH_SHARE = 2.5;

export const homeBattery = buildingMeasure({
  type: 'homeBattery',
  label: 'Batteries behind the meter',
  group: 'electricity',
  effect: 'system',
  adoptionOf: 'of buildings with panels and no battery',
  changes:
    'A battery stores what the panels make beyond the use of the building, and covers its use afterwards; nothing of it goes into the grid.',
  parameters: [
    {
      name: 'usableKWhPerKWp',
      label: 'Usable energy per panel power',
      unit: 'kWh/kWp',
      min: 0.1,
      max: 5,
      default: 1,
      source: 'engineering value: as eGon-data sizes home batteries',
      quality: 'unknown_untraceable',
    },
    {
      name: 'kWPerKWh',
      label: 'Power per usable energy',
      unit: 'kW/kWh',
      min: 0.1,
      max: 2,
      default: 0.5,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'none',
    costs: [
      sourcedCost(
        'panels',
        (valueOf) =>
          valueOf('usableKWhPerKWp') * (CELLS_EUR_PER_KWH + valueOf('kWPerKWh') * INVERTER_EUR_PER_KW),
        BATTERY_COSTS,
        HIGH_SHARE,
      ),
    ],
    lifetimeYears: typology(INVERTER_YEARS, BATTERY_COSTS),
    runningShare: 'deviceRunningShare',
  },
  refusal({ photovoltaics, battery }) {
    if (battery !== undefined) return 'There is a battery already.';
    return photovoltaics !== null && photovoltaics.peakW > 0
      ? null
      : 'There are no panels, so there is nothing to store.';
  },
  change(building, valueOf) {
    const usableKWh = ((building.photovoltaics?.peakW ?? 0) / 1000) * valueOf('usableKWhPerKWp');
    return {
      ...building,
      battery: {
        capacityJ: usableKWh * J_PER_KWH,
        powerW: usableKWh * valueOf('kWPerKWh') * 1000,
        control: { kind: 'selfConsumption' },
        minStoredShare: 0,
      },
    };
  },
});
