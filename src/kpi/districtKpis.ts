import { END_USES, NET_SIGNS } from '../model/run';
import { FUEL_CARRIERS, type FuelCarrier } from '../sim/arrays/carriers';
import type { RunTable } from '../sim/arrays/results';
import type { RunRows } from '../sim/arrays/rows';
import { J_PER_KWH } from '../units/suffixes';
import { DEFAULT_BASIS, limitWords, type KpiBasis, type NamedLimits } from './basis';
import { comfortKpis, needKpis, primaryKpi } from './buildingKpis';
import type { Factor, Factors } from './factors';
import { endUseEnergyJ, sum } from './sums';

/** One indicator of a district's year, with what it means and where its borders lie. */
export interface Kpi {
  readonly id: string;
  readonly label: string;
  /** In the base unit below; NaN when it cannot be told. */
  readonly value: number;
  readonly unit: string;
  readonly definition: string;
  readonly boundary: string;
  readonly source: string;
  readonly betterWhen: 'lower' | 'higher' | 'neither';
}

/** What the indicators are computed from: a year's table and its rows. */
export interface KpiInput {
  readonly table: RunTable;
  readonly rows: RunRows;
  readonly stepS: number;
  readonly stepCount: number;
}

const OWN = 'Gridtwin engine: building loads and three-phase power flow of every step';
const GRID_BOUNDARY = 'The district behind its primary substation, one year';
const SCREENING = 'Hourly or 15-minute means: a screening, short peaks are higher.';

const count = (column: Float64Array, test: (value: number) => boolean) =>
  column.reduce((total, value) => total + (test(value) ? 1 : 0), 0);

/** Position of the largest value; the first of equals. */
export function indexOfMax(column: Float64Array): number {
  let best = 0;
  for (let i = 1; i < column.length; i += 1) if (column[i]! > column[best]!) best = i;
  return best;
}

/** Hours in which at least one transformer carries more than the limit. */
function hoursWithOverload({ table, rows, stepS, stepCount }: KpiInput, loadingLimit: number): number {
  let steps = 0;
  for (let step = 0; step < stepCount; step += 1) {
    for (let transformer = 0; transformer < rows.transformerIds.length; transformer += 1) {
      if (table.transformerLoading[transformer * stepCount + step]! > loadingLimit) {
        steps += 1;
        break;
      }
    }
  }
  return (steps * stepS) / 3600;
}

function gridKpis(input: KpiInput, limits: NamedLimits): Kpi[] {
  const { table, rows } = input;
  const { lowerPu, upperPu, loadingLimit } = limits;
  const words = limitWords(limits);
  const lines = table.branchLoadingMax.subarray(0, rows.lineCount);
  const transformers = table.branchLoadingMax.subarray(rows.lineCount);
  const common = { boundary: GRID_BOUNDARY, source: OWN, betterWhen: 'lower' } as const;
  return [
    {
      ...common,
      id: 'peakImport',
      label: 'Peak import',
      value: table.sourcePW[indexOfMax(table.sourcePW)]!,
      unit: 'W',
      definition: `Largest active power from the upstream grid. ${SCREENING}`,
    },
    {
      ...common,
      id: 'transformersOver100',
      label: `Transformers ${words.above}`,
      value: count(transformers, (loading) => loading > loadingLimit),
      unit: 'count',
      definition: `Transformers whose apparent power exceeds ${words.nameplate} in at least one step. ${SCREENING}`,
    },
    {
      ...common,
      id: 'worstTransformerLoading',
      label: 'Worst transformer',
      value: transformers.length === 0 ? Number.NaN : 100 * transformers[indexOfMax(transformers)]!,
      unit: '%',
      definition: 'Largest apparent power of any transformer in any step, relative to its nameplate rating.',
    },
    {
      ...common,
      id: 'hoursOverload',
      label: 'Hours with an overload',
      value: hoursWithOverload(input, loadingLimit),
      unit: 'h',
      definition: `Time during which at least one transformer carries more than ${words.nameplateRating}.`,
    },
    {
      ...common,
      id: 'linesOver100',
      label: `Cables ${words.above}`,
      value: count(lines, (loading) => loading > loadingLimit),
      unit: 'count',
      definition: `Cables whose largest phase current exceeds ${words.ratedCurrent} in at least one step.`,
    },
    {
      ...common,
      id: 'busesOutsideBand',
      label: `Buses ${words.outsideBand}`,
      value: table.busVMinPu.reduce(
        (total, lowest, bus) => total + (lowest < lowerPu || table.busVMaxPu[bus]! > upperPu ? 1 : 0),
        0,
      ),
      unit: 'count',
      definition: `Buses with a phase voltage below ${words.band}.`,
    },
  ];
}

function energyKpis(input: KpiInput, factors: Factors): Kpi[] {
  const { table, stepS } = input;
  const importJ = table.sourcePW.reduce((total, powerW) => total + Math.max(powerW, 0), 0) * stepS;
  const exportJ = table.sourcePW.reduce((total, powerW) => total + Math.max(-powerW, 0), 0) * stepS;
  const generationJ = endUseEnergyJ(input, 'photovoltaics');
  const fuelJ = sum(table.buildingFuelJ);
  // What cars and batteries give back is taken off what they were charged with: their losses remain.
  const usedJ = END_USES.reduce(
    (total, endUse, use) =>
      endUse === 'photovoltaics' ? total : total + NET_SIGNS[use]! * endUseEnergyJ(input, endUse),
    0,
  );
  const common = { boundary: GRID_BOUNDARY, source: OWN } as const;
  const energy = (
    id: string,
    label: string,
    value: number,
    definition: string,
    betterWhen: Kpi['betterWhen'],
  ): Kpi => ({
    ...common,
    id,
    label,
    value,
    unit: 'J',
    definition,
    betterWhen,
  });
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
      sum(table.lossW) * stepS,
      'From branch currents and shunts, cables and transformers.',
      'lower',
    ),
    energy('fuel', 'Gas, oil and district heat', fuelJ, 'Delivered energy other than electricity.', 'lower'),
    ...factorKpis(table, importJ, exportJ, factors),
    primaryKpi(input, importJ, factors),
  ];
}

/** Carbon and cost of what crosses the border of the district, with stated factors by carrier. */
function factorKpis(table: RunTable, importJ: number, exportJ: number, factors: Factors): Kpi[] {
  const importKwh = importJ / J_PER_KWH;
  const [gas, oil, districtHeat] = carriersKwh(table);
  const { gasCarbonKgPerKwh, oilCarbonKgPerKwh, districtHeatCarbonKgPerKwh } = factors;
  const carbonFactors = [
    factors.gridCarbonKgPerKwh,
    gasCarbonKgPerKwh,
    oilCarbonKgPerKwh,
    districtHeatCarbonKgPerKwh,
  ];
  const priceFactors = [
    factors.electricityPriceEurPerKwh,
    factors.gasPriceEurPerKwh,
    factors.oilPriceEurPerKwh,
    factors.districtHeatPriceEurPerKwh,
    factors.feedInPriceEurPerKwh,
  ];
  return [
    {
      id: 'carbon',
      label: 'Carbon',
      value:
        importKwh * factors.gridCarbonKgPerKwh.value +
        gas * gasCarbonKgPerKwh.value +
        oil * oilCarbonKgPerKwh.value +
        districtHeat * districtHeatCarbonKgPerKwh.value,
      unit: 'kg CO2e',
      definition: `Grid import, gas, oil and district heat at ${carbonFactors.map((factor) => factor.value).join(', ')} kg CO2e/kWh; exports earn nothing.`,
      boundary: 'What the district takes from outside: grid import with losses, and other delivered energy',
      source: sourcesOf(carbonFactors),
      betterWhen: 'lower',
    },
    {
      id: 'energyCost',
      label: 'Energy cost',
      value:
        importKwh * factors.electricityPriceEurPerKwh.value +
        gas * factors.gasPriceEurPerKwh.value +
        oil * factors.oilPriceEurPerKwh.value +
        districtHeat * factors.districtHeatPriceEurPerKwh.value -
        (exportJ / J_PER_KWH) * factors.feedInPriceEurPerKwh.value,
      unit: 'EUR',
      definition:
        'Grid import of the district, losses included, and other energy at flat prices by carrier; export sold at the feed-in price. Panels of neighbours are netted; without capital and grid cost.',
      boundary: 'All customers of the district together',
      source: sourcesOf(priceFactors),
      betterWhen: 'lower',
    },
  ];
}

const sourcesOf = (factors: readonly Factor[]): string =>
  [...new Set(factors.map((factor) => factor.source))].join('; ');

/** Delivered energy of the carriers, kWh, in the order of FUEL_CARRIERS. */
function carriersKwh({ districtFuelJ }: RunTable): readonly [gas: number, oil: number, districtHeat: number] {
  const at = (carrier: FuelCarrier): number => districtFuelJ[FUEL_CARRIERS.indexOf(carrier)]! / J_PER_KWH;
  return [at('gas'), at('oil'), at('districtHeat')];
}

/**
 * The indicators of a year, in the order they are shown. Values in base units: W, J, count, %, h, K h, kg CO2e, EUR. What the
 * scenario assumes of factors and limits comes as `basisOf(scenario)`.
 */
export function districtKpis(input: KpiInput, basis: KpiBasis = DEFAULT_BASIS): readonly Kpi[] {
  const { factors, limits } = basis;
  return [
    ...gridKpis(input, limits),
    ...energyKpis(input, factors),
    ...needKpis(input),
    ...comfortKpis(input),
  ];
}
