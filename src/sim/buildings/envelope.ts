import { ZONE_FIGURES, type Archetype } from '../../model/archetypes';
import type { BuildingShape } from './shape';

/** Vertical orientations of windows: north, north-east, ... clockwise; bin i looks at 45 i degrees. */
export const ORIENTATIONS = 8;
/** Conditioned share of gross floor: CEA CH construction standards, Es. */
export const CONDITIONED_SHARE = ZONE_FIGURES.conditionedShare.value;
/** Floors lie on ground or cellar: TABULA's b for floors. */
const FLOOR_REDUCTION = 0.5;

/** Conditioned floor of a building, m2. */
export function conditionedFloorM2(footprintM2: number, levels: number): number {
  return CONDITIONED_SHARE * footprintM2 * Math.max(1, levels);
}

/** Envelope of the lumped zone: areas and transmission coefficients. */
export interface Envelope {
  readonly conditionedFloorM2: number;
  readonly windowByOrientationM2: Float64Array;
  readonly hWindowWPerK: number;
  /** Opaque elements and thermal bridges. */
  readonly hOpaqueWPerK: number;
}

/** README, lumped zone. */
export function envelopeOf(shape: BuildingShape, levels: number, archetype: Archetype): Envelope {
  const { footprintM2, walls } = shape;
  const windowByOrientationM2 = Float64Array.from(
    walls,
    ({ areaM2 }) => areaM2 * archetype.windowShareOfFacade,
  );
  const facadeM2 = walls.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const windowM2 = facadeM2 * archetype.windowShareOfFacade;
  const envelopeM2 = facadeM2 + 2 * footprintM2;
  return {
    conditionedFloorM2: conditionedFloorM2(footprintM2, levels),
    windowByOrientationM2,
    hWindowWPerK: Math.max(1e-3, archetype.uWindowWPerM2K * windowM2),
    hOpaqueWPerK:
      archetype.uWallWPerM2K * (facadeM2 - windowM2) +
      archetype.uRoofWPerM2K * footprintM2 +
      FLOOR_REDUCTION * archetype.uFloorWPerM2K * footprintM2 +
      archetype.thermalBridgeWPerM2K * envelopeM2,
  };
}
