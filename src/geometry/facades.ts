import type { Building, Point } from '../model/building';
import { atan2, PI } from '../sim/numeric/elementary';
import { distanceM, signedAreaM2 } from './polygon';
import { sharedWalls } from './sharedWalls';

/** One straight stretch of a building's outer wall. */
export interface Facade {
  /** Of the outward normal, clockwise from north, 0 to 360. */
  readonly azimuthDeg: number;
  readonly lengthM: number;
  /** Middle of the stretch on the ground, and the outward normal. */
  readonly middle: Point;
  readonly normal: Point;
  /** Open to the sky, and against a neighbour: the lower of the two buildings counts. */
  readonly outerM2: number;
  readonly sharedM2: number;
}

/**
 * Facades of every building: outer rings and courtyards, party walls found by `sharedWalls` and counted up to the
 * lower building's height. Openings between heights of sloping ground are not counted.
 */
export function facadesOf(buildings: readonly Building[]): Facade[][] {
  const shared = sharedWalls(buildings);
  return buildings.map((building, b) => {
    const sharedM2 = new Float64Array(building.footprint.outer.length);
    for (const { edgeIndex, sharedLengthM, neighbour } of shared[b]!) {
      const heightM = Math.min(building.heightM, buildings[neighbour]!.heightM);
      sharedM2[edgeIndex] = sharedM2[edgeIndex]! + sharedLengthM * heightM;
    }
    const rings = [building.footprint.outer, ...building.footprint.holes];
    return rings.flatMap((ring, ringIndex) => {
      // The interior lies left of a counter-clockwise outer ring and right of it otherwise; holes look inwards.
      const turn = signedAreaM2(ring) > 0 === (ringIndex === 0) ? 1 : -1;
      return ring.flatMap((a, i) => {
        const z = ring[(i + 1) % ring.length]!;
        const lengthM = distanceM(a, z);
        if (lengthM === 0) return [];
        const wallM2 = lengthM * building.heightM;
        const partM2 = ringIndex === 0 ? Math.min(sharedM2[i]!, wallM2) : 0;
        return [facade(a, z, turn, lengthM, wallM2 - partM2, partM2)];
      });
    });
  });
}

function facade(
  a: Point,
  z: Point,
  turn: number,
  lengthM: number,
  outerM2: number,
  sharedM2: number,
): Facade {
  const normal: Point = [(turn * (z[1] - a[1])) / lengthM, (turn * (a[0] - z[0])) / lengthM];
  const degrees = (atan2(normal[0], normal[1]) * 180) / PI;
  return {
    azimuthDeg: degrees < 0 ? degrees + 360 : degrees,
    lengthM,
    middle: [(a[0] + z[0]) / 2, (a[1] + z[1]) / 2],
    normal,
    outerM2,
    sharedM2,
  };
}
