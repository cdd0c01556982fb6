import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lossesByGroup, recovery, resilience } from '../../src/kpi/resilience';

const wanted = [4, 4, 4, 4, 4, 4, 4, 4];
const shock = (served: readonly number[]) => ({ served, wanted, stepS: 3600 });

describe('resilience', () => {
  it('is 1 without a shock, and the share served with one', () => {
    expect(resilience(shock(wanted))).toBe(1);
    expect(resilience(shock([4, 0, 2, 4, 4, 4, 4, 4]))).toBe(26 / 32);
  });

  it('is not made up for by more than was wanted later', () => {
    expect(resilience(shock([4, 0, 2, 10, 4, 4, 4, 4]))).toBe(26 / 32);
    expect(resilience({ served: [1], wanted: [0], stepS: 1 })).toBeNaN();
    expect(resilience({ served: [1, 1], wanted: [1], stepS: 1 })).toBeNaN();
  });

  it('is lower the deeper and the longer the shock', () => {
    const depth = fc.double({ min: 0, max: 1, noNaN: true });
    const length = fc.integer({ min: 0, max: 7 });
    fc.assert(
      fc.property(depth, depth, length, length, (a, b, m, n) => {
        const of = (share: number, steps: number) =>
          resilience(shock(wanted.map((w, i) => (i < steps ? w * share : w))));
        expect(of(Math.min(a, b), 4)).toBeLessThanOrEqual(of(Math.max(a, b), 4));
        expect(of(a, Math.max(m, n))).toBeLessThanOrEqual(of(a, Math.min(m, n)));
        if (b - a > 1e-6) expect(of(a, 4)).toBeLessThan(of(b, 4));
      }),
    );
  });
});

describe('recovery', () => {
  it('is timed from the shock to the step after which service stays', () => {
    expect(recovery(shock([4, 0, 2, 4, 3, 4, 4, 4]))).toEqual({
      shockStep: 1,
      lowestShare: 0,
      recoveryTimeH: 4,
    });
    expect(recovery(shock(wanted))).toEqual({ shockStep: undefined, lowestShare: 1, recoveryTimeH: 0 });
  });

  it('is not told where a step is missing', () => {
    expect(recovery(shock([4, 0, Number.NaN, 4, 4, 4, 4, 4])).recoveryTimeH).toBeNaN();
    const [gap] = lossesByGroup([{ id: 'x', servedW: [0, Number.NaN], wantedW: [1, 1] }], 3600);
    expect([gap!.unservedJ, gap!.hoursWithoutSupply]).toEqual([Number.NaN, Number.NaN]);
  });

  it('does not come where service is short to the end', () => {
    expect(recovery(shock([4, 4, 4, 4, 4, 4, 4, 1])).recoveryTimeH).toBe(Infinity);
  });
});

describe('losses', () => {
  it('are told by group, with a cost only where a value of lost load is given', () => {
    const [homes, clinic] = lossesByGroup(
      [
        { id: 'vulnerable homes', servedW: [1000, 0, 0, 2000], wantedW: [1000, 1000, 0, 1000] },
        { id: 'clinic', servedW: [0, 500], wantedW: [2000, 2000], valueOfLostLoadPerKwh: 10 },
      ],
      1800,
    );
    expect(homes).toEqual({
      id: 'vulnerable homes',
      unservedJ: 1.8e6,
      hoursWithoutSupply: 0.5,
      cost: Number.NaN,
    });
    expect(clinic).toEqual({ id: 'clinic', unservedJ: 6.3e6, hoursWithoutSupply: 0.5, cost: 17.5 });
  });
});
