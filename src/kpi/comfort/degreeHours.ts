/** Temperatures that are comfortable: at the limits too. */
export interface ComfortBand {
  readonly minDegC: number;
  readonly maxDegC: number;
}

export interface DegreeHours {
  /** sum max(0, T_min - T) dt, K h. */
  readonly tooColdKH: number;
  /** sum max(0, T - T_max) dt, K h. */
  readonly tooWarmKH: number;
}

/** Discomfort degree-hours of a room over equal steps. */
export function degreeHours(
  tempDegC: ArrayLike<number>,
  { minDegC, maxDegC }: ComfortBand,
  stepS: number,
): DegreeHours {
  let tooCold = 0;
  let tooWarm = 0;
  for (let step = 0; step < tempDegC.length; step += 1) {
    tooCold += Math.max(0, minDegC - tempDegC[step]!);
    tooWarm += Math.max(0, tempDegC[step]! - maxDegC);
  }
  return { tooColdKH: (tooCold * stepS) / 3600, tooWarmKH: (tooWarm * stepS) / 3600 };
}
