import { END_USES, NET_SIGNS } from '../model/run';
import { FUEL_CARRIERS, type FuelCarrier } from '../sim/arrays/carriers';
import type { RunTable } from '../sim/arrays/results';
import { J_PER_KWH } from '../units/suffixes';
import { primaryKpi } from './buildingKpis';
import type { Kpi, KpiInput } from './districtKpis';
import type { Factor, Factors } from './factors';
import { endUseEnergyJ, sum } from './sums';

const OWN = 'Gridtwin engine: building loads and three-phase power flow of every step';
const GRID_BOUNDARY = 'The district behind its primary substation, one year';

/** What crosses the border of the district in a year, J. */
interface Crossing {
  readonly importJ: number;
  readonly exportJ: number;
}

function crossingOf({ table, stepS }: KpiInput): Crossing {
  return {
    importJ: table.sourcePW.reduce((total, powerW) => total + Math.max(powerW, 0), 0) * stepS,
    exportJ: table.sourcePW.reduce((total, powerW) => total + Math.max(-powerW, 0), 0) * stepS,
  };
}

/** Energy of the year, what it costs and emits, and the primary energy that it takes. */
export function energyKpis(input: KpiInput, factors: Factors): Kpi[] {
  const crossing = crossingOf(input);
  return [
    ...amountKpis(input, crossing),
    ...factorKpis(input.table, crossing, factors),
    primaryKpi(input, crossing.importJ, factors),
  ];
}

function energy(
  id: string,
  label: string,
  value: number,
  definition: string,
  betterWhen: Kpi['betterWhen'],
): Kpi {
  return { boundary: GRID_BOUNDARY, source: OWN, id, label, value, unit: 'J', definition, betterWhen };
}

function amountKpis(input: KpiInput, { importJ, exportJ }: Crossing): Kpi[] {
  const { table, stepS } = input;
  const generationJ = endUseEnergyJ(input, 'photovoltaics');
  const fuelJ = sum(table.buildingFuelJ);
  const lossJ = sum(table.lossW) * stepS;
  // What cars and batteries give back is taken off what they were charged with: their losses remain.
  const usedJ = END_USES.reduce(
    (total, endUse, use) =>
      endUse === 'photovoltaics' ? total : total + NET_SIGNS[use]! * endUseEnergyJ(input, endUse),
    0,
  );
  return [
    energy(
      'electricityUse',
      'Electricity use',
      usedJ,
      'Electric energy of all end uses in the buildings, less what cars and batteries give back: their losses are in it.',
      'neither',
    ),
    energy('gridImport', 'Grid import', importJ, 'Energy from the upstream grid, losses included.', 'lower'),
    energy('gridExport', 'Grid export', exportJ, 'Energy returned to the upstream grid.', 'neither'),
    energy('generation', 'Photovoltaics', generationJ, 'AC energy of all rooftop panels.', 'higher'),
    energy(
      'losses',
      'Grid losses',
      lossJ,
      'From branch currents and shunts, cables and transformers.',
      'lower',
    ),
    energy('fuel', 'Gas, oil and district heat', fuelJ, 'Delivered energy other than electricity.', 'lower'),
  ];
}

/** Carbon and cost of what crosses the border of the district, with stated factors by carrier. */
function factorKpis(table: RunTable, crossing: Crossing, factors: Factors): Kpi[] {
  const delivered = deliveredKwh(table, crossing);
  return [carbonKpi(delivered, factors), costKpi(delivered, crossing, factors)];
}

/** Grid import and other carriers, kWh. */
type Delivered = Readonly<Record<'grid' | FuelCarrier, number>>;

function deliveredKwh({ districtFuelJ }: RunTable, { importJ }: Crossing): Delivered {
  const at = (carrier: FuelCarrier): number => districtFuelJ[FUEL_CARRIERS.indexOf(carrier)]! / J_PER_KWH;
  return { grid: importJ / J_PER_KWH, gas: at('gas'), oil: at('oil'), districtHeat: at('districtHeat') };
}

const sourcesOf = (factors: readonly Factor[]): string =>
  [...new Set(factors.map((factor) => factor.source))].join('; ');

function carbonKpi({ grid, gas, oil, districtHeat }: Delivered, factors: Factors): Kpi {
  const { gridCarbonKgPerKwh, gasCarbonKgPerKwh, oilCarbonKgPerKwh, districtHeatCarbonKgPerKwh } = factors;
  const counted = [gridCarbonKgPerKwh, gasCarbonKgPerKwh, oilCarbonKgPerKwh, districtHeatCarbonKgPerKwh];
  return {
    id: 'carbon',
    label: 'Carbon',
    value:
      grid * gridCarbonKgPerKwh.value +
      gas * gasCarbonKgPerKwh.value +
      oil * oilCarbonKgPerKwh.value +
      districtHeat * districtHeatCarbonKgPerKwh.value,
    unit: 'kg CO2e',
    definition: `Grid import, gas, oil and district heat at ${counted.map((factor) => factor.value).join(', ')} kg CO2e/kWh; exports earn nothing.`,
    boundary: 'What the district takes from outside: grid import with losses, and other delivered energy',
    source: sourcesOf(counted),
    betterWhen: 'lower',
  };
}

function costKpi({ grid, gas, oil, districtHeat }: Delivered, { exportJ }: Crossing, factors: Factors): Kpi {
  const counted = [
    factors.electricityPriceEurPerKwh,
    factors.gasPriceEurPerKwh,
    factors.oilPriceEurPerKwh,
    factors.districtHeatPriceEurPerKwh,
    factors.feedInPriceEurPerKwh,
  ];
  return {
    id: 'energyCost',
    label: 'Energy cost',
    value:
      grid * factors.electricityPriceEurPerKwh.value +
      gas * factors.gasPriceEurPerKwh.value +
      oil * factors.oilPriceEurPerKwh.value +
      districtHeat * factors.districtHeatPriceEurPerKwh.value -
      (exportJ / J_PER_KWH) * factors.feedInPriceEurPerKwh.value,
    unit: 'EUR',
    definition:
      'Grid import of the district, losses included, and other energy at flat prices by carrier; export sold at the feed-in price. Panels of neighbours are netted; without capital and grid cost.',
    boundary: 'All customers of the district together',
    source: sourcesOf(counted),
    betterWhen: 'lower',
  };
}
