import { cos, RAD_PER_DEG, sin } from '../../numeric/elementary';
import type { ElementDirection } from './sunlitShare';

/** Unit vector east, north, up. */
export interface WorldDirection {
  readonly east: number;
  readonly north: number;
  readonly up: number;
}

/** An element's axes in the world: x to the right seen from outside, its outward normal, z up its slope. */
export interface ElementAxes {
  readonly right: WorldDirection;
  readonly outwards: WorldDirection;
  readonly upwards: WorldDirection;
}

/** README eq. 17. A south wall has x to the east; a level roof of azimuth 180 has x to the east and z to the north. */
export function elementAxes(tiltDeg: number, azimuthDeg: number): ElementAxes {
  const sinTilt = sin(tiltDeg * RAD_PER_DEG);
  const cosTilt = cos(tiltDeg * RAD_PER_DEG);
  const sinAzimuth = sin(azimuthDeg * RAD_PER_DEG);
  const cosAzimuth = cos(azimuthDeg * RAD_PER_DEG);
  return {
    right: { east: -cosAzimuth, north: sinAzimuth, up: 0 },
    outwards: { east: sinTilt * sinAzimuth, north: sinTilt * cosAzimuth, up: cosTilt },
    upwards: { east: -cosTilt * sinAzimuth, north: -cosTilt * cosAzimuth, up: sinTilt },
  };
}

export const along = (a: WorldDirection, b: WorldDirection): number =>
  a.east * b.east + a.north * b.north + a.up * b.up;

/** A world direction in an element's coordinates. */
export const inElement = (axes: ElementAxes, direction: WorldDirection): ElementDirection => ({
  right: along(axes.right, direction),
  outwards: along(axes.outwards, direction),
  upwards: along(axes.upwards, direction),
});
