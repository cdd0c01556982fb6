/** A shock seen through what is served against what is wanted, over equal steps; both in one unit, for example W. */
export interface ShockSeries {
  readonly served: ArrayLike<number>;
  readonly wanted: ArrayLike<number>;
  readonly stepS: number;
}

/**
 * R = sum min(Q, Q_0)/sum Q_0 with Q served and Q_0 wanted: 1 without a shock. More than wanted in one hour does not make
 * up for another. NaN where nothing is wanted or the series differ in length.
 */
export function resilience({ served, wanted }: ShockSeries): number {
  if (served.length !== wanted.length) return Number.NaN;
  let kept = 0;
  let all = 0;
  for (let step = 0; step < wanted.length; step += 1) {
    kept += Math.min(served[step]!, wanted[step]!);
    all += wanted[step]!;
  }
  return all > 0 ? kept / all : Number.NaN;
}

export interface Recovery {
  /** First step below full service; undefined without a shock. */
  readonly shockStep: number | undefined;
  /** Lowest share served. */
  readonly lowestShare: number;
  /** From the shock to the first step after which service stays full: 0 without a shock, Infinity if it does not come back. */
  readonly recoveryTimeH: number;
}

/** Service counts as full from this share of what is wanted; where nothing is wanted, too. NaN where it is not told. */
export function recovery({ served, wanted, stepS }: ShockSeries, fullShare = 0.999): Recovery {
  let shockStep: number | undefined;
  let lastShort = -1;
  let lowestShare = 1;
  for (let step = 0; step < wanted.length; step += 1) {
    const share = wanted[step]! > 0 ? (served[step] ?? Number.NaN) / wanted[step]! : 1;
    if (share >= fullShare) continue;
    if (Number.isNaN(share)) return { shockStep: undefined, lowestShare: share, recoveryTimeH: share };
    shockStep ??= step;
    lastShort = step;
    lowestShare = Math.min(lowestShare, share);
  }
  if (shockStep === undefined) return { shockStep, lowestShare, recoveryTimeH: 0 };
  const back = lastShort + 1;
  const recoveryTimeH = back < wanted.length ? ((back - shockStep) * stepS) / 3600 : Infinity;
  return { shockStep, lowestShare, recoveryTimeH };
}
