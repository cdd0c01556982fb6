import type { CompiledFlow, SolveSettings, StepStatus } from '../flow';
import { toNodeVoltages } from '../factor/refer';
import { type FixedPointResult, iterate, iterateOnce, newWorkspace, type Workspace } from './fixedPoint';
import { gatherPowers, inject } from './injections';
import { newNewtonSpace, type NewtonSpace, solveByNewton } from './newton';
import { backwardPassive } from './sweeps';

export interface StepResult {
  status: StepStatus;
  /** Passes over the network, those of Newton's steps (one each) included. */
  iterations: number;
  /** Converged: estimated error of the voltages. Else: the largest voltage change that one more iteration would make. */
  mismatchPu: number;
  /** Not converged: node (3 * block + slot) whose current is furthest from settled; else -1. */
  worstNode: number;
}

/**
 * The readable solver: one step at a time in plain TypeScript, warm-started from the step before. The batch solver does the
 * same arithmetic for several steps at once.
 */
export interface ScalarSolver {
  /** [block][3][re, im]: node voltages of the latest step, per unit. Absent slots mean nothing. */
  readonly voltage: Float64Array;
  /** Power of injection row r: pW[offset + r * stride], qVar likewise. The result is reused by the next call. */
  solveStep(
    pW: Float64Array | Float32Array,
    qVar: Float64Array | Float32Array,
    offset?: number,
    stride?: number,
  ): Readonly<StepResult>;
  /** Forgets the step before: the next one starts from the voltages without load. */
  restart(): void;
}

export function createScalarSolver(flow: CompiledFlow, settings: SolveSettings): ScalarSolver {
  const work = newWorkspace(flow);
  const voltage = new Float64Array(6 * flow.problem.blockCount);
  const result: StepResult = { status: 'converged', iterations: 0, mismatchPu: 0, worstNode: -1 };
  const fixedPoint: FixedPointResult = { iterations: 0, converged: false, errorPu: 0, lastChangePu: 0 };
  let newton: NewtonSpace | undefined;

  const secondOpinion = (): void => {
    newton ??= newNewtonSpace(flow, work);
    result.status = solveByNewton(work, newton, settings, result);
    if (result.status === 'converged') return;
    result.worstNode = worstNode(flow, work, newton);
  };

  return {
    voltage,
    restart: () => void work.u.fill(0),
    solveStep(pW, qVar, offset = 0, stride = 1) {
      gatherPowers(work.tables, work.powers, pW, qVar, offset, stride);
      iterate(work, settings, fixedPoint);
      result.iterations = fixedPoint.iterations;
      result.mismatchPu = fixedPoint.errorPu;
      result.status = 'converged';
      result.worstNode = -1;
      if (!fixedPoint.converged) secondOpinion();
      backwardPassive(work.tables, work.u);
      if (!writeVoltages(flow, work, voltage)) result.status = 'infeasible';
      if (result.status !== 'converged') work.u.fill(0);
      return result;
    },
  };
}

/** V = E + U in node variables and block order; false when anything is not finite. */
function writeVoltages(flow: CompiledFlow, work: Workspace, voltage: Float64Array): boolean {
  const { order } = flow;
  const { noLoad } = work.tables;
  const { u } = work;
  let sum = 0;
  for (let k = 0; k < order.length; k++) {
    const from = 6 * k;
    const to = 6 * order[k]!;
    for (let c = 0; c < 6; c++) {
      const value = noLoad[from + c]! + u[from + c]!;
      voltage[to + c] = value;
      sum += value;
    }
  }
  toNodeVoltages(flow.referred.reference, voltage);
  return sum - sum === 0;
}

/** Node whose injected current one more iteration would still change most: there the load is that cannot be met. */
function worstNode(flow: CompiledFlow, work: Workspace, space: NewtonSpace): number {
  const { tables, injections, powers, u, b } = work;
  inject(tables, injections, powers, u, space.start);
  space.step.set(u);
  iterateOnce(work);
  inject(tables, injections, powers, u, b);
  u.set(space.step);
  let worst = -1;
  let largest = -1;
  for (let node = 3 * tables.firstActive; node < 3 * flow.order.length; node++) {
    const re = b[2 * node]! - space.start[2 * node]!;
    const im = b[2 * node + 1]! - space.start[2 * node + 1]!;
    const square = re * re + im * im;
    if (square <= largest) continue;
    const k = (node / 3) | 0;
    worst = 3 * flow.order[k]! + node - 3 * k;
    largest = square;
    // NaN or overflow: nothing is larger.
    if (!(square < Infinity)) break;
  }
  return worst;
}
