import { describe, expect, it } from 'vitest';
import { energyBurden, energyPoverty, type Household } from '../../src/kpi/poverty';

/** Ten households, kEUR a year; the worked example of all five measures. */
const INCOMES = [8, 10, 12, 15, 18, 22, 26, 30, 40, 60];
const REQUIRED = [1.4, 0.9, 1.6, 1.2, 2.2, 1.5, 1.8, 1.4, 2.4, 2.6];
const SPENT = [0.6, 0.8, 1.5, 1.2, 2.1, 1.5, 1.8, 1.4, 2.4, 2.6];
const TEN: readonly Household[] = INCOMES.map((income, i) => ({
  id: String(i),
  income,
  requiredCost: REQUIRED[i]!,
  spend: SPENT[i]!,
}));
const FIVE_ANSWERS = {
  tenPercent: ['0', '2', '4'],
  twiceMedian: ['0'],
  halfMedian: ['0'],
  lihc: ['2'],
  sixPercent: ['0', '1', '2', '3', '4', '5', '6'],
};

describe('energy poverty', () => {
  it('gives five answers to ten households', () => {
    const { poor, percent, reference } = energyPoverty(TEN);
    expect(poor).toEqual(FIVE_ANSWERS);
    expect(percent).toEqual({ tenPercent: 30, twiceMedian: 10, halfMedian: 10, lihc: 10, sixPercent: 70 });
    expect(0.6 * reference.medianIncome).toBeCloseTo(12, 12);
  });

  it('does not depend on the order of the households or on the currency', () => {
    const turned = [...TEN].reverse().map((each) => ({
      ...each,
      income: each.income * 1024,
      requiredCost: each.requiredCost * 1024,
      spend: each.spend * 1024,
    }));
    const { poor } = energyPoverty(turned);
    for (const [measure, ids] of Object.entries(FIVE_ANSWERS)) {
      expect([...poor[measure as keyof typeof poor]].sort()).toEqual(ids);
    }
  });

  it('rests on required energy: a home left cold is no less poor', () => {
    const cold = TEN.map((each) => ({ ...each, spend: each.spend / 10 }));
    const { poor } = energyPoverty(cold);
    expect([poor.tenPercent, poor.twiceMedian, poor.lihc, poor.sixPercent]).toEqual([
      FIVE_ANSWERS.tenPercent,
      FIVE_ANSWERS.twiceMedian,
      FIVE_ANSWERS.lihc,
      FIVE_ANSWERS.sixPercent,
    ]);
  });

  it('measures against the country where its figures are given', () => {
    expect(energyPoverty(TEN, { medianSpend: 3 }).poor.halfMedian).toEqual(['0', '1', '3', '7']);
    expect(energyPoverty(TEN, { medianIncome: 30 }).poor.lihc).toEqual(['2', '4']);
  });

  it('weighs income and cost of LIHC by the size of the household', () => {
    const large = TEN.map((each, i) =>
      i === 4 ? { ...each, incomeEquivalence: 1.5, costEquivalence: 1.3 } : each,
    );
    // 2.2/1.3 = 1.69 is above the median cost still, and 18/1.5 - 1.69 = 10.3 is below the line.
    expect(energyPoverty(large).poor.lihc).toContain('4');
  });

  it('counts those who are not told apart, and those without income as burdened', () => {
    const odd = energyPoverty([
      ...TEN,
      { id: 'x', income: Number.NaN, requiredCost: 1, spend: 1 },
      { id: 'y', income: 0, requiredCost: 1, spend: 1 },
    ]);
    expect([odd.told, odd.notTold]).toEqual([11, 1]);
    expect(odd.poor.tenPercent).toContain('y');
    expect(odd.poor.tenPercent).not.toContain('x');
    expect(energyBurden({ income: 0, requiredCost: 0 })).toBe(0);
    expect(energyPoverty([]).percent.lihc).toBeNaN();
  });
});
