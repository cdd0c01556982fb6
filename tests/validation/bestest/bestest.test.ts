import { describe, expect, test } from 'vitest';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import {
  acceptanceOf,
  bestestResults,
  errorOf,
  expected,
  FREE_FLOAT,
  HAVE_WEATHER,
  isInside,
  isLoad,
  type Results,
} from './cases';
import { comparisons, readmeTables } from './tables';

const NONE: Results = { films: 'reference', figures: [], profiles: [], monthly: [] };
const { tolerance } = expected;

describe.skipIf(!HAVE_WEATHER)(`BESTEST on ../shared/data/bestest/${expected.weatherFile}`, () => {
  const reference = HAVE_WEATHER ? bestestResults('reference') : NONE;
  const constant = HAVE_WEATHER ? bestestResults('constant') : NONE;

  test.each([reference, constant])(
    'annual loads are inside the limits of 140-2023, $films films',
    ({ figures }) => {
      const limited = figures.filter(
        (each) =>
          acceptanceOf(each) !== undefined &&
          !tolerance.acceptanceReportedOnly.includes(`${each.case} ${each.name}`),
      );
      expect(limited).toHaveLength(22);
      const outside = limited.filter((each) => {
        const [low, high] = acceptanceOf(each)!;
        return each.value < low || each.value > high;
      });
      expect(outside).toEqual([]);
    },
  );

  test.each([reference, constant])(
    '33 of 44 loads are inside the range and 7 % off at most in the mean, $films films',
    ({ figures }) => {
      const loads = figures.filter((each) => each.gated && isLoad(each));
      expect(loads).toHaveLength(44);
      expect(loads.filter(isInside).length).toBeGreaterThanOrEqual(tolerance.insideOf44);
      const error = loads.reduce((sum, each) => sum + Math.abs(errorOf(each)), 0) / loads.length;
      expect(error).toBeLessThanOrEqual(tolerance.meanAbsoluteError);
    },
  );

  test('the reference solver meets the aim: 40 of 44, 4 %', () => {
    const loads = reference.figures.filter((each) => each.gated && isLoad(each));
    expect(loads.filter(isInside).length).toBeGreaterThanOrEqual(40);
    expect(loads.reduce((sum, each) => sum + Math.abs(errorOf(each)), 0) / 44).toBeLessThanOrEqual(0.04);
  });

  test('free float is inside the range', () => {
    const floats = reference.figures.filter(
      (each) => each.gated && FREE_FLOAT.some((name) => name === each.name),
    );
    expect(floats).toHaveLength(12);
    expect(floats.filter((each) => !isInside(each))).toEqual([]);
  });

  test.each(reference.profiles)('$name ($kind) is inside the band for 20 of 24 hours', ({ hoursInside }) => {
    expect(hoursInside).toBeGreaterThanOrEqual(tolerance.profileHours);
  });

  test('the tables of README.md are what the model gives now (npm run validation -- --write)', () => {
    expectKeptTables('bestest', readmeTables([reference, constant]));
    expectKeptComparisons('bestest', comparisons([reference, constant]));
  });
});
