import { union } from 'polyclip-ts';
import type { Point } from '../model/building';
import { signedAreaM2 } from './polygon';

export interface Polygon {
  readonly outer: Point[];
  readonly holes: Point[][];
}

/** Union of polygons (each a list of rings, outline first), largest part first; rings without a repeated last point. */
export function unionPolygons(polygons: readonly (readonly (readonly Point[])[])[]): Polygon[] {
  const geometries = polygons.map((rings) =>
    rings.map((ring) => ring.map(([x, y]): [number, number] => [x, y])),
  );
  const [first, ...more] = geometries;
  if (!first) return [];
  const open = (ring: readonly Point[]): Point[] => ring.slice(0, -1);
  return union(first, ...more)
    .flatMap(([outer, ...holes]) => (outer ? [{ outer: open(outer), holes: holes.map(open) }] : []))
    .sort((a, b) => Math.abs(signedAreaM2(b.outer)) - Math.abs(signedAreaM2(a.outer)));
}
