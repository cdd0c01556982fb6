/**
 * Shape of a load series (W, means over equal steps). Peaks are those of step means, so every figure holds for its step
 * only. NaN where there is no load.
 */

/** Load factor = mean/peak. */
export function loadFactor(loadW: ArrayLike<number>): number {
  const { mean, peak } = meanAndPeak(loadW);
  return peak > 0 ? mean / peak : Number.NaN;
}

/** Peak-to-average ratio = peak/mean. */
export function peakToAverage(loadW: ArrayLike<number>): number {
  const { mean, peak } = meanAndPeak(loadW);
  return mean > 0 ? peak / mean : Number.NaN;
}

/** Coincidence = peak(sum)/sum(peaks), at most 1 for loads. Series of one length. */
export function coincidenceFactor(seriesW: readonly ArrayLike<number>[]): number {
  const total = new Float64Array(seriesW[0]?.length ?? 0);
  let sumOfPeaksW = 0;
  for (const loadW of seriesW) {
    if (loadW.length !== total.length) return Number.NaN;
    sumOfPeaksW += meanAndPeak(loadW).peak;
    for (let step = 0; step < total.length; step += 1) total[step] = total[step]! + loadW[step]!;
  }
  return sumOfPeaksW > 0 ? meanAndPeak(total).peak / sumOfPeaksW : Number.NaN;
}

/** Diversity = 1/coincidence, at least 1 for loads. */
export function diversityFactor(seriesW: readonly ArrayLike<number>[]): number {
  return 1 / coincidenceFactor(seriesW);
}

function meanAndPeak(loadW: ArrayLike<number>): { mean: number; peak: number } {
  let sum = 0;
  let peak = loadW.length === 0 ? Number.NaN : -Infinity;
  for (let step = 0; step < loadW.length; step += 1) {
    sum += loadW[step]!;
    peak = Math.max(peak, loadW[step]!);
  }
  return { mean: sum / loadW.length, peak };
}
