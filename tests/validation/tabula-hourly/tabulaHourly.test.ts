import { describe, expect, test } from 'vitest';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import { medianOf } from '../markdown';
import description from './case.json';
import { comparisons, HAVE_FILES, hourlyFigures, readmeTables, READS } from './tables';

const { tolerance } = description;

describe.skipIf(!HAVE_FILES)(`${description.title} (reads ${READS})`, () => {
  const figures = hourlyFigures();

  test('the median within 15 %, each within 25 %', () => {
    expect(figures.length).toBeGreaterThan(40);
    const median = medianOf(figures.map(({ ratio }) => ratio));
    expect(Math.abs(median - 1)).toBeLessThan(tolerance.medianRelative);
    for (const { code, ratio } of figures) {
      expect(Math.abs(ratio - 1), code).toBeLessThan(tolerance.eachRelative);
    }
  });

  test('the tables of README.md are what the models give now (npm run validation -- --write)', () => {
    expectKeptTables('tabula-hourly', readmeTables(figures));
    expectKeptComparisons('tabula-hourly', comparisons(figures));
  });
});
