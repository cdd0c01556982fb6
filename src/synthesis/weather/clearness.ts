import { exp, ln } from '../../sim/numeric/elementary';
import { positions } from './latent';
import { DAYS_OF_MONTH } from '../../model/commonYear';
import { meanOf, monthSlices } from './months';
import type { MonthNormals } from './normals';

const LOWEST = 0.03;
const HIGHEST = 0.9;

/**
 * Global irradiance under a clear sky, W/m², by the sine of the sun's elevation: Haurwitz (1945), with 2 % more for each
 * kilometre of height as in FAO-56 eq. 37. README eq. 8.
 */
export function clearSkyWPerM2(up: number, elevationM: number): number {
  return up > 0 ? 1098 * up * exp(-0.057 / up) * (1 + 2e-5 * Math.max(elevationM, 0)) : 0;
}

const TABLE = 400;
/** Narrower months would underflow the table and look no different. */
const NARROWEST_STD = 0.02;

/** Integral of u^(exponent - 1) from `from` to `to`. */
function binOfPower(from: number, to: number, exponent: number): number {
  const lower = from > 0 ? exp(exponent * ln(from)) : 0;
  return (exp(exponent * ln(to)) - lower) / exponent;
}

/**
 * Distribution of a month's daily clearness: beta on [0.03, highest] with the month's mean and standard deviation, as a
 * table of cumulative shares at the ends of `TABLE` equal bins. README eq. 7.
 */
function cumulativeBeta(mean: number, std: number, highest: number): Float64Array {
  const span = highest - LOWEST;
  const m = (mean - LOWEST) / span;
  // A beta distribution cannot be wider than two spikes; stay well inside.
  const variance = Math.min((std / span) * (std / span), 0.8 * m * (1 - m));
  const order = (m * (1 - m)) / variance - 1;
  const p = m * order;
  const q = (1 - m) * order;
  const cumulative = new Float64Array(TABLE + 1);
  for (let i = 0; i < TABLE; i += 1) {
    const x = (i + 0.5) / TABLE;
    // The factor that may run to infinity at its end of the range is integrated over the bin, the other taken midway.
    const mass =
      x < 0.5
        ? binOfPower(i / TABLE, (i + 1) / TABLE, p) * exp((q - 1) * ln(1 - x))
        : binOfPower(1 - (i + 1) / TABLE, 1 - i / TABLE, q) * exp((p - 1) * ln(x));
    cumulative[i + 1] = cumulative[i]! + mass;
  }
  return cumulative.map((value) => value / cumulative[TABLE]!);
}

/** Quantile function of a month's daily clearness index for its mean, standard deviation and upper end. */
export function clearnessQuantile(mean: number, std: number, highest: number): (p: number) => number {
  const cumulative = cumulativeBeta(mean, Math.max(std, NARROWEST_STD), highest);
  return (p) => {
    let low = 0;
    let high = TABLE;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (cumulative[middle]! <= p) low = middle;
      else high = middle;
    }
    const share = (p - cumulative[low]!) / Math.max(cumulative[high]! - cumulative[low]!, 1e-300);
    return LOWEST + ((low + share) / TABLE) * (highest - LOWEST);
  };
}

/**
 * Daily clearness indices in the order of `latent`; each month's irradiation is the given one. `outside` and `clear` are
 * daily means of the extraterrestrial and the clear-sky irradiance on the horizontal, W/m².
 */
export function dailyClearnessOf(
  months: readonly MonthNormals[],
  outside: Float64Array,
  clear: Float64Array,
  latent: Float64Array,
): { clearness: Float64Array; relative: Float64Array } {
  const clearness = new Float64Array(365);
  const relative = new Float64Array(365);
  monthSlices(DAYS_OF_MONTH).forEach(({ from, to }, m) => {
    const sky = outside.subarray(from, to);
    const mean = Math.min(0.85, Math.max(0.07, months[m]!.meanGhiWPerM2 / Math.max(meanOf(sky), 1)));
    const skyMean = Math.max(meanOf(sky), 1);
    const highest = Math.max(meanOf(clear.subarray(from, to)) / skyMean, mean + 0.03);
    const quantile = clearnessQuantile(mean, months[m]!.dailyClearnessStd, highest);
    const drawn = positions(latent.subarray(from, to)).map(quantile);
    const weighted = meanOf(drawn.map((value, i) => value * sky[i]!));
    const factor = months[m]!.meanGhiWPerM2 / Math.max(weighted, 1e-6);
    // Only a table with more sun than there is reaches the cap.
    const scaled = drawn.map((value) => Math.min(value * factor, HIGHEST));
    const average = meanOf(scaled);
    scaled.forEach((value, i) => {
      clearness[from + i] = value;
      relative[from + i] = value / Math.max(average, 1e-6);
    });
  });
  return { clearness, relative };
}
