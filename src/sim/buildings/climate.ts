import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { cos, PI } from '../numeric/elementary';
import { acShare } from '../devices/photovoltaics';
import { planeIrradiance, weatherAtSteps } from '../weather';
import { ORIENTATIONS } from './envelope';

/** What all buildings of a run share about the weather. */
export interface Climate {
  readonly tempDegC: Float64Array;
  /** Irradiance on vertical planes by orientation bin. */
  readonly wallWPerM2: readonly Float64Array[];
  readonly wallPeakWPerM2: readonly number[];
  /** Coldest and warmest daily mean and the hottest step: what capacities are sized for. */
  readonly coldestDayDegC: number;
  readonly hottestDegC: number;
  /** Seasonal factor of lights by day of the year, mean one. */
  readonly lightByDay: Float64Array;
  /** AC power per watt peak by plane, filled on demand. */
  readonly photovoltaicShares: Map<string, Float64Array>;
}

/** Seasonal swing of the use of lights: assumed 50 % about the mean, dark at the winter solstice. */
const LIGHT_SWING = 0.5;

const cache = new WeakMap<WeatherYear, Map<number, Climate>>();

function buildClimate(weather: WeatherYear, calendar: Calendar): Climate {
  const stepped = weatherAtSteps(weather, calendar);
  const wallWPerM2 = Array.from({ length: ORIENTATIONS }, (_, bin) =>
    planeIrradiance(weather, calendar, 90, (360 / ORIENTATIONS) * bin),
  );
  let coldest = Infinity;
  let hottest = -Infinity;
  const days = calendar.stepCount / calendar.stepsPerDay;
  for (let day = 0; day < days; day += 1) {
    let sum = 0;
    for (let step = day * calendar.stepsPerDay; step < (day + 1) * calendar.stepsPerDay; step += 1) {
      sum += stepped.tempDegC[step]!;
      hottest = Math.max(hottest, stepped.tempDegC[step]!);
    }
    coldest = Math.min(coldest, sum / calendar.stepsPerDay);
  }
  const side = weather.latitudeDeg < 0 ? -1 : 1;
  const lightByDay = new Float64Array(days);
  for (let day = 0; day < days; day += 1) {
    lightByDay[day] = 1 + side * LIGHT_SWING * cos((2 * PI * (day + 10)) / 365);
  }
  return {
    tempDegC: stepped.tempDegC,
    wallWPerM2,
    wallPeakWPerM2: wallWPerM2.map((plane) => plane.reduce((peak, value) => Math.max(peak, value), 0)),
    coldestDayDegC: coldest,
    hottestDegC: hottest,
    lightByDay,
    photovoltaicShares: new Map(),
  };
}

/** Shared climate of a weather year and calendar; kept with the weather object. */
export function climateOf(weather: WeatherYear, calendar: Calendar): Climate {
  const kept = cache.get(weather) ?? new Map<number, Climate>();
  cache.set(weather, kept);
  const climate = kept.get(calendar.stepS) ?? buildClimate(weather, calendar);
  kept.set(calendar.stepS, climate);
  return climate;
}

/** AC power per watt peak of a plane, one value a step. */
export function photovoltaicShareOf(
  climate: Climate,
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
): Float64Array {
  const key = `${tiltDeg}/${azimuthDeg}`;
  const known = climate.photovoltaicShares.get(key);
  if (known) return known;
  const { windSpeedMPerS } = weatherAtSteps(weather, calendar);
  const share = planeIrradiance(weather, calendar, tiltDeg, azimuthDeg);
  for (let step = 0; step < share.length; step += 1) {
    share[step] = acShare(share[step]!, climate.tempDegC[step]!, windSpeedMPerS[step]!);
  }
  climate.photovoltaicShares.set(key, share);
  return share;
}
