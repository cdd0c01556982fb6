import type { HeatingSystem } from '../model/building';
import { buildingMeasure, type BuildingMeasure } from './buildingMeasure';
import type { MeasureDefinition } from './definition';
import {
  engineering,
  engineeringCost,
  HEATING_COSTS,
  RESISTIVE_COSTS,
  sourcedCost,
  typology,
} from './figures';

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
};

/** One heating system in the place of others: what a building is heated with has one answer, so nothing adds up. */
function heatingReplacement({ replaced, by, ...described }: Replacement): MeasureDefinition {
  return buildingMeasure({
    ...described,
    group: 'systems',
    effect: 'system',
    parameters: [],
    refusal: ({ heating }) =>
      replaced.includes(heating)
        ? null
        : `It is heated with ${HEATING_WORDS[heating]}, which this does not replace.`,
    change: (building) => ({ ...building, heating: by }),
  });
}

/** Market prices of today lie well above the source's. */
const HEAT_PUMP_HIGH_SHARE = 2.5;

export const heatPumps = heatingReplacement({
  type: 'heatPumps',
  label: 'Heat pumps',
  adoptionOf: 'of buildings heated by boiler or direct electricity',
  changes: 'Space heating and hot water come from an air-source heat pump instead of the present system.',
  replaced: ['gasBoiler', 'oilBoiler', 'directElectric'],
  by: 'airHeatPump',
  work: {
    disruption: 'someRooms',
    costs: [sourcedCost('heatLoad', () => 947, HEATING_COSTS, HEAT_PUMP_HIGH_SHARE)],
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
