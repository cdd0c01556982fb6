import Flatbush from 'flatbush';
import type { Building, Point } from '../model/building';
import { closestOnSegment } from './clearance';
import { boundingBox, distanceM, footprintContains, type Box } from './polygon';

/** Answers where buildings are; built once per district. */
export interface BuildingIndex {
  /** Indices of buildings whose bounding boxes meet the box, ascending. */
  inBox(box: Box): number[];
  /** Index of the building that covers the point, or -1. */
  at(point: Point): number;
  /** Nearest buildings by distance to the footprint, nearest first. */
  nearest(point: Point, count: number, withinM?: number): number[];
}

export function indexBuildings(buildings: readonly Building[]): BuildingIndex {
  if (buildings.length === 0) return { inBox: () => [], at: () => -1, nearest: () => [] };
  const tree = new Flatbush(buildings.length);
  for (const building of buildings) {
    const box = boundingBox(building.footprint.outer);
    tree.add(box.minX, box.minY, box.maxX, box.maxY);
  }
  tree.finish();
  return {
    inBox: (box) => tree.search(box.minX, box.minY, box.maxX, box.maxY).sort((a, b) => a - b),
    at: (point) =>
      tree
        .search(point[0], point[1], point[0], point[1])
        .sort((a, b) => a - b)
        .find((i) => footprintContains(buildings[i]!.footprint, point)) ?? -1,
    nearest(point, count, withinM = Infinity) {
      // Boxes are lower bounds of distance: take some more than asked, then order by the walls themselves.
      const candidates = tree.neighbors(point[0], point[1], count + 12, withinM);
      return candidates
        .map((i) => ({ i, awayM: footprintDistanceM(buildings[i]!, point) }))
        .filter((entry) => entry.awayM <= withinM)
        .sort((a, b) => a.awayM - b.awayM || a.i - b.i)
        .slice(0, count)
        .map((entry) => entry.i);
    },
  };
}

/** 0 inside the footprint, else the distance to its nearest wall. */
export function footprintDistanceM(building: Building, point: Point): number {
  if (footprintContains(building.footprint, point)) return 0;
  let best = Infinity;
  for (const ring of [building.footprint.outer, ...building.footprint.holes])
    ring.forEach((a, i) => {
      best = Math.min(best, distanceM(point, closestOnSegment(point, a, ring[(i + 1) % ring.length]!)));
    });
  return best;
}
