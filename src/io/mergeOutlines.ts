import type { Point } from '../model/building';
import { ringContains, signedAreaM2 } from '../geometry/polygon';
import type { Polygon } from '../geometry/unionRings';

/** Positions closer than this are one point: city models store millimetres. */
const GRID_PER_M = 1000;

/**
 * Joins faces that share whole edges (the triangles of a ground plane) by dropping the edges that occur in both
 * directions; exact and fast. Null when the rest does not chain into simple rings, and a general union has to do it.
 */
export function mergeOutlines(polygons: readonly (readonly (readonly Point[])[])[]): Polygon[] | null {
  const points = new Map<string, Point>();
  const edges = new Map<string, [from: string, to: string]>();
  for (const [outer, ...holes] of polygons) {
    if (!outer || Math.abs(signedAreaM2(outer)) < 1e-4) continue;
    for (const [index, ring] of [outer, ...holes].entries()) {
      const wanted = index === 0;
      const turned = signedAreaM2(ring) > 0 === wanted ? ring : [...ring].reverse();
      addEdges(turned, points, edges);
    }
  }
  const next = new Map<string, string>();
  for (const [from, to] of edges.values()) {
    if (next.has(from)) return null;
    next.set(from, to);
  }
  return nest(chain(next, points));
}

function addEdges(
  ring: readonly Point[],
  points: Map<string, Point>,
  edges: Map<string, [from: string, to: string]>,
): void {
  const keys = ring.map((point) => {
    const key = `${Math.round(point[0] * GRID_PER_M)},${Math.round(point[1] * GRID_PER_M)}`;
    points.set(key, point);
    return key;
  });
  keys.forEach((from, i) => {
    const to = keys[(i + 1) % keys.length] ?? from;
    if (from === to || edges.delete(`${to}>${from}`)) return;
    edges.set(`${from}>${to}`, [from, to]);
  });
}

function chain(next: Map<string, string>, points: ReadonlyMap<string, Point>): Point[][] {
  const rings: Point[][] = [];
  while (next.size > 0) {
    const [start] = next.keys();
    const ring: Point[] = [];
    let at = start;
    while (at !== undefined && next.has(at)) {
      const point = points.get(at);
      if (point) ring.push(point);
      const following: string | undefined = next.get(at);
      next.delete(at);
      at = following;
    }
    if (ring.length >= 3) rings.push(ring);
  }
  return rings;
}

/** Counter-clockwise rings are outlines, the others holes of the outline around them. Null when that fails. */
function nest(rings: readonly Point[][]): Polygon[] | null {
  const outlines = rings
    .filter((ring) => signedAreaM2(ring) > 0.01)
    .map((outer) => ({ outer, holes: [] as Point[][] }))
    .sort((a, b) => signedAreaM2(b.outer) - signedAreaM2(a.outer));
  for (const hole of rings.filter((ring) => signedAreaM2(ring) < -0.01)) {
    const inside = hole[0];
    const home = outlines.filter((one) => inside && ringContains(one.outer, inside)).pop();
    if (!home) return null;
    home.holes.push(hole);
  }
  return outlines;
}
