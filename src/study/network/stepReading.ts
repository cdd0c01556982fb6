import { isSolved, type BranchKind, type CircuitSolution } from './solver';
import {
  type SolvedNodes,
  supplyPoints,
  supplyVoltagesPu,
  threePhasePoints,
  unbalanceFactors,
  type SupplyPoint,
  type ThreePhasePoint,
  type VoltageReference,
} from './supplyVoltage';

/** What the rows of a year's readings are; taken once from any solution of the circuit. */
export interface ReadingLayout {
  readonly points: readonly SupplyPoint[];
  readonly threePhase: readonly ThreePhasePoint[];
  readonly branches: readonly { readonly kind: BranchKind; readonly id: string }[];
}

/** One step of a year. Everything is NaN where the step has no solution. */
export interface StepReading {
  /** [supply point] */
  readonly vPu: Float64Array;
  /** [three-phase bus] |V-|/|V+| */
  readonly unbalance: Float64Array;
  /** [branch] 1 = full */
  readonly loading: Float64Array;
  /** [branch] */
  readonly lossW: Float64Array;
  readonly totalLossW: number;
}

/** What a layout is taken from: nodes with their bases, and the branches in service. */
export interface LayoutSource extends SolvedNodes {
  readonly branches: readonly { readonly kind: BranchKind; readonly id: string }[];
}

export function readingLayout(solution: LayoutSource, reference: VoltageReference): ReadingLayout {
  return {
    points: supplyPoints(solution, reference),
    threePhase: threePhasePoints(solution),
    branches: solution.branches.map(({ kind, id }) => ({ kind, id })),
  };
}

/** Reads a step of the circuit that the layout was made for (same buses, same branches in service). */
export function readStep(layout: ReadingLayout, solution: CircuitSolution): StepReading {
  if (!isSolved(solution)) return noReading(layout);
  return {
    vPu: supplyVoltagesPu(solution, layout.points),
    unbalance: unbalanceFactors(solution, layout.threePhase),
    loading: Float64Array.from(solution.branches, (branch) => branch.loading),
    lossW: Float64Array.from(solution.branches, (branch) => branch.lossW),
    totalLossW: solution.lossW,
  };
}

/** A step without solution. */
export function noReading(layout: ReadingLayout): StepReading {
  const none = (length: number): Float64Array => new Float64Array(length).fill(NaN);
  return {
    vPu: none(layout.points.length),
    unbalance: none(layout.threePhase.length),
    loading: none(layout.branches.length),
    lossW: none(layout.branches.length),
    totalLossW: NaN,
  };
}
