import type { Point } from '../model/building';
import { pointSegmentDistanceM } from './clearance';
import { distanceM, signedAreaM2, type Ring } from './polygon';

/** A four-cornered part of a footprint under its own ridge. Counter-clockwise. */
export interface RoofPiece {
  readonly corners: readonly [Point, Point, Point, Point];
  /** Index of the segment that leans on the main piece, or -1. */
  readonly valleySegment: number;
}

/** The ring without points on straight walls. */
export function withoutStraightPoints(ring: Ring, toleranceM = 0.05): Point[] {
  const kept = ring.slice();
  for (let i = 0; i < kept.length && kept.length > 3;) {
    const before = kept[(i - 1 + kept.length) % kept.length]!;
    const after = kept[(i + 1) % kept.length]!;
    if (pointSegmentDistanceM(kept[i]!, before, after) < toleranceM) kept.splice(i, 1);
    else i += 1;
  }
  return kept;
}

/**
 * Splits a rectangle-like, L-shaped or winged footprint (4 corners; 6 with one inward; 8 with a wing between two inward
 * ones) into four-cornered pieces, the main one first. Null for any other shape.
 */
export function roofPieces(outer: Ring): RoofPiece[] | null {
  const ring = withoutStraightPoints(outer);
  const inward = inwardCorners(ring);
  if (ring.length === 4 && inward.length === 0) return [piece(ring, -1)].flatMap((p) => (p ? [p] : []));
  if (ring.length === 6 && inward.length === 1) return splitEll(ring, inward[0]!);
  if (ring.length === 8 && inward.length === 2) return splitWing(ring, inward[0]!, inward[1]!);
  return null;
}

function inwardCorners(ring: Ring): number[] {
  const found: number[] = [];
  ring.forEach((point, i) => {
    const a = ring[(i - 1 + ring.length) % ring.length]!;
    const b = ring[(i + 1) % ring.length]!;
    if ((point[0] - a[0]) * (b[1] - point[1]) - (point[1] - a[1]) * (b[0] - point[0]) < 0) found.push(i);
  });
  return found;
}

function piece(ring: Ring, valleySegment: number): RoofPiece | null {
  const [a, b, c, d] = ring;
  if (ring.length !== 4 || !a || !b || !c || !d || inwardCorners(ring).length > 0) return null;
  return { corners: [a, b, c, d], valleySegment };
}

/** Cuts an L from its inward corner straight on to the wall in front; the shorter of the two cuts. */
function splitEll(ring: Ring, r: number): RoofPiece[] | null {
  const at = (k: number): Point => ring[(r + k + 12) % 6]!;
  // Straight on along the segment that arrives meets the segment between corners +2 and +3; backwards along the one that
  // leaves meets -3 and -2.
  const ahead = meetLine(at(-1), at(0), at(2), at(3));
  const back = meetLine(at(1), at(0), at(-3), at(-2));
  const useAhead = ahead !== null && (back === null || distanceM(at(0), ahead) <= distanceM(at(0), back));
  const first = useAhead ? [at(0), at(1), at(2), ahead] : back && [at(0), back, at(-2), at(-1)];
  const second = useAhead ? [at(-1), ahead, at(3), at(4)] : back && [at(1), at(2), at(3), back];
  if (!first || !second) return null;
  return mainFirst(first, useAhead ? 3 : 0, second);
}

function splitWing(ring: Ring, r1: number, r2: number): RoofPiece[] | null {
  const count = ring.length;
  const from = (r2 - r1 + count) % count === 3 ? r1 : (r1 - r2 + count) % count === 3 ? r2 : -1;
  if (from < 0) return null;
  const at = (k: number): Point => ring[(from + k) % count]!;
  const wing = [at(0), at(1), at(2), at(3)];
  const rest = withoutStraightPoints([at(3), at(4), at(5), at(6), at(7), at(0)], 0.15);
  return mainFirst(wing, 3, rest);
}

function mainFirst(wing: Ring, valleySegment: number, rest: Ring): RoofPiece[] | null {
  const main = piece(rest, -1);
  const side = piece(wing, valleySegment);
  if (!main || !side) return null;
  const isLarger = signedAreaM2(rest) >= signedAreaM2(wing);
  // A wing larger than the body keeps its own full roof: no valley.
  return isLarger ? [main, side] : [main, { ...side, valleySegment: -1 }];
}

/** Where the line a to b, prolonged beyond b, meets segment c to d. */
function meetLine(a: Point, b: Point, c: Point, d: Point): Point | null {
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const vx = d[0] - c[0];
  const vy = d[1] - c[1];
  const cross = ux * vy - uy * vx;
  if (Math.abs(cross) < 1e-9) return null;
  const s = ((c[0] - b[0]) * vy - (c[1] - b[1]) * vx) / cross;
  const t = ((c[0] - b[0]) * uy - (c[1] - b[1]) * ux) / cross;
  if (s <= 0 || t <= 0.001 || t >= 0.999) return null;
  return [b[0] + s * ux, b[1] + s * uy];
}
