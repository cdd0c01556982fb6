import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coincidenceFactor,
  curtailmentShare,
  diversityFactor,
  hoursAbove,
  loadDurationCurve,
  loadFactor,
  peakToAverage,
  selfUse,
} from '../../src/kpi/load';

const power = fc.double({ min: 0, max: 1e5, noNaN: true });
const STEPS = 24;
const series = fc.array(power, { minLength: STEPS, maxLength: STEPS });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

describe('the shape of a load', () => {
  it('is told by load factor and peak-to-average ratio, one over the other', () => {
    expect(loadFactor([1, 1, 1, 5])).toBe(0.4);
    expect(peakToAverage([1, 1, 1, 5])).toBe(2.5);
    expect([loadFactor([]), loadFactor([0, 0]), peakToAverage([0])]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('coincides fully for equal flat loads and by 1/N for disjoint pulses', () => {
    const flat = Array.from({ length: 5 }, () => [3, 3, 3, 3, 3]);
    const pulses = Array.from({ length: 5 }, (_, i) => [0, 1, 2, 3, 4].map((step) => (step === i ? 1 : 0)));
    expect(coincidenceFactor(flat)).toBe(1);
    expect(coincidenceFactor(pulses)).toBe(1 / 5);
    expect(diversityFactor(pulses)).toBe(5);
  });

  it('never coincides by more than 1, nor by less than one in N', () => {
    fc.assert(
      fc.property(fc.array(series, { minLength: 1, maxLength: 6 }), (loads) => {
        fc.pre(loads.some((load) => load.some((w) => w > 0)));
        const c = coincidenceFactor(loads);
        expect(c).toBeLessThanOrEqual(1 + 1e-12);
        expect(c).toBeGreaterThanOrEqual(1 / loads.length - 1e-12);
      }),
    );
  });

  it('cannot be told for series of different lengths', () => {
    expect(coincidenceFactor([[1, 2], [1]])).toBeNaN();
  });
});

describe('own generation', () => {
  it('is used step by step, not over the year', () => {
    const use = selfUse({ generationW: [0, 10, 10, 0], loadW: [5, 5, 5, 5] });
    expect(use).toEqual({ selfConsumption: 0.5, selfSufficiency: 0.5 });
    // Over the year both would be 1.
    expect(selfUse({ generationW: [0, 10, 10, 0], loadW: [5, 5, 5, 5], chargeW: [0, 5, 0, 0] })).toEqual({
      selfConsumption: 0.75,
      selfSufficiency: 0.75,
    });
  });

  it('keeps SC times generation equal to SS times load, between 0 and 1', () => {
    fc.assert(
      fc.property(series, series, series, (generationW, loadW, chargeW) => {
        fc.pre(sum(generationW) > 1 && sum(loadW) > 1);
        const { selfConsumption, selfSufficiency } = selfUse({ generationW, loadW, chargeW });
        const used = selfConsumption * sum(generationW);
        expect(Math.abs(used - selfSufficiency * sum(loadW))).toBeLessThanOrEqual(1e-12 * sum(generationW));
        expect(selfConsumption).toBeGreaterThanOrEqual(0);
        expect(selfConsumption).toBeLessThanOrEqual(1 + 1e-12);
        const bare = selfUse({ generationW, loadW });
        expect(bare.selfSufficiency).toBeLessThanOrEqual(1 + 1e-12);
        expect(bare.selfConsumption).toBeLessThanOrEqual(selfConsumption + 1e-12);
      }),
    );
  });

  it('cannot be told without generation, load or equal lengths', () => {
    expect(selfUse({ generationW: [0], loadW: [1] })).toEqual({
      selfConsumption: Number.NaN,
      selfSufficiency: 0,
    });
    expect(selfUse({ generationW: [1], loadW: [0] })).toEqual({
      selfConsumption: 0,
      selfSufficiency: Number.NaN,
    });
    expect(selfUse({ generationW: [1, 1], loadW: [1] }).selfConsumption).toBeNaN();
  });

  it('is curtailed by the share that is not delivered', () => {
    expect(curtailmentShare([10, 10, 0], [10, 5, 0])).toBe(0.25);
    expect(curtailmentShare([10], [10])).toBe(0);
    expect(curtailmentShare([0], [0])).toBeNaN();
  });
});

describe('the load-duration curve', () => {
  it('falls, keeps the energy and leaves the series as it is', () => {
    fc.assert(
      fc.property(series, (loadW) => {
        const before = [...loadW];
        const curve = loadDurationCurve(loadW);
        expect(loadW).toEqual(before);
        expect([...curve].sort((a, b) => a - b)).toEqual(before.sort((a, b) => a - b));
        for (let i = 1; i < curve.length; i += 1) expect(curve[i]!).toBeLessThanOrEqual(curve[i - 1]!);
      }),
    );
  });

  it('says how long the load is above a value, steps at the value not counted', () => {
    const curve = loadDurationCurve([1, 9, 10, 100, 9]);
    expect([...curve]).toEqual([100, 10, 9, 9, 1]);
    expect(hoursAbove(loadDurationCurve([1, Number.NaN, 3]), 0, 900)).toBeNaN();
    expect([0, 9, 10, 100].map((valueW) => hoursAbove(curve, valueW, 900))).toEqual([1.25, 0.5, 0.25, 0]);
  });
});
