/**
 * Moves in whole positions under load, so that the voltage behind it stays in a band. Position 0 is the middle: a transformer
 * there has its off-load tap's ratio, a line is as if it had none. Above 0 it raises the voltage, below it lowers it.
 */
export interface VoltageRegulator {
  /** Of one position, percent of nominal voltage. */
  readonly stepPercent: number;
  /** Lowest and highest position, whole numbers on either side of 0. */
  readonly minTap: number;
  readonly maxTap: number;
  /** Mean of the three phase voltages behind it, pu of nominal. */
  readonly setPointPu: number;
  /** Whole width: it rests within half of it to either side of the set-point. */
  readonly bandPu: number;
}

/**
 * The band over a position's step, at least: near the end of the range a step in a transformer's ratio moves the voltage by up to
 * a fifth more than its percentage, and a step that jumps over the band would find no rest.
 */
const LEAST_BAND_STEPS = 1.2;
/** More than regulators of distribution networks have: beyond it a file is taken for wrong. */
const MOST_PERCENT = 20;

/** Why nothing could be regulated with these figures, in a sentence; null if it can. */
export function regulatorFault({ stepPercent, minTap, maxTap, bandPu }: VoltageRegulator): string | null {
  if (!(minTap <= 0 && maxTap >= 0 && minTap < maxTap))
    return 'Its positions do not reach to either side of 0.';
  if (Math.max(-minTap, maxTap) * stepPercent > MOST_PERCENT)
    return `It reaches further than ${MOST_PERCENT} % of nominal voltage.`;
  // In whole millionths of nominal: 1.2 x 2.5 % is to be 3 % exactly.
  const [band, step] = [Math.round(bandPu * 1e6), Math.round(stepPercent * 1e4)];
  if (band < Math.round(LEAST_BAND_STEPS * step))
    return `Its band is narrower than ${LEAST_BAND_STEPS} of its steps: it would jump over it.`;
  return null;
}
