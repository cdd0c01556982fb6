import { exp } from './elementary';

/** Below it the difference 1 - exp(-z) would lose digits. */
const SERIES_BELOW = 0.5;

/**
 * phi_1(-z) = (1 - exp(-z)) / z for z >= 0, 1 at z = 0: the mean over a step of exp(-z t). Near 0 by its series
 * sum (-z)^k / (k + 1)!, to full precision.
 */
export function meanDecay(z: number): number {
  if (z >= SERIES_BELOW) return (1 - exp(-z)) / z;
  let sum = 1;
  let term = 1;
  for (let k = 2; k < 20; k += 1) {
    term *= -z / k;
    sum += term;
  }
  return sum;
}
