import {
  type BatchOutputs,
  type ChunkResult,
  compileKernel,
  createBatchSolver,
  type KernelModule,
} from '../sim/powerflow/batch';
import { compileFlow } from '../sim/powerflow/factor/compileFlow';
import type { CompiledFlow } from '../sim/powerflow/flow';
import { createScalarSolver } from '../sim/powerflow/scalar/solver';
import { type BenchCase, feederCase } from './benchFlow';
import { peerLikeCase } from './benchPeerGrid';

export { windowStepsFor } from './benchFlow';

export type BenchKind = 'scalar' | 'f64' | 'f32';

export const TOLERANCE_PU: Readonly<Record<BenchKind, number>> = { scalar: 1e-8, f64: 1e-8, f32: 1e-6 };

export type BenchNetwork =
  | { readonly kind: 'feeders'; readonly buses: number; readonly loopShare: number }
  | { readonly kind: 'peerLike'; readonly substations: number; readonly feeders: number };

export interface BenchJob {
  readonly network: BenchNetwork;
  readonly kind: BenchKind;
  /** Voltages written, one after the other over a window of steps; or lowest and highest of each node only. */
  readonly output: 'magnitude' | 'complex' | 'extremes';
  /** The batch solver starts from no load, not from a share of the mean loads' solution. */
  readonly fromNoLoad?: boolean;
}

export interface Prepared {
  readonly bench: BenchCase;
  readonly flow: CompiledFlow;
  /** |V| or V: [node][step] (V: [node][re, im][step]) from the batch solver, [step][node] ([re, im]) from the scalar one. */
  readonly written: Float64Array | Float32Array;
  readonly memoryBytes: number;
  /** Solves the steps, loads read and voltages written. */
  readonly solve: (fromStep: number, stepCount: number) => void;
}

export function benchCase(network: BenchNetwork): BenchCase {
  return network.kind === 'feeders'
    ? feederCase(network.buses, network.loopShare)
    : peerLikeCase(network.substations, network.feeders);
}

export function prepareBench(job: BenchJob, bench = benchCase(job.network)): Prepared {
  const outcome = compileFlow(bench.problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message ?? 'the bench case does not compile');
  const flow = outcome.value;
  const perNode = { magnitude: 1, complex: 2, extremes: 0 }[job.output];
  const numbers = 3 * bench.problem.blockCount * perNode * bench.windowSteps;
  const single = job.kind === 'f32' && job.output === 'magnitude';
  const written = single ? new Float32Array(numbers) : new Float64Array(numbers);
  const run = job.kind === 'scalar' ? scalarRun : batchRun;
  return { bench, flow, written, ...run(job, bench, flow, written) };
}

/** The same bits give the same number (FNV-1a), in whatever engine they were made. */
export function fingerprint({ buffer }: Float64Array | Float32Array): number {
  let hash = 0x811c9dc5;
  for (const word of new Uint32Array(buffer)) hash = Math.imul(hash ^ word, 0x01000193);
  return hash >>> 0;
}

type Run = Pick<Prepared, 'solve' | 'memoryBytes'>;

function outputsOf({ kind, output }: BenchJob): BatchOutputs {
  if (output === 'extremes') return { extremes: true };
  if (output === 'complex') return { voltages: 'complex64' };
  return { voltages: kind === 'f32' ? 'magnitude32' : 'magnitude64' };
}

/** One step after the other, each from the one before; with the loads as [step][row], which it reads fastest. */
function scalarRun(
  job: BenchJob,
  { pW, qVar, windowSteps }: BenchCase,
  flow: CompiledFlow,
  written: Float64Array | Float32Array,
): Run {
  const solver = createScalarSolver(flow, { tolerancePu: TOLERANCE_PU.scalar, maxIterations: 30 });
  const { voltage } = solver;
  const rows = pW.length / windowSteps;
  const [pByStep, qByStep] = [byStep(pW, windowSteps), byStep(qVar, windowSteps)];
  const nodes = voltage.length / 2;
  const write = (step: number): void => {
    if (job.output === 'complex') return written.set(voltage, 2 * nodes * step);
    for (let node = 0; node < nodes; node++) {
      const [re, im] = [voltage[2 * node]!, voltage[2 * node + 1]!];
      written[nodes * step + node] = Math.sqrt(re * re + im * im);
    }
  };
  const solve = (fromStep: number, stepCount: number): void => {
    for (let step = fromStep; step < fromStep + stepCount; step++) {
      const { status } = solver.solveStep(pByStep, qByStep, (step % windowSteps) * rows);
      if (status !== 'converged') throw new Error(`step ${step}: ${status}`);
      write(step % windowSteps);
    }
  };
  return { solve, memoryBytes: 0 };
}

/** [row][step] to [step][row]. */
function byStep(powers: Float64Array, windowSteps: number): Float64Array {
  const rows = powers.length / windowSteps;
  return powers.map((_, at) => powers[(at % rows) * windowSteps + Math.floor(at / rows)]!);
}

let kernel: KernelModule | undefined;

function batchRun(
  job: BenchJob,
  bench: BenchCase,
  flow: CompiledFlow,
  written: Float64Array | Float32Array,
): Run {
  const { pW, qVar, windowSteps } = bench;
  kernel ??= compileKernel();
  // Without it the solver would quietly be the scalar one.
  if (kernel === undefined) throw new Error('no WebAssembly SIMD here');
  const precision = job.kind === 'f32' ? 'f32' : 'f64';
  const solver = createBatchSolver(
    flow,
    {
      tolerancePu: TOLERANCE_PU[precision],
      maxIterations: 30,
      precision,
      ...(job.fromNoLoad
        ? {}
        : { reference: { pW: means(pW, windowSteps), qVar: means(qVar, windowSteps) } }),
    },
    kernel,
    outputsOf(job),
  );
  const rows = solver.nodes.length * { extremes: 0, complex: 2, magnitude: 1 }[job.output];
  const write = (chunk: ChunkResult): void => {
    if (chunk.status.some((status) => status !== 0)) throw new Error('a step was not solved');
    const at = chunk.fromStep % windowSteps;
    for (let row = 0; row < rows; row++) chunk.copyVoltages(row, written, row * windowSteps + at);
  };
  const source = (fromStep: number) => ({ pW, qVar, offset: fromStep % windowSteps, pitch: windowSteps });
  const solve = (fromStep: number, stepCount: number): void => {
    // No chunk runs over the window's end.
    for (let step = fromStep; step < fromStep + stepCount;) {
      const count = Math.min(fromStep + stepCount - step, windowSteps - (step % windowSteps));
      solver.solve(source, step, count, write);
      step += count;
    }
  };
  return { solve, memoryBytes: solver.memoryBytes };
}

function means(powers: Float64Array, windowSteps: number): Float64Array {
  return Float64Array.from({ length: powers.length / windowSteps }, (_, row) => {
    let sum = 0;
    for (let step = 0; step < windowSteps; step++) sum += powers[row * windowSteps + step]!;
    return sum / windowSteps;
  });
}
