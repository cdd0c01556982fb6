import { dailyMeans } from '../../sim/weather/degreeDays';
import { cos, PI } from '../../sim/numeric/elementary';
import { normalQuantile, positions } from './latent';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { meanKeepingCourse, meanOf, monthSlices } from './months';
import type { MonthNormals } from './normals';

const HOURS_OF_DAY: readonly number[] = new Array<number>(365).fill(24);

/**
 * Daily mean temperatures: a smooth course through the monthly means plus normal deviations in the order of `latent`,
 * scaled so that each month's mean and standard deviation of daily means are the given ones. README eq. 4.
 */
export function dailyTemperatures(months: readonly MonthNormals[], latent: Float64Array): Float64Array {
  const course = meanKeepingCourse(
    months.map((month) => month.meanTempDegC),
    DAYS_OF_MONTH,
  );
  const daily = new Float64Array(365);
  monthSlices(DAYS_OF_MONTH).forEach(({ from, to }, m) => {
    const month = months[m]!;
    const z = positions(latent.subarray(from, to)).map(normalQuantile);
    const trend = course.subarray(from, to).map((value) => value - month.meanTempDegC);
    const scale = scaleFor(trend, z, month.dailyMeanStdK);
    for (let i = 0; i < z.length; i += 1) {
      daily[from + i] = month.meanTempDegC + scale.trend * trend[i]! + scale.z * z[i]!;
    }
  });
  return daily;
}

/** Factor on z so that trend + factor z has the wanted spread; a trend that is wider by itself is shrunk. */
function scaleFor(trend: Float64Array, z: Float64Array, std: number): { trend: number; z: number } {
  const variance = meanOf(trend.map((value) => value * value));
  const target = std * std;
  const keep = Math.min(1, Math.sqrt((0.8 * target) / Math.max(variance, 1e-12)));
  const a = meanOf(z.map((value) => value * value));
  const b = keep * meanOf(z.map((value, i) => value * trend[i]!));
  const c = keep * keep * variance - target;
  return { trend: keep, z: (-b + Math.sqrt(Math.max(b * b - a * c, 0))) / a };
}

/** Mean diurnal shape of temperature, mean 0, range about 1, by solar hour 0 to 24: Erbs, Klein and Beckman (1983). Eq. 5. */
export function diurnalShape(solarHour: number): number {
  const t = (2 * PI * (solarHour - 1)) / 24;
  return (
    0.4632 * cos(t - 3.805) +
    0.0984 * cos(2 * t - 0.36) +
    0.0168 * cos(3 * t - 0.822) +
    0.0138 * cos(4 * t - 3.513)
  );
}

function meanDailyRange(hourly: Float64Array, fromDay: number, toDay: number): number {
  let sum = 0;
  for (let day = fromDay; day < toDay; day += 1) {
    const hours = hourly.subarray(24 * day, 24 * day + 24);
    let low = hours[0]!;
    let high = low;
    for (const value of hours) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    sum += high - low;
  }
  return sum / (toDay - fromDay);
}

/** Hourly temperatures from daily means and daily diurnal ranges; the daily means are kept exactly. */
function hourlyFrom(daily: Float64Array, ranges: Float64Array, shape: Float64Array): Float64Array {
  const swing = new Float64Array(8760);
  for (let hour = 0; hour < 8760; hour += 1) {
    // The range glides from day to day between the middles of the days, so that midnight shows no step.
    const position = (hour + 0.5) / 24 - 0.5;
    const day = Math.floor(position);
    const share = position - day;
    const range = ranges[(day + 365) % 365]! * (1 - share) + ranges[(day + 1) % 365]! * share;
    swing[hour] = range * shape[hour]!;
  }
  const swingMeans = dailyMeans(swing);
  const base = meanKeepingCourse(
    daily.map((mean, day) => mean - swingMeans[day]!),
    HOURS_OF_DAY,
  );
  return base.map((value, hour) => value + swing[hour]!);
}

/**
 * Hourly temperatures. A day's diurnal range grows with its clearness relative to the month (clear skies warm by day and
 * cool by night); the monthly factor is iterated until the mean daily range is that of the normals. README eq. 6.
 */
export function hourlyTemperatures(
  months: readonly MonthNormals[],
  daily: Float64Array,
  relativeClearness: Float64Array,
  solarOffsetH: number,
): Float64Array {
  const slices = monthSlices(DAYS_OF_MONTH);
  const shape = Float64Array.from({ length: 8760 }, (_, hour) =>
    diurnalShape((hour % 24) + 0.5 + solarOffsetH),
  );
  const factors = months.map((month) => month.meanDailyMaxDegC - month.meanDailyMinDegC);
  const ranges = new Float64Array(365);
  let hourly = new Float64Array(8760);
  for (let round = 0; round < 8; round += 1) {
    slices.forEach(({ from, to }, m) => {
      for (let day = from; day < to; day += 1) {
        ranges[day] = factors[m]! * (0.4 + 0.6 * relativeClearness[day]!);
      }
    });
    hourly = Float64Array.from(hourlyFrom(daily, ranges, shape));
    slices.forEach(({ from, to }, m) => {
      const target = months[m]!.meanDailyMaxDegC - months[m]!.meanDailyMinDegC;
      const actual = meanDailyRange(hourly, from, to);
      factors[m] = Math.max(0.1, factors[m]! + target - actual);
    });
  }
  return hourly;
}
