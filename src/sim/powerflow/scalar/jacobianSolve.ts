import { entryOf } from '../factor/factorise';
import { factorSix, newSix, solveSix } from './dense6';
import { type Jacobian, REAL_BLOCK } from './jacobian';

const COMPLEX_BLOCK = 18;

/**
 * Solves (Y + di/dU) x = b by block elimination in the manner of `factor/factorise.ts` (row sums s kept apart), on the
 * assembled matrix, which it uses up; b and x [position of the tables][3][re, im], x in place of b. False where it cannot.
 *
 * In a chain (a tree's line) D = s - Y_ki gives D^-1 Y_ki = D^-1 s - I, so that one block per column is enough:
 *
 *   W = D^-1 s,  t = D^-1 b;   s_i -= Y_ik W,  b_i -= Y_ik t;   x_k = t + x_i - W x_i
 */
export function solveJacobian(jacobian: Jacobian, b: Float64Array): boolean {
  const { pattern, place, chain, x } = jacobian;
  const { firstActive } = pattern;
  const n = place.length;
  for (let k = firstActive; k < n; k++) {
    for (let c = 0; c < 6; c++) x[6 * k + c] = b[6 * place[k]! + c]!;
  }
  for (let k = firstActive; k < n; k++) {
    if (!(chain[k] === 1 ? eliminateChain(jacobian, k) : eliminateColumn(jacobian, k))) return false;
  }
  for (let k = n - 1; k >= firstActive; k--) {
    if (chain[k] === 1) backChain(jacobian, k);
    else backColumn(jacobian, k);
    for (let c = 0; c < 6; c++) b[6 * place[k]! + c] = x[6 * k + c]!;
  }
  return true;
}

const six = newSix();

function eliminateChain(jacobian: Jacobian, k: number): boolean {
  const { pattern, branch, rowSum, x } = jacobian;
  const { a } = six;
  const entry = pattern.columnStart[k]!;
  const parent = pattern.entryRow[entry]!;
  const y = COMPLEX_BLOCK * entry;
  const s = REAL_BLOCK * k;
  for (let m = 0; m < REAL_BLOCK; m++) a[m] = rowSum[s + m]!;
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      // Y_ki, the transpose of Y_ik
      const re = branch[y + 6 * c + 2 * r]!;
      const im = branch[y + 6 * c + 2 * r + 1]!;
      const at = 12 * r + 2 * c;
      a[at] = a[at]! - re;
      a[at + 1] = a[at + 1]! + im;
      a[at + 6] = a[at + 6]! - im;
      a[at + 7] = a[at + 7]! - re;
    }
  }
  fillAbsent(jacobian, k, a);
  if (!factorSix(six)) return false;
  for (let c = 0; c < 6; c++) {
    solveSix(six, rowSum, s + c, 6);
    subtractBranch(branch, y, rowSum, s + c, REAL_BLOCK * parent + c, 6);
  }
  solveSix(six, x, 6 * k, 1);
  subtractBranch(branch, y, x, 6 * k, 6 * parent, 1);
  return true;
}

/** Column `to` of an array -= Y times its column `from`; six numbers each, `stride` apart. */
function subtractBranch(
  branch: Float64Array,
  y: number,
  a: Float64Array,
  from: number,
  to: number,
  stride: number,
): void {
  const w0 = a[from]!;
  const w1 = a[from + stride]!;
  const w2 = a[from + 2 * stride]!;
  const w3 = a[from + 3 * stride]!;
  const w4 = a[from + 4 * stride]!;
  const w5 = a[from + 5 * stride]!;
  for (let r = 0, at = to, l = y; r < 3; r++, at += 2 * stride, l += 6) {
    const l0 = branch[l]!;
    const l1 = branch[l + 1]!;
    const l2 = branch[l + 2]!;
    const l3 = branch[l + 3]!;
    const l4 = branch[l + 4]!;
    const l5 = branch[l + 5]!;
    a[at] = a[at]! - (l0 * w0 - l1 * w1 + l2 * w2 - l3 * w3 + l4 * w4 - l5 * w5);
    a[at + stride] = a[at + stride]! - (l0 * w1 + l1 * w0 + l2 * w3 + l3 * w2 + l4 * w5 + l5 * w4);
  }
}

/** One on the diagonal where there is no node: rows and columns are empty there. */
function fillAbsent({ present }: Jacobian, k: number, a: Float64Array): void {
  for (let slot = 0; slot < 3; slot++) {
    if (present[3 * k + slot] === 1) continue;
    for (let r = 2 * slot; r < 2 * slot + 2; r++) {
      a.fill(0, 6 * r, 6 * r + 6);
      a[7 * r] = 1;
    }
  }
}

function backChain({ pattern, rowSum, x }: Jacobian, k: number): void {
  const parent = 6 * pattern.entryRow[pattern.columnStart[k]!]!;
  for (let r = 0; r < 6; r++) {
    const w = REAL_BLOCK * k + 6 * r;
    let sum = x[6 * k + r]! + x[parent + r]!;
    for (let c = 0; c < 6; c++) sum -= rowSum[w + c]! * x[parent + c]!;
    x[6 * k + r] = sum;
  }
}

/** Any other column: L_ik = Y_ik D^-1; Y_ij -= L_ik Y_kj, s_i -= L_ik (s_k in its own zone, else sum of its Y_kj). */
function eliminateColumn(jacobian: Jacobian, k: number): boolean {
  const { pattern, zone, realEntry, upper, lower, rowSum, x } = jacobian;
  const first = pattern.columnStart[k]!;
  const end = pattern.columnStart[k + 1]!;
  fillColumn(jacobian, k, six.a);
  if (!factorSix(six)) return false;
  for (let c = 0; c < 6; c++) solveSix(six, rowSum, REAL_BLOCK * k + c, 6);
  solveSix(six, x, 6 * k, 1);
  for (let entry = first; entry < end; entry++) {
    for (let c = 0; c < 6; c++) solveSix(six, upper, REAL_BLOCK * realEntry[entry]! + c, 6);
  }
  for (let entry = first; entry < end; entry++) {
    const i = pattern.entryRow[entry]!;
    const l = REAL_BLOCK * realEntry[entry]!;
    subtractProduct(x, 6 * i, 1, lower, l, x, 6 * k);
    if (zone[i] === zone[k]) subtractProduct(rowSum, REAL_BLOCK * i, 6, lower, l, rowSum, REAL_BLOCK * k);
    for (let other = first; other < end; other++) {
      const j = pattern.entryRow[other]!;
      const from = REAL_BLOCK * realEntry[other]!;
      if (zone[i] !== zone[k] && zone[j] === zone[i])
        subtractProduct(rowSum, REAL_BLOCK * i, 6, lower, l, upper, from);
      if (i === j) continue;
      const block = REAL_BLOCK * realEntry[entryOf(pattern, Math.min(i, j), Math.max(i, j))]!;
      subtractProduct(i > j ? lower : upper, block, 6, lower, l, upper, from);
    }
  }
  return true;
}

/** D = s - sum of Y_ki over the column's own zone. */
function fillColumn(jacobian: Jacobian, k: number, a: Float64Array): void {
  const { pattern, zone, realEntry, upper, rowSum } = jacobian;
  for (let m = 0; m < REAL_BLOCK; m++) a[m] = rowSum[REAL_BLOCK * k + m]!;
  for (let entry = pattern.columnStart[k]!; entry < pattern.columnStart[k + 1]!; entry++) {
    if (zone[pattern.entryRow[entry]!] !== zone[k]) continue;
    const own = REAL_BLOCK * realEntry[entry]!;
    for (let m = 0; m < REAL_BLOCK; m++) a[m] = a[m]! - upper[own + m]!;
  }
  fillAbsent(jacobian, k, a);
}

/** target -= l a, with l [6][6], target and a [6][columns]. */
function subtractProduct(
  target: Float64Array,
  at: number,
  columns: number,
  l: Float64Array,
  lAt: number,
  a: Float64Array,
  from: number,
): void {
  for (let r = 0; r < 6; r++) {
    const to = at + columns * r;
    for (let m = 0; m < 6; m++) {
      const factor = l[lAt + 6 * r + m]!;
      if (factor === 0) continue;
      for (let c = 0; c < columns; c++)
        target[to + c] = target[to + c]! - factor * a[from + columns * m + c]!;
    }
  }
}

function backColumn({ pattern, realEntry, upper, x }: Jacobian, k: number): void {
  for (let entry = pattern.columnStart[k]!; entry < pattern.columnStart[k + 1]!; entry++) {
    const i = 6 * pattern.entryRow[entry]!;
    for (let r = 0; r < 6; r++) {
      const at = REAL_BLOCK * realEntry[entry]! + 6 * r;
      let sum = x[6 * k + r]!;
      for (let c = 0; c < 6; c++) sum -= upper[at + c]! * x[i + c]!;
      x[6 * k + r] = sum;
    }
  }
}
