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

/** The band over a position's step, at least: loads of constant power answer to a step with a little more of the same. */
const LEAST_BAND_STEPS = 1.2;
/** More than regulators of distribution networks have: beyond it a file is taken for wrong. */
const MOST_PERCENT = 20;
/** Off-load taps of station transformers reach down to it: whatever stands there can still be set to it. */
const LOWEST_TAP_PERCENT = -5;

/** Why nothing could be regulated with some figures, in sentences. */
export interface RegulatorFault {
  readonly message: string;
  readonly remedy: string;
}

/**
 * What is wrong with figures of a regulator that is part of a line (`tapPercent` null) or of a transformer with this off-load tap;
 * null if nothing. A step that jumped over the band would find no rest: the band is no narrower than the widest of them.
 */
export function regulatorFault(settings: VoltageRegulator, tapPercent: number | null): RegulatorFault | null {
  const { stepPercent, minTap, maxTap, bandPu } = settings;
  if (!(minTap <= 0 && maxTap >= 0 && minTap < maxTap))
    return {
      message: 'Its positions do not reach to either side of 0.',
      remedy: 'Give a lowest position of at most 0 and a highest of at least 0, one of them not 0.',
    };
  if (Math.max(-minTap, maxTap) * stepPercent > MOST_PERCENT)
    return {
      message: `It reaches further than ${MOST_PERCENT} % of nominal voltage.`,
      remedy: `Give fewer positions or a smaller step: a reach of at most ${MOST_PERCENT} %.`,
    };
  // In whole millionths of nominal: 1.2 x 2.5 % is to be 3 % exactly.
  const band = Math.round(bandPu * 1e6);
  const [least, widest] = [LEAST_BAND_STEPS * stepPercent * 1e4, widestStepPu(settings, tapPercent) * 1e6];
  if (band >= Math.round(Math.max(least, widest))) return null;
  const percent = Math.ceil(Math.max(least, widest) / 100 - 1e-6) / 100;
  return {
    message:
      widest > least
        ? `Its band is narrower than its widest step, ${percent} % of nominal voltage: it would jump over it.`
        : `Its band is narrower than ${LEAST_BAND_STEPS} of its steps: it would jump over it.`,
    remedy: `Give a band of at least ${percent} %, smaller steps, or fewer positions.`,
  };
}

/**
 * Furthest that one step moves a voltage which has just left the band, pu. Steps of a transformer's winding widen upwards, as
 * 1 / (t0 - n s); those of a line, of the voltage before it, are wider the lower it stands.
 */
function widestStepPu(
  { stepPercent, minTap, maxTap, setPointPu, bandPu }: VoltageRegulator,
  tapPercent: number | null,
): number {
  const s = stepPercent / 100;
  const [low, high] = [setPointPu - bandPu / 2, setPointPu + bandPu / 2];
  if (tapPercent === null) return s * Math.max(low, minTap < 0 ? high / (1 + (minTap + 1) * s) : 0);
  const t0 = 1 + Math.min(tapPercent, LOWEST_TAP_PERCENT) / 100;
  // Up to the last position, down from it, down from the middle.
  const atTop = maxTap > 0 ? Math.max(low / (t0 - maxTap * s), high / (t0 - (maxTap - 1) * s)) : 0;
  return s * Math.max(atTop, minTap < 0 ? high / (t0 + s) : 0);
}
