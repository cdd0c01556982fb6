import { ln } from '../../sim/numeric/elementary';
import { relativeHumidityPercent, skyInfraredWPerM2 } from '../../sim/weather/psychrometrics';
import { autoregressive, positions } from './latent';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { HOURS_OF_MONTH, meanKeepingCourse, meanOf, monthSlices } from './months';
import type { MonthNormals } from './normals';
import { diurnalShape } from './temperature';

const HOURS_OF_DAY: readonly number[] = new Array<number>(365).fill(24);

/** How much of a day's warmth above the month its dew point shares: warm air brings water along. */
const DEW_FOLLOWS = 0.6;

/**
 * Hourly dew points: the month's mean, moved with the day's temperature, never above the air temperature; shifted until the
 * monthly means are those of the normals. README eq. 14.
 */
export function hourlyDewPoints(
  months: readonly MonthNormals[],
  dailyTemp: Float64Array,
  tempDegC: Float64Array,
): Float64Array {
  const means = new Float64Array(365);
  monthSlices(DAYS_OF_MONTH).forEach(({ from, to }, m) => {
    const month = months[m]!;
    for (let day = from; day < to; day += 1) {
      means[day] = month.meanDewPointDegC + DEW_FOLLOWS * (dailyTemp[day]! - month.meanTempDegC);
    }
  });
  const free = meanKeepingCourse(means, HOURS_OF_DAY);
  const dew = new Float64Array(8760);
  monthSlices(HOURS_OF_MONTH).forEach(({ from, to }, m) => {
    let shift = 0;
    for (let round = 0; round < 6; round += 1) {
      for (let hour = from; hour < to; hour += 1) {
        dew[hour] = Math.min(free[hour]! + shift, tempDegC[hour]! - 0.1);
      }
      shift += months[m]!.meanDewPointDegC - meanOf(dew.subarray(from, to));
    }
  });
  return dew;
}

export function hourlyHumidity(tempDegC: Float64Array, dewPointDegC: Float64Array): Float64Array {
  return tempDegC.map((temp, hour) => relativeHumidityPercent(temp, dewPointDegC[hour]!));
}

/** Hourly wind speeds: Weibull with shape 2 (Rayleigh) in the order of a persistent series, brisker by day. README eq. 15. */
export function hourlyWind(
  months: readonly MonthNormals[],
  seed: number,
  solarOffsetH: number,
): Float64Array {
  const latent = autoregressive(seed, 'wind', 8760, 0.93);
  const wind = new Float64Array(8760);
  monthSlices(HOURS_OF_MONTH).forEach(({ from, to }, m) => {
    const drawn = positions(latent.subarray(from, to)).map((p, i) => {
      const byDay = 1 + 0.4 * diurnalShape(((from + i) % 24) + 0.5 + solarOffsetH);
      return Math.sqrt(-ln(1 - p)) * byDay;
    });
    const factor = months[m]!.meanWindSpeedMPerS / meanOf(drawn);
    drawn.forEach((value, i) => {
      wind[from + i] = value * factor;
    });
  });
  return wind;
}

/**
 * Cloud cover in tenths from the day's clearness: the share without sunshine after Ångström and Prescott, with the usual
 * coefficients 0.25 and 0.50 (FAO-56, eq. 35). README eq. 16.
 */
export function cloudTenths(dailyClearness: number): number {
  return 10 * Math.min(Math.max(1 - (dailyClearness - 0.25) / 0.5, 0), 1);
}

/** Hourly infrared from the sky with each day's cloud cover gliding into the next one's. */
export function hourlySkyInfrared(
  tempDegC: Float64Array,
  dewPointDegC: Float64Array,
  dailyClearness: Float64Array,
): Float64Array {
  const cover = dailyClearness.map(cloudTenths);
  return tempDegC.map((temp, hour) => {
    const position = (hour + 0.5) / 24 - 0.5;
    const day = Math.floor(position);
    const share = position - day;
    const cloud = cover[(day + 365) % 365]! * (1 - share) + cover[(day + 1) % 365]! * share;
    return skyInfraredWPerM2(temp, dewPointDegC[hour]!, cloud);
  });
}
