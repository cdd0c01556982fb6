import { blockOfQuarters, dayCourse } from './coverage';
import { dayOfYear, holdsQuarter, monthOfDays, QUARTERS_OF_DAY } from './hours';
import { PRICE_SHARES, TARIFF_DAYS, type Price, type PriceShare, type Tariff } from './types';

/** The time axis that prices are laid on: a common year from 1 January 00:00 local standard time. */
export interface TariffYear {
  readonly stepS: 3600 | 900;
  /** 0 = Monday: weekday of 1 January. */
  readonly startWeekday: number;
  /** Days of the year, 0 to 364, that count as Sundays. */
  readonly holidays?: ReadonlySet<number>;
}

/**
 * The energy prices of a tariff by step. A step that a price change cuts has the mean of its quarter-hours. Prices in
 * currency per kWh, without value-added tax, at `[rowOfStep[step] * tierCount + tier]`.
 */
export interface PriceTable extends TariffYear {
  readonly stepsPerDay: number;
  readonly stepCount: number;
  readonly tierCount: number;
  readonly rowOfStep: Uint32Array;
  readonly perKWh: Readonly<Record<PriceShare, Float64Array>>;
  /** Days of the year with a critical peak. */
  readonly criticalDays: ReadonlySet<number>;
  /** Month, 0 to 11, of each day. */
  readonly monthOfDay: Uint8Array;
}

const DAYS = 365;
const SECONDS_PER_DAY = 86400;
const MONTHS = 12;

/** Place of a day's kind in `TARIFF_DAYS`. */
export function kindOfTariffDay({ startWeekday, holidays }: TariffYear, day: number): number {
  const weekday = (startWeekday + day) % 7;
  if (weekday === 6 || holidays?.has(day)) return 2;
  return weekday === 5 ? 1 : 0;
}

/** Lays a valid tariff (`tariffIssues` is empty) on a year. */
export function priceTableOf(tariff: Tariff, year: TariffYear): PriceTable {
  const stepsPerDay = SECONDS_PER_DAY / year.stepS;
  const days = (tariff.criticalPeak?.days ?? []).map(({ month, day }) => dayOfYear(month, day));
  const criticalDays = new Set(days);
  const monthOfDay = monthOfDays();
  const stepCount = DAYS * stepsPerDay;
  const prices =
    tariff.energy.kind === 'blocks'
      ? blockPrices(tariff, year, stepsPerDay, monthOfDay, criticalDays)
      : dynamicPrices(tariff, stepsPerDay, criticalDays);
  return { ...year, stepsPerDay, stepCount, criticalDays, monthOfDay, ...prices };
}

type Prices = Pick<PriceTable, 'tierCount' | 'rowOfStep' | 'perKWh'>;

function columns(length: number): Record<PriceShare, Float64Array> {
  return {
    supplier: new Float64Array(length),
    grid: new Float64Array(length),
    levies: new Float64Array(length),
  };
}

/** Rows by day course and step of the day, then the same again for critical days. */
function blockPrices(
  tariff: Tariff,
  year: TariffYear,
  stepsPerDay: number,
  monthOfDay: Uint8Array,
  criticalDays: ReadonlySet<number>,
): Prices {
  const energy = tariff.energy.kind === 'blocks' ? tariff.energy : { tierLimitsKWhPerMonth: [], blocks: [] };
  const tierCount = energy.tierLimitsKWhPerMonth.length + 1;
  const blockOf = blockOfQuarters(energy.blocks);
  const courses = MONTHS * TARIFF_DAYS.length;
  const perKWh = columns(2 * courses * stepsPerDay * tierCount);
  const quarters = QUARTERS_OF_DAY / stepsPerDay;
  for (let row = 0; row < 2 * courses * stepsPerDay; row += 1) {
    const course = Math.floor(row / stepsPerDay) % courses;
    const critical = row >= courses * stepsPerDay;
    const from = (row % stepsPerDay) * quarters;
    for (let tier = 0; tier < tierCount; tier += 1) {
      const priceAt = (quarter: number): Price | undefined => {
        if (critical && tariff.criticalPeak && holdsQuarter(tariff.criticalPeak.hours, quarter))
          return tariff.criticalPeak.perKWh;
        return energy.blocks[blockOf[course * QUARTERS_OF_DAY + quarter]!]?.perKWh[tier];
      };
      writeMean(perKWh, row * tierCount + tier, from, quarters, priceAt);
    }
  }
  const rowOfStep = Uint32Array.from({ length: DAYS * stepsPerDay }, (_, step) => {
    const day = Math.floor(step / stepsPerDay);
    const course = dayCourse(monthOfDay[day]!, kindOfTariffDay(year, day));
    return (course + (criticalDays.has(day) ? courses : 0)) * stepsPerDay + (step % stepsPerDay);
  });
  return { tierCount, rowOfStep, perKWh };
}

/** Mean of the quarter-hours of a step; of equal prices it is the price itself, to the bit. */
function writeMean(
  perKWh: Readonly<Record<PriceShare, Float64Array>>,
  at: number,
  from: number,
  quarters: number,
  priceAt: (quarter: number) => Price | undefined,
): void {
  for (const share of PRICE_SHARES) {
    const first = priceAt(from)?.[share] ?? Number.NaN;
    let above = 0;
    for (let quarter = from + 1; quarter < from + quarters; quarter += 1) {
      above += (priceAt(quarter)?.[share] ?? Number.NaN) - first;
    }
    perKWh[share][at] = first + above / quarters;
  }
}

/** A row for every step. */
function dynamicPrices(tariff: Tariff, stepsPerDay: number, criticalDays: ReadonlySet<number>): Prices {
  const stepCount = DAYS * stepsPerDay;
  const perKWh = columns(stepCount);
  const quarters = QUARTERS_OF_DAY / stepsPerDay;
  const { energy, criticalPeak } = tariff;
  for (let step = 0; step < stepCount; step += 1) {
    const day = Math.floor(step / stepsPerDay);
    const from = (step % stepsPerDay) * quarters;
    const usual =
      energy.kind === 'dynamic' ? dynamicPrice(energy, Math.floor((step * 24) / stepsPerDay)) : undefined;
    const priceAt = (quarter: number): Price | undefined =>
      criticalPeak && criticalDays.has(day) && holdsQuarter(criticalPeak.hours, quarter)
        ? criticalPeak.perKWh
        : usual;
    writeMean(perKWh, step, from, quarters, priceAt);
  }
  return { tierCount: 1, rowOfStep: Uint32Array.from({ length: stepCount }, (_, step) => step), perKWh };
}

function dynamicPrice(energy: Extract<Tariff['energy'], { kind: 'dynamic' }>, hour: number): Price {
  const { marketPerKWh, leastPerKWh, mostPerKWh, addedPerKWh } = energy;
  const market = Math.min(mostPerKWh, Math.max(leastPerKWh, marketPerKWh[hour]!));
  return { ...addedPerKWh, supplier: market + addedPerKWh.supplier };
}

/** What a kWh costs in a step, all shares, without value-added tax. */
export function energyPriceAt({ rowOfStep, tierCount, perKWh }: PriceTable, step: number, tier = 0): number {
  const at = rowOfStep[step]! * tierCount + tier;
  return perKWh.supplier[at]! + perKWh.grid[at]! + perKWh.levies[at]!;
}
