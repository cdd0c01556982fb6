import { bytesOf, type Theme } from './palette';
import { classColour, classify, VARIABLE_DEFINITIONS, type Variable } from './variables';

/**
 * Values to sRGB bytes: `out[4 i .. 4 i + 3]` is the RGBA of `values[i]`; alpha 0 means no data. Allocates nothing, so that
 * a scrubbed hour costs one pass over the buildings.
 */
export function paintValues(
  variable: Variable,
  theme: Theme,
  values: Float64Array | Float32Array,
  out: Uint8Array,
): void {
  const lookup = VARIABLE_DEFINITIONS[variable].classes.map((_, index) => {
    const hex = classColour(variable, index, theme);
    return hex ? bytesOf(hex) : ([0, 0, 0] as const);
  });
  for (let row = 0; row < values.length; row += 1) {
    const colour = lookup[classify(variable, values[row]!)];
    const at = row * 4;
    out[at] = colour ? colour[0] : 0;
    out[at + 1] = colour ? colour[1] : 0;
    out[at + 2] = colour ? colour[2] : 0;
    out[at + 3] = colour ? 255 : 0;
  }
}

/** How many values fall in each class, for the legend's histogram; the last entry counts no data. */
export function countClasses(variable: Variable, values: Float64Array | Float32Array): number[] {
  const size = VARIABLE_DEFINITIONS[variable].classes.length;
  const counts = new Array<number>(size + 1).fill(0);
  for (const value of values) {
    const index = classify(variable, value);
    counts[index < 0 ? size : index]! += 1;
  }
  return counts;
}
