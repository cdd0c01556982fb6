import { describe, expect, it } from 'vitest';
import { compareKpis, districtKpis, FACTORS, indexOfMax, type Kpi, type KpiInput } from '../../src/kpi';
import { END_USES } from '../../src/model/run';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';

const STEPS = 4;
const USES = END_USES.length;
const KWH = 3.6e6;

/** Two buildings, three buses, two cables, two transformers, four steps; every number chosen by hand. */
function handMade(stepS = 3600): KpiInput {
  const sizes = {
    building: 2,
    endUse: USES,
    bus: 3,
    branch: 4,
    transformer: 2,
    feeder: 1,
    storage: 0,
    step: STEPS,
    chunk: 1,
    stateChunk: 1,
    state: 1,
    carrier: 3,
    one: 1,
  };
  const table = allocate(RUN_RESULTS, sizes);
  table.sourcePW.set([2000, -500, 7000, 1000]);
  table.lossW.set([10, 20, 30, 40]);
  const use = (name: (typeof END_USES)[number], powersW: number[]) =>
    table.districtEndUseW.set(powersW, END_USES.indexOf(name) * STEPS);
  use('spaceHeating', [100, 200, 300, 400]);
  use('appliancesAndLight', [1000, 0, 0, 1000]);
  use('photovoltaics', [0, 1500, 500, 0]);
  table.buildingFuelJ.set([2 * KWH, 3 * KWH]);
  table.districtFuelJ.set([2 * KWH, 0, 3 * KWH]);
  table.buildingHeatNeedJ.set([2 * KWH, 2.5 * KWH]);
  table.buildingHotWaterNeedJ.set([KWH, 0]);
  table.buildingCoolNeedJ.set([0, 0.5 * KWH]);
  table.buildingImportJ.set([6 * KWH, 4 * KWH]);
  table.buildingExportJ.set([0, KWH]);
  table.buildingUnderheatingKS.set([7200, 3600]);
  table.buildingOverheatingKS.set([0, 1800]);
  // Rows: two cables, then two transformers. Exactly 1 is not above.
  table.branchLoadingMax.set([1, 1.01, 1.2, 0.9]);
  // Above rating: step 0 (first), steps 0 and 3 (second): the step both share counts once.
  table.transformerLoading.set([1.2, 1, 0.5, 0.2, 1.1, 0.3, 0.1, 1.01]);
  table.busVMinPu.set([0.9, 0.899, 0.95]);
  table.busVMaxPu.set([1.1, 1.15, 1.101]);
  const rows = {
    buildingIds: ['b1', 'b2'],
    busIds: ['x', 'y', 'z'],
    branchIds: ['l1', 'l2', 't1', 't2'],
    lineCount: 2,
    transformerIds: ['t1', 't2'],
    feederIds: ['l1'],
    storageIds: [],
    endUses: END_USES,
  };
  return { table, rows, stepS, stepCount: STEPS };
}

const valueOf = (id: string, input = handMade()) => districtKpis(input).find((kpi) => kpi.id === id)!.value;

describe('the indicators of a table made by hand', () => {
  it.each([
    ['peakImport', 7000],
    ['transformersOver100', 1], // 1.2 is, 0.9 is not
    ['worstTransformerLoading', 120],
    ['hoursOverload', 2], // steps 0 and 3, of one hour
    ['linesOver100', 1], // 1.01 is; exactly 1 is not
    ['busesOutsideBand', 2], // y for both reasons, z above 1.10; exactly 0.90 and 1.10 are inside
    ['electricityUse', 3000 * 3600], // 1000 W heating + 2000 W appliances, summed over hours, panels not in
    ['gridImport', 10_000 * 3600], // 2000 + 7000 + 1000
    ['gridExport', 500 * 3600],
    ['generation', 2000 * 3600],
    ['losses', 100 * 3600],
    ['fuel', 5 * KWH],
    ['heatNeed', 4.5 * KWH],
    ['coolNeed', 0.5 * KWH],
    ['hotWaterNeed', KWH],
    ['systemsUse', 5 * KWH + 1000 * 3600], // fuel and the electricity of space heating; appliances are not in
    ['deliveredElectricity', 10 * KWH],
    ['exportedElectricity', KWH],
    ['delivered-gas', 2 * KWH],
    ['delivered-oil', 0],
    ['delivered-districtHeat', 3 * KWH],
    ['underheating', 3], // 2 K h and 1 K h
    ['overheating', 0.5],
  ])('%s is %d', (id, expected) => {
    expect(valueOf(id)).toBe(expected);
  });

  it('what batteries and cars give back is no generation, and only their losses count as use', () => {
    const stored = handMade();
    const use = (name: (typeof END_USES)[number], powersW: number[]) =>
      stored.table.districtEndUseW.set(powersW, END_USES.indexOf(name) * STEPS);
    use('vehicleCharging', [0, 0, 1000, 0]);
    use('vehicleDischarging', [810, 0, 0, 0]);
    use('batteryCharging', [0, 500, 0, 0]);
    use('batteryDischarging', [0, 0, 0, 450]);
    // 3000 as without them, 190 lost in the car and 50 in the battery.
    expect(valueOf('electricityUse', stored)).toBe(3240 * 3600);
    for (const id of ['generation', 'gridImport', 'carbon', 'primaryEnergy', 'energyCost'])
      expect(valueOf(id, stored), id).toBe(valueOf(id));
  });

  it('carbon is import and fuel at their factors, exports earn nothing', () => {
    // 10 kWh * 0.49 + 5 kWh * 0.228 = 4.9 + 1.14 = 6.04 kg
    expect(valueOf('carbon')).toBeCloseTo(6.04, 12);
  });

  it('primary energy is import, gas and district heat at their factors, exports earn nothing', () => {
    // 10 kWh * 1.8 + 2 kWh * 1.1 + 3 kWh * 0.7 = 22.3 kWh
    expect(valueOf('primaryEnergy') / KWH).toBeCloseTo(22.3, 9);
  });

  it('cost is import and fuel at their prices, less what export is paid', () => {
    // 10 kWh * 0.32 + 5 kWh * 0.12 - 0.5 kWh * 0.0811 = 3.2 + 0.6 - 0.04055 = 3.75945 EUR
    expect(valueOf('energyCost')).toBeCloseTo(3.75945, 12);
  });

  it('carbon and cost tell oil from gas', () => {
    const oil = handMade();
    oil.table.districtFuelJ.set([0, 2 * KWH, 3 * KWH]);
    expect(valueOf('carbon', oil) - valueOf('carbon')).toBeCloseTo(2 * (0.301 - 0.228), 12);
    expect(valueOf('energyCost', oil) - valueOf('energyCost')).toBeCloseTo(2 * (0.14 - 0.12), 12);
  });

  it('count time and energy by the length of a step', () => {
    const quarters = handMade(900);
    expect(valueOf('hoursOverload', quarters)).toBe(0.5);
    expect(valueOf('gridImport', quarters)).toBe(10_000 * 900);
    expect(valueOf('losses', quarters)).toBe(100 * 900);
    expect(valueOf('peakImport', quarters)).toBe(7000);
  });

  it('cannot tell the worst transformer where there is none, and says so with NaN', () => {
    const { table, rows, ...rest } = handMade();
    const lines = { ...table, branchLoadingMax: table.branchLoadingMax.slice(0, 2) };
    const input = { ...rest, table: lines, rows: { ...rows, transformerIds: [] } };
    expect(valueOf('worstTransformerLoading', input)).toBeNaN();
    expect(valueOf('transformersOver100', input)).toBe(0);
    expect(valueOf('hoursOverload', input)).toBe(0);
  });
});

describe('every indicator', () => {
  const kpis = districtKpis(handMade());

  it.each(kpis.map((kpi) => [kpi.id, kpi] as const))(
    '%s has a label, unit, definition, boundary and source',
    (_, kpi) => {
      for (const text of [kpi.label, kpi.unit, kpi.definition, kpi.boundary, kpi.source])
        expect(text.trim().length).toBeGreaterThan(0);
      expect(kpi.definition.length).toBeGreaterThan(20);
      expect(['W', 'J', 'count', '%', 'h', 'K h', 'kg CO2e', 'EUR']).toContain(kpi.unit);
    },
  );

  it('has a name of its own, and every factor a unit and a source', () => {
    expect(new Set(kpis.map(({ id }) => id)).size).toBe(kpis.length);
    for (const [name, factor] of Object.entries(FACTORS)) {
      // Nobody gives a grant, no owner passes work on in the rent, and all is billed, until somebody says so.
      if (/grant|rentPassedOn|unbilled/i.test(name)) expect(factor.value).toBe(0);
      else expect(factor.value).toBeGreaterThan(0);
      expect(factor.unit).not.toBe('');
      expect(factor.source).not.toBe('');
    }
  });
});

describe('compareKpis', () => {
  it('tells no difference between what cannot be told in either', () => {
    const told = (value: number): Kpi => ({ ...districtKpis(handMade())[0]!, value });
    const [nothing] = compareKpis([told(Number.NaN)], [told(Number.NaN)]);
    expect(nothing).toMatchObject({ delta: 0, verdict: 'same' });
    expect(compareKpis([told(Number.NaN)], [told(1)])[0]!.verdict).toBe('different');
  });

  const kpi = (id: string, value: number, betterWhen: Kpi['betterWhen']): Kpi => ({
    ...districtKpis(handMade())[0]!,
    id,
    value,
    betterWhen,
  });
  const compare = (betterWhen: Kpi['betterWhen'], a: number, b: number) =>
    compareKpis([kpi('k', a, betterWhen)], [kpi('k', b, betterWhen)])[0]!;

  it.each([
    ['lower', 10, 8, -2, -0.2, 'better'],
    ['lower', 8, 10, 2, 0.25, 'worse'],
    ['higher', 10, 8, -2, -0.2, 'worse'],
    ['higher', 8, 10, 2, 0.25, 'better'],
    ['neither', 8, 10, 2, 0.25, 'different'],
    ['lower', 5, 5, 0, 0, 'same'],
    ['neither', 5, 5, 0, 0, 'same'],
  ] as const)(
    '%s is better: %d to %d is %d, relative %d, %s',
    (betterWhen, a, b, delta, relative, verdict) => {
      expect(compare(betterWhen, a, b)).toMatchObject({ a, b, delta, relative, verdict });
    },
  );

  it.each([
    ['1.00 and seven millionths of a percent less', 1, 1 - 7.15e-8, 'same'],
    ['7080 and a hundredth more', 7080, 7080.00923, 'same'],
    ['no difference at all', 7080, 7080, 'same'],
    ['the same three digits, and a house in a town apart', 4580, 4576, 'better'],
    ['another digit', 1, 1.01, 'worse'],
    ['nothing, and a little', 0, 7.15e-8, 'worse'],
  ] as const)('%s: %d to %d reads %s; the difference is kept', (_, a, b, verdict) => {
    expect(compare('lower', a, b)).toMatchObject({ delta: b - a, verdict });
  });

  it('has no relative change from 0, and no verdict on what cannot be told', () => {
    expect(compare('lower', 0, 3)).toMatchObject({ delta: 3, relative: Number.NaN, verdict: 'worse' });
    expect(compare('lower', 3, Number.NaN)).toMatchObject({ delta: Number.NaN, verdict: 'different' });
  });

  it('pairs by name, not by place', () => {
    const a = [kpi('one', 1, 'lower'), kpi('two', 2, 'lower')];
    expect(compareKpis(a, [...a].reverse()).map(({ delta }) => delta)).toEqual([0, 0]);
    expect(compareKpis(a, a.slice(0, 1))[1]!.b).toBeNaN();
  });
});

describe('indexOfMax', () => {
  it('is the place of the largest, the first of equals', () => {
    expect(indexOfMax(Float64Array.of(-3, 5, 5, 1))).toBe(1);
    expect(indexOfMax(Float64Array.of(-3, -5))).toBe(0);
  });
});
