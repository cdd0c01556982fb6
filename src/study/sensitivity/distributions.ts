import { randomKey, uniform } from '../../sim/numeric/random';

export const DISTRIBUTIONS = ['triangular', 'uniform'] as const;
export type Distribution = (typeof DISTRIBUTIONS)[number];

interface Ranged {
  readonly low: number;
  readonly high: number;
  /** Mode of a triangular distribution. */
  readonly value: number;
  readonly distribution: Distribution;
}

/**
 * Value at a share u of probability. Uniform: low + u (high - low). Triangular with mode m and F(m) = (m - low)/(high - low):
 *
 *     u < F(m): low + sqrt(u (high - low)(m - low)),  else: high - sqrt((1 - u)(high - low)(high - m))
 */
export function quantileOf({ low, high, value: mode, distribution }: Ranged, u: number): number {
  const width = high - low;
  if (width === 0) return low;
  if (distribution === 'uniform') return low + u * width;
  return u < (mode - low) / width
    ? low + Math.sqrt(u * width * (mode - low))
    : high - Math.sqrt((1 - u) * width * (high - mode));
}

/**
 * Latin hypercube: of `count` draws exactly one falls in each of `count` equal shares of an input's probability; in which
 * order, and where within, is keyed by (seed, input, draw), so that another input changes nothing of this one. A share of 0 to 1 by draw
 * (McKay, Beckman, Conover, Technometrics 21, 1979).
 */
export function latinHypercube(seed: number, inputId: string, count: number): Float64Array {
  const orderKey = randomKey(seed, inputId, 'stratum of a draw');
  const withinKey = randomKey(seed, inputId, 'place in the stratum');
  const order = Array.from({ length: count }, (_, draw) => uniform(orderKey, draw));
  const strata = new Float64Array(count);
  order
    .map((_, draw) => draw)
    .sort((a, b) => order[a]! - order[b]! || a - b)
    .forEach((draw, stratum) => (strata[draw] = stratum));
  return strata.map((stratum, draw) => (stratum + uniform(withinKey, draw)) / count);
}

/** Value that a share p of a sample does not exceed: linear between order statistics, h = (n - 1) p
 * (definition 7 of Hyndman and Fan, The American Statistician 50, 1996). NaN for a sample with gaps or none. */
export function sampleQuantile(sample: readonly number[], p: number): number {
  if (sample.length === 0 || sample.some(Number.isNaN)) return Number.NaN;
  const sorted = [...sample].sort((a, b) => a - b);
  const h = (sorted.length - 1) * p;
  const below = Math.floor(h);
  const lower = sorted[below]!;
  const upper = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return lower + (h - below) * (upper - lower);
}
