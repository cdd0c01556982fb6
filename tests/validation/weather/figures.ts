import type { WeatherYear } from '../../../src/model/weather';
import { dailyMeans, degreeDays } from '../../../src/sim/weather';
import { dailyClearness } from '../../../src/synthesis/weather';

/** What a climate is judged by; none of it is in the table of normals. */
export interface ClimateFigures {
  readonly heatingKDay: number;
  readonly coolingKDay: number;
  readonly temp1DegC: number;
  readonly temp50DegC: number;
  readonly temp99DegC: number;
  /** Mean of (daily maximum - daily minimum) over the year, K, and its spread from day to day. */
  readonly meanDailyRangeK: number;
  readonly dailyRangeStdK: number;
  /** 5, 10, ... 95 % quantiles of the daily clearness index. */
  readonly clearnessQuantiles: readonly number[];
}

export const BASE_DEG_C = 18;

/** Nearest-rank quantile. */
export function quantile(values: Float64Array, p: number): number {
  const sorted = values.slice().sort();
  return sorted[Math.round(p * (sorted.length - 1))]!;
}

const round = (value: number, digits: number): number => Number(value.toFixed(digits));

export function climateFigures(weather: WeatherYear): ClimateFigures {
  const { heatingKDay, coolingKDay } = degreeDays(weather, BASE_DEG_C);
  const ranges = Float64Array.from({ length: 365 }, (_, day) => {
    const hours = weather.tempDegC.subarray(24 * day, 24 * day + 24);
    return Math.max(...hours) - Math.min(...hours);
  });
  const mean = ranges.reduce((a, b) => a + b, 0) / 365;
  const variance = ranges.reduce((a, b) => a + (b - mean) * (b - mean), 0) / 365;
  const clearness = dailyClearness(weather);
  return {
    heatingKDay: round(heatingKDay, 1),
    coolingKDay: round(coolingKDay, 1),
    temp1DegC: round(quantile(weather.tempDegC, 0.01), 2),
    temp50DegC: round(quantile(weather.tempDegC, 0.5), 2),
    temp99DegC: round(quantile(weather.tempDegC, 0.99), 2),
    meanDailyRangeK: round(mean, 2),
    dailyRangeStdK: round(Math.sqrt(variance), 2),
    clearnessQuantiles: Array.from({ length: 19 }, (_, i) => round(quantile(clearness, 0.05 * (i + 1)), 3)),
  };
}

/** Largest distance between the distribution of `values` and one given by its 5 to 95 % quantiles. */
export function distanceToQuantiles(values: Float64Array, quantiles: readonly number[]): number {
  return quantiles.reduce((largest, x, i) => {
    const share = values.filter((value) => value <= x).length / values.length;
    return Math.max(largest, Math.abs(share - 0.05 * (i + 1)));
  }, 0);
}

/** Kolmogorov and Smirnov's two-sample distance. */
export function distanceOf(a: Float64Array, b: Float64Array): number {
  const share = (values: Float64Array, x: number) =>
    values.filter((value) => value <= x).length / values.length;
  return [...a, ...b].reduce((largest, x) => Math.max(largest, Math.abs(share(a, x) - share(b, x))), 0);
}

/** Coldest and warmest hours belong to days; used to see that daily means are not all alike. */
export const dailyMeanTemps = (weather: WeatherYear): Float64Array => dailyMeans(weather.tempDegC);
