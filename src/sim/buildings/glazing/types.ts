import type { Gas } from '../../../model/buildingModel/types';

/** Solar transmittance and reflectances of one pane at one angle, for one polarisation or for unpolarised light. */
export interface PaneAtAngle {
  readonly transmittance: number;
  readonly reflectanceFront: number;
  readonly reflectanceBack: number;
}

/** A pane's optics by the cosine of incidence: s and p polarised; both the same where only unpolarised is known. */
export type PaneByCosine = (cosIncidence: number) => readonly [s: PaneAtAngle, p: PaneAtAngle];

/** Solar optics of a whole glazing for light from one side. T + R + sum of absorptances = 1. */
export interface GlazingAtAngle {
  readonly transmittance: number;
  readonly reflectance: number;
  /** Per pane, outside to inside, share of the light that falls on the glazing. */
  readonly absorptance: readonly number[];
}

/** Heat through one pane, surface to surface; front looks outside. */
export interface PaneThermal {
  readonly conductanceWPerM2K: number;
  readonly emissivityFront: number;
  readonly emissivityBack: number;
}

/** A gas space between two panes with the emissivities of the surfaces that bound it. */
export interface Cavity {
  readonly gas: Gas;
  readonly thicknessM: number;
  /** Of the outer pane's inner surface. */
  readonly emissivityFront: number;
  /** Of the inner pane's outer surface. */
  readonly emissivityBack: number;
}

/** What a glazing does with sun and heat; compiled once per glazing. */
export interface WindowOptics {
  /** Outside to inside; one less cavity than panes. */
  readonly panes: readonly PaneThermal[];
  readonly cavities: readonly Cavity[];
  /**
   * Beam from outside at COSINE_STEPS + 1 equidistant cosines of incidence from 0 (grazing) to 1 (normal); read them with
   * `atCosine`. Linear between the entries.
   */
  readonly transmittance: Float64Array;
  readonly absorptance: readonly Float64Array[];
  /** Isotropic light from outside: hemispherical means. */
  readonly diffuse: GlazingAtAngle;
  /** Isotropic light from the room, for what the room's surfaces throw back at the window. */
  readonly diffuseFromInside: GlazingAtAngle;
}
