import { injectChange } from './injections';
import { backward, forward } from './sweeps';
import type { Workspace } from './fixedPoint';

/** Largest number of directions; beyond it the step is taken as it is. */
const DIRECTIONS = 40;

export interface KrylovSpace {
  readonly basis: readonly Float64Array[];
  readonly hessenberg: Float64Array;
  readonly cosine: Float64Array;
  readonly sine: Float64Array;
  readonly right: Float64Array;
}

export function newKrylovSpace(size: number): KrylovSpace {
  return {
    basis: Array.from({ length: DIRECTIONS + 1 }, () => new Float64Array(size)),
    hessenberg: new Float64Array((DIRECTIONS + 1) * DIRECTIONS),
    cosine: new Float64Array(DIRECTIONS),
    sine: new Float64Array(DIRECTIONS),
    right: new Float64Array(DIRECTIONS + 1),
  };
}

/** target := K d = Y^-1 (di/dU + Y_shunt) d at the present U. The passive columns are left alone. */
export function applyLoadOperator(work: Workspace, d: Float64Array, target: Float64Array): void {
  injectChange(work.tables, work.injections, work.powers, work.u, d, work.b);
  forward(work.tables, work.b);
  backward(work.tables, work.b, target);
  for (let m = 6 * work.tables.firstActive; m < target.length; m++) target[m] = -target[m]!;
}

export function dot(a: Float64Array, b: Float64Array, from: number): number {
  let sum = 0;
  for (let m = from; m < a.length; m++) sum += a[m]! * b[m]!;
  return sum;
}

/**
 * Newton's linear system (I + K) d = g by GMRES (Saad and Schultz 1986) to the given reduction, d written into `d`. The
 * factor of Y is its preconditioner already: the eigenvalues of K are those of the fixed point's contraction, few of them
 * large, so a dozen directions do.
 */
export function solveNewtonStep(
  work: Workspace,
  space: KrylovSpace,
  g: Float64Array,
  d: Float64Array,
  reduction: number,
): void {
  const { basis, hessenberg, right } = space;
  const from = 6 * work.tables.firstActive;
  const norm = Math.sqrt(dot(g, g, from));
  d.fill(0);
  if (!(norm > 0)) return;
  const first = basis[0]!;
  for (let m = from; m < g.length; m++) first[m] = g[m]! / norm;
  right.fill(0);
  right[0] = norm;
  let used = 0;
  while (used < DIRECTIONS) {
    const next = basis[used + 1]!;
    applyLoadOperator(work, basis[used]!, next);
    for (let m = from; m < next.length; m++) next[m] = next[m]! + basis[used]![m]!;
    orthogonalise(space, used, from);
    rotate(space, used);
    used++;
    if (!(Math.abs(right[used]!) > reduction * norm)) break;
  }
  for (let row = used - 1; row >= 0; row--) {
    let sum = right[row]!;
    for (let column = row + 1; column < used; column++) {
      sum -= hessenberg[row * DIRECTIONS + column]! * right[column]!;
    }
    right[row] = sum / hessenberg[row * DIRECTIONS + row]!;
  }
  for (let column = 0; column < used; column++) {
    const weight = right[column]!;
    const direction = basis[column]!;
    for (let m = from; m < d.length; m++) d[m] = d[m]! + weight * direction[m]!;
  }
}

/** Modified Gram-Schmidt of the newest direction; its coefficients become a column of the Hessenberg matrix. */
function orthogonalise(space: KrylovSpace, column: number, from: number): void {
  const { basis, hessenberg } = space;
  const next = basis[column + 1]!;
  for (let row = 0; row <= column; row++) {
    const h = dot(next, basis[row]!, from);
    hessenberg[row * DIRECTIONS + column] = h;
    for (let m = from; m < next.length; m++) next[m] = next[m]! - h * basis[row]![m]!;
  }
  const norm = Math.sqrt(dot(next, next, from));
  hessenberg[(column + 1) * DIRECTIONS + column] = norm;
  if (norm > 0) for (let m = from; m < next.length; m++) next[m] = next[m]! / norm;
}

/** Givens rotations keep the Hessenberg matrix triangular; the last entry of `right` is then the residual. */
function rotate(space: KrylovSpace, column: number): void {
  const { hessenberg, cosine, sine, right } = space;
  for (let row = 0; row < column; row++) {
    const a = hessenberg[row * DIRECTIONS + column]!;
    const b = hessenberg[(row + 1) * DIRECTIONS + column]!;
    hessenberg[row * DIRECTIONS + column] = cosine[row]! * a + sine[row]! * b;
    hessenberg[(row + 1) * DIRECTIONS + column] = cosine[row]! * b - sine[row]! * a;
  }
  const a = hessenberg[column * DIRECTIONS + column]!;
  const b = hessenberg[(column + 1) * DIRECTIONS + column]!;
  const length = Math.sqrt(a * a + b * b);
  cosine[column] = length > 0 ? a / length : 1;
  sine[column] = length > 0 ? b / length : 0;
  hessenberg[column * DIRECTIONS + column] = length;
  right[column + 1] = -sine[column]! * right[column]!;
  right[column] = cosine[column]! * right[column]!;
}
