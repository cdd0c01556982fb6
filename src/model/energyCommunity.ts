/**
 * How a building's customers share electricity with others behind their transformer. Those who share by the same rules are one
 * community; it is settled on paper, from the meters (src/study/money).
 */
export interface CommunityMembership {
  /**
   * Where the internal price lies between what feeding in is paid for outside (0: all of the gain is of who uses) and the most at
   * which nobody loses by using (1: all of it is of who gives).
   */
  readonly priceShare: number;
  /** Of the grid price, what is not due on shared electricity, 0 to 1. */
  readonly gridWaivedShare: number;
  /** Of the levies. */
  readonly levyWaivedShare: number;
}

/** Rules as a key: those of the same key behind one transformer are one community, for its battery and its settlement alike. */
export function rulesKey({ priceShare, gridWaivedShare, levyWaivedShare }: CommunityMembership): string {
  return [priceShare, gridWaivedShare, levyWaivedShare].join();
}
