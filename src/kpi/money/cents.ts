export const CENTS_PER_UNIT = 100;
/** Above so many cents a double has no digits left for the guard. */
const GUARDED_CENTS = 1e9;
const GUARD = 1e6;

/**
 * An amount of money in whole cents, half a cent away from zero (commercial rounding, DIN 1333). Sums of many steps miss
 * a half by their last digits: amounts within a millionth of a cent are taken as equal first.
 */
export function toCents(amount: number): number {
  const cents = Math.abs(amount) * CENTS_PER_UNIT;
  const held = cents < GUARDED_CENTS ? Math.round(cents * GUARD) / GUARD : cents;
  const whole = Math.floor(held + 0.5);
  return amount < 0 && whole > 0 ? -whole : whole;
}

/**
 * Whole cents shared out by weights so that the parts sum to the total: each gets its quota rounded down, and the cents
 * left over go to the largest remainders, the first of equals (Hamilton's method). Weights that are no positive number
 * count as none; without any weight the shares are equal. A total that is no number is nobody's: NaN for all.
 */
export function splitCents(totalCents: number, weights: ArrayLike<number>): Float64Array {
  const parts = new Float64Array(weights.length);
  if (parts.length === 0) return parts;
  const total = Math.round(Math.abs(totalCents));
  if (!(total < Infinity)) return parts.fill(Number.NaN);
  const held = Array.from(weights, (weight) => (weight > 0 && weight < Infinity ? weight : 0));
  const largest = held.reduce((most, weight) => Math.max(most, weight), 0);
  const scaled = held.map((weight) => (largest > 0 ? weight / largest : 1));
  const sum = scaled.reduce((total, weight) => total + weight, 0);
  const quotas = scaled.map((weight) => (total * weight) / sum);
  let left = total;
  quotas.forEach((quota, at) => {
    parts[at] = Math.floor(quota);
    left -= parts[at]!;
  });
  const order = quotas
    .map((quota, at) => ({ at, remainder: quota - parts[at]! }))
    .sort((a, b) => b.remainder - a.remainder || a.at - b.at);
  // Rounding of the quotas can leave a cent too few as well.
  for (let rank = 0; left !== 0; rank = (rank + 1) % order.length) {
    const step = left > 0 ? 1 : -1;
    const { at } = order[step > 0 ? rank : order.length - 1 - rank]!;
    if (parts[at]! + step < 0 || (step > 0 && scaled[at] === 0)) continue;
    parts[at]! += step;
    left -= step;
  }
  if (totalCents < 0)
    for (let at = 0; at < parts.length; at += 1) if (parts[at] !== 0) parts[at] = -parts[at]!;
  return parts;
}

/** "1 234.50 EUR" of whole cents, digits in groups of three. */
export function centsText(cents: number, currency: string): string {
  const whole = Math.floor(Math.abs(cents) / CENTS_PER_UNIT);
  const rest = Math.abs(cents) - whole * CENTS_PER_UNIT;
  const grouped = String(whole).replace(/\B(?=(\d{3})+(?!\d))/g, ' ');
  return `${cents < 0 ? '-' : ''}${grouped}.${String(rest).padStart(2, '0')} ${currency}`;
}
