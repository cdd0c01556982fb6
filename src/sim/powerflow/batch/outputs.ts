import type { CompiledFlow } from '../flow';
import type { Arena } from './arena';
import * as header from './header';
import type { BatchOutputs, BatchSettings, BranchTable, ChunkResult } from './types';

/** What is wanted, with the defaults filled in. */
export interface OutputPlan {
  readonly nodes: Int32Array;
  /** As in header VOLTAGE_KIND. */
  readonly voltageKind: 0 | 1 | 2 | 3;
  readonly extremes: boolean;
  /** Threes of nodes whose unbalance is wanted. */
  readonly unbalanceCount: number;
  readonly branches: BranchTable | undefined;
  /** Fields of a branch. */
  readonly branchFields: number;
}

const VOLTAGE_KINDS = { magnitude32: 1, magnitude64: 2, complex64: 3 } as const;

export function planOutputs(flow: CompiledFlow, outputs: BatchOutputs): OutputPlan {
  const { present } = flow.problem;
  const nodes = outputs.nodes ?? Int32Array.from(present.keys()).filter((node) => present[node] === 1);
  return {
    nodes,
    voltageKind: outputs.voltages ? VOLTAGE_KINDS[outputs.voltages] : 0,
    extremes: outputs.extremes ?? false,
    unbalanceCount: outputs.unbalance === true ? Math.floor(nodes.length / 3) : 0,
    branches: outputs.branches,
    branchFields: outputs.currents === 'largest' ? header.LARGEST_FIELDS : header.BRANCH_FIELDS,
  };
}

/**
 * Rows of loads are read, and rows of results handed over, in stretches as long as this allows: each change of row is a wait
 * for the memory, and that costs more than a chunk that leaves the cache before it is used.
 */
const MOST_STEPS = 512;
const FEWEST_STEPS = 32;
/** Large networks would take hundreds of megabytes a worker. */
const LARGEST_BYTES = 96 << 20;

export function chunkStepsFor(
  flow: CompiledFlow,
  plan: OutputPlan,
  precision: BatchSettings['precision'],
): number {
  const loads = (precision === 'f32' ? 4 : 8) * header.SLOTS * flow.problem.blockCount;
  const voltages = [0, 4, 8, 16][plan.voltageKind]! * plan.nodes.length;
  const branches = 8 * plan.branchFields * (plan.branches?.count ?? 0);
  const unbalance = 8 * plan.unbalanceCount;
  const fitting = Math.floor(LARGEST_BYTES / (loads + voltages + unbalance + branches + 1));
  return Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, fitting - (fitting % FEWEST_STEPS)));
}

/** The arrays of one chunk, [row][step], and the extremes of all. */
export interface OutputViews {
  readonly solved: Uint8Array;
  readonly iterations: Uint8Array;
  readonly status: Uint8Array;
  readonly voltages: Float64Array | Float32Array;
  /** [three of nodes][step] */
  readonly unbalance: Float64Array;
  readonly unbalancePitch: number;
  /** [branch][field][step] */
  readonly branches: Float64Array;
  readonly branchFields: number;
  /** Numbers from row to row. */
  readonly voltagePitch: number;
  readonly branchPitch: number;
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
  const steps = Math.ceil(chunkSteps / header.LANES) * header.LANES;
  const voltagePitch = rowPitch(steps, single ? 4 : 8);
  const doublePitch = rowPitch(steps, 8);
  const voltageNumbers = voltagePitch * plan.nodes.length * [0, 1, 1, 2][plan.voltageKind]!;
  const branchNumbers = doublePitch * (plan.branches?.count ?? 0) * plan.branchFields;
  const laneNumbers = plan.extremes ? plan.nodes.length * header.LANES : 0;
  const at = {
    solved: arena.reserve(header.STEP_SOLVED, steps),
    iterations: arena.reserve(header.STEP_ITERATIONS, steps),
    voltages: arena.reserve(header.VOLTAGES, (single ? 4 : 8) * voltageNumbers),
    unbalance: arena.reserve(header.UNBALANCE, 8 * doublePitch * plan.unbalanceCount),
    branches: arena.reserve(header.BRANCH_RESULTS, 8 * branchNumbers),
    losses: arena.reserve(header.LOSSES, 8 * steps),
    lowest: arena.reserve(header.LOWEST, 8 * laneNumbers),
    highest: arena.reserve(header.HIGHEST, 8 * laneNumbers),
    lowestStep: arena.reserve(header.LOWEST_STEP, 8 * laneNumbers),
    highestStep: arena.reserve(header.HIGHEST_STEP, 8 * laneNumbers),
  };
  arena.set(header.VOLTAGE_BYTES, (single ? 4 : 8) * voltagePitch);
  arena.set(header.BRANCH_BYTES, 8 * doublePitch);
  arena.set(header.UNBALANCE_BYTES, 8 * doublePitch);
  arena.set(header.UNBALANCE_COUNT, plan.unbalanceCount);
  arena.set(header.VOLTAGE_KIND, plan.voltageKind);
  arena.set(header.BRANCH_KIND, plan.branchFields === header.LARGEST_FIELDS ? 1 : 0);
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
        ? new Float32Array(buffer, at.voltages, voltageNumbers)
        : numbers(at.voltages, voltageNumbers),
      branches: numbers(at.branches, branchNumbers),
      branchFields: plan.branchFields,
      voltagePitch,
      branchPitch: doublePitch,
      unbalance: numbers(at.unbalance, doublePitch * plan.unbalanceCount),
      unbalancePitch: doublePitch,
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
      const from = row * views.voltagePitch;
      target.set(views.voltages.subarray(from, from + stepCount), at);
    },
    copyUnbalance: (row, target, at) => {
      const from = row * views.unbalancePitch;
      target.set(views.unbalance.subarray(from, from + stepCount), at);
    },
    copyBranch: (branch, field, target, at) => {
      const from = (branch * views.branchFields + field) * views.branchPitch;
      target.set(views.branches.subarray(from, from + stepCount), at);
    },
  };
}

/** An odd number of cache lines: the kernel writes a few steps of all rows at a time, which else would share cache sets. */
function rowPitch(steps: number, bytes: number): number {
  return (64 / bytes) * (Math.ceil((steps * bytes) / 64) | 1);
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
