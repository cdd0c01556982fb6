import type { Matrix } from '../../../model/circuit';

export type Impedance = readonly [r: number, x: number];

export interface SequenceImpedances {
  readonly z1: Impedance;
  readonly z2: Impedance;
  readonly z0: Impedance;
}

const HALF_SQRT_3 = Math.sqrt(3) / 2;
const TOLERANCE = 1e-9;

/**
 * Sequence impedances of a matrix whose rows are each other's shifts; undefined where it is none. With rows
 * (s, n, b) of three conductors Z1 = s + a^2 n + a b, Z2 = s + a n + a^2 b, Z0 = s + n + b; a is 1 at 120 degrees.
 */
export function sequencesOf(r: Matrix, x: Matrix, order: number): SequenceImpedances | undefined {
  const scale = Math.max(...r.map(Math.abs), ...x.map(Math.abs));
  const like = (k: number, first: number): boolean =>
    Math.abs(r[k]! - r[first]!) <= TOLERANCE * scale && Math.abs(x[k]! - x[first]!) <= TOLERANCE * scale;
  const shifted = r.every((_, k) => like(k, ((k % order) - Math.floor(k / order) + order) % order));
  if (!shifted) return undefined;
  const self: Impedance = [r[0]!, x[0]!];
  if (order === 1) return { z1: self, z2: self, z0: self };
  const next: Impedance = [r[1]!, x[1]!];
  const before: Impedance = [r[order - 1]!, x[order - 1]!];
  if (like(1, order - 1)) {
    const off = (sign: number): Impedance => [self[0] + sign * next[0], self[1] + sign * next[1]];
    return r.every((_, k) => k % (order + 1) === 0 || like(k, 1))
      ? { z1: off(-1), z2: off(-1), z0: off(2) }
      : undefined;
  }
  if (order !== 3) return undefined;
  return {
    z1: sum(self, turned(next, -1), turned(before, 1)),
    z2: sum(self, turned(next, 1), turned(before, -1)),
    z0: sum(self, next, before),
  };
}

function turned([re, im]: Impedance, direction: 1 | -1): Impedance {
  return [-0.5 * re - direction * HALF_SQRT_3 * im, direction * HALF_SQRT_3 * re - 0.5 * im];
}

function sum(...values: readonly Impedance[]): Impedance {
  return [values.reduce((total, [r]) => total + r, 0), values.reduce((total, [, x]) => total + x, 0)];
}
