/** A = V' diag(values) V with V orthogonal. */
export interface SymmetricEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** n x n, row-major; row i is the unit eigenvector of `values[i]`. */
  readonly vectors: Float64Array;
}

/** Times n: rotations that rounding could ever need are a handful per value. */
const MAX_ITERATIONS_PER_VALUE = 60;
/** In a matrix of size one; squares of what is larger are no zeros. */
const NOTHING = 1e-150;
/** Squares of what is smaller lose bits, and a rotation made of them its length: it is made of their ratio. */
const SMALL = 1e-140;

/**
 * All eigenvalues and eigenvectors of a symmetric matrix (n x n, row-major; the lower triangle is read). Householder
 * reduction to tridiagonal form and implicit QR steps with Wilkinson's shift (Golub and Van Loan, Matrix Computations,
 * 8.3). Values are exact for a matrix within some n 2^-53 |A|. Same bits everywhere: only + - * / and the square root.
 */
export function symmetricEigen(n: number, matrix: Float64Array): SymmetricEigen {
  const size = matrix.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const { diagonal, below, reflectors } = tridiagonalise(n, size > 0 ? matrix.map((a) => a / size) : matrix);
  const rows = product(n, reflectors);
  diagonalise(n, diagonal, below, rows);
  const order = Array.from({ length: n }, (_, i) => i).sort((i, j) => diagonal[i]! - diagonal[j]! || i - j);
  const vectors = new Float64Array(n * n);
  order.forEach((from, to) => vectors.set(rows.subarray(from * n, from * n + n), to * n));
  return { values: Float64Array.from(order, (i) => diagonal[i]! * size), vectors };
}

interface Tridiagonal {
  readonly diagonal: Float64Array;
  /** [k] couples k and k + 1; one more, 0. */
  readonly below: Float64Array;
  /** Row k: the unit vector v of the reflection I - 2 v v' of step k, zeros where nothing was to reflect. */
  readonly reflectors: Float64Array;
}

function tridiagonalise(n: number, matrix: Float64Array): Tridiagonal {
  const a = Float64Array.from(matrix);
  const reflectors = new Float64Array(n * n);
  const below = new Float64Array(n);
  const p = new Float64Array(n);
  for (let k = 0; k + 1 < n; k += 1) {
    const v = reflectors.subarray(k * n, k * n + n);
    below[k] = reflectorOf(n, a, k, v);
    let vp = 0;
    for (let i = k + 1; i < n; i += 1) {
      let sum = 0;
      for (let j = k + 1; j <= i; j += 1) sum += a[i * n + j]! * v[j]!;
      for (let j = i + 1; j < n; j += 1) sum += a[j * n + i]! * v[j]!;
      p[i] = 2 * sum;
      vp += p[i]! * v[i]!;
    }
    // A - v w' - w v' with w = 2 A v - (v' 2 A v) v, on the lower triangle.
    for (let i = k + 1; i < n; i += 1) p[i]! -= vp * v[i]!;
    for (let i = k + 1; i < n; i += 1) {
      for (let j = k + 1; j <= i; j += 1) a[i * n + j]! -= v[i]! * p[j]! + p[i]! * v[j]!;
    }
  }
  return { diagonal: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), below, reflectors };
}

/** Fills v so that I - 2 v v' turns column k below the diagonal onto its first entry, and returns that entry. */
function reflectorOf(n: number, a: Float64Array, k: number, v: Float64Array): number {
  const first = a[(k + 1) * n + k]!;
  let largest = 0;
  for (let i = k + 2; i < n; i += 1) largest = Math.max(largest, Math.abs(a[i * n + k]!));
  if (largest === 0) return first;
  const scale = Math.max(largest, Math.abs(first));
  let square = 0;
  for (let i = k + 1; i < n; i += 1) {
    v[i] = a[i * n + k]! / scale;
    square += v[i]! * v[i]!;
  }
  const length = Math.sqrt(square);
  const signed = v[k + 1]! < 0 ? -length : length;
  v[k + 1]! += signed;
  const inverse = 1 / Math.sqrt(2 * (square + (Math.abs(first) / scale) * length));
  for (let i = k + 1; i < n; i += 1) v[i]! *= inverse;
  return -signed * scale;
}

/** Transpose of the product of all reflections, first to last. */
function product(n: number, reflectors: Float64Array): Float64Array {
  const rows = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) rows[i * n + i] = 1;
  for (let k = n - 2; k >= 0; k -= 1) {
    const v = reflectors.subarray(k * n, k * n + n);
    for (let i = k + 1; i < n; i += 1) {
      let sum = 0;
      for (let j = k + 1; j < n; j += 1) sum += rows[i * n + j]! * v[j]!;
      sum *= 2;
      for (let j = k + 1; j < n; j += 1) rows[i * n + j]! -= sum * v[j]!;
    }
  }
  return rows;
}

/** Rotates the tridiagonal matrix to a diagonal one and its rows of vectors along. */
function diagonalise(n: number, diagonal: Float64Array, below: Float64Array, rows: Float64Array): void {
  let high = n - 1;
  for (let left = MAX_ITERATIONS_PER_VALUE * n; high > 0 && left > 0; left -= 1) {
    for (let k = 0; k < high; k += 1) {
      const around = Math.abs(diagonal[k]!) + Math.abs(diagonal[k + 1]!);
      const here = Math.abs(below[k]!);
      if (around + here === around || here < NOTHING) below[k] = 0;
    }
    while (high > 0 && below[high - 1] === 0) high -= 1;
    let low = high;
    while (low > 0 && below[low - 1] !== 0) low -= 1;
    if (low < high) qrStep(n, diagonal, below, rows, low, high);
  }
}

/** One implicit QR step on rows low to high. */
function qrStep(
  n: number,
  diagonal: Float64Array,
  below: Float64Array,
  rows: Float64Array,
  low: number,
  high: number,
): void {
  const corner = below[high - 1]!;
  const half = (diagonal[high - 1]! - diagonal[high]!) / 2;
  const root = Math.sqrt(half * half + corner * corner);
  const shift = diagonal[high]! - (corner * corner) / (half + (half < 0 ? -root : root));
  let x = diagonal[low]! - shift;
  let z = below[low]!;
  for (let k = low; k < high; k += 1) {
    const larger = Math.max(Math.abs(x), Math.abs(z));
    const unit = larger > 0 && larger < SMALL ? larger : 1;
    x /= unit;
    z /= unit;
    const r = Math.sqrt(x * x + z * z);
    const c = r === 0 ? 1 : x / r;
    const s = r === 0 ? 0 : z / r;
    if (k > low) below[k - 1] = r * unit;
    const a = diagonal[k]!;
    const b = below[k]!;
    const d = diagonal[k + 1]!;
    diagonal[k] = c * c * a + 2 * c * s * b + s * s * d;
    diagonal[k + 1] = s * s * a - 2 * c * s * b + c * c * d;
    below[k] = c * s * (d - a) + (c * c - s * s) * b;
    if (k + 1 < high) {
      x = below[k]!;
      z = s * below[k + 1]!;
      below[k + 1] = c * below[k + 1]!;
    }
    for (let j = k * n; j < k * n + n; j += 1) {
      const upper = rows[j]!;
      const lower = rows[j + n]!;
      rows[j] = c * upper + s * lower;
      rows[j + n] = c * lower - s * upper;
    }
  }
}
