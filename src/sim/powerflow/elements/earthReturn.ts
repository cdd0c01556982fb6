import { acos, cos, ln, PI, sin } from '../../numeric/elementary';
import { add, divide, logarithm, modulus, multiply, scale, squareRoot, type Complex } from './complex';

/**
 * How the current's return through earth is modelled; `deri` is OpenDSS's default, `carson` is what the IEEE feeder
 * documents and Kersting use, `fullCarson` takes more terms of the same series.
 */
export type EarthModel = 'carson' | 'fullCarson' | 'deri';

/** OpenDSS's own values of 2 pi and mu0 (H/m): the matrices are compared with it to more digits than these have. */
export const TWO_PI = 6.283185307;
export const MU_0 = 12.56637e-7;
/** OpenDSS's permittivity of vacuum, F/m. */
export const EPSILON_0 = 8.854e-12;

/** Equivalent depth of the earth return D_e = 658.85 sqrt(rho / f) m (Carson's first terms; OpenDSS since version 10). */
const EARTH_DEPTH_FACTOR = 658.8530451057239;

/** Where conductors i and j stand to each other: heights (or depths) without sign, and the distance along the ground. */
export interface ConductorPair {
  readonly heightIM: number;
  readonly heightJM: number;
  readonly horizontalM: number;
  readonly same: boolean;
}

export interface Earth {
  readonly frequencyHz: number;
  readonly resistivityOhmM: number;
  readonly model: EarthModel;
}

/** Reactance factor omega mu0 / 2 pi, ohm/m: what multiplies ln(1 / distance). */
export function reactanceFactor(frequencyHz: number): number {
  return (TWO_PI * frequencyHz * MU_0) / TWO_PI;
}

/**
 * Earth-return part of the series impedance, ohm/m, in the form that adds to j (omega mu0 / 2 pi) ln(1 / D_ij):
 *
 * - `carson`: omega mu0 / 8 + j (omega mu0 / 2 pi) ln(D_e). Carson 1926; Kersting, Distribution System Modeling and
 *   Analysis, "modified Carson's equations".
 * - `fullCarson`: the series to the fourth power of m = 2.8099e-3 S_ij sqrt(f / rho), S_ij the distance to the image
 *   (Tleis, Power Systems Modelling and Fault Analysis, section 3.2).
 * - `deri`: j (omega mu0 / 2 pi) ln sqrt((h_i + h_j + 2 p)^2 + d^2), p = 1 / sqrt(j omega mu0 / rho) (Deri, Tevan,
 *   Semlyen, Castanheira 1981: the complex depth of an equivalent return plane).
 */
export function earthReturn(pair: ConductorPair, earth: Earth): Complex {
  if (earth.model === 'carson') return carson(earth);
  return earth.model === 'fullCarson' ? fullCarson(pair, earth) : deri(pair, earth);
}

function carson({ frequencyHz, resistivityOhmM }: Earth): Complex {
  const depthM = EARTH_DEPTH_FACTOR * Math.sqrt(resistivityOhmM / frequencyHz);
  return { re: (TWO_PI * frequencyHz * MU_0) / 8, im: reactanceFactor(frequencyHz) * ln(depthM) };
}

/** Coefficients of Carson's series: b_1 = 1 / (3 sqrt 2), b_2 = 1 / 16, then by b_k = b_(k-2) / (k (k + 2)); d = pi b / 4. */
const B1 = 1 / (3 * Math.sqrt(2));
const B2 = 1 / 16;
const B3 = B1 / 15;
const B4 = B2 / 24;
const D2 = (PI / 4) * B2;
const D4 = (PI / 4) * B4;
const C2 = 1.3659315;
const C4 = C2 + 1 / 4 + 1 / 6;

function fullCarson(pair: ConductorPair, { frequencyHz, resistivityOhmM }: Earth): Complex {
  const vertical = pair.heightIM + pair.heightJM;
  const imageM = pair.same ? vertical : modulus({ re: vertical, im: pair.horizontalM });
  const angle = pair.same ? 0 : acos(vertical / imageM);
  const m = 2.8099e-3 * imageM * Math.sqrt(frequencyHz / resistivityOhmM);
  const m2 = m * m;
  const first = B1 * m * cos(angle);
  const third = B3 * m2 * m * cos(3 * angle);
  const second = (C2 - ln(m)) * cos(2 * angle) + angle * sin(2 * angle);
  const fourth = (C4 - ln(m)) * cos(4 * angle) + angle * sin(4 * angle);
  const p = PI / 8 - first + B2 * m2 * second + third - D4 * m2 * m2 * cos(4 * angle);
  const q = 0.5 * ln(1.85138 / m) + first - D2 * m2 * cos(2 * angle) + third - B4 * m2 * m2 * fourth;
  // Carson's own form has ln(S_ij / D_ij); the callers add ln(1 / D_ij) only.
  const factor = (TWO_PI * frequencyHz * MU_0) / PI;
  return { re: factor * p, im: factor * (q + 0.5 * ln(imageM)) };
}

function deri(pair: ConductorPair, { frequencyHz, resistivityOhmM }: Earth): Complex {
  const omegaMu = TWO_PI * frequencyHz * MU_0;
  const depth = divide({ re: 1, im: 0 }, squareRoot({ re: 0, im: omegaMu / resistivityOhmM }));
  const vertical = add({ re: pair.heightIM + pair.heightJM, im: 0 }, scale(depth, 2));
  const square = { re: pair.horizontalM * pair.horizontalM, im: 0 };
  const distance = pair.same ? vertical : squareRoot(add(multiply(vertical, vertical), square));
  return multiply({ re: 0, im: reactanceFactor(frequencyHz) }, logarithm(distance));
}
