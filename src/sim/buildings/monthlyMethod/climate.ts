import { DAYS_OF_MONTH } from '../../../model/commonYear';
import type { WeatherYear } from '../../../model/weather';
import { calendarOf } from '../../arrays/calendar';
import { dailyMeans, perezPlaneIrradiance } from '../../weather';
import type { PeriodClimate } from './balance';
import { FACADES, type Facade } from './building';

const DAY_S = 86400;
const AZIMUTH_DEG: Readonly<Record<Facade, number>> = {
  horizontal: 180,
  east: 90,
  south: 180,
  west: 270,
  north: 0,
};
/** TABULA counts days whose mean is below this as heating days. */
export const HEATING_BASE_DEGC = 12;

/** Daily means of temperature, degC, and daily sums of irradiation, J/m², of a year. */
interface Days {
  readonly outdoorDegC: Float64Array;
  readonly irradiationJPerM2: Readonly<Record<Facade, Float64Array>>;
}

function daysOf(weather: WeatherYear): Days {
  const calendar = calendarOf(3600, weather.startWeekday);
  const sums = (facade: Facade): Float64Array => {
    const tilt = facade === 'horizontal' ? 0 : 90;
    const hourly = perezPlaneIrradiance(weather, calendar, tilt, AZIMUTH_DEG[facade]);
    return dailyMeans(hourly).map((meanWPerM2) => meanWPerM2 * DAY_S);
  };
  return {
    outdoorDegC: dailyMeans(weather.tempDegC),
    irradiationJPerM2: {
      horizontal: sums('horizontal'),
      east: sums('east'),
      south: sums('south'),
      west: sums('west'),
      north: sums('north'),
    },
  };
}

function periodOf(days: Days, chosen: readonly number[]): PeriodClimate {
  const over = (series: Float64Array): number => chosen.reduce((sum, day) => sum + series[day]!, 0);
  const irradiationJPerM2 = { horizontal: 0, east: 0, south: 0, west: 0, north: 0 };
  for (const facade of FACADES) irradiationJPerM2[facade] = over(days.irradiationJPerM2[facade]);
  return {
    durationS: chosen.length * DAY_S,
    outdoorDegC: chosen.length > 0 ? over(days.outdoorDegC) / chosen.length : 0,
    irradiationJPerM2,
  };
}

/** The twelve months of a weather year, for `monthlyHeatNeedJPerM2`. */
export function monthsOf(weather: WeatherYear): PeriodClimate[] {
  const days = daysOf(weather);
  let first = 0;
  return DAYS_OF_MONTH.map((length) => {
    const chosen = Array.from({ length }, (_, day) => first + day);
    first += length;
    return periodOf(days, chosen);
  });
}

/** The heating season of a weather year as TABULA takes it: all days below the base temperature. README eq. 9. */
export function heatingSeasonOf(weather: WeatherYear, baseDegC = HEATING_BASE_DEGC): PeriodClimate {
  const days = daysOf(weather);
  const chosen: number[] = [];
  days.outdoorDegC.forEach((meanDegC, day) => {
    if (meanDegC < baseDegC) chosen.push(day);
  });
  return periodOf(days, chosen);
}
