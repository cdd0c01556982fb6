import { expect, test } from 'vitest';
import { AT_REST, workOf, type TraceEvent } from './frameWork.mjs';

/** The cheapest wrong program takes each callback for a frame: the second of one frame is then a frame without work. */
const page = { pid: 1, tid: 2 };
const task = (ts: number, dur: number): TraceEvent => ({ ...page, name: 'RunTask', ph: 'X', ts, dur });
const callback = (ts: number): TraceEvent => ({ ...page, name: 'FireAnimationFrame', ph: 'X', ts, dur: 1 });
const rest = (ts: number): TraceEvent => ({ ...page, name: AT_REST, ph: 'I', ts });

/** Frames of a page, each with two callbacks in its task and a task after it. */
const frames = (works: readonly (readonly [number, number])[]): TraceEvent[] =>
  works.flatMap(([inFrame, after], nth) => {
    const ts = nth * 100_000;
    return [task(ts, inFrame), callback(ts + 1), callback(ts + 2), task(ts + inFrame + 10, after)];
  });
const works = [
  [9000, 0],
  [4000, 1000],
  [6000, 2000],
  [7000, 0],
] as const;

test('a frame is one however many callbacks it has, and holds the work up to the next', () => {
  const events = [...frames(works), rest(300_003)];
  expect(workOf(events).frameMs).toEqual([5, 8]);
  expect(workOf([...events].reverse()).frameMs).toEqual([5, 8]);
});

test('the work of another thread is not the page’s', () => {
  const other = { ...task(100_500, 50_000), tid: 3 };
  expect(workOf([...frames(works), other, rest(300_003)]).frameMs).toEqual([5, 8]);
});

test('what comes after the last move is told apart, its frames too', () => {
  const after = [task(600_000, 120_000), task(730_000, 30_000), callback(730_001)];
  expect(workOf([...frames(works), rest(300_003), ...after])).toEqual({ frameMs: [5, 8], afterMs: 150 });
});

test('a trace without frames, or without the end of the moves, is an error that says so', () => {
  expect(() => workOf([task(0, 5000), rest(10)])).toThrow(/No frame was traced/);
  expect(() => workOf(frames(works))).toThrow(/came to rest/);
  expect(() => workOf([...frames(works.slice(0, 2)), rest(200_000)])).toThrow(/Only 2 frames/);
});
