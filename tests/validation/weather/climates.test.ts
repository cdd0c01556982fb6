import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEpw } from '../../../src/io/epw';
import {
  CLIMATES,
  dailyClearness,
  normalsFromWeather,
  synthesiseWeather,
  type ClimateName,
} from '../../../src/synthesis/weather';
import centralEurope from './centralEurope/case.json';
import { climateFigures, distanceOf, distanceToQuantiles } from './figures';
import hotDesert from './hotDesert/case.json';
import hotMonsoon from './hotMonsoon/case.json';
import mediterranean from './mediterranean/case.json';
import nordic from './nordic/case.json';

const cases = [nordic, centralEurope, mediterranean, hotDesert, hotMonsoon];

describe.each(cases.map((one) => [one.input.climate, one] as const))(
  'the synthetic year of %s',
  (name, one) => {
    const { expected, tolerance, input } = one;
    const normals = CLIMATES[name as ClimateName];
    const years = input.seeds.map((seed) => [seed, synthesiseWeather(normals, seed)] as const);
    const bound = (kDay: number) => Math.max(tolerance.degreeDaysRelative * kDay, tolerance.degreeDaysKDay);

    test.each(years)(
      'with seed %i meets what it was not fed: degree-days, tails, ranges, clearness',
      (_, year) => {
        const found = climateFigures(year);
        expect(Math.abs(found.heatingKDay - expected.heatingKDay)).toBeLessThan(bound(expected.heatingKDay));
        expect(Math.abs(found.coolingKDay - expected.coolingKDay)).toBeLessThan(bound(expected.coolingKDay));
        for (const percent of ['temp1DegC', 'temp50DegC', 'temp99DegC'] as const) {
          expect(Math.abs(found[percent] - expected[percent]), percent).toBeLessThan(tolerance.tempK);
        }
        expect(Math.abs(found.meanDailyRangeK - expected.meanDailyRangeK)).toBeLessThan(
          tolerance.meanDailyRangeK,
        );
        expect(Math.abs(found.dailyRangeStdK - expected.dailyRangeStdK)).toBeLessThan(
          tolerance.dailyRangeStdK,
        );
        const distance = distanceToQuantiles(dailyClearness(year), expected.clearnessQuantiles);
        expect(distance).toBeLessThan(tolerance.clearnessDistance);
      },
    );

    const file = `../shared/data/weather/${input.weatherFile}`;
    test.skipIf(!existsSync(file))(
      `was made from, and is judged by, the figures of its source (needs ${file})`,
      () => {
        const outcome = readEpw(readFileSync(file, 'latin1'), file);
        if (!outcome.ok) throw new Error('the weather file was not read');
        expect(climateFigures(outcome.value)).toEqual(expected);
        expect(normalsFromWeather(outcome.value, normals.source)).toEqual({
          ...normals,
          name: outcome.value.name,
        });
        const sky = dailyClearness(outcome.value);
        for (const [, year] of years) {
          expect(distanceOf(sky, dailyClearness(year))).toBeLessThan(tolerance.clearnessDistance);
        }
      },
    );
  },
);
