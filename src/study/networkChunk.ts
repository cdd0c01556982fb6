import { chunkRange } from '../sim/arrays/calendar';
import { NETWORK_CHUNK, type NetworkChunk } from '../sim/arrays/chunk';
import { allocate } from '../sim/arrays/layout';
import { type NetworkLoads, type NetworkSteps, solveNetwork } from '../sim/powerflow/network';
import type { CompiledRun } from './compiledRun';
import { EN_50160 } from './network/en50160';

/** Of EN 50160 at LV and MV, pu of nominal. */
const [LOWER_PU, UPPER_PU] = EN_50160.bandPu;

/** Solves every step of a chunk and keeps extremes, sums and the series of transformers and feeders. */
export function networkChunk(run: CompiledRun, chunk: number, loads: NetworkLoads): NetworkChunk {
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
  const netW = netLoadW(loads, steps);
  solveNetwork(run.network, loads, steps, (flows) => {
    for (let local = 0; local < flows.stepCount; local += 1) {
      const step = flows.fromStep + local;
      out.iterations[step] = flows.iterations(local);
      out.sourcePW[step] = flows.sourcePW(local);
      out.sourceQVar[step] = flows.sourceQVar(local);
      out.lossW[step] = flows.totalLossW(local);
      out.balanceResidual[step] = balanceResidual(netW[step]!, out.sourcePW[step]!, out.lossW[step]!);
    }
    recordBuses(run, flows, out, fromStep);
    recordBranches(run, flows, out, fromStep);
    recordSeries(run, flows, out, steps);
  });
  return out;
}

/** Net load of all buildings and storages at each step, W. Row by row: rows are contiguous, steps of a row are not. */
function netLoadW(loads: NetworkLoads, steps: number): Float64Array {
  const netW = new Float64Array(steps);
  for (const column of [loads.netPW, loads.storageNetW]) {
    for (let row = 0; row < column.length; row += steps) {
      for (let step = 0; step < steps; step += 1) netW[step]! += column[row + step]!;
    }
  }
  return netW;
}

/** Energy balance of a step, from independent parts: what the source feeds against net loads plus losses. */
function balanceResidual(netW: number, sourcePW: number, lossW: number): number {
  return Math.abs(sourcePW - (netW + lossW)) / Math.max(Math.abs(sourcePW), 1000);
}

/** Extremes over the three phases; a bus without supply stays NaN. Steps without a solution have nothing to add. */
function recordBuses(run: CompiledRun, flows: NetworkSteps, out: NetworkChunk, chunkStep: number): void {
  const { stepS } = run.calendar;
  for (let bus = 0; bus < out.busVMinPu.length; bus += 1) {
    for (let local = 0; local < flows.stepCount; local += 1) {
      if (flows.iterations(local) < 0) continue;
      const a = flows.vMagPu(bus, 0, local);
      const b = flows.vMagPu(bus, 1, local);
      const c = flows.vMagPu(bus, 2, local);
      const lowest = Math.min(a, b, c);
      const highest = Math.max(a, b, c);
      const step = chunkStep + flows.fromStep + local;
      if (lowest !== lowest || lowest < out.busVMinPu[bus]!) {
        out.busVMinPu[bus] = lowest;
        out.busVMinStep[bus] = step;
      }
      if (highest !== highest || highest > out.busVMaxPu[bus]!) {
        out.busVMaxPu[bus] = highest;
        out.busVMaxStep[bus] = step;
      }
      if (lowest < LOWER_PU) out.busUnderVoltageS[bus]! += stepS;
      if (highest > UPPER_PU) out.busOverVoltageS[bus]! += stepS;
    }
  }
}

function recordBranches(run: CompiledRun, flows: NetworkSteps, out: NetworkChunk, chunkStep: number): void {
  const { stepS } = run.calendar;
  for (let branch = 0; branch < out.branchLossJ.length; branch += 1) {
    for (let local = 0; local < flows.stepCount; local += 1) {
      if (flows.iterations(local) < 0) continue;
      const loading = flows.loading(branch, local);
      if (loading > out.branchLoadingMax[branch]!) {
        out.branchLoadingMax[branch] = loading;
        out.branchLoadingMaxStep[branch] = chunkStep + flows.fromStep + local;
      }
      if (loading > 0.8) out.branchAbove80S[branch]! += stepS;
      if (loading > 1) out.branchAbove100S[branch]! += stepS;
      if (loading > 1.2) out.branchAbove120S[branch]! += stepS;
      out.branchLossJ[branch]! += flows.lossW(branch, local) * stepS;
      out.branchEnergyFromJ[branch]! += flows.pFromW(branch, local) * stepS;
    }
  }
}

function recordSeries(run: CompiledRun, flows: NetworkSteps, out: NetworkChunk, steps: number): void {
  const { rows, network } = run;
  for (let local = 0; local < flows.stepCount; local += 1) {
    const step = flows.fromStep + local;
    for (let transformer = 0; transformer < rows.transformerIds.length; transformer += 1) {
      const branch = rows.lineCount + transformer;
      out.transformerLoading[transformer * steps + step] = flows.loading(branch, local);
      out.transformerPW[transformer * steps + step] = flows.pFromW(branch, local);
    }
    for (let feeder = 0; feeder < rows.feederIds.length; feeder += 1) {
      const branch = network.feederBranch[feeder]!;
      const fromEndW = flows.pFromW(branch, local);
      const reversed = network.branchReversed[branch] === 1;
      out.feederPW[feeder * steps + step] = reversed ? flows.lossW(branch, local) - fromEndW : fromEndW;
    }
  }
}
