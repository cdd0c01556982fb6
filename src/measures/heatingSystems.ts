import type { Building, HeatingSystem } from '../model/building';
import { buildingMeasure, type BuildingMeasure } from './buildingMeasure';
import type { MeasureDefinition, MeasureParameter } from './definition';
import {
  ENGINEERING_VALUE,
  engineering,
  engineeringCost,
  HEATING_COSTS,
  RESISTIVE_COSTS,
  sourcedCost,
  typology,
} from './figures';
import type { ValueOf } from './work';

const HEATING_WORDS: Readonly<Record<HeatingSystem, string>> = {
  gasBoiler: 'a gas boiler',
  oilBoiler: 'an oil boiler',
  districtHeat: 'district heat',
  directElectric: 'direct electricity',
  airHeatPump: 'an air-source heat pump',
  groundHeatPump: 'a ground-source heat pump',
  none: 'nothing',
};

type Replacement = Pick<BuildingMeasure, 'type' | 'label' | 'adoptionOf' | 'changes'> & {
  readonly replaced: readonly HeatingSystem[];
  readonly by: HeatingSystem;
  readonly work: NonNullable<BuildingMeasure['work']>;
  readonly parameters?: readonly MeasureParameter[];
  /** What is written beside the system; nothing where absent. */
  readonly unitOf?: (valueOf: ValueOf) => Pick<Building, 'heatPumpUnit'>;
};

/** One heating system in the place of others: what a building is heated with has one answer, so nothing adds up. */
function heatingReplacement({
  replaced,
  by,
  parameters = [],
  unitOf,
  ...described
}: Replacement): MeasureDefinition {
  return buildingMeasure({
    ...described,
    group: 'systems',
    effect: 'system',
    parameters,
    refusal: ({ heating }) =>
      replaced.includes(heating)
        ? null
        : `It is heated with ${HEATING_WORDS[heating]}, which this does not replace.`,
    change: (building, valueOf) => ({ ...building, heating: by, ...unitOf?.(valueOf) }),
  });
}

/** Market prices of today lie well above the source's. */
const HEAT_PUMP_HIGH_SHARE = 2.5;

/** Colder than any weather that the curves of devices know. */
const NO_CUT_OFF_DEGC = -50;

export const heatPumps = heatingReplacement({
  type: 'heatPumps',
  label: 'Heat pumps',
  adoptionOf: 'of buildings heated by boiler or direct electricity',
  changes: 'Space heating and hot water come from an air-source heat pump instead of the present system.',
  replaced: ['gasBoiler', 'oilBoiler', 'directElectric'],
  by: 'airHeatPump',
  parameters: [
    {
      name: 'cutOffDegC',
      label: 'Stands still below an outdoor temperature of',
      unit: 'degC',
      min: NO_CUT_OFF_DEGC,
      max: 5,
      default: NO_CUT_OFF_DEGC,
      source: `${ENGINEERING_VALUE}: none in the weather of the districts`,
      quality: 'unknown_untraceable',
    },
    {
      name: 'sizeShare',
      label: 'Output, of what the building needs at the bivalence temperature',
      unit: '1',
      min: 0.3,
      max: 1.5,
      default: 1,
      source: `${ENGINEERING_VALUE}: sized for the building; the electric heater makes the rest`,
      quality: 'unknown_untraceable',
    },
  ],
  unitOf(valueOf) {
    const [cutOffDegC, sizeShare] = [valueOf('cutOffDegC'), valueOf('sizeShare')];
    return cutOffDegC === NO_CUT_OFF_DEGC && sizeShare === 1
      ? {}
      : { heatPumpUnit: { cutOffDegC, sizeShare } };
  },
  work: {
    disruption: 'someRooms',
    costs: [
      sourcedCost('heatLoad', (valueOf) => 947 * valueOf('sizeShare'), HEATING_COSTS, HEAT_PUMP_HIGH_SHARE),
    ],
    lifetimeYears: typology(18, HEATING_COSTS),
    runningShare: typology(0.029785, HEATING_COSTS),
  },
});

export const groundHeatPumps = heatingReplacement({
  type: 'groundHeatPumps',
  label: 'Heat pumps with boreholes',
  adoptionOf: 'of buildings heated by boiler or direct electricity',
  changes: 'Space heating and hot water come from a heat pump with boreholes instead of the present system.',
  replaced: ['gasBoiler', 'oilBoiler', 'directElectric'],
  by: 'groundHeatPump',
  work: {
    disruption: 'someRooms',
    costs: [sourcedCost('heatLoad', () => 1534, HEATING_COSTS, HEAT_PUMP_HIGH_SHARE)],
    lifetimeYears: typology(20, HEATING_COSTS),
    runningShare: typology(0.018384, HEATING_COSTS),
  },
});

export const districtHeatConnection = heatingReplacement({
  type: 'districtHeatConnection',
  label: 'District heat',
  adoptionOf: 'of buildings heated by boiler or direct electricity',
  changes: 'Space heating and hot water come from a heat network instead of the present system.',
  replaced: ['gasBoiler', 'oilBoiler', 'directElectric'],
  by: 'districtHeat',
  work: {
    disruption: 'someRooms',
    costs: [engineeringCost('heatLoad', 400, 2)],
    lifetimeYears: engineering(25),
    runningShare: 'deviceRunningShare',
  },
});

export const directElectricHeating = heatingReplacement({
  type: 'directElectricHeating',
  label: 'Direct electric heating',
  adoptionOf: 'of buildings heated by boiler',
  changes: 'Space heating and hot water come from electric resistance heaters instead of the boiler.',
  replaced: ['gasBoiler', 'oilBoiler'],
  by: 'directElectric',
  work: {
    disruption: 'someRooms',
    costs: [sourcedCost('heatLoad', () => 105.8, RESISTIVE_COSTS, HEAT_PUMP_HIGH_SHARE)],
    lifetimeYears: typology(20, RESISTIVE_COSTS),
    runningShare: typology(0.02, RESISTIVE_COSTS),
  },
});
