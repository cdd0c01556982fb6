import { J_PER_KWH } from '../../units/suffixes';

/** Power of one group (a sector, or vulnerable homes) through a shock, W over equal steps. */
export interface ServedGroup {
  readonly id: string;
  readonly servedW: ArrayLike<number>;
  readonly wantedW: ArrayLike<number>;
  /** What a kilowatt-hour not served costs this group; there is no default, for no source is at hand. */
  readonly valueOfLostLoadPerKwh?: number;
}

export interface GroupLoss {
  readonly id: string;
  readonly unservedJ: number;
  /** Hours in which something is wanted and nothing is served; NaN, as the others, where a step is not told. */
  readonly hoursWithoutSupply: number;
  /** NaN without a value of lost load. */
  readonly cost: number;
}

/** Who loses in a shock: sum max(0, wanted - served) dt by group. */
export function lossesByGroup(groups: readonly ServedGroup[], stepS: number): readonly GroupLoss[] {
  return groups.map(({ id, servedW, wantedW, valueOfLostLoadPerKwh = Number.NaN }) => {
    let unservedW = 0;
    let darkSteps = 0;
    for (let step = 0; step < wantedW.length; step += 1) {
      const served = servedW[step] ?? Number.NaN;
      unservedW += Math.max(0, wantedW[step]! - served);
      if (wantedW[step]! > 0 && served <= 0) darkSteps += 1;
    }
    const unservedJ = unservedW * stepS;
    return {
      id,
      unservedJ,
      hoursWithoutSupply: Number.isNaN(unservedJ) ? Number.NaN : (darkSteps * stepS) / 3600,
      cost: (unservedJ / J_PER_KWH) * valueOfLostLoadPerKwh,
    };
  });
}
