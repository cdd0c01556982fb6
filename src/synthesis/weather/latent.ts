import { ln } from '../../sim/numeric/elementary';
import { normal, randomKey } from '../../sim/numeric/random';

/** Stationary first-order autoregressive series of standard normals: x[i] = phi x[i-1] + sqrt(1 - phi²) e. README eq. 3. */
export function autoregressive(seed: number, purpose: string, count: number, phi: number): Float64Array {
  const key = randomKey(seed, 'weather', purpose);
  const series = new Float64Array(count);
  const fresh = Math.sqrt(1 - phi * phi);
  let previous = normal(key, 0);
  for (let i = 0; i < count; i += 1) {
    previous = phi * previous + fresh * normal(key, i + 1);
    series[i] = previous;
  }
  return series;
}

/**
 * Ranks of a series as plotting positions (rank - 0.5) / n, in (0, 1). Drawing a month's values at these positions gives
 * every month its whole distribution, whatever the seed; the seed only decides the order of days.
 */
export function positions(series: Float64Array): Float64Array {
  const order = Array.from(series.keys()).sort((a, b) => series[a]! - series[b]! || a - b);
  const result = new Float64Array(series.length);
  order.forEach((index, rank) => {
    result[index] = (rank + 0.5) / series.length;
  });
  return result;
}

const A = [-39.69683028665376, 220.9460984245205, -275.9285104469687, 138.357751867269, -30.66479806614716];
const B = [-54.47609879822406, 161.5858368580409, -155.6989798598866, 66.80131188771972, -13.28068155288572];
const C = [
  -0.007784894002430293, -0.3223964580411365, -2.400758277161838, -2.549732539343734, 4.374664141464968,
];
const D = [0.007784695709041462, 0.3224671290700398, 2.445134137142996, 3.754408661907416];

/** Quantile of the standard normal: Acklam's rational approximation, relative error under 1.2e-9. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  if (p < 0.02425) {
    const q = Math.sqrt(-2 * ln(p));
    const top = ((((C[0]! * q + C[1]!) * q + C[2]!) * q + C[3]!) * q + C[4]!) * q + 2.938163982698783;
    return top / ((((D[0]! * q + D[1]!) * q + D[2]!) * q + D[3]!) * q + 1);
  }
  const q = p - 0.5;
  const r = q * q;
  const top = ((((A[0]! * r + A[1]!) * r + A[2]!) * r + A[3]!) * r + A[4]!) * r + 2.506628277459239;
  return (top * q) / (((((B[0]! * r + B[1]!) * r + B[2]!) * r + B[3]!) * r + B[4]!) * r + 1);
}
