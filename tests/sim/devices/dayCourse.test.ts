import { describe, expect, it } from 'vitest';
import { deposit, type StepWindow } from '../../../src/sim/devices';
import {
  addBlock,
  addCourse,
  DAY_TICKS,
  heightOf,
  newDayCourse,
  startCourse,
  ticksOf,
} from '../../../src/sim/devices/dayCourse';
import { randomKey, uniform } from '../../../src/sim/numeric/random';

const DAY_MIN = 1440;
const key = randomKey(3, 'blocks', 'test');
type Block = readonly [fromMin: number, toMin: number, powerW: number];
/** Blocks on whole seconds and watts, so that nothing is rounded on the way in; some reach the next day. */
const blocks: readonly Block[] = Array.from({ length: 60 }, (_, i) => {
  const fromMin = Math.floor(1435 * 16 * uniform(key, 3 * i)) / 16;
  return [fromMin, fromMin + Math.floor(7000 * uniform(key, 3 * i + 1)) / 16, Math.floor(9000 * uniform(key, 3 * i + 2))]; // prettier-ignore
});

function windowOf(fromMin: number, toMin: number, stepMin: number): StepWindow {
  const [fromStep, toStep] = [Math.ceil(fromMin / stepMin), Math.ceil(toMin / stepMin)];
  return { values: new Float64Array(toStep - fromStep), offset: 0, fromStep, toStep, stepMin };
}

function courseOf(list: readonly Block[], day: number, window: StepWindow): Float64Array {
  const course = newDayCourse();
  startCourse(course, day, 1, window.stepMin);
  list.forEach(([from, to, powerW]) => addBlock(course, ticksOf(from), ticksOf(to), heightOf(powerW)));
  addCourse(course, 1, window);
  expect(course.change.every((value) => value === 0)).toBe(true);
  return window.values;
}

describe('the course of a day', () => {
  it.each([1, 15, 60])('at %i min is what its blocks give one by one', (stepMin) => {
    const day = 40;
    const ours = courseOf(blocks, day, windowOf(day * DAY_MIN, (day + 2) * DAY_MIN, stepMin));
    const theirs = windowOf(day * DAY_MIN, (day + 2) * DAY_MIN, stepMin);
    blocks.forEach(([from, to, powerW]) => deposit(theirs, day * DAY_MIN + from, to - from, powerW));
    ours.forEach((value, i) => expect(Math.abs(value - theirs.values[i]!)).toBeLessThan(1e-7));
    expect(Math.max(...ours)).toBeGreaterThan(9000);
  });

  it('is nothing at all behind its last block', () => {
    const last = Math.ceil(Math.max(...blocks.map(([, to]) => to)));
    const values = courseOf(blocks, 0, windowOf(0, 2 * DAY_MIN, 1));
    expect(last).toBeLessThan(2 * DAY_MIN - 60);
    expect(values.subarray(last).every((value) => value === 0)).toBe(true);
  });

  it('has the same bits in any order of its blocks and for any cut', () => {
    const whole = courseOf(blocks, 2, windowOf(2 * DAY_MIN, 4 * DAY_MIN, 15));
    expect(courseOf(blocks.slice().reverse(), 2, windowOf(2 * DAY_MIN, 4 * DAY_MIN, 15))).toEqual(whole);
    for (const [from, to] of [
      [1, 6],
      [101, 187],
      [0, 191],
    ] as const) {
      // prettier-ignore
      const part = windowOf(2 * DAY_MIN + 15 * from, 2 * DAY_MIN + 15 * to, 15);
      expect(courseOf(blocks, 2, part)).toEqual(whole.slice(from, to));
    }
    // Windows before and behind it.
    expect(courseOf(blocks, 2, windowOf(0, 2 * DAY_MIN, 15)).every((value) => value === 0)).toBe(true);
    expect(courseOf(blocks, 2, windowOf(5 * DAY_MIN, 6 * DAY_MIN, 15)).every((value) => value === 0)).toBe(true); // prettier-ignore
  });

  it('knows no block of no length', () => {
    const course = newDayCourse();
    startCourse(course, 0, 1, 60);
    addBlock(course, ticksOf(700), ticksOf(690), heightOf(50));
    addBlock(course, ticksOf(700), ticksOf(700), heightOf(50));
    expect(course.change.every((value) => value === 0)).toBe(true);
    expect(ticksOf(DAY_MIN)).toBe(DAY_TICKS);
  });
});
