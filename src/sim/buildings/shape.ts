import {
  facadesOf,
  centroid,
  footprintAreaM2,
  indexBuildings,
  perimeterM,
  skyBlockedBy,
  skylineAround,
  withinReach,
  type Facade,
} from '../../geometry';
import type { Building, Point } from '../../model/building';
import type { Horizon } from '../devices/photovoltaicHorizon';
import { atan2, PI } from '../numeric/elementary';
import { ORIENTATIONS } from './envelope';

/** Share of party walls of a terraced house whose neighbours are not drawn: assumed. */
const TERRACED_PARTY_SHARE = 0.5;
/** Pitch of roofs that are not flat, degrees from horizontal: the scene's, rise over run 3/4. */
export const ROOF_PITCH_DEG = 36.87;
const COS_PITCH = 0.8;
const RISE_OVER_RUN = 0.75;

/** Outer walls of one orientation bin. */
export interface WallShape {
  readonly areaM2: number;
  /** Share of the sky's diffuse light that neighbours take, area-weighted; see `skyBlockedBy`. */
  readonly blockedSkyShare: number;
}

/** A plane of the roof with its own area, not that of the ceiling below. */
export interface RoofPlane {
  readonly areaM2: number;
  readonly tiltDeg: number;
  readonly azimuthDeg: number;
  /** What neighbours raise above its middle; see `skylineAround`. */
  readonly horizon: Horizon;
}

/** What energy models need of a building's geometry. */
export interface BuildingShape {
  readonly footprintM2: number;
  /** Length of the outline that is no party wall. */
  readonly exposedPerimeterM: number;
  /** [orientation bin]: north, north-east, ... clockwise. */
  readonly walls: readonly WallShape[];
  readonly partyWallM2: number;
  readonly roof: readonly RoofPlane[];
}

const cache = new WeakMap<readonly Building[], readonly BuildingShape[]>();

/** Shapes of all buildings of a district; kept with the list, so that they are worked out once per edit of geometry. */
export function shapesOf(buildings: readonly Building[]): readonly BuildingShape[] {
  const kept = cache.get(buildings);
  if (kept) return kept;
  const index = indexBuildings(buildings);
  const shapes = facadesOf(buildings).map((facades, row) => {
    const near = withinReach(row, buildings, index);
    const blocked = facades.map((facade) =>
      facade.outerM2 > 0 ? skyBlockedBy(facade, row, buildings, near) : 0,
    );
    const skyline = (point: Point, eyeM: number): Horizon => ({
      elevationDeg: skylineAround(point, eyeM, buildings, near),
    });
    return shapeOf(buildings[row]!, facades, blocked, skyline);
  });
  cache.set(buildings, shapes);
  return shapes;
}

export function orientationBin(azimuthDeg: number): number {
  return Math.round((azimuthDeg / 360) * ORIENTATIONS) % ORIENTATIONS;
}

type SkylineAt = (point: Point, eyeM: number) => Horizon;

function shapeOf(
  building: Building,
  facades: readonly Facade[],
  blocked: readonly number[],
  skylineAt: SkylineAt,
): BuildingShape {
  const areas = new Float64Array(ORIENTATIONS);
  const blockedM2 = new Float64Array(ORIENTATIONS);
  let sharedM2 = 0;
  facades.forEach((facade, i) => {
    const bin = orientationBin(facade.azimuthDeg);
    areas[bin] = areas[bin]! + facade.outerM2;
    blockedM2[bin] = blockedM2[bin]! + facade.outerM2 * blocked[i]!;
    sharedM2 += facade.sharedM2;
  });
  const outerM2 = areas.reduce((sum, area) => sum + area, 0);
  const undrawn = building.use === 'terraced' && sharedM2 === 0 ? TERRACED_PARTY_SHARE : 0;
  const footprintM2 = Math.max(1, footprintAreaM2(building.footprint));
  return {
    footprintM2,
    exposedPerimeterM:
      (perimeterM(building.footprint.outer) * (1 - undrawn) * outerM2) / Math.max(outerM2 + sharedM2, 1e-9),
    walls: Array.from(areas, (area, bin) => ({
      areaM2: area * (1 - undrawn),
      blockedSkyShare: area > 0 ? blockedM2[bin]! / area : 0,
    })),
    partyWallM2: sharedM2 + undrawn * outerM2,
    roof: roofOf(building, footprintM2, facades, skylineAt),
  };
}

/** Flat, or two planes either side of a ridge along the longest wall; hips are counted with the planes they end. */
function roofOf(
  { roof, footprint, baseElevationM, heightM }: Building,
  footprintM2: number,
  facades: readonly Facade[],
  skylineAt: SkylineAt,
): RoofPlane[] {
  const eavesM = baseElevationM + heightM;
  const middle = centroid(footprint.outer);
  const plane = (areaM2: number, tiltDeg: number, azimuthDeg: number, horizon: Horizon): RoofPlane => ({
    areaM2,
    tiltDeg,
    azimuthDeg,
    horizon,
  });
  if (roof === 'flat') return [plane(footprintM2, 0, 180, skylineAt(middle, eavesM))];
  const longest = facades.reduce((best, next) => (next.lengthM > best.lengthM ? next : best));
  const areaM2 = footprintM2 / 2 / COS_PITCH;
  const azimuthDeg = bearingDeg(longest.normal);
  // A plane runs up from its eaves to a ridge over the middle; half way up is its own middle.
  const outM = footprintM2 / longest.lengthM / 4;
  return [1, -1].map((side) => {
    const point: Point = [
      middle[0] + side * outM * longest.normal[0],
      middle[1] + side * outM * longest.normal[1],
    ];
    const azimuth = side > 0 ? azimuthDeg : (azimuthDeg + 180) % 360;
    return plane(areaM2, ROOF_PITCH_DEG, azimuth, skylineAt(point, eavesM + RISE_OVER_RUN * outM));
  });
}

function bearingDeg([east, north]: Point): number {
  const degrees = (atan2(east, north) * 180) / PI;
  return degrees < 0 ? degrees + 360 : degrees;
}
