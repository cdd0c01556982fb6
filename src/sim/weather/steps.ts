import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { exp } from '../numeric/elementary';
import { sunPath, type SunPath } from './sun';

/** The weather of every step of a run and the sun that belongs to it. Arrays have `calendar.stepCount` entries. */
export interface SteppedWeather {
  readonly tempDegC: Float64Array;
  readonly dewPointDegC: Float64Array;
  readonly relativeHumidityPercent: Float64Array;
  readonly pressurePa: Float64Array;
  readonly windSpeedMPerS: Float64Array;
  readonly ghiWPerM2: Float64Array;
  readonly dniWPerM2: Float64Array;
  readonly dhiWPerM2: Float64Array;
  readonly skyInfraredWPerM2: Float64Array;
  readonly sun: SunPath;
}

/** Straight lines between the centres of the hours; before the first and after the last centre the value is held. */
function interpolateHours(hourly: Float64Array, stepsPerHour: number): Float64Array {
  const stepped = new Float64Array(hourly.length * stepsPerHour);
  const last = hourly.length - 1;
  for (let step = 0; step < stepped.length; step += 1) {
    const position = Math.min(Math.max((step + 0.5) / stepsPerHour - 0.5, 0), last);
    const hour = Math.min(Math.floor(position), last - 1);
    const share = position - hour;
    stepped[step] = hourly[hour]! * (1 - share) + hourly[hour + 1]! * share;
  }
  return stepped;
}

/** Spreads each hour's mean over its steps in proportion to `shape`, so that the hour's energy is kept. */
function spreadHours(hourly: Float64Array, shape: Float64Array, stepsPerHour: number): Float64Array {
  const stepped = new Float64Array(hourly.length * stepsPerHour);
  for (let hour = 0; hour < hourly.length; hour += 1) {
    const first = hour * stepsPerHour;
    let sum = 0;
    for (let i = 0; i < stepsPerHour; i += 1) sum += shape[first + i]!;
    for (let i = 0; i < stepsPerHour; i += 1) {
      // Twilight, and stations whose horizon lies below the geometric one: no shape, so spread evenly.
      const weight = sum > 0 ? (shape[first + i]! * stepsPerHour) / sum : 1;
      stepped[first + i] = hourly[hour]! * weight;
    }
  }
  return stepped;
}

/** Clear-sky shapes: global after Haurwitz (1945), beam after Meinel in its simplest form. README eq. 8 and 9. */
function clearShapes(sun: SunPath): { global: Float64Array; beam: Float64Array } {
  const global = new Float64Array(sun.up.length);
  const beam = new Float64Array(sun.up.length);
  for (let step = 0; step < global.length; step += 1) {
    const up = sun.up[step]!;
    if (up <= 0) continue;
    global[step] = sun.upShare[step]! * up * exp(-0.059 / up);
    beam[step] = sun.upShare[step]! * exp(-0.14 / Math.max(up, 0.05));
  }
  return { global, beam };
}

const cache = new WeakMap<WeatherYear, Map<number, SteppedWeather>>();

/**
 * Weather by step. Hourly steps are the hours themselves; at 15 min temperatures, humidity, pressure, wind and infrared
 * run straight between the centres of the hours, and irradiance follows the clear sky with each hour's energy kept.
 * The result is kept with the weather object, so asking again is free.
 */
export function weatherAtSteps(weather: WeatherYear, calendar: Calendar): SteppedWeather {
  const kept = cache.get(weather) ?? new Map<number, SteppedWeather>();
  cache.set(weather, kept);
  const found = kept.get(calendar.stepS);
  if (found) return found;
  const stepped = computeSteps(weather, calendar);
  kept.set(calendar.stepS, stepped);
  return stepped;
}

function computeSteps(weather: WeatherYear, calendar: Calendar): SteppedWeather {
  const sun = sunPath(weather, calendar);
  if (calendar.stepsPerHour === 1) {
    const { tempDegC, dewPointDegC, relativeHumidityPercent, pressurePa, windSpeedMPerS } = weather;
    const { ghiWPerM2, dniWPerM2, dhiWPerM2, skyInfraredWPerM2 } = weather;
    const air = { tempDegC, dewPointDegC, relativeHumidityPercent, pressurePa, windSpeedMPerS };
    return { ...air, ghiWPerM2, dniWPerM2, dhiWPerM2, skyInfraredWPerM2, sun };
  }
  const n = calendar.stepsPerHour;
  const { global, beam } = clearShapes(sun);
  return {
    tempDegC: interpolateHours(weather.tempDegC, n),
    dewPointDegC: interpolateHours(weather.dewPointDegC, n),
    relativeHumidityPercent: interpolateHours(weather.relativeHumidityPercent, n),
    pressurePa: interpolateHours(weather.pressurePa, n),
    windSpeedMPerS: interpolateHours(weather.windSpeedMPerS, n),
    ghiWPerM2: spreadHours(weather.ghiWPerM2, global, n),
    dniWPerM2: spreadHours(weather.dniWPerM2, beam, n),
    dhiWPerM2: spreadHours(weather.dhiWPerM2, global, n),
    skyInfraredWPerM2: interpolateHours(weather.skyInfraredWPerM2, n),
    sun,
  };
}
