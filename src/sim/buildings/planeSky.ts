import type { PerezParts } from '../weather';

/** What falls on an unshaded plane: from the sun's direction, from the sky, from the ground; [step]. */
export interface PlaneSky {
  readonly sunWPerM2: Float64Array;
  readonly skyWPerM2: Float64Array;
  readonly groundWPerM2: Float64Array;
  readonly cosIncidence: Float64Array;
}

export function planeSky(parts: PerezParts): PlaneSky {
  const { beamWPerM2, circumsolarWPerM2, skyWPerM2, horizonWPerM2, groundWPerM2, cosIncidence } = parts;
  return {
    sunWPerM2: beamWPerM2.map((beam, step) => beam + circumsolarWPerM2[step]!),
    skyWPerM2: skyWPerM2.map((sky, step) => sky + horizonWPerM2[step]!),
    groundWPerM2,
    cosIncidence,
  };
}

/** A plane's sky behind an even horizon; the ground is lit as in the open. */
export interface HorizonSky {
  readonly sky: PlaneSky;
  /** [step] Sine of the sun's elevation. */
  readonly up: Float64Array;
  /** The same of the horizon, and the share of the plane's sky above it. */
  readonly lowest: number;
  readonly open: number;
  /** Whether windows are open on the day of a step. */
  readonly warmAt: (step: number) => boolean;
}

/** Light from the sun's direction. */
export function directAt({ sky, up, lowest }: HorizonSky, step: number): number {
  return up[step]! < lowest ? 0 : sky.sunWPerM2[step]!;
}

/** Light from everywhere else; with the sun's it is not negative. */
export function diffuseAt({ sky, open }: HorizonSky, step: number, direct: number): number {
  return Math.max(open * sky.skyWPerM2[step]! + sky.groundWPerM2[step]!, -direct);
}

/** Both, [step]. */
export function incidentBehind(behind: HorizonSky): Float64Array {
  const incidentWPerM2 = new Float64Array(behind.up.length);
  for (let step = 0; step < incidentWPerM2.length; step += 1) {
    const direct = directAt(behind, step);
    incidentWPerM2[step] = direct + diffuseAt(behind, step, direct);
  }
  return incidentWPerM2;
}
