import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readEpw } from '../../../src/io/epw';
import {
  gainUtilisation,
  heatingSeasonOf,
  lossCoefficients,
  monthlyHeatNeedJPerM2,
  monthsOf,
  seasonalHeatBalance,
} from '../../../src/sim/buildings/monthlyMethod';
import sample from './ten-variants/case.json';
import { buildingOf, climateOf, kWh, type TabulaVariant } from './variants';

const { tolerance } = sample;

function compare(variant: TabulaVariant): void {
  const { expected } = variant;
  const building = buildingOf(variant);
  const { transmissionWPerM2K, ventilationWPerM2K, reduction } = lossCoefficients(building);
  const relative = transmissionWPerM2K / expected['h_Transmission']! - 1;
  expect(Math.abs(relative), variant.code).toBeLessThan(tolerance.hTransmissionRelative);
  expect(Math.abs(ventilationWPerM2K - expected['h_Ventilation']!), variant.code).toBeLessThan(1e-4);
  expect(Math.abs(reduction - expected['F_red_temp']!), variant.code).toBeLessThan(1e-4);
  const balance = seasonalHeatBalance(building, climateOf(variant));
  const terms = [
    [balance.transmissionJPerM2, expected['q_ht_tr']!],
    [balance.ventilationJPerM2, expected['q_ht_ve']!],
    [balance.solarJPerM2, expected['q_sol']!],
    [balance.internalJPerM2, expected['q_int']!],
    [balance.heatNeedJPerM2, expected['q_h_nd']!],
  ] as const;
  for (const [found, value] of terms)
    expect(Math.abs(kWh(found) - value), variant.code).toBeLessThan(tolerance.heatNeedKWhPerM2);
}

describe(`${sample.title} (${sample.origin})`, () => {
  test.each(sample.variants)('$code', (variant) => compare(variant as TabulaVariant));
});

const ALL = '../shared/data/building-validation/tabula_variants.json';
describe.skipIf(!existsSync(ALL))(`every variant (reads ${ALL})`, () => {
  const variants = existsSync(ALL)
    ? (JSON.parse(readFileSync(ALL, 'utf8')) as { variants: TabulaVariant[] }).variants
    : [];
  test('comes out with its own climate', () => {
    expect(variants.length).toBe(836);
    for (const variant of variants) compare(variant);
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
