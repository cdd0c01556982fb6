import { exp, ln } from '../../sim/numeric/elementary';
import { positions } from './latent';
import { DAYS_OF_MONTH, meanOf, monthSlices } from './months';
import type { MonthNormals } from './normals';

const LOWEST = 0.05;

/** Clearness of the clearest days of a month with mean clearness `mean`: Hollands and Huget (1983) form. README eq. 8. */
function highestClearness(mean: number): number {
  const d = mean - 0.75;
  const d2 = d * d;
  const d8 = d2 * d2 * d2 * d2;
  return Math.max(0.6313 + 0.267 * mean - 11.9 * d8, mean + 0.03);
}

/** Exponent of Bendt's distribution, after Herzog (1985). README eq. 9. */
function bendtExponent(mean: number, highest: number): number {
  const span = highest - LOWEST;
  const xi = span / (highest - mean);
  return -1.498 + (1.184 * xi - 27.182 * exp(-1.5 * xi)) / span;
}

/** Quantile of the daily clearness index in a month: Bendt, Collares-Pereira and Rabl (1981). README eq. 7. */
export function clearnessQuantile(mean: number, p: number): number {
  const highest = highestClearness(mean);
  const gamma = bendtExponent(mean, highest);
  if (Math.abs(gamma) < 1e-6) return LOWEST + p * (highest - LOWEST);
  const low = exp(gamma * LOWEST);
  const high = exp(gamma * highest);
  return ln(low - p * (low - high)) / gamma;
}

/**
 * Daily clearness indices in the order of `latent`; each month's irradiation is the given one. `outside` are daily means of
 * the extraterrestrial irradiance on the horizontal, W/m².
 */
export function dailyClearnessOf(
  months: readonly MonthNormals[],
  outside: Float64Array,
  latent: Float64Array,
): { clearness: Float64Array; relative: Float64Array } {
  const clearness = new Float64Array(365);
  const relative = new Float64Array(365);
  monthSlices(DAYS_OF_MONTH).forEach(({ from, to }, m) => {
    const sky = outside.subarray(from, to);
    const mean = Math.min(0.85, Math.max(0.07, months[m]!.meanGhiWPerM2 / Math.max(meanOf(sky), 1)));
    const drawn = positions(latent.subarray(from, to)).map((p) => clearnessQuantile(mean, p));
    const weighted = meanOf(drawn.map((value, i) => value * sky[i]!));
    const factor = months[m]!.meanGhiWPerM2 / Math.max(weighted, 1e-6);
    const average = meanOf(drawn) * factor;
    drawn.forEach((value, i) => {
      clearness[from + i] = value * factor;
      relative[from + i] = (value * factor) / Math.max(average, 1e-6);
    });
  });
  return { clearness, relative };
}
