/**
 * Balances of all zones, README eq. 13: unknown air and mean-radiant temperatures, [air 0, radiant 0, air 1, ...]. The matrix is
 * symmetric and diagonally dominant, so it needs no pivoting.
 */
export interface ZoneBalance {
  readonly size: number;
  readonly matrix: Float64Array;
  readonly rhs: Float64Array;
}

export function newBalance(zoneCount: number): ZoneBalance {
  const size = 2 * zoneCount;
  return { size, matrix: new Float64Array(size * size), rhs: new Float64Array(size) };
}

/** LDL' in place: the lower triangle becomes L, the diagonal D. */
export function factorBalance({ size, matrix }: ZoneBalance): void {
  for (let j = 0; j < size; j += 1) {
    const pivot = matrix[j * size + j]!;
    for (let i = j + 1; i < size; i += 1) {
      const factor = matrix[i * size + j]! / pivot;
      if (factor === 0) continue;
      for (let k = j + 1; k <= i; k += 1) matrix[i * size + k]! -= factor * matrix[k * size + j]!;
    }
    for (let i = j + 1; i < size; i += 1) matrix[i * size + j]! /= pivot;
  }
}

/** Solves with the factors, in place. */
export function solveBalance({ size, matrix }: ZoneBalance, x: Float64Array): void {
  for (let i = 1; i < size; i += 1) {
    let value = x[i]!;
    for (let k = 0; k < i; k += 1) value -= matrix[i * size + k]! * x[k]!;
    x[i] = value;
  }
  for (let i = 0; i < size; i += 1) x[i]! /= matrix[i * size + i]!;
  for (let i = size - 2; i >= 0; i -= 1) {
    let value = x[i]!;
    for (let k = i + 1; k < size; k += 1) value -= matrix[k * size + i]! * x[k]!;
    x[i] = value;
  }
}
