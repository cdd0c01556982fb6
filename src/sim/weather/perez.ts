import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { asin, cos, PI, pow, RAD_PER_DEG, sin } from '../numeric/elementary';
import { DEFAULT_ALBEDO } from './plane';
import { weatherAtSteps } from './steps';
import { planeNormal, sunOnPlane } from './sunOnPlane';

/**
 * Irradiance on a plane by origin, W/m², one value a step. Beam and circumsolar come from the sun's direction (a window
 * treats both with its angle-dependent transmittance); sky is isotropic; the horizon band may be negative (a sky that is
 * brighter overhead), though never so far that the diffuse light as a whole is.
 */
export interface PerezParts {
  readonly beamWPerM2: Float64Array;
  readonly circumsolarWPerM2: Float64Array;
  readonly skyWPerM2: Float64Array;
  readonly horizonWPerM2: Float64Array;
  readonly groundWPerM2: Float64Array;
  /** Mean cosine of incidence while the sun is up and before the plane; 0 in a step without such a time. */
  readonly cosIncidence: Float64Array;
}

/** Upper limits of the sky clearness of classes 1 to 7; class 8 is above. Perez et al. (1990), table 1. */
const CLEARNESS_LIMITS = [1.065, 1.23, 1.5, 1.95, 2.8, 4.5, 6.2] as const;

/** F11, F12, F13, F21, F22, F23 of each clearness class: Perez et al. (1990), table 6, all sites composite. */
const COEFFICIENTS: readonly (readonly [number, number, number, number, number, number])[] = [
  [-0.008, 0.588, -0.062, -0.06, 0.072, -0.022],
  [0.13, 0.683, -0.151, -0.019, 0.066, -0.029],
  [0.33, 0.487, -0.221, 0.055, -0.064, -0.026],
  [0.568, 0.187, -0.295, 0.109, -0.152, -0.014],
  [0.873, -0.392, -0.362, 0.226, -0.462, 0.001],
  [1.132, -1.237, -0.412, 0.288, -0.823, 0.056],
  [1.06, -1.6, -0.359, 0.264, -1.127, 0.131],
  [0.678, -0.327, -0.25, 0.156, -1.377, 0.251],
];

/** Cube law of the clearness in the zenith angle in radians. Perez et al. (1990), eq. 1. */
const KAPPA = 1.041;
/** cos 85 degrees: below five degrees of elevation the circumsolar ratio is not let grow. Perez et al. (1990), eq. 9. */
const MIN_COS_ZENITH = 0.08715574274765817;

/** Relative optical air mass by zenith angle, Kasten and Young (1989). README eq. 19. */
export function relativeAirMass(zenithDeg: number): number {
  const beyond = Math.max(96.07995 - zenithDeg, 0.1);
  return 1 / (Math.max(cos(zenithDeg * RAD_PER_DEG), 0) + 0.50572 * pow(beyond, -1.6364));
}

/** Circumsolar and horizon brightening of one sky, F1 and F2. README eq. 20 to 23. */
export function perezBrightening(
  dniWPerM2: number,
  dhiWPerM2: number,
  up: number,
  extraterrestrialWPerM2: number,
): readonly [circumsolar: number, horizon: number] {
  if (!(dhiWPerM2 > 0)) return [0, 0];
  const zenith = PI / 2 - asin(Math.min(Math.max(up, 0), 1));
  const cube = KAPPA * zenith * zenith * zenith;
  const clearness = ((dhiWPerM2 + dniWPerM2) / dhiWPerM2 + cube) / (1 + cube);
  const brightness = (dhiWPerM2 * relativeAirMass(zenith / RAD_PER_DEG)) / extraterrestrialWPerM2;
  let sky = 0;
  while (sky < CLEARNESS_LIMITS.length && clearness >= CLEARNESS_LIMITS[sky]!) sky += 1;
  const f = COEFFICIENTS[sky]!;
  return [Math.max(0, f[0] + f[1] * brightness + f[2] * zenith), f[3] + f[4] * brightness + f[5] * zenith];
}

/** What a sky has whatever the plane, [step]. */
interface Brightening {
  readonly circumsolar: Float64Array;
  readonly horizon: Float64Array;
  /** Mean cosine of the sun's zenith angle over the lit part, at least cos 85 degrees. */
  readonly cosZenith: Float64Array;
}

const cache = new WeakMap<WeatherYear, Map<number, Brightening>>();

function brighteningAtSteps(weather: WeatherYear, calendar: Calendar): Brightening {
  const kept = cache.get(weather) ?? new Map<number, Brightening>();
  cache.set(weather, kept);
  const found = kept.get(calendar.stepS);
  if (found) return found;
  const { dniWPerM2, dhiWPerM2, sun } = weatherAtSteps(weather, calendar);
  const circumsolar = new Float64Array(calendar.stepCount);
  const horizon = new Float64Array(calendar.stepCount);
  for (let step = 0; step < calendar.stepCount; step += 1) {
    if (!(sun.upShare[step]! > 0)) continue;
    const [f1, f2] = perezBrightening(
      dniWPerM2[step]!,
      dhiWPerM2[step]!,
      sun.up[step]!,
      sun.extraterrestrialWPerM2[step]!,
    );
    circumsolar[step] = f1;
    horizon[step] = f2;
  }
  const level = sunOnPlane(weather.latitudeDeg, sun, calendar, planeNormal(0, 0)).cosIncidence;
  const cosZenith = level.map((cosine) => Math.max(cosine, MIN_COS_ZENITH));
  const brightening = { circumsolar, horizon, cosZenith };
  kept.set(calendar.stepS, brightening);
  return brightening;
}

/**
 * Irradiance on an unshaded plane after Perez, Ineichen, Seals, Michalsky and Stewart, "Modeling daylight availability
 * and irradiance components from direct and global irradiance", Solar Energy 44 (1990) 271. `azimuthDeg` clockwise from
 * north, 180 = south; `tiltDeg` 0 = horizontal, 90 = wall. Cosines are means over the step (sunOnPlane.ts), the sky is
 * that of the middle of its lit part. README eq. 17 to 24.
 */
export function perezPlaneParts(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  albedo = DEFAULT_ALBEDO,
): PerezParts {
  const { ghiWPerM2: ghi, dniWPerM2: dni, dhiWPerM2: dhi, sun } = weatherAtSteps(weather, calendar);
  const { circumsolar, horizon, cosZenith } = brighteningAtSteps(weather, calendar);
  const normal = planeNormal(tiltDeg, azimuthDeg);
  const { cosIncidence, facingShare } = sunOnPlane(weather.latitudeDeg, sun, calendar, normal);
  const sinTilt = sin(tiltDeg * RAD_PER_DEG);
  const skyView = (1 + normal.up) / 2;
  const beamWPerM2 = new Float64Array(calendar.stepCount);
  const circumsolarWPerM2 = new Float64Array(calendar.stepCount);
  const skyWPerM2 = new Float64Array(calendar.stepCount);
  const horizonWPerM2 = new Float64Array(calendar.stepCount);
  const groundWPerM2 = new Float64Array(calendar.stepCount);
  for (let step = 0; step < calendar.stepCount; step += 1) {
    const received = cosIncidence[step]! * facingShare[step]!;
    const f1 = circumsolar[step]!;
    const isotropic = dhi[step]! * (1 - f1) * skyView;
    const aroundSun = received > 0 ? (dhi[step]! * f1 * received) / cosZenith[step]! : 0;
    beamWPerM2[step] = dni[step]! * received;
    circumsolarWPerM2[step] = aroundSun;
    skyWPerM2[step] = isotropic;
    // A very bright zenith takes more from the horizon than a steep plane has diffuse light: the sum stops at zero.
    horizonWPerM2[step] = Math.max(dhi[step]! * horizon[step]! * sinTilt, -(isotropic + aroundSun));
    groundWPerM2[step] = ghi[step]! * albedo * (1 - skyView);
  }
  return { beamWPerM2, circumsolarWPerM2, skyWPerM2, horizonWPerM2, groundWPerM2, cosIncidence };
}

/** Total irradiance on an unshaded plane, W/m², one value a step; see `perezPlaneParts`. */
export function perezPlaneIrradiance(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  albedo = DEFAULT_ALBEDO,
): Float64Array {
  const parts = perezPlaneParts(weather, calendar, tiltDeg, azimuthDeg, albedo);
  return parts.beamWPerM2.map(
    (beam, step) =>
      beam +
      parts.circumsolarWPerM2[step]! +
      parts.skyWPerM2[step]! +
      parts.horizonWPerM2[step]! +
      parts.groundWPerM2[step]!,
  );
}
