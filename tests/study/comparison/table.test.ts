import { describe, expect, it } from 'vitest';
import { districtKpis, factorsOf, basisOf, FACTORS } from '../../../src/kpi';
import { factorQuality } from '../../../src/kpi/factorQuality';
import { MEASURES } from '../../../src/measures';
import { ASSUMPTIONS, type AssumptionKey } from '../../../src/model/assumptions';
import { END_USES, isGeneration } from '../../../src/model/run';
import type { Scenario } from '../../../src/model/scenario';
import {
  criteriaOf,
  decide,
  elementChanges,
  KPI_FACTORS,
  kpiTable,
  largestChanges,
  qualityOf,
  referencePoints,
} from '../../../src/study/comparison';
import { having, kpi, measureNamed, scenarioOf, valueOf, yearOf } from './fakes';
import { handYear, HOURS } from './handYear';

const PANELS = END_USES.indexOf('photovoltaics');

const keyed = (key: string, kpis: Parameters<typeof yearOf>[1], scenario = having('')) => ({
  key,
  year: yearOf(scenario, kpis),
});

describe('the table of indicators', () => {
  const base = keyed('base', [
    kpi('peak', 2000),
    kpi('sun', 1000, { unit: 'J', betterWhen: 'higher' }),
    kpi('use', 50, { betterWhen: 'neither' }),
    kpi('hours', 0, { unit: 'h' }),
    kpi('cost', -100, { unit: 'EUR' }),
    kpi('gone', 1),
  ]);
  const other = keyed('other', [
    kpi('peak', 2500),
    kpi('sun', 1000, { unit: 'J', betterWhen: 'higher' }),
    kpi('use', 40, { betterWhen: 'neither' }),
    kpi('hours', 5, { unit: 'h' }),
    kpi('cost', -150, { unit: 'EUR' }),
    kpi('new', 7),
  ]);
  const rows = kpiTable(base, [other, base]);
  const cell = (id: string, at = 0) => rows.find((row) => row.id === id)!.cells[at]!;

  it('says the change in words, sign and verdict', () => {
    const said = (id: string) => [cell(id).delta, cell(id).sign, cell(id).verdict, cell(id).words.replaceAll('\u202f', ' ')]; // prettier-ignore
    expect(said('peak')).toEqual([500, '+', 'worse', '500 W more (+25 %), worse']);
    expect(said('sun')).toEqual([0, '0', 'same', 'the same']);
    expect(said('use')).toEqual([-10, '-', 'different', '10.0 W less (\u221220 %)']);
    expect(said('hours')).toEqual([5, '+', 'worse', '5.00 h more, worse']);
    // Less cost is better, also below nothing, and the share goes the way the value went.
    expect(said('cost')).toEqual([-50, '-', 'better', '50.0 EUR less (\u221250 %), better']);
  });

  it('keeps the order of the baseline and of the scenarios, and what only one of them has', () => {
    expect(rows.map(({ id }) => id)).toEqual(['peak', 'sun', 'use', 'hours', 'cost', 'gone', 'new']);
    expect(rows.map(({ cells }) => cells.map(({ scenarioKey }) => scenarioKey))[0]).toEqual([
      'other',
      'base',
    ]);
    for (const id of ['gone', 'new']) expect(cell(id)).toMatchObject({ sign: '?', words: 'cannot be told' });
    expect(rows.flatMap(({ cells }) => cells.slice(1)).every(({ words }) => words === 'baseline')).toBe(true);
  });

  it('says where an indicator is counted with other factors or limits', () => {
    const otherwise = keyed('x', [kpi('peak', 2500, { definition: 'another' })]);
    const [row] = kpiTable(keyed('base', [kpi('peak', 2000)]), [otherwise]);
    expect(row!.cells[0]).toMatchObject({ otherBasis: true });
    expect(row!.cells[0]!.words).toContain('counted with other factors or limits');
  });
});

describe('the quality of an indicator', () => {
  it('names for each the factors that change it, and no others', () => {
    const { result } = handYear(
      having(''),
      ({ sourcePW, districtFuelJ, districtEndUseW, lossW, storageChargeW }) => {
        sourcePW.fill(1000);
        sourcePW.fill(-500, 0, 100);
        for (const column of [districtEndUseW, lossW, storageChargeW]) column.fill(10);
        // Balanced: the import is lost beyond what ends draw, the export is the panels'.
        const drawn = 10 * END_USES.filter((use) => !isGeneration(use)).length;
        const given = 10 * (END_USES.length - drawn / 10);
        lossW.fill(1000 + given - drawn, 100);
        districtEndUseW.fill(500 + drawn + 10 - (given - 10), PANELS * HOURS, PANELS * HOURS + 100);
        districtFuelJ.set([1e9, 2e9, 3e9]);
      },
    );
    const plain = districtKpis(result);
    const changedBy: Record<string, AssumptionKey[]> = {};
    for (const key of Object.keys(ASSUMPTIONS) as AssumptionKey[]) {
      const { unit } = ASSUMPTIONS[key];
      const factors = factorsOf([{ key, value: FACTORS[key].value + 0.5, unit, source: 't', date: '2026' }]);
      const changed = districtKpis(result, { ...basisOf({}), factors });
      changed.forEach(({ id, value }, row) => {
        if (!Object.is(value, plain[row]!.value)) (changedBy[id] ??= []).push(key);
      });
    }
    expect(
      Object.fromEntries(Object.entries(KPI_FACTORS).map(([id, keys]) => [id, [...keys].sort()])),
    ).toEqual(Object.fromEntries(Object.entries(changedBy).map(([id, keys]) => [id, keys.sort()])));
  });

  it('is that of its worst input, which is named', () => {
    expect(factorQuality(FACTORS.gridCarbonKgPerKwh)).toBe('extrapolated_higher_level');
    expect(factorQuality(FACTORS.gasPrimary)).toBe('unknown_untraceable');
    const own: Scenario['assumptions'] = [
      { key: 'gasPrimary', value: 1.2, unit: '', source: 't', date: '2026' },
    ];
    expect(factorQuality(factorsOf(own).gasPrimary)).toBe('personal_estimation');
    const bare = {
      ...handYear(having('')),
      district: { ...handYear(having('')).district, buildings: [], network: null },
    };
    expect(qualityOf(bare)('carbon')).toEqual({
      quality: 'unknown_untraceable',
      because: ['Carbon of district heat'],
    });
    const battery = scenarioOf('x', [measureNamed('e')]);
    const { quality, because } = qualityOf({ ...bare, scenario: battery })('peakImport');
    expect(quality).toBe('unknown_untraceable');
    expect(because.length).toBeGreaterThan(0);
    const named = because.filter((name) => !/^\d+ more$/.test(name));
    expect(named.every((name) => name.startsWith(MEASURES.homeBattery.label))).toBe(true);
    // A measure that nobody takes adds no input.
    const idle = scenarioOf('x', [measureNamed('e', 0)]);
    expect(qualityOf({ ...bare, scenario: idle })('peakImport').because).toEqual([]);
  });
});

describe('reference points and ranking', () => {
  const today = handYear(having(''), ({ sourcePW }) => sourcePW.fill(1e5), { transformers: ['tr1'] });
  const withValues = (key: string, carbon: number, cost: number) =>
    keyed(key, [kpi('carbon', carbon), kpi('energyCost', cost)], scenarioOf(key, []));
  const wishes = { weights: { carbon: 1, energyCost: 1 } };

  it('are fixed by the district as it stands', () => {
    const of = referencePoints(today);
    const pointsOf = (id: string) => of(today.kpis.find((one) => one.id === id)!);
    const carbon = today.kpis.find(({ id }) => id === 'carbon')!.value;
    expect(pointsOf('carbon')).toEqual({ worst: 2 * carbon, best: 0 });
    expect(pointsOf('transformersOver100')).toEqual({ worst: 1, best: 0 });
    expect(pointsOf('linesOver100')).toEqual({ worst: 2, best: 0 });
    expect(pointsOf('generation').worst).toBe(0);
  });

  it('let one more scenario turn no two round, where a scale taken from those compared would', () => {
    const criteria = valueOf(
      criteriaOf(
        { ...wishes, references: { carbon: { worst: 100, best: 0 }, energyCost: { worst: 100, best: 0 } } },
        today,
      ),
    );
    const pair = [withValues('A', 10, 50), withValues('B', 45, 20)];
    // On the scale of those compared A and B change places when C comes, with its carbon of 500.
    const order = (years: typeof pair) =>
      valueOf(decide(criteria, wishes.weights, years)).ranking.ranked.map(({ id }) => id);
    expect(order(pair)).toEqual(['A', 'B']);
    expect(order([...pair, withValues('C', 500, 20)]).filter((id) => id !== 'C')).toEqual(['A', 'B']);
  });

  it('say in words who leads, what it takes to turn it, and who is out', () => {
    const references = { carbon: { worst: 100, best: 0 }, energyCost: { worst: 100, best: 0 } };
    const criteria = valueOf(criteriaOf({ ...wishes, references, vetoes: { carbon: 60 } }, today));
    const years = [withValues('A', 10, 50), withValues('B', 45, 20), withValues('C', 90, 0)];
    const { words, ranking, flip } = valueOf(decide(criteria, wishes.weights, years));
    expect(ranking.vetoed.map(({ id }) => id)).toEqual(['C']);
    // A leads by 0.35/2 in carbon less 0.30/2 in cost; each unit moved takes 0.65.
    expect(flip!.moved).toBeCloseTo(0.025 / 0.65, 12);
    expect(words.slice(0, 2)).toEqual(['1. A (score 0.700)', '2. B (score 0.675)']);
    expect(words[2]).toMatch(
      /^It takes 3.85 % of all weight, from Carbon to Energy cost, until B is level with A\.$/,
    );
    expect(words[3]).toContain('C is out: Carbon 90.0');
  });

  it('refuse what is no indicator, has no direction, or stands at 0 today', () => {
    const refused = criteriaOf({ weights: { magic: 1, gridExport: 1, losses: 1, carbon: 1 } }, today);
    expect(refused.issues.map(({ where }) => where)).toEqual(['magic', 'gridExport', 'losses']);
    expect(refused.ok).toBe(false);
    const told = { gridExport: { worst: 0, best: 5 }, losses: { worst: 5, best: 0 } };
    expect(criteriaOf({ weights: { gridExport: 1, losses: 1 }, references: told }, today).ok).toBe(true);
  });
});

describe('the difference of elements', () => {
  const a = handYear(having(''), (table) => {
    table.branchLoadingMax.set([0.5, 0.6, 0.7]);
    table.branchAbove80S.set([0, 0, 3600]);
    table.busVMinPu.set([0.97, 0.95]);
  });
  const b = handYear(
    having(''),
    (table) => {
      table.branchLoadingMax.set([0.6, 0.9, 0.8, 0.4]);
      table.branchAbove80S.set([0, 0, 7200, 0]);
      table.busVMinPu.set([0.95, 0.93]);
    },
    // Another order, one line gone, one transformer new.
    { buses: ['b2', 'b1'], lines: ['l2', 'l3'], transformers: ['t1', 't2'] },
  );
  const changes = elementChanges(a, b);
  const figure = (id: string, metric: string) =>
    changes.find((change) => change.id === id)!.figures.find((one) => one.metric === metric)!;

  it('pairs by name, whatever the rows; what is new or gone has no other side', () => {
    expect(changes.map(({ id, kind, presence }) => [id, kind, presence])).toEqual([
      ['t1', 'transformer', 'both'],
      ['t2', 'transformer', 'added'],
      ['l2', 'line', 'both'],
      ['l3', 'line', 'added'],
      ['b2', 'bus', 'both'],
      ['b1', 'bus', 'both'],
      ['l1', 'line', 'removed'],
    ]);
    expect(figure('t1', 'above80')).toEqual({ metric: 'above80', before: 1, after: 2, delta: 1 });
    expect(figure('l2', 'loadingMax')).toEqual({ metric: 'loadingMax', before: 0.6, after: 0.6, delta: 0 });
    expect(figure('b2', 'vMin').delta).toBe(0);
    expect(figure('b1', 'vMin').delta).toBeCloseTo(-0.04, 12);
    expect([figure('t2', 'loadingMax').before, figure('l1', 'loadingMax').after]).toEqual([
      Number.NaN,
      Number.NaN,
    ]);
  });

  it('is nil between a year and itself, in every figure', () => {
    expect(elementChanges(a, a).flatMap(({ figures }) => figures.map(({ delta }) => delta))).toEqual(Array<number>(3 * 5 + 2 * 4).fill(0)); // prettier-ignore
  });

  it('lists the largest first', () => {
    expect(largestChanges(changes, 'vMin', 5).map(({ id }) => id)).toEqual(['b1']);
    expect(largestChanges(changes, 'loadingMax', 5).map(({ id }) => id)).toEqual(['t1']);
  });
});
