import type { WeatherYear } from '../../model/weather';
import { calendarOf } from '../../sim/arrays/calendar';
import { dailyMeans } from '../../sim/weather/degreeDays';
import { weatherAtSteps } from '../../sim/weather/steps';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { meanOf, monthSlices, standardDeviationOf } from './months';

/** One month of a climate table: what national weather services print, and the spread of the daily means. */
export interface MonthNormals {
  readonly meanTempDegC: number;
  readonly meanDailyMaxDegC: number;
  readonly meanDailyMinDegC: number;
  /** Standard deviation of the daily mean temperatures within the month. */
  readonly dailyMeanStdK: number;
  readonly meanDewPointDegC: number;
  /** Mean of all hours of the month, day and night. */
  readonly meanGhiWPerM2: number;
  readonly meanWindSpeedMPerS: number;
  /** Standard deviation of the daily clearness index (global over extraterrestrial horizontal). */
  readonly dailyClearnessStd: number;
}

/** A place's climate as twelve rows of normals; all that a synthetic year is made from. */
export interface ClimateNormals {
  readonly schema: 'gridtwin-climate/1';
  readonly name: string;
  /** Where the figures come from, for the screen. */
  readonly source: string;
  /** False: from general knowledge, not taken from a data set. */
  readonly verified: boolean;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly utcOffsetMin: number;
  readonly elevationM: number;
  readonly months: readonly MonthNormals[];
}

function dailyExtremes(hourly: Float64Array): { max: Float64Array; min: Float64Array } {
  const max = new Float64Array(365);
  const min = new Float64Array(365);
  for (let day = 0; day < 365; day += 1) {
    const hours = hourly.subarray(24 * day, 24 * day + 24);
    max[day] = hours.reduce((a, b) => Math.max(a, b), -Infinity);
    min[day] = hours.reduce((a, b) => Math.min(a, b), Infinity);
  }
  return { max, min };
}

/** Daily clearness index of a year: global over extraterrestrial irradiance, both on the horizontal. README eq. 1. */
export function dailyClearness(weather: WeatherYear): Float64Array {
  const { sun } = weatherAtSteps(weather, calendarOf(3600, 0));
  const outside = dailyMeans(sun.extraterrestrialWPerM2.map((e, i) => e * sun.up[i]! * sun.upShare[i]!));
  return dailyMeans(weather.ghiWPerM2).map((ghi, day) => ghi / Math.max(outside[day]!, 1));
}

const rounded = (value: number, decimals: number): number => {
  const scale = decimals === 3 ? 1000 : 100;
  return Math.round(value * scale) / scale;
};

/** Takes the table of normals from a year of weather: the only thing the synthesis ever sees of it. */
export function normalsFromWeather(weather: WeatherYear, source = weather.name): ClimateNormals {
  const dailyTemp = dailyMeans(weather.tempDegC);
  const { max, min } = dailyExtremes(weather.tempDegC);
  const dailyDew = dailyMeans(weather.dewPointDegC);
  const dailyGhi = dailyMeans(weather.ghiWPerM2);
  const dailyWind = dailyMeans(weather.windSpeedMPerS);
  const clearness = dailyClearness(weather);
  const months = monthSlices(DAYS_OF_MONTH).map(({ from, to }): MonthNormals => ({
    meanTempDegC: rounded(meanOf(dailyTemp.subarray(from, to)), 2),
    meanDailyMaxDegC: rounded(meanOf(max.subarray(from, to)), 2),
    meanDailyMinDegC: rounded(meanOf(min.subarray(from, to)), 2),
    dailyMeanStdK: rounded(standardDeviationOf(dailyTemp.subarray(from, to)), 2),
    meanDewPointDegC: rounded(meanOf(dailyDew.subarray(from, to)), 2),
    meanGhiWPerM2: rounded(meanOf(dailyGhi.subarray(from, to)), 2),
    meanWindSpeedMPerS: rounded(meanOf(dailyWind.subarray(from, to)), 2),
    dailyClearnessStd: rounded(standardDeviationOf(clearness.subarray(from, to)), 3),
  }));
  const { name, latitudeDeg, longitudeDeg, utcOffsetMin, elevationM } = weather;
  const site = { name, source, verified: true, latitudeDeg, longitudeDeg, utcOffsetMin, elevationM };
  return { schema: 'gridtwin-climate/1', ...site, months };
}
