import { dot, jacobian, type Point, type Problem, solveSymmetric, sumOfSquares } from './leastSquares';

/** What the hours say about each free parameter, in parts of its range. */
export interface Confidence {
  readonly standardError: number;
  /** Index into `free` of the parameter most confused with this one, and the correlation. */
  readonly confusedWith: { readonly index: number; readonly correlation: number } | null;
}

/**
 * Covariance of the estimates, C = s^2 (J'J)^-1 with s^2 = sum(r^2) / (n - k), without the pull to the starting values.
 * Residuals of neighbouring hours are alike in practice, so the true errors are larger: read it as a ranking.
 */
export function confidences(problem: Problem, point: Point): Confidence[] {
  const columns = jacobian(problem, point);
  const lengths = columns.map((column) => Math.sqrt(sumOfSquares(column)));
  const count = point.residuals.length;
  const variance = sumOfSquares(point.residuals) / Math.max(1, count - columns.length);
  const active = lengths.flatMap((length, index) => (length > 0 ? [index] : []));
  // Unit columns: the matrix then holds cosines, and what is singular shows whatever the units.
  const cosines = active.map((a) =>
    active.map((b) => dot(columns[a]!, columns[b]!) / (lengths[a]! * lengths[b]!) + (a === b ? RIDGE : 0)),
  );
  const inverse = active.map((_, k) =>
    solveSymmetric(
      cosines,
      active.map((__, l) => (k === l ? 1 : 0)),
    ),
  );
  return lengths.map((length, index) => {
    const k = active.indexOf(index);
    const own = inverse[k]?.[k];
    if (k < 0 || own === undefined) return { standardError: Infinity, confusedWith: null };
    let confusedWith: Confidence['confusedWith'] = null;
    active.forEach((other, l) => {
      if (l === k) return;
      const correlation = inverse[k]![l]! / Math.sqrt(own * inverse[l]![l]!);
      if (confusedWith === null || Math.abs(correlation) > Math.abs(confusedWith.correlation)) {
        confusedWith = { index: other, correlation };
      }
    });
    return { standardError: Math.sqrt(variance * own) / length, confusedWith };
  });
}

/** Keeps the cosine matrix of two equal columns invertible; far below any real difference. */
const RIDGE = 1e-12;
