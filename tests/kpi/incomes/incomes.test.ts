import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  burdensByGroup,
  giniOfLogSigma,
  householdIncomes,
  INCOME_PLACEHOLDERS,
  logSigmaOfGini,
  moneyGroupOf,
  rankGroups,
  thirdsOf,
  type IncomeAssumptions,
} from '../../../src/kpi/incomes';
import type { SourcedValue } from '../../../src/model/building';
import { householdOf } from '../../../src/sim/devices/household';

const town = (count: number, households = 10) =>
  Array.from({ length: count }, (_, at) => ({ id: `b${at}`, use: 'apartment', households }) as const);
const sourced = (value: number): SourcedValue => ({ value, source: 'test', quality: 'extrapolated_survey' });
const withShares = (owner: number, vulnerable: number): IncomeAssumptions => ({
  ...INCOME_PLACEHOLDERS,
  ownerShare: { ...INCOME_PLACEHOLDERS.ownerShare, apartment: sourced(owner) },
  vulnerableShare: sourced(vulnerable),
});

/** Gini coefficient of values: mean absolute difference over twice the mean. */
function giniOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const n = sorted.length;
  const [total, ranked] = sorted.reduce(([sum, weighted], value, rank) => [sum + value, weighted + (rank + 1) * value], [0, 0] as [number, number]); // prettier-ignore
  return (2 * ranked) / (n * total) - (n + 1) / n;
}

describe('the Gini coefficient', () => {
  test('of a log-normal distribution is erf(sigma / 2): tabled values of erf (Abramowitz and Stegun, table 7.1)', () => {
    const tabled = [
      [0.1, 0.0563719778],
      [1, 0.5204998778],
      [2, 0.8427007929],
      [4, 0.995322265],
    ] as const;
    for (const [logSigma, erf] of tabled) {
      expect(giniOfLogSigma(logSigma)).toBeCloseTo(erf, 9);
      expect(logSigmaOfGini(erf)).toBeCloseTo(logSigma, 7);
    }
    expect([0, -1].map(logSigmaOfGini)).toEqual([0, 0]);
  });
});

describe('synthetic households', () => {
  const many = householdIncomes(town(1000), 7, INCOME_PLACEHOLDERS);

  test('have the median and the spread that were asked for', () => {
    const equivalent = many.map(({ equivalentIncome }) => equivalentIncome).sort((a, b) => a - b);
    // 10,000 draws: the median is known to 1.25 sigma / 100 = 0.7 %, the Gini coefficient to some thousandths.
    expect(equivalent[5000]! / 25000).toBeGreaterThan(0.98);
    expect(equivalent[5000]! / 25000).toBeLessThan(1.02);
    expect(Math.abs(giniOf(equivalent) - 0.3)).toBeLessThan(0.01);
  });

  test('have the persons of the simulation, and more income the more they are', () => {
    for (const { id, buildingId, persons, income, equivalentIncome } of many.slice(0, 50)) {
      const index = Number(id.split('/').at(-1));
      expect(householdOf(7, buildingId, index, 'apartment').persons).toBe(persons);
      expect(income).toBeCloseTo(equivalentIncome * Math.sqrt(persons), 6);
    }
  });

  test('are drawn each for itself: a neighbour, a flat or another seed of another house changes nobody', () => {
    const one = householdIncomes(town(1), 7, INCOME_PLACEHOLDERS);
    expect(many.slice(0, 10)).toEqual(one);
    expect(householdIncomes(town(1, 12), 7, INCOME_PLACEHOLDERS).slice(0, 10)).toEqual(one);
    expect(householdIncomes(town(1), 8, INCOME_PLACEHOLDERS)).not.toEqual(one);
  });

  test('keep who owned and who was vulnerable when a share is raised', () => {
    const few = householdIncomes(town(100), 7, withShares(0.2, 0.1));
    const more = householdIncomes(town(100), 7, withShares(0.5, 0.3));
    few.forEach((household, at) => {
      if (household.tenure === 'owner') expect(more[at]!.tenure).toBe('owner');
      if (household.vulnerable) expect(more[at]!.vulnerable).toBe(true);
      expect(more[at]!.income).toBe(household.income);
    });
    const owners = more.filter(({ tenure }) => tenure === 'owner').length / more.length;
    const vulnerable = more.filter((household) => household.vulnerable).length / more.length;
    expect(Math.abs(owners - 0.5)).toBeLessThan(0.06);
    expect(Math.abs(vulnerable - 0.3)).toBeLessThan(0.06);
    // Independent traits: owners are as often vulnerable as tenants.
    const both = more.filter(({ tenure, vulnerable: is }) => tenure === 'owner' && is).length / more.length;
    expect(Math.abs(both - owners * vulnerable)).toBeLessThan(0.04);
  });

  test('are stamped: synthetic is an estimate at best', () => {
    expect(many[0]!.quality).toBe('unknown_untraceable');
    const surveyed = { ...INCOME_PLACEHOLDERS, medianPerYear: sourced(20000), gini: sourced(0.25) };
    expect(householdIncomes(town(1), 7, surveyed)[0]!.quality).toBe('estimation_assumptions');
  });

  test('have a share of the income left after housing, by tenure', () => {
    for (const { income, housingCost, tenure } of many.slice(0, 20))
      expect(housingCost / income).toBeCloseTo(tenure === 'owner' ? 0.12 : 0.28, 12);
  });
});

describe('groups', () => {
  test('are of equal number and in the order of the values', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 50 }),
        fc.integer({ min: 1, max: 10 }),
        (values, groupCount) => {
          const groups = rankGroups(values, groupCount);
          const sizes = Array.from(
            { length: groupCount },
            (_, group) => groups.filter((of) => of === group).length,
          );
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
          values.forEach((value, a) =>
            values.forEach((other, b) => {
              if (value < other) expect(groups[a]).toBeLessThanOrEqual(groups[b]!);
            }),
          );
        },
      ),
    );
  });

  test('thirds go by income per equivalent person, not by household', () => {
    const households = householdIncomes(town(30), 3, INCOME_PLACEHOLDERS);
    const thirds = thirdsOf(households);
    const poorest = households
      .filter((_, at) => thirds[at] === 0)
      .map(({ equivalentIncome }) => equivalentIncome);
    const others = households
      .filter((_, at) => thirds[at] !== 0)
      .map(({ equivalentIncome }) => equivalentIncome);
    expect(Math.max(...poorest)).toBeLessThanOrEqual(Math.min(...others));
    expect(moneyGroupOf(households[0]!, 0)).toBe(`lowest third, ${households[0]!.tenure}`);
  });

  test('burden is the ratio of sums, and the median of ratios; no income is no burden', () => {
    const [poor, rich, none] = burdensByGroup(
      [100, 300, 200, 50, 10],
      [1000, 2000, 4000, 0, 100],
      [0, 0, 1, 1, 0],
      3,
    );
    expect(poor).toEqual({ group: 0, households: 3, ofSums: 410 / 3100, median: 0.1, withoutIncome: 0 });
    expect(rich).toEqual({ group: 1, households: 2, ofSums: 250 / 4000, median: 0.05, withoutIncome: 1 });
    expect(none).toEqual({
      group: 2,
      households: 0,
      ofSums: Number.NaN,
      median: Number.NaN,
      withoutIncome: 0,
    });
  });
});
