import type { CompiledFlow, SolveSettings, StepStatus } from '../flow';
import { iterateOnce, type Workspace } from './fixedPoint';
import { assembleJacobian, type Jacobian, newJacobian } from './jacobian';
import { solveJacobian } from './jacobianSolve';
import { injectChange, linearise, newSlopes, type Slopes } from './slopes';
import { backward, forward } from './sweeps';

/** Second opinion on steps where the fixed point stalls; its arrays are made at the first such step. */
export interface NewtonSpace {
  readonly jacobian: Jacobian;
  readonly slopes: Slopes;
  readonly start: Float64Array;
  readonly residual: Float64Array;
  readonly step: Float64Array;
  readonly stalled: Float64Array;
  readonly hasLimits: boolean;
}

export interface NewtonResult {
  /** Passes over the network: those of the line search and the eliminations too. */
  iterations: number;
  /** Largest |g| left: what the next fixed-point iteration would still move. */
  mismatchPu: number;
}

export function newNewtonSpace(flow: CompiledFlow, work: Workspace): NewtonSpace {
  const size = work.u.length;
  return {
    jacobian: newJacobian(flow, work.tables),
    slopes: newSlopes(work.tables),
    start: new Float64Array(size),
    residual: new Float64Array(size),
    step: new Float64Array(size),
    stalled: new Float64Array(size),
    hasLimits: hasLimits(work),
  };
}

function hasLimits({ tables, injections }: Workspace): boolean {
  return tables.row.some((row) => {
    const [min, max] = [injections.limits[3 * row]!, injections.limits[3 * row + 1]!];
    return min > 0 || max < Infinity || (injections.cutOffPu?.[row] ?? 0) > 0;
  });
}

const DAMPED_STEPS = 25;
const WHOLE_STEPS = 16;
const HALVINGS = 6;
/** Steps in a row that leave nearly all of |g|: then Newton is creeping along the edge of what can be solved. */
const CREEPING_STEPS = 4;
const CREEPING = 0.9;
/** Above this mismatch a stop means that there is nothing to find; below, that rounding keeps the tolerance away. */
const NO_SOLUTION_PU = 1e-5;

/**
 * Newton on g(U) = U + Y^-1 (i(E + U) + Y_shunt U) = 0 from no load, with halving until |g| falls. Ends converged, or
 * infeasible: no descent left, or a solution of the lower branch (the fixed point runs away from it), which no network
 * can be operated at. Where rows change their law at limits, |g| has ridges there that stop a descent but not whole steps;
 * those are tried next.
 */
export function solveByNewton(
  work: Workspace,
  space: NewtonSpace,
  settings: SolveSettings,
  result: NewtonResult,
): StepStatus {
  const status = newton(work, space, settings, result, HALVINGS);
  if (status === 'converged' || !space.hasLimits) return status;
  const { mismatchPu } = result;
  space.stalled.set(work.u);
  if (newton(work, space, settings, result, 0) === 'converged') return 'converged';
  work.u.set(space.stalled);
  result.mismatchPu = mismatchPu;
  return status;
}

function newton(
  work: Workspace,
  space: NewtonSpace,
  settings: SolveSettings,
  result: NewtonResult,
  halvings: number,
): StepStatus {
  work.u.fill(0);
  let norm = residual(work, space, result);
  let lastSize = 0;
  let creeping = 0;
  const steps = halvings > 0 ? DAMPED_STEPS : WHOLE_STEPS;
  for (let step = 1; step <= steps && norm < Infinity && creeping < CREEPING_STEPS; step++) {
    newtonStep(work, space);
    result.iterations++;
    space.start.set(work.u);
    let share = 1;
    let next = moved(work, space, result, share);
    for (let halving = 0; halving < halvings && !(next < (1 - 1e-4 * share) * norm); halving++) {
      share *= 0.5;
      next = moved(work, space, result, share);
    }
    const size = largest(space.step, work.tables.firstActive) * share;
    const settled = share === 1 && (size * size) / lastSize < 0.1 * settings.tolerancePu;
    const falls = next < norm;
    if (settled || (!falls && size < settings.tolerancePu)) return verdict(work, space, settings, result);
    if (halvings > 0 && !falls) break;
    creeping = halvings > 0 && next > CREEPING * norm ? creeping + 1 : 0;
    norm = next;
    lastSize = size;
  }
  return result.mismatchPu < NO_SOLUTION_PU ? 'notConverged' : 'infeasible';
}

/** |g| after a share of the step from `start`. */
function moved(work: Workspace, space: NewtonSpace, result: NewtonResult, share: number): number {
  const { u } = work;
  for (let m = 6 * work.tables.firstActive; m < u.length; m++) {
    u[m] = space.start[m]! - share * space.step[m]!;
  }
  return residual(work, space, result);
}

/** g at U into `residual`; returns its Euclidean norm. U is unchanged. */
function residual(work: Workspace, space: NewtonSpace, result: NewtonResult): number {
  const g = space.residual;
  const from = 6 * work.tables.firstActive;
  g.set(work.u);
  result.mismatchPu = Math.sqrt(iterateOnce(work));
  result.iterations++;
  let square = 0;
  for (let m = from; m < g.length; m++) {
    const image = work.u[m]!;
    const before = g[m]!;
    const gap = before - image;
    work.u[m] = before;
    g[m] = gap;
    square += gap * gap;
  }
  const norm = Math.sqrt(square);
  return norm < Infinity ? norm : Infinity;
}

/**
 * step := (I + K)^-1 g, K = Y^-1 J, J = di/dU + Y_shunt: what it differs from g by is -(Y + J)^-1 J g. Where the matrix is
 * singular it is g, one more fixed-point iteration.
 */
function newtonStep(work: Workspace, { jacobian, slopes, residual: g, step }: NewtonSpace): void {
  linearise(work.tables, work.injections, work.powers, work.u, slopes);
  injectChange(work.tables, slopes, g, work.b);
  assembleJacobian(jacobian, work.tables, slopes);
  if (!solveJacobian(jacobian, work.b)) work.b.fill(0);
  for (let m = 6 * work.tables.firstActive; m < step.length; m++) step[m] = g[m]! + work.b[m]!;
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
  linearise(work.tables, work.injections, work.powers, work.u, space.slopes);
  const radius = growth(work, space, 0);
  if (radius <= 1) return false;
  return growth(work, space, radius) - radius > 1;
}

/** Growth per application of shift I - K, from a start that no eigenvector is orthogonal to in practice. */
function growth(work: Workspace, space: NewtonSpace, shift: number): number {
  const { tables, b } = work;
  const from = 6 * tables.firstActive;
  const d = space.start;
  const image = space.residual;
  for (let m = from; m < d.length; m++) d[m] = 1 + ((m * 7) % 11) / 11;
  let rate = 0;
  for (let step = 0; step < POWER_STEPS; step++) {
    const before = length(d, from);
    if (!(before > 0)) return 0;
    for (let m = from; m < d.length; m++) d[m] = d[m]! / before;
    injectChange(tables, space.slopes, d, b);
    forward(tables, b);
    // -K d
    backward(tables, b, image);
    for (let m = from; m < d.length; m++) d[m] = shift * d[m]! + image[m]!;
    rate = length(d, from);
  }
  return rate;
}

function length(d: Float64Array, from: number): number {
  let sum = 0;
  for (let m = from; m < d.length; m++) sum += d[m]! * d[m]!;
  return Math.sqrt(sum);
}
