import type { StepWindow } from './deposit';

/**
 * The course of some days as its changes, household.md eq. 16. Times are whole ticks from midnight of the first day on,
 * heights whole numbers: a block of height h from t to u changes the mean of step s, which holds t, by h ((s + 1) T - t) / T
 * and that of the next by the rest, and takes both back at u. All sums are of whole numbers, hence exact: in any order, of
 * any number of households, for any cut of the year, and a course is 0 again behind its last block. No step under a block
 * is visited but once, when the course is added.
 */
export const TICKS_PER_MIN = 64;
export const DAY_TICKS = 1440 * TICKS_PER_MIN;
/** Heights are whole multiples of 1 / 1024 of their unit. */
export const PER_UNIT = 1024;

export interface DayCourse {
  /** Sum over steps of a change = level of the step x T; zeros between uses. */
  change: Float64Array;
  firstDay: number;
  /** Steps that may hold a change. */
  steps: number;
  ticksPerStep: number;
  /** Ticks to steps. */
  perTick: number;
}

export function newDayCourse(): DayCourse {
  return { change: new Float64Array(0), firstDay: 0, steps: 0, ticksPerStep: 1, perTick: 1 };
}

/**
 * Makes an empty course ready for blocks that begin on some days and end, at the latest, on the day behind them; steps are
 * of whole minutes and divide a day.
 */
export function startCourse(course: DayCourse, firstDay: number, dayCount: number, stepMin: number): void {
  course.firstDay = firstDay;
  course.ticksPerStep = stepMin * TICKS_PER_MIN;
  course.perTick = 1 / course.ticksPerStep;
  // The last change stands in the step behind that of its end.
  course.steps = ((dayCount + 1) * 1440) / stepMin + 2;
  if (course.change.length < course.steps) course.change = new Float64Array(course.steps);
}

/** Days of a course that are over when a window begins: of these only what lasts into it counts. */
export function daysBefore({ fromStep, stepMin }: StepWindow, firstDay: number, dayCount: number): number {
  const before = Math.floor((fromStep * stepMin) / 1440) - firstDay;
  return Math.min(Math.max(before, 0), dayCount);
}

/** Ticks of a minute, not negative. */
export function ticksOf(minute: number): number {
  return (minute * TICKS_PER_MIN + 0.5) | 0;
}

/** Height of a value, not negative, at most 2 million. */
export function heightOf(value: number): number {
  return (value * PER_UNIT + 0.5) | 0;
}

/** Adds a block; one that ends before it begins is none. */
export function addBlock(course: DayCourse, fromTick: number, toTick: number, height: number): void {
  const { change, ticksPerStep, perTick } = course;
  if (toTick <= fromTick) return;
  const first = (fromTick * perTick) | 0;
  const last = (toTick * perTick) | 0;
  const intoFirst = height * (fromTick - first * ticksPerStep);
  const intoLast = height * (toTick - last * ticksPerStep);
  const whole = height * ticksPerStep;
  change[first] = change[first]! + (whole - intoFirst);
  change[first + 1] = change[first + 1]! + intoFirst;
  change[last] = change[last]! - (whole - intoLast);
  change[last + 1] = change[last + 1]! - intoLast;
}

/** Adds the course times `unit` to a window and empties it. */
export function addCourse(course: DayCourse, unit: number, window: StepWindow): void {
  const { values, offset, fromStep, toStep, stepMin } = window;
  const { change, steps, perTick } = course;
  const scale = (unit / PER_UNIT) * perTick;
  const firstStep = (course.firstDay * 1440) / stepMin;
  const base = offset - fromStep + firstStep;
  const inFrom = Math.min(Math.max(fromStep - firstStep, 0), steps);
  const inTo = Math.min(Math.max(toStep - firstStep, inFrom), steps);
  let level = 0;
  for (let step = 0; step < inFrom; step += 1) level += change[step]!;
  for (let step = inFrom; step < inTo; step += 1) {
    level += change[step]!;
    values[base + step] = values[base + step]! + level * scale;
  }
  change.fill(0, 0, steps);
}
