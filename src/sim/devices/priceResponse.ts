import type { PriceResponse } from '../../model/demandResponse';
import { pow } from '../numeric/elementary';

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
 * Factors on the steps of a day: constant elasticity of substitution,
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
