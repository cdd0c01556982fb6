import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCsv, writeDistrict } from '../../src/io';
import { smallTown } from '../engine/smallTown';
import { csvOf, gridtwin, workplace } from './command';

/** A group on the command line. The cheapest wrong program: one that takes the first rule for all of them. */
vi.setConfig({ testTimeout: 120_000 });
const { path, remove } = workplace();
const district = smallTown(6);
const town = path('town.json');

beforeAll(() => {
  writeFileSync(town, writeDistrict(district));
  const ids = district.buildings.slice(0, 2).map(({ id }) => id);
  writeFileSync(path('two.json'), JSON.stringify({ rule: { kind: 'ids', ids } }));
  writeFileSync(path('all.json'), JSON.stringify({ name: 'everybody', rule: { kind: 'all' } }));
  const rule = { kind: 'query', where: [{ attribute: 'levels', operator: '>', value: 99 }] };
  writeFileSync(path('none.json'), JSON.stringify({ rule }));
});
afterAll(remove);

describe('simulate --group', () => {
  it('writes the figures of each group, and how each rating is known', async () => {
    const out = path('year');
    const ended = await gridtwin('simulate', town, '--group', path('two.json'), '--group', path('all.json'), '--out', out); // prettier-ignore
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    // Words of a rule have commas.
    const read = readCsv(readFileSync(`${out}/groups.csv`, 'utf8'), 'groups.csv');
    if (!read.ok) throw new Error(read.issues[0]!.message);
    const { columns, rows } = read.value;
    const valueOf = (group: string, kpi: string) =>
      Number(rows.find((row) => row[0] === group && row[2] === kpi)![columns.indexOf('value')]);
    expect([valueOf('two', 'group-members'), valueOf('everybody', 'group-members')]).toEqual([2, 6]);
    const buildings = csvOf(`${out}/buildings.csv`);
    const used = (count: number) =>
      buildings.rows
        .slice(0, count)
        .reduce((sum, row) => sum + [2, 3, 4, 5, 6].reduce((part, at) => part + Number(row[at]), 0), 0);
    // Nobody makes electricity here: what a group takes is what its buildings use.
    for (const [group, count] of [
      ['two', 2],
      ['everybody', 6],
    ] as const)
      // prettier-ignore
      expect(valueOf(group, 'group-import') / 3.6e6 / used(count)).toBeCloseTo(1, 6);
    const peak = rows.find((row) => row[2] === 'group-peakImport')!;
    expect(peak[columns.indexOf('time')]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00/);
    const branches = csvOf(`${out}/branches.csv`);
    const classes = branches.columns.indexOf('rating_class');
    expect(new Set(branches.rows.map((row) => row[classes]))).toEqual(new Set(['estimated']));
  });

  it('refuses a rule that gives nobody before anything is run', async () => {
    const ended = await gridtwin('simulate', town, '--group', path('none.json'), '--out', path('nothing'));
    expect([ended.code, ended.stderr]).toEqual([1, expect.stringContaining('selector-empty')]);
    expect(existsSync(path('nothing'))).toBe(false);
  });
});
