import type { WeatherYear } from '../../model/weather';

export interface DegreeDays {
  readonly heatingKDay: number;
  readonly coolingKDay: number;
}

/** Mean of each whole day of an hourly series. */
export function dailyMeans(hourly: Float64Array): Float64Array {
  const means = new Float64Array(Math.floor(hourly.length / 24));
  for (let day = 0; day < means.length; day += 1) {
    let sum = 0;
    for (let hour = 0; hour < 24; hour += 1) sum += hourly[24 * day + hour]!;
    means[day] = sum / 24;
  }
  return means;
}

/** Degree-days of daily mean temperatures below (heating) and above (cooling) one base. README eq. 27. */
export function degreeDays(weather: WeatherYear, baseDegC: number): DegreeDays {
  let heatingKDay = 0;
  let coolingKDay = 0;
  for (const mean of dailyMeans(weather.tempDegC)) {
    heatingKDay += Math.max(0, baseDegC - mean);
    coolingKDay += Math.max(0, mean - baseDegC);
  }
  return { heatingKDay, coolingKDay };
}
