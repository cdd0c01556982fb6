/** Small dense complex matrices, row by row, [n][n][re, im]. Used when elements are compiled, never in a step. */
export type ComplexMatrix = Float64Array;

export function complexMatrix(order: number): ComplexMatrix {
  return new Float64Array(2 * order * order);
}

/** R + jX of two real matrices given row by row. */
export function fromParts(re: readonly number[], im: readonly number[]): ComplexMatrix {
  const out = new Float64Array(2 * re.length);
  for (let k = 0; k < re.length; k++) {
    out[2 * k] = re[k]!;
    out[2 * k + 1] = im[k]!;
  }
  return out;
}

export function addTo(
  target: ComplexMatrix,
  order: number,
  row: number,
  column: number,
  re: number,
  im: number,
): void {
  const k = 2 * (order * row + column);
  target[k] = target[k]! + re;
  target[k + 1] = target[k + 1]! + im;
}

/**
 * Inverse by Gauss-Jordan elimination with partial pivoting; null when a pivot vanishes. Symmetric input is returned
 * exactly symmetric, because the solvers rely on it.
 */
export function inverse(matrix: ComplexMatrix, order: number): ComplexMatrix | null {
  const work = Float64Array.from(matrix);
  const out = complexMatrix(order);
  for (let k = 0; k < order; k++) out[2 * (order * k + k)] = 1;
  for (let column = 0; column < order; column++) {
    const pivot = largestBelow(work, order, column);
    if (pivot < 0) return null;
    swapRows(work, order, column, pivot);
    swapRows(out, order, column, pivot);
    const k = 2 * (order * column + column);
    const squared = work[k]! * work[k]! + work[k + 1]! * work[k + 1]!;
    const re = work[k]! / squared;
    const im = -work[k + 1]! / squared;
    scaleRow(work, order, column, re, im);
    scaleRow(out, order, column, re, im);
    for (let row = 0; row < order; row++) {
      if (row === column) continue;
      const at = 2 * (order * row + column);
      const factorRe = work[at]!;
      const factorIm = work[at + 1]!;
      subtractRow(work, order, row, column, factorRe, factorIm);
      subtractRow(out, order, row, column, factorRe, factorIm);
    }
  }
  return isSymmetric(matrix, order) ? symmetrised(out, order) : out;
}

function largestBelow(work: ComplexMatrix, order: number, column: number): number {
  let best = 0;
  let pivot = -1;
  for (let row = column; row < order; row++) {
    const k = 2 * (order * row + column);
    const size = work[k]! * work[k]! + work[k + 1]! * work[k + 1]!;
    if (size > best && size < Infinity) {
      best = size;
      pivot = row;
    }
  }
  return pivot;
}

function swapRows(work: ComplexMatrix, order: number, a: number, b: number): void {
  if (a === b) return;
  for (let k = 0; k < 2 * order; k++) {
    const value = work[2 * order * a + k]!;
    work[2 * order * a + k] = work[2 * order * b + k]!;
    work[2 * order * b + k] = value;
  }
}

function scaleRow(work: ComplexMatrix, order: number, row: number, re: number, im: number): void {
  for (let k = 2 * order * row; k < 2 * order * (row + 1); k += 2) {
    const x = work[k]!;
    const y = work[k + 1]!;
    work[k] = x * re - y * im;
    work[k + 1] = x * im + y * re;
  }
}

function subtractRow(
  work: ComplexMatrix,
  order: number,
  row: number,
  from: number,
  re: number,
  im: number,
): void {
  for (let k = 0; k < 2 * order; k += 2) {
    const x = work[2 * order * from + k]!;
    const y = work[2 * order * from + k + 1]!;
    const at = 2 * order * row + k;
    work[at] = work[at]! - (x * re - y * im);
    work[at + 1] = work[at + 1]! - (x * im + y * re);
  }
}

/** Largest difference between mirrored elements, as a share of the largest element. */
export function asymmetry(matrix: ComplexMatrix, order: number): number {
  let largest = 0;
  let difference = 0;
  for (let row = 0; row < order; row++) {
    for (let column = 0; column < order; column++) {
      for (let part = 0; part < 2; part++) {
        const value = matrix[2 * (order * row + column) + part]!;
        const mirrored = matrix[2 * (order * column + row) + part]!;
        largest = Math.max(largest, Math.abs(value));
        difference = Math.max(difference, Math.abs(value - mirrored));
      }
    }
  }
  return largest === 0 ? 0 : difference / largest;
}

export function isSymmetric(matrix: ComplexMatrix, order: number): boolean {
  for (let row = 1; row < order; row++) {
    for (let column = 0; column < row; column++) {
      const a = 2 * (order * row + column);
      const b = 2 * (order * column + row);
      if (matrix[a] !== matrix[b] || matrix[a + 1] !== matrix[b + 1]) return false;
    }
  }
  return true;
}

function symmetrised(matrix: ComplexMatrix, order: number): ComplexMatrix {
  for (let row = 1; row < order; row++) {
    for (let column = 0; column < row; column++) {
      const a = 2 * (order * row + column);
      const b = 2 * (order * column + row);
      for (let part = 0; part < 2; part++) {
        const mean = 0.5 * (matrix[a + part]! + matrix[b + part]!);
        matrix[a + part] = mean;
        matrix[b + part] = mean;
      }
    }
  }
  return matrix;
}

/** out = matrix x vector, both complex interleaved. */
export function multiplyVector(
  matrix: ComplexMatrix,
  order: number,
  vector: Float64Array,
  out: Float64Array,
): void {
  for (let row = 0; row < order; row++) {
    let re = 0;
    let im = 0;
    for (let column = 0; column < order; column++) {
      const k = 2 * (order * row + column);
      re += matrix[k]! * vector[2 * column]! - matrix[k + 1]! * vector[2 * column + 1]!;
      im += matrix[k]! * vector[2 * column + 1]! + matrix[k + 1]! * vector[2 * column]!;
    }
    out[2 * row] = re;
    out[2 * row + 1] = im;
  }
}
