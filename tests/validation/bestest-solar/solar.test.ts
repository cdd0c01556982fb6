import { describe, expect, test } from 'vitest';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import denver from './denver/case.json';
import { HAVE_WEATHER, type SolarFigures, solarFigures } from './solarFigures';
import { comparisons, readmeTables } from './tables';

describe.skipIf(!HAVE_WEATHER)(
  `sun on planes and through windows, BESTEST on ../shared/data/bestest/${denver.weatherFile}`,
  () => {
    const none: SolarFigures = { annual: [], ratios: [], profiles: [] };
    const figures = HAVE_WEATHER ? solarFigures() : none;
    const quarters = HAVE_WEATHER ? solarFigures(900) : none;

    test.each(figures.annual)('$name of a year is inside the programs’ range', (figure) => {
      expect(figure.kWhPerM2).toBeGreaterThanOrEqual(figure.minKWhPerM2);
      expect(figure.kWhPerM2).toBeLessThanOrEqual(figure.maxKWhPerM2);
    });

    test.each(figures.ratios)(
      '$name of a year is inside the programs’ range or 1 % off it',
      ({ ratio, min, max }) => {
        const { ratioShare } = denver.tolerance;
        expect(ratio).toBeGreaterThanOrEqual(min * (1 - ratioShare));
        expect(ratio).toBeLessThanOrEqual(max * (1 + ratioShare));
      },
    );

    test.each(figures.profiles)('$name follows the programs hour by hour', ({ hoursInside }) => {
      expect(hoursInside).toBeGreaterThanOrEqual(denver.tolerance.profileHours);
    });

    test('windows by quarter-hours are inside as well', () => {
      for (const figure of quarters.annual) {
        if (!figure.name.startsWith('transmitted')) continue;
        expect(figure.kWhPerM2, figure.name).toBeGreaterThanOrEqual(figure.minKWhPerM2);
        expect(figure.kWhPerM2, figure.name).toBeLessThanOrEqual(figure.maxKWhPerM2);
      }
    });

    test('the README shows these figures', () => {
      expectKeptTables('bestest-solar', readmeTables(figures, quarters));
      expectKeptComparisons('bestest-solar', comparisons(figures));
    });
  },
);
