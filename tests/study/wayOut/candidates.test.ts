import { describe, expect, it } from 'vitest';
import type { Transformer } from '../../../src/model/network';
import type { Measure } from '../../../src/model/scenario';
import { foldScenario } from '../../../src/scenario';
import type { ScenarioYear } from '../../../src/study/scenarioYear';
import { bySite, candidatesFor, firstYearOf, MV_SITE, violationsOf } from '../../../src/study/wayOut';
import { handmade } from '../../scenario/selectors/street';
import { handYear, HOURS } from '../comparison/handYear';
import { SCENARIO } from './fakes';

const ROWS = { buses: ['MV1', 'LV1', 'B1', 'B4'], lines: ['m1', 'f1', 's1'], transformers: ['T1', 'T2'] };

interface Given {
  readonly loading?: Readonly<Record<string, number>>;
  readonly voltage?: Readonly<Record<string, number>>;
  readonly high?: Readonly<Record<string, number>>;
  readonly measures?: readonly Measure[];
}

function yearWith(
  { loading = {}, voltage = {}, high = {}, measures = [] }: Given,
  rows = ROWS,
): ScenarioYear {
  const scenario = { ...SCENARIO, measures };
  const folded = foldScenario(handmade, [], scenario);
  if (!folded.ok) throw new Error(folded.issues[0]!.message);
  const year = handYear(
    scenario,
    (table) => {
      for (const [id, share] of Object.entries(loading))
        table.branchLoadingMax[[...rows.lines, ...rows.transformers].indexOf(id)] = share;
      ROWS.transformers.forEach((id, row) => {
        table.transformerLoading[row * HOURS + 5] = loading[id] ?? 0;
        table.transformerPW[row * HOURS + 5] = 1000;
      });
      for (const [id, pu] of Object.entries(voltage)) table.busVMinPu[ROWS.buses.indexOf(id)] = pu;
      for (const [id, pu] of Object.entries(high)) table.busVMaxPu[ROWS.buses.indexOf(id)] = pu;
    },
    rows,
  );
  return { ...year, district: folded.value };
}

describe('violations', () => {
  it('belong to the station they hang on, and those above every station to the MV network', () => {
    const found = violationsOf(yearWith({ loading: { T1: 1.25, s1: 1.1, m1: 1.3 }, voltage: { B4: 0.85 } }));
    const sites = Object.fromEntries(
      [...bySite(found)].map(([site, own]) => [site, own.map((v) => v.elementId)]),
    );
    expect(sites).toEqual({ T1: ['T1', 's1'], [MV_SITE]: ['m1'], T2: ['B4'] });
    // 1 kW for an hour at 125 %: a fifth of it is above.
    expect(found[0]).toMatchObject({
      elementId: 'T1',
      hours: 1,
      aboveJ: expect.closeTo(200 * 3600, 6) as number,
    });
  });

  it('of a second station belong to the one that it relieves, by its mark and not by its name', () => {
    const sitesIn = (change: Partial<Transformer>): readonly string[] => {
      const year = yearWith({ loading: { T2: 1.2, s1: 1.1 }, voltage: { B4: 0.85 } });
      const network = year.district.network!;
      const transformers = network.transformers.map((one) => (one.id === 'T2' ? { ...one, ...change } : one));
      const district = { ...year.district, network: { ...network, transformers } };
      return violationsOf({ ...year, district }).map(({ siteId }) => siteId);
    };
    expect(sitesIn({})).toEqual(['T2', 'T1', 'T2']);
    expect(sitesIn({ addedFor: 'T1' })).toEqual(['T1', 'T1', 'T1']);
    // Called as a second station, but none: what hangs on it is its own.
    expect(sitesIn({ id: 'T1+2' }).slice(1)).toEqual(['T1', 'T1+2']);
  });

  it('keep limits that are given in place of the scenario’s', () => {
    const limits = { profile: 'own', source: 't', loadingLimit: 0.5, lowerPu: 0.9, upperPu: 1.1 } as const;
    const year = yearWith({ loading: { T2: 0.6 } });
    expect(violationsOf(year)).toEqual([]);
    expect(violationsOf(year, limits).map(({ elementId, limit }) => [elementId, limit])).toEqual([
      ['T2', 0.5],
    ]);
  });

  it('have a first year each, in whatever order the years come', () => {
    const [t1] = violationsOf(yearWith({ loading: { T1: 1.2 } }));
    const path = [2040, 2030, 2035].map((year) => ({ year, violations: year > 2030 ? [t1!] : [] }));
    expect([...firstYearOf(path)]).toEqual([['transformer loading T1', 2035]]);
  });
});

const cars: Measure = { id: 'cars', type: 'vehiclesUnmanaged', adoption: 0.9, parameters: {} };

function candidatesAt(given: Given) {
  const year = yearWith(given);
  return { year, ...candidatesFor(year, violationsOf(year)) };
}

describe('candidates', () => {
  it('stand at violated stations only, with the reasons of those that fall out', () => {
    const { options, leftOut } = candidatesAt({ loading: { T1: 1.2 } });
    expect(new Set(options.map(({ siteId }) => siteId))).toEqual(new Set(['T1']));
    const kinds = new Set(options.map(({ kind }) => kind));
    expect(kinds).toContain('transformerReplacement');
    expect(kinds).toContain('feederBattery');
    // No voltage is low and no line is full.
    expect(kinds).not.toContain('transformerTap');
    expect(kinds).not.toContain('parallelCable');
    expect(leftOut.find(({ words }) => words.startsWith('Electric cars'))!.reason).toContain(
      'adds no electric cars',
    );
  });

  it('of operation are asked for what is wrong, each kind and level once', () => {
    const asked = (given: Given) => {
      const { options, leftOut } = candidatesAt(given);
      return { kinds: new Set(options.map(({ kind, level }) => `${kind}/${level}`)), options, leftOut };
    };
    const FULL = [
      'tariff/0',
      'tariff/1',
      'tariff/2',
      'directLoadControl/0',
      'hotWaterTanks/0',
      'hotWaterTanks/1',
    ];
    const HIGH = ['voltVar/0', 'voltWatt/0', 'exportLimit/0', 'exportLimit/1'];
    const LOWERED = ['conservationVoltageReduction/0', 'conservationVoltageReduction/1'];
    const panels: Measure = { id: 'panels', type: 'rooftopPhotovoltaics', adoption: 1, parameters: {} };
    const full = asked({ loading: { T1: 1.2 }, measures: [panels] });
    for (const one of [...FULL, 'transformerDynamicRating/0']) expect(full.kinds).toContain(one);
    for (const one of [...HIGH, ...LOWERED]) expect(full.kinds).not.toContain(one);
    // A share of the households, or everybody would answer to a price.
    const joining = full.options.filter(({ kind }) => kind === 'tariff' || kind === 'directLoadControl');
    expect(joining.map(({ measures }) => measures[0]!.adoption)).toEqual([0.2, 0.2, 0.2, 0.2]);
    // No ring: said, not left out in silence.
    expect(full.leftOut.find(({ words }) => words.includes('open point'))!.reason).toContain('ring');

    const high = asked({ high: { B1: 1.12 }, measures: [panels] });
    for (const one of [...HIGH, ...LOWERED]) expect(high.kinds).toContain(one);
    for (const one of FULL) expect(high.kinds).not.toContain(one);
    // Lower for all would be lower still where it is too low.
    const both = asked({ high: { B1: 1.12 }, voltage: { B1: 0.85 }, measures: [panels] });
    for (const one of LOWERED) expect(both.kinds).not.toContain(one);
    const year = yearWith({ high: { B1: 1.12 } });
    const buildings = year.district.buildings.map((building) => ({ ...building, photovoltaics: null }));
    const bare = candidatesFor({ ...year, district: { ...year.district, buildings } }, violationsOf(year));
    expect(bare.options.filter(({ kind, level }) => HIGH.includes(`${kind}/${level}`))).toEqual([]);
    expect(bare.leftOut.find(({ words }) => words.startsWith('Volt-var'))!.reason).toContain('no panels');
    // In the MV network the open points, in a year of their own.
    const middle = asked({ loading: { m1: 1.2 } });
    const ties = middle.leftOut.filter(
      ({ siteId, words }) => siteId === MV_SITE && words.includes('open points'),
    );
    expect(ties).toHaveLength(1);
  });

  it('limit exports where power flows back beyond the rating, and not where it is drawn', () => {
    const panels: Measure = { id: 'panels', type: 'rooftopPhotovoltaics', adoption: 1, parameters: {} };
    const kindsWith = (sign: number) => {
      const year = yearWith({ loading: { T1: 1.2 }, measures: [panels] });
      year.result.table.transformerPW[5] = sign * 1000;
      return candidatesFor(year, violationsOf(year)).options.map(({ kind }) => kind);
    };
    expect(kindsWith(-1)).toContain('exportLimit');
    expect(kindsWith(1)).not.toContain('exportLimit');
  });

  it('manage the cars that are there, and add none', () => {
    const { options, year } = candidatesAt({ loading: { T1: 1.2, T2: 1.2 }, measures: [cars] });
    const charging = options.filter(({ kind, level }) => kind === 'charging' && level === 0);
    expect(charging.length).toBeGreaterThan(0);
    const measures = [cars, ...charging.flatMap((option) => option.measures)];
    const folded = foldScenario(handmade, [], { ...year.scenario, measures });
    if (!folded.ok) throw new Error(folded.issues[0]!.message);
    const counts = (district: typeof handmade) =>
      district.buildings.map(({ vehicles }) => vehicles?.count ?? 0);
    expect(counts(folded.value)).toEqual(counts(year.district));
    expect(folded.value.buildings.some(({ vehicles }) => vehicles?.control === 'managed')).toBe(true);
  });

  it('lay cables beside the full lines alone, or beside the way to the low voltage as well', () => {
    const { options } = candidatesAt({ loading: { s1: 1.1 }, voltage: { B1: 0.88 } });
    const cables = options.filter(({ kind }) => kind === 'parallelCable');
    const idsOf = cables.map(({ measures }) => {
      const rule = measures[0]!.selector!.rule;
      return rule.kind === 'ids' ? [...rule.ids].sort() : [];
    });
    expect(idsOf).toEqual([['s1'], ['f1', 's1'], ['f1', 's1']]);
    expect(options.filter(({ kind }) => kind === 'transformerTap').map(({ words }) => words)).toEqual([
      'Tap of the transformer to -2.5 %',
      'Tap of the transformer to -5 %',
    ]);
  });

  it('lay and thicken cables line by line and feeder by feeder, each with an id of its own', () => {
    const rows = { ...ROWS, lines: ['m1', 'f1', 's1', 's2', 'f2'] };
    const loading = { s1: 1.4, f1: 1.3, f2: 1.2 };
    const year = yearWith({ loading }, rows);
    const { options } = candidatesFor(year, violationsOf(year));
    const cables = options.filter(({ kind }) => kind.startsWith('parallelCable'));
    const found = cables.map(({ kind, lineIds }) => [kind, [...(lineIds ?? [])].sort().join(' ')]);
    expect(found).toEqual([
      ['parallelCable', 'f1 f2 s1'],
      ['parallelCable', 'f1 f2 s1'],
      ['parallelCable line 1', 's1'],
      ['parallelCable line 2', 'f1'],
      ['parallelCable line 3', 'f2'],
      ['parallelCable feeder 1', 'f1 s1'],
    ]);
    const ids = cables.slice(2).flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(new Set(ids).size).toBe(ids.length);
    // Two of them stand in one scenario beside each other, and each does its own line.
    const measures = [cables[2]!, cables[4]!].flatMap((one) => one.measures);
    const folded = foldScenario(handmade, [], { ...SCENARIO, measures });
    const built = folded.ok ? folded.value.network!.lines.filter(({ parallel }) => parallel === 2) : [];
    expect(built.map(({ id }) => id).sort()).toEqual(['f2', 's1']);
  });

  it('are regulators where a voltage is out of its band, at the station and on the way there', () => {
    const regulators = (given: Given) =>
      candidatesAt(given).options.filter(
        ({ kind }) => kind === 'onLoadTapChanger' || kind === 'lineRegulator',
      );
    expect(regulators({ loading: { T1: 1.2 } })).toEqual([]);
    const low = regulators({ voltage: { B1: 0.88 } });
    expect(low.map(({ siteId, family, words }) => [siteId, family, words])).toEqual([
      ['T1', 'digital', 'An on-load tap changer that holds 102 %'],
      ['T1', 'digital', 'An on-load tap changer that holds 105 %'],
      ['T1', 'digital', 'Line regulators half-way down the feeders out of their band'],
    ]);
    expect(low.map(({ measures }) => measures[0]!.selector!.rule)).toEqual([
      { kind: 'ids', ids: ['T1'] },
      { kind: 'ids', ids: ['T1'] },
      { kind: 'ids', ids: expect.arrayContaining(['f1', 's1']) as string[] },
    ]);
    expect(low[1]!.measures[0]!.parameters).toEqual({ setPointPercent: 105 });
  });

  it('name no line that a second station of the scenario brought, however it is called', () => {
    const station: Measure = { id: 'station', type: 'newSubstation', adoption: 0, parameters: {} };
    const given = { loading: { s1: 1.1, f1: 1.2 }, measures: [station] };
    const year = yearWith(given);
    const network = year.district.network!;
    const lines = network.lines.map((line) => (line.id === 's1' ? { ...line, addedFor: 'T1' } : line));
    const marked = { ...year, district: { ...year.district, network: { ...network, lines } } };
    const { options, leftOut } = candidatesFor(marked, violationsOf(marked));
    const named = options
      .filter(({ kind }) => kind === 'parallelCable')
      .map(({ measures }) => measures[0]!.selector!.rule);
    expect(named.length).toBeGreaterThan(0);
    for (const rule of named) expect(rule).toMatchObject({ kind: 'ids', ids: ['f1'] });
    expect(leftOut).toContainEqual({
      siteId: 'T1',
      words: 'A parallel cable beside line s1',
      reason: 'The scenario itself adds this line: a measure cannot name it.',
    });
  });

  it('have measures of their own where the scenario is itself a way out', () => {
    const [first] = candidatesAt({ loading: { T1: 1.2 } }).options.filter(
      ({ kind }) => kind === 'homeBattery',
    );
    const before = first!.measures[0]!;
    const { options } = candidatesAt({ loading: { T1: 1.2 }, measures: [{ ...before, adoption: 0.5 }] });
    const ids = options.flatMap(({ measures }) => measures.map(({ id }) => id));
    expect(ids).toContain(`${before.id} 2`);
    expect(ids).not.toContain(before.id);
  });

  it('of the MV network are its cables', () => {
    const { options } = candidatesAt({ loading: { m1: 1.3 } });
    const types = options.flatMap(({ measures }) => measures.map(({ type }) => type));
    expect(types).toContain('parallelCable');
    expect(types.every((type) => type === 'parallelCable' || type === 'cableReplacement')).toBe(true);
  });
});
