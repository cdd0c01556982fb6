import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  NORMAL_LIFE_H,
  ONAF_POWER,
  ONAN_DISTRIBUTION,
  relativeAgeingRate,
  transformerAgeing,
  type AgeingInput,
} from '../../../src/sim/powerflow/thermal';

const run = (input: AgeingInput) => {
  const outcome = transformerAgeing(input, 'test');
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
};
const input = (loading: readonly number[], ambient = 20, stepS = 3600): AgeingInput => ({
  parameters: ONAN_DISTRIBUTION,
  paper: 'nonUpgraded',
  stepS,
  loading: Float64Array.from(loading),
  ambientDegC: new Float64Array(loading.length).fill(ambient),
});

describe('transformer ageing', () => {
  it('spends exactly the elapsed time at rated load and 20 degC, and a 180 000th of its life an hour', () => {
    const year = run(input(new Array<number>(8760).fill(1)));
    expect(year.totalLossOfLifeH).toBeCloseTo(8760, 6);
    expect(year.meanAgeingRate).toBeCloseTo(1, 9);
    expect(year.lifeShare).toBeCloseTo(8760 / NORMAL_LIFE_H, 12);
    expect(NORMAL_LIFE_H / 8766).toBeCloseTo(20.5, 1);
  });

  it('gives the same temperatures and life for one hour as for its sixty minutes', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1.8, noNaN: true }), { minLength: 2, maxLength: 12 }),
        (hours) => {
          for (const parameters of [ONAN_DISTRIBUTION, ONAF_POWER]) {
            const coarse = run({ ...input(hours), parameters });
            const minutes = hours.flatMap((loading) => new Array<number>(60).fill(loading));
            const fine = run({ ...input(minutes, 20, 60), parameters });
            expect(coarse.finalState.topOilDegC).toBeCloseTo(fine.finalState.topOilDegC, 8);
            expect(coarse.finalState.gradient1K).toBeCloseTo(fine.finalState.gradient1K, 8);
            // Euler at one hour is wrong by tens of per cent; a drop from 180 % to nothing is the worst case here.
            const gap = Math.abs(coarse.totalLossOfLifeH - fine.totalLossOfLifeH);
            expect(gap).toBeLessThan(5e-3 * fine.totalLossOfLifeH);
          }
        },
      ),
      { seed: 7, numRuns: 40 },
    );
  });

  it('is a convex affair: the same energy in peaks ages more than flat', () => {
    const flat = run(input(new Array<number>(48).fill(0.8)));
    const peaks = run(input(Array.from({ length: 48 }, (_, hour) => (hour % 4 < 2 ? 1.2 : 0.4))));
    expect(peaks.totalLossOfLifeH).toBeGreaterThan(1.5 * flat.totalLossOfLifeH);
  });

  it('ages more with every kelvin and every per cent of load', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1.5, noNaN: true }), { minLength: 1, maxLength: 20 }),
        fc.double({ min: 0.01, max: 0.3, noNaN: true }),
        (loading, more) => {
          const base = run(input(loading)).totalLossOfLifeH;
          expect(run(input(loading, 21)).totalLossOfLifeH).toBeGreaterThan(base);
          expect(run(input(loading.map((value) => value + more))).totalLossOfLifeH).toBeGreaterThan(base);
        },
      ),
      { seed: 1, numRuns: 60 },
    );
  });

  it('doubles every 6 K for non-upgraded paper; an enclosure of 6 K doubles the loss of life', () => {
    expect(relativeAgeingRate(110, 'nonUpgraded')).toBeCloseTo(4, 10);
    const open = run(input([0.7, 0.9, 1.1]));
    const parameters = { ...ONAN_DISTRIBUTION, ambientSurchargeK: 6 };
    expect(run({ ...input([0.7, 0.9, 1.1]), parameters }).totalLossOfLifeH).toBeCloseTo(
      2 * open.totalLossOfLifeH,
      9,
    );
  });

  it('sees the overshoot inside a step, which its end does not show', () => {
    const shock: AgeingInput = {
      ...input([0.2, 0.2, 1.6, 1.6]),
      parameters: { ...ONAF_POWER, topOilRiseK: 5 },
    };
    const result = run(shock);
    expect(result.maxHotSpotStep).toBe(2);
    expect(result.maxHotSpotDegC).toBeGreaterThan(Math.max(...result.hotSpotDegC) + 1);
  });

  it('refuses gaps, negative loads and unequal lengths by name instead of carrying NaN through the year', () => {
    const refused = (broken: AgeingInput): string[] => {
      const outcome = transformerAgeing(broken, 'test');
      return outcome.ok ? [] : outcome.issues.map((issue) => issue.code);
    };
    expect(refused(input([1, NaN, 1]))).toEqual(['ageing-gap']);
    expect(refused(input([1, -0.1]))).toEqual(['ageing-gap']);
    expect(refused({ ...input([1]), ambientDegC: Float64Array.of(1, 2) })).toEqual(['ageing-length']);
    expect(refused(input([]))).toEqual(['ageing-length']);
    expect(refused(input([1], 20, 0))).toEqual(['ageing-step']);
  });
});
