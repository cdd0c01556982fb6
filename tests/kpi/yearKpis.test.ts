import { describe, expect, it } from 'vitest';
import { districtKpis, FACTORS, type KpiInput } from '../../src/kpi';
import { districtCarbonLedger, importBySector } from '../../src/kpi/carbonKpis';
import { inGroups, type Grouped, KPI_GROUPS, KPI_PLACES } from '../../src/kpi/kpiGroups';
import { districtSelfUse, selfUseInput } from '../../src/kpi/loadKpis';
import { END_USES } from '../../src/model/run';
import { allocate } from '../../src/sim/arrays/layout';
import { RUN_RESULTS } from '../../src/sim/arrays/results';

const STEPS = 4;
const KWH = 3.6e6;

/** Two buildings at two of three buses, a cable, two transformers, four hours; every number chosen by hand. */
function year(): KpiInput {
  const sizes = { building: 2, endUse: END_USES.length, bus: 3, branch: 3, transformer: 2, feeder: 1, storage: 1, step: STEPS, chunk: 1, stateChunk: 1, state: 1, carrier: 3, one: 1 }; // prettier-ignore
  const table = allocate(RUN_RESULTS, sizes);
  const use = (name: (typeof END_USES)[number], powersW: number[]) =>
    table.districtEndUseW.set(powersW, END_USES.indexOf(name) * STEPS);
  use('spaceHeating', [600, 0, 200, 0]);
  use('appliancesAndLight', [300, 100, 700, 500]);
  use('photovoltaics', [0, 1000, 400, 0]);
  use('batteryCharging', [0, 300, 0, 0]);
  use('batteryDischarging', [0, 0, 0, 200]);
  table.lossW.set([100, 0, 50, 20]);
  // Uses + charge + losses - panels - discharge.
  table.sourcePW.set([1000, -600, 550, 320]);
  table.buildingNetMaxW.set([800, 1000]);
  table.branchAbove80S.set([3 * 3600, 2 * 3600, 3600]);
  table.branchAbove100S.set([2 * 3600, 3600, 0]);
  table.branchAbove120S.set([0, 3600, 0]);
  table.branchLoadingMax.set([1.1, 1.25, 0.9]);
  // Always at rated load in 20 degC, and always empty at the same.
  table.transformerLoading.set([1, 1, 1, 1, 0, 0, 0, 0]);
  table.outdoorDegC.fill(20);
  table.busVMinPu.set([0.98, 0.88, Number.NaN]);
  table.busVMaxPu.set([1.02, 1.12, Number.NaN]);
  table.busUnderVoltageS.set([0, 2 * 3600, 0]);
  table.busOverVoltageS.set([0, 3600, 0]);
  table.busUnbalanceMax.set([0.01, 0.031, Number.NaN]);
  // 5 % of a week are 8.4 h.
  table.busUnbalanceWeekS.set([8 * 3600, 9 * 3600, Number.NaN]);
  table.districtFuelJ.set([2 * KWH, 4 * KWH, 3 * KWH]);
  const rows = {
    buildingIds: ['b1', 'b2'],
    busIds: ['x', 'y', 'unfed'],
    branchIds: ['l1', 't1', 't2'],
    lineCount: 1,
    transformerIds: ['t1', 't2'],
    feederIds: ['l1'],
    storageIds: ['s'],
    endUses: END_USES,
    busCustomers: [1, 12, 0],
  };
  return { table, rows, stepS: 3600, stepCount: STEPS };
}

const byId = (input = year()) => new Map(districtKpis(input).map((kpi) => [kpi.id, kpi]));
const valueOf = (id: string, input = year()) => byId(input).get(id)!.value;

describe('the indicators of loading, voltage and shape of a table made by hand', () => {
  it.each([
    ['peakExport', 600],
    // Import 1000, 0, 550, 320: mean 467.5. A mean that export lowers would read 31.75.
    ['loadFactor', 46.75],
    // Together 900 - nothing; singly 1,800.
    ['coincidence', 50],
    ['transformerHoursOver80', 3], // 2 and 1: two in one hour count twice
    ['transformerHoursOver100', 1],
    ['transformerHoursOver120', 1],
    ['lineHoursOver80', 3],
    ['lineHoursOver100', 2],
    ['lineHoursOver120', 0],
    ['worstLineLoading', 110],
    ['customersOutsideBand', 12], // one bus, twelve customers
    ['customerHoursOutsideBand', 36], // 12 customers, three hours
    ['longestOutsideBand', 3],
    ['lowestVoltage', 88],
    ['highestVoltage', 112],
    ['voltageUnbalance', 3.1],
    ['unbalanceWeekShare', (100 * 9) / 168],
    ['customersUnbalanced', 12], // 9 h of a week at the bus of twelve; 8 h at the other are within 5 %
    ['lossShare', (100 * 170) / (1870 + 1400)],
    ['curtailment', 0],
  ])('%s is %d', (id, expected) => {
    expect(valueOf(id)).toBeCloseTo(expected, 9);
  });

  it('ages a transformer at rated load in 20 degC as designed, and an empty one not', () => {
    // 98 degC (IEC 60076-7); the empty one stands near 33 degC and adds less than a thousandth.
    expect(Math.abs(valueOf('transformerAgeing') - 100)).toBeLessThan(0.01);
    expect(Math.abs(valueOf('transformerLifeUsed') / STEPS - 1)).toBeLessThan(1e-3);
  });

  it('names the length of a step where a figure depends on it', () => {
    const quarters = { ...year(), stepS: 900 };
    for (const id of ['coincidence', 'loadFactor', 'selfConsumption', 'peakExport']) {
      expect(byId().get(id)!.definition, id).toContain('hourly means');
      expect(byId(quarters).get(id)!.definition, id).toContain('15-minute means');
    }
    expect(valueOf('transformerHoursOver80', quarters)).toBe(3);
  });

  it('cannot count customers whom nobody has placed, and says so with NaN', () => {
    const { rows, ...rest } = year();
    const { busCustomers: _, ...bare } = rows;
    expect(valueOf('customersOutsideBand', { ...rest, rows: bare })).toBeNaN();
    expect(valueOf('longestOutsideBand', { ...rest, rows: bare })).toBe(3);
  });
});

describe('self-use', () => {
  it('is the same energy from the side of the panels and from that of the load', () => {
    const input = year();
    const { selfConsumption, selfSufficiency } = districtSelfUse(input);
    const total = (values: ArrayLike<number>) => Array.from(values).reduce((sum, value) => sum + value, 0);
    const { generationW, loadW } = selfUseInput(input);
    // Step 1: 100 used and 300 stored of 1,000; step 2: all 400.
    expect(selfConsumption * total(generationW)).toBeCloseTo(800, 9);
    expect(selfSufficiency * total(loadW)).toBeCloseTo(800, 9);
    expect(valueOf('selfConsumption')).toBeCloseTo((100 * 800) / 1400, 9);
    expect(valueOf('selfSufficiency')).toBeCloseTo((100 * 800) / 2400, 9);
  });

  it('agrees without batteries with what is left over and what is missing, step by step', () => {
    const input = year();
    for (const name of ['batteryCharging', 'batteryDischarging'] as const)
      input.table.districtEndUseW.fill(
        0,
        END_USES.indexOf(name) * STEPS,
        (END_USES.indexOf(name) + 1) * STEPS,
      );
    const { selfConsumption, selfSufficiency } = districtSelfUse(input);
    // Surplus 900 in step 1; missing 900, 0, 500, 500.
    expect(selfConsumption).toBeCloseTo((1400 - 900) / 1400, 12);
    expect(selfSufficiency).toBeCloseTo((2400 - 1900) / 2400, 12);
  });

  it('is apart from what limits of export hold back', () => {
    const input = year();
    input.table.districtCurtailedW.set([0, 350, 0, 0]);
    // 1,400 delivered of 1,750.
    expect(valueOf('curtailment', input)).toBeCloseTo(20, 12);
    expect(valueOf('selfConsumption', input)).toBe(valueOf('selfConsumption'));
  });

  it('counts what the batteries of feeders take in', () => {
    const input = year();
    input.table.storageChargeW.set([0, 250, 0, 0]);
    expect(districtSelfUse(input).selfConsumption).toBeCloseTo(1050 / 1400, 12);
  });
});

describe('the carbon ledger', () => {
  it('shares the import of each step over what draws in it, by hand', () => {
    const sectors = importBySector(year());
    // Step 0: 1000 over 600, 300 and 100 lost. Step 2: 550 over 200, 700, 50 of 950. Step 3: 320 over 500 and 20.
    const J = 3600;
    expect(sectors.get('spaceHeating')).toBeCloseTo(J * (600 + (550 * 200) / 950), 6);
    expect(sectors.get('appliancesAndLight')).toBeCloseTo(
      J * (300 + (550 * 700) / 950 + (320 * 500) / 520),
      6,
    );
    expect(sectors.get('gridLosses')).toBeCloseTo(J * (100 + (550 * 50) / 950 + (320 * 20) / 520), 6);
    // It is charged while nothing is imported.
    expect(sectors.get('storage')).toBe(0);
  });

  it('sums to the carbon of the district, and the carriers to its primary energy', () => {
    const kpis = districtKpis(year());
    const sumOf = (prefix: string) =>
      kpis.filter(({ id }) => id.startsWith(prefix)).reduce((total, { value }) => total + value, 0);
    expect(sumOf('carbon-') / valueOf('carbon')).toBeCloseTo(1, 12);
    expect(sumOf('primary-') / valueOf('primaryEnergy')).toBeCloseTo(1, 12);
    const ledger = districtCarbonLedger(year(), FACTORS);
    expect(ledger.ok && ledger.value.boundary).toContain('grid import with losses');
    expect(ledger.ok && ledger.value.quality).toBe('unknown_untraceable');
  });

  it('is not told where a sector is left out: shares of the import would sum to it all the same', () => {
    const input = year();
    const row = END_USES.indexOf('appliancesAndLight');
    input.table.districtEndUseW.fill(0, row * STEPS, (row + 1) * STEPS);
    const ledger = districtCarbonLedger(input, FACTORS);
    expect(ledger.issues.map(({ code, where }) => [code, where])).toEqual([['carbon-unbalanced', 'step 0']]);
    expect(valueOf('carbon-spaceHeating', input)).toBeNaN();
    // Nor where one of them shows in a single step of export.
    const stored = year();
    stored.table.storageChargeW[1] = 50;
    expect(districtCarbonLedger(stored, FACTORS).issues[0]?.where).toBe('step 1');
    stored.table.storageDischargeW[1] = 50;
    expect(districtCarbonLedger(stored, FACTORS).ok).toBe(true);
  });

  it('is not told at all where its rows do not close', () => {
    const input = year();
    input.table.lossW[0] = Number.NaN;
    expect(districtCarbonLedger(input, FACTORS).ok).toBe(false);
    expect(valueOf('carbon-gas', input)).toBeNaN();
  });
});

describe('groups', () => {
  it('hold every indicator of a year, with a symbol of its own, and none that there is not', () => {
    const kpis = districtKpis(year());
    expect(kpis.map(({ id }) => id).sort()).toEqual([...KPI_PLACES.keys()].sort());
    expect(kpis.filter(({ group, symbol }) => group === undefined || !symbol)).toEqual([]);
    expect(new Set(kpis.map(({ symbol }) => symbol)).size).toBe(kpis.length);
  });

  it('come one after the other, as they are named', () => {
    const groups = districtKpis(year()).map(({ group }) => group!);
    const order = groups.filter((group, row) => group !== groups[row - 1]);
    // Hosting capacity and reliability are studies of their own.
    const ofStudies = ['hosting', 'reliability'];
    expect(order).toEqual(Object.keys(KPI_GROUPS).filter((group) => !ofStudies.includes(group)));
  });

  it('leave what has none at the end', () => {
    const rows: readonly (Grouped & { id: number })[] = [
      { id: 1 },
      { id: 2, group: 'voltage' },
      { id: 3, group: 'load' },
      { id: 4, group: 'voltage' },
    ];
    expect(inGroups(rows).map(({ id }) => id)).toEqual([3, 2, 4, 1]);
  });
});
