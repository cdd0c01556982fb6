import { backward, forward } from './sweeps';
import { inject, type StepPowers, stepPowers } from './injections';
import { solverTables, type SolverTables } from './tables';
import type { CompiledFlow, SolveSettings } from '../flow';
import type { InjectionTable } from '../problem';

/** Arrays of one solver; nothing is allocated per step. */
export interface Workspace {
  readonly tables: SolverTables;
  readonly injections: InjectionTable;
  readonly powers: StepPowers;
  /** [position][3][re, im]: U, and the right-hand side. */
  readonly u: Float64Array;
  readonly b: Float64Array;
}

export function newWorkspace(flow: CompiledFlow): Workspace {
  const tables = solverTables(flow);
  const size = 6 * tables.blockCount;
  return {
    tables,
    injections: flow.referred.problem.injections,
    powers: stepPowers(tables),
    u: new Float64Array(size),
    b: new Float64Array(size),
  };
}

/** U := -Y^-1 (i(E + U) + Y_shunt U). Returns the largest |change|^2 (-1 when nothing but NaN). */
export function iterateOnce(work: Workspace): number {
  inject(work.tables, work.injections, work.powers, work.u, work.b);
  forward(work.tables, work.b);
  return backward(work.tables, work.b, work.u);
}

export interface FixedPointResult {
  iterations: number;
  converged: boolean;
  /** Estimated error of the voltages after the last iteration. */
  errorPu: number;
  lastChangePu: number;
}

/** Changes of this size are rounding, whatever they contract by. */
const ROUNDING_PU = 1e-14;
/** Below this share of the tolerance, the first change of a warm start needs no second one to be believed. */
const CERTAIN = 0.01;
/**
 * The last change in tolerances: branch currents of the voltages found are those of the loads at the voltages before, so
 * this over |v| is what the powers miss their balance by (1e-7 at a tolerance of 1e-8).
 */
const LARGEST_CHANGE = 5;
/** Steps before a contraction is believed, either way. */
const TRIAL = 4;

/**
 * Iterates until the error is below the tolerance, not the last change: with the contraction rho = |dU_k| / |dU_k-1| what
 * is still to come is |dU_k| rho / (1 - rho). The larger of the last two rho counts, as the largest change may still pass
 * from a lightly to a heavily loaded feeder. Gives up as soon as rho says that the iterations left will not do.
 */
export function iterate(work: Workspace, settings: SolveSettings, result: FixedPointResult): void {
  const { tolerancePu, maxIterations } = settings;
  let last = 0;
  let lastRho = 0;
  result.converged = false;
  for (let iteration = 1; iteration <= maxIterations; iteration++) {
    const change = Math.sqrt(iterateOnce(work));
    result.iterations = iteration;
    result.lastChangePu = change;
    if (!(change < Infinity)) return;
    const rho = iteration === 1 ? NaN : change / last;
    const slowest = rho > lastRho ? rho : lastRho;
    const first = iteration === 1;
    result.errorPu = first ? change / CERTAIN : slowest < 1 ? (change * slowest) / (1 - slowest) : Infinity;
    if (change <= ROUNDING_PU) result.errorPu = change;
    if (result.errorPu <= tolerancePu && change <= LARGEST_CHANGE * tolerancePu) {
      result.converged = true;
      return;
    }
    if (
      iteration >= TRIAL &&
      hopeless(change, Math.min(rho, lastRho), tolerancePu, maxIterations - iteration)
    )
      return;
    last = change;
    lastRho = rho === rho ? rho : 0;
  }
}

/** Whether even the better of the last two contractions leaves more than the tolerance after the iterations left. */
function hopeless(change: number, rho: number, tolerancePu: number, left: number): boolean {
  if (rho >= 1) return true;
  let error = (change * rho) / (1 - rho);
  for (let m = 0; m < left && error > tolerancePu; m++) error *= rho;
  return error > tolerancePu;
}
