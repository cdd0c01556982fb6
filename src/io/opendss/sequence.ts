import type { Matrix } from '../../model/circuit';

/** (2 z1 + z0) / 3 on the diagonal, (z0 - z1) / 3 beside it: a balanced matrix of any order. */
export function balancedMatrix(order: number, z1: number, z0: number): number[] {
  const self = (2 * z1 + z0) / 3;
  const mutual = (z0 - z1) / 3;
  const matrix = new Array<number>(order * order).fill(mutual);
  for (let i = 0; i < order; i++) matrix[i * (order + 1)] = self;
  return matrix;
}

export function scaled(matrix: Matrix, factor: number): number[] {
  return matrix.map((value) => value * factor);
}

/** Rows and columns of a matrix that are kept, in this order. */
export function submatrix(matrix: Matrix, order: number, kept: readonly number[]): number[] {
  return kept.flatMap((i) => kept.map((j) => matrix[i * order + j]!));
}
