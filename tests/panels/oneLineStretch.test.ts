import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canStretch, type AtRest } from '../../src/panels/oneLine/stretch';
import { boxOf, keyOf, windowOf, zoomedAt, type Viewport } from '../../src/panels/oneLine/viewport';

/**
 * The cheapest wrong programs: a bound on the factor alone, which at an edge of the pane shows where nothing is drawn; a picture
 * that is magnified without end, or without the texts of its scale; one that is drawn anew at every step.
 */
const pane = { width: 700, height: 420 };
const opened: Viewport = { x: -1050, y: -630, scale: 1.2 };
const drawnAt = (view: Viewport): AtRest => ({ scale: view.scale, windowKey: keyOf(windowOf(view, pane)) });
const middle = { x: pane.width / 2, y: pane.height / 2 };
const corners = [
  [0, 0],
  [pane.width, pane.height],
] as const;

describe('the stretching of what is drawn', () => {
  it('goes on at the centre of the pane for as long as it has the texts, and twice as large at most', () => {
    const drawn = drawnAt(opened);
    for (const factor of [1.99, 1.5, 1.1, 0.9, 0.7])
      expect(canStretch(drawn, zoomedAt(opened, factor, middle.x, middle.y), pane)).toBe(true);
    for (const factor of [2.01, 3])
      expect(canStretch(drawn, zoomedAt(opened, factor, middle.x, middle.y), pane)).toBe(false);
  });

  it('ends sooner at an edge, beyond which less is drawn', () => {
    const large = { ...opened, scale: 3 };
    const drawn = drawnAt(large);
    const to = (factor: number, x: number) => canStretch(drawn, zoomedAt(large, factor, x, middle.y), pane);
    // Half a pane is drawn to the left of this view, a whole one to the right.
    expect([to(0.68, pane.width), to(0.65, pane.width)]).toEqual([true, false]);
    expect([to(0.51, 0), to(0.49, 0)]).toEqual([true, false]);
    expect(to(0.65, middle.x)).toBe(true);
  });

  it('ends where zooming in at one edge and out at the other has left the window, at the scale of the beginning', () => {
    const drawn = drawnAt(opened);
    let view = opened;
    const seen: boolean[] = [];
    for (let round = 0; round < 4; round += 1) {
      view = zoomedAt(zoomedAt(view, 1.9, pane.width, middle.y), 1 / 1.9, 0, middle.y);
      seen.push(canStretch(drawn, view, pane));
    }
    expect(view.scale).toBeCloseTo(opened.scale, 9);
    expect(seen.at(0)).toBe(true);
    expect(seen.at(-1)).toBe(false);
  });

  it('ends where texts come or go', () => {
    const from = (scale: number, to: number) => {
      const view = { ...opened, scale };
      return canStretch(drawnAt(view), zoomedAt(view, to / scale, middle.x, middle.y), pane);
    };
    expect([from(0.76, 0.9), from(0.74, 0.76), from(0.76, 0.74)]).toEqual([true, false, false]);
    expect([from(0.46, 0.6), from(0.44, 0.46), from(0.46, 0.44)]).toEqual([true, false, false]);
  });

  it('never shows a place of which nothing is drawn', () => {
    const step = fc.record({
      factor: fc.double({ min: 0.4, max: 2.5, noNaN: true }),
      x: fc.integer({ min: 0, max: pane.width }),
      y: fc.integer({ min: 0, max: pane.height }),
    });
    const start = fc.record({
      x: fc.double({ min: -5000, max: 700, noNaN: true }),
      y: fc.double({ min: -3000, max: 400, noNaN: true }),
      scale: fc.double({ min: 0.08, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(start, fc.array(step, { minLength: 1, maxLength: 6 }), (first, steps) => {
        const drawn = drawnAt(first);
        const box = boxOf(drawn.windowKey);
        let view = first;
        for (const { factor, x, y } of steps) {
          view = zoomedAt(view, factor, x, y);
          if (!canStretch(drawn, view, pane)) continue;
          // In pixels of the picture as it is stretched.
          const [left, top] = [box.x * view.scale + view.x, box.y * view.scale + view.y];
          for (const [px, py] of corners) {
            expect(px).toBeGreaterThanOrEqual(left - 1e-6);
            expect(px).toBeLessThanOrEqual(left + box.width * view.scale + 1e-6);
            expect(py).toBeGreaterThanOrEqual(top - 1e-6);
            expect(py).toBeLessThanOrEqual(top + box.height * view.scale + 1e-6);
          }
          expect(view.scale / drawn.scale).toBeLessThanOrEqual(2);
        }
      }),
    );
  });
});
