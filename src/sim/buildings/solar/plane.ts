import type { WeatherYear } from '../../../model/weather';
import type { Calendar } from '../../arrays/calendar';
import { perezPlaneParts, type PerezParts } from '../../weather';
import { elementAxes } from '../shading';
import { sunInstants, type SunInstants } from './sunInstants';

/** Light on an unshaded plane and where the sun stands before it. */
export interface Plane {
  readonly parts: PerezParts;
  readonly instants: SunInstants;
  /** All parts together, W/m². */
  readonly incidentWPerM2: Float64Array;
}

/** Every plane of a run once, whichever elements lie in it. */
export function planesOf(
  weather: WeatherYear,
  calendar: Calendar,
  albedo: number,
): (tiltDeg: number, azimuthDeg: number) => Plane {
  const planes = new Map<string, Plane>();
  return (tiltDeg, azimuthDeg) => {
    const key = `${tiltDeg} ${azimuthDeg}`;
    const found = planes.get(key);
    if (found) return found;
    const parts = perezPlaneParts(weather, calendar, tiltDeg, azimuthDeg, albedo);
    const instants = sunInstants(weather, calendar, elementAxes(tiltDeg, azimuthDeg));
    const plane = { parts, instants, incidentWPerM2: sumOf(parts) };
    planes.set(key, plane);
    return plane;
  };
}

function sumOf(parts: PerezParts): Float64Array {
  return parts.beamWPerM2.map(
    (beam, step) =>
      beam +
      parts.circumsolarWPerM2[step]! +
      parts.skyWPerM2[step]! +
      parts.horizonWPerM2[step]! +
      parts.groundWPerM2[step]!,
  );
}
