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

/** Unit vector towards the sun: east, north, up. */
type Direction = Pick<SunPosition, 'east' | 'north' | 'up'>;

const inTurn = (angleDeg: number): number => (angleDeg - 360 * Math.floor(angleDeg / 360)) * RAD_PER_DEG;

/**
 * Direction of the sun from the low-precision formulae of the Astronomical Almanac (Michalsky 1988), good to 0.01 degrees
 * from 1950 to 2050. Right ascension and declination stay inside the vector, which saves their inverse functions.
 * README eq. 1 to 5.
 */
function sunDirection(sinLatitude: number, cosLatitude: number, longitudeDeg: number, n: number): Direction {
  const g = inTurn(357.528 + 0.9856003 * n);
  const lambda = inTurn(280.46 + 0.9856474 * n + 1.915 * sin(g) + 0.02 * sin(2 * g));
  const epsilon = (23.439 - 0.0000004 * n) * RAD_PER_DEG;
  const sinLambda = sin(lambda);
  const x = cos(lambda);
  const y = cos(epsilon) * sinLambda;
  const z = sin(epsilon) * sinLambda;
  const theta = inTurn(280.46061837 + 360.98564736629 * n + longitudeDeg);
  const sinTheta = sin(theta);
  const cosTheta = cos(theta);
  const towardsMeridian = cosTheta * x + sinTheta * y;
  return {
    east: cosTheta * y - sinTheta * x,
    north: cosLatitude * z - sinLatitude * towardsMeridian,
    up: sinLatitude * z + cosLatitude * towardsMeridian,
  };
}

/**
 * Position of the sun over a place on Earth. `daysJ2000` are days and parts of them since 2000-01-01 12:00 UTC; accuracy
 * 0.01 degrees from 1950 to 2050.
 */
export function sunPosition(latitudeDeg: number, longitudeDeg: number, daysJ2000: number): SunPosition {
  const latitude = latitudeDeg * RAD_PER_DEG;
  const direction = sunDirection(sin(latitude), cos(latitude), longitudeDeg, daysJ2000);
  const azimuthDeg = atan2(direction.east, direction.north) / RAD_PER_DEG;
  const elevation = asin(Math.max(-1, Math.min(1, direction.up)));
  return {
    zenithDeg: 90 - elevation / RAD_PER_DEG,
    azimuthDeg: azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg,
    ...direction,
  };
}

const yearDays = (site: Site, timeS: number): number =>
  YEAR_START_DAYS + (timeS - 60 * site.utcOffsetMin) / 86400;

/** Direction as a function of the time of the typical year, with the place's constants taken once. */
function directionOver(site: Site): (timeS: number) => Direction {
  const latitude = site.latitudeDeg * RAD_PER_DEG;
  const sinLatitude = sin(latitude);
  const cosLatitude = cos(latitude);
  return (timeS) => sunDirection(sinLatitude, cosLatitude, site.longitudeDeg, yearDays(site, timeS));
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
function crossing(
  directionAt: (timeS: number) => Direction,
  fromS: number,
  toS: number,
  upAtFrom: boolean,
): number {
  let low = fromS;
  let high = toS;
  for (let i = 0; i < 12; i += 1) {
    const middle = (low + high) / 2;
    if (directionAt(middle).up > 0 === upAtFrom) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/** Sun's course through the typical year, one entry a step. README eq. 7. */
export function sunPath(site: Site, calendar: Calendar): SunPath {
  const { stepS, stepCount, stepsPerDay } = calendar;
  const [east, north, up, upShare, extra] = Array.from({ length: 5 }, () => new Float64Array(stepCount));
  const path = { east: east!, north: north!, up: up!, upShare: upShare!, extraterrestrialWPerM2: extra! };
  const directionAt = directionOver(site);
  let extraterrestrial = 0;
  let upAtStart = directionAt(0).up > 0;
  for (let step = 0; step < stepCount; step += 1) {
    const startS = step * stepS;
    const endS = startS + stepS;
    const upAtEnd = directionAt(endS).up > 0;
    if (step % stepsPerDay === 0) extraterrestrial = extraterrestrialWPerM2(step / stepsPerDay + 1);
    path.extraterrestrialWPerM2[step] = extraterrestrial;
    let fromS = startS;
    let toS = endS;
    if (upAtStart !== upAtEnd) {
      const atS = crossing(directionAt, startS, endS, upAtStart);
      if (upAtEnd) fromS = atS;
      else toS = atS;
    }
    if (upAtStart || upAtEnd) {
      const sun = directionAt((fromS + toS) / 2);
      path.east[step] = sun.east;
      path.north[step] = sun.north;
      path.up[step] = Math.max(sun.up, 0);
      path.upShare[step] = (toS - fromS) / stepS;
    }
    upAtStart = upAtEnd;
  }
  return path;
}
