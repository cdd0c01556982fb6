import type { WeatherYear } from '../../model/weather';
import { calendarOf } from '../../sim/arrays/calendar';
import { dailyMeans } from '../../sim/weather/degreeDays';
import { standardPressurePa } from '../../sim/weather/psychrometrics';
import { sunPath } from '../../sim/weather/sun';
import { hourlyDewPoints, hourlyHumidity, hourlySkyInfrared, hourlyWind } from './air';
import { clearSkyWPerM2, dailyClearnessOf } from './clearness';
import { hourlyIrradiance } from './irradiance';
import { autoregressive } from './latent';
import type { ClimateNormals } from './normals';
import { dailyTemperatures, hourlyTemperatures } from './temperature';

/** Day-to-day persistence of temperature and of clearness; ordinary figures for the middle latitudes. README eq. 3. */
const TEMPERATURE_PERSISTENCE = 0.75;
const CLEARNESS_PERSISTENCE = 0.35;
/** Clear days are warmer where the sun is strong and colder where it is weak: correlation at the extremes. README eq. 10. */
const CLEAR_WARM_CORRELATION = 0.4;

/** Correlation of clearness with temperature, from the daily extraterrestrial irradiance (W/m²): 0 at 250 W/m². */
function clearWarmCorrelation(outside: number): number {
  return CLEAR_WARM_CORRELATION * Math.min(1, Math.max(-1, (outside - 250) / 150));
}

/**
 * A typical year made from monthly normals alone, labelled synthetic. The seed decides the order of days, not their
 * distribution; the same normals and seed give the same bits everywhere. Equations and sources in the README.
 */
export function synthesiseWeather(normals: ClimateNormals, seed: number): WeatherYear {
  const { months } = normals;
  const { latitudeDeg, longitudeDeg, utcOffsetMin, elevationM } = normals;
  const sun = sunPath(normals, calendarOf(3600, 0));
  const outside = dailyMeans(sun.extraterrestrialWPerM2.map((e, i) => e * sun.up[i]! * sun.upShare[i]!));
  const clear = dailyMeans(sun.up.map((up, i) => clearSkyWPerM2(up, elevationM) * sun.upShare[i]!));
  const solarOffsetH = longitudeDeg / 15 - utcOffsetMin / 60;
  const warmth = autoregressive(seed, 'dailyTemperature', 365, TEMPERATURE_PERSISTENCE);
  const own = autoregressive(seed, 'dailyClearness', 365, CLEARNESS_PERSISTENCE);
  const brightness = own.map((value, day) => {
    const rho = clearWarmCorrelation(outside[day]!);
    return rho * warmth[day]! + Math.sqrt(1 - rho * rho) * value;
  });
  const { clearness, relative } = dailyClearnessOf(months, outside, clear, brightness);
  const dailyTemp = dailyTemperatures(months, warmth);
  const tempDegC = hourlyTemperatures(months, dailyTemp, relative, solarOffsetH);
  const dewPointDegC = hourlyDewPoints(months, dailyTemp, tempDegC);
  return {
    name: `${normals.name} (synthetic)`,
    origin: 'synthetic',
    latitudeDeg,
    longitudeDeg,
    utcOffsetMin,
    elevationM,
    startWeekday: 0,
    tempDegC,
    dewPointDegC,
    relativeHumidityPercent: hourlyHumidity(tempDegC, dewPointDegC),
    pressurePa: new Float64Array(8760).fill(standardPressurePa(elevationM)),
    windSpeedMPerS: hourlyWind(months, seed, solarOffsetH),
    ...hourlyIrradiance(seed, sun, clearness, normals),
    skyInfraredWPerM2: hourlySkyInfrared(tempDegC, dewPointDegC, clearness),
  };
}
