import { atan2, ln } from '../../numeric/elementary';

/** One complex number. For the few scalar formulas of line and cable constants; arrays stay flat [re, im]. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export function add(a: Complex, b: Complex): Complex {
  return { re: a.re + b.re, im: a.im + b.im };
}

export function multiply(a: Complex, b: Complex): Complex {
  return { re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re };
}

export function scale(a: Complex, factor: number): Complex {
  return { re: a.re * factor, im: a.im * factor };
}

export function divide(a: Complex, b: Complex): Complex {
  const square = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / square, im: (a.im * b.re - a.re * b.im) / square };
}

export function modulus(a: Complex): number {
  return Math.sqrt(a.re * a.re + a.im * a.im);
}

/** Root with non-negative real part; the larger component first, so that nothing cancels. */
export function squareRoot(a: Complex): Complex {
  const large = Math.sqrt(0.5 * (modulus(a) + Math.abs(a.re)));
  if (large === 0) return { re: 0, im: 0 };
  const small = (0.5 * a.im) / large;
  if (a.re >= 0) return { re: large, im: small };
  return a.im < 0 ? { re: -small, im: -large } : { re: small, im: large };
}

/** Principal logarithm. */
export function logarithm(a: Complex): Complex {
  return { re: ln(modulus(a)), im: atan2(a.im, a.re) };
}
