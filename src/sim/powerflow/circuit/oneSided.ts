import type { Issue } from '../../../model/outcome';
import { asymmetry, type ComplexMatrix, complexMatrix, inverse } from '../elements/complexMatrix';
import type { Primitive } from '../elements/primitive';
import type { ElementKind } from './elementTable';

/** Beyond the rounding of printed matrices. */
const ASYMMETRY = 1e-6;
/** Bound of |S^-1 K|, at which the iteration still closes in: Z2 from about a fifth of Z1 to five times. */
const LARGEST_CONTRACTION = 0.8;

/**
 * Why an element whose admittance is not its own transpose cannot be solved; null where it can. Rotating machines are such,
 * and so is a source with them behind it: Z2 is not Z1. From one bus to earth its Y = S + K, S = (Y + Y')/2, is solved by
 * S in the factors and K in the iteration (`factor/skew.ts`); between two buses it would make the factors one-sided.
 */
export function oneSidedIssue(
  source: string,
  kind: ElementKind,
  id: string,
  { series, terminals }: Primitive,
): Issue | null {
  const order = terminals[0]!.nodes.length;
  if (series === null || asymmetry(series, order) <= ASYMMETRY) return null;
  const toEarth = terminals[1]!.nodes.every((node) => node === 0);
  const inOneBlock = terminals[0]!.nodes.every((node) => node >= 1 && node <= 3);
  const contraction = toEarth && inOneBlock ? contractionOf(series, order) : Infinity;
  if (contraction <= LARGEST_CONTRACTION) return null;
  const why = !toEarth
    ? 'and lies between two buses'
    : !inOneBlock
      ? 'and stands on other nodes than 1, 2 and 3'
      : 'by more than the solver can take';
  return {
    severity: 'error',
    code: 'circuit-asymmetric',
    source,
    where: `${kind} ${id}`,
    field: 'impedance',
    message: `The impedance matrix of ${kind} ${id} is not symmetric ${why}.`,
    remedy:
      'Give a matrix that equals its transpose, or positive- and negative-sequence impedances less than five times apart to earth.',
  };
}

/** Largest row sum of |S^-1 K|; Infinity where S has no inverse. */
function contractionOf(y: ComplexMatrix, order: number): number {
  const symmetric = complexMatrix(order);
  const skew = complexMatrix(order);
  for (let row = 0; row < order; row++) {
    for (let column = 0; column < order; column++) {
      const at = 2 * (order * row + column);
      const mirrored = 2 * (order * column + row);
      for (let part = 0; part < 2; part++) {
        symmetric[at + part] = 0.5 * (y[at + part]! + y[mirrored + part]!);
        skew[at + part] = 0.5 * (y[at + part]! - y[mirrored + part]!);
      }
    }
  }
  const z = inverse(symmetric, order);
  if (z === null) return Infinity;
  let largest = 0;
  for (let row = 0; row < order; row++) {
    let sum = 0;
    for (let column = 0; column < order; column++) {
      let re = 0;
      let im = 0;
      for (let k = 0; k < order; k++) {
        const a = 2 * (order * row + k);
        const b = 2 * (order * k + column);
        re += z[a]! * skew[b]! - z[a + 1]! * skew[b + 1]!;
        im += z[a]! * skew[b + 1]! + z[a + 1]! * skew[b]!;
      }
      sum += Math.sqrt(re * re + im * im);
    }
    largest = Math.max(largest, sum);
  }
  return largest;
}
