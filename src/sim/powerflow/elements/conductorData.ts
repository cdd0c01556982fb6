/** Metres in one unit of length, under the names that OpenDSS uses; resistances per unit divide by it. */
export const METRES_PER_LENGTH_UNIT = {
  mi: 1609.344,
  kft: 304.8,
  km: 1000,
  m: 1,
  ft: 0.3048,
  in: 0.0254,
  cm: 0.01,
  mm: 0.001,
} as const;

/** Electrical data of one conductor (or of a cable's core), per metre. */
export interface ConductorData {
  readonly rDcOhmPerM: number;
  readonly rAcOhmPerM: number;
  /** Geometric mean radius. */
  readonly gmrM: number;
  readonly radiusM: number;
  /** Radius for the capacitance: differs for a bundle that stands as one conductor. */
  readonly capacitanceRadiusM: number;
}
