import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { OPEN_HORIZON, shadedIrradiance, type Horizon } from '../devices/photovoltaicHorizon';
import { planeShares, type PlaneShares } from '../devices/photovoltaicRoof';
import { acShare } from '../devices/photovoltaics';
import { cos, PI } from '../numeric/elementary';
import { skyTempDegC, weatherAtSteps } from '../weather';
import { siteAirOf, type SiteAir } from './airSupply';
import { ORIENTATIONS } from './envelope';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { monthlyMeans } from './ground';
import { sunPlanesOf, type SunPlanes } from './sunPlanes';

/** What all buildings of a run share about the weather. */
export interface Climate {
  readonly tempDegC: Float64Array;
  readonly skyDegC: Float64Array;
  readonly planes: SunPlanes;
  /** Beam and diffuse together: zero by night. */
  readonly sunWPerM2: Float64Array;
  readonly air: SiteAir;
  /** Irradiance on open vertical planes by orientation bin, and its highest value. */
  readonly wallWPerM2: readonly Float64Array[];
  readonly wallPeakWPerM2: readonly number[];
  /** Coldest daily mean and what the sky's temperature is below it that day; the hottest step: what capacities are for. */
  readonly coldestDayDegC: number;
  readonly coldestDaySkyK: number;
  readonly hottestDegC: number;
  /** [month] mean outdoor temperature, first step. */
  readonly monthDegC: readonly number[];
  readonly monthStep: Int32Array;
  /** Seasonal factor of lights by day of the year, mean one. */
  readonly lightByDay: Float64Array;
  /** AC power per watt peak by plane in the open, filled on demand. */
  readonly photovoltaicShares: Map<string, Float64Array>;
  /** DC power per watt peak by plane, for plants of several planes. */
  readonly planeShares: PlaneShares;
}

/** Seasonal swing of the use of lights: assumed 50 % about the mean, dark at the winter solstice. */
const LIGHT_SWING = 0.5;

const cache = new WeakMap<WeatherYear, Map<number, Climate>>();

function buildClimate(weather: WeatherYear, calendar: Calendar): Climate {
  const stepped = weatherAtSteps(weather, calendar);
  const planes = sunPlanesOf(weather, calendar);
  const wallWPerM2 = Array.from(
    { length: ORIENTATIONS },
    (_, bin) => planes.wall(bin, 0)[0]!.plane.incidentWPerM2,
  );
  const skyDegC = stepped.skyInfraredWPerM2.map(skyTempDegC);
  const { stepsPerDay, stepCount } = calendar;
  const days = stepCount / stepsPerDay;
  const dayMean = (values: Float64Array, day: number): number =>
    values.subarray(day * stepsPerDay, (day + 1) * stepsPerDay).reduce((sum, value) => sum + value, 0) /
    stepsPerDay;
  let coldestDay = 0;
  let coldestDayDegC = Infinity;
  for (let day = 0; day < days; day += 1) {
    const tempDegC = dayMean(stepped.tempDegC, day);
    if (tempDegC < coldestDayDegC) [coldestDay, coldestDayDegC] = [day, tempDegC];
  }
  let day = 0;
  const monthStep = Int32Array.from(DAYS_OF_MONTH, (length) => ((day += length) - length) * stepsPerDay);
  return {
    tempDegC: stepped.tempDegC,
    skyDegC,
    planes,
    sunWPerM2: stepped.dniWPerM2.map(
      (dni, step) => dni + stepped.dhiWPerM2[step]! + stepped.ghiWPerM2[step]!,
    ),
    air: siteAirOf(weather),
    wallWPerM2,
    wallPeakWPerM2: wallWPerM2.map((plane) => plane.reduce((peak, value) => Math.max(peak, value), 0)),
    coldestDayDegC,
    coldestDaySkyK: coldestDayDegC - dayMean(skyDegC, coldestDay),
    hottestDegC: stepped.tempDegC.reduce((most, value) => Math.max(most, value), -Infinity),
    monthDegC: monthlyMeans(weather.tempDegC),
    monthStep,
    lightByDay: lightOf(weather, days),
    photovoltaicShares: new Map(),
    planeShares: planeShares(weather, calendar),
  };
}

function lightOf(weather: WeatherYear, days: number): Float64Array {
  const side = weather.latitudeDeg < 0 ? -1 : 1;
  return Float64Array.from(
    { length: days },
    (_, day) => 1 + side * LIGHT_SWING * cos((2 * PI * (day + 10)) / 365),
  );
}

/** Shared climate of a weather year and calendar; kept with the weather object. */
export function climateOf(weather: WeatherYear, calendar: Calendar): Climate {
  const kept = cache.get(weather) ?? new Map<number, Climate>();
  cache.set(weather, kept);
  const climate = kept.get(calendar.stepS) ?? buildClimate(weather, calendar);
  kept.set(calendar.stepS, climate);
  return climate;
}

/**
 * AC power per watt peak of a plane, one value a step. Planes in the open are kept and shared; behind a skyline, which hardly
 * two roofs share, the values are the caller's own.
 */
export function photovoltaicShareOf(
  climate: Climate,
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  horizon: Horizon = OPEN_HORIZON,
): Float64Array {
  const key = `${tiltDeg}/${azimuthDeg}`;
  const isOpen = horizon.elevationDeg.length === 0;
  const known = isOpen ? climate.photovoltaicShares.get(key) : undefined;
  if (known) return known;
  const { windSpeedMPerS } = weatherAtSteps(weather, calendar);
  const share = shadedIrradiance(weather, calendar, tiltDeg, azimuthDeg, horizon);
  for (let step = 0; step < share.length; step += 1) {
    share[step] = acShare(share[step]!, climate.tempDegC[step]!, windSpeedMPerS[step]!);
  }
  if (isOpen) climate.photovoltaicShares.set(key, share);
  return share;
}
