import { succeed, type Outcome } from '../../model/outcome';
import { exp } from '../../sim/numeric/elementary';
import { randomKey, uniform } from '../../sim/numeric/random';
import { sampleQuantile } from '../sensitivity/distributions';
import { indicesOf, type ReliabilityStudy, type YearIndices } from './study';

export const DRAWN_INDICES = ['saifi', 'saidiMin', 'caidiMin', 'maifi', 'notSuppliedJ'] as const;
export type DrawnIndex = (typeof DRAWN_INDICES)[number];

/** Of drawn years; NaN where no year has a value. */
export interface Spread {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  readonly mean: number;
  /** Years with a value; CAIDI has none in a year without an interruption. */
  readonly years: number;
}

/** Powers of e to +-this are far from the ends of a double. */
const MOST_EXPONENT = 500;
const LARGE = exp(MOST_EXPONENT);

/**
 * How often an event of the mean `lambda` happens, by inversion of the Poisson distribution: the first n with
 * u < sum over k <= n of exp(-lambda) lambda^k/k!. `u` in [0, 1). Where exp(-lambda) is too small to be told, sums are kept
 * exp(rest) times as large, and rest falls as they grow.
 */
export function poissonCount(lambda: number, u: number): number {
  let rest = Math.max(0, lambda - MOST_EXPONENT);
  let scale = exp(-rest);
  let term = exp(rest - lambda);
  let sum = term;
  let count = 0;
  // The sum stops short of 1 by rounding.
  while (u >= sum * scale && term > 0) {
    count += 1;
    term = (term * lambda) / count;
    if (sum + term === sum) break;
    sum += term;
    // The whole sum is at most exp(rest): one that has come so far leaves so much of it.
    if (sum < LARGE) continue;
    [term, sum, rest] = [term / LARGE, sum / LARGE, rest - MOST_EXPONENT];
    scale = exp(-rest);
  }
  return count;
}

/**
 * Years of chance: how often each place fails is drawn from a Poisson distribution, keyed by (seed, place, year), so that a
 * network that is changed elsewhere keeps its failures, and more years keep the first ones. Times are those assumed: what
 * spreads is how much fails where.
 */
export function drawnYears(
  { outages, customersServed }: ReliabilityStudy,
  years: number,
  seed: number,
): Outcome<Readonly<Record<DrawnIndex, Spread>>> {
  const keys = outages.map(({ place }) => randomKey(seed, `${place.kind} ${place.elementId}`, 'failures'));
  const drawn: YearIndices[] = [];
  for (let year = 0; year < years; year += 1) {
    const indices = indicesOf(
      outages,
      ({ place }, row) => poissonCount(place.failuresPerYear, uniform(keys[row]!, year)),
      customersServed,
    );
    if (!indices.ok) return indices;
    drawn.push(indices.value);
  }
  const spreads = DRAWN_INDICES.map((name) => [name, spreadOf(drawn.map((one) => one[name]))] as const);
  return succeed(Object.fromEntries(spreads) as Record<DrawnIndex, Spread>);
}

export function spreadOf(values: readonly number[]): Spread {
  const known = values.filter((value) => !Number.isNaN(value));
  const [p10, p50, p90] = [0.1, 0.5, 0.9].map((share) => sampleQuantile(known, share)) as [number, number, number]; // prettier-ignore
  const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
  return { p10, p50, p90, mean, years: known.length };
}
