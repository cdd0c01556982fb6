/** One merged piece of the city. Every vertex knows its building by row, and where on the facade it lies. */
export interface SceneTile {
  /** xyz, metres, z up. */
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Metres along the wall and metres above the building's base. */
  readonly facade: Float32Array;
  readonly buildingRow: Float32Array;
  readonly index: Uint32Array;
}
