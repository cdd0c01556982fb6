import type { FlowProblem } from './problem';

/**
 * A problem factored once per topology (README, 9 to 15): block LDL' of the series network in elimination order, and the
 * voltages without load. "Position" is a place in the elimination order, "block" a row of the problem.
 *
 * The solvers work on the deviation U = V - E: Y U = -i(E + U) (minus the shunts that are kept as injections).
 */
export interface CompiledFlow {
  readonly problem: FlowProblem;
  /** [position] -> block, and back. */
  readonly order: Int32Array;
  readonly positionOfBlock: Int32Array;
  /**
   * Blocks at positions below this have neither injection rows nor shunts of `shuntPosition`, and none of their columns is
   * fed by others: their right-hand side stays zero. Iterate over [firstActive, n) only, and carry the backward pass on to
   * position 0 once at the end.
   */
  readonly firstActive: number;
  /** Entries of column k of L are [columnStart[k], columnStart[k + 1]); their rows are positions above k, ascending. */
  readonly columnStart: Int32Array;
  readonly entryRow: Int32Array;
  /** [entry][18]: L_ik, so that Y = L D L' (plain transpose: Y is complex symmetric). */
  readonly lower: Float64Array;
  /** [position][18]: inverse of D_k, symmetric; zero rows and columns at absent slots. */
  readonly inverseDiagonal: Float64Array;
  /**
   * 1 where column k has one entry and it is minus identity (a line in a tree without shunts in the factor). `lower` has -1 at
   * present slots only, but solvers may take the whole of -I: nothing is injected at absent slots.
   */
  readonly identityColumn: Uint8Array;
  /** Positions, ascending, whose shunt is not in the factor but an injection Y_shunt U of the iteration. */
  readonly shuntPosition: Int32Array;
  /** [row of shuntPosition][18] */
  readonly shunt: Float64Array;
  /** [block][3][re, im]: E, the solution with sources and shunts and without injections. */
  readonly noLoadVoltage: Float64Array;
  /** What the solvers iterate on; `problem` and `noLoadVoltage` themselves unless some part floats. */
  readonly referred: ReferredProblem;
}

/**
 * Where a part hangs on delta windings only, one slot of its blocks is the reference: its variable is the voltage to earth,
 * those of the other slots are the voltages to it (`factor/refer.ts` says why). All of L, D, `shunt` are in these
 * variables, and so are U and E of the iteration. Node voltages: `toNodeVoltages(reference, v)`.
 */
export interface ReferredProblem {
  /** Injection rows are re-addressed: use these, not those of the original problem. */
  readonly problem: FlowProblem;
  /** [block][3][re, im]: E in the variables of the iteration. */
  readonly noLoadVoltage: Float64Array;
  /** [block]: the reference slot, -1 = none (variables are node voltages). */
  readonly reference: Int8Array;
}

/** Why a step has no solution, or that it has one. */
export type StepStatus = 'converged' | 'notConverged' | 'infeasible';

export interface SolveSettings {
  /** A step counts as solved when its voltages are within this of the solution, in per unit. */
  readonly tolerancePu: number;
  readonly maxIterations: number;
}

export const DEFAULT_SETTINGS: SolveSettings = { tolerancePu: 1e-8, maxIterations: 30 };
