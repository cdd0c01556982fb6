import { pow } from '../../sim/numeric/elementary';

/** How an enrolled household answers to prices. */
export interface PriceResponse {
  /** sigma >= 0: the ratio of energies of two hours falls by sigma % where that of their prices rises by 1 %. */
  readonly substitutionElasticity: number;
  /** eta <= 0, of the day's energy to the day's price against the reference; 0 keeps the energy. */
  readonly ownPriceElasticity: number;
  /** Share of the load that responds, 0 to 1. */
  readonly flexibleShare: number;
}

/** Nobody answers: businesses, and whoever is not enrolled. */
export const NO_PRICE_RESPONSE: PriceResponse = {
  substitutionElasticity: 0,
  ownPriceElasticity: 0,
  flexibleShare: 0,
};

/** Prices below it count as it, in currency per kWh: constant elasticity has no answer to a price of nothing. */
export const LEAST_PRICE_PER_KWH = 0.01;

/** A day of loads and the prices of its steps, from `offset` on in both. */
export interface PricedDay {
  readonly load: ArrayLike<number>;
  readonly pricePerKWh: ArrayLike<number>;
  readonly offset: number;
  readonly steps: number;
  /** What a kWh cost before; absent where only the course over the day counts. */
  readonly referencePerKWh?: number;
}

/**
 * Factors on the steps of a day, README eq. 1 to 3: constant elasticity of substitution,
 *
 *   f_i = (1 + phi (k g_i - 1)) c,  g_i = (p_i / p_low)^-sigma,  k = sum q / sum (q g),  c = (P / P_ref)^eta
 *
 * with loads q, prices p, P their mean weighted by the load as it was. Without conservation (eta 0) the day's energy is
 * kept; with equal prices or sigma 0 every factor is 1, to the bit. A day without load, or with a gap, is left as it is.
 */
export function dayFactors(day: PricedDay, response: PriceResponse, into: Float64Array, at = 0): void {
  const { load, offset, steps } = day;
  const { substitutionElasticity, flexibleShare } = response;
  const lowest = lowestPrice(day);
  let energy = 0;
  let weighted = 0;
  for (let i = 0; i < steps; i += 1) {
    into[at + i] = pow(priceAt(day, i) / lowest, -substitutionElasticity);
    energy += load[offset + i]!;
    weighted += load[offset + i]! * into[at + i]!;
  }
  if (!(energy > 0) || !(weighted > 0)) {
    into.fill(1, at, at + steps);
    return;
  }
  const keep = energy / weighted;
  const kept = conservation(day, response, energy);
  for (let i = 0; i < steps; i += 1) {
    into[at + i] = (1 + flexibleShare * (keep * into[at + i]! - 1)) * kept;
  }
}

function priceAt({ pricePerKWh, offset }: PricedDay, i: number): number {
  return Math.max(LEAST_PRICE_PER_KWH, pricePerKWh[offset + i]!);
}

function lowestPrice(day: PricedDay): number {
  let lowest = Infinity;
  for (let i = 0; i < day.steps; i += 1) lowest = Math.min(lowest, priceAt(day, i));
  return lowest;
}

/** What is left of the day's energy. */
function conservation(day: PricedDay, { ownPriceElasticity }: PriceResponse, energy: number): number {
  const { load, offset, steps, referencePerKWh } = day;
  if (ownPriceElasticity === 0 || referencePerKWh === undefined) return 1;
  let paid = 0;
  for (let i = 0; i < steps; i += 1) paid += load[offset + i]! * priceAt(day, i);
  return pow(paid / energy / Math.max(LEAST_PRICE_PER_KWH, referencePerKWh), ownPriceElasticity);
}

/**
 * A household's load under prices: each day by its own factors, so that what is kept is kept for this very day. Whole days,
 * `load[step]` and `pricePerKWh[step]` from the same first step. Returns a new array.
 */
export function respondToPrices(
  load: Float64Array,
  pricePerKWh: ArrayLike<number>,
  stepsPerDay: number,
  response: PriceResponse,
  referencePerKWh?: number,
): Float64Array {
  const factors = new Float64Array(load.length);
  const reference = referencePerKWh === undefined ? {} : { referencePerKWh };
  for (let offset = 0; offset < load.length; offset += stepsPerDay) {
    const steps = Math.min(stepsPerDay, load.length - offset);
    dayFactors({ load, pricePerKWh, offset, steps, ...reference }, response, factors, offset);
  }
  return factors.map((factor, step) => factor * load[step]!);
}
