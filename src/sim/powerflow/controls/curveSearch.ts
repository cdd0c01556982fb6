import { Mixing } from './mixing';

/**
 * Devices that follow curves of their own voltage, and the network that answers: v -> T(v) -> measured V(T(v)). At rest the
 * curves ask at the measured voltages for what was set.
 */
export interface CurveProblem {
  readonly count: number;
  /** Voltages that the network shows for what the curves ask at v; null where it has no solution. */
  respond(v: Float64Array): Float64Array | null;
  /** Largest difference of what the curves ask at two sets of voltages; 0 = at rest. */
  gap(v: Float64Array, measured: Float64Array): number;
  /** Derivative of V(T) by T times that of T by v, [count][count], at v. */
  gain(v: Float64Array): Float64Array;
}

const MIXING_ROUNDS = 24;
const NEWTON_ROUNDS = 30;
const HALVINGS = 12;

/**
 * Voltages at which network and curves meet within `tolerance`, or the nearest found: mixing first (enough where the loop's
 * gain is moderate), then Newton's method on V(T(v)) - v = 0 with the network's sensitivities taken once, halving the steps
 * that do not come nearer. Falling curves against a network whose voltages rise with the powers meet once.
 */
export function meetCurves(
  problem: CurveProblem,
  start: Float64Array,
  tolerance: number,
): { readonly v: Float64Array; readonly rests: boolean } {
  const mixed = mixedSearch(problem, start, tolerance);
  return mixed.rests ? mixed : newtonSearch(problem, mixed.v, tolerance);
}

function mixedSearch(problem: CurveProblem, start: Float64Array, tolerance: number) {
  const mixing = new Mixing();
  let v = start;
  for (let round = 0; round < MIXING_ROUNDS; round++) {
    const measured = problem.respond(v);
    if (measured !== null && problem.gap(v, measured) < tolerance) return { v, rests: true };
    const excess = measured === null ? v : difference(measured, v);
    // Full power may be more than the network takes: nearer to nominal voltage curves ask for less.
    const astray = measured === null && mixing.nearest === undefined;
    v = astray ? v.map((value) => (value + 1) / 2) : mixing.next(v, excess, measured !== null);
  }
  return { v: mixing.nearest ?? start, rests: false };
}

function newtonSearch(problem: CurveProblem, start: Float64Array, tolerance: number) {
  let v = start;
  let measured = problem.respond(v);
  for (let round = 0; round < NEWTON_ROUNDS && measured !== null; round++) {
    if (problem.gap(v, measured) < tolerance) return { v, rests: true };
    const excess = difference(measured, v);
    const step = solved(problem.gain(v), excess);
    if (step === null) break;
    const best = squares(excess);
    let nextV = v;
    let nextMeasured: Float64Array | null = null;
    for (let halving = 0, share = 1; halving < HALVINGS; halving++, share /= 2) {
      const from = v;
      const reach = share;
      nextV = from.map((value, k) => value + reach * step[k]!);
      nextMeasured = problem.respond(nextV);
      if (nextMeasured !== null && squares(difference(nextMeasured, nextV)) < best) break;
    }
    v = nextV;
    measured = nextMeasured;
  }
  return { v, rests: measured !== null && problem.gap(v, measured) < tolerance };
}

function difference(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, k) => value - b[k]!);
}

const squares = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);

/** (1 - gain) x = right, by elimination with row exchange; null where it is singular. */
function solved(gain: Float64Array, right: Float64Array): Float64Array | null {
  const n = right.length;
  const x = right.slice();
  const a = gain.map((value, at) => (at % (n + 1) === 0 ? 1 - value : 0 - value));
  for (let column = 0; column < n; column++) {
    let pivot = column;
    for (let row = column + 1; row < n; row++) {
      if (Math.abs(a[n * row + column]!) > Math.abs(a[n * pivot + column]!)) pivot = row;
    }
    if (!(Math.abs(a[n * pivot + column]!) > 0)) return null;
    exchange(a, x, n, column, pivot);
    for (let row = column + 1; row < n; row++) {
      const factor = a[n * row + column]! / a[n * column + column]!;
      if (factor === 0) continue;
      for (let k = column; k < n; k++) a[n * row + k]! -= factor * a[n * column + k]!;
      x[row]! -= factor * x[column]!;
    }
  }
  for (let row = n - 1; row >= 0; row--) {
    for (let k = row + 1; k < n; k++) x[row]! -= a[n * row + k]! * x[k]!;
    x[row]! /= a[n * row + row]!;
  }
  return x;
}

function exchange(a: Float64Array, x: Float64Array, n: number, one: number, other: number): void {
  if (one === other) return;
  for (let k = 0; k < n; k++) {
    const kept = a[n * one + k]!;
    a[n * one + k] = a[n * other + k]!;
    a[n * other + k] = kept;
  }
  const kept = x[one]!;
  x[one] = x[other]!;
  x[other] = kept;
}
