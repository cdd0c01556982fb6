import {
  type BatchOutputs,
  type BatchSettings,
  type ChunkResult,
  compileKernel,
  createBatchSolver,
  type KernelModule,
  type LoadSource,
} from '../../../../src/sim/powerflow/batch';
import { compileFlow } from '../../../../src/sim/powerflow/factor/compileFlow';
import type { CompiledFlow } from '../../../../src/sim/powerflow/flow';
import { createScalarSolver } from '../../../../src/sim/powerflow/scalar/solver';
import { type ProblemOptions, randomProblem } from '../problems';

/** Each names a branch of the kernel that nothing else reaches. */
export const CASES: Readonly<Record<string, ProblemOptions>> = {
  tree: { seed: 1, blockCount: 40 },
  chain: { seed: 9, blockCount: 30, reach: 1 },
  meshed: { seed: 2, blockCount: 60, loops: 5 },
  'meshed with charging in the factor': { seed: 12, blockCount: 50, loops: 4, charging: 0.3 },
  'delta and mixed rows': { seed: 3, blockCount: 40, delta: 0.4, zip: 0.5, loops: 1, drop: 0.15 },
  'one- and two-phase laterals, part unloaded': { seed: 4, blockCount: 60, laterals: 0.3, loaded: 0.5 },
  'Dyn winding and charging': { seed: 5, blockCount: 60, winding: 'Dyn1', charging: 0.02, loops: 2 },
  'floating on delta windings': { seed: 6, blockCount: 30, winding: 'Dd0', delta: 1, holdPu: 1e-3 },
  'voltage limits, all ranges': { seed: 7, blockCount: 40, limits: [0.97, 1.0, 0.94], drop: 0.2 },
  'voltage limits on delta and mixed rows': {
    seed: 8,
    blockCount: 40,
    limits: [0.97, 1.0, 0.94],
    drop: 0.2,
    delta: 0.4,
    zip: 0.5,
  },
};

export interface BatchCase {
  readonly flow: CompiledFlow;
  readonly rows: number;
  /** [row][step] */
  readonly pW: Float64Array;
  readonly qVar: Float64Array;
  readonly steps: number;
}

/** Every row between 30 % and 100 % of its power, another share at each step. */
export function batchCase(options: ProblemOptions, steps: number): BatchCase {
  const { problem, pW: p, qVar: q } = randomProblem(options);
  const outcome = compileFlow(problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message);
  const pW = new Float64Array(p.length * steps);
  const qVar = new Float64Array(p.length * steps);
  for (let row = 0; row < p.length; row++) {
    for (let step = 0; step < steps; step++) {
      const share = 0.3 + (0.7 * ((row * 7919 + step * 104729) % 1009)) / 1009;
      pW[row * steps + step] = p[row]! * share;
      qVar[row * steps + step] = q[row]! * share;
    }
  }
  return { flow: outcome.value, rows: p.length, pW, qVar, steps };
}

export const kernel = compileKernel();

/** Complex voltages [step][node][re, im] of steps [from, from + count), and what else the solver said. */
export function solveBatch(
  batch: BatchCase,
  settings: Partial<BatchSettings> = {},
  outputs: BatchOutputs = {},
  from = 0,
  count = batch.steps,
  module: KernelModule | undefined = kernel,
  onChunk?: (chunk: ChunkResult) => void,
) {
  const all: BatchSettings = { tolerancePu: 1e-8, maxIterations: 60, precision: 'f64', ...settings };
  const solver = createBatchSolver(batch.flow, all, module, { voltages: 'complex64', ...outputs });
  const numbers = 2 * solver.nodes.length;
  const voltages = new Float64Array(numbers * batch.steps).fill(NaN);
  const status = new Uint8Array(batch.steps).fill(255);
  const iterations = new Uint8Array(batch.steps);
  const { pW, qVar, steps } = batch;
  const loads: LoadSource = (fromStep) => ({ pW, qVar, offset: fromStep, pitch: steps });
  solver.solve(loads, from, count, (chunk) => {
    const row = new Float64Array(chunk.stepCount);
    for (let number = 0; number < numbers; number++) {
      chunk.copyVoltages(number, row, 0);
      row.forEach((value, step) => (voltages[(chunk.fromStep + step) * numbers + number] = value));
    }
    status.set(chunk.status, chunk.fromStep);
    iterations.set(chunk.iterations, chunk.fromStep);
    onChunk?.(chunk);
  });
  return { solver, voltages, numbers, status, iterations };
}

/** The same from the scalar solver, each step from no load. */
export function solveScalar(batch: BatchCase, nodes: Int32Array, tolerancePu: number): Float64Array {
  const scalar = createScalarSolver(batch.flow, { tolerancePu, maxIterations: 100 });
  const voltages = new Float64Array(2 * nodes.length * batch.steps);
  for (let step = 0; step < batch.steps; step++) {
    scalar.restart();
    const { status } = scalar.solveStep(batch.pW, batch.qVar, step, batch.steps);
    if (status !== 'converged') throw new Error(`scalar: step ${step} ${status}`);
    nodes.forEach((node, at) => {
      const to = 2 * (step * nodes.length + at);
      voltages[to] = scalar.voltage[2 * node]!;
      voltages[to + 1] = scalar.voltage[2 * node + 1]!;
    });
  }
  return voltages;
}

export function largestDifference(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let at = 0; at < a.length; at += 2) {
    const square = (a[at]! - b[at]!) ** 2 + (a[at + 1]! - b[at + 1]!) ** 2;
    if (!(square <= largest)) largest = square;
  }
  return Math.sqrt(largest);
}
