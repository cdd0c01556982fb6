import { ROUND_K, ROUND_W } from './header';

/** A power as it enters sums: to 2^-10 W, so that sums do not depend on their order (README 14). */
export function shareW(powerW: number): number {
  return powerW + ROUND_W - ROUND_W;
}

/** Likewise a temperature, less the reference, to 2^-24 K. */
export function shareK(tempK: number): number {
  return tempK + ROUND_K - ROUND_K;
}
