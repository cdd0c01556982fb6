import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { cos, RAD_PER_DEG, sin } from '../numeric/elementary';
import { weatherAtSteps } from './steps';

/** Irradiance on a plane by origin, W/m², one value a step. */
export interface PlaneParts {
  readonly beamWPerM2: Float64Array;
  readonly skyWPerM2: Float64Array;
  /** Of the sky's light, what comes from the sun's direction. */
  readonly circumsolarWPerM2: Float64Array;
  readonly groundWPerM2: Float64Array;
}

/** Reflectance of ordinary ground. */
export const DEFAULT_ALBEDO = 0.2;

/** Below one degree of elevation the ratio of plane to horizontal is not let grow any further. */
const MIN_COS_ZENITH = 0.01745;

/**
 * Irradiance on an unshaded plane: beam, sky diffuse after Hay and Davies (1980), ground-reflected. `azimuthDeg`
 * clockwise from north, 180 = south; `tiltDeg` 0 = horizontal, 90 = wall. README eq. 14 to 17.
 */
export function planeIrradianceParts(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  albedo = DEFAULT_ALBEDO,
): PlaneParts {
  const { ghiWPerM2: ghi, dniWPerM2: dni, dhiWPerM2: dhi, sun } = weatherAtSteps(weather, calendar);
  const normalEast = sin(tiltDeg * RAD_PER_DEG) * sin(azimuthDeg * RAD_PER_DEG);
  const normalNorth = sin(tiltDeg * RAD_PER_DEG) * cos(azimuthDeg * RAD_PER_DEG);
  const normalUp = cos(tiltDeg * RAD_PER_DEG);
  const skyView = (1 + normalUp) / 2;
  const beamWPerM2 = new Float64Array(calendar.stepCount);
  const skyWPerM2 = new Float64Array(calendar.stepCount);
  const circumsolarWPerM2 = new Float64Array(calendar.stepCount);
  const groundWPerM2 = new Float64Array(calendar.stepCount);
  for (let step = 0; step < calendar.stepCount; step += 1) {
    const up = sun.up[step]!;
    const inSun = sun.upShare[step]! > 0;
    const along = sun.east[step]! * normalEast + sun.north[step]! * normalNorth + up * normalUp;
    const cosIncidence = inSun ? Math.max(along, 0) : 0;
    const anisotropy = inSun ? Math.min(dni[step]! / sun.extraterrestrialWPerM2[step]!, 1) : 0;
    const ratio = cosIncidence / Math.max(up, MIN_COS_ZENITH);
    beamWPerM2[step] = dni[step]! * cosIncidence;
    skyWPerM2[step] = dhi[step]! * (anisotropy * ratio + (1 - anisotropy) * skyView);
    circumsolarWPerM2[step] = dhi[step]! * anisotropy * ratio;
    groundWPerM2[step] = ghi[step]! * albedo * (1 - skyView);
  }
  return { beamWPerM2, skyWPerM2, circumsolarWPerM2, groundWPerM2 };
}

/** Total irradiance on an unshaded plane, W/m², one value a step; see `planeIrradianceParts`. */
export function planeIrradiance(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  albedo = DEFAULT_ALBEDO,
): Float64Array {
  const parts = planeIrradianceParts(weather, calendar, tiltDeg, azimuthDeg, albedo);
  return parts.beamWPerM2.map((beam, step) => beam + parts.skyWPerM2[step]! + parts.groundWPerM2[step]!);
}
