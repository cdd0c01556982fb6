/** Solar powers of one window, W, one value a step; the frame is not part of them. */
export interface WindowSun {
  /** Beam and circumsolar that pass all panes: falls on the floor first. */
  readonly beamTransmittedW: Float64Array;
  readonly diffuseTransmittedW: Float64Array;
  /** Absorbed in each pane, outside to inside. */
  readonly absorbedW: readonly Float64Array[];
}

/** Sun on one element. Arrays have `calendar.stepCount` entries. */
export interface ElementSun {
  /** Global irradiance of the unshaded plane. */
  readonly incidentWPerM2: Float64Array;
  /** Mean irradiance of the opaque part, after its shades. */
  readonly opaqueWPerM2: Float64Array;
  /** In the order of the element's windows. */
  readonly windows: readonly WindowSun[];
}
