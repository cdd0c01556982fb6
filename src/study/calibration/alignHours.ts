/** Mean power of whole hours from a first instant on. */
export interface HourlySeries {
  /** Start of the first hour, seconds since 1970 UTC. */
  readonly startS: number;
  /** W, NaN where missing. */
  readonly pW: Float64Array;
}

/**
 * The second series on the hours of the first; hours that it lacks are NaN. null when the hours of the two do not begin at
 * the same minute.
 */
export function alignHours(onto: HourlySeries, other: HourlySeries): Float64Array | null {
  const shiftS = onto.startS - other.startS;
  if (shiftS % 3600 !== 0) return null;
  const shift = shiftS / 3600;
  return Float64Array.from(onto.pW, (_, hour) => other.pW[hour + shift] ?? NaN);
}
