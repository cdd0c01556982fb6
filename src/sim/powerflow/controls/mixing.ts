/** Points near the best one that a new one is drawn from, and points remembered to choose them from. */
const DEPTH = 8;
const MEMORY = 24;
/** Share of the residual that no difference explains. */
const SHARE = 0.5;

interface Point {
  readonly x: Float64Array;
  readonly residual: Float64Array;
  readonly norm: number;
}

/**
 * Solves g(x) = x where steps x + share (g(x) - x) alone would swing (steep curves against a weak network). From the best
 * point x with r = g(x) - x, differences dx, dr to the points nearest to it and gamma minimising |r - sum gamma dr|,
 *
 *   next = x + share r - sum gamma (dx + share dr),   no further than a radius
 *
 * which is Anderson's mixing (Walker and Ni, SIAM J. Numer. Anal. 49, 2011; one variable: the secant method). Every other
 *point that is no better halves the radius, a better one doubles it: past a kink of g the differences become local.
 */
export class Mixing {
  private points: Point[] = [];
  private best: Point | null = null;
  private radius = 1;

  /** The best x so far. */
  get nearest(): Float64Array | undefined {
    return this.best?.x;
  }

  /** The next x to try; `isUsable` is false where g could not be evaluated at x; the first x must be. */
  next(x: Float64Array, residual: Float64Array, isUsable = true): Float64Array {
    const norm = isUsable ? Math.sqrt(dot(residual, residual)) : Infinity;
    const point = { x: x.slice(), residual: residual.slice(), norm };
    if (isUsable) this.points = [...this.points.slice(1 - MEMORY), point];
    if (norm < (this.best?.norm ?? Infinity)) {
      this.best = point;
      this.radius = Math.min(1, 2 * this.radius);
    } else if (this.best !== null) {
      this.radius = Math.min(this.radius, largestGap(x, this.best.x)) / 2;
    }
    return this.best === null ? x : this.bounded(this.best, this.mixed(this.best));
  }

  private mixed(best: Point): Float64Array {
    const near = this.points
      .filter((point) => point !== best)
      .map((point) => ({ point, gap: largestGap(point.x, best.x) }))
      .sort((a, b) => a.gap - b.gap)
      .slice(0, DEPTH);
    const dx = near.map(({ point }) => best.x.map((value, k) => value - point.x[k]!));
    const dr = near.map(({ point }) => best.residual.map((value, k) => value - point.residual[k]!));
    const gamma = leastSquares(dr, best.residual);
    const next = best.x.map((value, k) => value + SHARE * best.residual[k]!);
    gamma.forEach((weight, j) => {
      for (let k = 0; k < next.length; k++) next[k]! -= weight * (dx[j]![k]! + SHARE * dr[j]![k]!);
    });
    return next;
  }

  private bounded({ x }: Point, next: Float64Array): Float64Array {
    const gap = largestGap(next, x);
    const scale = gap > this.radius ? this.radius / gap : 1;
    return next.map((value, k) => x[k]! + scale * (value - x[k]!));
  }
}

function largestGap(a: Float64Array, b: Float64Array): number {
  return a.reduce((most, value, k) => Math.max(most, Math.abs(value - b[k]!)), 0);
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}

/** Weights of the columns that come nearest to the target; a column that the ones before span gets none (Gram-Schmidt). */
function leastSquares(columns: readonly Float64Array[], target: Float64Array): number[] {
  const basis: Float64Array[] = [];
  const parts: number[][] = [];
  for (const column of columns) {
    const rest = column.slice();
    const part = basis.map((unit) => {
      const along = dot(unit, rest);
      for (let k = 0; k < rest.length; k++) rest[k]! -= along * unit[k]!;
      return along;
    });
    const size = Math.sqrt(dot(rest, rest));
    const isNew = size > 1e-10 * Math.sqrt(dot(column, column));
    basis.push(isNew ? rest.map((value) => value / size) : new Float64Array(rest.length));
    parts.push([...part, isNew ? size : 0]);
  }
  const weights = basis.map((unit) => dot(unit, target));
  for (let j = columns.length - 1; j >= 0; j--) {
    for (let later = j + 1; later < columns.length; later++) {
      weights[j]! -= parts[later]![j]! * weights[later]!;
    }
    const size = parts[j]![j]!;
    weights[j] = size === 0 ? 0 : weights[j]! / size;
  }
  return weights;
}
