import { add, complex, type Complex, conj, lusolve, multiply, slu, sparse, subtract } from 'mathjs';
import type { FlowProblem } from '../../../src/sim/powerflow/problem';

/**
 * Reference for small problems, written from the equation alone: nodal admittance matrix of the present nodes, sparse LU by
 * mathjs, currents injected until nothing moves. Voltages per unit, [block][3][re, im].
 */
type Factors = ReturnType<typeof slu>;

const times = (a: Complex, b: Complex | number): Complex => multiply(a, b) as Complex;
const plus = (a: Complex, b: Complex): Complex => add(a, b);
const minus = (a: Complex, b: Complex): Complex => subtract(a, b) as Complex;
const magnitude = (a: Complex): number => Math.sqrt(a.re * a.re + a.im * a.im);

/** Entries of Y by "row,column", nodes 3 * block + slot. */
export function nodalMatrix(problem: FlowProblem): Map<string, Complex> {
  const y = new Map<string, Complex>();
  const stamp = (row: number, column: number, re: number, im: number): void => {
    if (problem.present[row] === 0 || problem.present[column] === 0) return;
    const key = `${row},${column}`;
    const old = y.get(key) ?? complex(0, 0);
    y.set(key, complex(old.re + re, old.im + im));
  };
  const block = (
    rowBlock: number,
    columnBlock: number,
    a: Float64Array,
    m: number,
    sign: number,
    flip = false,
  ): void => {
    for (let r = 0; r < 3; r++) {
      for (let c = 0; c < 3; c++) {
        const at = 18 * m + (flip ? 6 * c + 2 * r : 6 * r + 2 * c);
        stamp(3 * rowBlock + r, 3 * columnBlock + c, sign * a[at]!, sign * a[at + 1]!);
      }
    }
  };
  problem.seriesFrom.forEach((from, m) => {
    const to = problem.seriesTo[m]!;
    block(from, from, problem.series, m, 1);
    block(to, to, problem.series, m, 1);
    block(from, to, problem.series, m, -1);
    block(to, from, problem.series, m, -1);
  });
  problem.couplingFrom.forEach((from, m) => {
    block(from, problem.couplingTo[m]!, problem.coupling, m, 1);
    block(problem.couplingTo[m]!, from, problem.coupling, m, 1, true);
  });
  for (let k = 0; k < problem.blockCount; k++) {
    block(k, k, problem.earth, k, 1);
    block(k, k, problem.shunt, k, 1);
  }
  return y;
}

/** Y v - j + i(v), the current that is missing at each node. */
export function imbalance(
  problem: FlowProblem,
  v: Float64Array,
  pW: Float64Array,
  qVar: Float64Array,
): Float64Array {
  const at = (node: number): Complex => (node < 0 ? complex(0, 0) : complex(v[2 * node]!, v[2 * node + 1]!));
  const missing = Array.from({ length: 3 * problem.blockCount }, (_, node) =>
    complex(-problem.sourceCurrent[2 * node]!, -problem.sourceCurrent[2 * node + 1]!),
  );
  for (const [key, value] of nodalMatrix(problem)) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    missing[row] = plus(missing[row]!, times(value, at(column)));
  }
  const { injections } = problem;
  for (let row = 0; row < injections.count; row++) {
    const [a, b] = [injections.plus[row]!, injections.minus[row]!];
    const current = rowCurrent(problem, row, complex(pW[row]!, qVar[row]!), minus(at(a), at(b)));
    if (a >= 0) missing[a] = plus(missing[a]!, current);
    if (b >= 0) missing[b] = minus(missing[b]!, current);
  }
  return Float64Array.from(missing, (value, node) => (problem.present[node] === 1 ? magnitude(value) : 0));
}

/** Current of a row by OpenDSS's formulas for models 1, 2, 5 and 8, in volts and siemens of the row's rated voltage. */
export function rowCurrent(problem: FlowProblem, row: number, s: Complex, v: Complex): Complex {
  const { ratedVoltagePu, zip, limits } = problem.injections;
  const base = ratedVoltagePu[row]!;
  const [minPu, maxPu, lowPu] = [0, 1, 2].map((m) => limits[3 * row + m]!) as [number, number, number];
  const size = magnitude(v);
  const yEq = times(conj(s), 1 / (base * base));
  if (size <= lowPu * base) return times(yEq, v);
  const vMin = minPu * base;
  const vLow = lowPu * base;
  const share = (y: Complex, m: number): Complex =>
    complex(y.re * zip[6 * row + m]!, y.im * zip[6 * row + 3 + m]!);
  let yI = times(yEq, base / size);
  let yP = times(yEq, (base * base) / (size * size));
  if (size <= vMin) {
    const iLow = times(yEq, vLow);
    const line = (top: Complex): Complex => {
      const slope = times(minus(top, iLow), 1 / (vMin - vLow));
      return times(plus(iLow, times(slope, size - vLow)), 1 / size);
    };
    yP = line(times(yEq, vMin / (minPu * minPu)));
    yI = line(times(yEq, base));
  } else if (size > maxPu * base) {
    yP = times(yEq, 1 / (maxPu * maxPu));
    yI = times(yEq, 1 / maxPu);
  }
  return times(plus(plus(share(yEq, 0), share(yI, 1)), share(yP, 2)), v);
}

/** Solved voltages; without loads when `pW` is left out. */
export function nodalVoltages(problem: FlowProblem, pW?: Float64Array, qVar?: Float64Array): Float64Array {
  const nodes = [...problem.present.keys()].filter((node) => problem.present[node] === 1);
  const rank = new Map(nodes.map((node, index) => [node, index]));
  const matrix = sparse();
  for (const [key, value] of nodalMatrix(problem)) {
    const [row, column] = key.split(',').map(Number) as [number, number];
    matrix.set([rank.get(row)!, rank.get(column)!], value);
  }
  const factors: Factors = slu(matrix, 1, 1);
  const solve = (right: readonly Complex[]): Complex[] =>
    (
      lusolve(
        factors,
        right.map((value) => [value]),
      ) as unknown as { toArray(): Complex[][] }
    )
      .toArray()
      .map((entry) => entry[0]!);
  const norton = nodes.map((node) =>
    complex(problem.sourceCurrent[2 * node]!, problem.sourceCurrent[2 * node + 1]!),
  );
  let voltage = solve(norton);
  for (let iteration = 0; pW && qVar && iteration < 300; iteration++) {
    const right = [...norton];
    const at = (node: number): Complex => (node < 0 ? complex(0, 0) : voltage[rank.get(node)!]!);
    for (let row = 0; row < problem.injections.count; row++) {
      const [a, b] = [problem.injections.plus[row]!, problem.injections.minus[row]!];
      const current = rowCurrent(problem, row, complex(pW[row]!, qVar[row]!), minus(at(a), at(b)));
      if (a >= 0) right[rank.get(a)!] = minus(right[rank.get(a)!]!, current);
      if (b >= 0) right[rank.get(b)!] = plus(right[rank.get(b)!]!, current);
    }
    const next = solve(right);
    const change = Math.max(...next.map((value, index) => magnitude(minus(value, voltage[index]!))));
    voltage = next;
    if (change < 1e-13) break;
  }
  const result = new Float64Array(6 * problem.blockCount);
  nodes.forEach((node, index) => {
    result[2 * node] = voltage[index]!.re;
    result[2 * node + 1] = voltage[index]!.im;
  });
  return result;
}

/** Largest |difference| of complex voltages over the present nodes. */
export function largestDifference(problem: FlowProblem, a: Float64Array, b: Float64Array): number {
  let largest = 0;
  problem.present.forEach((there, node) => {
    if (there === 0) return;
    const difference = complex(a[2 * node]! - b[2 * node]!, a[2 * node + 1]! - b[2 * node + 1]!);
    const size = magnitude(difference);
    largest = size <= largest ? largest : size;
  });
  return largest;
}
