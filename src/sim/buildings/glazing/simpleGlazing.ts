import type { SimpleGlazing } from '../../../model/buildingModel/types';
import type { AngularCurve, Quartic } from './coated';
import type { PaneAtAngle } from './types';

/** Films of EN 673 for vertical glazing, m² K/W. */
export const FILM_OUTSIDE_M2K_PER_W = 0.04;
export const FILM_INSIDE_M2K_PER_W = 0.13;

/** Least resistance of the equivalent pane: a U-value above 5.85 W/(m² K) is all film. EnergyPlus takes the same floor. */
const MIN_LAYER_M2K_PER_W = 0.001;

/** One pane that stands for a glazing known by U and g. */
export interface EquivalentPane {
  readonly conductanceWPerM2K: number;
  readonly normal: PaneAtAngle;
  readonly curve: AngularCurve;
}

/**
 * Share of the way from `from` to `to`, held at 0 and 1. Blends the regressions of the simple window model between the
 * ranges that they were fitted for.
 */
const blend = (value: number, from: number, to: number): number =>
  Math.min(Math.max((value - from) / (to - from), 0), 1);

const mix = (low: number, high: number, share: number): number => low + (high - low) * share;

/** Normal solar transmittance from g; regressions for single glazing (U above 4.5) and multiple (below 3.4). README eq. 10. */
function normalTransmittance(uValueWPerM2K: number, g: number): number {
  const single = g < 0.7206 ? 0.939998 * g * g + 0.20332 * g : 1.30415 * g - 0.30515;
  const multiple = g <= 0.15 ? 0.4104 * g : 0.085775 * g * g + 0.963954 * g - 0.084958;
  return Math.max(mix(multiple, single, blend(uValueWPerM2K, 3.4, 4.5)), 0);
}

/** Share of the absorbed sun that goes inwards in the model's summer conditions. README eq. 11. */
function inwardShare(uValueWPerM2K: number, layerM2KPerW: number, x: number): number {
  const share = blend(uValueWPerM2K, 3.4, 4.5);
  const insideMultiple = 1 / (199.8208128 * x * x * x - 90.639733 * x * x + 19.737055 * x + 6.766575);
  const insideSingle = 1 / (29.436546 * x * x * x - 21.943415 * x * x + 9.945872 * x + 7.426151);
  const outsideMultiple = 1 / (5.763355 * x + 20.541528);
  const outsideSingle = 1 / (2.225824 * x + 20.57708);
  const inside = mix(insideMultiple, insideSingle, share);
  const outside = mix(outsideMultiple, outsideSingle, share);
  return (outside + 0.5 * layerM2KPerW) / (outside + layerM2KPerW + inside);
}

/** Angular curves A to J: transmittance; transmitted and reflected together. README eq. 6 and 12. */
const CURVES = {
  A: { transmittance: [0, 3.36, -3.85, 1.49, 0.01], remaining: [1, -0.7, 2.57, -3.2, 1.33] },
  B: { transmittance: [0, 2.83, -2.42, 0.04, 0.55], remaining: [1, -1.87, 6.5, -7.86, 3.23] },
  C: { transmittance: [0, 2.45, -1.58, -0.64, 0.77], remaining: [1, -2.52, 8.4, -9.86, 3.99] },
  D: { transmittance: [0, 2.85, -2.58, 0.4, 0.35], remaining: [1, -1.85, 6.4, -7.64, 3.11] },
  E: { transmittance: [0, 1.51, 2.49, -5.87, 2.88], remaining: [1, -1.57, 5.6, -6.82, 2.8] },
  F: { transmittance: [0, 1.21, 3.14, -6.37, 3.03], remaining: [1, -3.15, 10.98, -13.14, 5.32] },
  G: { transmittance: [0, 1.09, 3.54, -6.84, 3.23], remaining: [1, -3.25, 11.32, -13.54, 5.49] },
  H: { transmittance: [0, 0.98, 3.83, -7.13, 3.33], remaining: [1, -3.39, 11.7, -13.94, 5.64] },
  I: { transmittance: [0, 0.79, 3.93, -6.86, 3.15], remaining: [1, -4.06, 13.55, -15.74, 6.27] },
  J: { transmittance: [0, 0.08, 6.02, -8.84, 3.74], remaining: [1, -4.35, 14.27, -16.32, 6.39] },
} as const satisfies Record<string, AngularCurve>;

function mixCurves(low: AngularCurve, high: AngularCurve, share: number): AngularCurve {
  const each = (a: Quartic, b: Quartic): Quartic => [
    mix(a[0], b[0], share),
    mix(a[1], b[1], share),
    mix(a[2], b[2], share),
    mix(a[3], b[3], share),
    mix(a[4], b[4], share),
  ];
  return {
    transmittance: each(low.transmittance, high.transmittance),
    remaining: each(low.remaining, high.remaining),
  };
}

const FH = mixCurves(CURVES.F, CURVES.H, 0.5);
const FGHI = mixCurves(FH, mixCurves(CURVES.G, CURVES.I, 0.5), 0.5);
const BDCD = mixCurves(mixCurves(CURVES.B, CURVES.C, 0.5), CURVES.D, 0.5);

/** Curves by g: from each curve to the next over the range of g given with it. */
interface CurveFamily {
  readonly first: AngularCurve;
  readonly then: readonly (readonly [from: number, to: number, curve: AngularCurve])[];
}
const TRIPLE: CurveFamily = { first: CURVES.J, then: [[0.35, 0.45, CURVES.E]] };
const DOUBLE: CurveFamily = {
  first: FH,
  then: [
    [0.25, 0.3, FGHI],
    [0.5, 0.55, CURVES.E],
  ],
};
const SINGLE: CurveFamily = {
  first: CURVES.D,
  then: [
    [0.3, 0.45, BDCD],
    [0.6, 0.65, CURVES.A],
  ],
};

const inFamily = ({ first, then }: CurveFamily, g: number): AngularCurve =>
  then.reduce((curve, [from, to, next]) => mixCurves(curve, next, blend(g, from, to)), first);

/** Triple glazing up to U 1.42, double from 1.70 to 3.41, single from 4.54 W/(m² K), straight lines between. */
function angularCurve(uValueWPerM2K: number, g: number): AngularCurve {
  const multiple = mixCurves(inFamily(TRIPLE, g), inFamily(DOUBLE, g), blend(uValueWPerM2K, 1.4195, 1.7034));
  return mixCurves(multiple, inFamily(SINGLE, g), blend(uValueWPerM2K, 3.4068, 4.5424));
}

/**
 * One pane with the U and g of a label: Arasteh, Kohler and Griffith, "Modeling windows in EnergyPlus with simple
 * performance indices", LBNL-2804E (2009), with the curves of the EnergyPlus Engineering Reference. Its resistance is that
 * of U less the films of EN 673, which the label's U is declared with, where the report takes those of NFRC 100. The
 * optics' own summer films are kept, as transmittance was fitted with them.
 */
export function equivalentPane({ uValueWPerM2K, gValue }: SimpleGlazing): EquivalentPane {
  const films = FILM_OUTSIDE_M2K_PER_W + FILM_INSIDE_M2K_PER_W;
  const layerM2KPerW = Math.max(1 / uValueWPerM2K - films, MIN_LAYER_M2K_PER_W);
  const transmittance = Math.min(normalTransmittance(uValueWPerM2K, gValue), gValue);
  const x = gValue - transmittance;
  const absorptance = Math.min(x / inwardShare(uValueWPerM2K, layerM2KPerW, x), 1 - transmittance);
  const reflectance = 1 - transmittance - absorptance;
  return {
    conductanceWPerM2K: 1 / layerM2KPerW,
    normal: { transmittance, reflectanceFront: reflectance, reflectanceBack: reflectance },
    curve: angularCurve(uValueWPerM2K, gValue),
  };
}
