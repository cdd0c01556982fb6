import type { SolveSettings, StepStatus } from '../flow';

/** The compiled kernel, a WebAssembly.Module; opaque, since not every shell that hands it on has a type for it. */
export type KernelModule = object;

export interface BatchSettings extends SolveSettings {
  /** f64 holds any tolerance down to rounding; f32 serves previews and ensembles, down to about 1e-6 pu. */
  readonly precision: 'f64' | 'f32';
  /**
   * [row] typical loads, the year's means say. Each step then starts from their solution, scaled by its own total load, and
   * so saves about one iteration; results agree within the tolerance. (A start from the step before would make a step's
   * bits depend on others.)
   */
  readonly reference?: { readonly pW: Float64Array; readonly qVar: Float64Array };
}

/**
 * Branches whose end currents and powers are wanted, between blocks:
 *   i_from = yFF V_from + yFT V_to,   i_to = yFT' V_from + yTT V_to   (positive into the branch)
 */
export interface BranchTable {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** [branch][18], like the blocks of the problem. */
  readonly yFF: Float64Array;
  readonly yFT: Float64Array;
  readonly yTT: Float64Array;
}

/** Fields of a branch in a chunk's results, in this order. Powers in W and var, currents as pu (VA per pu of voltage). */
export const BRANCH_RESULT_FIELDS = [
  'pFromW',
  'qFromVar',
  'lossW',
  'iFromPu0',
  'iFromPu1',
  'iFromPu2',
  'iToPu0',
  'iToPu1',
  'iToPu2',
] as const;

/** The same where only the largest of the six currents is wanted: fewer than half as many numbers to write and to read. */
export const LARGEST_RESULT_FIELDS = ['pFromW', 'qFromVar', 'lossW', 'iLargestPu'] as const;

/** What to keep of each chunk. Everything that is not asked for costs nothing. */
export interface BatchOutputs {
  /** Nodes (3 * block + slot) whose voltages are written; by default all that are present. */
  readonly nodes?: Int32Array;
  /** Default none. Magnitudes in single or double precision, or [node][re, im] in double. */
  readonly voltages?: 'magnitude32' | 'magnitude64' | 'complex64';
  /** Lowest and highest |V| of each node with their steps, over all steps solved. */
  readonly extremes?: boolean;
  /** |V-|/|V+| of the nodes taken three by three: then `nodes` are a, b, c of one bus after another, in positive sequence. */
  readonly unbalance?: boolean;
  readonly branches?: BranchTable;
  /** Fields of a branch: BRANCH_RESULT_FIELDS, or LARGEST_RESULT_FIELDS. Default `phases`. */
  readonly currents?: 'phases' | 'largest';
  /** Steps handed over at a time; by default what a cache holds. */
  readonly chunkSteps?: number;
}

/** Loads where they lie: injection row r's power in step i of those asked for is at offset + r * pitch + i. */
export interface StepLoads {
  readonly pW: Float64Array | Float32Array;
  readonly qVar: Float64Array | Float32Array;
  readonly offset: number;
  readonly pitch: number;
}

/** The loads of steps [fromStep, fromStep + stepCount), `chunkSteps` at most. Read before the next call. */
export type LoadSource = (fromStep: number, stepCount: number) => StepLoads;

/** All loads as [row][step] of `stepCount` steps each. */
export function loadsByRow(
  pW: Float64Array | Float32Array,
  qVar: Float64Array | Float32Array,
  stepCount: number,
): LoadSource {
  return (fromStep) => ({ pW, qVar, offset: fromStep, pitch: stepCount });
}

/** Results of consecutive steps. They are the solver's own: copy what is to be kept before the callback returns. */
export interface ChunkResult {
  readonly fromStep: number;
  readonly stepCount: number;
  /** [step]: index into STEP_STATUS. */
  readonly status: Uint8Array;
  /** [step] */
  readonly iterations: Uint8Array;
  /** Row of the voltages, [node] for magnitudes, [node][re, im] for complex: its steps go to target[at] and on. NaN where
   * a step has no solution. */
  copyVoltages(row: number, target: Float64Array | Float32Array, at: number): void;
  /** Likewise the unbalance factor of a three of nodes, a ratio. */
  copyUnbalance(three: number, target: Float64Array | Float32Array, at: number): void;
  /** Likewise a field (index in BRANCH_RESULT_FIELDS or LARGEST_RESULT_FIELDS) of a branch. */
  copyBranch(branch: number, field: number, target: Float64Array | Float32Array, at: number): void;
  /** [step]: sum of the branches' losses. */
  readonly lossesW: Float64Array;
}

export const STEP_STATUS: readonly StepStatus[] = ['converged', 'notConverged', 'infeasible'];

/** Per node of `nodes`; NaN and -1 where no step was solved. Of equal values the earliest step stands. */
export interface VoltageExtremes {
  readonly lowestPu: Float64Array;
  readonly lowestStep: Int32Array;
  readonly highestPu: Float64Array;
  readonly highestStep: Int32Array;
}

export interface BatchSolver {
  /** Steps per chunk, and the bytes the solver holds. */
  readonly chunkSteps: number;
  readonly memoryBytes: number;
  readonly nodes: Int32Array;
  /**
   * Solves steps [fromStep, fromStep + stepCount). A step's bits depend on its own loads alone: not on the steps beside
   * it, on chunks, or on the number of lanes.
   */
  solve(
    loads: LoadSource,
    fromStep: number,
    stepCount: number,
    onChunk?: (result: ChunkResult) => void,
  ): void;
  extremes(): VoltageExtremes;
}
