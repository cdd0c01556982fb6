import type { ShareSeries } from './series';
import type { WeekExtremes } from './solveWeeks';

/** The share at which a usage passes 1, on a straight line between solved shares; undefined where none does. */
export function crossing(
  { shares, extremes }: ShareSeries,
  usageOf: (at: WeekExtremes) => number,
): number | undefined {
  let before = usageOf(extremes[0]!);
  if (before > 1) return 0;
  for (let i = 1; i < shares.length; i += 1) {
    const usage = usageOf(extremes[i]!);
    if (usage > 1) return shares[i - 1]! + ((1 - before) / (usage - before)) * (shares[i]! - shares[i - 1]!);
    before = usage;
  }
  return undefined;
}

export const lastShare = ({ shares }: ShareSeries) => shares[shares.length - 1]!;

/** What was solved at a share that was asked for. */
export function atShare({ shares, extremes }: ShareSeries, share: number): WeekExtremes | undefined {
  return extremes[shares.indexOf(share)];
}

/** Up to everybody has one device. */
export function upToAll(series: ShareSeries): ShareSeries {
  const count = series.shares.filter((share) => share <= 1).length;
  return { ...series, shares: series.shares.slice(0, count), extremes: series.extremes.slice(0, count) };
}
