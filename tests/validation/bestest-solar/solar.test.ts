import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { HAVE_WEATHER, solarFigures, solarTables } from './solarFigures';
import denver from './denver/case.json';

const cells = (text: string): string[] =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.includes('---'))
    .map((line) => line.replaceAll(/\s+/g, ' ').trim());

describe.skipIf(!HAVE_WEATHER)(
  `sun on planes and through windows, BESTEST on ../shared/data/bestest/${denver.weatherFile}`,
  () => {
    const figures = HAVE_WEATHER ? solarFigures() : { annual: [], ratios: [], profiles: [] };

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
      for (const figure of solarFigures(900).annual) {
        if (!figure.name.startsWith('transmitted')) continue;
        expect(figure.kWhPerM2, figure.name).toBeGreaterThanOrEqual(figure.minKWhPerM2);
        expect(figure.kWhPerM2, figure.name).toBeLessThanOrEqual(figure.maxKWhPerM2);
      }
    });

    test('the README shows these figures', () => {
      const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8');
      expect(cells(readme)).toEqual(cells(solarTables()));
    });
  },
);
