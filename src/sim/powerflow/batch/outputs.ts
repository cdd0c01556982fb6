import type { CompiledFlow } from '../flow';
import type { Arena } from './arena';
import * as header from './header';
import type { BatchOutputs, BranchTable, ChunkResult } from './types';

/** What is wanted, with the defaults filled in. */
export interface OutputPlan {
  readonly nodes: Int32Array;
  /** As in header VOLTAGE_KIND. */
  readonly voltageKind: 0 | 1 | 2 | 3;
  readonly extremes: boolean;
  readonly branches: BranchTable | undefined;
}

const VOLTAGE_KINDS = { magnitude32: 1, magnitude64: 2, complex64: 3 } as const;

export function planOutputs(flow: CompiledFlow, outputs: BatchOutputs): OutputPlan {
  const { present } = flow.problem;
  return {
    nodes: outputs.nodes ?? Int32Array.from(present.keys()).filter((node) => present[node] === 1),
    voltageKind: outputs.voltages ? VOLTAGE_KINDS[outputs.voltages] : 0,
    extremes: outputs.extremes ?? false,
    branches: outputs.branches,
  };
}

/** A chunk should stay in the cache between the passes over it, but rows shorter than some lines of it cost more. */
const CHUNK_BYTES = 8 << 20;
const FEWEST_STEPS = 96;
/** Large networks with branch results would take hundreds of megabytes a worker. */
const LARGEST_BYTES = 48 << 20;

export function chunkStepsFor(flow: CompiledFlow, plan: OutputPlan): number {
  const loads = 8 * header.SLOTS * flow.problem.blockCount;
  const voltages = [0, 4, 8, 16][plan.voltageKind]! * plan.nodes.length;
  const branches = 8 * header.BRANCH_FIELDS * (plan.branches?.count ?? 0);
  const fitting = Math.floor(CHUNK_BYTES / (loads + voltages + branches + 1) / 8) * 8;
  const wanted = Math.max(FEWEST_STEPS, Math.min(512, fitting));
  const bounded = Math.floor(LARGEST_BYTES / (loads + voltages + branches + 1) / 8) * 8;
  return Math.max(8, Math.min(wanted, bounded));
}

/** The arrays of one chunk, and the extremes of all. "Grouped" arrays stand as [group of LANES steps][row][lane]. */
export interface OutputViews {
  readonly solved: Uint8Array;
  readonly iterations: Uint8Array;
  readonly status: Uint8Array;
  readonly voltages: Float64Array | Float32Array;
  readonly voltageRows: number;
  /** [group][branch][field][lane] */
  readonly branches: Float64Array;
  readonly branchRows: number;
  readonly lossesW: Float64Array;
  /** [node][lane] */
  readonly lowest: Float64Array;
  readonly highest: Float64Array;
  readonly lowestStep: Float64Array;
  readonly highestStep: Float64Array;
}

/** Reserves the chunk's arrays; the function returned finds them in the buffer that was made meanwhile. */
export function reserveOutputs(
  flow: CompiledFlow,
  plan: OutputPlan,
  positionOfBlock: Int32Array,
  chunkSteps: number,
  arena: Arena,
): (buffer: ArrayBuffer) => OutputViews {
  const single = plan.voltageKind === 1;
  const groups = Math.ceil(chunkSteps / header.LANES);
  const steps = groups * header.LANES;
  const voltageRows = plan.nodes.length * [0, 1, 1, 2][plan.voltageKind]!;
  const voltageBytes = (single ? 4 : 8) * header.LANES * voltageRows;
  const branchRows = (plan.branches?.count ?? 0) * header.BRANCH_FIELDS;
  const branchBytes = 8 * header.LANES * branchRows;
  const laneNumbers = plan.extremes ? plan.nodes.length * header.LANES : 0;
  const at = {
    solved: arena.reserve(header.STEP_SOLVED, steps),
    iterations: arena.reserve(header.STEP_ITERATIONS, steps),
    voltages: arena.reserve(header.VOLTAGES, groups * voltageBytes),
    branches: arena.reserve(header.BRANCH_RESULTS, groups * branchBytes),
    losses: arena.reserve(header.LOSSES, 8 * steps),
    lowest: arena.reserve(header.LOWEST, 8 * laneNumbers),
    highest: arena.reserve(header.HIGHEST, 8 * laneNumbers),
    lowestStep: arena.reserve(header.LOWEST_STEP, 8 * laneNumbers),
    highestStep: arena.reserve(header.HIGHEST_STEP, 8 * laneNumbers),
  };
  arena.set(header.VOLTAGE_BYTES, voltageBytes);
  arena.set(header.BRANCH_BYTES, branchBytes);
  arena.set(header.VOLTAGE_KIND, plan.voltageKind);
  arena.set(header.WATCHED_COUNT, plan.nodes.length);
  arena.set(header.KEEP_EXTREMES, plan.extremes ? 1 : 0);
  arena.fill(header.WATCHED, watchedNodes(flow, plan, positionOfBlock));
  return (buffer) => {
    const numbers = (from: number, count: number) => new Float64Array(buffer, from, count);
    return {
      solved: new Uint8Array(buffer, at.solved, steps),
      iterations: new Uint8Array(buffer, at.iterations, steps),
      status: new Uint8Array(steps),
      voltages: single
        ? new Float32Array(buffer, at.voltages, voltageRows * steps)
        : numbers(at.voltages, voltageRows * steps),
      voltageRows,
      branches: numbers(at.branches, branchRows * steps),
      branchRows,
      lossesW: numbers(at.losses, steps),
      lowest: numbers(at.lowest, laneNumbers).fill(Infinity),
      highest: numbers(at.highest, laneNumbers).fill(-Infinity),
      lowestStep: numbers(at.lowestStep, laneNumbers).fill(-1),
      highestStep: numbers(at.highestStep, laneNumbers).fill(-1),
    };
  };
}

export function chunkResult(views: OutputViews, fromStep: number, stepCount: number): ChunkResult {
  return {
    fromStep,
    stepCount,
    status: views.status.subarray(0, stepCount),
    iterations: views.iterations.subarray(0, stepCount),
    lossesW: views.lossesW.subarray(0, stepCount),
    copyVoltages: (row, target, at) => {
      copyRow(views.voltages, views.voltageRows, row, stepCount, target, at);
    },
    copyBranch: (branch, field, target, at) => {
      const row = branch * header.BRANCH_FIELDS + field;
      copyRow(views.branches, views.branchRows, row, stepCount, target, at);
    },
  };
}

/** Index of a row's step in a grouped array. */
export function grouped(rows: number, row: number, step: number): number {
  return (Math.floor(step / header.LANES) * rows + row) * header.LANES + (step % header.LANES);
}

function copyRow(
  from: Float64Array | Float32Array,
  rows: number,
  row: number,
  count: number,
  to: Float64Array | Float32Array,
  toAt: number,
): void {
  let at = row * header.LANES;
  let step = 0;
  for (; step < count - 3; step += 4, at += rows * header.LANES) {
    to[toAt + step] = from[at]!;
    to[toAt + step + 1] = from[at + 1]!;
    to[toAt + step + 2] = from[at + 2]!;
    to[toAt + step + 3] = from[at + 3]!;
  }
  for (; step < count; step++, at++) to[toAt + step] = from[at]!;
}

/** [node][itself, the slot its variable is a voltage to (earth when it is a node voltage)], by position of the sweep. */
function watchedNodes(flow: CompiledFlow, plan: OutputPlan, positionOfBlock: Int32Array): Int32Array {
  const watched = new Int32Array(2 * plan.nodes.length);
  plan.nodes.forEach((node, at) => {
    const block = Math.floor(node / 3);
    const reference = flow.referred.reference[block]!;
    const first = 3 * positionOfBlock[block]!;
    watched[2 * at] = first + (node % 3);
    watched[2 * at + 1] =
      reference < 0 || reference === node % 3 ? 3 * positionOfBlock.length : first + reference;
  });
  return watched;
}
