import { describe, expect, test } from 'vitest';
import { compareToBills, GUIDELINE_14_LIMITS } from '../../../src/study/calibration';

/**
 * Guideline 14 over billing periods. The cheapest wrong programs: calendar months in the place of the periods, an unmodelled
 * day counted as a day without use, half a modelled year held against a whole one.
 */
const HOUR = 3600;
const bill = (fromH: number, toH: number, wh: number) => ({
  startS: fromH * HOUR,
  endS: toH * HOUR,
  energyJ: wh * 3600,
});
const constant = (hours: number, watts: number, startS = 0) => ({
  startS,
  pW: new Float64Array(hours).fill(watts),
});

describe('modelled against billed', () => {
  test('figures of a worked example: pairs are periods as long as they were', () => {
    // 1 W through 60 h. Billed 12, 20, 25 Wh in periods of 10, 20, 30 h: errors 2, 0, -5; squares 29; sum 57; n - p = 2.
    const { monthly, periods, billed } = compareToBills(
      [bill(0, 10, 12), bill(10, 30, 20), bill(30, 60, 25)],
      constant(60, 1),
    );
    expect(periods.map(({ modelledJ }) => modelledJ / 3600)).toEqual([10, 20, 30]);
    expect(monthly!.cvRmse).toBeCloseTo(Math.sqrt(29 / 2) / 19, 12);
    expect(monthly!.nmbe).toBeCloseTo(-3 / (2 * 19), 12);
    expect([monthly!.n, monthly!.p, billed]).toEqual([3, 1, 3]);
    expect(monthly!.withinLimits).toBe(false);
    expect(GUIDELINE_14_LIMITS.monthly).toEqual({ cvRmse: 0.15, nmbe: 0.05 });
  });

  test('hours over the ends of a period count by the part inside', () => {
    // The model's hours begin at half past; 2 W then 4 W.
    const modelled = { startS: HOUR / 2, pW: Float64Array.of(2, 4, 4) };
    const [period] = compareToBills([bill(1, 3, 5)], modelled).periods;
    expect(period!.modelledJ / 3600).toBeCloseTo(0.5 * 2 + 4 + 0.5 * 4, 12);
    expect(period!.modelledShare).toBe(1);
  });

  test('a missing leap day is taken at the mean of its period, a missing half leaves the period out', () => {
    const model = constant(29 * 24 + 31 * 24, 1);
    model.pW.fill(NaN, 28 * 24, 29 * 24);
    model.pW.fill(NaN, 45 * 24);
    const bills = [bill(0, 29 * 24, 696), bill(29 * 24, 60 * 24, 744)];
    const { periods, billed, monthly } = compareToBills(bills, model);
    expect([periods.length, billed, monthly]).toEqual([1, 2, null]);
    expect(periods[0]!.modelledJ / 3600).toBeCloseTo(29 * 24, 9);
    expect(periods[0]!.modelledShare).toBeCloseTo(28 / 29, 12);
  });

  test('a period without a reading is no pair', () => {
    const { periods, billed } = compareToBills([bill(0, 10, NaN), bill(10, 20, 10)], constant(20, 1));
    expect([periods.length, billed]).toEqual([1, 1]);
  });
});
