import { randomKey, uniform } from '../../sim/numeric/random';
import type { HomePool } from './homes';
import type { NotJudged, OurFigure } from './types';
import { hourOfDay } from './weeks';

/** Feeders put together from homes by keyed draw, as the studies compared with sample meters. */
export interface StreetsAsked {
  readonly seed: number;
  readonly streets: number;
  readonly connections: number;
  /** How many of them have the device. */
  readonly devices: number;
  /** Which homes of the pool may have it. */
  readonly mayHave: (home: number) => boolean;
  readonly deviceW: readonly Float64Array[];
  readonly purpose: string;
}

/**
 * Added peak a device: (max_t sum(P_base + P_device) - max_t sum P_base) / devices, for each street; mean over streets with
 * the 10th and 90th percentile. A street takes each home once.
 */
export function addedPeakKw(pool: HomePool, asked: StreetsAsked): OurFigure | NotJudged {
  return addedPeak(pool, asked, peakOf);
}

const EVENING_HOURS = [16, 24] as const;

/** The same with peaks of the evening alone, 16 to 24 h. */
export function eveningAddedPeakKw(pool: HomePool, asked: StreetsAsked): OurFigure | NotJudged {
  return addedPeak(pool, asked, (series) =>
    series.reduce((peak, value, step) => {
      const hour = hourOfDay(pool.calendar, step);
      return hour >= EVENING_HOURS[0] && hour < EVENING_HOURS[1] ? Math.max(peak, value) : peak;
    }, 0),
  );
}

function addedPeak(
  pool: HomePool,
  asked: StreetsAsked,
  peak: (series: Float64Array) => number,
): OurFigure | NotJudged {
  const { seed, streets, connections, devices, purpose } = asked;
  const owners = pool.ids.flatMap((_, home) => (asked.mayHave(home) ? [home] : []));
  if (pool.ids.length < connections || owners.length < devices)
    return {
      reason: `The district has ${pool.ids.length} homes of one household to draw from, ${owners.length} with such a device; ${connections} and ${devices} are needed.`,
    };
  const addedKw: number[] = [];
  for (let street = 0; street < streets; street += 1) {
    const key = randomKey(seed, String(street), `street/${purpose}`);
    const having = drawn(key, owners, devices, 0);
    const taken = new Set(having);
    const others = pool.ids.flatMap((_, home) => (taken.has(home) ? [] : [home]));
    const homes = [...having, ...drawn(key, others, connections - devices, devices)];
    const base = sumOf(pool.baseW, homes);
    const basePeakW = peak(base);
    addTo(base, asked.deviceW, having);
    addedKw.push((peak(base) - basePeakW) / devices / 1000);
  }
  const sorted = [...addedKw].sort((a, b) => a - b);
  return {
    value: addedKw.reduce((sum, kw) => sum + kw, 0) / streets,
    spread: [quantile(sorted, 0.1), quantile(sorted, 0.9)],
    detail: `${streets} streets of ${connections}, ${devices} with the device, out of ${pool.ids.length} homes (${owners.length} may have it); ${stepWords(pool)}`,
  };
}

/** After-diversity maximum demand of a device, kW a home. */
export interface Admd {
  readonly value: number;
  /** Of the day, at which it comes. */
  readonly hour: number;
  /** Mean of that day, kW a home. */
  readonly dayMean: number;
}

export function admdKw(pool: HomePool, deviceW: readonly Float64Array[]): Admd {
  const all = deviceW.map((_, home) => home);
  const sum = sumOf(deviceW, all);
  let best = 0;
  for (let step = 1; step < sum.length; step += 1) if (sum[step]! > sum[best]!) best = step;
  const { stepsPerDay } = pool.calendar;
  const midnight = best - (best % stepsPerDay);
  const day = sum.subarray(midnight, midnight + stepsPerDay);
  const kwAHome = (powerW: number) => powerW / all.length / 1000;
  return {
    value: kwAHome(sum[best]!),
    hour: hourOfDay(pool.calendar, best),
    dayMean: kwAHome(day.reduce((total, powerW) => total + powerW, 0) / day.length),
  };
}

/** Hour at which the mean day of some homes with their devices peaks. */
export function meanDayPeakHour(
  pool: HomePool,
  homes: readonly number[],
  deviceW: readonly Float64Array[],
): number {
  const sum = sumOf(pool.baseW, homes);
  addTo(sum, deviceW, homes);
  const { stepsPerDay } = pool.calendar;
  const day = new Float64Array(stepsPerDay);
  for (let step = 0; step < sum.length; step += 1) day[step % stepsPerDay]! += sum[step]!;
  return hourOfDay(pool.calendar, day.indexOf(peakOf(day)));
}

export function stepWords({ calendar, chunks }: HomePool): string {
  return `${calendar.stepS / 60} min, ${chunks.length} weeks`;
}

/** `count` of the given, by a Fisher-Yates shuffle whose draws begin at `counter`. */
function drawn(key: number, from: readonly number[], count: number, counter: number): number[] {
  const order = [...from];
  for (let i = 0; i < count; i += 1) {
    const j = i + Math.floor(uniform(key, counter + i) * (order.length - i));
    const kept = order[i]!;
    order[i] = order[j]!;
    order[j] = kept;
  }
  return order.slice(0, count);
}

function sumOf(series: readonly Float64Array[], homes: readonly number[]): Float64Array {
  const sum = new Float64Array(series[0]?.length ?? 0);
  addTo(sum, series, homes);
  return sum;
}

function addTo(sum: Float64Array, series: readonly Float64Array[], homes: readonly number[]): void {
  for (const home of homes) {
    const one = series[home]!;
    for (let step = 0; step < sum.length; step += 1) sum[step]! += one[step]!;
  }
}

function peakOf(series: Float64Array): number {
  return series.reduce((peak, value) => Math.max(peak, value), 0);
}

function quantile(sorted: readonly number[], share: number): number {
  return sorted[Math.round(share * (sorted.length - 1))]!;
}
