import type { Footprint, Point } from '../model/building';

/** Plane geometry of rings. A ring does not repeat its first point. Lengths in metres, areas in square metres. */
export type Ring = readonly Point[];

/** Shoelace formula: positive for a counter-clockwise ring. */
export function signedAreaM2(ring: Ring): number {
  const origin = ring[0];
  if (origin === undefined) return 0;
  let twice = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    // Relative to the first point: coordinates far from zero would cancel digits.
    twice += (a[0] - origin[0]) * (b[1] - origin[1]) - (b[0] - origin[0]) * (a[1] - origin[1]);
  }
  return twice / 2;
}

export function footprintAreaM2(footprint: Footprint): number {
  let area = Math.abs(signedAreaM2(footprint.outer));
  for (const hole of footprint.holes) area -= Math.abs(signedAreaM2(hole));
  return area;
}

/** Centre of area; the mean of the points for a ring without area. */
export function centroid(ring: Ring): Point {
  const origin = ring[0] ?? ([0, 0] as const);
  let twice = 0;
  let x = 0;
  let y = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const ax = a[0] - origin[0];
    const ay = a[1] - origin[1];
    const bx = b[0] - origin[0];
    const by = b[1] - origin[1];
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (Math.abs(twice) < 1e-9) return meanPoint(ring);
  return [origin[0] + x / (3 * twice), origin[1] + y / (3 * twice)];
}

function meanPoint(ring: Ring): Point {
  let x = 0;
  let y = 0;
  for (const point of ring) {
    x += point[0];
    y += point[1];
  }
  const count = Math.max(1, ring.length);
  return [x / count, y / count];
}

export function perimeterM(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 1) sum += distanceM(ring[i]!, ring[(i + 1) % ring.length]!);
  return sum;
}

export function distanceM(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}

/** The ring with the wanted winding. */
export function orientRing(ring: Ring, counterClockwise: boolean): Point[] {
  const copy = ring.slice();
  return signedAreaM2(ring) > 0 === counterClockwise ? copy : copy.reverse();
}

/** Outer ring counter-clockwise, holes clockwise, as the model asks. */
export function orientFootprint(footprint: Footprint): Footprint {
  return {
    outer: orientRing(footprint.outer, true),
    holes: footprint.holes.map((hole) => orientRing(hole, false)),
  };
}

/** Even-odd rule; a point on the boundary may fall on either side. */
export function ringContains(ring: Ring, point: Point): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i, i += 1) {
    const a = ring[i]!;
    const b = ring[j]!;
    if (a[1] > point[1] !== b[1] > point[1]) {
      const x = a[0] + ((point[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]);
      if (point[0] < x) inside = !inside;
    }
  }
  return inside;
}

export function footprintContains(footprint: Footprint, point: Point): boolean {
  return ringContains(footprint.outer, point) && !footprint.holes.some((hole) => ringContains(hole, point));
}

export interface Box {
  minX: number;
  minY: number;
  maxX: number;
  maxY: number;
}

export function boundingBox(points: Iterable<Point>): Box {
  const box = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of points) {
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}
