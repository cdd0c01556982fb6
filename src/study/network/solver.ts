import type { Circuit } from '../../model/circuit';
import type { Outcome } from '../../model/outcome';
import type { StepStatus } from '../../sim/powerflow/flow';
import type { Thevenin } from '../../sim/reliability/fault';

/** A node with a voltage: never earth. */
export interface SolvedNode {
  readonly busId: string;
  readonly node: number;
}

/** One end of a branch in a solved step; conductors in the order of the circuit's terminal. */
export interface TerminalResult {
  readonly busId: string;
  readonly nodes: readonly number[];
  /** Per conductor, A, positive into the branch. */
  readonly currentRe: Float64Array;
  readonly currentIm: Float64Array;
  /** Sum over conductors, positive into the branch. */
  readonly pW: number;
  readonly qVar: number;
}

export type BranchKind = 'line' | 'transformer';

export interface BranchResult {
  readonly kind: BranchKind;
  readonly id: string;
  readonly terminals: readonly TerminalResult[];
  readonly lossW: number;
  /** Against the normal rating, 1 = full: lines by their largest conductor current. NaN = no rating. */
  readonly loading: number;
}

/** One solved step of a circuit. */
export interface CircuitSolution {
  readonly status: StepStatus;
  readonly busIds: readonly string[];
  readonly nodes: readonly SolvedNode[];
  /** [node]; without supply NaN. */
  readonly voltageRe: Float64Array;
  readonly voltageIm: Float64Array;
  /** [node] phase-to-earth base of the node's bus; NaN where none is known. */
  readonly baseVoltageV: Float64Array;
  /** Lines in service in the circuit's order, then transformers. */
  readonly branches: readonly BranchResult[];
  /** Of the whole circuit, no-load losses included. */
  readonly lossW: number;
  /** Loads and generators that carry nothing because a node they stand on has no supply. */
  readonly unfedIds: readonly string[];
}

/**
 * What every study asks of the power flow. Studies that add load hand over a circuit that shares everything but `loads` and
 * `generators` with the one before, by identity, so a solver may keep its factors as long as the rest is the same.
 */
export type SolveCircuit = (circuit: Circuit) => Outcome<CircuitSolution>;

/** The network seen from a bus; fails when the bus has no supply. */
export type TheveninOf = (circuit: Circuit, busId: string) => Outcome<Thevenin>;

/** Only a converged solution may be read. */
export function isSolved(solution: CircuitSolution): boolean {
  return solution.status === 'converged';
}
