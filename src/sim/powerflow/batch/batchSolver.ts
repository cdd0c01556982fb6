import type { CompiledFlow } from '../flow';
import { createScalarSolver, type ScalarSolver } from '../scalar/solver';
import { Arena } from './arena';
import { packBranches } from './branchBlocks';
import * as header from './header';
import { reserveLoads } from './loads';
import {
  chunkResult,
  chunkStepsFor,
  type OutputPlan,
  type OutputViews,
  planOutputs,
  reserveOutputs,
} from './outputs';
import { packFlow } from './pack';
import { StepWriter } from './stepWriter';
import {
  type BatchOutputs,
  type BatchSettings,
  type BatchSolver,
  type ChunkResult,
  type KernelModule,
  type LoadSource,
  STEP_STATUS,
  type StepLoads,
} from './types';

const PAGE_BYTES = 65536;

/**
 * Power flow of many steps, LANES at a time in SIMD (README, 18). `module` is the compiled kernel, made once by the
 * shell by `compileKernel()`. Steps that the iteration gives up on go to the scalar solver's Newton.
 */
export function createKernelSolver(
  flow: CompiledFlow,
  settings: BatchSettings,
  module: KernelModule,
  outputs: BatchOutputs,
): BatchSolver {
  const plan = planOutputs(flow, outputs);
  const chunkSteps = outputs.chunkSteps ?? chunkStepsFor(flow, plan, settings.precision);
  const arena = new Arena();
  const packed = packFlow(flow, settings.reference, arena);
  packBranches(flow, plan.branches, packed.positionOfBlock, arena);
  const loadsIn = reserveLoads(packed.plan, packed.positionOfBlock, settings.precision, chunkSteps, arena);
  const viewsIn = reserveOutputs(flow, plan, packed.positionOfBlock, chunkSteps, arena);
  arena.set(header.MAX_ITERATIONS, settings.maxIterations);
  arena.set(header.POLISH, settings.precision === 'f64' ? 1 : 0);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(arena.bytes / PAGE_BYTES) });
  arena.write(memory.buffer);
  new Float64Array(memory.buffer, header.TOLERANCE_AT, 6).set([
    settings.tolerancePu,
    ...packed.perReference,
    packed.referenceSize,
    packed.referenceRatio,
  ]);
  const views = viewsIn(memory.buffer);
  const porter = loadsIn(memory.buffer);
  const { exports } = new WebAssembly.Instance(module as WebAssembly.Module, { env: { memory } });
  const solveChunk = exports['solveChunk'] as (count: number, origin: number) => void;
  return inChunks(flow, settings, plan, views, chunkSteps, memory.buffer.byteLength, (loads, from, count) => {
    porter.take(loads, count);
    solveChunk(count, from);
  });
}

/** The same by the scalar solver alone, for machines without SIMD and for rows the kernel does not take. */
export function createPlainSolver(
  flow: CompiledFlow,
  settings: BatchSettings,
  outputs: BatchOutputs,
): BatchSolver {
  const plan = planOutputs(flow, outputs);
  const chunkSteps = outputs.chunkSteps ?? chunkStepsFor(flow, plan, settings.precision);
  const arena = new Arena();
  const viewsIn = reserveOutputs(flow, plan, flow.positionOfBlock, chunkSteps, arena);
  const buffer = new ArrayBuffer(arena.bytes);
  arena.write(buffer);
  const views = viewsIn(buffer);
  return inChunks(flow, settings, plan, views, chunkSteps, arena.bytes, () => {
    views.solved.fill(0);
    views.iterations.fill(0);
  });
}

function inChunks(
  flow: CompiledFlow,
  settings: BatchSettings,
  plan: OutputPlan,
  views: OutputViews,
  chunkSteps: number,
  memoryBytes: number,
  work: (loads: StepLoads, from: number, count: number) => void,
): BatchSolver {
  const writer = new StepWriter(plan, views);
  const fallback = new Fallback(flow, settings, views, writer);
  const solve = (
    source: LoadSource,
    fromStep: number,
    stepCount: number,
    onChunk?: (result: ChunkResult) => void,
  ): void => {
    for (let done = 0; done < stepCount; done += chunkSteps) {
      const count = Math.min(chunkSteps, stepCount - done);
      const from = fromStep + done;
      const loads = source(from, count);
      work(loads, from, count);
      fallback.settle(loads, from, count);
      onChunk?.(chunkResult(views, from, count));
    }
  };
  return { chunkSteps, memoryBytes, nodes: plan.nodes, solve, extremes: () => writer.extremes() };
}

/** Steps without a solution so far: one by one, each from no load, so that none depends on another. */
class Fallback {
  private solver: ScalarSolver | undefined;
  constructor(
    private readonly flow: CompiledFlow,
    private readonly settings: BatchSettings,
    private readonly views: OutputViews,
    private readonly writer: StepWriter,
  ) {}

  settle({ pW, qVar, offset, pitch }: StepLoads, fromStep: number, count: number): void {
    const { views } = this;
    for (let step = 0; step < count; step++) {
      views.status[step] = 0;
      if (views.solved[step] === 1) continue;
      this.solver ??= createScalarSolver(this.flow, carefully(this.settings));
      this.solver.restart();
      const { status, iterations } = this.solver.solveStep(pW, qVar, offset + step, pitch);
      views.status[step] = STEP_STATUS.indexOf(status);
      views.iterations[step] = Math.min(255, views.iterations[step]! + iterations);
      this.writer.write(step, fromStep + step, this.solver.voltage, status === 'converged');
    }
  }
}

/** Few steps come here, near the nose, where what an iteration is still off is hard to estimate. */
function carefully(settings: BatchSettings): BatchSettings {
  return { ...settings, tolerancePu: 0.5 * settings.tolerancePu };
}
