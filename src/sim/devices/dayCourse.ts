import type { StepWindow } from './deposit';

/**
 * A day's course as its changes, household.md eq. 16. Times are whole ticks from midnight, heights whole numbers: a block
 * of height h from t to u changes the mean of step s, which holds t, by h ((s + 1) T - t) / T and that of the next by the
 * rest, and takes both back at u. All sums are of whole numbers, hence exact: in any order, for any cut of the year, and
 * a course is 0 again behind its last block. No step under a block is visited but once, when the day is added.
 */
export const TICKS_PER_MIN = 64;
export const DAY_TICKS = 1440 * TICKS_PER_MIN;
/** Heights are whole multiples of 1 / 1024 of their unit. */
export const PER_UNIT = 1024;
/** Steps of two days at a minute each: what begins on a day ends on the next at the latest. */
const LONGEST_STEPS = 2 * 1440 + 2;

export interface DayCourse {
  /** Sum over steps of a change = level of the step x T. */
  readonly change: Float64Array;
  ticksPerStep: number;
  /** Ticks to steps. */
  perTick: number;
  /** Step behind the last change. */
  endStep: number;
}

export function newDayCourse(): DayCourse {
  return { change: new Float64Array(LONGEST_STEPS), ticksPerStep: 1, perTick: 1, endStep: 0 };
}

/** Makes an empty course ready for a step of whole minutes that divides a day. */
export function startCourse(course: DayCourse, stepMin: number): void {
  course.ticksPerStep = stepMin * TICKS_PER_MIN;
  course.perTick = 1 / course.ticksPerStep;
  course.endStep = 0;
}

/** Ticks of a minute of the day, not negative. */
export function ticksOf(minute: number): number {
  return (minute * TICKS_PER_MIN + 0.5) | 0;
}

/** Height of a value, not negative, at most 2 million. */
export function heightOf(value: number): number {
  return (value * PER_UNIT + 0.5) | 0;
}

/** Adds a block; one that ends before it begins is none. */
export function addBlock(course: DayCourse, fromTick: number, toTick: number, height: number): void {
  const { change: sums, ticksPerStep, perTick } = course;
  if (toTick <= fromTick) return;
  const first = (fromTick * perTick) | 0;
  const last = (toTick * perTick) | 0;
  const intoFirst = fromTick - first * ticksPerStep;
  const intoLast = toTick - last * ticksPerStep;
  sums[first] = sums[first]! + height * (ticksPerStep - intoFirst);
  sums[first + 1] = sums[first + 1]! + height * intoFirst;
  sums[last] = sums[last]! - height * (ticksPerStep - intoLast);
  sums[last + 1] = sums[last + 1]! - height * intoLast;
  if (last + 2 > course.endStep) course.endStep = last + 2;
}

/** Adds the course times `unit` to a window and empties it. */
export function addCourse(course: DayCourse, day: number, unit: number, window: StepWindow): void {
  const { values, offset, fromStep, toStep, stepMin } = window;
  const { change: sums, endStep, perTick } = course;
  const scale = (unit / PER_UNIT) * perTick;
  const dayStep = (day * 1440) / stepMin;
  const base = offset - fromStep + dayStep;
  const inFrom = Math.min(Math.max(fromStep - dayStep, 0), endStep);
  const inTo = Math.min(Math.max(toStep - dayStep, inFrom), endStep);
  let level = 0;
  let step = 0;
  for (; step < inFrom; step += 1) {
    level += sums[step]!;
    sums[step] = 0;
  }
  for (; step < inTo; step += 1) {
    level += sums[step]!;
    sums[step] = 0;
    values[base + step] = values[base + step]! + level * scale;
  }
  for (; step < endStep; step += 1) sums[step] = 0;
}
