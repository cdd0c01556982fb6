import type { Building, Point } from '../../model/building';
import { CellGrid, cellSizeM, distanceM, entryPoint, middleOf, pointAlong } from './plane';
import type { Routes, Site, Stretch } from './routes';
import { RULE } from './rule';
import { VertexSnap } from './streetRoutes';

const NEIGHBOURS = 8;

function nearest(points: readonly Point[], grid: CellGrid, v: number, count: number): number[] {
  const p = points[v]!;
  let found: { row: number; gapM: number }[] = [];
  for (let ring = 0; ring < 650; ring += 1) {
    if (found.length >= count && found[count - 1]!.gapM <= (ring - 1) * grid.cellM) break;
    if (found.length >= points.length - 1) break;
    for (const row of grid.ring(p, ring)) {
      if (row !== v) found.push({ row, gapM: distanceM(p, points[row]!) });
    }
    found.sort((a, b) => a.gapM - b.gapM || a.row - b.row);
    if (ring > 40 && found.length > 0) break;
  }
  found = found.slice(0, count);
  return found.map(({ row }) => row);
}

/**
 * Gabriel graph of the nearest neighbours: a stretch is kept when no third point lies in the circle over it. It holds
 * the shortest tree among near points and looks like a street mesh.
 */
function gabrielStretches(points: readonly Point[]): Stretch[] {
  const grid = new CellGrid(cellSizeM(points));
  points.forEach((p, v) => grid.add(v, p));
  const stretches: Stretch[] = [];
  const neighbours = points.map((_, v) => nearest(points, grid, v, NEIGHBOURS));
  neighbours.forEach((list, v) => {
    for (const other of list) {
      if (other < v && neighbours[other]!.includes(v)) continue;
      const a = points[v]!;
      const b = points[other]!;
      const middle = pointAlong(a, b, 0.5);
      const radiusM = distanceM(a, b) / 2;
      const blocked = list.some(
        (third) => third !== other && distanceM(points[third]!, middle) < radiusM * 0.999,
      );
      if (!blocked) stretches.push({ a: v, b: other, lengthM: 2 * radiusM * RULE.detourFactor });
    }
  });
  return stretches;
}

/** Routes for a district without streets: a joint in front of every building and a proximity graph over the joints. */
export function proximityRoutes(buildings: readonly Building[]): { routes: Routes; sites: Site[] } {
  const middles = buildings.map((building) => middleOf(building.footprint));
  const grid = new CellGrid(cellSizeM(middles));
  middles.forEach((p, v) => grid.add(v, p));
  const snap = new VertexSnap([], RULE.jointSpacingM);
  const sites = buildings.map((building, v): Site => {
    const around = nearest(middles, grid, v, 3).map((row) => middles[row]!);
    const middle = middles[v]!;
    const towards: Point =
      around.length === 0
        ? [middle[0], middle[1] - 1000]
        : [
            around.reduce((s, p) => s + p[0], 0) / around.length,
            around.reduce((s, p) => s + p[1], 0) / around.length,
          ];
    const entry = entryPoint(building.footprint, towards);
    const gapM = distanceM(entry, towards);
    const front = gapM > 0 ? pointAlong(entry, towards, Math.min(1, 4 / gapM)) : towards;
    return { building, joint: snap.at(front), entry };
  });
  return { routes: { vertices: snap.vertices, stretches: gabrielStretches(snap.vertices) }, sites };
}
