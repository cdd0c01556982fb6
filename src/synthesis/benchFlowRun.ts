import {
  type ChunkResult,
  compileKernel,
  createBatchSolver,
  type KernelModule,
} from '../sim/powerflow/batch';
import { compileFlow } from '../sim/powerflow/factor/compileFlow';
import type { CompiledFlow } from '../sim/powerflow/flow';
import { createScalarSolver } from '../sim/powerflow/scalar/solver';
import { benchCase, type BenchCase, WINDOW_STEPS } from './benchFlow';

export type BenchKind = 'scalar' | 'f64' | 'f32';

export const TOLERANCE_PU: Readonly<Record<BenchKind, number>> = { scalar: 1e-8, f64: 1e-8, f32: 1e-6 };

export interface BenchJob {
  readonly buses: number;
  readonly loopShare: number;
  readonly kind: BenchKind;
  /** Steps of the output kept: [node][step], longer runs write over them. */
  readonly outputSteps: number;
}

export interface Prepared {
  readonly bench: BenchCase;
  readonly flow: CompiledFlow;
  readonly magnitude: Float64Array | Float32Array;
  readonly memoryBytes: number;
  /** Solves the steps and writes all |V|: [node][step] from the batch solver, [step][node] from the scalar one. */
  readonly solve: (fromStep: number, stepCount: number) => void;
}

export function prepareBench(job: BenchJob, bench = benchCase(job.buses, job.loopShare)): Prepared {
  const outcome = compileFlow(bench.problem);
  if (!outcome.ok) throw new Error(outcome.issues[0]?.message ?? 'the bench case does not compile');
  const flow = outcome.value;
  const numbers = 3 * job.buses * job.outputSteps;
  const magnitude = job.kind === 'f32' ? new Float32Array(numbers) : new Float64Array(numbers);
  const { solve, memoryBytes } =
    job.kind === 'scalar' ? scalarRun(job, bench, flow, magnitude) : batchRun(job, bench, flow, magnitude);
  return { bench, flow, magnitude, memoryBytes, solve };
}

function scalarRun(
  job: BenchJob,
  { pW, qVar }: BenchCase,
  flow: CompiledFlow,
  magnitude: Float64Array | Float32Array,
): Pick<Prepared, 'solve' | 'memoryBytes'> {
  const solver = createScalarSolver(flow, { tolerancePu: TOLERANCE_PU.scalar, maxIterations: 30 });
  const nodes = 3 * job.buses;
  const { voltage } = solver;
  const solve = (fromStep: number, stepCount: number): void => {
    for (let step = fromStep; step < fromStep + stepCount; step++) {
      const { status } = solver.solveStep(pW, qVar, step % WINDOW_STEPS, WINDOW_STEPS);
      if (status !== 'converged') throw new Error(`step ${step}: ${status}`);
      const to = (step % job.outputSteps) * nodes;
      for (let node = 0; node < nodes; node++) {
        const [re, im] = [voltage[2 * node]!, voltage[2 * node + 1]!];
        magnitude[to + node] = Math.sqrt(re * re + im * im);
      }
    }
  };
  return { solve, memoryBytes: 0 };
}

let kernel: KernelModule | undefined;

function batchRun(
  job: BenchJob,
  { pW, qVar }: BenchCase,
  flow: CompiledFlow,
  magnitude: Float64Array | Float32Array,
): Pick<Prepared, 'solve' | 'memoryBytes'> {
  kernel ??= compileKernel();
  const precision = job.kind === 'f32' ? 'f32' : 'f64';
  const written = job.outputSteps > 0;
  const solver = createBatchSolver(
    flow,
    {
      tolerancePu: TOLERANCE_PU[precision],
      maxIterations: 30,
      precision,
      reference: { pW: meanOfRows(pW), qVar: meanOfRows(qVar) },
    },
    kernel,
    {
      ...(written ? { voltages: precision === 'f32' ? 'magnitude32' : 'magnitude64' } : { extremes: true }),
      // The window is a chunk: none runs over its end.
      chunkSteps: WINDOW_STEPS,
    },
  );
  const write = (chunk: ChunkResult): void => {
    if (chunk.status.some((status) => status !== 0)) throw new Error('a step was not solved');
    if (!written) return;
    const at = chunk.fromStep % job.outputSteps;
    for (let node = 0; node < solver.nodes.length; node++) {
      chunk.copyVoltages(node, magnitude, node * job.outputSteps + at);
    }
  };
  const source = (fromStep: number) => ({ pW, qVar, offset: fromStep % WINDOW_STEPS, pitch: WINDOW_STEPS });
  return {
    memoryBytes: solver.memoryBytes,
    solve: (fromStep, stepCount) => solver.solve(source, fromStep, stepCount, write),
  };
}

function meanOfRows(powers: Float64Array): Float64Array {
  return Float64Array.from({ length: powers.length / WINDOW_STEPS }, (_, row) => {
    let sum = 0;
    for (let step = 0; step < WINDOW_STEPS; step++) sum += powers[row * WINDOW_STEPS + step]!;
    return sum / WINDOW_STEPS;
  });
}
