import { chunkRange } from '../sim/arrays/calendar';
import { NETWORK_CHUNK, type NetworkChunk } from '../sim/arrays/chunk';
import { allocate } from '../sim/arrays/layout';
import {
  busVoltageMagnitudes,
  createBranchStep,
  createWorkspace,
  deriveBranches,
  solveStep,
  type BranchStep,
  type Workspace,
} from '../sim/powerflow';
import type { CompiledRun } from './compiledRun';

/** Voltage band of EN 50160 at LV and MV, pu of nominal. */
export const VOLTAGE_BAND_PU = { lower: 0.9, upper: 1.1 };

/** Net phase loads of all buildings during a chunk, and net charging of the storages. Step innermost. */
export interface ChunkInjections {
  /** [building][phase][step], positive = import from the grid. */
  readonly netPW: Float64Array;
  readonly netQVar: Float64Array;
  /** [storage][step], charge less discharge. */
  readonly storageNetW: Float64Array;
}

/** Calls `record` after each solved step of a chunk with the flow of that step. Starts flat: bits depend on the chunk alone. */
export function forEachSolvedStep(
  run: CompiledRun,
  chunk: number,
  injections: ChunkInjections,
  record: (step: number, iterations: number, workspace: Workspace, branches: BranchStep) => void,
): void {
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const steps = toStep - fromStep;
  const workspace = createWorkspace(run.network);
  const branches = createBranchStep(run.network);
  const { netPW, netQVar, storageNetW } = injections;
  for (let step = 0; step < steps; step += 1) {
    const iterations = solveStep(
      run.network,
      workspace,
      netPW,
      netQVar,
      step,
      3 * steps,
      steps,
      storageNetW,
      step,
      steps,
    );
    deriveBranches(run.network, workspace, branches);
    record(step, iterations, workspace, branches);
  }
}

/** Solves every step of a chunk and keeps extremes, sums and the series of transformers and feeders. */
export function networkChunk(run: CompiledRun, chunk: number, injections: ChunkInjections): NetworkChunk {
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const steps = toStep - fromStep;
  const { rows } = run;
  const out = allocate(NETWORK_CHUNK, {
    bus: rows.busIds.length,
    branch: rows.branchIds.length,
    transformer: rows.transformerIds.length,
    feeder: rows.feederIds.length,
    step: steps,
  });
  out.busVMinPu.fill(Infinity);
  out.busVMaxPu.fill(-Infinity);
  out.branchLoadingMax.fill(-Infinity);
  const vMagPu = new Float64Array(3 * rows.busIds.length);
  const netW = netLoadW(injections, steps);
  forEachSolvedStep(run, chunk, injections, (step, iterations, workspace, branches) => {
    out.iterations[step] = iterations;
    out.sourcePW[step] = branches.sourcePW;
    out.sourceQVar[step] = branches.sourceQVar;
    out.lossW[step] = branches.totalLossW;
    out.balanceResidual[step] = balanceResidual(netW[step]!, branches);
    busVoltageMagnitudes(run.network, workspace, vMagPu);
    recordBuses(run, vMagPu, out, fromStep + step);
    recordBranches(run, branches, out, fromStep + step);
    recordSeries(run, branches, out, step, steps);
  });
  return out;
}

/** Net load of all buildings and storages at each step, W. Row by row: rows are contiguous, steps of a row are not. */
function netLoadW(injections: ChunkInjections, steps: number): Float64Array {
  const netW = new Float64Array(steps);
  for (const column of [injections.netPW, injections.storageNetW]) {
    for (let row = 0; row < column.length; row += steps) {
      for (let step = 0; step < steps; step += 1) netW[step]! += column[row + step]!;
    }
  }
  return netW;
}

/** Energy balance of a step, from independent parts: what the source feeds against net loads plus losses. */
function balanceResidual(netW: number, branches: BranchStep): number {
  const differenceW = branches.sourcePW - (netW + branches.totalLossW);
  return Math.abs(differenceW) / Math.max(Math.abs(branches.sourcePW), 1000);
}

/** Extremes over the three phases; a bus without supply stays NaN. */
function recordBuses(run: CompiledRun, vMagPu: Float64Array, out: NetworkChunk, step: number): void {
  const { stepS } = run.calendar;
  for (let bus = 0; bus < out.busVMinPu.length; bus += 1) {
    const a = vMagPu[3 * bus]!;
    const b = vMagPu[3 * bus + 1]!;
    const c = vMagPu[3 * bus + 2]!;
    const lowest = Math.min(a, b, c);
    const highest = Math.max(a, b, c);
    if (lowest !== lowest || lowest < out.busVMinPu[bus]!) {
      out.busVMinPu[bus] = lowest;
      out.busVMinStep[bus] = step;
    }
    if (highest !== highest || highest > out.busVMaxPu[bus]!) {
      out.busVMaxPu[bus] = highest;
      out.busVMaxStep[bus] = step;
    }
    if (lowest < VOLTAGE_BAND_PU.lower) out.busUnderVoltageS[bus]! += stepS;
    if (highest > VOLTAGE_BAND_PU.upper) out.busOverVoltageS[bus]! += stepS;
  }
}

function recordBranches(run: CompiledRun, branches: BranchStep, out: NetworkChunk, step: number): void {
  const { stepS } = run.calendar;
  for (let branch = 0; branch < out.branchLossJ.length; branch += 1) {
    const loading = branches.loading[branch]!;
    if (loading > out.branchLoadingMax[branch]!) {
      out.branchLoadingMax[branch] = loading;
      out.branchLoadingMaxStep[branch] = step;
    }
    if (loading > 0.8) out.branchAbove80S[branch]! += stepS;
    if (loading > 1) out.branchAbove100S[branch]! += stepS;
    if (loading > 1.2) out.branchAbove120S[branch]! += stepS;
    out.branchLossJ[branch]! += branches.lossW[branch]! * stepS;
    out.branchEnergyFromJ[branch]! += branches.pFromW[branch]! * stepS;
  }
}

function recordSeries(
  run: CompiledRun,
  branches: BranchStep,
  out: NetworkChunk,
  step: number,
  steps: number,
): void {
  const { rows, network } = run;
  for (let transformer = 0; transformer < rows.transformerIds.length; transformer += 1) {
    const branch = rows.lineCount + transformer;
    out.transformerLoading[transformer * steps + step] = branches.loading[branch]!;
    out.transformerPW[transformer * steps + step] = branches.pFromW[branch]!;
  }
  for (let feeder = 0; feeder < rows.feederIds.length; feeder += 1) {
    const branch = network.feederBranch[feeder]!;
    const fromEndW = branches.pFromW[branch]!;
    const reversed = network.branchReversed[branch] === 1;
    out.feederPW[feeder * steps + step] = reversed ? branches.lossW[branch]! - fromEndW : fromEndW;
  }
}
