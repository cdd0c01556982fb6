import { randomKey, uniform } from '../sim/numeric/random';
import { invertSymmetric } from '../sim/powerflow/factor/block3';
import type { FlowProblem } from '../sim/powerflow/problem';

/** A network and the loads of some steps, for measuring. */
export interface BenchCase {
  readonly problem: FlowProblem;
  /** Steps of the loads; longer runs repeat them. */
  readonly windowSteps: number;
  /** [row][step] Every load changes at every step. */
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
}

/** 20 days by the hour; of large networks 5: 1,000 buses have 23 MB of loads then, 10,000 have 58 MB, more than a cache of one core. */
export function windowStepsFor(buses: number): number {
  return buses > 2000 ? 120 : 480;
}

const FEEDER_BUSES = 250;
/** Parent = one of this many buses before. */
const REACH = 5;
const LARGEST_DROP = 0.05;

/**
 * The benchmark's own network, in per unit (base 1 VA per phase): a source, a Dyn11 transformer, and feeders of about 250
 * buses with three phases each, every bus loaded on every phase with its own wye constant power. Lines have full coupled
 * 3 x 3 impedances, not transposed; every tenth has charging. Trees up to some 76 buses deep, which is a long rural or
 * service-connection structure; impedances are scaled so that the lowest voltage of the heaviest step is about 0.957 pu.
 */
export function feederCase(
  buses: number,
  loopShare: number,
  windowSteps = windowStepsFor(buses),
  seed = 1,
): BenchCase {
  const draw = drawsOf(seed, `${buses} ${loopShare}`);
  const parent = drawTree(buses, draw);
  const base = Float64Array.from({ length: 3 * (buses - 2) }, () => draw(500, 4500));
  const lines = Array.from({ length: buses - 2 }, (_, at) => drawLine(parent[at + 2]!, at + 2, draw));
  const unit = LARGEST_DROP / deepestDrop(buses, lines, base);
  for (let loop = 0; loop < Math.round(loopShare * buses); loop++) {
    const from = 2 + Math.floor(draw(0, buses - 2));
    const to = Math.min(buses - 1, 2 + Math.floor(draw(0, buses - 2)));
    if (from !== to) lines.push(drawLine(from, to, draw));
  }
  const total = base.reduce((sum, power) => sum + power, 0);
  const series = new Float64Array(18 * lines.length);
  const shunt = new Float64Array(18 * buses);
  lines.forEach((line, m) => {
    invertSymmetric(series, 18 * m, impedance(line, unit), 0, ALL, 0, new Float64Array(3), 0);
    if (m % 10 !== 0) return;
    for (const bus of [line.from, line.to]) {
      for (let at = 0; at < 9; at++) {
        shunt[18 * bus + 2 * at + 1]! += ((at % 4 === 0 ? 1 : -0.15) * 0.03 * total) / buses;
      }
    }
  });
  const problem: FlowProblem = {
    blockCount: buses,
    present: new Uint8Array(3 * buses).fill(1),
    seriesFrom: Int32Array.from(lines, (line) => line.from),
    seriesTo: Int32Array.from(lines, (line) => line.to),
    series,
    couplingFrom: Int32Array.of(0),
    couplingTo: Int32Array.of(1),
    ...transformerAndSource(buses, total),
    shunt,
    injections: wyeRows(buses),
  };
  return { problem, windowSteps, ...drawLoads(base, windowSteps, draw) };
}

const ALL = Uint8Array.of(1, 1, 1);
export type Draw = (low: number, high: number) => number;

export function drawsOf(seed: number, name: string): Draw {
  const key = randomKey(seed, name, 'bench');
  let counter = 0;
  return (low, high) => low + (high - low) * uniform(key, counter++);
}

interface Line {
  readonly from: number;
  readonly to: number;
  readonly length: number;
  readonly rOverX: number;
  readonly skew: number;
}

function drawTree(buses: number, draw: Draw): Int32Array {
  const parent = new Int32Array(buses).fill(-1);
  for (let bus = 2; bus < buses; bus++) {
    const within = (bus - 2) % FEEDER_BUSES;
    parent[bus] = within === 0 ? 1 : bus - 1 - Math.floor(draw(0, Math.min(REACH, within)));
  }
  return parent;
}

function drawLine(from: number, to: number, draw: Draw): Line {
  return { from, to, length: draw(0.3, 1.7), rOverX: draw(0.5, 3), skew: draw(-0.3, 0.3) };
}

/** z for a line of length 1 has |z_self| = unit; mutual parts differ by pair. [3][3][re, im] */
function impedance(line: Line, unit: number): Float64Array {
  const z = new Float64Array(18);
  const x = (unit * line.length) / Math.sqrt(1 + line.rOverX * line.rOverX);
  for (let f = 0; f < 3; f++) {
    for (let g = 0; g < 3; g++) {
      const mutual = 0.35 * (1 + (f + g === 2 ? line.skew : 0));
      z[6 * f + 2 * g] = x * line.rOverX * (f === g ? 1 : 0.2);
      z[6 * f + 2 * g + 1] = x * (f === g ? 1 : mutual);
    }
  }
  return z;
}

/** Sum of length times nominal load behind it, down the deepest path, per phase. */
function deepestDrop(buses: number, lines: readonly Line[], base: Float64Array): number {
  const behind = new Float64Array(buses);
  for (let bus = buses - 1; bus >= 2; bus--) {
    for (let f = 0; f < 3; f++) behind[bus]! += base[3 * (bus - 2) + f]! / 3;
    const { from } = lines[bus - 2]!;
    if (from > 1) behind[from]! += behind[bus]!;
  }
  const drop = new Float64Array(buses);
  lines.forEach(({ from, to, length }) => (drop[to] = drop[from]! + length * behind[to]!));
  return drop.reduce((most, value) => Math.max(most, value), 0);
}

/** Source behind 1 + 5j % and a Dyn11 transformer of 1 + 6j %, both on twice the total load. */
function transformerAndSource(
  buses: number,
  total: number,
): Pick<FlowProblem, 'earth' | 'coupling' | 'sourceCurrent'> {
  const earth = new Float64Array(18 * buses);
  const coupling = new Float64Array(18);
  const sourceCurrent = new Float64Array(6 * buses);
  const rating = (2 * total) / 3;
  const [sRe, sIm] = [(rating * 0.01) / 0.0026, (-rating * 0.05) / 0.0026];
  const [tRe, tIm] = [(rating * 0.01) / 0.0037, (-rating * 0.06) / 0.0037];
  const add = (blocks: Float64Array, block: number, f: number, g: number, share: number): void => {
    blocks[18 * block + 6 * f + 2 * g]! += share * tRe;
    blocks[18 * block + 6 * f + 2 * g + 1]! += share * tIm;
  };
  const half = Math.sqrt(3) / 2;
  const phase = [
    [1, 0],
    [-0.5, -half],
    [-0.5, half],
  ] as const;
  for (let f = 0; f < 3; f++) {
    const next = (f + 1) % 3;
    earth[8 * f]! += sRe;
    earth[8 * f + 1]! += sIm;
    const [re, im] = phase[f]!;
    sourceCurrent[2 * f] = 1.02 * (sRe * re - sIm * im);
    sourceCurrent[2 * f + 1] = 1.02 * (sRe * im + sIm * re);
    // Star phase f is wound on the leg between f and f + 1: +30 degrees.
    add(earth, 0, f, f, 2 / 3);
    add(earth, 0, f, next, -1 / 3);
    add(earth, 0, next, f, -1 / 3);
    add(earth, 1, f, f, 1);
    add(coupling, 0, f, f, -1 / Math.sqrt(3));
    add(coupling, 0, next, f, 1 / Math.sqrt(3));
  }
  return { earth, coupling, sourceCurrent };
}

function wyeRows(buses: number): FlowProblem['injections'] {
  const count = 3 * (buses - 2);
  return {
    count,
    plus: Int32Array.from({ length: count }, (_, row) => 6 + row),
    minus: new Int32Array(count).fill(-1),
    ratedVoltagePu: new Float64Array(count).fill(1),
    zip: Float64Array.from({ length: 6 * count }, (_, at) => (at % 3 === 2 ? 1 : 0)),
    limits: Float64Array.from({ length: 3 * count }, (_, at) => (at % 3 === 1 ? Infinity : 0)),
  };
}

/** A day's shape, the heaviest hour at 1, times a draw of its own for every row and step. */
export function drawLoads(
  base: Float64Array,
  windowSteps: number,
  draw: Draw,
): { pW: Float64Array; qVar: Float64Array } {
  const pW = new Float64Array(base.length * windowSteps);
  const qVar = new Float64Array(base.length * windowSteps);
  const draws = Float64Array.from({ length: 8191 }, () => draw(0.6, 1.4));
  const ratio = Float64Array.from(base, () => draw(-0.05, 0.4));
  for (let row = 0; row < base.length; row++) {
    for (let step = 0; step < windowSteps; step++) {
      const hour = step % 24;
      const day = 0.35 + 0.65 * (1 - Math.abs(hour - 18) / 18);
      const at = row * windowSteps + step;
      pW[at] = base[row]! * day * draws[(row * 127 + step * 31 + (at % 509)) % draws.length]!;
      qVar[at] = pW[at]! * ratio[row]!;
    }
  }
  return { pW, qVar };
}
