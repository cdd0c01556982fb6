import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { invertSymmetric } from '../../../src/sim/powerflow/factor/block3';
import type { FlowProblem } from '../../../src/sim/powerflow/problem';

/** Seeded random problems in per unit: a tree of coupled lines behind a source, and what the options add. */
export interface ProblemOptions {
  readonly seed: number;
  readonly blockCount: number;
  /** Lines beyond the tree. */
  readonly loops?: number;
  /** Share of lines on which phases end (one- and two-phase laterals). */
  readonly laterals?: number;
  /** Winding between block 0 (source) and block 1; 'Dd0' leaves block 1 on floating. */
  readonly winding?: 'none' | 'Dyn1' | 'Dd0';
  /** Share of blocks with rows; 1 = every node of every block. */
  readonly loaded?: number;
  /** Share of rows between two phases. */
  readonly delta?: number;
  /** Share of rows that are a random ZIP mix. */
  readonly zip?: number;
  /** [min, max, low] for every row. */
  readonly limits?: readonly [number, number, number];
  /** Charging power of all lines beside all load. */
  readonly charging?: number;
  /** Largest voltage drop to aim at. */
  readonly drop?: number;
  /** Admittance to earth at block 1, per unit (a floating part needs some). */
  readonly holdPu?: number;
  /** Parent is one of this many blocks before: 1 = a chain. */
  readonly reach?: number;
}

export interface LoadedProblem {
  readonly problem: FlowProblem;
  /** [row] */
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

const HALF_ROOT3 = Math.sqrt(3) / 2;
/** 1, a^2, a */
const ROTATION = [
  [1, 0],
  [-0.5, -HALF_ROOT3],
  [-0.5, HALF_ROOT3],
] as const;

export function randomProblem(options: ProblemOptions): LoadedProblem {
  const key = randomKey(options.seed, 'problem', 'test');
  let counter = 0;
  const draw = (low = 0, high = 1): number => low + (high - low) * uniform(key, counter++);
  const n = options.blockCount;
  const winding = options.winding ?? 'none';
  const present = new Uint8Array(3 * n).fill(1);
  const lines = drawLines(options, draw, present);
  const rows = drawRows(options, draw, present);
  const total = rows.reduce((sum, row) => sum + Math.abs(row.pW), 1);
  const unit = (options.drop ?? 0.08) / worstDrop(n, lines, rows);
  const series = new Float64Array(18 * lines.length);
  const shunt = new Float64Array(18 * n);
  lines.forEach((line, m) => {
    lineAdmittance(line, unit, present, series, m);
    const charge = (((options.charging ?? 0) * total) / lines.length / 6) * draw(0.5, 1.5);
    for (const block of [line.from, line.to]) stampCharge(shunt, block, charge, line, present);
  });
  const earth = new Float64Array(18 * n);
  const sourceCurrent = new Float64Array(6 * n);
  const y: [number, number] = [10 * total, -50 * total];
  for (let f = 0; f < 3; f++) {
    add(earth, 0, f, f, y[0], y[1]);
    const [c, s] = ROTATION[f]!;
    sourceCurrent[2 * f] = 1.02 * (y[0] * c - y[1] * s);
    sourceCurrent[2 * f + 1] = 1.02 * (y[0] * s + y[1] * c);
    if (options.holdPu !== undefined) add(shunt, 1, f, f, options.holdPu, 0);
  }
  const coupling = new Float64Array(winding === 'none' ? 0 : 18);
  if (winding !== 'none') stampWinding(winding, total, earth, coupling);
  const problem: FlowProblem = {
    blockCount: n,
    present,
    seriesFrom: Int32Array.from(lines, (line) => line.from),
    seriesTo: Int32Array.from(lines, (line) => line.to),
    series,
    couplingFrom: Int32Array.from(winding === 'none' ? [] : [0]),
    couplingTo: Int32Array.from(winding === 'none' ? [] : [1]),
    coupling,
    earth,
    shunt,
    sourceCurrent,
    injections: {
      count: rows.length,
      plus: Int32Array.from(rows, (row) => row.plus),
      minus: Int32Array.from(rows, (row) => row.minus),
      ratedVoltagePu: Float64Array.from(rows, (row) => (row.minus < 0 ? 1 : Math.sqrt(3))),
      zip: Float64Array.from(rows.flatMap((row) => row.zip)),
      limits: Float64Array.from(rows.flatMap(() => options.limits ?? [0, Infinity, 0])),
    },
  };
  return {
    problem,
    pW: Float64Array.from(rows, (row) => row.pW),
    qVar: Float64Array.from(rows, (row) => row.qVar),
  };
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly rOverX: number;
  /** Skew of the mutual parts: 0 = transposed. */
  readonly skew: number;
}

interface Row {
  readonly plus: number;
  readonly minus: number;
  readonly pW: number;
  readonly qVar: number;
  readonly zip: readonly number[];
}

type Draw = (low?: number, high?: number) => number;

function drawLines(options: ProblemOptions, draw: Draw, present: Uint8Array): Line[] {
  const lines: Line[] = [];
  const shape = () => ({ length: draw(0.3, 1.7), rOverX: draw(0.5, 3), skew: draw(-0.3, 0.3) });
  const first = (options.winding ?? 'none') === 'none' ? 1 : 2;
  for (let block = first; block < options.blockCount; block++) {
    const reach = Math.min(options.reach ?? 6, block - first + 1);
    const from = block - 1 - Math.floor(draw() * reach);
    const ends = draw() < (options.laterals ?? 0);
    const kept = Math.floor(draw() * 3);
    for (let f = 0; f < 3; f++) present[3 * block + f] = present[3 * from + f]!;
    if (ends) {
      // One phase goes on, or two of three; never none.
      const alone = draw() < 0.5;
      const carried = [0, 1, 2].filter((f) => present[3 * from + f] === 1);
      const left = alone ? [carried[kept % carried.length]!] : carried.slice(0, 2);
      for (let f = 0; f < 3; f++) present[3 * block + f] = left.includes(f) ? 1 : 0;
    }
    lines.push({ from, to: block, ...shape() });
  }
  for (let loop = 0; loop < (options.loops ?? 0); loop++) {
    const from = first + Math.floor(draw() * (options.blockCount - first));
    const to = first + Math.floor(draw() * (options.blockCount - first));
    const extra = { from, to, ...shape() };
    const shared = [0, 1, 2].some((f) => present[3 * from + f] === 1 && present[3 * to + f] === 1);
    if (from !== to && shared) lines.push(extra);
  }
  return lines;
}

function drawRows(options: ProblemOptions, draw: Draw, present: Uint8Array): Row[] {
  const rows: Row[] = [];
  const first = (options.winding ?? 'none') === 'none' ? 1 : 2;
  for (let block = first; block < options.blockCount; block++) {
    if (draw() >= (options.loaded ?? 1)) continue;
    for (let f = 0; f < 3; f++) {
      const next = (f + 1) % 3;
      const between = draw() < (options.delta ?? 0);
      const [pW, ratio, mixed] = [draw(200, 2500), draw(-0.1, 0.5), draw() < (options.zip ?? 0)];
      const mix = [draw(), draw(), draw(), draw()];
      if (present[3 * block + f] === 0 || (between && present[3 * block + next] === 0)) continue;
      const zip = mixed
        ? [mix[0]! * 0.5, mix[1]! * 0.5, 1 - (mix[0]! + mix[1]!) * 0.5].concat([
            mix[2]! * 0.5,
            mix[3]! * 0.5,
            1 - (mix[2]! + mix[3]!) * 0.5,
          ])
        : [0, 0, 1, 0, 0, 1];
      rows.push({
        plus: 3 * block + f,
        minus: between ? 3 * block + next : -1,
        pW,
        qVar: pW * ratio,
        zip,
      });
    }
  }
  return rows;
}

/** Largest drop of any phase down the tree with unit impedance per length, all load at its nominal. */
function worstDrop(n: number, lines: readonly Line[], rows: readonly Row[]): number {
  const load = new Float64Array(3 * n);
  for (const row of rows) {
    const size = Math.sqrt(row.pW ** 2 + row.qVar ** 2);
    for (const node of [row.plus, row.minus]) if (node >= 0) load[node]! += row.minus < 0 ? size : size / 2;
  }
  const toParent = new Map<number, Line>();
  for (const line of lines) if (line.from < line.to && !toParent.has(line.to)) toParent.set(line.to, line);
  for (let node = 3 * n - 1; node > 2; node--) {
    const line = toParent.get(Math.floor(node / 3));
    if (line) load[3 * line.from + (node % 3)]! += load[node]!;
  }
  const drop = new Float64Array(3 * n);
  for (let node = 3; node < 3 * n; node++) {
    const line = toParent.get(Math.floor(node / 3));
    if (line) drop[node] = drop[3 * line.from + (node % 3)]! + line.length * load[node]!;
  }
  return Math.max(
    1e-9,
    drop.reduce((worst, value) => Math.max(worst, value), 0),
  );
}

function lineAdmittance(
  line: Line,
  unit: number,
  present: Uint8Array,
  series: Float64Array,
  m: number,
): void {
  const z = new Float64Array(18);
  const size = unit * line.length;
  const x = size / Math.sqrt(1 + line.rOverX ** 2);
  for (let f = 0; f < 3; f++) {
    for (let g = 0; g < 3; g++) {
      const mutual = 0.35 * (1 + (f + g === 2 ? line.skew : 0));
      z[6 * f + 2 * g] = f === g ? x * line.rOverX : 0.2 * x * line.rOverX;
      z[6 * f + 2 * g + 1] = f === g ? x : x * mutual;
    }
  }
  const both = Uint8Array.from([0, 1, 2], (f) => present[3 * line.from + f]! & present[3 * line.to + f]!);
  invertSymmetric(series, 18 * m, z, 0, both, 0, new Float64Array(3), 0);
}

function stampCharge(
  shunt: Float64Array,
  block: number,
  charge: number,
  line: Line,
  present: Uint8Array,
): void {
  for (let f = 0; f < 3; f++) {
    for (let g = 0; g < 3; g++) {
      const carried =
        present[3 * line.from + f]! &
        present[3 * line.to + f]! &
        present[3 * line.from + g]! &
        present[3 * line.to + g]!;
      if (carried === 1) add(shunt, block, f, g, 0, f === g ? charge : -0.15 * charge);
    }
  }
}

function stampWinding(
  winding: 'Dyn1' | 'Dd0',
  total: number,
  earth: Float64Array,
  coupling: Float64Array,
): void {
  const re = 8 * total;
  const im = -24 * total;
  const root = 1 / Math.sqrt(3);
  for (let f = 0; f < 3; f++) {
    // Dyn1: star phase f is driven by v_f - v_(f-1) of the delta side; Dd0: coil f lies between f and f + 1 on both.
    const [plus, minus] = winding === 'Dyn1' ? [f, (f + 2) % 3] : [f, (f + 1) % 3];
    const far: [number, number][] =
      winding === 'Dyn1'
        ? [[f, 1]]
        : [
            [plus, root],
            [minus, -root],
          ];
    const near: [number, number][] = [
      [plus, root],
      [minus, -root],
    ];
    const third = 1 / 3;
    for (const [a, s] of near) {
      for (const [b, t] of near)
        add(earth, 0, a, b, Math.sign(s * t) * third * re, Math.sign(s * t) * third * im);
      for (const [b, t] of far) add(coupling, 0, a, b, -s * t * re, -s * t * im);
    }
    for (const [a, s] of far) {
      for (const [b, t] of far) {
        const share = winding === 'Dyn1' ? 1 : Math.sign(s * t) * third;
        add(earth, 1, a, b, share * re, share * im);
      }
    }
  }
}

function add(target: Float64Array, block: number, row: number, column: number, re: number, im: number): void {
  const at = 18 * block + 6 * row + 2 * column;
  target[at]! += re;
  target[at + 1]! += im;
}
