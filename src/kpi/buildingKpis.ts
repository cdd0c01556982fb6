import { FUEL_CARRIERS, type FuelCarrier } from '../sim/arrays/carriers';
import type { Kpi, KpiInput } from './districtKpis';
import type { Factors } from './factors';
import { endUseEnergyJ, sum } from './sums';

const OWN = 'Gridtwin engine: multi-node building zones of every step';
const BUILDINGS = 'All buildings of the district, one year';
const METERS = 'The meters of all buildings, one year; the grid between them is outside';

const CARRIER_LABEL: Readonly<Record<FuelCarrier, string>> = {
  gas: 'Delivered gas',
  oil: 'Delivered oil',
  districtHeat: 'Delivered district heat',
};

/**
 * Need, use, delivered and exported energy as ISO 52000-1 tells them apart: what rooms and taps ask for, what the systems
 * take in for it, and what crosses the border of the buildings.
 */
export function needKpis(input: KpiInput): Kpi[] {
  const { table } = input;
  const energy = (
    id: string,
    label: string,
    value: number,
    definition: string,
    boundary = BUILDINGS,
    betterWhen: Kpi['betterWhen'] = 'lower',
  ): Kpi => ({ id, label, value, unit: 'J', definition, boundary, source: OWN, betterWhen });
  const systemsJ = (['spaceHeating', 'hotWater', 'cooling'] as const).reduce(
    (total, use) => total + endUseEnergyJ(input, use),
    sum(table.buildingFuelJ),
  );
  return [
    energy(
      'heatNeed',
      'Heating need',
      sum(table.buildingHeatNeedJ),
      'Heat into the rooms to hold the heating set-points, before any system. Read it with underheating.',
    ),
    energy(
      'coolNeed',
      'Cooling need',
      sum(table.buildingCoolNeedJ),
      'Heat out of the rooms that have cooling to hold its set-points, sensible. Read it with overheating.',
    ),
    energy(
      'hotWaterNeed',
      'Hot-water need',
      sum(table.buildingHotWaterNeedJ),
      'Heat in the hot water that is drawn, before any tank or system. What a tank loses is in use and delivered energy; losses of pipes are not modelled.',
    ),
    energy(
      'systemsUse',
      'Use of heating and cooling systems',
      systemsJ,
      'Fuel, district heat and electricity that heating, hot water and cooling take in, with the losses of boilers and the gain of heat pumps; heat from the surroundings is not counted.',
    ),
    energy(
      'deliveredElectricity',
      'Delivered electricity',
      sum(table.buildingImportJ),
      'Electricity that the buildings take from the grid, step by step after their own generation.',
      METERS,
    ),
    energy(
      'exportedElectricity',
      'Exported electricity',
      sum(table.buildingExportJ),
      'Electricity that the buildings give to the grid, step by step after their own use.',
      METERS,
      'neither',
    ),
    ...FUEL_CARRIERS.map((carrier, row) =>
      energy(
        `delivered-${carrier}`,
        CARRIER_LABEL[carrier],
        table.districtFuelJ[row]!,
        'Energy of this carrier that the buildings take for space heating and hot water.',
        METERS,
      ),
    ),
  ];
}

/** Primary energy of what the district takes from outside; exports earn nothing. */
export function primaryKpi({ table }: KpiInput, importJ: number, carriers: Factors): Kpi {
  const { electricityPrimary, gasPrimary, oilPrimary, districtHeatPrimary } = carriers;
  const factors = { gas: gasPrimary, oil: oilPrimary, districtHeat: districtHeatPrimary };
  const value = FUEL_CARRIERS.reduce(
    (total, carrier, row) => total + factors[carrier].value * table.districtFuelJ[row]!,
    electricityPrimary.value * importJ,
  );
  return {
    id: 'primaryEnergy',
    label: 'Primary energy',
    value,
    unit: 'J',
    definition: `Non-renewable: grid import times ${electricityPrimary.value}, gas ${gasPrimary.value}, oil ${oilPrimary.value}, district heat ${districtHeatPrimary.value}; exports earn nothing.`,
    boundary: 'What the district takes from outside: grid import with losses, and other delivered energy',
    source: `ISO 52000-1 terms; factors: ${[...new Set([electricityPrimary, gasPrimary, oilPrimary, districtHeatPrimary].map(({ source }) => source))].join('; ')}`,
    betterWhen: 'lower',
  };
}

/** Primary energy by carrier; the rows sum to `primaryEnergy`. */
export function primaryKpis({ table, stepS }: KpiInput, factors: Factors): Kpi[] {
  const importJ = table.sourcePW.reduce((total, powerW) => total + Math.max(powerW, 0), 0) * stepS;
  const { electricityPrimary, gasPrimary, oilPrimary, districtHeatPrimary } = factors;
  const [gasJ, oilJ, districtHeatJ] = FUEL_CARRIERS.map((_, row) => table.districtFuelJ[row]!);
  const rows = [
    ['electricity', 'Primary energy: grid import', importJ, electricityPrimary],
    ['gas', 'Primary energy: gas', gasJ!, gasPrimary],
    ['oil', 'Primary energy: oil', oilJ!, oilPrimary],
    ['districtHeat', 'Primary energy: district heat', districtHeatJ!, districtHeatPrimary],
  ] as const;
  return rows.map(([carrier, label, energyJ, factor]): Kpi => ({
    id: `primary-${carrier}`,
    label,
    value: factor.value * energyJ,
    unit: 'J',
    definition: `Non-renewable: energy that the district takes from outside as this carrier, times ${factor.value}.`,
    boundary: 'What the district takes from outside: grid import with losses, and other delivered energy',
    source: `ISO 52000-1 terms; factor: ${factor.source}`,
    betterWhen: 'lower',
  }));
}

/** Discomfort as degree-hours: a building that is not heated or cooled enough needs less and is no better. */
export function comfortKpis({ table }: KpiInput): Kpi[] {
  const discomfort = (id: string, label: string, kelvinS: Float64Array, definition: string): Kpi => ({
    id,
    label,
    value: sum(kelvinS) / 3600,
    unit: 'K h',
    definition,
    boundary: BUILDINGS,
    source: 'Own definition; 26 °C after DIN 4108-2:2013, region B',
    betterWhen: 'lower',
  });
  return [
    discomfort(
      'underheating',
      'Underheating',
      table.buildingUnderheatingKS,
      "Kelvins of room air below the use's heating set-point less 1 K, while somebody is in, summed over hours and buildings. The set-points are the archetype's: a lower thermostat counts as cold.",
    ),
    discomfort(
      'overheating',
      'Overheating',
      table.buildingOverheatingKS,
      "Kelvins of room air above the use's cooling set-point and 1 K, or above 26 °C where nothing cools, while somebody is in, summed over hours and buildings. Windows are opened and blinds drawn by the weather and the clock, not by the room.",
    ),
  ];
}
