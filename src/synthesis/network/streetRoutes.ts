import type { Building, Point } from '../../model/building';
import type { Street } from '../../model/district';
import { CellGrid, distanceM, entryPoint, middleOf, pointAlong, projectOn } from './plane';
import type { Routes, Site, Stretch } from './routes';
import { RULE } from './rule';

interface Segment {
  readonly a: Point;
  readonly b: Point;
  /** Parameters in (0, 1) where the segment is cut: crossings and joints. */
  readonly cuts: number[];
}

const TOUCH_M = 1;
const CELL_M = 60;

/** Hands out one vertex for all points within the touch distance of each other. */
export class VertexSnap {
  private readonly grid: CellGrid;

  constructor(
    readonly vertices: Point[],
    private readonly touchM: number,
  ) {
    this.grid = new CellGrid(Math.max(touchM, 1e-3));
  }

  at(p: Point): number {
    for (let ring = 0; ring <= 1; ring += 1) {
      for (const row of this.grid.ring(p, ring)) {
        if (distanceM(this.vertices[row]!, p) <= this.touchM) return row;
      }
    }
    this.vertices.push(p);
    this.grid.add(this.vertices.length - 1, p);
    return this.vertices.length - 1;
  }
}

/** Parameter on s where t crosses or touches it, or null. */
function cutOf(s: Segment, t: Segment): number | null {
  for (const end of [t.a, t.b]) {
    const u = projectOn(s.a, s.b, end);
    if (u > 0 && u < 1 && distanceM(pointAlong(s.a, s.b, u), end) <= TOUCH_M) return u;
  }
  const sx = s.b[0] - s.a[0];
  const sy = s.b[1] - s.a[1];
  const tx = t.b[0] - t.a[0];
  const ty = t.b[1] - t.a[1];
  const cross = sx * ty - sy * tx;
  if (cross === 0) return null;
  const u = ((t.a[0] - s.a[0]) * ty - (t.a[1] - s.a[1]) * tx) / cross;
  const w = ((t.a[0] - s.a[0]) * sy - (t.a[1] - s.a[1]) * sx) / cross;
  return u > 0 && u < 1 && w >= 0 && w <= 1 ? u : null;
}

function segmentsOf(streets: readonly Street[]): { segments: Segment[]; grid: CellGrid } {
  const segments: Segment[] = [];
  const grid = new CellGrid(CELL_M);
  const ordered = [...streets].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  for (const street of ordered) {
    for (let i = 1; i < street.path.length; i += 1) {
      const a = street.path[i - 1]!;
      const b = street.path[i]!;
      if (distanceM(a, b) < 0.01) continue;
      grid.add(segments.length, a, b);
      segments.push({ a, b, cuts: [] });
    }
  }
  return { segments, grid };
}

function cutCrossings(segments: readonly Segment[], grid: CellGrid): void {
  const seen = new Int32Array(segments.length).fill(-1);
  segments.forEach((segment, s) => {
    const middle = pointAlong(segment.a, segment.b, 0.5);
    const rings = Math.ceil(distanceM(segment.a, segment.b) / 2 / CELL_M) + 1;
    for (let ring = 0; ring <= rings; ring += 1) {
      for (const t of grid.ring(middle, ring)) {
        if (t === s || seen[t] === s) continue;
        seen[t] = s;
        const u = cutOf(segment, segments[t]!);
        if (u !== null) segment.cuts.push(u);
      }
    }
  });
}

interface Foot {
  readonly segment: number;
  readonly u: number;
  readonly gapM: number;
}

function nearestFoot(p: Point, segments: readonly Segment[], grid: CellGrid): Foot {
  let best: Foot = { segment: 0, u: 0, gapM: Infinity };
  const look = (row: number): void => {
    const { a, b } = segments[row]!;
    const u = projectOn(a, b, p);
    const gapM = distanceM(pointAlong(a, b, u), p);
    if (gapM < best.gapM || (gapM === best.gapM && row < best.segment)) best = { segment: row, u, gapM };
  };
  for (let ring = 0; ring <= 40; ring += 1) {
    if (best.gapM <= (ring - 1) * CELL_M) return best;
    grid.ring(p, ring).forEach(look);
  }
  if (best.gapM === Infinity) segments.forEach((_, row) => look(row));
  return best;
}

/** Joints nearer than the rule's spacing are one: its parameter for each foot on the segment, in foot order. */
function mergeJoints(segment: Segment, feet: readonly number[]): Map<number, number> {
  const lengthM = distanceM(segment.a, segment.b);
  const sorted = [...feet].sort((x, y) => x - y);
  const jointOf = new Map<number, number>();
  let group: number[] = [];
  const close = (): void => {
    const mean = group.reduce((sum, u) => sum + u, 0) / Math.max(1, group.length);
    for (const u of group) jointOf.set(u, mean);
    group = [];
  };
  for (const u of sorted) {
    if (group.length > 0 && (u - group[0]!) * lengthM > RULE.jointSpacingM) close();
    group.push(u);
  }
  close();
  return jointOf;
}

function stretchesOf(segments: readonly Segment[], snap: VertexSnap): Stretch[] {
  const stretches: Stretch[] = [];
  const known = new Set<string>();
  for (const { a, b, cuts } of segments) {
    let from = snap.at(a);
    const ends = [...cuts.sort((x, y) => x - y).map((u) => pointAlong(a, b, u)), b];
    for (const end of ends) {
      const to = snap.at(end);
      const key = from < to ? `${from}-${to}` : `${to}-${from}`;
      if (from !== to && !known.has(key)) {
        known.add(key);
        stretches.push({ a: from, b: to, lengthM: distanceM(snap.vertices[from]!, snap.vertices[to]!) });
      }
      from = to;
    }
  }
  return stretches;
}

/** Median distance from the buildings' middles to the nearest street; Infinity without streets. */
export function medianStreetGapM(buildings: readonly Building[], streets: readonly Street[]): number {
  const { segments, grid } = segmentsOf(streets);
  if (segments.length === 0) return Infinity;
  const gaps = buildings
    .map((b) => nearestFoot(middleOf(b.footprint), segments, grid).gapM)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 2)] ?? Infinity;
}

/**
 * Routes along the streets: cut at crossings, touches and joints. Every building is projected on its nearest street; a
 * service longer than the rule allows continues the street cable to a joint near the house instead.
 */
export function streetRoutes(
  buildings: readonly Building[],
  streets: readonly Street[],
): { routes: Routes; sites: Site[] } {
  const { segments, grid } = segmentsOf(streets);
  cutCrossings(segments, grid);
  const feet = buildings.map((building) => nearestFoot(middleOf(building.footprint), segments, grid));
  const feetBySegment = new Map<number, number[]>();
  for (const { segment, u } of feet) feetBySegment.set(segment, [...(feetBySegment.get(segment) ?? []), u]);
  const jointU = new Map<number, Map<number, number>>();
  for (const [row, list] of feetBySegment) {
    const merged = mergeJoints(segments[row]!, list);
    jointU.set(row, merged);
    segments[row]!.cuts.push(...[...new Set(merged.values())].filter((u) => u > 0 && u < 1));
  }
  const snap = new VertexSnap([], TOUCH_M);
  const stretches = stretchesOf(segments, snap);
  const sites = buildings.map((building, i): Site => {
    const { segment, u } = feet[i]!;
    const { a, b } = segments[segment]!;
    const jointPoint = pointAlong(a, b, jointU.get(segment)!.get(u)!);
    const joint = snap.at(jointPoint);
    const entry = entryPoint(building.footprint, jointPoint);
    const gapM = distanceM(jointPoint, entry);
    if (gapM <= RULE.maxServiceLengthM) return { building, joint, entry };
    const near = snap.at(pointAlong(entry, jointPoint, 10 / gapM));
    if (near !== joint) {
      stretches.push({ a: joint, b: near, lengthM: distanceM(snap.vertices[joint]!, snap.vertices[near]!) });
    }
    return { building, joint: near, entry };
  });
  return { routes: { vertices: snap.vertices, stretches }, sites };
}
