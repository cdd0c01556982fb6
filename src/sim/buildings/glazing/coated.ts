import type { PaneAtAngle, PaneByCosine } from './types';

/** Coefficients of 1, c, c², c³, c⁴. */
export type Quartic = readonly [number, number, number, number, number];

const quartic = (p: Quartic, c: number): number => p[0] + (p[1] + (p[2] + (p[3] + p[4] * c) * c) * c) * c;

/** How transmittance falls and reflectance rises from normal to grazing incidence. README eq. 6. */
export interface AngularCurve {
  readonly transmittance: Quartic;
  /** Of transmitted and reflected light together. */
  readonly remaining: Quartic;
}

/**
 * Clear and bronze glass: coated panes follow one or the other by their normal transmittance. Finlayson et al., WINDOW 4.0,
 * LBL-33943 (1993); coefficients and the limit of 0.645 as in the EnergyPlus Engineering Reference, "Angular properties for
 * coated glass".
 */
const CLEAR: AngularCurve = {
  transmittance: [-0.0015, 3.355, -3.84, 1.46, 0.0288],
  remaining: [0.999, -0.563, 2.043, -2.532, 1.054],
};
const BRONZE: AngularCurve = {
  transmittance: [-0.002, 2.813, -2.341, -0.05725, 0.599],
  remaining: [0.997, -1.868, 6.513, -7.862, 3.225],
};
const CLEAR_FROM = 0.645;

/** A curve on a pane's normal values. Light at normal incidence keeps them exactly; nothing passes at grazing. */
export function paneOnCurve(normal: PaneAtAngle, curve: AngularCurve): PaneByCosine {
  return (cosine) => {
    const pane = onCurve(normal, curve, cosine);
    return [pane, pane];
  };
}

function onCurve(normal: PaneAtAngle, curve: AngularCurve, cosine: number): PaneAtAngle {
  if (cosine >= 1) return normal;
  if (!(cosine > 0)) return { transmittance: 0, reflectanceFront: 1, reflectanceBack: 1 };
  const falling = quartic(curve.transmittance, cosine);
  const rising = Math.min(Math.max(quartic(curve.remaining, cosine) - falling, 0), 1);
  const transmittance = Math.max(normal.transmittance * Math.min(falling, 1), 0);
  const reflectance = (atNormal: number): number =>
    Math.min(atNormal * (1 - rising) + rising, 1 - transmittance);
  return {
    transmittance,
    reflectanceFront: reflectance(normal.reflectanceFront),
    reflectanceBack: reflectance(normal.reflectanceBack),
  };
}

/** Coated pane: the curve of clear glass where it passes more than 64.5 % at normal incidence, of bronze glass otherwise. */
export function coatedPaneByCosine(normal: PaneAtAngle): PaneByCosine {
  return paneOnCurve(normal, normal.transmittance > CLEAR_FROM ? CLEAR : BRONZE);
}
