import type { BatteryControl } from '../model/building';
import { J_PER_KWH } from '../units/suffixes';
import { buildingMeasure } from './buildingMeasure';
import { hourParameter } from './definition';
import {
  BATTERY_COSTS,
  ENGINEERING_VALUE,
  INVERTER_EUR_PER_KW,
  INVERTER_YEARS,
  sourcedCost,
  typology,
} from './figures';
import type { ValueOf } from './work';

const CELLS_EUR_PER_KWH = 280.19;
/** Market prices of today lie well above the source's. */
const HIGH_SHARE = 2.5;

function controlOf(valueOf: ValueOf, panelsW: number): BatteryControl {
  switch (Math.round(valueOf('control'))) {
    case 2: {
      const limitW = panelsW * valueOf('limitKWPerKWp');
      return { kind: 'peakShaving', limitW, fillBelowW: limitW / 2 };
    }
    case 3:
      return {
        kind: 'tariff',
        cheapHours: { fromHour: valueOf('cheapFromHour'), toHour: valueOf('cheapToHour') },
        dearHours: { fromHour: valueOf('dearFromHour'), toHour: valueOf('dearToHour') },
      };
    default:
      return { kind: 'selfConsumption' };
  }
}

export const homeBattery = buildingMeasure({
  type: 'homeBattery',
  label: 'Batteries behind the meter',
  group: 'electricity',
  effect: 'system',
  adoptionOf: 'of buildings with panels and no battery',
  changes:
    'A battery stores what the panels make beyond the use of the building and covers its use afterwards, holds its import under a limit, or is charged in cheap hours for dear ones; nothing of it goes into the grid.',
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
    {
      name: 'control',
      label: 'Runs for: 1 self-consumption, 2 peak shaving, 3 price',
      unit: '1',
      min: 1,
      max: 3,
      default: 1,
      source: `${ENGINEERING_VALUE}: as home batteries are sold`,
      quality: 'unknown_untraceable',
    },
    {
      name: 'limitKWPerKWp',
      label: 'Peak shaving: import held under, per panel power; refilled below half of it',
      unit: 'kW/kWp',
      min: 0.05,
      max: 5,
      default: 0.5,
      source: ENGINEERING_VALUE,
      quality: 'unknown_untraceable',
    },
    hourParameter('cheapFromHour', 'Price: charged from', 22),
    hourParameter('cheapToHour', 'Price: charged to; past midnight where it is the earlier hour', 6),
    hourParameter('dearFromHour', 'Price: used from', 17),
    hourParameter('dearToHour', 'Price: used to; past midnight where it is the earlier hour', 21),
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
        control: controlOf(valueOf, building.photovoltaics?.peakW ?? 0),
        minStoredShare: 0,
      },
    };
  },
});
