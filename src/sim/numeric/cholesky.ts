/**
 * Lower triangle L of A = L L' (n x n, row-major, the lower triangle is read), or the row whose pivot is not positive
 * relative to its diagonal: A is not positive definite to within rounding.
 */
export function cholesky(n: number, matrix: Float64Array): Float64Array | { readonly row: number } {
  const lower = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j <= i; j += 1) {
      let sum = matrix[i * n + j]!;
      for (let k = 0; k < j; k += 1) sum -= lower[i * n + k]! * lower[j * n + k]!;
      if (i > j) lower[i * n + j] = sum / lower[j * n + j]!;
      else if (sum > n * 2.3e-16 * matrix[i * n + i]!) lower[i * n + i] = Math.sqrt(sum);
      else return { row: i };
    }
  }
  return lower;
}

/** Solves L L' X = B in place, B with `columns` columns, row-major. */
export function choleskySolve(n: number, lower: Float64Array, columns: number, b: Float64Array): void {
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) subtractRow(b, columns, i, k, lower[i * n + k]!);
    scaleRow(b, columns, i, 1 / lower[i * n + i]!);
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) subtractRow(b, columns, i, k, lower[k * n + i]!);
    scaleRow(b, columns, i, 1 / lower[i * n + i]!);
  }
}

function subtractRow(b: Float64Array, columns: number, row: number, other: number, factor: number): void {
  if (factor === 0) return;
  for (let c = 0; c < columns; c += 1) b[row * columns + c]! -= factor * b[other * columns + c]!;
}

function scaleRow(b: Float64Array, columns: number, row: number, factor: number): void {
  for (let c = 0; c < columns; c += 1) b[row * columns + c]! *= factor;
}
