import type { AppState } from '../appState';
import { runOf, scenarioOf, shownId } from '../selectors';
import { branchRatings, hoursAbove, standingOf, type Judge, type Standing } from '../standing';
import { REPLAY_ID } from '../present/presentState';
import { foldedDistrict, NO_TRANSFORMERS, transformersOf } from './effective';

/**
 * What the year of a scenario is judged by: its own limits, and its transformers with what its measures did to them. The year that a
 * replay begins with is of a scenario that need not stand in the document any more.
 */
export function judgeOf(state: AppState, id: string): Judge {
  const replayed = id === REPLAY_ID ? (state.present?.replayYear ?? null) : null;
  if (replayed === null)
    return { limits: scenarioOf(state, id)?.limits, transformers: transformersOf(state, id) };
  const { scenario, input } = replayed;
  return {
    limits: scenario.limits,
    transformers: foldedDistrict(input).network?.transformers ?? NO_TRANSFORMERS,
  };
}

/** Transformers and lines of a scenario's year against its limits; null without a year. */
export function standingIn(state: AppState, id = shownId(state)): Standing | null {
  const { result } = runOf(state, id);
  return result === null ? null : standingOf(result, judgeOf(state, id));
}

/** A branch's year as it is shown: all loadings of what it may carry. */
export interface ShownBranch {
  readonly kind: 'transformer' | 'line';
  readonly row: number;
  /** What it may carry, 1 = nameplate. */
  readonly rating: number;
  /** Largest of the year, percent of what it may carry. */
  readonly percentMax: number;
  readonly above80H: number;
  readonly above100H: number;
  readonly above120H: number;
}

/** Null without a year, or where the year knows no such branch. */
export function shownBranch(state: AppState, branchId: string, id = shownId(state)): ShownBranch | null {
  const { result } = runOf(state, id);
  const row = result?.rows.branchIds.indexOf(branchId) ?? -1;
  return result === null || row < 0 ? null : branchAt(state, row, id);
}

/** The branch in a row of a scenario's year, which is there. */
function branchAt(state: AppState, row: number, id: string): ShownBranch {
  const result = runOf(state, id).result!;
  const ratings = branchRatings(result, judgeOf(state, id));
  const hours = (share: number): number => hoursAbove(result, ratings, row, share);
  return {
    kind: row < result.rows.lineCount ? 'line' : 'transformer',
    row,
    rating: ratings[row]!,
    percentMax: (100 * result.table.branchLoadingMax[row]!) / ratings[row]!,
    ...{ above80H: hours(0.8), above100H: hours(1), above120H: hours(1.2) },
  };
}

/** All branches of a scenario's year, in its order; none without one. */
export function shownBranches(state: AppState, id = shownId(state)): readonly ShownBranch[] {
  const { result } = runOf(state, id);
  return result === null ? [] : result.rows.branchIds.map((_, row) => branchAt(state, row, id));
}

/** What every branch of a scenario's year may carry, 1 = nameplate; null without a year. */
export function ratingsIn(state: AppState, id: string): Float64Array | null {
  const { result } = runOf(state, id);
  return result === null ? null : branchRatings(result, judgeOf(state, id));
}
