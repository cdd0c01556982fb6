/** Own generation used on the spot, over equal steps. Generation, load and charge are non-negative, W. */
export interface SelfUseInput {
  readonly generationW: ArrayLike<number>;
  readonly loadW: ArrayLike<number>;
  /** What a battery takes in; absent without storage. */
  readonly chargeW?: ArrayLike<number>;
}

export interface SelfUse {
  /** SC = sum min(g, l + charge)/sum g; NaN without generation. */
  readonly selfConsumption: number;
  /** SS = the same numerator/sum l; NaN without load. */
  readonly selfSufficiency: number;
}

/**
 * Self-consumption and self-sufficiency with one numerator, so that SC sum(g) = SS sum(l). Generation that goes into the
 * battery counts as used, its losses with it; what the battery gives back is not counted again. Steps are means: finer
 * steps give lower figures.
 */
export function selfUse({ generationW, loadW, chargeW }: SelfUseInput): SelfUse {
  if (loadW.length !== generationW.length || (chargeW !== undefined && chargeW.length !== loadW.length)) {
    return { selfConsumption: Number.NaN, selfSufficiency: Number.NaN };
  }
  let usedW = 0;
  let sumGenerationW = 0;
  let sumLoadW = 0;
  for (let step = 0; step < loadW.length; step += 1) {
    usedW += Math.min(generationW[step]!, loadW[step]! + (chargeW?.[step] ?? 0));
    sumGenerationW += generationW[step]!;
    sumLoadW += loadW[step]!;
  }
  return {
    selfConsumption: sumGenerationW > 0 ? usedW / sumGenerationW : Number.NaN,
    selfSufficiency: sumLoadW > 0 ? usedW / sumLoadW : Number.NaN,
  };
}

/** Curtailment = (available - delivered)/available over the year; NaN where nothing was available. */
export function curtailmentShare(availableW: ArrayLike<number>, deliveredW: ArrayLike<number>): number {
  if (availableW.length !== deliveredW.length) return Number.NaN;
  let available = 0;
  let lost = 0;
  for (let step = 0; step < availableW.length; step += 1) {
    available += availableW[step]!;
    lost += availableW[step]! - deliveredW[step]!;
  }
  return available > 0 ? lost / available : Number.NaN;
}
