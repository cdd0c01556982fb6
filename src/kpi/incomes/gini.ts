import { exp, PI } from '../../sim/numeric/elementary';

const SERIES_TERMS = 200;
const LARGEST_SIGMA = 6;
const BISECTIONS = 60;

/** erf(x) = 2 / sqrt(pi) x exp(-x^2) sum (2 x^2)^n / (1 3 5 .. (2n + 1)): terms of one sign, no digits lost. x >= 0. */
export function errorFunction(x: number): number {
  if (x > LARGEST_SIGMA) return 1;
  let term = 1;
  let sum = 1;
  for (let n = 1; n < SERIES_TERMS; n += 1) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(PI)) * x * exp(-x * x) * sum;
}

/** Gini coefficient of a log-normal distribution: 2 Phi(sigma / sqrt 2) - 1 = erf(sigma / 2). */
export function giniOfLogSigma(logSigma: number): number {
  return errorFunction(logSigma / 2);
}

/** Standard deviation of the logarithm that gives a log-normal distribution this Gini coefficient, 0 to 0.99. */
export function logSigmaOfGini(gini: number): number {
  let low = 0;
  let high = LARGEST_SIGMA;
  for (let n = 0; n < BISECTIONS; n += 1) {
    const middle = (low + high) / 2;
    if (giniOfLogSigma(middle) < gini) low = middle;
    else high = middle;
  }
  return gini > 0 ? (low + high) / 2 : 0;
}
