import type { Building, Point } from '../../model/building';
import { CellGrid, cellSizeM, distanceM } from './plane';

/** A stretch along which cables may be laid, between two vertices. */
export interface Stretch {
  readonly a: number;
  readonly b: number;
  /** Cable length, detour included. */
  readonly lengthM: number;
}

/** Where cables may run: streets with joints, or a proximity graph. */
export interface Routes {
  readonly vertices: Point[];
  readonly stretches: Stretch[];
}

/** A building hung on the routes: its joint and the point where the service enters the house. */
export interface Site {
  readonly building: Building;
  readonly joint: number;
  readonly entry: Point;
}

/** Compressed adjacency of the routes: the stretches at vertex v are rows start[v] to start[v + 1]. */
export interface Adjacency {
  readonly start: Int32Array;
  readonly other: Int32Array;
  readonly lengthM: Float64Array;
}

export function adjacencyOf(routes: Routes): Adjacency {
  const count = routes.vertices.length;
  const start = new Int32Array(count + 1);
  for (const { a, b } of routes.stretches) {
    start[a + 1] = start[a + 1]! + 1;
    start[b + 1] = start[b + 1]! + 1;
  }
  for (let v = 0; v < count; v += 1) start[v + 1] = start[v + 1]! + start[v]!;
  const fill = start.slice();
  const other = new Int32Array(2 * routes.stretches.length);
  const lengthM = new Float64Array(2 * routes.stretches.length);
  const put = (from: number, to: number, length: number): void => {
    const row = fill[from]!;
    other[row] = to;
    lengthM[row] = length;
    fill[from] = row + 1;
  };
  for (const { a, b, lengthM: length } of routes.stretches) {
    put(a, b, length);
    put(b, a, length);
  }
  return { start, other, lengthM };
}

/** Connected parts: the smallest vertex of each part, for every vertex. */
function partsOf(routes: Routes): Int32Array {
  const parent = Int32Array.from(routes.vertices, (_, v) => v);
  const root = (v: number): number => {
    let r = v;
    while (parent[r] !== r) r = parent[r]!;
    while (parent[v] !== r) {
      const next = parent[v]!;
      parent[v] = r;
      v = next;
    }
    return r;
  };
  for (const { a, b } of routes.stretches) {
    const ra = root(a);
    const rb = root(b);
    if (ra !== rb) parent[Math.max(ra, rb)] = Math.min(ra, rb);
  }
  return parent.map((_, v) => root(v));
}

interface Outside {
  readonly other: number;
  readonly gapM: number;
}

/** Nearest vertex of another part, nearer than the limit. */
function nearestOutside(
  routes: Routes,
  grid: CellGrid,
  parts: Int32Array,
  v: number,
  limitM: number,
): Outside | null {
  const p = routes.vertices[v]!;
  let other = -1;
  let bestM = limitM;
  for (let ring = 0; (ring - 1) * grid.cellM <= bestM && ring < 650; ring += 1) {
    for (const row of grid.ring(p, ring)) {
      if (parts[row] === parts[v]) continue;
      const gapM = distanceM(p, routes.vertices[row]!);
      if (gapM < bestM || (gapM === bestM && row < other)) {
        bestM = gapM;
        other = row;
      }
    }
  }
  return other < 0 ? null : { other, gapM: bestM };
}

/**
 * Joins separate parts by the shortest straight links between them (Boruvka: in each round every part but the largest
 * links to its nearest neighbour). Links are as long as the gap times the detour factor. Returns how many were added.
 */
export function linkParts(routes: Routes, detourFactor: number): number {
  const grid = new CellGrid(cellSizeM(routes.vertices));
  routes.vertices.forEach((p, v) => grid.add(v, p));
  let added = 0;
  for (;;) {
    const parts = partsOf(routes);
    const size = new Map<number, number>();
    for (const part of parts) size.set(part, (size.get(part) ?? 0) + 1);
    if (size.size <= 1) return added;
    const largest = [...size].reduce((best, entry) => (entry[1] > best[1] ? entry : best))[0];
    const links = new Map<number, { v: number; other: number; gapM: number }>();
    for (let v = 0; v < parts.length; v += 1) {
      const part = parts[v]!;
      if (part === largest) continue;
      const limitM = links.get(part)?.gapM ?? Infinity;
      const found = nearestOutside(routes, grid, parts, v, limitM);
      if (found !== null && found.gapM < limitM) links.set(part, { v, ...found });
    }
    if (links.size === 0) return added;
    const done = new Set<string>();
    for (const { v, other, gapM } of links.values()) {
      const key = v < other ? `${v}-${other}` : `${other}-${v}`;
      if (done.has(key)) continue;
      done.add(key);
      routes.stretches.push({ a: v, b: other, lengthM: gapM * detourFactor });
      added += 1;
    }
  }
}
