/**
 * Bounded least squares for a model with few parameters and a long output: Levenberg and Marquardt's damped Gauss-Newton
 * step in a box. Written here because the library at hand (ml-levenberg-marquardt 5.1) asks the model for values outside
 * the bounds when it takes differences, goes on from steps that made the fit worse, knows no pull to the start, and gives
 * no derivatives back to tell what the data fix.
 *
 * Parameters are scaled to their range, u = (x - lower) / (upper - lower) in [0, 1]. The objective is
 *
 *     F(u) = sum((y_i - s_i(u))^2) / S_0 + w sum((u_j - u_j0)^2),   S_0 = the sum of squares at the start,
 *
 * so that a parameter moves only as far as it pays. As the second term is zero at the start and never negative, no
 * accepted step has a larger sum of squares than the start.
 */
export interface Problem {
  /** Residuals y - s in a fixed order, or null where the model gives no finite answer. */
  readonly residuals: (u: Float64Array) => Float64Array | null;
  readonly start: Float64Array;
  /** Parameters that may move. */
  readonly free: readonly number[];
  /** S_0 */
  readonly scale: number;
  /** w */
  readonly priorWeight: number;
  /** A relative gain below this ends a descent. */
  readonly leastGain: number;
}

export interface Point {
  readonly u: Float64Array;
  readonly residuals: Float64Array;
  readonly objective: number;
}

/** Step of the central differences, as a part of the range. */
const DIFFERENCE = 1e-3;
const MAX_STEPS = 40;
const MAX_DAMPING = 1e10;

export function evaluate(problem: Problem, u: Float64Array): Point | null {
  const residuals = problem.residuals(u);
  if (residuals === null) return null;
  let prior = 0;
  for (const j of problem.free) prior += (u[j]! - problem.start[j]!) * (u[j]! - problem.start[j]!);
  const objective = sumOfSquares(residuals) / problem.scale + problem.priorWeight * prior;
  return Number.isFinite(objective) ? { u, residuals, objective } : null;
}

export function sumOfSquares(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value * value;
  return sum;
}

/** From a point to a local minimum in the box; every step it takes lowers the objective. */
export function descend(problem: Problem, from: Point): Point {
  let point = from;
  let damping = 1e-3;
  for (let step = 0; step < MAX_STEPS; step += 1) {
    const columns = jacobian(problem, point);
    let next: Point | null = null;
    while (damping < MAX_DAMPING) {
      const u = dampedStep(problem, point, columns, damping);
      const tried = evaluate(problem, u);
      if (tried !== null && tried.objective < point.objective) {
        next = tried;
        damping = Math.max(1e-9, damping / 5);
        break;
      }
      damping *= 5;
    }
    if (next === null) return point;
    const gain = point.objective - next.objective;
    const isDone = gain <= problem.leastGain * point.objective;
    point = next;
    if (isDone) return point;
  }
  return point;
}

/** ds/du_j by central differences (one-sided at a bound); a column of zeros where the model fails beside the point. */
export function jacobian(problem: Problem, { u, residuals }: Point): Float64Array[] {
  return problem.free.map((j) => {
    const side = (shift: number): { r: Float64Array; at: number } => {
      const moved = Float64Array.from(u);
      moved[j] = Math.min(1, Math.max(0, u[j]! + shift));
      const r = moved[j] === u[j] ? null : problem.residuals(moved);
      return r === null ? { r: residuals, at: u[j]! } : { r, at: moved[j]! };
    };
    const [low, high] = [side(-DIFFERENCE), side(DIFFERENCE)];
    const width = high.at - low.at;
    return residuals.map((_, i) => (width === 0 ? 0 : (low.r[i]! - high.r[i]!) / width));
  });
}

/** (J'J + w I + d diag) h = J'r - w (u - u_0) with parameters held that the step would push out of the box. */
function dampedStep(
  problem: Problem,
  point: Point,
  columns: readonly Float64Array[],
  damping: number,
): Float64Array {
  const { free, start, scale, priorWeight } = problem;
  const pull = free.map(
    (j, a) => dot(columns[a]!, point.residuals) / scale - priorWeight * (point.u[j]! - start[j]!),
  );
  let active = free.map((_, a) => a);
  active = active.filter((a) => {
    const at = point.u[free[a]!]!;
    return !(at <= 0 && pull[a]! < 0) && !(at >= 1 && pull[a]! > 0);
  });
  const matrix = active.map((a) =>
    active.map((b) => dot(columns[a]!, columns[b]!) / scale + (a === b ? priorWeight : 0)),
  );
  active.forEach((_, k) => (matrix[k]![k] = matrix[k]![k]! * (1 + damping) + damping * 1e-9));
  const h = solveSymmetric(
    matrix,
    active.map((a) => pull[a]!),
  );
  const u = Float64Array.from(point.u);
  active.forEach((a, k) => {
    const j = free[a]!;
    u[j] = Math.min(1, Math.max(0, u[j]! + (h?.[k] ?? 0)));
  });
  return u;
}

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += a[i]! * b[i]!;
  return sum;
}

/** A x = b for a symmetric positive definite A by Cholesky's factors; null when A is not. */
export function solveSymmetric(a: readonly (readonly number[])[], b: readonly number[]): number[] | null {
  const n = b.length;
  const l = a.map((row) => [...row]);
  for (let j = 0; j < n; j += 1) {
    for (let i = j; i < n; i += 1) {
      let sum = a[i]![j]!;
      for (let k = 0; k < j; k += 1) sum -= l[i]![k]! * l[j]![k]!;
      if (i > j) l[i]![j] = sum / l[j]![j]!;
      else if (sum > 0) l[j]![j] = Math.sqrt(sum);
      else return null;
    }
  }
  const x = [...b];
  for (let i = 0; i < n; i += 1) {
    for (let k = 0; k < i; k += 1) x[i] = x[i]! - l[i]![k]! * x[k]!;
    x[i] = x[i]! / l[i]![i]!;
  }
  for (let i = n - 1; i >= 0; i -= 1) {
    for (let k = i + 1; k < n; k += 1) x[i] = x[i]! - l[k]![i]! * x[k]!;
    x[i] = x[i]! / l[i]![i]!;
  }
  return x;
}

/** Lengths of the coordinate search, as parts of the range. */
const REACHES = [1 / 2, 1 / 4, 1 / 8, 1 / 16, 1 / 32, 1 / 64];

/**
 * Tries each parameter a way up and down, further first: leaves a kink or a flat place on which the derivatives say
 * nothing. Takes the first that lowers the objective.
 */
export function poll(problem: Problem, point: Point): Point | null {
  for (const reach of REACHES) {
    for (const j of problem.free) {
      for (const shift of [reach, -reach]) {
        const u = Float64Array.from(point.u);
        u[j] = Math.min(1, Math.max(0, u[j]! + shift));
        const tried = u[j] === point.u[j] ? null : evaluate(problem, u);
        if (tried !== null && tried.objective < point.objective * (1 - 1e-4)) return tried;
      }
    }
  }
  return null;
}
