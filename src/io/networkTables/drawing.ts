import type { Point } from '../../model/building';
import type { FieldRow } from './fieldRow';

/** Voltage level in kV: ends are joined within one level only, so that crossing systems stay apart. */
export type Level = number;

/** A line, switch or transformer with two ends; `path` is empty for rows of tables. */
export interface Branch {
  readonly id: string;
  readonly fields: FieldRow;
  readonly path: readonly Point[];
  readonly level: Level;
  from: string;
  to: string;
  lengthM: number;
}

/** Sum of the segments. */
export function pathLengthM(path: readonly Point[]): number {
  let sum = 0;
  for (let k = 1; k < path.length; k++) sum += stepM(path[k - 1]!, path[k]!);
  return sum;
}

export function stepM(a: Point, b: Point): number {
  const dx = b[0] - a[0];
  const dy = b[1] - a[1];
  return Math.sqrt(dx * dx + dy * dy);
}
