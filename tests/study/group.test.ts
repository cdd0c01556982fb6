import { beforeAll, describe, expect, it } from 'vitest';
import { groupYear, sharedFlows } from '../../src/kpi/community';
import { readGroupFile } from '../../src/io/groupFile';
import { keptSelection } from '../../src/scenario';
import { groupKpis, groupOfMeters, groupRows } from '../../src/study/group';
import { meterNetW, type MeterYear } from '../../src/study/loads/meterYear';
import type { RunResult } from '../../src/study/runResult';
import { inProcessEngine } from '../engine/inProcess';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/**
 * A group of buildings by itself. The cheapest wrong programs: the sum of the members' bills (exchange counted twice), the largest
 * of the members' peaks in the place of the group's, and a rule that is read after measures have changed whom it means.
 */
const district = smallTown(8);
const input = inputOf(district, { measures: [measure('rooftopPhotovoltaics', 0.6)] });
let meters: MeterYear;
let run: RunResult;

beforeAll(async () => {
  const engine = inProcessEngine(1);
  const ran = await engine.run(input);
  const metered = await engine.meters(input);
  engine.dispose();
  if (!ran.ok || !metered.ok) throw new Error('no year');
  [run, meters] = [ran.value, metered.value];
});

const membersOf = (rows: readonly number[]) =>
  rows.map((row) => {
    const netW = meterNetW(meters, row);
    return { importW: netW.map((w) => Math.max(w, 0)), exportW: netW.map((w) => Math.max(-w, 0)) };
  });
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

describe('a group of buildings', () => {
  const rows = [0, 2, 3, 5, 7];

  it('is the sum of its members less what they give each other, in every step', () => {
    const group = groupOfMeters(meters, rows);
    const members = membersOf(rows);
    let exchanged = 0;
    for (let step = 0; step < meters.stepCount; step += 1) {
      const taken = members.reduce((total, { importW }) => total + importW[step]!, 0);
      const given = members.reduce((total, { exportW }) => total + exportW[step]!, 0);
      const net = taken - given;
      expect(group.importW[step]!).toBeCloseTo(Math.max(net, 0), 6);
      expect(group.exportW[step]!).toBeCloseTo(Math.max(-net, 0), 6);
      exchanged += Math.min(taken, given) * meters.stepS;
    }
    expect(exchanged).toBeGreaterThan(0);
    expect(group.exchangeJ / exchanged).toBeCloseTo(1, 12);
    const importJ = members.reduce((total, { importW }) => total + sum(importW), 0) * meters.stepS;
    expect((group.importJ + group.exchangeJ) / importJ).toBeCloseTo(1, 12);
    const exportJ = members.reduce((total, { exportW }) => total + sum(exportW), 0) * meters.stepS;
    expect((group.exportJ + group.exchangeJ) / exportJ).toBeCloseTo(1, 12);
  });

  it('agrees with a community of the same members, flow by flow', () => {
    const members = membersOf(rows);
    const generationW = new Float64Array(meters.stepCount);
    const shared = groupYear(members, sharedFlows(members, { generationW }, meters.stepS), meters.stepS);
    const group = groupOfMeters(meters, rows);
    for (const name of [
      'importJ',
      'exportJ',
      'exchangeJ',
      'peakImportW',
      'peakExportW',
      'sumOfPeaksW',
    ] as const)
      expect(group[name] / shared[name], name).toBeCloseTo(1, 9);
    expect(group.peakImportStep).toBe(shared.peakImportStep);
  });

  it('of everybody is what the source feeds, less losses; its peaks are those of the meters', () => {
    const all = district.buildings.map((_, row) => row);
    const group = groupOfMeters(meters, all);
    const { sourcePW, lossW, buildingNetMaxW } = run.table;
    for (let step = 0; step < meters.stepCount; step += 97) {
      const net = group.importW[step]! - group.exportW[step]!;
      expect(Math.abs(net - (sourcePW[step]! - lossW[step]!))).toBeLessThan(1);
    }
    expect(group.sumOfPeaksW / sum(buildingNetMaxW)).toBeCloseTo(1, 9);
    const kpis = new Map(groupKpis(group, all.length, 3600).map((kpi) => [kpi.id, kpi]));
    const coincidence = kpis.get('group-coincidence')!;
    expect(coincidence.label).toContain('hourly means');
    expect(coincidence.value).toBeGreaterThan(0);
    expect(coincidence.value).toBeLessThan(100);
    // One building has nobody to coincide with, and exchanges nothing.
    const alone = groupOfMeters(meters, [3]);
    const one = new Map(groupKpis(alone, 1, 3600).map((kpi) => [kpi.id, kpi.value]));
    expect([one.get('group-coincidence'), one.get('group-exchange')]).toEqual([100, 0]);
  });
});

describe('the rule of a group', () => {
  const homes = JSON.stringify({
    name: 'no panels',
    rule: { kind: 'query', where: [{ attribute: 'hasPhotovoltaics', operator: '=', value: false }] },
  });

  it('is read as scenarios have it, means buildings as they stand today, and knows its name', () => {
    const read = readGroupFile(homes, 'g.json');
    if (!read.ok) throw new Error(read.issues[0]!.message);
    expect(read.value.name).toBe('no panels');
    // Panels come with the scenario: today nobody has any.
    const rows = groupRows(read.value.selector, district, [], 'g.json');
    expect(rows.ok && rows.value).toEqual(district.buildings.map((_, row) => row));
    const bare = readGroupFile('{"kind":"all"}', 'g.json');
    expect(bare.ok && bare.value.selector.rule).toEqual({ kind: 'all' });
  });

  it('warns of kept elements that the rule no longer gives, and refuses nobody and nonsense', () => {
    const kept = keptSelection([district.buildings[0]!.id]);
    const drifted = groupRows({ rule: { kind: 'all' }, kept }, district, [], 'g.json');
    expect(drifted.ok && drifted.value).toEqual([0]);
    expect(drifted.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['selector-drift', 'warning'],
    ]);
    const none = groupRows({ rule: { kind: 'query', where: [{ attribute: 'levels', operator: '>', value: 99 }] } }, district, [], 'g.json'); // prettier-ignore
    expect(none.ok).toBe(false);
    expect(none.issues.map(({ code }) => code)).toEqual(['selector-empty']);
    for (const text of [
      '[]',
      '{"kind":"some"}',
      '{"rule":{"kind":"query","where":[{"attribute":"levels","operator":">","value":"x"}]}}',
    ])
      expect(readGroupFile(text, 'g.json').ok, text).toBe(false);
  });
});
