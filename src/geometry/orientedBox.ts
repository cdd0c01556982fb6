import type { Point } from '../model/building';
import { distanceM, signedAreaM2, type Ring } from './polygon';

/** Smallest rectangle around a ring. `axis` is the unit direction of its longer side. */
export interface OrientedBox {
  readonly centre: Point;
  readonly axis: Point;
  readonly lengthM: number;
  readonly widthM: number;
  /** Ring area over box area: 1 for a rectangle. */
  readonly fill: number;
}

/** Minimum-area box among those with a side along one of the ring's segments (exact for convex rings). */
export function orientedBox(ring: Ring): OrientedBox {
  let best: OrientedBox | null = null;
  const area = Math.abs(signedAreaM2(ring));
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const length = distanceM(a, b);
    if (length < 0.5) continue;
    const box = boxAlong(ring, [(b[0] - a[0]) / length, (b[1] - a[1]) / length], area);
    if (best === null || box.lengthM * box.widthM < best.lengthM * best.widthM - 1e-9) best = box;
  }
  return best ?? boxAlong(ring, [1, 0], area);
}

function boxAlong(ring: Ring, u: Point, area: number): OrientedBox {
  let minU = Infinity;
  let maxU = -Infinity;
  let minV = Infinity;
  let maxV = -Infinity;
  for (const [x, y] of ring) {
    const s = x * u[0] + y * u[1];
    const t = -x * u[1] + y * u[0];
    minU = Math.min(minU, s);
    maxU = Math.max(maxU, s);
    minV = Math.min(minV, t);
    maxV = Math.max(maxV, t);
  }
  const s = (minU + maxU) / 2;
  const t = (minV + maxV) / 2;
  const sizeU = maxU - minU;
  const sizeV = maxV - minV;
  return {
    centre: [s * u[0] - t * u[1], s * u[1] + t * u[0]],
    axis: sizeU >= sizeV ? u : [-u[1], u[0]],
    lengthM: Math.max(sizeU, sizeV),
    widthM: Math.min(sizeU, sizeV),
    fill: area / Math.max(1e-9, sizeU * sizeV),
  };
}
