import type { Building, Point } from '../model/building';
import { atan2, cos, PI, RAD_PER_DEG, sin } from '../sim/numeric/elementary';
import type { Facade } from './facades';
import { boundingBox } from './polygon';
import type { BuildingIndex } from './spatialIndex';

/** How far neighbours are looked for, m: a house of 10 m there stands 4 degrees high. */
export const HORIZON_REACH_M = 140;
/** Sectors on either side of the normal and their width; a ray runs through the middle of each. */
const SECTORS_A_SIDE = 6;
const SECTOR_DEG = 15;

/** Share of a wall's sky diffuse that a horizon of this height takes, all round alike: (h + sin h cos h) / (pi/2). */
export function blockedSkyShare(horizonRad: number): number {
  return (horizonRad + sin(horizonRad) * cos(horizonRad)) / (PI / 2);
}

/**
 * The even horizon that takes as much of an isotropic sky as the neighbours do: share blocked, seen from half the
 * facade's height, mean over twelve rays weighted by the cosine from the normal (the wall's own). Roofs are
 * counted at eaves height, ground as level. Zero where nothing stands within the reach.
 */
export function skyBlockedBy(
  facade: Facade,
  row: number,
  buildings: readonly Building[],
  index: BuildingIndex,
): number {
  const own = buildings[row]!;
  const eyeM = own.baseElevationM + own.heightM / 2;
  const [x, y] = facade.middle;
  const near = index
    .inBox({
      minX: x - HORIZON_REACH_M,
      minY: y - HORIZON_REACH_M,
      maxX: x + HORIZON_REACH_M,
      maxY: y + HORIZON_REACH_M,
    })
    .filter((other) => other !== row && topM(buildings[other]!) > eyeM)
    .filter((other) => isAhead(buildings[other]!, facade));
  if (near.length === 0) return 0;
  let blocked = 0;
  let weights = 0;
  for (let sector = -SECTORS_A_SIDE; sector < SECTORS_A_SIDE; sector += 1) {
    const angle = (sector + 0.5) * SECTOR_DEG * RAD_PER_DEG;
    const weight = cos(angle);
    weights += weight;
    const direction = turned(facade.normal, angle);
    let slope = 0;
    for (const other of near) {
      const awayM = hitM(facade.middle, direction, buildings[other]!);
      if (awayM < HORIZON_REACH_M)
        slope = Math.max(slope, (topM(buildings[other]!) - eyeM) / Math.max(awayM, 0.5));
    }
    if (slope > 0) blocked += weight * blockedSkyShare(atan2(slope, 1));
  }
  return blocked / weights;
}

const topM = (building: Building): number => building.baseElevationM + building.heightM;

function isAhead(building: Building, { middle, normal }: Facade): boolean {
  const box = boundingBox(building.footprint.outer);
  const ahead = (px: number, py: number): boolean =>
    (px - middle[0]) * normal[0] + (py - middle[1]) * normal[1] > 0.1;
  return (
    ahead(box.minX, box.minY) ||
    ahead(box.minX, box.maxY) ||
    ahead(box.maxX, box.minY) ||
    ahead(box.maxX, box.maxY)
  );
}

/** A direction turned anticlockwise. */
function turned([x, y]: Point, angle: number): Point {
  const c = cos(angle);
  const s = sin(angle);
  return [c * x - s * y, s * x + c * y];
}

/** Distance along a ray of unit length to the first wall of a building; Infinity if it passes. */
function hitM(from: Point, [dx, dy]: Point, building: Building): number {
  const ring = building.footprint.outer;
  let nearest = Infinity;
  for (let i = 0; i < ring.length; i += 1) {
    const a = ring[i]!;
    const b = ring[(i + 1) % ring.length]!;
    const ex = b[0] - a[0];
    const ey = b[1] - a[1];
    const cross = dx * ey - dy * ex;
    if (cross === 0) continue;
    const ax = a[0] - from[0];
    const ay = a[1] - from[1];
    const along = (ax * ey - ay * ex) / cross;
    const share = (ax * dy - ay * dx) / cross;
    if (along > 0 && share >= 0 && share <= 1 && along < nearest) nearest = along;
  }
  return nearest;
}
