import type { WeatherYear } from '../../model/weather';
import type { Calendar } from '../arrays/calendar';
import { planeIrradiance, planeIrradianceParts, weatherAtSteps } from '../weather';
import { asin, atan2, cos, PI, RAD_PER_DEG, sin } from '../numeric/elementary';

/** What stands around an array: elevation of the skyline in equal sectors clockwise, the first centred on north. */
export interface Horizon {
  readonly elevationDeg: readonly number[];
}
export const OPEN_HORIZON: Horizon = { elevationDeg: [] };

/** Elevation of the skyline towards an azimuth; 0 of an open horizon and of a sector without a number. */
export function skylineDeg({ elevationDeg }: Horizon, azimuthDeg: number): number {
  const count = elevationDeg.length;
  if (count === 0) return 0;
  const sector = Math.round((azimuthDeg / 360) * count);
  const elevation = elevationDeg[((sector % count) + count) % count]!;
  return elevation > 0 ? Math.min(elevation, 90) : 0;
}

const RAYS = 144;

/**
 * Share of the isotropic sky seen by a tilted plane that the skyline leaves: the integral of the cosine of incidence over
 * the open sky by that over the whole. Closed in elevation, a sum over azimuths: with n·s = a cos h + b sin h,
 * a = sin β cos(φ - γ), b = cos β, the part above h is a/2 (π/2 - h - sin h cos h) + b/2 (1 - sin² h).
 * devicesWithState.md, eq. 20.
 */
export function openSkyShare(horizon: Horizon, tiltDeg: number, azimuthDeg: number): number {
  if (horizon.elevationDeg.length === 0) return 1;
  let open = 0;
  let whole = 0;
  for (let ray = 0; ray < RAYS; ray += 1) {
    const rayDeg = (ray * 360) / RAYS;
    const a = sin(tiltDeg * RAD_PER_DEG) * cos((rayDeg - azimuthDeg) * RAD_PER_DEG);
    const b = cos(tiltDeg * RAD_PER_DEG);
    // Behind the plane's edge the cosine is negative: the plane sees no sky below it.
    const edge = a < 0 ? atan2(-a, b) : 0;
    const above = (h: number): number =>
      (a / 2) * (PI / 2 - h - sin(h) * cos(h)) + (b / 2) * (1 - sin(h) * sin(h));
    whole += above(edge);
    open += above(Math.max(edge, skylineDeg(horizon, rayDeg) * RAD_PER_DEG));
  }
  return whole > 0 ? Math.min(Math.max(open / whole, 0), 1) : 1;
}

/** Whether the sun, a unit vector towards it, stands above the skyline. */
export function isSunAbove(horizon: Horizon, east: number, north: number, up: number): boolean {
  if (!(up > 0)) return false;
  const elevationDeg = asin(Math.min(up, 1)) / RAD_PER_DEG;
  return elevationDeg >= skylineDeg(horizon, atan2(east, north) / RAD_PER_DEG);
}

/**
 * Irradiance on a plane behind a skyline, W/m², one value a step: beam and circumsolar light only while the sun stands above
 * it, the rest of the sky by its open share, ground as in the open. Unshaded planes are `planeIrradiance`'s to the bit.
 */
export function shadedIrradiance(
  weather: WeatherYear,
  calendar: Calendar,
  tiltDeg: number,
  azimuthDeg: number,
  horizon: Horizon,
): Float64Array {
  if (horizon.elevationDeg.length === 0) return planeIrradiance(weather, calendar, tiltDeg, azimuthDeg);
  const { sun } = weatherAtSteps(weather, calendar);
  const parts = planeIrradianceParts(weather, calendar, tiltDeg, azimuthDeg);
  const open = openSkyShare(horizon, tiltDeg, azimuthDeg);
  return parts.beamWPerM2.map((beam, step) => {
    const circumsolar = parts.circumsolarWPerM2[step]!;
    const seen = isSunAbove(horizon, sun.east[step]!, sun.north[step]!, sun.up[step]!);
    const rest = open * (parts.skyWPerM2[step]! - circumsolar) + parts.groundWPerM2[step]!;
    return (seen ? beam + circumsolar : 0) + rest;
  });
}
