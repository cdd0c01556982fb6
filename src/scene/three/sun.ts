import type { HourOfYear, Site } from '../types';

/** Where the sun stands, as a unit vector of the local frame (x east, y north, z up). */
export interface SunPosition {
  readonly altitudeRad: number;
  /** Clockwise from north. */
  readonly azimuthRad: number;
  readonly direction: readonly [east: number, north: number, up: number];
}

const RADIANS = Math.PI / 180;

/**
 * Solar position after Spencer 1971 (declination, equation of time); about 0.3 degrees, which a shadow cannot show.
 * For drawing only: the simulation has its own.
 */
export function sunPosition(site: Site, hour: HourOfYear): SunPosition {
  const dayAngle = (2 * Math.PI * (hour.dayOfYear - 1 + (hour.hourOfDay - 12) / 24)) / 365;
  const declination =
    0.006918 -
    0.399912 * Math.cos(dayAngle) +
    0.070257 * Math.sin(dayAngle) -
    0.006758 * Math.cos(2 * dayAngle) +
    0.000907 * Math.sin(2 * dayAngle) -
    0.002697 * Math.cos(3 * dayAngle) +
    0.00148 * Math.sin(3 * dayAngle);
  const equationOfTimeMin =
    229.18 *
    (0.000075 +
      0.001868 * Math.cos(dayAngle) -
      0.032077 * Math.sin(dayAngle) -
      0.014615 * Math.cos(2 * dayAngle) -
      0.040849 * Math.sin(2 * dayAngle));
  const solarHour = hour.hourOfDay - site.utcOffsetMin / 60 + site.longitudeDeg / 15 + equationOfTimeMin / 60;
  const hourAngle = (solarHour - 12) * 15 * RADIANS;
  const latitude = site.latitudeDeg * RADIANS;
  const up =
    Math.sin(latitude) * Math.sin(declination) +
    Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  const east = -Math.cos(declination) * Math.sin(hourAngle);
  const north =
    Math.cos(latitude) * Math.sin(declination) -
    Math.sin(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  return {
    altitudeRad: Math.asin(Math.max(-1, Math.min(1, up))),
    azimuthRad: Math.atan2(east, north),
    direction: [east, north, up],
  };
}
