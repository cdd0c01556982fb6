import { expect, it } from 'vitest';
import { investmentsByYear } from '../../../src/study/path';
import type { CostLine } from '../../../src/study/scenarioCosts';

const line = (measureId: string, elementId: string, typical: number): CostLine =>
  ({
    ...{ measureId, elementId, type: 'heatPumps', quality: 'personal_estimation' },
    investment: Number.isNaN(typical)
      ? { known: false, reason: 'test' }
      : { known: true, low: typical / 2, typical, high: 2 * typical },
  }) as unknown as CostLine;
const year = (at: number, ...lines: readonly CostLine[]) => ({ year: at, costs: { lines } });
const typical = (years: Parameters<typeof investmentsByYear>[0]) =>
  investmentsByYear(years).map(({ typicalEur }) => typicalEur);

// The cheapest wrong programs: the total of each year, and the difference of totals.
it('pays for what is new in a year, not again for what stands', () => {
  const a = line('m', 'a', 100);
  const years = [year(2025, a), year(2030, a, line('m', 'b', 40)), year(2035, a, line('m', 'b', 40))];
  expect(typical(years)).toEqual([100, 40, 0]);
  expect(investmentsByYear(years)[1]).toMatchObject({ lowEur: 20, highEur: 80, year: 2030, notKnown: 0 });
  expect(investmentsByYear(years)[1]!.byMeasure).toEqual([
    { measureId: 'm', type: 'heatPumps', typicalEur: 40, elements: 1, notKnown: 0 },
  ]);
  expect(investmentsByYear(years)[2]!.byMeasure).toEqual([]);
});

it('gives nothing back where a later year counts it cheaper, and does not pay the rise twice', () => {
  const at = (eur: number) => line('m', 'a', eur);
  expect(typical([year(1, at(100)), year(2, at(60)), year(3, at(90)), year(4, at(130))])).toEqual([
    100, 0, 0, 30,
  ]);
  expect(typical([year(1, at(100)), year(2), year(3, at(100))])).toEqual([100, 0, 0]);
});

it('pays each measure at an element for itself', () => {
  const years = [year(1, line('m', 'a', 5)), year(2, line('m', 'a', 5), line('n', 'a', 5))];
  expect(typical(years)).toEqual([5, 5]);
});

it('pays what is more of a range although the typical price stays', () => {
  const dearer = line('m', 'a', 100);
  const wide = { ...dearer, investment: { ...dearer.investment, high: 300 } } as CostLine;
  const found = investmentsByYear([year(1, dearer), year(2, wide)])[1]!;
  expect([found.lowEur, found.typicalEur, found.highEur]).toEqual([0, 0, 100]);
  expect(found.byMeasure.map(({ elements }) => elements)).toEqual([1]);
});

it('counts what has no price once, beside the sum', () => {
  const unknown = line('m', 'a', Number.NaN);
  const found = investmentsByYear([year(1, unknown, line('n', 'a', 7)), year(2, unknown)]);
  expect(found.map(({ typicalEur, notKnown }) => [typicalEur, notKnown])).toEqual([
    [7, 1],
    [0, 0],
  ]);
});
