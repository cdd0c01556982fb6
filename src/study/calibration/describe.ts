import { confidences } from './identify';
import type { Point, Problem } from './leastSquares';
import type { CalibratedParameter, CalibrationParameter } from './parameters';

/** A move below this part of the range is none. */
const NO_MOVE = 1e-6;
const WIDEST_IDENTIFIED = 0.25;
const CONFUSED = 0.95;

/** The value at u; the start and the bounds come back to the last bit. */
export function valueAt({ start, lower, upper }: CalibrationParameter, u: number): number {
  if (u === (start - lower) / (upper - lower)) return start;
  if (u >= 1) return upper;
  return Math.min(upper, Math.max(lower, lower + u * (upper - lower)));
}

/** Where each parameter went, and how well the hours fix it there. */
export function describe(
  parameters: readonly CalibrationParameter[],
  problem: Problem,
  best: Point,
): CalibratedParameter[] {
  const known = problem.free.length > 0 ? confidences(problem, best) : [];
  return parameters.map((parameter, j) => {
    const { id, unit, start, lower, upper } = parameter;
    const u = best.u[j]!;
    const value = valueAt(parameter, u);
    const moved = Math.abs(u - problem.start[j]!) > NO_MOVE;
    const onBound = u <= NO_MOVE ? ('lower' as const) : u >= 1 - NO_MOVE ? ('upper' as const) : null;
    const base = { id, unit, start, value, lower, upper, moved, onBound };
    const confidence = known[problem.free.indexOf(j)];
    if (confidence === undefined) {
      return { ...base, standardError: NaN, identifiability: 'none' as const, confusedWith: null };
    }
    const twin = confidence.confusedWith;
    const isConfused = twin !== null && Math.abs(twin.correlation) > CONFUSED;
    const isWide = !(4 * confidence.standardError <= WIDEST_IDENTIFIED);
    return {
      ...base,
      standardError: Number.isFinite(confidence.standardError)
        ? confidence.standardError * (upper - lower)
        : NaN,
      identifiability: isConfused || isWide ? ('weak' as const) : ('identified' as const),
      confusedWith:
        twin === null
          ? null
          : { id: parameters[problem.free[twin.index]!]!.id, correlation: twin.correlation },
    };
  });
}
