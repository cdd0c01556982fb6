import type { Point } from '../model/building';
import { boundingBox, distanceM, ringContains, type Ring } from './polygon';

/** Distances between points, segments and rings, in metres. */
export function closestOnSegment(point: Point, a: Point, b: Point): Point {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  const length2 = dx * dx + dy * dy;
  if (length2 === 0) return a;
  const t = Math.max(0, Math.min(1, ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / length2));
  return [a[0] + t * dx, a[1] + t * dy];
}

export function pointSegmentDistanceM(point: Point, a: Point, b: Point): number {
  return distanceM(point, closestOnSegment(point, a, b));
}

function side(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** True when the open segments cross in one inner point; touching or collinear segments do not count. */
export function segmentsCross(a: Point, b: Point, c: Point, d: Point): boolean {
  const s1 = side(a, b, c);
  const s2 = side(a, b, d);
  const s3 = side(c, d, a);
  const s4 = side(c, d, b);
  return ((s1 > 0 && s2 < 0) || (s1 < 0 && s2 > 0)) && ((s3 > 0 && s4 < 0) || (s3 < 0 && s4 > 0));
}

export function segmentDistanceM(a: Point, b: Point, c: Point, d: Point): number {
  if (segmentsCross(a, b, c, d)) return 0;
  return Math.min(
    pointSegmentDistanceM(a, c, d),
    pointSegmentDistanceM(b, c, d),
    pointSegmentDistanceM(c, a, b),
    pointSegmentDistanceM(d, a, b),
  );
}

/** Smallest distance from a ring's boundary or inside to a path; 0 where they meet. */
export function ringPathClearanceM(ring: Ring, path: Ring, closedPath: boolean): number {
  const first = path[0];
  if (first === undefined || ring[0] === undefined) return Infinity;
  if (ringContains(ring, first) || (closedPath && ringContains(path, ring[0]))) return 0;
  let best = Infinity;
  const last = closedPath ? path.length : path.length - 1;
  for (let i = 0; i < ring.length; i += 1) {
    for (let j = 0; j < last; j += 1) {
      const distance = segmentDistanceM(
        ring[i]!,
        ring[(i + 1) % ring.length]!,
        path[j]!,
        path[(j + 1) % path.length]!,
      );
      if (distance < best) best = distance;
    }
  }
  return best;
}

/** True when two rings come closer than `marginM`; cheap when their boxes are apart. */
export function ringsCloserThan(a: Ring, b: Ring, marginM: number): boolean {
  const boxA = boundingBox(a);
  const boxB = boundingBox(b);
  if (
    boxA.minX - marginM > boxB.maxX ||
    boxB.minX - marginM > boxA.maxX ||
    boxA.minY - marginM > boxB.maxY ||
    boxB.minY - marginM > boxA.maxY
  )
    return false;
  return ringPathClearanceM(a, b, true) < marginM;
}
