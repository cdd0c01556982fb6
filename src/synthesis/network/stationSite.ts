import type { Building, Point } from '../../model/building';
import { cos, PI, sin } from '../../sim/numeric/elementary';
import { distanceM, entryPoint, middleOf, pointAlong, projectOn } from './plane';
import type { Adjacency, Routes, Site } from './routes';
import type { Station } from './stations';

const RADII_M = [7, 10, 14];
const DIRECTIONS = 12;
const OFF_STREET_M = 4;
const OFF_HOUSE_M = 2;
const NEAR_M = 90;

function insideRing(ring: readonly Point[], p: Point): boolean {
  let inside = false;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    if (a[1] > p[1] !== b[1] > p[1] && p[0] < a[0] + ((p[1] - a[1]) / (b[1] - a[1])) * (b[0] - a[0]))
      inside = !inside;
  }
  return inside;
}

/** Distance to the nearest house; negative inside one. */
function houseGapM(p: Point, near: readonly Building[]): number {
  let gapM = NEAR_M;
  for (const { footprint } of near) {
    if (insideRing(footprint.outer, p)) return -1;
    gapM = Math.min(gapM, distanceM(entryPoint(footprint, p), p));
  }
  return gapM;
}

function streetGapM(p: Point, street: Point, neighbours: readonly Point[]): number {
  return neighbours.reduce(
    (gapM, other) => Math.min(gapM, distanceM(p, pointAlong(street, other, projectOn(street, other, p)))),
    Infinity,
  );
}

function freeSpot(street: Point, neighbours: readonly Point[], near: readonly Building[]): Point | null {
  for (const radiusM of RADII_M) {
    let best: Point | null = null;
    let bestM = OFF_HOUSE_M;
    for (let k = 0; k < DIRECTIONS; k += 1) {
      const angleRad = (2 * PI * k) / DIRECTIONS;
      const spot: Point = [street[0] + radiusM * cos(angleRad), street[1] + radiusM * sin(angleRad)];
      if (streetGapM(spot, street, neighbours) < OFF_STREET_M) continue;
      const gapM = Math.min(houseGapM(spot, near), 6);
      if (gapM > bestM) {
        best = spot;
        bestM = gapM;
      }
    }
    if (best !== null) return best;
  }
  return null;
}

/**
 * Moves every station from the middle of the street to a free spot beside it, where there is one, and adds the short
 * stretch between the two to the routes.
 */
export function standBesideStreet(
  routes: Routes,
  adjacency: Adjacency,
  sites: readonly Site[],
  stations: readonly Station[],
): Station[] {
  const middles = sites.map((site) => middleOf(site.building.footprint));
  return stations.map((station) => {
    const street = routes.vertices[station.streetVertex]!;
    const near = sites.filter((_, i) => distanceM(middles[i]!, street) < NEAR_M).map((site) => site.building);
    const neighbours: Point[] = [];
    for (
      let row = adjacency.start[station.streetVertex]!;
      row < adjacency.start[station.streetVertex + 1]!;
      row += 1
    ) {
      neighbours.push(routes.vertices[adjacency.other[row]!]!);
    }
    const spot = freeSpot(street, neighbours, near);
    if (spot === null) return station;
    routes.vertices.push(spot);
    const vertex = routes.vertices.length - 1;
    routes.stretches.push({ a: station.streetVertex, b: vertex, lengthM: distanceM(spot, street) });
    return { ...station, vertex };
  });
}
