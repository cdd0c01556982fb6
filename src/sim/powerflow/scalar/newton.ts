import type { SolveSettings, StepStatus } from '../flow';
import { iterateOnce, type Workspace } from './fixedPoint';
import { applyLoadOperator, dot, type KrylovSpace, newKrylovSpace, solveNewtonStep } from './krylov';

/** Second opinion on steps where the fixed point stalls; its arrays are made at the first such step. */
export interface NewtonSpace {
  readonly krylov: KrylovSpace;
  readonly start: Float64Array;
  readonly residual: Float64Array;
  readonly step: Float64Array;
}

export interface NewtonResult {
  iterations: number;
  /** Largest |g| left: what the next fixed-point iteration would still move. */
  mismatchPu: number;
}

export function newNewtonSpace(size: number): NewtonSpace {
  return {
    krylov: newKrylovSpace(size),
    start: new Float64Array(size),
    residual: new Float64Array(size),
    step: new Float64Array(size),
  };
}

const STEPS = 25;
const HALVINGS = 6;
const REDUCTION = 1e-3;
/** Above this mismatch a stop means that there is nothing to find; below, that rounding keeps the tolerance away. */
const NO_SOLUTION_PU = 1e-5;

/**
 * Newton on g(U) = U + Y^-1 (i(E + U) + Y_shunt U) = 0 from no load, with halving until |g| falls. Ends converged, or
 * infeasible: no descent left, or a solution of the lower branch (the fixed point runs away from it), which no network
 * can be operated at.
 */
export function solveByNewton(
  work: Workspace,
  space: NewtonSpace,
  settings: SolveSettings,
  result: NewtonResult,
): StepStatus {
  work.u.fill(0);
  let norm = residual(work, space, result);
  let lastStep = Infinity;
  for (let step = 1; step <= STEPS; step++) {
    solveNewtonStep(work, space.krylov, space.residual, space.step, REDUCTION);
    space.start.set(work.u);
    let share = 1;
    let next = norm;
    for (let halving = 0; halving <= HALVINGS; halving++, share *= 0.5) {
      move(work, space, share);
      next = residual(work, space, result);
      if (next < (1 - 1e-4 * share) * norm) break;
    }
    result.iterations++;
    const size = largest(space.step, work.tables.firstActive) * share;
    const error = Math.max(REDUCTION * size, (size * size) / lastStep);
    const settled = share === 1 && error < 0.1 * settings.tolerancePu;
    if (settled || (next >= norm && size < settings.tolerancePu))
      return verdict(work, space, settings, result);
    if (!(next < norm)) break;
    norm = next;
    lastStep = size;
  }
  return result.mismatchPu < NO_SOLUTION_PU ? 'notConverged' : 'infeasible';
}

/** g at U into `residual`; returns its Euclidean norm. U is unchanged. */
function residual(work: Workspace, space: NewtonSpace, result: NewtonResult): number {
  const g = space.residual;
  const from = 6 * work.tables.firstActive;
  g.set(work.u);
  result.mismatchPu = Math.sqrt(iterateOnce(work));
  for (let m = from; m < g.length; m++) {
    const image = work.u[m]!;
    work.u[m] = g[m]!;
    g[m] = g[m]! - image;
  }
  const norm = Math.sqrt(dot(g, g, from));
  return norm < Infinity ? norm : Infinity;
}

function move(work: Workspace, space: NewtonSpace, share: number): void {
  const { u } = work;
  for (let m = 6 * work.tables.firstActive; m < u.length; m++)
    u[m] = space.start[m]! - share * space.step[m]!;
}

function largest(d: Float64Array, firstActive: number): number {
  let square = 0;
  for (let m = 6 * firstActive; m < d.length; m += 2) {
    square = Math.max(square, d[m]! * d[m]! + d[m + 1]! * d[m + 1]!);
  }
  return Math.sqrt(square);
}

/** A last fixed-point iteration makes currents and voltages agree, unless it would lead away. */
function verdict(
  work: Workspace,
  space: NewtonSpace,
  settings: SolveSettings,
  result: NewtonResult,
): StepStatus {
  if (onLowerBranch(work, space)) return 'infeasible';
  result.mismatchPu = Math.sqrt(iterateOnce(work));
  result.iterations++;
  return result.mismatchPu <= settings.tolerancePu ? 'converged' : 'notConverged';
}

const POWER_STEPS = 24;

/**
 * Along the solutions from no load up to the nose det(I + K) keeps its sign; beyond, K has a real eigenvalue below -1.
 * Largest eigenvalue r of K by the power method; if r > 1, that of r I - K tells how far the spectrum reaches to the left.
 */
function onLowerBranch(work: Workspace, space: NewtonSpace): boolean {
  const radius = growth(work, space, 0);
  if (radius <= 1) return false;
  return growth(work, space, radius) - radius > 1;
}

/** Growth per application of shift I - K, from a start that no eigenvector is orthogonal to in practice. */
function growth(work: Workspace, space: NewtonSpace, shift: number): number {
  const from = 6 * work.tables.firstActive;
  const d = space.start;
  const image = space.residual;
  for (let m = from; m < d.length; m++) d[m] = 1 + ((m * 7) % 11) / 11;
  let rate = 0;
  for (let step = 0; step < POWER_STEPS; step++) {
    const before = Math.sqrt(dot(d, d, from));
    if (!(before > 0)) return 0;
    for (let m = from; m < d.length; m++) d[m] = d[m]! / before;
    applyLoadOperator(work, d, image);
    for (let m = from; m < d.length; m++) d[m] = shift * d[m]! - image[m]!;
    rate = Math.sqrt(dot(d, d, from));
  }
  return rate;
}
