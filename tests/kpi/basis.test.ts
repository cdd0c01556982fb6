import { describe, expect, it } from 'vitest';
import {
  basisOf,
  DEFAULT_BASIS,
  districtKpis,
  factorsOf,
  FACTORS,
  limitsOf,
  type KpiInput,
} from '../../src/kpi';
import { ASSUMPTIONS, type AssumptionKey } from '../../src/model/assumptions';
import { LIMIT_PROFILES } from '../../src/model/limits';
import { END_USES } from '../../src/model/run';
import type { Scenario } from '../../src/model/scenario';
import { FUEL_CARRIERS } from '../../src/sim/arrays/carriers';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';
import { ANSI_C84_1_LIMITS, EN_50160_LIMITS } from '../../src/study/network';

const KEYS = Object.keys(ASSUMPTIONS) as AssumptionKey[];

describe('factors of a scenario', () => {
  it("are the program's where it assumes none of its own", () => {
    expect(factorsOf()).toBe(FACTORS);
    expect(factorsOf([])).toBe(FACTORS);
    expect(DEFAULT_BASIS.factors).toBe(FACTORS);
  });

  it('have a declared unit, and defaults inside what may be entered', () => {
    expect(Object.keys(FACTORS).sort()).toEqual([...KEYS].sort());
    for (const key of KEYS) {
      const { unit, min, max } = ASSUMPTIONS[key];
      expect(FACTORS[key].unit, key).toBe(unit);
      expect(FACTORS[key].value, key).toBeGreaterThanOrEqual(min);
      expect(FACTORS[key].value, key).toBeLessThanOrEqual(max);
    }
  });

  it('are replaced one by one, each with its source and date', () => {
    const own = {
      key: 'gasPriceEurPerKwh',
      value: 0.2,
      unit: 'EUR/kWh',
      source: 'bill',
      date: '2025',
    } as const;
    const factors = factorsOf([own]);
    expect(factors.gasPriceEurPerKwh.value).toBe(0.2);
    for (const word of ['bill', '2025']) expect(factors.gasPriceEurPerKwh.source).toContain(word);
    for (const key of KEYS) if (key !== own.key) expect(factors[key]).toBe(FACTORS[key]);
  });
});

describe('limits of a scenario', () => {
  it('are EN 50160 where it names none', () => {
    expect(basisOf({}).limits).toEqual({ ...LIMIT_PROFILES['EN 50160'], name: 'EN 50160' });
  });

  it.each([
    ['EN 50160', EN_50160_LIMITS],
    ['ANSI C84.1', ANSI_C84_1_LIMITS],
  ] as const)('%s is what the network studies hold it to be', (profile, study) => {
    const { lowerPu, upperPu, loadingLimit } = limitsOf({ profile });
    expect([lowerPu, upperPu, loadingLimit]).toEqual([study.vMinPu, study.vMaxPu, study.loadingMax]);
  });
});

const KWH = 3.6e6;

/** One step of an hour: 10 kWh in; of gas, oil and district heat 2, 4 and 3 kWh. Then half a kWh out. */
function table(): KpiInput {
  const sizes = {
    building: 1,
    endUse: END_USES.length,
    bus: 4,
    branch: 4,
    transformer: 2,
    feeder: 1,
    storage: 0,
    step: 2,
    chunk: 1,
    stateChunk: 1,
    state: 1,
    carrier: FUEL_CARRIERS.length,
    one: 1,
  };
  const columns = allocate(RUN_RESULTS, sizes);
  columns.sourcePW.set([10_000, -500]);
  columns.lossW.set([10_000, 0]);
  columns.districtEndUseW[2 * END_USES.indexOf('photovoltaics') + 1] = 500;
  const fuels = { gas: 2, oil: 4, districtHeat: 3 };
  columns.districtFuelJ.set(FUEL_CARRIERS.map((carrier) => fuels[carrier] * KWH));
  columns.busVMinPu.set([0.96, 0.945, 0.91, 0.89]);
  columns.busVMaxPu.set([1.04, 1.055, 1.04, 1.04]);
  // Two cables, two transformers.
  columns.branchLoadingMax.set([0.75, 0.85, 0.95, 1.05]);
  columns.transformerLoading.set([0.95, 0.7, 0.6, 1.05]);
  const rows = {
    buildingIds: ['b'],
    busIds: ['w', 'x', 'y', 'z'],
    branchIds: ['l1', 'l2', 't1', 't2'],
    lineCount: 2,
    transformerIds: ['t1', 't2'],
    feederIds: ['l1'],
    storageIds: [],
    endUses: END_USES,
  };
  return { table: columns, rows, stepS: 3600, stepCount: 2 };
}

const kpisOf = (scenario: Pick<Scenario, 'assumptions' | 'limits'> = {}) =>
  new Map(districtKpis(table(), basisOf(scenario)).map((kpi) => [kpi.id, kpi]));

describe('indicators of a scenario that assumes otherwise', () => {
  // What one more of each factor adds, by hand: the energy it is counted on.
  it.each<[AssumptionKey, string, number]>([
    ['gridCarbonKgPerKwh', 'carbon', 10],
    ['gasCarbonKgPerKwh', 'carbon', 2],
    ['oilCarbonKgPerKwh', 'carbon', 4],
    ['districtHeatCarbonKgPerKwh', 'carbon', 3],
    ['electricityPriceEurPerKwh', 'energyCost', 10],
    ['feedInPriceEurPerKwh', 'energyCost', -0.5],
    ['gasPriceEurPerKwh', 'energyCost', 2],
    ['oilPriceEurPerKwh', 'energyCost', 4],
    ['districtHeatPriceEurPerKwh', 'energyCost', 3],
    ['electricityPrimary', 'primaryEnergy', 10 * KWH],
    ['gasPrimary', 'primaryEnergy', 2 * KWH],
    ['oilPrimary', 'primaryEnergy', 4 * KWH],
    ['districtHeatPrimary', 'primaryEnergy', 3 * KWH],
  ])('count %s in %s and nowhere else, and name its source', (key, id, perUnit) => {
    const { unit } = ASSUMPTIONS[key];
    const assumptions = [{ key, value: FACTORS[key].value + 1, unit, source: 'a survey', date: '2026' }];
    const [before, after] = [kpisOf(), kpisOf({ assumptions })];
    const changed = [...after.values()].filter((kpi) => !Object.is(kpi.value, before.get(kpi.id)!.value));
    // The total, and its part: all that the grid brings here is lost on the way.
    const part = key.replace(/CarbonKgPerKwh|Primary/, '');
    const parts = {
      carbon: `carbon-${part === 'grid' ? 'gridLosses' : part}`,
      primaryEnergy: `primary-${part}`,
    };
    const isSplit = id === 'carbon' || id === 'primaryEnergy';
    const counted = isSplit ? [id, parts[id]] : [id];
    // By the hour it is counted with a shape, which carbonHours.test.ts checks.
    const hourly = part === 'grid' ? ['carbonHourly', 'carbonHourlyDifference'] : [];
    expect(changed.map((kpi) => kpi.id)).toEqual([...counted, ...hourly]);
    for (const each of counted)
      expect((after.get(each)!.value - before.get(each)!.value) / perUnit, each).toBeCloseTo(1, 9);
    expect(after.get(id)!.source).toContain('a survey (2026)');
    expect(before.get(id)!.source).not.toContain('a survey');
  });

  it.each<[string, Pick<Scenario, 'limits'>, Record<string, number>]>([
    ['EN 50160', {}, { busesOutsideBand: 1, linesOver100: 0, transformersOver100: 1, hoursOverload: 1 }],
    [
      'ANSI C84.1',
      { limits: { profile: 'ANSI C84.1' } },
      { busesOutsideBand: 3, linesOver100: 0, transformersOver100: 1, hoursOverload: 1 },
    ],
    [
      'own limits',
      { limits: { profile: 'own', lowerPu: 0.9, upperPu: 1.05, loadingLimit: 0.8, source: 'a plan' } },
      { busesOutsideBand: 2, linesOver100: 1, transformersOver100: 2, hoursOverload: 2 },
    ],
  ])('count against %s, and say so', (name, scenario, expected) => {
    const kpis = kpisOf(scenario);
    for (const [id, value] of Object.entries(expected)) expect(kpis.get(id)!.value, id).toBe(value);
    expect(kpis.get('busesOutsideBand')!.definition).toContain(name);
    // Hours are kept for one band only, and say so; customers are counted against that of the scenario.
    expect(kpis.get('customersOutsideBand')!.label).toContain(
      { 'EN 50160': '±10 %', 'ANSI C84.1': '0.95 to 1.05 pu', 'own limits': '0.9 to 1.05 pu' }[name],
    );
    for (const id of ['customerHoursOutsideBand', 'longestOutsideBand']) {
      expect(kpis.get(id)!.label).toContain('±10 %');
      expect(kpis.get(id)!.definition).toContain('whatever limits a scenario judges by');
    }
    const loading = name === 'own limits' ? '80 %' : '100 %';
    for (const id of ['linesOver100', 'transformersOver100'])
      expect(kpis.get(id)!.label).toContain(`above ${loading}`);
  });
});

it('holds transformers with a dynamic rating against it, counts and hours, and says so', () => {
  const of = (...ratings: number[]) =>
    new Map(districtKpis(table(), basisOf({}), Float64Array.from(ratings)).map((kpi) => [kpi.id, kpi]));
  const counts = (kpis: ReturnType<typeof of>) =>
    ['transformersOver100', 'hoursOverload'].map((id) => kpis.get(id)!.value);
  expect(counts(of(1, 1))).toEqual([1, 1]);
  expect(counts(of(1, 1.2))).toEqual([0, 0]);
  expect(counts(of(0.65, 1.2))).toEqual([1, 2]);
  // Its loading is held against its rating here too, and one without a rating of its own against its nameplate.
  expect(of(1, 1.2).get('transformerHoursOver100')!.value).toBe(0);
  expect(of(1, 1.2).get('transformerHoursOver100')!.definition).toContain('dynamic rating');
  expect(of(1, 1.2).get('hoursOverload')!.definition).toContain('dynamic rating');
  expect(of(1, 1).get('hoursOverload')!.definition).toBe(kpisOf().get('hoursOverload')!.definition);
});
