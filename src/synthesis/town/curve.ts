import type { Point } from '../../model/building';
import { leftNormal } from '../../geometry/inset';
import { distanceM } from '../../geometry/polygon';

/** Coordinates are kept to the centimetre, so that the written district stays readable. */
export function roundCm(point: Point): Point {
  return [Math.round(point[0] * 100) / 100, Math.round(point[1] * 100) / 100];
}

/** Centripetal-like Catmull-Rom curve through all stops, about one point every `spacingM`; stops are kept exactly. */
export function curveThrough(stops: readonly Point[], spacingM: number): Point[] {
  const path: Point[] = [];
  for (let i = 0; i + 1 < stops.length; i += 1) {
    const b = stops[i]!;
    const c = stops[i + 1]!;
    const a = stops[i - 1] ?? reflect(b, c);
    const d = stops[i + 2] ?? reflect(c, b);
    const pieces = Math.max(1, Math.round(distanceM(b, c) / spacingM));
    for (let k = 0; k < pieces; k += 1) path.push(k === 0 ? b : roundCm(hermite(a, b, c, d, k / pieces)));
  }
  path.push(stops[stops.length - 1]!);
  return path;
}

function reflect(centre: Point, other: Point): Point {
  return [2 * centre[0] - other[0], 2 * centre[1] - other[1]];
}

/** Cubic Hermite with tangents scaled by the piece's own length, which keeps unequal spacing from overshooting. */
function hermite(a: Point, b: Point, c: Point, d: Point, t: number): Point {
  const length = distanceM(b, c);
  const kb = length / Math.max(1, distanceM(a, b) + length);
  const kc = length / Math.max(1, distanceM(c, d) + length);
  const t2 = t * t;
  const t3 = t2 * t;
  const h = (axis: 0 | 1): number =>
    (2 * t3 - 3 * t2 + 1) * b[axis] +
    (t3 - 2 * t2 + t) * (c[axis] - a[axis]) * kb +
    (-2 * t3 + 3 * t2) * c[axis] +
    (t3 - t2) * (d[axis] - b[axis]) * kc;
  return [h(0), h(1)];
}

export interface PathPosition {
  readonly point: Point;
  /** Unit direction of travel. */
  readonly along: Point;
}

export function pathLengthM(path: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i + 1 < path.length; i += 1) sum += distanceM(path[i]!, path[i + 1]!);
  return sum;
}

/** Point and direction at an arc length; the ends are clamped. */
export function positionAt(path: readonly Point[], arcM: number): PathPosition {
  let rest = Math.max(0, arcM);
  for (let i = 0; i + 1 < path.length; i += 1) {
    const a = path[i]!;
    const b = path[i + 1]!;
    const length = distanceM(a, b);
    if (rest <= length || i + 2 === path.length) {
      const t = Math.min(1, rest / length);
      return {
        point: [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
        along: [(b[0] - a[0]) / length, (b[1] - a[1]) / length],
      };
    }
    rest -= length;
  }
  return { point: path[0] ?? [0, 0], along: [1, 0] };
}

/** The path shifted to its left (negative: right), mitred at bends. */
export function offsetPath(path: readonly Point[], shiftM: number): Point[] {
  return path.map((point, i) => {
    const before = path[i - 1] ?? point;
    const after = path[i + 1] ?? point;
    const n1 = i > 0 ? leftNormal(before, point) : leftNormal(point, after);
    const n2 = i + 1 < path.length ? leftNormal(point, after) : n1;
    const scale = shiftM / Math.max(0.5, 1 + n1[0] * n2[0] + n1[1] * n2[1]);
    return [point[0] + (n1[0] + n2[0]) * scale, point[1] + (n1[1] + n2[1]) * scale];
  });
}
