import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventFault } from '../../../src/model/demandResponse';
import { controlDay } from '../../../src/sim/devices/loadControl';

const sum = (values: Float64Array): number => values.reduce((total, one) => total + one, 0);
const evening = { fromHour: 17, toHour: 19 };
const event = { hours: evening, cutShare: 0.25, reboundShare: 1, reboundH: 2 };

/** The cheapest wrong program cuts and never makes up for it, or makes up for it on the next day. */
describe('a day with an event', () => {
  test('by hand: a quarter less at 17 and 18 o’clock, and as much more in the two hours after', () => {
    const loadW = new Float64Array(24).fill(400);
    controlDay(loadW, 0, 24, event);
    const expected = new Float64Array(24).fill(400);
    expected.fill(300, 17, 19);
    expected.fill(500, 19, 21);
    expect(loadW).toEqual(expected);
  });

  test('leaves the days beside it alone, and half the rebound gives half of it back', () => {
    const loadW = new Float64Array(72).fill(400);
    controlDay(loadW, 24, 24, { ...event, reboundShare: 0.5 });
    expect(loadW.subarray(0, 24)).toEqual(new Float64Array(24).fill(400));
    expect(loadW.subarray(48)).toEqual(new Float64Array(24).fill(400));
    expect(loadW[24 + 19]).toBe(450);
    expect(sum(loadW)).toBe(72 * 400 - 100);
  });

  test('keeps the energy at all hours that an event may have, at hourly and quarter-hourly steps, and moves it to later ones alone', () => {
    const hours = fc
      .tuple(fc.integer({ min: 0, max: 80 }), fc.integer({ min: 4, max: 84 }))
      .map(([from, length]) => [from / 4, Math.min(84, from + length) / 4] as const)
      .filter(([from, to]) => to - from >= 1);
    fc.assert(
      fc.property(hours, fc.double({ min: 0, max: 1, noNaN: true }), ([fromHour, toHour], cutShare) => {
        expect(eventFault({ hours: { fromHour, toHour }, reboundH: 3 })).toBeNull();
        for (const stepsPerDay of [24, 96]) {
          const loadW = Float64Array.from({ length: stepsPerDay }, (_, step) => 100 + ((step * 37) % 53));
          const before = loadW.slice();
          controlDay(loadW, 0, stepsPerDay, {
            hours: { fromHour, toHour },
            cutShare,
            reboundShare: 1,
            reboundH: 3,
          });
          expect(sum(loadW) / sum(before)).toBeCloseTo(1, 10);
          const first = Math.floor((fromHour * stepsPerDay) / 24);
          expect(loadW.subarray(0, first)).toEqual(before.subarray(0, first));
        }
      }),
      { numRuns: 60 },
    );
  });

  test('without a cut is the day itself', () => {
    const loadW = new Float64Array(24).fill(400);
    controlDay(loadW, 0, 24, { ...event, cutShare: 0 });
    expect(loadW).toEqual(new Float64Array(24).fill(400));
  });

  test.each([
    [0, 24, 'midnight'],
    [5, 5, 'no hour'],
    [17.25, 17.75, 'no hour'],
    [22, 6, 'midnight'],
    [20, 22.5, 'midnight'],
  ])('cannot be one from %d to %d with two hours after it', (fromHour, toHour, why) => {
    expect(eventFault({ hours: { fromHour, toHour }, reboundH: 2 })).toContain(why);
  });
});
