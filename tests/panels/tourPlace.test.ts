import { describe, expect, it } from 'vitest';
import { overlap, placeBeside, type Box } from '../../src/panels/tour/place';

/**
 * A card never covers what it speaks of where the window has room for both. The cheapest wrong programs: one that always stands
 * to the right, and one that stands beside its target but out of the window.
 */
const card = { width: 300, height: 220 };
const windows = [
  { width: 1280, height: 720 },
  { width: 390, height: 844 },
];
const inside = (box: Box, window: { width: number; height: number }) =>
  box.left >= 0 &&
  box.top >= 0 &&
  box.left + box.width <= window.width &&
  box.top + box.height <= window.height;

describe('the card of the tour', () => {
  it('covers nothing of its target and stays in the window, wherever the target is', () => {
    for (const window of windows)
      for (let left = 0; left <= window.width - 120; left += 90)
        for (let top = 0; top <= window.height - 60; top += 60) {
          const target = { left, top, width: 120, height: 60 };
          const place = placeBeside(target, card, window);
          expect(overlap(place, target), JSON.stringify({ window, target, place })).toBe(0);
          expect(inside(place, window)).toBe(true);
        }
  });

  it('stands beside a panel as tall as the window, and above a bar as wide as it', () => {
    const [window] = windows;
    const panel = { left: 964, top: 90, width: 316, height: 540 };
    const bar = { left: 0, top: 600, width: 1280, height: 120 };
    expect(overlap(placeBeside(panel, card, window!), panel)).toBe(0);
    expect(overlap(placeBeside(bar, card, window!), bar)).toBe(0);
  });

  it('leaves free what else is to be read, where there is a choice', () => {
    const target = { left: 0, top: 100, width: 260, height: 140 };
    const notice = { left: 272, top: 90, width: 400, height: 120 };
    const place = placeBeside(target, card, windows[0]!, [notice]);
    expect(overlap(place, target)).toBe(0);
    expect(overlap(place, notice)).toBe(0);
  });

  it('covers as little as can be where a target leaves no room', () => {
    const target = { left: 0, top: 0, width: 390, height: 800 };
    const place = placeBeside(target, card, windows[1]!);
    expect(inside(place, windows[1]!)).toBe(true);
    expect(place.top + place.height).toBe(836);
  });
});
