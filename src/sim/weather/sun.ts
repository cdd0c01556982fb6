import type { Calendar } from '../arrays/calendar';
import { asin, atan2, cos, PI, RAD_PER_DEG, sin } from '../numeric/elementary';

/** Where the sun stands, without refraction. Azimuth clockwise from north, 0 to 360. */
export interface SunPosition {
  readonly zenithDeg: number;
  readonly azimuthDeg: number;
  /** Unit vector towards the sun: east, north, up. */
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

/** What the sun's course needs to know of a place. A `WeatherYear` is one. */
export interface Site {
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
  readonly utcOffsetMin: number;
}

/**
 * A typical year has no date; its sun is that of 2026, which lies amid the leap cycle. Days from 2000-01-01 12:00 UTC to
 * 2026-01-01 00:00 UTC.
 */
const YEAR_START_DAYS = 9496.5;

/**
 * Position of the sun from the low-precision formulae of the Astronomical Almanac (Michalsky 1988), good to 0.01 degrees
 * from 1950 to 2050. `daysJ2000` are days and parts of them since 2000-01-01 12:00 UTC. README eq. 1 to 5.
 */
export function sunPosition(latitudeDeg: number, longitudeDeg: number, daysJ2000: number): SunPosition {
  const n = daysJ2000;
  const meanLongitude = 280.46 + 0.9856474 * n;
  const g = (357.528 + 0.9856003 * n) * RAD_PER_DEG;
  const lambda = (meanLongitude + 1.915 * sin(g) + 0.02 * sin(2 * g)) * RAD_PER_DEG;
  const epsilon = (23.439 - 0.0000004 * n) * RAD_PER_DEG;
  const rightAscension = atan2(cos(epsilon) * sin(lambda), cos(lambda));
  const declination = asin(sin(epsilon) * sin(lambda));
  const siderealDeg = 280.46061837 + 360.98564736629 * n + longitudeDeg;
  const hourAngle = (siderealDeg - 360 * Math.floor(siderealDeg / 360)) * RAD_PER_DEG - rightAscension;
  const latitude = latitudeDeg * RAD_PER_DEG;
  const east = -cos(declination) * sin(hourAngle);
  const north = cos(latitude) * sin(declination) - sin(latitude) * cos(declination) * cos(hourAngle);
  const up = sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hourAngle);
  const azimuthDeg = atan2(east, north) / RAD_PER_DEG;
  const elevation = asin(Math.max(-1, Math.min(1, up)));
  return {
    zenithDeg: 90 - elevation / RAD_PER_DEG,
    azimuthDeg: azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg,
    east,
    north,
    up,
  };
}

/** Position at a time of the typical year, in seconds after 1 January 00:00 local standard time. */
export function sunAt(site: Site, timeS: number): SunPosition {
  const daysJ2000 = YEAR_START_DAYS + (timeS - 60 * site.utcOffsetMin) / 86400;
  return sunPosition(site.latitudeDeg, site.longitudeDeg, daysJ2000);
}

/** Extraterrestrial irradiance normal to the beam, W/m²: Spencer (1971) with 1366.1 W/m². Day of year from 1. Eq. 6. */
export function extraterrestrialWPerM2(dayOfYear: number): number {
  const b = (2 * PI * (dayOfYear - 1)) / 365;
  const distance =
    1.00011 + 0.034221 * cos(b) + 0.00128 * sin(b) + 0.000719 * cos(2 * b) + 0.000077 * sin(2 * b);
  return 1366.1 * distance;
}

/** The sun of every step, at the middle of the part of the step in which it is up. */
export interface SunPath {
  /** Unit vector towards the sun; `up` is 0 and the vector meaningless where `upShare` is 0. */
  readonly east: Float64Array;
  readonly north: Float64Array;
  readonly up: Float64Array;
  /** Share of the step with the sun above the horizon, 0 to 1. */
  readonly upShare: Float64Array;
  readonly extraterrestrialWPerM2: Float64Array;
}

/** Seconds within (fromS, toS) at which the sun crosses the horizon, by bisection to under a second. */
function crossing(site: Site, fromS: number, toS: number, upAtFrom: boolean): number {
  let low = fromS;
  let high = toS;
  for (let i = 0; i < 12; i += 1) {
    const middle = (low + high) / 2;
    if (sunAt(site, middle).up > 0 === upAtFrom) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sun's course through the typical year, one entry a step. README eq. 7. */
export function sunPath(site: Site, calendar: Calendar): SunPath {
  const { stepS, stepCount, stepsPerDay } = calendar;
  const [east, north, up, upShare, extra] = Array.from({ length: 5 }, () => new Float64Array(stepCount));
  const path = { east: east!, north: north!, up: up!, upShare: upShare!, extraterrestrialWPerM2: extra! };
  let upAtStart = sunAt(site, 0).up > 0;
  for (let step = 0; step < stepCount; step += 1) {
    const startS = step * stepS;
    const endS = startS + stepS;
    const upAtEnd = sunAt(site, endS).up > 0;
    path.extraterrestrialWPerM2[step] = extraterrestrialWPerM2(Math.floor(step / stepsPerDay) + 1);
    let fromS = startS;
    let toS = endS;
    if (upAtStart !== upAtEnd) {
      const atS = crossing(site, startS, endS, upAtStart);
      if (upAtEnd) fromS = atS;
      else toS = atS;
    }
    if (upAtStart || upAtEnd) {
      const sun = sunAt(site, (fromS + toS) / 2);
      path.east[step] = sun.east;
      path.north[step] = sun.north;
      path.up[step] = Math.max(sun.up, 0);
      path.upShare[step] = (toS - fromS) / stepS;
    }
    upAtStart = upAtEnd;
  }
  return path;
}
