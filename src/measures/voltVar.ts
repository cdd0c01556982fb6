import type { Building } from '../model/building';
import { DC_AC_RATIO, inverterRatingW } from '../model/inverterRating';
import { buildingMeasure } from './buildingMeasure';
import type { MeasureParameter } from './definition';
import { BATTERY_COSTS, INVERTER_EUR_PER_KW, INVERTER_YEARS, sourcedCost, typology } from './figures';
import type { ValueOf } from './work';

const STANDARD =
  'IEEE 1547-2018, table 8, defaults of category B, as public implementations have them (range: the standard allows more)';

const voltage = (name: string, label: string, [min, usual, max]: readonly [number, number, number]) =>
  ({
    name,
    label,
    unit: 'pu',
    min,
    max,
    default: usual,
    source: STANDARD,
    quality: 'estimation_assumptions',
  }) as const satisfies MeasureParameter;

/** kVA beside the active rating per kWp; of panels that nobody knows as many as are usual. */
function largerByKvaPerKwp(valueOf: ValueOf, building?: Building): number {
  const panels = building?.photovoltaics ?? null;
  const kwPerKwp = panels === null ? 1 / DC_AC_RATIO : inverterRatingW(panels) / panels.peakW;
  return (valueOf('apparentPerActive') - 1) * kwPerKwp;
}

export const voltVar = buildingMeasure({
  type: 'voltVar',
  label: 'Volt-var of inverters',
  group: 'electricity',
  effect: 'operation',
  adoptionOf: 'of buildings with panels',
  changes:
    'The inverter of the panels takes reactive power where its voltage is high and gives some where it is low, as far as its rating leaves room beside active power.',
  parameters: [
    voltage('v1Pu', 'Voltage of full injection', [0.82, 0.92, 0.95]),
    voltage('v2Pu', 'Voltage at which injection begins', [0.97, 0.98, 1]),
    voltage('v3Pu', 'Voltage at which absorption begins', [1, 1.02, 1.03]),
    voltage('v4Pu', 'Voltage of full absorption', [1.05, 1.08, 1.18]),
    {
      name: 'share',
      label: 'Most reactive power per apparent rating',
      unit: '1',
      min: 0.1,
      max: 0.6,
      default: 0.44,
      source: STANDARD,
      quality: 'estimation_assumptions',
    },
    {
      name: 'apparentPerActive',
      label: 'Apparent over active rating of the inverter',
      unit: 'VA/W',
      min: 1,
      max: 1.5,
      default: 1.11,
      source:
        'engineering value: 1/sqrt(1 - 0.44^2) = 1.114, what 44 % of reactive power needs beside full active power',
      quality: 'unknown_untraceable',
    },
  ],
  work: {
    disruption: 'none',
    costs: [
      {
        ...sourcedCost(
          'panels',
          (valueOf, building) => INVERTER_EUR_PER_KW * largerByKvaPerKwp(valueOf, building),
          `${BATTERY_COSTS}: the inverter of a home battery, taken for what this one is larger`,
        ),
        quality: 'estimation_assumptions',
      },
    ],
    lifetimeYears: typology(INVERTER_YEARS, BATTERY_COSTS),
    runningShare: 'deviceRunningShare',
  },
  refusal: (building) => refusalOf(building, 'voltVar'),
  change(building, valueOf) {
    const { photovoltaics } = building;
    if (photovoltaics === null) return building;
    return {
      ...building,
      photovoltaics: {
        ...photovoltaics,
        voltVar: {
          v1Pu: valueOf('v1Pu'),
          v2Pu: valueOf('v2Pu'),
          v3Pu: valueOf('v3Pu'),
          v4Pu: valueOf('v4Pu'),
          share: valueOf('share'),
          ratedSVa: valueOf('apparentPerActive') * inverterRatingW(photovoltaics),
        },
      },
    };
  },
});

/** What speaks against a control of the panels' inverter; null if nothing does. */
export function refusalOf(
  { photovoltaics }: Building,
  control: 'voltVar' | 'voltWatt' | 'exportLimitW',
): string | null {
  if (photovoltaics === null || !(photovoltaics.peakW > 0)) return 'There are no panels to control.';
  return photovoltaics[control] === undefined ? null : 'The panels are controlled that way already.';
}
