import type { Archetype } from '../../model/archetypes';
import type { Building, Point } from '../../model/building';
import { atan2, PI } from '../numeric/elementary';

/** Vertical orientations of windows: north, north-east, ... clockwise; bin i looks at 45 i degrees. */
export const ORIENTATIONS = 8;
/** Conditioned share of gross floor: CEA CH construction standards, Es. */
export const CONDITIONED_SHARE = 0.82;
/** Floors lie on ground or cellar: TABULA's b for floors. */
export const FLOOR_REDUCTION = 0.5;
/** Party-wall share of a terraced house whose neighbours are not drawn: assumed. */
const TERRACED_PARTY_SHARE = 0.5;

export interface Envelope {
  readonly footprintM2: number;
  readonly conditionedFloorM2: number;
  readonly opaqueWallM2: number;
  readonly windowM2: number;
  readonly windowByOrientationM2: Float64Array;
  readonly hWindowWPerK: number;
  /** Opaque elements and thermal bridges. */
  readonly hOpaqueWPerK: number;
}

const cm = (valueM: number): number => Math.round(valueM * 100);

/** A wall's key, the same from both sides. */
function wallKey(a: Point, b: Point): string {
  const first = `${cm(a[0])},${cm(a[1])}`;
  const second = `${cm(b[0])},${cm(b[1])}`;
  return first < second ? `${first};${second}` : `${second};${first}`;
}

/** Heights of all walls that two buildings share exactly, by wall; see `partyWallHeights`. */
export type PartyWalls = ReadonlyMap<string, number>;

/** Party walls are footprint edges that two buildings have in common, end to end; the lower building's height counts. */
export function partyWallHeights(buildings: readonly Building[]): PartyWalls {
  const seen = new Map<string, number>();
  const shared = new Map<string, number>();
  for (const building of buildings) {
    const ring = building.footprint.outer;
    for (let i = 0; i < ring.length; i += 1) {
      const key = wallKey(ring[i]!, ring[(i + 1) % ring.length]!);
      const other = seen.get(key);
      if (other === undefined) seen.set(key, building.heightM);
      else shared.set(key, Math.min(other, building.heightM));
    }
  }
  return shared;
}

function ringAreaM2(ring: readonly Point[]): number {
  let doubled = 0;
  for (let i = 0; i < ring.length; i += 1) {
    const [x0, y0] = ring[i]!;
    const [x1, y1] = ring[(i + 1) % ring.length]!;
    doubled += x0 * y1 - x1 * y0;
  }
  return doubled / 2;
}

/** Outer facade by orientation, m2; party walls taken off. */
function facadeByOrientationM2(building: Building, partyWalls: PartyWalls): Float64Array {
  const facade = new Float64Array(ORIENTATIONS);
  const rings = [building.footprint.outer, ...building.footprint.holes];
  let sharedM2 = 0;
  rings.forEach((ring, ringIndex) => {
    // The interior lies left of a counter-clockwise outer ring and right of it otherwise; holes look inwards.
    const turn = ringAreaM2(ring) > 0 === (ringIndex === 0) ? 1 : -1;
    for (let i = 0; i < ring.length; i += 1) {
      const a = ring[i]!;
      const b = ring[(i + 1) % ring.length]!;
      const east = turn * (b[1] - a[1]);
      const north = turn * (a[0] - b[0]);
      const lengthM = Math.sqrt(east * east + north * north);
      if (lengthM === 0) continue;
      const sharedHeightM = Math.min(partyWalls.get(wallKey(a, b)) ?? 0, building.heightM);
      sharedM2 += lengthM * sharedHeightM;
      const turns = atan2(east, north) / (2 * PI);
      const bin = (Math.round(turns * ORIENTATIONS) + ORIENTATIONS) % ORIENTATIONS;
      facade[bin] = facade[bin]! + lengthM * (building.heightM - sharedHeightM);
    }
  });
  if (building.use === 'terraced' && sharedM2 === 0) {
    for (let bin = 0; bin < ORIENTATIONS; bin += 1) facade[bin] = facade[bin]! * (1 - TERRACED_PARTY_SHARE);
  }
  return facade;
}

/** Areas and transmission coefficients of a building, eq. 12 to 14. Every building is at least 1 m2. */
export function envelopeOf(building: Building, archetype: Archetype, partyWalls: PartyWalls): Envelope {
  const holesM2 = building.footprint.holes.reduce((sum, ring) => sum + Math.abs(ringAreaM2(ring)), 0);
  const footprintM2 = Math.max(1, Math.abs(ringAreaM2(building.footprint.outer)) - holesM2);
  const conditionedFloorM2 = CONDITIONED_SHARE * footprintM2 * Math.max(1, building.levels); // (12)
  const windowByOrientationM2 = facadeByOrientationM2(building, partyWalls);
  const facadeM2 = windowByOrientationM2.reduce((sum, area) => sum + area, 0);
  for (let bin = 0; bin < ORIENTATIONS; bin += 1) {
    windowByOrientationM2[bin] = windowByOrientationM2[bin]! * archetype.windowShareOfFacade; // (13)
  }
  const windowM2 = facadeM2 * archetype.windowShareOfFacade;
  const opaqueWallM2 = facadeM2 - windowM2;
  const envelopeM2 = facadeM2 + 2 * footprintM2;
  const hOpaqueWPerK =
    archetype.uWallWPerM2K * opaqueWallM2 +
    archetype.uRoofWPerM2K * footprintM2 +
    FLOOR_REDUCTION * archetype.uFloorWPerM2K * footprintM2 +
    archetype.thermalBridgeWPerM2K * envelopeM2; // (14)
  return {
    footprintM2,
    conditionedFloorM2,
    opaqueWallM2,
    windowM2,
    windowByOrientationM2,
    hWindowWPerK: Math.max(1e-3, archetype.uWindowWPerM2K * windowM2),
    hOpaqueWPerK,
  };
}
