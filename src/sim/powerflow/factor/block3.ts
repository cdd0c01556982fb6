/**
 * Arithmetic on 3 x 3 complex blocks that lie in large arrays: `[row][column][re, im]`, 18 numbers from an offset on.
 * Not for the iteration itself (that is unrolled in the solvers) but for what happens once per topology.
 */
export const BLOCK_SIZE = 18;

/** target = a b */
export function multiply(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
): void {
  target.fill(0, targetAt, targetAt + BLOCK_SIZE);
  accumulate(target, targetAt, a, aAt, b, bAt, 1, false);
}

/** target -= a b */
export function subtractProduct(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
): void {
  accumulate(target, targetAt, a, aAt, b, bAt, -1, false);
}

/** target -= a b' (plain transpose) */
export function subtractProductTransposed(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
): void {
  accumulate(target, targetAt, a, aAt, b, bAt, -1, true);
}

function accumulate(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  b: Float64Array,
  bAt: number,
  sign: number,
  transposed: boolean,
): void {
  const stepInner = transposed ? 2 : 6;
  const stepColumn = transposed ? 6 : 2;
  for (let r = 0; r < 3; r++) {
    const a0 = aAt + 6 * r;
    for (let c = 0; c < 3; c++) {
      const b0 = bAt + stepColumn * c;
      let re = 0;
      let im = 0;
      for (let m = 0; m < 3; m++) {
        const aRe = a[a0 + 2 * m]!;
        const aIm = a[a0 + 2 * m + 1]!;
        const bRe = b[b0 + stepInner * m]!;
        const bIm = b[b0 + stepInner * m + 1]!;
        re += aRe * bRe - aIm * bIm;
        im += aRe * bIm + aIm * bRe;
      }
      const at = targetAt + 6 * r + 2 * c;
      target[at] = target[at]! + sign * re;
      target[at + 1] = target[at + 1]! + sign * im;
    }
  }
}

/** target += sign * a, or its transpose */
export function addBlock(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  sign: number,
  transposed = false,
): void {
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      const from = aAt + (transposed ? 6 * c + 2 * r : 6 * r + 2 * c);
      const to = targetAt + 6 * r + 2 * c;
      target[to] = target[to]! + sign * a[from]!;
      target[to + 1] = target[to + 1]! + sign * a[from + 1]!;
    }
  }
}

/** target[3][re, im] += sign * a x, with x[3][re, im]; or a' x. */
export function addTimesVector(
  target: Float64Array,
  targetAt: number,
  a: Float64Array,
  aAt: number,
  x: Float64Array,
  xAt: number,
  sign: number,
  transposed = false,
): void {
  for (let r = 0; r < 3; r++) {
    let re = 0;
    let im = 0;
    for (let m = 0; m < 3; m++) {
      const at = aAt + (transposed ? 6 * m + 2 * r : 6 * r + 2 * m);
      const xRe = x[xAt + 2 * m]!;
      const xIm = x[xAt + 2 * m + 1]!;
      re += a[at]! * xRe - a[at + 1]! * xIm;
      im += a[at]! * xIm + a[at + 1]! * xRe;
    }
    target[targetAt + 2 * r] = target[targetAt + 2 * r]! + sign * re;
    target[targetAt + 2 * r + 1] = target[targetAt + 2 * r + 1]! + sign * im;
  }
}

/** Largest row sum of magnitudes (each taken as |re| + |im|). */
export function rowSumNorm(a: Float64Array, at: number): number {
  let largest = 0;
  for (let r = 0; r < 3; r++) {
    let sum = 0;
    for (let m = 0; m < 6; m++) sum += Math.abs(a[at + 6 * r + m]!);
    largest = Math.max(largest, sum);
  }
  return largest;
}

/**
 * Inverse of a complex symmetric block over its present slots, by symmetric elimination with the largest remaining
 * diagonal (relative to its row and to `scale`, the size of the terms each diagonal was summed from) as pivot. Absent rows and columns
 * become zero. Returns the slot whose pivot drowned in rounding, or -1.
 */
export function invertSymmetric(
  target: Float64Array,
  targetAt: number,
  source: Float64Array,
  sourceAt: number,
  present: Uint8Array,
  presentAt: number,
  scale: Float64Array,
  scaleAt: number,
): number {
  const a = work;
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      const kept = present[presentAt + r] === 1 && present[presentAt + c] === 1;
      const at = 6 * r + 2 * c;
      const mirror = 6 * c + 2 * r;
      a[at] = kept ? 0.5 * (source[sourceAt + at]! + source[sourceAt + mirror]!) : 0;
      a[at + 1] = kept ? 0.5 * (source[sourceAt + at + 1]! + source[sourceAt + mirror + 1]!) : 0;
    }
    done[r] = present[presentAt + r] === 1 ? 0 : 1;
    size[r] = Math.max(largestOfRow(a, 6 * r), scale[scaleAt + r]!);
  }
  for (let step = 0; step < 3; step++) {
    const p = largestPivot();
    if (p < 0) break;
    const magnitude = Math.abs(a[8 * p]!) + Math.abs(a[8 * p + 1]!);
    if (!(magnitude > SINGULAR * size[p]!)) return p;
    sweep(p);
  }
  for (let m = 0; m < BLOCK_SIZE; m++) target[targetAt + m] = a[m]!;
  return -1;
}

/** A pivot this small beside the terms that made it is rounding: the part of the network has no hold to earth. */
const SINGULAR = 1e-13;
const work = new Float64Array(BLOCK_SIZE);
const done = new Uint8Array(3);
const size = new Float64Array(3);

function largestOfRow(a: Float64Array, at: number): number {
  let largest = 0;
  for (let c = 0; c < 6; c += 2) {
    largest = Math.max(largest, Math.abs(a[at + c]!) + Math.abs(a[at + c + 1]!));
  }
  return largest;
}

function largestPivot(): number {
  let best = -1;
  let bestValue = -1;
  for (let r = 0; r < 3; r++) {
    if (done[r] === 1) continue;
    const value = (Math.abs(work[8 * r]!) + Math.abs(work[8 * r + 1]!)) / (size[r]! || 1);
    if (value > bestValue || best < 0) {
      best = r;
      bestValue = value;
    }
  }
  return best;
}

/** Gauss-Jordan step in place: after one step per slot the matrix has become its inverse. */
function sweep(p: number): void {
  const a = work;
  const re = a[8 * p]!;
  const im = a[8 * p + 1]!;
  const square = re * re + im * im;
  const dRe = re / square;
  const dIm = -im / square;
  for (let r = 0; r < 3; r++) {
    if (r === p) continue;
    const fRe = a[6 * r + 2 * p]! * dRe - a[6 * r + 2 * p + 1]! * dIm;
    const fIm = a[6 * r + 2 * p]! * dIm + a[6 * r + 2 * p + 1]! * dRe;
    for (let c = 0; c < 3; c++) {
      if (c === p) continue;
      const gRe = a[6 * p + 2 * c]!;
      const gIm = a[6 * p + 2 * c + 1]!;
      const at = 6 * r + 2 * c;
      a[at] = a[at]! - (fRe * gRe - fIm * gIm);
      a[at + 1] = a[at + 1]! - (fRe * gIm + fIm * gRe);
    }
    a[6 * r + 2 * p] = -fRe;
    a[6 * r + 2 * p + 1] = -fIm;
  }
  for (let c = 0; c < 3; c++) {
    if (c === p) continue;
    const gRe = a[6 * p + 2 * c]!;
    const gIm = a[6 * p + 2 * c + 1]!;
    a[6 * p + 2 * c] = gRe * dRe - gIm * dIm;
    a[6 * p + 2 * c + 1] = gRe * dIm + gIm * dRe;
  }
  a[8 * p] = dRe;
  a[8 * p + 1] = dIm;
  done[p] = 1;
}
