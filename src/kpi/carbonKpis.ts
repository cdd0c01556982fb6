import { END_USES, isGeneration, type EndUse } from '../model/run';
import { fail, type Issue, type Outcome } from '../model/outcome';
import { FUEL_CARRIERS, type FuelCarrier } from '../sim/arrays/carriers';
import { J_PER_KWH } from '../units/suffixes';
import { carbonLedger, closedLedger, type CarbonLedger } from './carbon';
import type { Kpi, KpiInput } from './districtKpis';
import { factorQuality } from './factorQuality';
import type { Factor, Factors } from './factors';

const BOUNDARY =
  'What the district takes from outside in one year: grid import with losses, gas, oil and district heat; no embodied carbon, exports earn nothing';

/** Rows of the ledger that electricity goes to: end uses, what batteries take in, and what the grid loses on the way. */
const USES = ['spaceHeating', 'hotWater', 'cooling', 'appliancesAndLight', 'vehicleCharging'] as const;
type Sector = (typeof USES)[number] | 'storage' | 'gridLosses' | FuelCarrier;

const LABELS: Readonly<Record<Sector, string>> = {
  spaceHeating: 'Carbon: electric heating',
  hotWater: 'Carbon: electric hot water',
  cooling: 'Carbon: cooling',
  appliancesAndLight: 'Carbon: appliances and light',
  vehicleCharging: 'Carbon: vehicles',
  storage: 'Carbon: batteries',
  gridLosses: 'Carbon: grid losses',
  gas: 'Carbon: gas',
  oil: 'Carbon: oil',
  districtHeat: 'Carbon: district heat',
};

const rowOf = (use: EndUse): Sector | null => {
  if (use === 'batteryCharging') return 'storage';
  return isGeneration(use) ? null : (use as (typeof USES)[number]);
};

/** What draws in the steps of a year, by sector: every end use that is no generation, storages and losses. [step] each, W. */
function drawnW({ table, stepCount }: KpiInput): readonly (readonly [Sector, Float64Array])[] {
  const uses = END_USES.flatMap((use, at) => {
    const sector = rowOf(use);
    const powersW = table.districtEndUseW.subarray(at * stepCount, (at + 1) * stepCount);
    return sector === null ? [] : [[sector, powersW] as const];
  });
  return [...uses, ['storage', overStorages(table.storageChargeW, stepCount)], ['gridLosses', table.lossW]];
}

function overStorages(powersW: Float64Array, stepCount: number): Float64Array {
  const sumW = new Float64Array(stepCount);
  powersW.forEach((powerW, at) => (sumW[at % stepCount]! += powerW));
  return sumW;
}

const together = (draws: ReturnType<typeof drawnW>, step: number): number =>
  draws.reduce((sumW, [, powersW]) => sumW + powersW[step]!, 0);

/**
 * Grid import of the year by what took it, J. In each step the import P_s is shared in proportion to what draws in that step,
 * losses with them: E_i = sum_t P_s,t d_i,t / (sum_j d_j,t + l_t) dt. The rows sum to the import.
 */
export function importBySector(input: KpiInput): ReadonlyMap<Sector, number> {
  const { table, stepS, stepCount } = input;
  const sums = new Map<Sector, number>(
    [...USES, 'storage' as const, 'gridLosses' as const].map((row) => [row, 0]),
  );
  const add = (sector: Sector, energyJ: number): void => void sums.set(sector, sums.get(sector)! + energyJ);
  const draws = drawnW(input);
  for (let step = 0; step < stepCount; step += 1) {
    const importJ = Math.max(table.sourcePW[step]!, 0) * stepS;
    if (importJ === 0) continue;
    const sumW = together(draws, step);
    // What nothing else accounts for is on its way.
    if (sumW === 0) add('gridLosses', importJ);
    else for (const [sector, powersW] of draws) add(sector, (importJ * powersW[step]!) / sumW);
  }
  return sums;
}

/** Of what draws, above 1 kW: the power flow stops at a small mismatch. */
const BALANCE_TOLERANCE = 1e-4;
const LEAST_W = 1000;

/**
 * The first step in which what draws is not what comes, |sum_j d_j + l - (P_s + g + discharge)| > tolerance; -1 without one.
 * Shares of the import sum to it whatever is left out of them: that nothing is, is told by the balance alone.
 */
function unbalancedStep(input: KpiInput): number {
  const { table, stepCount } = input;
  const draws = drawnW(input);
  const given = END_USES.flatMap((use, at) => (isGeneration(use) ? [at * stepCount] : []));
  const dischargedW = overStorages(table.storageDischargeW, stepCount);
  for (let step = 0; step < stepCount; step += 1) {
    let comesW = table.sourcePW[step]! + dischargedW[step]!;
    for (const from of given) comesW += table.districtEndUseW[from + step]!;
    const goesW = together(draws, step);
    if (!(Math.abs(goesW - comesW) <= BALANCE_TOLERANCE * Math.max(goesW, LEAST_W))) return step;
  }
  return -1;
}

const fuelFactor = (factors: Factors, carrier: FuelCarrier): Factor =>
  ({
    gas: factors.gasCarbonKgPerKwh,
    oil: factors.oilCarbonKgPerKwh,
    districtHeat: factors.districtHeatCarbonKgPerKwh,
  })[carrier];

/**
 * The ledger of a year, kg CO2e; refused where its sectors are not all that draws, or do not sum to what is counted from import
 * and fuels at the border.
 */
export function districtCarbonLedger(input: KpiInput, factors: Factors): Outcome<CarbonLedger> {
  const { table, stepS } = input;
  const unbalanced = unbalancedStep(input);
  if (unbalanced >= 0) return fail([unbalancedIssue(unbalanced)]);
  const grid = factors.gridCarbonKgPerKwh;
  const electric = [...importBySector(input)].map(([sector, energyJ]) => ({
    sector,
    emissionKg: (energyJ / J_PER_KWH) * grid.value,
    quality: factorQuality(grid),
  }));
  const fuels = FUEL_CARRIERS.map((carrier, row) => ({
    sector: carrier,
    emissionKg: (table.districtFuelJ[row]! / J_PER_KWH) * fuelFactor(factors, carrier).value,
    quality: factorQuality(fuelFactor(factors, carrier)),
  }));
  const importKwh =
    (table.sourcePW.reduce((total, powerW) => total + Math.max(powerW, 0), 0) * stepS) / J_PER_KWH;
  const counted = fuels.reduce((total, { emissionKg }) => total + emissionKg, importKwh * grid.value);
  const ledger = carbonLedger(BOUNDARY, [...electric, ...fuels]);
  return ledger.ok ? closedLedger(ledger.value, counted) : ledger;
}

const unbalancedIssue = (step: number): Issue => ({
  severity: 'error',
  code: 'carbon-unbalanced',
  source: 'carbon ledger',
  where: `step ${step}`,
  message: 'What the sectors draw is not what grid, panels and storages give: the import cannot be shared.',
  remedy: 'A sector is missing or doubled, or a building has no connection to the network.',
});

/** The rows of the ledger as indicators, which sum to `carbon`; NaN where the ledger does not close. */
export function carbonKpis(input: KpiInput, factors: Factors): Kpi[] {
  const ledger = districtCarbonLedger(input, factors);
  return (Object.keys(LABELS) as Sector[]).map((sector): Kpi => {
    const isFuel = FUEL_CARRIERS.some((carrier) => carrier === sector);
    const factor = isFuel ? fuelFactor(factors, sector as FuelCarrier) : factors.gridCarbonKgPerKwh;
    const row = ledger.ok ? ledger.value.rows.find((one) => one.sector === sector) : undefined;
    return {
      id: `carbon-${sector}`,
      label: LABELS[sector],
      value: row?.emissionKg ?? Number.NaN,
      unit: 'kg CO2e',
      definition: isFuel
        ? `Delivered energy of the carrier at ${factor.value} kg CO2e/kWh.`
        : `Its part of the grid import at ${factor.value} kg CO2e/kWh, one average for all hours: in each step the import is shared in proportion to what draws then, so that all rows sum to the carbon of the district.`,
      boundary: BOUNDARY,
      source: factor.source,
      betterWhen: 'lower',
    };
  });
}
