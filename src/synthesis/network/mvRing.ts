import type { Point } from '../../model/building';
import { atan2, cos, PI, sin } from '../../sim/numeric/elementary';
import { randomKey, uniform } from '../../sim/numeric/random';
import { dropShare } from './cables';
import { MV_TYPE } from './catalogue';
import { coincidentW } from './demand';
import type { Adjacency, Routes, Site } from './routes';
import { RULE } from './rule';
import { pathTo, shortestPaths } from './shortestPaths';
import type { Station } from './stations';

/** One MV cable section; stations by position in the ring, -1 for the primary substation. */
export interface Section {
  readonly from: number;
  readonly to: number;
  readonly lengthM: number;
  readonly vertices: readonly number[];
}

export interface Ring {
  /** Stations in ring order, leaving and returning to the primary substation. */
  readonly stations: readonly Station[];
  readonly sections: readonly Section[];
  /** Row of the section that is normally open; -1 for a single station, which hangs on one cable. */
  readonly openSection: number;
  /** Relative MV drop at each station at the rule's peak. */
  readonly dropShare: readonly number[];
}

/**
 * Puts the primary substation outside the town: in a seeded direction, at the edge of the outer twentieth of the
 * joints, the rule's distance further out. Returns its vertex.
 */
export function placePrimary(routes: Routes, sites: readonly Site[], seed: number): number {
  const points = sites.map((site) => routes.vertices[site.joint]!);
  const cx = points.reduce((sum, p) => sum + p[0], 0) / points.length;
  const cy = points.reduce((sum, p) => sum + p[1], 0) / points.length;
  const angleRad = 2 * PI * uniform(randomKey(seed, 'primary', 'direction'), 0);
  const [ux, uy] = [cos(angleRad), sin(angleRad)];
  const along = points.map((p) => (p[0] - cx) * ux + (p[1] - cy) * uy);
  const edgeM = [...along].sort((a, b) => a - b)[Math.floor(0.95 * (points.length - 1))]!;
  let best = -1;
  let bestOffM = Infinity;
  sites.forEach((site, i) => {
    const p = points[i]!;
    const offM = Math.abs((p[0] - cx) * uy - (p[1] - cy) * ux);
    if (along[i]! >= edgeM && offM < bestOffM) {
      best = site.joint;
      bestOffM = offM;
    }
  });
  const foot = routes.vertices[best]!;
  const primary: Point = [foot[0] + ux * RULE.primaryDistanceM, foot[1] + uy * RULE.primaryDistanceM];
  routes.vertices.push(primary);
  routes.stretches.push({ a: best, b: routes.vertices.length - 1, lengthM: RULE.primaryDistanceM });
  return routes.vertices.length - 1;
}

/** Shares the stations out among rings by their direction from the primary substation. */
function groupByDirection(routes: Routes, primary: number, stations: readonly Station[]): Station[][] {
  const ringPowerW = 2 * RULE.mvCableLoading * MV_TYPE.ratedCurrentA * Math.sqrt(3) * RULE.mvVoltageV * 0.75;
  const totalW = stations.reduce((sum, station) => sum + coincidentW(station.demand), 0);
  const rings = Math.max(Math.ceil(stations.length / RULE.stationsPerRing), Math.ceil(totalW / ringPowerW));
  const home = routes.vertices[primary]!;
  const cx = stations.reduce((sum, s) => sum + routes.vertices[s.vertex]![0], 0) / stations.length - home[0];
  const cy = stations.reduce((sum, s) => sum + routes.vertices[s.vertex]![1], 0) / stations.length - home[1];
  const keyed = stations.map((station) => {
    const p = routes.vertices[station.vertex]!;
    const [x, y] = [p[0] - home[0], p[1] - home[1]];
    // The angle against the direction to the town's middle: no station lies across the cut at 180 degrees.
    return { station, angle: atan2(cx * y - cy * x, cx * x + cy * y) };
  });
  keyed.sort((a, b) => a.angle - b.angle || a.station.vertex - b.station.vertex);
  const size = Math.ceil(keyed.length / rings);
  const groups: Station[][] = [];
  for (let i = 0; i < keyed.length; i += size)
    groups.push(keyed.slice(i, i + size).map(({ station }) => station));
  return groups;
}

/** Shortest round trip: nearest neighbour, then 2-opt until nothing gets shorter. Row 0 is the primary. */
function roundTrip(distance: readonly Float64Array[]): number[] {
  const count = distance.length;
  const d = (i: number, j: number): number => distance[i]![j]!;
  const left = new Set(Array.from({ length: count - 1 }, (_, i) => i + 1));
  const tour = [0];
  while (left.size > 0) {
    const at = tour[tour.length - 1]!;
    const next = [...left].reduce((best, row) => (d(at, row) < d(at, best) ? row : best));
    tour.push(next);
    left.delete(next);
  }
  for (let improved = true; improved;) {
    improved = false;
    for (let i = 1; i < count - 1; i += 1) {
      for (let j = i + 1; j < count; j += 1) {
        const end = tour[(j + 1) % count]!;
        const before = d(tour[i - 1]!, tour[i]!) + d(tour[j]!, end);
        const after = d(tour[i - 1]!, tour[j]!) + d(tour[i]!, end);
        if (after < before - 1e-6) {
          tour.splice(i, j - i + 1, ...tour.slice(i, j + 1).reverse());
          improved = true;
        }
      }
    }
  }
  return tour.slice(1);
}

/** Drop at each station fed from one end, stations in feeding order. */
function dropsFrom(lengthsM: readonly number[], loadsW: readonly number[]): number[] {
  let flowW = loadsW.reduce((sum, w) => sum + w, 0);
  let drop = 0;
  return loadsW.map((loadW, i) => {
    drop += dropShare(MV_TYPE, 1, lengthsM[i]!, flowW, RULE.mvVoltageV);
    flowW -= loadW;
    return drop;
  });
}

/** The open section that makes the drops at its two ends most equal ("electrically middle"). */
function openRing(lengthsM: readonly number[], loadsW: readonly number[]): { open: number; drops: number[] } {
  const count = loadsW.length;
  let best = { open: -1, drops: dropsFrom(lengthsM, loadsW), gap: Infinity };
  for (let open = 1; open < count; open += 1) {
    const left = dropsFrom(lengthsM.slice(0, open), loadsW.slice(0, open));
    const right = dropsFrom(lengthsM.slice(open + 1).reverse(), loadsW.slice(open).reverse()).reverse();
    const gap = Math.abs(left[left.length - 1]! - right[0]!);
    if (gap < best.gap) best = { open, drops: [...left, ...right], gap };
  }
  return best;
}

/** MV rings from the primary substation through all stations, along the routes. */
export function layRings(
  routes: Routes,
  adjacency: Adjacency,
  primary: number,
  stations: readonly Station[],
): Ring[] {
  return groupByDirection(routes, primary, stations).map((group): Ring => {
    const stops = [primary, ...group.map((station) => station.vertex)];
    const paths = stops.map((stop) => shortestPaths(adjacency, [stop]));
    const distance = paths.map((path) => Float64Array.from(stops, (stop) => path.distanceM[stop]!));
    const tour = roundTrip(distance);
    const last = group.length === 1 ? [] : [0];
    const rows = [0, ...tour, ...last];
    const sections = rows.slice(1).map((row, i): Section => {
      const from = rows[i]!;
      return {
        from: i - 1,
        to: row === 0 ? -1 : i,
        lengthM: Math.max(distance[from]![row]!, 2 * RULE.minServiceLengthM),
        vertices: pathTo(paths[from]!, stops[row]!),
      };
    });
    const ordered = tour.map((row) => group[row - 1]!);
    const { open, drops } = openRing(
      sections.map((section) => section.lengthM),
      ordered.map((station) => coincidentW(station.demand)),
    );
    return { stations: ordered, sections, openSection: open, dropShare: drops };
  });
}
