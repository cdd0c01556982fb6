import { complexMatrix, type ComplexMatrix } from './complexMatrix';

/**
 * Kron reduction Z_ij - Z_ik Z_kj / Z_kk of the rows beyond the first `kept`, last row first: conductors that lie on
 * earth at both ends leave the matrix of the others. The matrix is symmetric, and so is the result, to the last bit.
 */
export function kronReduce(matrix: ComplexMatrix, order: number, kept: number): ComplexMatrix {
  const z = Float64Array.from(matrix);
  for (let k = order - 1; k >= kept; k--) eliminate(z, order, k);
  const reduced = complexMatrix(kept);
  for (let i = 0; i < kept; i++) {
    reduced.set(z.subarray(2 * i * order, 2 * (i * order + kept)), 2 * i * kept);
  }
  return reduced;
}

function eliminate(z: ComplexMatrix, order: number, k: number): void {
  const pivotRe = z[2 * (k * order + k)]!;
  const pivotIm = z[2 * (k * order + k) + 1]!;
  const square = pivotRe * pivotRe + pivotIm * pivotIm;
  for (let i = 0; i < k; i++) {
    const aRe = z[2 * (k * order + i)]!;
    const aIm = z[2 * (k * order + i) + 1]!;
    const ratioRe = (aRe * pivotRe + aIm * pivotIm) / square;
    const ratioIm = (aIm * pivotRe - aRe * pivotIm) / square;
    for (let j = 0; j <= i; j++) {
      const bRe = z[2 * (k * order + j)]!;
      const bIm = z[2 * (k * order + j) + 1]!;
      const at = 2 * (i * order + j);
      const re = z[at]! - (ratioRe * bRe - ratioIm * bIm);
      const im = z[at + 1]! - (ratioRe * bIm + ratioIm * bRe);
      setSymmetric(z, order, i, j, re, im);
    }
  }
}

export function setSymmetric(
  matrix: ComplexMatrix,
  order: number,
  row: number,
  column: number,
  re: number,
  im: number,
): void {
  for (const at of [row * order + column, column * order + row]) {
    matrix[2 * at] = re;
    matrix[2 * at + 1] = im;
  }
}
