/** The steps that a call covers: fromStep to toStep - 1, each of `stepMin` minutes, counted from the start of the year. */
export interface Steps {
  readonly fromStep: number;
  readonly toStep: number;
  readonly stepMin: number;
}

/** A stretch of a column: the value of a step is `values[offset + step - fromStep]` of the steps it comes with. */
export interface Column {
  readonly values: Float64Array;
  readonly offset: number;
}

export const MINUTES_PER_DAY = 1440;

/** Clears the stretch of a column that belongs to the steps. */
export function clear({ values, offset }: Column, { fromStep, toStep }: Steps): void {
  values.fill(0, offset, offset + toStep - fromStep);
}

/** A device parameter from outside: what is no positive number counts as zero. */
export function positiveOr0(value: number): number {
  return value > 0 ? value : 0;
}

/** A share from outside, held within 0 and 1; what is no number counts as `otherwise`. */
export function shareOr(value: number, otherwise: number): number {
  return value >= 0 ? Math.min(value, 1) : value < 0 ? 0 : otherwise;
}
