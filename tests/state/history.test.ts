import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { baselineScenario } from '../../src/scenario';
import type { Document } from '../../src/state';
import * as history from '../../src/state/history';
import { handmade } from '../scenario/selectors/street';

/**
 * The way back. The cheapest wrong programs: a jump that throws the steps after it away, one that undo does not take back, and
 * bookmarks that vanish with the step they were set at.
 */
const baseline = baselineScenario(handmade, 'sha', 2035);
const work = (year: number): Document => ({ baseEdits: [], scenarios: [{ ...baseline, year }] });
const a = work(2030);
const b = work(2031);
const c = work(2032);
const start = history.startHistory(a);
const three = history.change(history.change(start, 'to b', b), 'to c', c);

describe('a jump to a named state', () => {
  it('is a step of its own, which undo takes back', () => {
    const jumped = history.returnTo(three, a, 'Back to: start');
    expect(jumped.present).toBe(a);
    expect(history.statesOf(jumped).map(({ name }) => name)).toEqual([
      null,
      'to b',
      'to c',
      'Back to: start',
    ]);
    expect(history.undo(jumped).present).toBe(c);
    expect(history.redo(history.undo(jumped)).present).toBe(a);
  });

  it('keeps what had been undone on the way', () => {
    const undone = history.undo(history.undo(three));
    expect(history.statesOf(undone).map(({ place }) => place)).toEqual(['present', 'future', 'future']);
    const jumped = history.returnTo(undone, c, 'Back to: to c');
    expect(jumped.present).toBe(c);
    expect(history.undo(jumped).present).toBe(a);
    const seen = new Set(history.statesOf(jumped).map(({ document }) => document));
    expect([a, b, c].every((document) => seen.has(document))).toBe(true);
  });

  it('to where one is changes nothing', () => {
    expect(history.returnTo(three, c, 'x')).toBe(three);
  });
});

it('no order of edits, undo, redo and jumps loses a state that was only jumped away from', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('jump' as const), to: fc.nat(40) }),
    fc.constant({ kind: 'undo' as const }),
    fc.constant({ kind: 'redo' as const }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      let now = three;
      for (const one of steps) {
        const states = history.statesOf(now);
        const before = now.present;
        if (one.kind === 'undo') now = history.undo(now);
        else if (one.kind === 'redo') now = history.redo(now);
        else {
          const target = states[one.to % states.length]!.document;
          now = history.returnTo(now, target, 'jump');
          expect(now.present).toBe(target);
          if (target !== before) expect(history.undo(now).present).toBe(before);
        }
        const kept = new Set(history.statesOf(now).map(({ document }) => document));
        expect([a, b, c].every((document) => kept.has(document))).toBe(true);
      }
    }),
  );
});

describe('a bookmark', () => {
  it('outlives the steps around it, moves with its name, and goes when it is taken away', () => {
    let now = history.withBookmark(three, 'Best');
    for (let at = 0; at < 250; at += 1) now = history.change(now, `step ${at}`, work(1900 + at));
    expect(history.statesOf(now).some(({ document }) => document === c)).toBe(false);
    expect(now.bookmarks).toEqual([{ name: 'Best', document: c }]);
    expect(history.undo(history.redo(history.undo(now))).bookmarks).toBe(now.bookmarks);
    const moved = history.withBookmark(now, 'Best');
    expect(moved.bookmarks).toEqual([{ name: 'Best', document: now.present }]);
    expect(history.withoutBookmark(moved, 'Best').bookmarks).toEqual([]);
  });
});
