import type { Point } from '../model/building';
import { distanceM } from './polygon';

/** Unit normal to the left of a to b. */
export function leftNormal(a: Point, b: Point): Point {
  const length = Math.max(1e-9, distanceM(a, b));
  return [-(b[1] - a[1]) / length, (b[0] - a[0]) / length];
}

/** A counter-clockwise ring moved inwards by a distance per segment, mitred. Same number of points. */
export function insetRing(ring: readonly Point[], distancesM: readonly number[]): Point[] {
  const count = ring.length;
  return ring.map((point, i) => {
    const h = (i - 1 + count) % count;
    const n1 = leftNormal(ring[h]!, point);
    const n2 = leftNormal(point, ring[(i + 1) % count]!);
    const d1 = distancesM[h] ?? 0;
    const d2 = distancesM[i] ?? 0;
    const cross = n1[0] * n2[1] - n1[1] * n2[0];
    if (Math.abs(cross) < 0.12) {
      const d = Math.max(d1, d2);
      return [point[0] + ((n1[0] + n2[0]) / 2) * d, point[1] + ((n1[1] + n2[1]) / 2) * d];
    }
    // Meeting point of the two shifted lines n1.p = n1.point + d1 and n2.p = n2.point + d2.
    return [point[0] + (d1 * n2[1] - d2 * n1[1]) / cross, point[1] + (n1[0] * d2 - n2[0] * d1) / cross];
  });
}
