import { chunkRange } from '../sim/arrays/calendar';
import { NETWORK_CHUNK, type NetworkChunk } from '../sim/arrays/chunk';
import { allocate } from '../sim/arrays/layout';
import {
  NETWORK_SETTINGS,
  type NetworkLoads,
  type NetworkSteps,
  solveNetwork,
} from '../sim/powerflow/network';
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
    regulator: run.network.regulators?.placed.length ?? 0,
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
  const record = (flows: NetworkSteps): void => {
    for (let local = 0; local < flows.stepCount; local += 1) {
      const step = flows.fromStep + local;
      out.iterations[step] = flows.iterations(local);
      out.sourcePW[step] = flows.sourcePW(local);
      out.sourceQVar[step] = flows.sourceQVar(local);
      out.lossW[step] = flows.totalLossW(local);
      out.balanceResidual[step] = balanceResidual(netW[step]!, out.sourcePW[step]!, out.lossW[step]!);
    }
    const solved = solvedSteps(flows);
    recordBuses(run, flows, solved, out, fromStep);
    recordUnbalance(run, flows, solved, out, fromStep);
    recordBranches(run, flows, solved, out, fromStep);
    recordSeries(run, flows, out, steps);
    recordTaps(flows, out, steps);
  };
  solveNetwork(run.network, flowing, steps, record, NETWORK_SETTINGS, 'largest');
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

/** 1 for every step with a solution: those without have nothing to add. */
function solvedSteps(flows: NetworkSteps): Uint8Array {
  const solved = new Uint8Array(flows.stepCount);
  for (let local = 0; local < solved.length; local += 1) solved[local] = flows.iterations(local) < 0 ? 0 : 1;
  return solved;
}

/**
 * Extremes over the three phases; a bus without supply stays NaN. What a bus has so far is held in variables: these loops go
 * over every value of the year.
 */
function recordBuses(
  run: CompiledRun,
  flows: NetworkSteps,
  solved: Uint8Array,
  out: NetworkChunk,
  chunkStep: number,
): void {
  const { stepS } = run.calendar;
  const firstStep = chunkStep + flows.fromStep;
  for (let bus = 0; bus < out.busVMinPu.length; bus += 1) {
    const [a, b, c] = [flows.vMagRowPu(bus, 0), flows.vMagRowPu(bus, 1), flows.vMagRowPu(bus, 2)];
    if (a === null || b === null || c === null) {
      out.busVMinPu[bus] = NaN;
      out.busVMaxPu[bus] = NaN;
      continue;
    }
    let vMinPu = out.busVMinPu[bus]!;
    let vMaxPu = out.busVMaxPu[bus]!;
    let underS = out.busUnderVoltageS[bus]!;
    let overS = out.busOverVoltageS[bus]!;
    let [minStep, maxStep] = [-1, -1];
    for (let local = 0; local < solved.length; local += 1) {
      if (solved[local] === 0) continue;
      const [aPu, bPu, cPu] = [a[local]!, b[local]!, c[local]!];
      const lowest = Math.min(aPu, bPu, cPu);
      const highest = Math.max(aPu, bPu, cPu);
      if (lowest < vMinPu) {
        vMinPu = lowest;
        minStep = local;
      }
      if (highest > vMaxPu) {
        vMaxPu = highest;
        maxStep = local;
      }
      if (lowest < LOWER_PU) underS += stepS;
      if (highest > UPPER_PU) overS += stepS;
    }
    out.busVMinPu[bus] = vMinPu;
    out.busVMaxPu[bus] = vMaxPu;
    out.busUnderVoltageS[bus] = underS;
    out.busOverVoltageS[bus] = overS;
    if (minStep >= 0) out.busVMinStep[bus] = firstStep + minStep;
    if (maxStep >= 0) out.busVMaxStep[bus] = firstStep + maxStep;
  }
}

/** Largest factor |V-|/|V+| of each bus and the time it is above EN 50160's limit; a bus without supply stays NaN. */
function recordUnbalance(
  run: CompiledRun,
  flows: NetworkSteps,
  solved: Uint8Array,
  out: NetworkChunk,
  chunkStep: number,
): void {
  const { stepS } = run.calendar;
  for (let bus = 0; bus < out.busUnbalanceMax.length; bus += 1) {
    const factors = flows.unbalanceRow(bus);
    if (factors === null) {
      out.busUnbalanceMax[bus] = NaN;
      out.busUnbalanceOverS[bus] = NaN;
      continue;
    }
    let most = out.busUnbalanceMax[bus]!;
    let overS = out.busUnbalanceOverS[bus]!;
    let mostStep = -1;
    for (let local = 0; local < solved.length; local += 1) {
      if (solved[local] === 0) continue;
      const factor = factors[local]!;
      if (factor > most) {
        most = factor;
        mostStep = local;
      }
      if (factor > EN_50160.unbalanceMax) overS += stepS;
    }
    out.busUnbalanceMax[bus] = most;
    out.busUnbalanceOverS[bus] = overS;
    if (mostStep >= 0) out.busUnbalanceMaxStep[bus] = chunkStep + flows.fromStep + mostStep;
  }
}

/** Also the loading series of transformers, whose rows follow those of the lines. */
function recordBranches(
  run: CompiledRun,
  flows: NetworkSteps,
  solved: Uint8Array,
  out: NetworkChunk,
  chunkStep: number,
): void {
  const steps = out.iterations.length;
  const firstStep = chunkStep + flows.fromStep;
  const loading = new Float64Array(flows.stepCount);
  for (let branch = 0; branch < out.branchLossJ.length; branch += 1) {
    flows.writeLoading(branch, loading);
    const transformer = branch - run.rows.lineCount;
    if (transformer >= 0) out.transformerLoading.set(loading, transformer * steps + flows.fromStep);
    recordLoading(branch, loading, solved, out, firstStep, run.calendar.stepS);
    addEnergy(branch, flows.lossRowW(branch), solved, out.branchLossJ, run.calendar.stepS);
    addEnergy(branch, flows.pFromRowW(branch), solved, out.branchEnergyFromJ, run.calendar.stepS);
  }
}

function recordLoading(
  branch: number,
  loading: Float64Array,
  solved: Uint8Array,
  out: NetworkChunk,
  firstStep: number,
  stepS: number,
): void {
  let most = out.branchLoadingMax[branch]!;
  let mostStep = -1;
  let above80S = out.branchAbove80S[branch]!;
  let above100S = out.branchAbove100S[branch]!;
  let above120S = out.branchAbove120S[branch]!;
  for (let local = 0; local < solved.length; local += 1) {
    if (solved[local] === 0) continue;
    const value = loading[local]!;
    if (value > most) {
      most = value;
      mostStep = local;
    }
    if (value > 0.8) above80S += stepS;
    if (value > 1) above100S += stepS;
    if (value > 1.2) above120S += stepS;
  }
  out.branchAbove80S[branch] = above80S;
  out.branchAbove100S[branch] = above100S;
  out.branchAbove120S[branch] = above120S;
  if (mostStep < 0) return;
  out.branchLoadingMax[branch] = most;
  out.branchLoadingMaxStep[branch] = firstStep + mostStep;
}

/** Adds the energy of a row of powers, step by step; nothing where there is no row. */
function addEnergy(
  branch: number,
  powerW: Float64Array | null,
  solved: Uint8Array,
  energyJ: Float64Array,
  stepS: number,
): void {
  if (powerW === null) return;
  let sum = energyJ[branch]!;
  for (let local = 0; local < solved.length; local += 1)
    if (solved[local] === 1) sum += powerW[local]! * stepS;
  energyJ[branch] = sum;
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

/** Nothing where no regulator stands. */
function recordTaps(flows: NetworkSteps, { regulatorTap }: NetworkChunk, steps: number): void {
  for (let row = 0; row * steps < regulatorTap.length; row += 1)
    for (let local = 0; local < flows.stepCount; local += 1)
      regulatorTap[row * steps + flows.fromStep + local] = flows.tap(row, local);
}
