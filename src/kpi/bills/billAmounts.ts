import { holdsQuarter, type Price, type PriceShare, type PriceTable, type Tariff } from '../../model/tariff';
import { J_PER_KWH } from '../../units/suffixes';
import type { MeteredYear } from './metered';

/** The four parts of a tariff. */
export const BILL_PARTS = ['connection', 'contracted', 'energy', 'peak'] as const;
export type BillPart = (typeof BILL_PARTS)[number];

/** A year's bill before rounding and value-added tax, in the tariff's currency. Linear in the prices. */
export interface BillAmounts {
  readonly charges: Readonly<Record<BillPart, Readonly<Record<PriceShare, number>>>>;
  /** Paid by the supplier. */
  readonly feedIn: number;
  readonly importKWh: number;
  readonly exportKWh: number;
  /** By tier, the lowest first. */
  readonly tierKWh: readonly number[];
  /** Largest mean power of a step by month, W, in the hours that count. */
  readonly monthlyPeakW: readonly number[];
}

const MONTHS = 12;
const W_PER_KW = 1000;
const QUARTER_S = 900;

/**
 * The amounts of a year, equations 1 to 4 of the README. `metered` has the steps of `table`, without gaps
 * (`meteredIssues` is empty). Energy is multiplied with its price step by step and summed in the order of time: how the
 * hours are cut into blocks of one price does not touch a bit.
 */
export function billAmounts(tariff: Tariff, table: PriceTable, metered: MeteredYear): BillAmounts {
  const energy = energyAmounts(tariff, table, metered);
  const monthlyPeakW = monthlyPeaks(tariff, table, metered.peakImportW ?? metered.importW);
  const { peak } = tariff;
  const leastW = (peak?.leastKW ?? 0) * W_PER_KW * metered.meterCount;
  const peakKWMonths = monthlyPeakW.reduce((sum, peakW) => sum + Math.max(peakW, leastW) / W_PER_KW, 0);
  const exportKWh = kilowattHours(metered.exportW, table.stepS);
  return {
    charges: {
      connection: times(tariff.connectionPerYear, metered.meterCount),
      contracted: times(tariff.contractedPerKWYear, metered.contractedW / W_PER_KW),
      energy: energy.amounts,
      peak: peak ? times(peak.perKWMonth, peakKWMonths) : NO_PRICE,
    },
    feedIn: tariff.feedInPerKWh * exportKWh,
    importKWh: kilowattHours(metered.importW, table.stepS),
    exportKWh,
    tierKWh: energy.tierKWh,
    monthlyPeakW,
  };
}

const NO_PRICE: Price = { supplier: 0, grid: 0, levies: 0 };

function times(price: Price, amount: number): Price {
  return { supplier: price.supplier * amount, grid: price.grid * amount, levies: price.levies * amount };
}

function kilowattHours(powerW: Float64Array, stepS: number): number {
  let sum = 0;
  for (let step = 0; step < powerW.length; step += 1) sum += powerW[step]!;
  return (sum * stepS) / J_PER_KWH;
}

interface EnergyAmounts {
  readonly amounts: Readonly<Record<PriceShare, number>>;
  readonly tierKWh: readonly number[];
}

function energyAmounts(tariff: Tariff, table: PriceTable, metered: MeteredYear): EnergyAmounts {
  return table.tierCount === 1
    ? oneTierAmounts(table, metered.importW)
    : tieredAmounts(tariff, table, metered);
}

/** The same sums where no tier can be filled. */
function oneTierAmounts(
  { stepCount, stepS, rowOfStep, perKWh }: PriceTable,
  importW: Float64Array,
): EnergyAmounts {
  const { supplier, grid, levies } = perKWh;
  const kWhPerW = stepS / J_PER_KWH;
  let [toSupplier, toGrid, toState, used] = [0, 0, 0, 0];
  for (let step = 0; step < stepCount; step += 1) {
    const taken = importW[step]! * kWhPerW;
    if (taken === 0) continue;
    const row = rowOfStep[step]!;
    toSupplier += taken * supplier[row]!;
    toGrid += taken * grid[row]!;
    toState += taken * levies[row]!;
    used += taken;
  }
  return { amounts: { supplier: toSupplier, grid: toGrid, levies: toState }, tierKWh: [used] };
}

function tieredAmounts(tariff: Tariff, table: PriceTable, metered: MeteredYear): EnergyAmounts {
  const { stepsPerDay, stepCount, stepS, tierCount, rowOfStep, monthOfDay } = table;
  const { supplier, grid, levies } = table.perKWh;
  const limits = tariff.energy.kind === 'blocks' ? tariff.energy.tierLimitsKWhPerMonth : [];
  const upToKWh = Float64Array.from([...limits.map((limit) => limit * metered.meterCount), Infinity]);
  const tierKWh = new Float64Array(tierCount);
  const { importW } = metered;
  const kWhPerW = stepS / J_PER_KWH;
  let [toSupplier, toGrid, toState] = [0, 0, 0];
  let [month, used, tier] = [-1, 0, 0];
  for (let step = 0; step < stepCount; step += 1) {
    if (step % stepsPerDay === 0) {
      const next = monthOfDay[step / stepsPerDay]!;
      if (next !== month) [month, used, tier] = [next, 0, 0];
    }
    let left = importW[step]! * kWhPerW;
    const row = rowOfStep[step]! * tierCount;
    while (left > 0) {
      const taken = Math.min(left, Math.max(upToKWh[tier]! - used, 0));
      toSupplier += taken * supplier[row + tier]!;
      toGrid += taken * grid[row + tier]!;
      toState += taken * levies[row + tier]!;
      tierKWh[tier]! += taken;
      used += taken;
      left -= taken;
      if (left > 0) tier += 1;
    }
  }
  return { amounts: { supplier: toSupplier, grid: toGrid, levies: toState }, tierKWh: [...tierKWh] };
}

function monthlyPeaks({ peak }: Tariff, table: PriceTable, importW: Float64Array): number[] {
  const { stepsPerDay, stepCount, stepS, monthOfDay } = table;
  const quarters = stepS / QUARTER_S;
  const counts = Array.from({ length: stepsPerDay }, (_, step) => holdsQuarter(peak?.hours, step * quarters));
  const peaksW = new Array<number>(MONTHS).fill(0);
  for (let from = 0; from < stepCount; from += stepsPerDay) {
    const month = monthOfDay[from / stepsPerDay]!;
    let peakW = peaksW[month]!;
    for (let step = 0; step < stepsPerDay; step += 1)
      if (counts[step] === true && importW[from + step]! > peakW) peakW = importW[from + step]!;
    peaksW[month] = peakW;
  }
  return peaksW;
}
