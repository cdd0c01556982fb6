import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEpw } from '../../../src/io/epw';
import {
  gainUtilisation,
  heatingSeasonOf,
  monthlyHeatNeedJPerM2,
  monthsOf,
  seasonalHeatBalance,
} from '../../../src/sim/buildings/monthlyMethod';
import { expectKeptComparisons, expectKeptTables } from '../keptTables';
import { ALL, allVariants, comparisons, figureOf, HAVE_ALL, readmeTables } from './tables';
import sample from './ten-variants/case.json';
import { buildingOf, climateOf, kWh, type TabulaVariant } from './variants';

const { tolerance } = sample;

function compare(variant: TabulaVariant): void {
  const figure = figureOf(variant);
  expect(figure.transmissionShare, variant.code).toBeLessThan(tolerance.hTransmissionRelative);
  expect(figure.ventilationWPerM2K, variant.code).toBeLessThan(1e-4);
  expect(figure.reduction, variant.code).toBeLessThan(1e-4);
  expect(figure.termKWhPerM2, variant.code).toBeLessThan(tolerance.heatNeedKWhPerM2);
}

describe(`${sample.title} (${sample.origin})`, () => {
  test.each(sample.variants)('$code', (variant) => compare(variant as TabulaVariant));
});

describe.skipIf(!HAVE_ALL)(`every variant (reads ${ALL})`, () => {
  const variants = allVariants();
  test('comes out with its own climate', () => {
    expect(variants.length).toBe(836);
    for (const variant of variants) compare(variant);
  });

  test('the table of README.md is what the method gives now (npm run validation -- --write)', () => {
    expectKeptTables('tabula', readmeTables(variants));
    expectKeptComparisons('tabula', comparisons(variants));
  });

  test('a transmission that is 1 % off is refused', () => {
    const [first] = variants;
    const expected = { ...first!.expected, h_Transmission: first!.expected['h_Transmission']! * 1.01 };
    expect(figureOf({ ...first!, expected }).transmissionShare).toBeGreaterThan(
      tolerance.hTransmissionRelative,
    );
  });
});

test('a period that is warmer than the set-point needs no heat', () => {
  const variant = sample.variants[0] as TabulaVariant;
  const warm = { ...climateOf(variant), outdoorDegC: 25 };
  expect(seasonalHeatBalance(buildingOf(variant), warm).heatNeedJPerM2).toBe(0);
});

test('the utilisation of gains runs through its limit where gains equal losses', () => {
  expect(gainUtilisation(1, 2)).toBeCloseTo(2 / 3, 12);
  expect(gainUtilisation(1 + 1e-6, 2)).toBeCloseTo(2 / 3, 5);
  expect(gainUtilisation(0, 2)).toBe(1);
  expect(gainUtilisation(50, 2)).toBeCloseTo(1 / 50, 4);
});

const MANNHEIM = '../shared/data/weather/DEU_Mannheim_107290_BBSR-TRY.epw';
describe.skipIf(!existsSync(MANNHEIM))(`on a German weather year (reads ${MANNHEIM})`, () => {
  const outcome = existsSync(MANNHEIM) ? readEpw(readFileSync(MANNHEIM, 'latin1'), MANNHEIM) : null;

  const german = (sample.variants as TabulaVariant[]).filter(({ code }) => code.startsWith('DE.'));
  test.each(german.map((variant) => [variant.code, variant] as const))(
    '%s: by season and by months alike, and in proportion to the degree-days',
    (_, variant) => {
      if (!outcome?.ok) throw new Error('the weather file was not read');
      const building = buildingOf(variant);
      const season = heatingSeasonOf(outcome.value);
      const bySeason = kWh(seasonalHeatBalance(building, season).heatNeedJPerM2);
      const byMonths = kWh(monthlyHeatNeedJPerM2(building, monthsOf(outcome.value)));
      expect(Math.abs(byMonths / bySeason - 1)).toBeLessThan(0.06);
      const kelvinDays = (building.setDegC - season.outdoorDegC) * (season.durationS / 86400);
      const own = variant.expected['q_h_nd']! / variant.expected['Sum_DeltaT_for_HeatingDays']!;
      expect(Math.abs(bySeason / kelvinDays / own - 1)).toBeLessThan(0.06);
    },
  );
});
