const SIZE = 6;

/** A 6 x 6 matrix, row by row, and after `factorSix` its triangles: L below the diagonal, U above, 1 / U_kk on it. */
export interface Six {
  readonly a: Float64Array;
  /** [row of the triangles] -> row of the matrix. */
  readonly rowOf: Int32Array;
}

export const newSix = (): Six => ({
  a: new Float64Array(SIZE * SIZE),
  rowOf: new Int32Array(SIZE),
});

/** L U in place with row pivoting; false where a pivot is zero or no number. */
export function factorSix({ a, rowOf }: Six): boolean {
  for (let r = 0; r < SIZE; r++) rowOf[r] = r;
  for (let p = 0; p < SIZE; p++) {
    const best = largestBelow(a, p);
    const pivot = a[SIZE * best + p]!;
    if (!(pivot * pivot > 0)) return false;
    if (best !== p) exchange(a, rowOf, p, best);
    const inverse = 1 / pivot;
    a[SIZE * p + p] = inverse;
    for (let at = SIZE * (p + 1); at < SIZE * SIZE; at += SIZE) {
      const factor = a[at + p]! * inverse;
      a[at + p] = factor;
      if (factor === 0) continue;
      for (let c = p + 1; c < SIZE; c++) a[at + c] = a[at + c]! - factor * a[SIZE * p + c]!;
    }
  }
  return true;
}

function largestBelow(a: Float64Array, p: number): number {
  let best = p;
  let size = Math.abs(a[SIZE * p + p]!);
  for (let r = p + 1; r < SIZE; r++) {
    const other = Math.abs(a[SIZE * r + p]!);
    if (other <= size) continue;
    size = other;
    best = r;
  }
  return best;
}

function exchange(a: Float64Array, rowOf: Int32Array, p: number, q: number): void {
  for (let c = 0; c < SIZE; c++) {
    const kept = a[SIZE * p + c]!;
    a[SIZE * p + c] = a[SIZE * q + c]!;
    a[SIZE * q + c] = kept;
  }
  const row = rowOf[p]!;
  rowOf[p] = rowOf[q]!;
  rowOf[q] = row;
}

/** The column x[at], x[at + stride], ... of six becomes the solution for it. Written out: it is most of an elimination. */
export function solveSix({ a, rowOf }: Six, x: Float64Array, at: number, stride: number): void {
  let x0 = x[at + stride * rowOf[0]!]!;
  let x1 = x[at + stride * rowOf[1]!]!;
  let x2 = x[at + stride * rowOf[2]!]!;
  let x3 = x[at + stride * rowOf[3]!]!;
  let x4 = x[at + stride * rowOf[4]!]!;
  let x5 = x[at + stride * rowOf[5]!]!;
  x1 -= a[6]! * x0;
  x2 -= a[12]! * x0 + a[13]! * x1;
  x3 -= a[18]! * x0 + a[19]! * x1 + a[20]! * x2;
  x4 -= a[24]! * x0 + a[25]! * x1 + a[26]! * x2 + a[27]! * x3;
  x5 -= a[30]! * x0 + a[31]! * x1 + a[32]! * x2 + a[33]! * x3 + a[34]! * x4;
  x5 *= a[35]!;
  x4 = (x4 - a[29]! * x5) * a[28]!;
  x3 = (x3 - a[22]! * x4 - a[23]! * x5) * a[21]!;
  x2 = (x2 - a[15]! * x3 - a[16]! * x4 - a[17]! * x5) * a[14]!;
  x1 = (x1 - a[8]! * x2 - a[9]! * x3 - a[10]! * x4 - a[11]! * x5) * a[7]!;
  x0 = (x0 - a[1]! * x1 - a[2]! * x2 - a[3]! * x3 - a[4]! * x4 - a[5]! * x5) * a[0]!;
  x[at] = x0;
  x[at + stride] = x1;
  x[at + 2 * stride] = x2;
  x[at + 3 * stride] = x3;
  x[at + 4 * stride] = x4;
  x[at + 5 * stride] = x5;
}
