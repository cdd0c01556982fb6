/** Real and imaginary parts of three phasors, phase a, b, c. */
export type PhasorTriple = readonly [
  aRe: number,
  aIm: number,
  bRe: number,
  bIm: number,
  cRe: number,
  cIm: number,
];

const HALF_ROOT_3 = Math.sqrt(3) / 2;

/**
 * Voltage unbalance factor |V-| / |V+| (definition of IEC 61000-2-2 and EN 50160), from phase-to-earth, phase-to-neutral
 * or line voltages alike. V+ = (Va + a Vb + a^2 Vc)/3, V- = (Va + a^2 Vb + a Vc)/3, a = 1 at 120 degrees. Ratio, not per cent.
 */
export function unbalanceFactor([aRe, aIm, bRe, bIm, cRe, cIm]: PhasorTriple): number {
  const sumRe = aRe - 0.5 * (bRe + cRe);
  const sumIm = aIm - 0.5 * (bIm + cIm);
  const turnRe = -HALF_ROOT_3 * (bIm - cIm);
  const turnIm = HALF_ROOT_3 * (bRe - cRe);
  const positive = length(sumRe + turnRe, sumIm + turnIm);
  return length(sumRe - turnRe, sumIm - turnIm) / positive;
}

/**
 * The same from three line-to-line magnitudes: beta = sum(V^4)/(sum(V^2))^2,
 * VUF = sqrt((1 - sqrt(3 - 6 beta))/(1 + sqrt(3 - 6 beta))).
 */
export function unbalanceFactorOfLineVoltages(abV: number, bcV: number, caV: number): number {
  const squares = [abV * abV, bcV * bcV, caV * caV] as const;
  const sum = squares[0] + squares[1] + squares[2];
  const fourth = squares[0] * squares[0] + squares[1] * squares[1] + squares[2] * squares[2];
  // Rounding may push a balanced triple's root above one.
  const root = Math.min(1, Math.sqrt(Math.max(0, 3 - (6 * fourth) / (sum * sum))));
  return Math.sqrt((1 - root) / (1 + root));
}

/**
 * Largest deviation of a line-to-line voltage from their mean, over the mean (NEMA MG 1, ANSI C84.1's annex). Another
 * figure than the unbalance factor: 400/396/404 V is 1.00 % here and 1.155 % there. Ratio, not per cent.
 */
export function maxDeviationUnbalance(abV: number, bcV: number, caV: number): number {
  const mean = (abV + bcV + caV) / 3;
  return Math.max(Math.abs(abV - mean), Math.abs(bcV - mean), Math.abs(caV - mean)) / mean;
}

/** Line-to-line magnitudes ab, bc, ca. */
export function lineVoltages([aRe, aIm, bRe, bIm, cRe, cIm]: PhasorTriple): [number, number, number] {
  return [length(aRe - bRe, aIm - bIm), length(bRe - cRe, bIm - cIm), length(cRe - aRe, cIm - aIm)];
}

function length(re: number, im: number): number {
  return Math.sqrt(re * re + im * im);
}
