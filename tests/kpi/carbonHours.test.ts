import { describe, expect, it } from 'vitest';
import { carbonHoursKpis, gridCarbonKgPerKwh } from '../../src/kpi/carbonHours';
import { factorsOf } from '../../src/kpi';
import type { KpiInput } from '../../src/kpi';
import type { AssumptionKey } from '../../src/model/assumptions';

/**
 * Carbon by the hour. The cheapest wrong programs: the flat factor (refused by a load at night against one in the evening), a
 * shape whose mean is not the factor, and exports that earn.
 */
const HOURS = 8760;
const assume = (values: Partial<Record<AssumptionKey, number>>) =>
  factorsOf(
    (Object.entries(values) as [AssumptionKey, number][]).map(([key, value]) => ({
      ...{ key, value, unit: '1', source: 'test', date: '2026-01' },
    })),
  );
const factors = assume({ gridCarbonKgPerKwh: 0.4, gridCarbonDaySwing: 0.25, gridCarbonSeasonSwing: 0 });

function kpisOf(powerOf: (hour: number) => number, of = factors) {
  const sourcePW = Float64Array.from({ length: HOURS }, (_, hour) => powerOf(hour));
  const input = { table: { sourcePW }, stepS: 3600, stepCount: HOURS } as unknown as KpiInput;
  return Object.fromEntries(carbonHoursKpis(input, of).map(({ id, value }) => [id, value]));
}

describe('the intensity of the grid', () => {
  it.each([3600, 900])('has the yearly factor as its mean, at steps of %i s', (stepS) => {
    const both = assume({ gridCarbonKgPerKwh: 0.4, gridCarbonDaySwing: 0.3, gridCarbonSeasonSwing: 0.2 });
    const series = gridCarbonKgPerKwh(both, { stepS, stepCount: (HOURS * 3600) / stepS });
    const mean = series.reduce((sum, value) => sum + value, 0) / series.length;
    expect(mean).toBeCloseTo(0.4, 9);
    expect(Math.min(...series.subarray(0, 96))).toBeGreaterThan(0);
  });

  it('is highest in the evening and by the swing', () => {
    const day = gridCarbonKgPerKwh(factors, { stepS: 3600, stepCount: 24 });
    expect(day.indexOf(Math.max(...day))).toBeGreaterThanOrEqual(19);
    // cos of half an hour from 20:00.
    expect(Math.max(...day)).toBeCloseTo(0.4 * (1 + 0.25 * 0.9914448613738104), 12);
  });
});

describe('carbon of imports', () => {
  const evening = (hour: number) => (hour % 24 === 20 ? 24_000 : 0);
  const morning = (hour: number) => (hour % 24 === 8 ? 24_000 : 0);

  it('tells an evening from a morning of the same energy, and their mean from neither', () => {
    const [late, early] = [kpisOf(evening), kpisOf(morning)];
    // 24 kW for one hour of each day are 8,760 kWh.
    expect(late['carbonHourly']).toBeCloseTo(HOURS * 0.4 * (1 + 0.25 * 0.9914448613738104), 6);
    expect(early['carbonHourly']).toBeCloseTo(HOURS * 0.4 * (1 - 0.25 * 0.9914448613738104), 6);
    expect(late['carbonHourlyDifference']! + early['carbonHourlyDifference']!).toBeCloseTo(0, 6);
    expect(late['carbonHourlyDifference']).toBeGreaterThan(800);
  });

  it('is exactly the flat figure without swings, and exports earn nothing', () => {
    const flat = assume({ gridCarbonKgPerKwh: 0.4, gridCarbonDaySwing: 0, gridCarbonSeasonSwing: 0 });
    expect(kpisOf(evening, flat)['carbonHourlyDifference']).toBe(0);
    expect(kpisOf((hour) => evening(hour) - (hour % 24 === 12 ? 5000 : 0))).toEqual(kpisOf(evening));
  });

  it('at the margin is import times the marginal intensity', () => {
    const of = assume({ marginalKgPerKwh: 0.9 });
    expect(kpisOf(() => 1000, of)['carbonMarginal']).toBeCloseTo(HOURS * 0.9, 6);
  });
});
