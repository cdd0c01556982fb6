import earcut from 'earcut';
import type { Building, Footprint, Point } from '../model/building';
import { insetRing } from './inset';
import { distanceM, signedAreaM2, type Ring } from './polygon';
import { ringProblems } from './ringProblems';
import type { RoofPiece } from './roofPieces';
import { SURFACE_ROOF, SURFACE_WALL, type TileBuilder, type Vertex } from './tileBuilder';

/** Rise over run of pitched roofs: about 37 degrees. */
const PITCH = 0.75;
const PARAPET_M = 0.4;

/** Heights a volume is built between. */
export interface Stand {
  readonly row: number;
  readonly groundZ: number;
  readonly eavesZ: number;
}

/** Vertical walls along a closed ring, seen from its right. */
export function addWalls(tile: TileBuilder, stand: Stand, ring: Ring, bottomZ: number, topZ: number): void {
  let alongM = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length]!;
    const endM = alongM + distanceM(a, b);
    const corners: Vertex[] = [
      [a[0], a[1], bottomZ],
      [b[0], b[1], bottomZ],
      [b[0], b[1], topZ],
      [a[0], a[1], topZ],
    ];
    tile.face(stand.row, stand.groundZ, corners, SURFACE_WALL, [alongM, endM, endM, alongM]);
    alongM = endM;
  });
}

/** Triangles of a footprint with its holes: flat xy pairs and indices into them. */
export function triangulate(footprint: Footprint): { flat: number[]; triangles: number[] } {
  const flat: number[] = [];
  const holes: number[] = [];
  for (const [x, y] of footprint.outer) flat.push(x, y);
  for (const hole of footprint.holes) {
    holes.push(flat.length / 2);
    for (const [x, y] of hole) flat.push(x, y);
  }
  return { flat, triangles: earcut(flat, holes, 2) };
}

/** A deck a little below the wall tops, and the inner faces of the parapet. */
export function addFlatRoof(tile: TileBuilder, stand: Stand, footprint: Footprint): void {
  const deckZ = stand.eavesZ - PARAPET_M;
  const { flat, triangles } = triangulate(footprint);
  tile.level(stand.row, stand.groundZ, deckZ, flat, triangles);
  for (const ring of [footprint.outer, ...footprint.holes])
    addWalls(tile, stand, ring.slice().reverse(), deckZ, stand.eavesZ);
}

/**
 * A ridge roof over four corners, walls included. The ridge runs between the middles of two opposite segments, `end` and
 * the one after next; a hip draws its end in by half the width, a valley pushes it out into the main roof, where equal
 * pitches meet exactly.
 */
export function addRidgeVolume(
  tile: TileBuilder,
  stand: Stand,
  piece: RoofPiece,
  end: number,
  roof: Building['roof'],
): void {
  const c = (k: number): Point => piece.corners[(end + k) % 4]!;
  const [p0, p1, p2, p3] = [c(0), c(1), c(2), c(3)];
  addWalls(tile, stand, [p0, p1, p2, p3], stand.groundZ, stand.eavesZ);
  const m1 = middle(p0, p1);
  const m2 = middle(p2, p3);
  const lengthM = Math.max(0.1, distanceM(m1, m2));
  const halfM = distanceM(middle(p1, p2), middle(p3, p0)) / 2;
  const ridgeZ = stand.eavesZ + PITCH * halfM;
  const hipM = roof === 'hipped' ? Math.min(halfM, lengthM * 0.45) : 0;
  const valley1 = piece.valleySegment === end % 4;
  const valley2 = piece.valleySegment === (end + 2) % 4;
  const r1 = lift(towards(m1, m2, (valley1 ? -halfM : hipM) / lengthM), ridgeZ);
  const r2 = lift(towards(m2, m1, (valley2 ? -halfM : hipM) / lengthM), ridgeZ);
  const [e0, e1, e2, e3] = [p0, p1, p2, p3].map((p) => lift(p, stand.eavesZ)) as [
    Vertex,
    Vertex,
    Vertex,
    Vertex,
  ];
  const none = [0, 0, 0, 0];
  // Two triangles each: eaves that are not parallel would warp the face.
  for (const corners of [
    [e1, e2, r2],
    [e1, r2, r1],
    [e3, e0, r1],
    [e3, r1, r2],
  ])
    tile.face(stand.row, stand.groundZ, corners, SURFACE_ROOF, none);
  const kind = hipM > 0 ? SURFACE_ROOF : SURFACE_WALL;
  const widthM = distanceM(p0, p1);
  if (!valley1) tile.face(stand.row, stand.groundZ, [e0, e1, r1], kind, [0, widthM, widthM / 2]);
  if (!valley2) tile.face(stand.row, stand.groundZ, [e2, e3, r2], kind, [0, widthM, widthM / 2]);
}

function middle(a: Point, b: Point): Point {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}
function towards(a: Point, b: Point, t: number): Point {
  return [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
}
function lift(p: Point, z: number): Vertex {
  return [p[0], p[1], z];
}

/** Roof slopes from every wall up to a level top; for courtyards and shapes without one ridge. False if none fits. */
export function addSlopedRoof(tile: TileBuilder, stand: Stand, footprint: Footprint): boolean {
  for (const runM of [5.2, 4.3, 3.4, 2.5, 1.6]) {
    const outer = shrunk(footprint.outer, runM);
    const holes = footprint.holes.map((hole) => shrunk(hole, runM));
    if (outer === null || holes.some((hole) => hole === null)) continue;
    const top: Footprint = { outer, holes: holes as Point[][] };
    const { flat, triangles } = triangulate(top);
    if (!isTiled(top, flat, triangles)) continue;
    const topZ = stand.eavesZ + PITCH * runM;
    const rings = [footprint.outer, ...footprint.holes];
    [outer, ...top.holes].forEach((inner, r) => {
      const ring = rings[r]!;
      ring.forEach((a, i) => {
        const j = (i + 1) % ring.length;
        const corners = [
          lift(a, stand.eavesZ),
          lift(ring[j]!, stand.eavesZ),
          lift(inner[j]!, topZ),
          lift(inner[i]!, topZ),
        ];
        tile.face(stand.row, stand.groundZ, corners, SURFACE_ROOF, [0, 0, 0, 0]);
      });
    });
    tile.level(stand.row, stand.groundZ, topZ, flat, triangles);
    return true;
  }
  return false;
}

/** The ring moved to its left by the run (into the solid: holes wind the other way), or null when it folds over. */
function shrunk(ring: Ring, runM: number): Point[] | null {
  const moved = insetRing(
    ring,
    ring.map(() => runM),
  );
  if (ringProblems(moved).length > 0) return null;
  if (signedAreaM2(moved) > 0 !== signedAreaM2(ring) > 0) return null;
  const folds = ring.some((a, i) => {
    const j = (i + 1) % ring.length;
    const b = ring[j]!;
    return (b[0] - a[0]) * (moved[j]![0] - moved[i]![0]) + (b[1] - a[1]) * (moved[j]![1] - moved[i]![1]) <= 0;
  });
  return folds ? null : moved;
}

/** True when the triangles cover exactly the footprint: rings that cross each other would not. */
function isTiled(footprint: Footprint, flat: readonly number[], triangles: readonly number[]): boolean {
  let wanted = signedAreaM2(footprint.outer);
  for (const hole of footprint.holes) wanted += signedAreaM2(hole);
  let sum = 0;
  for (let i = 0; i < triangles.length; i += 3) {
    const p = (k: number): Point => [flat[2 * triangles[i + k]!]!, flat[2 * triangles[i + k]! + 1]!];
    sum += Math.abs(signedAreaM2([p(0), p(1), p(2)]));
  }
  return wanted > 0 && Math.abs(sum - wanted) < 0.01 * wanted;
}
