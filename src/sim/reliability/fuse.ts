/** From which current on a fuse is sure to have cleared within a time. */
export interface FuseClearing {
  readonly withinS: number;
  readonly minimumCurrentA: number;
}

/**
 * A fuse at the feeding end of a line, with the figures of its own data sheet: characteristics of gG fuses are input,
 * never built in. `source` says where they come from; figures without one are `unknown_untraceable`.
 */
export interface Fuse {
  readonly id: string;
  readonly lineId: string;
  readonly ratedCurrentA: number;
  readonly clearing: readonly FuseClearing[];
  readonly source: string;
}

export type FuseVerdict = 'clears' | 'tooSlow' | 'noData';

/**
 * Smallest current that the fuse's data promise to clear within `withinS` (5 s for distribution circuits or 0.4 s for
 * final circuits, as the reader's rules ask): the least of all entries that are at least as fast. NaN = no such entry.
 */
export function minimumClearingCurrentA(fuse: Fuse, withinS: number): number {
  let leastA = NaN;
  for (const entry of fuse.clearing) {
    if (entry.withinS <= withinS && !(entry.minimumCurrentA >= leastA)) leastA = entry.minimumCurrentA;
  }
  return leastA;
}

/** Does the fuse clear this current within the time? */
export function fuseVerdict(fuse: Fuse, currentA: number, withinS: number): FuseVerdict {
  const neededA = minimumClearingCurrentA(fuse, withinS);
  if (Number.isNaN(neededA)) return 'noData';
  return currentA >= neededA ? 'clears' : 'tooSlow';
}
