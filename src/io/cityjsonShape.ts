import type { Point } from '../model/building';
import { unionPolygons, type Polygon } from '../geometry/unionRings';
import { normalOf, type Surface } from './cityjsonSurfaces';
import { mergeOutlines } from './mergeOutlines';

/** What a building's faces say about its body, in metres of the file's own reference system. */
export interface BodyShape {
  readonly polygons: readonly Polygon[];
  readonly baseM: number;
  /** Null when the faces are flat, as in a footprint of LoD 0. */
  readonly heightM: number | null;
  readonly roof: 'flat' | 'gabled' | null;
  readonly footprintFrom: 'GroundSurface' | 'lowest faces' | 'all faces';
}

/** A face counts as level above this vertical component of its normal (26 degrees of slope). */
const LEVEL_NZ = 0.9;
/** A roof face counts as flat above this (8 degrees). */
const FLAT_NZ = 0.99;
const LOWEST_SHARE = 1 / 3;

/** README.md, rules C2 to C4. Null when no face has an area in plan. */
export function bodyShape(surfaces: readonly Surface[]): BodyShape | null {
  let baseM = Infinity;
  let topM = -Infinity;
  for (const surface of surfaces) {
    for (const vertex of surface.rings[0] ?? []) {
      baseM = Math.min(baseM, vertex[2]);
      topM = Math.max(topM, vertex[2]);
    }
  }
  const named = surfaces.filter((surface) => surface.semantic === 'GroundSurface');
  const limitM = baseM + (topM - baseM) * LOWEST_SHARE;
  const lowest = surfaces.filter(
    (surface) => isLevel(surface) && (surface.rings[0] ?? []).every((vertex) => vertex[2] <= limitM + 0.01),
  );
  const candidates = [
    ['GroundSurface', named],
    ['lowest faces', lowest],
    ['all faces', surfaces.filter((surface) => Math.abs(planNormal(surface)) > 0.05)],
  ] as const;
  for (const [footprintFrom, faces] of candidates) {
    const polygons = outlineOf(faces);
    if (polygons.length === 0) continue;
    const heightM = topM - baseM;
    if (heightM < 0.5) return { polygons, baseM, heightM: null, roof: null, footprintFrom };
    return { polygons, baseM, footprintFrom, ...roofOf(surfaces, baseM, heightM) };
  }
  return null;
}

function planNormal(surface: Surface): number {
  return normalOf(surface.rings[0] ?? []).nz;
}

function isLevel(surface: Surface): boolean {
  return Math.abs(planNormal(surface)) > LEVEL_NZ;
}

function outlineOf(faces: readonly Surface[]): Polygon[] {
  const polygons = faces.map((face) => face.rings.map((ring) => ring.map((v): Point => [v[0], v[1]])));
  if (polygons.length === 0) return [];
  const merged = mergeOutlines(polygons);
  return merged ?? unionPolygons(polygons);
}

/**
 * Named roof faces that mostly slope make a pitched roof, and its height ends at the eaves: the area-weighted lowest
 * point of the sloping faces. Without names the roof is flat and the height goes to the top.
 */
function roofOf(
  surfaces: readonly Surface[],
  baseM: number,
  heightM: number,
): { heightM: number; roof: 'flat' | 'gabled' | null } {
  let flatM2 = 0;
  let slopedM2 = 0;
  let eaves = 0;
  for (const surface of surfaces) {
    if (surface.semantic !== 'RoofSurface') continue;
    const ring = surface.rings[0] ?? [];
    const { nz, areaM2 } = normalOf(ring);
    if (Math.abs(nz) > FLAT_NZ) flatM2 += areaM2;
    else {
      slopedM2 += areaM2;
      eaves += areaM2 * ring.reduce((lowest, vertex) => Math.min(lowest, vertex[2]), Infinity);
    }
  }
  if (flatM2 + slopedM2 === 0) return { heightM, roof: null };
  if (slopedM2 <= flatM2) return { heightM, roof: 'flat' };
  return { heightM: Math.max(1, eaves / slopedM2 - baseM), roof: 'gabled' };
}
