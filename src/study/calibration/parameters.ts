/** A parameter that a calibration may move, and how far. */
export interface CalibrationParameter {
  readonly id: string;
  /** Unit suffix of the value, for the report. */
  readonly unit: string;
  readonly start: number;
  readonly lower: number;
  readonly upper: number;
}

/** The model: hourly mean power in W for one set of values. The same values must give the same series. */
export type CalibratedRun = (values: Readonly<Record<string, number>>) => Float64Array;

/**
 * How well the metered hours fix a parameter: `identified`, its 95 % interval is below a quarter of its range; `weak`, it
 * is wider, or another parameter does nearly the same; `none`, moving it over its whole range changes nothing.
 */
export type Identifiability = 'identified' | 'weak' | 'none';

export interface CalibratedParameter {
  readonly id: string;
  readonly unit: string;
  readonly start: number;
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly moved: boolean;
  readonly onBound: 'lower' | 'upper' | null;
  /** Standard error in the parameter's unit; NaN where nothing fixes it. */
  readonly standardError: number;
  readonly identifiability: Identifiability;
  /** The parameter whose effect is most like this one's, with the correlation of their estimates. */
  readonly confusedWith: { readonly id: string; readonly correlation: number } | null;
}
