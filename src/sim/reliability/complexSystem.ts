/**
 * Solves A x = b for a small dense complex system by elimination with partial pivoting. Entries are [row][column][re, im]
 * and [row][re, im]; both are overwritten, b with x. False if A is singular to working precision.
 */
export function solveComplexSystem(a: Float64Array, b: Float64Array): boolean {
  const n = b.length / 2;
  let scale = 0;
  for (const entry of a) scale = Math.max(scale, Math.abs(entry));
  for (let k = 0; k < n; k += 1) {
    const pivot = largestRow(a, n, k);
    const pr = a[2 * (pivot * n + k)]!;
    const pi = a[2 * (pivot * n + k) + 1]!;
    const size = pr * pr + pi * pi;
    if (!(Math.sqrt(size) > 1e-14 * scale)) return false;
    swapRows(a, b, n, k, pivot);
    for (let row = k + 1; row < n; row += 1) {
      const ar = a[2 * (row * n + k)]!;
      const ai = a[2 * (row * n + k) + 1]!;
      const fr = (ar * pr + ai * pi) / size;
      const fi = (ai * pr - ar * pi) / size;
      if (fr === 0 && fi === 0) continue;
      for (let column = k; column < n; column += 1)
        subtractProduct(a, row * n + column, fr, fi, a, k * n + column);
      subtractProduct(b, row, fr, fi, b, k);
    }
  }
  for (let k = n - 1; k >= 0; k -= 1) {
    for (let column = k + 1; column < n; column += 1) {
      subtractProduct(b, k, a[2 * (k * n + column)]!, a[2 * (k * n + column) + 1]!, b, column);
    }
    const pr = a[2 * (k * n + k)]!;
    const pi = a[2 * (k * n + k) + 1]!;
    const size = pr * pr + pi * pi;
    const br = b[2 * k]!;
    const bi = b[2 * k + 1]!;
    b[2 * k] = (br * pr + bi * pi) / size;
    b[2 * k + 1] = (bi * pr - br * pi) / size;
  }
  return true;
}

function largestRow(a: Float64Array, n: number, k: number): number {
  let best = k;
  let size = -1;
  for (let row = k; row < n; row += 1) {
    const re = a[2 * (row * n + k)]!;
    const im = a[2 * (row * n + k) + 1]!;
    if (re * re + im * im > size) {
      size = re * re + im * im;
      best = row;
    }
  }
  return best;
}

function swapRows(a: Float64Array, b: Float64Array, n: number, k: number, pivot: number): void {
  if (k === pivot) return;
  for (let i = 0; i < 2 * n; i += 1) {
    const kept = a[2 * k * n + i]!;
    a[2 * k * n + i] = a[2 * pivot * n + i]!;
    a[2 * pivot * n + i] = kept;
  }
  for (let i = 0; i < 2; i += 1) {
    const kept = b[2 * k + i]!;
    b[2 * k + i] = b[2 * pivot + i]!;
    b[2 * pivot + i] = kept;
  }
}

/** target[i] -= f * from[j]. */
function subtractProduct(
  target: Float64Array,
  i: number,
  fr: number,
  fi: number,
  from: Float64Array,
  j: number,
): void {
  const re = from[2 * j]!;
  const im = from[2 * j + 1]!;
  target[2 * i] = target[2 * i]! - (fr * re - fi * im);
  target[2 * i + 1] = target[2 * i + 1]! - (fr * im + fi * re);
}
