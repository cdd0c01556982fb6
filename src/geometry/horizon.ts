import type { Building, Point } from '../model/building';
import { atan2, cos, PI, RAD_PER_DEG, sin } from '../sim/numeric/elementary';
import type { Facade } from './facades';
import { boundingBox, type Box } from './polygon';
import type { BuildingIndex } from './spatialIndex';

/** How far neighbours are looked for, m: a house of 10 m there stands 4 degrees high. */
const HORIZON_REACH_M = 140;
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
 * counted at eaves height, ground as level. Zero where nothing stands within the reach; `near` is `withinReach` of the row.
 */
export function skyBlockedBy(
  facade: Facade,
  row: number,
  buildings: readonly Building[],
  near: readonly number[],
): number {
  const own = buildings[row]!;
  const eyeM = own.baseElevationM + own.heightM / 2;
  const [x, y] = facade.middle;
  const slopes = new Float64Array(RAYS.length);
  const rays = raysBefore(facade);
  const outlines = outlinesOf(buildings);
  for (const other of near) {
    const outline = outlines[other]!;
    if (!(outline.topM > eyeM) || !isAhead(outline, facade)) continue;
    raiseSlopes(slopes, rays, x, y, outline, outline.topM - eyeM);
  }
  let blocked = 0;
  let weights = 0;
  for (let ray = 0; ray < RAYS.length; ray += 1) {
    const weight = RAYS[ray]!.cos;
    weights += weight;
    const slope = slopes[ray]!;
    if (slope > 0) blocked += weight * blockedSkyShare(atan2(slope, 1));
  }
  return blocked / weights;
}

/** Buildings that may stand before a building's facades or around its roof: those whose box is within the reach of its own. */
export function withinReach(
  row: number,
  buildings: readonly Building[],
  index: BuildingIndex,
): readonly number[] {
  const { minX, minY, maxX, maxY } = outlinesOf(buildings)[row]!.box;
  const box = {
    minX: minX - HORIZON_REACH_M,
    minY: minY - HORIZON_REACH_M,
    maxX: maxX + HORIZON_REACH_M,
    maxY: maxY + HORIZON_REACH_M,
  };
  return index.inBox(box).filter((other) => other !== row);
}

/** Sectors of a skyline, clockwise from north; a ray runs through the middle of each. */
export const SKYLINE_SECTORS = 36;

/** [sector][x and y of its ray]. */
const AROUND = new Float64Array(2 * SKYLINE_SECTORS);
for (let sector = 0; sector < SKYLINE_SECTORS; sector += 1) {
  const azimuth = (360 / SKYLINE_SECTORS) * sector * RAD_PER_DEG;
  AROUND[2 * sector] = sin(azimuth);
  AROUND[2 * sector + 1] = cos(azimuth);
}

/**
 * The skyline around a point over a building's roof: elevation in whole degrees of what other buildings raise above the
 * point, in equal sectors clockwise from north, eaves and reach as for facades. Empty where nothing stands higher: an
 * open sky.
 */
export function skylineAround(
  [x, y]: Point,
  eyeM: number,
  buildings: readonly Building[],
  near: readonly number[],
): readonly number[] {
  const slopes = new Float64Array(SKYLINE_SECTORS);
  const outlines = outlinesOf(buildings);
  for (const other of near) {
    const outline = outlines[other]!;
    const aboveM = outline.topM - eyeM;
    if (!(aboveM > LEAST_SLOPE * awayFromBoxM(outline.box, x, y))) continue;
    raiseSlopes(slopes, AROUND, x, y, outline, aboveM);
  }
  const elevationDeg = Array.from(slopes, (slope) => Math.round(atan2(slope, 1) / RAD_PER_DEG));
  return elevationDeg.some((deg) => deg > 0) ? elevationDeg : [];
}

/** Just below what rounds to a degree. */
const LEAST_SLOPE = 0.0087;

/** A lower bound of the distance, 0 inside. */
function awayFromBoxM({ minX, minY, maxX, maxY }: Box, x: number, y: number): number {
  const aside = Math.max(minX - x, 0, x - maxX);
  const ahead = Math.max(minY - y, 0, y - maxY);
  return Math.sqrt(aside * aside + ahead * ahead);
}

/** Rays as directions turned anticlockwise from the normal; the cosine is a ray's weight as well. */
const RAYS = Array.from({ length: 2 * SECTORS_A_SIDE }, (_, i) => {
  const angle = (i - SECTORS_A_SIDE + 0.5) * SECTOR_DEG * RAD_PER_DEG;
  return { cos: cos(angle), sin: sin(angle) };
});

/** A building as rays see it. */
interface Outline {
  readonly box: Box;
  readonly topM: number;
  /** [corner][x, y, x and y to the next]. */
  readonly walls: Float64Array;
}

const WALL_NUMBERS = 4;
const kept = new WeakMap<readonly Building[], readonly Outline[]>();

/** Outlines of all buildings; kept with the list. */
function outlinesOf(buildings: readonly Building[]): readonly Outline[] {
  const known = kept.get(buildings) ?? buildings.map(outlineOf);
  kept.set(buildings, known);
  return known;
}

function outlineOf({ footprint, baseElevationM, heightM }: Building): Outline {
  const ring = footprint.outer;
  const walls = new Float64Array(ring.length * WALL_NUMBERS);
  ring.forEach(([x, y], i) => {
    const next = ring[(i + 1) % ring.length]!;
    walls.set([x, y, next[0] - x, next[1] - y], i * WALL_NUMBERS);
  });
  return { box: boundingBox(ring), topM: baseElevationM + heightM, walls };
}

/** Whether any corner of the box lies before the facade. */
function isAhead({ box }: Outline, { middle, normal }: Facade): boolean {
  const x = (normal[0] > 0 ? box.maxX : box.minX) - middle[0];
  const y = (normal[1] > 0 ? box.maxY : box.minY) - middle[1];
  return x * normal[0] + y * normal[1] > 0.1;
}

/** Rounding of a box, m: only rays that clearly pass it are spared its walls. */
const CLEAR_M = 1e-6;

/** [ray][x and y] of the rays before a facade. */
function raysBefore({ normal: [east, north] }: Facade): Float64Array {
  const rays = new Float64Array(2 * RAYS.length);
  RAYS.forEach(({ cos: c, sin: s }, ray) => {
    rays[2 * ray] = c * east - s * north;
    rays[2 * ray + 1] = s * east + c * north;
  });
  return rays;
}

/** Raises the slope of every ray from (x, y) that meets the building within reach. */
function raiseSlopes(
  slopes: Float64Array,
  rays: Float64Array,
  x: number,
  y: number,
  { box, walls }: Outline,
  aboveM: number,
): void {
  const halfX = (box.maxX - box.minX) / 2;
  const halfY = (box.maxY - box.minY) / 2;
  const toX = box.minX + halfX - x;
  const toY = box.minY + halfY - y;
  for (let ray = 0; ray < slopes.length; ray += 1) {
    const dx = rays[2 * ray]!;
    const dy = rays[2 * ray + 1]!;
    const asideM = halfX * Math.abs(dy) + halfY * Math.abs(dx) + CLEAR_M;
    const behindM = halfX * Math.abs(dx) + halfY * Math.abs(dy) + CLEAR_M;
    if (Math.abs(toX * dy - toY * dx) > asideM || toX * dx + toY * dy < -behindM) continue;
    const awayM = hitM(walls, x, y, dx, dy);
    if (awayM < HORIZON_REACH_M) {
      slopes[ray] = Math.max(slopes[ray]!, aboveM / Math.max(awayM, 0.5));
    }
  }
}

/** Distance along a ray of unit length to the first wall; Infinity if it passes. */
function hitM(walls: Float64Array, x: number, y: number, dx: number, dy: number): number {
  let nearest = Infinity;
  for (let i = 0; i < walls.length; i += WALL_NUMBERS) {
    const ex = walls[i + 2]!;
    const ey = walls[i + 3]!;
    const cross = dx * ey - dy * ex;
    if (cross === 0) continue;
    const ax = walls[i]! - x;
    const ay = walls[i + 1]! - y;
    const along = (ax * ey - ay * ex) / cross;
    const share = (ax * dy - ay * dx) / cross;
    if (along > 0 && share >= 0 && share <= 1 && along < nearest) nearest = along;
  }
  return nearest;
}
