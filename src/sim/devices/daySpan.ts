/** Days in a row, with what all households share about each. Day 0 is 1 January, -1 its eve. */
export interface DaySpan {
  readonly firstDay: number;
  /** [day of the span] 1 on days off. */
  readonly off: Uint8Array;
  /** [day of the span] Use of lights relative to the year's mean. */
  readonly lightFactor: Float64Array;
}

export function daySpan(
  firstDay: number,
  dayCount: number,
  isOff: (day: number) => boolean,
  lightFactor: (day: number) => number = () => 1,
): DaySpan {
  return {
    firstDay,
    off: Uint8Array.from({ length: dayCount }, (_, i) => (isOff(firstDay + i) ? 1 : 0)),
    lightFactor: Float64Array.from({ length: dayCount }, (_, i) => lightFactor(firstDay + i)),
  };
}
