import { describe, expect, test } from 'vitest';
import { dayTypeOf, h0Dynamisation, seasonOf } from '../../../src/sim/devices';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import bdew from './bdew-2025/case.json';
import newSet from './bdew-new-set/case.json';
import {
  comparisons,
  FILE,
  HAVE_PROFILES,
  newSetFigures,
  profileFigures,
  readmeTables,
  tradeFigures,
  TRADES,
} from './tables';

describe.skipIf(!HAVE_PROFILES)(`${bdew.title}, from ${bdew.origin} (reads ${FILE})`, () => {
  const figures = HAVE_PROFILES ? profileFigures() : [];
  test.each(Object.keys(bdew.expected))('%s', (name) => {
    const { tolerance } = bdew;
    const one = figures.find((each) => each.name === name)!;
    const relative = one.fullLoadHours / one.expectedFullLoadHours - 1;
    expect(Math.abs(relative)).toBeLessThan(tolerance.fullLoadHoursRelative);
    expect(Math.abs(one.maxOverMean - one.expectedMaxOverMean)).toBeLessThan(tolerance.maxOverMean);
    expect(one.hourShareError).toBeLessThan(tolerance.share);
    expect(one.winterShareError).toBeLessThan(tolerance.share);
  });
});

describe.skipIf(!HAVE_PROFILES)(`${newSet.title} (reads ${FILE})`, () => {
  const figures = HAVE_PROFILES ? newSetFigures() : [];
  test.each(Object.keys(newSet.input.dynamised))('%s', (name) => {
    const one = figures.find((each) => each.name === name)!;
    expect(one.months).toBe(12);
    const relative = one.annualKWh / newSet.expected.annualKWh - 1;
    expect(Math.abs(relative)).toBeLessThan(newSet.tolerance.annualRelative);
    const factor = one.dynamised ? h0Dynamisation(32) : 1;
    expect(one.yearKWh[96 * 31]! / factor).toBe(one.firstOfFebruary);
  });
});

describe.skipIf(!HAVE_PROFILES)(
  `a workday of commerce has the shape of its standard profile (reads ${FILE})`,
  () => {
    const figures = HAVE_PROFILES ? tradeFigures() : [];
    test.each(TRADES)('%s: %s', (name) => {
      const { least, overlap, shiftedOverlap } = figures.find(({ use }) => use === name)!;
      expect(overlap).toBeGreaterThan(least);
      expect(overlap).toBeGreaterThan(shiftedOverlap);
    });
  },
);

test.skipIf(!HAVE_PROFILES)(
  `the tables of README.md are what the profiles give now (reads ${FILE}; npm run validation -- --write)`,
  () => {
    expectKeptTables('load-profiles', readmeTables());
    expectKeptComparisons('load-profiles', comparisons());
  },
);

describe('the calendar of the profiles', () => {
  test('changes season on the days of the rule', () => {
    const seasons = [78, 79, 133, 134, 256, 257, 303, 304, 364].map(seasonOf);
    expect(seasons).toEqual([
      'winter',
      'transition',
      'transition',
      'summer',
      'summer',
      'transition',
      'transition',
      'winter',
      'winter',
    ]);
  });

  test('knows Saturdays, Sundays and the holidays that it is told', () => {
    // 2025 starts on a Wednesday: 4 and 5 January are a weekend.
    expect([0, 2, 3, 4, 5].map((day) => dayTypeOf(2, day))).toEqual([
      'workday',
      'workday',
      'saturday',
      'sunday',
      'workday',
    ]);
    expect(dayTypeOf(2, 0, new Set([0]))).toBe('sunday');
    expect(dayTypeOf(2, 3, new Set([3]))).toBe('sunday');
  });

  test('makes households use more in winter than in summer', () => {
    expect(h0Dynamisation(1)).toBeCloseTo(1.242, 3);
    expect(h0Dynamisation(182)).toBeLessThan(0.85);
    let mean = 0;
    for (let day = 1; day <= 365; day += 1) mean += h0Dynamisation(day) / 365;
    expect(Math.abs(mean - 1)).toBeLessThan(0.01);
  });
});
