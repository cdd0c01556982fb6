import { GROUPS, GROUP_WORDS, SUN_GIVEN } from '../header';
import { word } from './memory';
import { stepModes } from './step';
import { fillSun } from './sun';
import { addTotals } from './totals';

export { fillRowSun, stepRow } from './row';

/** Steps [from, from + count) of a group in double precision (2 lanes). */
export function stepGroup64(group: i32, from: i32, count: i32): void {
  stepGroup<f64>(group, from, count);
}

/** The same in single precision (4 lanes). */
export function stepGroup32(group: i32, from: i32, count: i32): void {
  stepGroup<f32>(group, from, count);
}

@inline
function stepGroup<T>(group: i32, from: i32, count: i32): void {
  const record = word(GROUPS) + <usize>group * GROUP_WORDS * 4;
  if (word(SUN_GIVEN) == 0) fillSun<T>(record, from, count);
  stepModes<T>(record, from, count);
  addTotals<T>(record, from, count);
}
