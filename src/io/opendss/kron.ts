import { fromParts, type ComplexMatrix } from '../../sim/powerflow/elements/complexMatrix';
import { kronReduce } from '../../sim/powerflow/elements/kronReduction';
import { submatrix } from './sequence';

/** Real and imaginary parts of a complex matrix, row by row. */
export function partsOf(matrix: ComplexMatrix): { re: number[]; im: number[] } {
  const re: number[] = [];
  const im: number[] = [];
  for (let k = 0; k < matrix.length; k += 2) {
    re.push(matrix[k]!);
    im.push(matrix[k + 1]!);
  }
  return { re, im };
}

/** Kron reduction of one conductor out of R + jX. */
export function eliminateConductor(
  r: readonly number[],
  x: readonly number[],
  order: number,
  conductor: number,
): { re: number[]; im: number[] } {
  const last = [...Array(order).keys()].filter((i) => i !== conductor).concat(conductor);
  const z = fromParts(submatrix(r, order, last), submatrix(x, order, last));
  return partsOf(kronReduce(z, order, order - 1));
}
