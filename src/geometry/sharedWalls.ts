import Flatbush from 'flatbush';
import type { Building, Point } from '../model/building';
import { boundingBox, distanceM } from './polygon';

/** A stretch of an outer wall that stands against a neighbour's. */
export interface SharedWall {
  /** Segment of the outer ring, from point `edgeIndex` to the next. */
  readonly edgeIndex: number;
  readonly sharedLengthM: number;
  /** Shared part of that segment's length, 0 to 1. */
  readonly fraction: number;
  /** Index of the neighbour in the given list. */
  readonly neighbour: number;
}

interface Wall {
  readonly building: number;
  readonly edgeIndex: number;
  readonly a: Point;
  readonly b: Point;
  readonly lengthM: number;
}

/**
 * Party walls of every building: pairs of outer segments of different buildings that run side by side within
 * `toleranceM`, whatever their split into segments. Symmetric: both buildings report the same length. Courtyard walls
 * are not searched. Two walls that diverge count only as far as the whole overlap stays within the tolerance.
 */
export function sharedWalls(buildings: readonly Building[], toleranceM = 0.08): SharedWall[][] {
  const walls = wallsOf(buildings);
  const result: SharedWall[][] = buildings.map(() => []);
  if (walls.length === 0) return result;
  const index = new Flatbush(walls.length);
  for (const wall of walls) {
    const box = boundingBox([wall.a, wall.b]);
    index.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  index.finish();
  walls.forEach((wall, w) => {
    const box = boundingBox([wall.a, wall.b]);
    const near = index.search(
      box.minX - toleranceM,
      box.minY - toleranceM,
      box.maxX + toleranceM,
      box.maxY + toleranceM,
      (candidate) => candidate > w && walls[candidate]!.building !== wall.building,
    );
    for (const candidate of near.sort((p, q) => p - q)) {
      const other = walls[candidate]!;
      const sharedLengthM = overlapM(wall, other, toleranceM);
      if (sharedLengthM < MIN_SHARED_M) continue;
      result[wall.building]!.push(entry(wall, other.building, sharedLengthM));
      result[other.building]!.push(entry(other, wall.building, sharedLengthM));
    }
  });
  return result;
}

/** Corners that merely touch are no party wall. */
const MIN_SHARED_M = 0.3;

function wallsOf(buildings: readonly Building[]): Wall[] {
  const walls: Wall[] = [];
  buildings.forEach((building, b) => {
    const ring = building.footprint.outer;
    ring.forEach((point, edgeIndex) => {
      const next = ring[(edgeIndex + 1) % ring.length]!;
      const lengthM = distanceM(point, next);
      if (lengthM >= MIN_SHARED_M) walls.push({ building: b, edgeIndex, a: point, b: next, lengthM });
    });
  });
  return walls;
}

function entry(wall: Wall, neighbour: number, sharedLengthM: number): SharedWall {
  return {
    edgeIndex: wall.edgeIndex,
    sharedLengthM,
    fraction: Math.min(1, sharedLengthM / wall.lengthM),
    neighbour,
  };
}

/** Overlap of the shorter wall's projection on the longer one, if both its ends there lie within the tolerance. */
function overlapM(one: Wall, two: Wall, toleranceM: number): number {
  const [base, other] = one.lengthM >= two.lengthM ? [one, two] : [two, one];
  const ux = (base.b[0] - base.a[0]) / base.lengthM;
  const uy = (base.b[1] - base.a[1]) / base.lengthM;
  const along = (p: Point): number => (p[0] - base.a[0]) * ux + (p[1] - base.a[1]) * uy;
  const across = (p: Point): number => (p[1] - base.a[1]) * ux - (p[0] - base.a[0]) * uy;
  const s0 = along(other.a);
  const s1 = along(other.b);
  const fromM = Math.max(0, Math.min(s0, s1));
  const toM = Math.min(base.lengthM, Math.max(s0, s1));
  if (toM - fromM < MIN_SHARED_M) return 0;
  const c0 = across(other.a);
  const c1 = across(other.b);
  const at = (s: number): number => c0 + ((c1 - c0) * (s - s0)) / (s1 - s0);
  return Math.abs(at(fromM)) <= toleranceM && Math.abs(at(toM)) <= toleranceM ? toM - fromM : 0;
}
