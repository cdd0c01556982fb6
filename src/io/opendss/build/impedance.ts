import { complexMatrix, fromParts, inverse } from '../../../sim/powerflow/elements/complexMatrix';
import { partsOf } from '../kron';

export type Pair = readonly [re: number, im: number];

export interface ImpedanceMatrix {
  readonly order: number;
  readonly rOhm: number[];
  readonly xOhm: number[];
}

const HALF_SQRT_3 = Math.sqrt(3) / 2;

/** By 1 at +120 degrees, or at -120. */
function turned([re, im]: Pair, direction: 1 | -1): Pair {
  return [-0.5 * re - direction * HALF_SQRT_3 * im, direction * HALF_SQRT_3 * re - 0.5 * im];
}

function thirdOfSum(...values: Pair[]): Pair {
  const sum = (part: 0 | 1): number => values.reduce((total, value) => total + value[part], 0) / 3;
  return [sum(0), sum(1)];
}

export function diagonal(order: number, [r, x]: Pair): ImpedanceMatrix {
  const fill = (value: number): number[] =>
    Array.from({ length: order * order }, (_, k) => (k % (order + 1) === 0 ? value : 0));
  return { order, rOhm: fill(r), xOhm: fill(x) };
}

/**
 * Phase impedances of three conductors with sequence impedances that may differ: the mutual impedance of a conductor to
 * the next one is (a^2 Z2 + a Z1 + Z0) / 3, to the one before (a^2 Z1 + a Z2 + Z0) / 3, a = 1 at 120 degrees.
 */
export function fromSequence(z1: Pair, z2: Pair, z0: Pair): ImpedanceMatrix {
  const self = thirdOfSum(z1, z2, z0);
  const next = thirdOfSum(turned(z2, -1), turned(z1, 1), z0);
  const before = thirdOfSum(turned(z1, -1), turned(z2, 1), z0);
  const rows = [
    [self, next, before],
    [before, self, next],
    [next, before, self],
  ].flat();
  return { order: 3, rOhm: rows.map(([r]) => r), xOhm: rows.map(([, x]) => x) };
}

/** Inverse of G + jB or R + jX; undefined where there is none. */
export function inverted(
  order: number,
  re: readonly number[],
  im: readonly number[],
): ImpedanceMatrix | undefined {
  const made = inverse(fromParts(re, im), order);
  if (made === null) return undefined;
  const { re: rOhm, im: xOhm } = partsOf(made);
  return { order, rOhm, xOhm };
}

/** Inverse of a real matrix; undefined where there is none. */
export function invertedReal(order: number, matrix: readonly number[]): number[] | undefined {
  return inverted(order, matrix, new Array<number>(order * order).fill(0))?.rOhm;
}

/** What OpenDSS makes of one or two (or more than three) phases in delta: 2 on the diagonal, -1 beside it, times y. */
export function deltaMatrix(order: number, [g, b]: Pair): ImpedanceMatrix | undefined {
  const y = complexMatrix(order);
  for (let k = 0; k < order * order; k++) {
    const factor = k % (order + 1) === 0 ? 2 : -1;
    y[2 * k] = factor * g;
    y[2 * k + 1] = factor * b;
  }
  const { re, im } = partsOf(y);
  return inverted(order, re, im);
}

export function reciprocal([re, im]: Pair): Pair {
  const squared = re * re + im * im;
  return [re / squared, -im / squared];
}
