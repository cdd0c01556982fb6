import { describe, expect, test } from 'vitest';
import { alignHours, compareToMeter, GUIDELINE_14_LIMITS, NMBE_SIGN } from '../../../src/study/calibration';

const months = (count: number, month = 0) => new Int32Array(count).fill(month);

function compare(metered: number[], modelled: number[], monthOf = months(metered.length), p?: number) {
  const outcome = compareToMeter(Float64Array.from(metered), Float64Array.from(modelled), monthOf, p);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  return outcome.value;
}

describe('ASHRAE Guideline 14', () => {
  // By hand: errors -1, 0, 1, -1; squares 3; n - p = 3; mean 13. CV(RMSE) = sqrt(3/3)/13, NMBE = -1/(3 x 13).
  test('figures of a worked example, with p = 1', () => {
    const { hourly } = compare([10, 12, 14, 16], [11, 12, 13, 17]);
    expect(hourly!.cvRmse).toBeCloseTo(1 / 13, 12);
    expect(hourly!.nmbe).toBeCloseTo(-1 / 39, 12);
    expect([hourly!.n, hourly!.p]).toEqual([4, 1]);
  });

  test('p is stated and enters both denominators', () => {
    // p = 0: sqrt(3/4)/13 and -1/52; p = 2: sqrt(3/2)/13 and -1/26.
    const none = compare([10, 12, 14, 16], [11, 12, 13, 17], months(4), 0).hourly!;
    const two = compare([10, 12, 14, 16], [11, 12, 13, 17], months(4), 2).hourly!;
    expect([none.cvRmse, none.nmbe, none.p]).toEqual([Math.sqrt(3 / 4) / 13, -1 / 52, 0]);
    expect([two.cvRmse, two.nmbe, two.p]).toEqual([Math.sqrt(3 / 2) / 13, -1 / 26, 2]);
  });

  test('a model that predicts too much has a negative NMBE, and the printed sign says so', () => {
    expect(compare([10, 10, 10], [12, 12, 12]).hourly!.nmbe).toBeLessThan(0);
    expect(compare([10, 10, 10], [8, 8, 8]).hourly!.nmbe).toBeGreaterThan(0);
    expect(NMBE_SIGN).toMatch(/metered - modelled.*negative.*too much/);
  });

  test('hours that one of the two lacks count in neither, and the coverage says how many', () => {
    const all = compare([10, 12, 14, 16], [11, 12, 13, 17]);
    const holed = compare([10, NaN, 12, 14, 16, 999], [11, 500, 12, 13, 17, NaN]);
    expect(holed.hourly).toEqual(all.hourly);
    expect([holed.hours, holed.hoursInPeriod]).toEqual([4, 6]);
  });

  test('months are sums of the hours both have; a hole in the meter is not taken for a model that predicts too much', () => {
    // January 100 and 100, February 50 and 40, March 60 and 66 W h: errors 0, 10, -6; squares 136; mean 70; n - p = 2.
    const metered = [60, 40, NaN, 25, 25, 30, 30];
    const modelled = [50, 50, 900, 20, 20, 33, 33];
    const monthOf = Int32Array.from([0, 0, 0, 1, 1, 2, 2]);
    const { monthly, months: listed } = compare(metered, modelled, monthOf);
    expect(monthly!.cvRmse).toBeCloseTo(Math.sqrt(136 / 2) / 70, 12);
    expect(monthly!.nmbe).toBeCloseTo(4 / (2 * 70), 12);
    expect(monthly!.n).toBe(3);
    expect(listed[0]).toEqual({
      month: 0,
      meteredJ: 100 * 3600,
      modelledJ: 100 * 3600,
      hours: 2,
      hoursInPeriod: 3,
    });
  });

  test('the limits are those of the guideline, and both figures must keep them', () => {
    expect(GUIDELINE_14_LIMITS).toEqual({
      monthly: { cvRmse: 0.15, nmbe: 0.05 },
      hourly: { cvRmse: 0.3, nmbe: 0.1 },
    });
    const flat = new Array<number>(1001).fill(100);
    expect(
      compare(
        flat,
        flat.map(() => 109),
      ).hourly!.withinLimits,
    ).toBe(true);
    expect(
      compare(
        flat,
        flat.map(() => 111),
      ).hourly!.withinLimits,
    ).toBe(false);
    const scattered = flat.map((_, i) => (i % 2 === 0 ? 60 : 140));
    expect(compare(flat, scattered).hourly!.withinLimits).toBe(false);
  });

  test('nothing is made up of too little: one pair, no pair, or a meter at zero give no figure', () => {
    expect(compare([10], [11]).hourly).toBeNull();
    expect(compare([NaN, NaN], [1, 2]).hourly).toBeNull();
    expect(compare([0, 0, 0], [1, 2, 3]).hourly).toBeNull();
    const wrong = compareToMeter(new Float64Array(3), new Float64Array(4), months(3));
    expect(wrong.ok ? [] : wrong.issues.map((issue) => issue.code)).toEqual(['calibration-lengths']);
  });
});

test('series are compared at the same instants', () => {
  const metered = { startS: 7200, pW: Float64Array.from([1, 2, 3]) };
  expect([...alignHours(metered, { startS: 3600, pW: Float64Array.from([9, 8, 7]) })!]).toEqual([8, 7, NaN]);
  expect([...alignHours(metered, { startS: 10_800, pW: Float64Array.from([9]) })!]).toEqual([NaN, 9, NaN]);
  expect(alignHours(metered, { startS: 5400, pW: Float64Array.from([9]) })).toBeNull();
});
