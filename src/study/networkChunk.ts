import { chunkRange } from '../sim/arrays/calendar';
import { NETWORK_CHUNK, type NetworkChunk } from '../sim/arrays/chunk';
import { allocate } from '../sim/arrays/layout';
import { type NetworkLoads, type NetworkSteps, solveNetwork } from '../sim/powerflow/network';
import type { CompiledRun } from './compiledRun';
import { EN_50160 } from './network/en50160';
import { ANSWERING_USES, answeredLoads, recordAnswer } from './voltageResponse';

/** Of EN 50160 at LV and MV, pu of nominal. */
const [LOWER_PU, UPPER_PU] = EN_50160.bandPu;

/** Loads of a chunk; where something answers to voltage, also what it answers with. */
export interface ChunkLoads extends NetworkLoads {
  /** [building][answering use][step], W. Absent: all loads are taken as they are. */
  readonly answeringW?: Float64Array;
}

/** Solves every step of a chunk and keeps extremes, sums and the series of transformers and feeders. */
export function networkChunk(run: CompiledRun, chunk: number, loads: ChunkLoads): NetworkChunk {
  const { fromStep, toStep } = chunkRange(run.calendar, chunk);
  const steps = toStep - fromStep;
  const { rows } = run;
  const out = allocate(NETWORK_CHUNK, {
    bus: rows.busIds.length,
    branch: rows.branchIds.length,
    transformer: rows.transformerIds.length,
    feeder: rows.feederIds.length,
    step: steps,
    answering: run.response?.buildings.length ?? 0,
    answeringUse: run.response === null ? 0 : ANSWERING_USES.length,
  });
  out.busVMinPu.fill(Infinity);
  out.busVMaxPu.fill(-Infinity);
  out.busUnbalanceMax.fill(-Infinity);
  out.branchLoadingMax.fill(-Infinity);
  writeOutdoor(run, fromStep, out.outdoorDegC);
  const flowing = answered(run, loads, { fromStep, steps, stepS: run.calendar.stepS }, out);
  const netW = netLoadW(flowing, steps);
  solveNetwork(run.network, flowing, steps, (flows) => {
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

/** Loads as voltages make them; the same object where nothing answers. */
function answered(
  { response }: CompiledRun,
  loads: ChunkLoads,
  time: { readonly fromStep: number; readonly steps: number; readonly stepS: number },
  out: NetworkChunk,
): NetworkLoads {
  const { answeringW } = loads;
  if (response === null || answeringW === undefined) return loads;
  const answer = answeredLoads(response, loads, answeringW, time.steps);
  recordAnswer(response, answer, answeringW, time, out);
  return answer.loads;
}

function writeOutdoor({ input, calendar }: CompiledRun, fromStep: number, outdoorDegC: Float64Array): void {
  const { tempDegC } = input.weather;
  for (let step = 0; step < outdoorDegC.length; step += 1)
    outdoorDegC[step] = tempDegC[Math.floor((fromStep + step) / calendar.stepsPerHour)]!;
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
    const rows = [0, 1, 2].map((phase) => flows.vMagRowPu(bus, phase));
    const [a, b, c] = rows;
    if (!a || !b || !c) {
      out.busVMinPu[bus] = NaN;
      out.busVMaxPu[bus] = NaN;
      out.busUnbalanceMax[bus] = NaN;
      continue;
    }
    for (let local = 0; local < flows.stepCount; local += 1) {
      if (flows.iterations(local) < 0) continue;
      const lowest = Math.min(a[local]!, b[local]!, c[local]!);
      const highest = Math.max(a[local]!, b[local]!, c[local]!);
      const step = chunkStep + flows.fromStep + local;
      if (lowest < out.busVMinPu[bus]!) {
        out.busVMinPu[bus] = lowest;
        out.busVMinStep[bus] = step;
      }
      if (highest > out.busVMaxPu[bus]!) {
        out.busVMaxPu[bus] = highest;
        out.busVMaxStep[bus] = step;
      }
      const mean = (a[local]! + b[local]! + c[local]!) / 3;
      const unbalance = Math.max(highest - mean, mean - lowest) / mean;
      if (unbalance > out.busUnbalanceMax[bus]!) {
        out.busUnbalanceMax[bus] = unbalance;
        out.busUnbalanceMaxStep[bus] = step;
      }
      if (lowest < LOWER_PU) out.busUnderVoltageS[bus]! += stepS;
      if (highest > UPPER_PU) out.busOverVoltageS[bus]! += stepS;
    }
  }
}

/** Also the loading series of transformers, whose rows follow those of the lines. */
function recordBranches(run: CompiledRun, flows: NetworkSteps, out: NetworkChunk, chunkStep: number): void {
  const { stepS } = run.calendar;
  const steps = out.iterations.length;
  const loading = new Float64Array(flows.stepCount);
  for (let branch = 0; branch < out.branchLossJ.length; branch += 1) {
    flows.writeLoading(branch, loading);
    const transformer = branch - run.rows.lineCount;
    const lossW = flows.lossRowW(branch);
    const pFromW = flows.pFromRowW(branch);
    for (let local = 0; local < flows.stepCount; local += 1) {
      const value = loading[local]!;
      if (transformer >= 0) out.transformerLoading[transformer * steps + flows.fromStep + local] = value;
      if (flows.iterations(local) < 0) continue;
      if (value > out.branchLoadingMax[branch]!) {
        out.branchLoadingMax[branch] = value;
        out.branchLoadingMaxStep[branch] = chunkStep + flows.fromStep + local;
      }
      if (value > 0.8) out.branchAbove80S[branch]! += stepS;
      if (value > 1) out.branchAbove100S[branch]! += stepS;
      if (value > 1.2) out.branchAbove120S[branch]! += stepS;
      if (lossW !== null) out.branchLossJ[branch]! += lossW[local]! * stepS;
      if (pFromW !== null) out.branchEnergyFromJ[branch]! += pFromW[local]! * stepS;
    }
  }
}

function recordSeries(run: CompiledRun, flows: NetworkSteps, out: NetworkChunk, steps: number): void {
  const { rows, network } = run;
  for (let local = 0; local < flows.stepCount; local += 1) {
    const step = flows.fromStep + local;
    for (let transformer = 0; transformer < rows.transformerIds.length; transformer += 1) {
      out.transformerPW[transformer * steps + step] = flows.pFromW(rows.lineCount + transformer, local);
    }
    for (let feeder = 0; feeder < rows.feederIds.length; feeder += 1) {
      const branch = network.feederBranch[feeder]!;
      const fromEndW = flows.pFromW(branch, local);
      const reversed = network.branchReversed[branch] === 1;
      out.feederPW[feeder * steps + step] = reversed ? flows.lossW(branch, local) - fromEndW : fromEndW;
    }
  }
}
