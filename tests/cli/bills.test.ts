import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../src/io';
import { PLACEHOLDER_TARIFFS } from '../../src/model/tariff';
import { inThisProcess, street, workplace } from './command';

vi.setConfig({ testTimeout: 120_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(6));
  const ended = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
}, 120_000);
afterAll(remove);

const rowsOf = (file: string): Record<string, string>[] => {
  const read = readCsv(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  const { columns, rows } = read.value;
  return rows.map((row) => Object.fromEntries(columns.map((name, at) => [name, row[at]!])));
};
const total = (rows: readonly Record<string, string>[], column: string): number =>
  Math.round(100 * rows.reduce((sum, row) => sum + Number(row[column]), 0));

describe('bills', () => {
  it('says who is billed what and who pays whom, and writes it: files, text and JSON agree to the cent', async () => {
    const [capacity] = PLACEHOLDER_TARIFFS.filter(({ id }) => id === 'capacity');
    writeFileSync(path('mine.json'), JSON.stringify({ ...capacity, id: 'mine', contractedPerKWYear: { supplier: 0, grid: 9, levies: 0 } })); // prettier-ignore
    const asked = ['--tariff', 'timeOfUse', '--tariff', path('mine.json')];
    const ended = await inThisProcess('bills', DISTRICT, ...asked, '--out', path('out'), '--json');
    expect(ended.code, ended.stderr).toBe(0);
    expect(readdirSync(path('out')).sort()).toEqual([
      'bills.csv',
      'burden.csv',
      'households.csv',
      'matrix.csv',
      'other_tariffs.csv',
    ]);
    interface Printed {
      quality: string;
      utility: { totalCents: number };
      tariffs: { tariffId: string; utility: { totalCents: number } }[];
    }
    const printed = JSON.parse(ended.stdout) as Printed;
    expect(printed.quality).toBe('unknown_untraceable');
    expect(total(rowsOf(path('out/bills.csv')), 'total')).toBe(printed.utility.totalCents);
    const others = rowsOf(path('out/other_tariffs.csv'));
    for (const { tariffId, utility } of printed.tariffs)
      expect(
        total(
          others.filter(({ tariff }) => tariff === tariffId),
          'total',
        ),
      ).toBe(utility.totalCents);
    expect(printed.tariffs.map(({ tariffId }) => tariffId)).toEqual(['timeOfUse', 'mine']);
    const matrix = rowsOf(path('out/matrix.csv'));
    const kinds = matrix.filter(({ kind }) => kind === 'energy' || kind === 'grid' || kind === 'levies');
    expect(total(kinds, 'amount')).toBe(total(rowsOf(path('out/bills.csv')), 'net'));
    expect(matrix.every(({ sentence }) => / EUR a year /.test(sentence!))).toBe(true);
  });

  it('settles the communities of a scenario: contracts, parties and the rest of the files agree to the cent', async () => {
    const scenario = {
      schema: 'gridtwin-scenario/2',
      id: 'shared',
      name: 'Shared',
      description: '',
      base: { districtId: 'street', sha256: 'another' },
      year: 2035,
      seed: 1,
      measures: [
        { id: 'panels', type: 'rooftopPhotovoltaics', adoption: 0.5, parameters: {} },
        { id: 'community', type: 'energyCommunity', adoption: 1, parameters: {} },
      ],
    };
    writeFileSync(path('shared.scenario.json'), JSON.stringify(scenario));
    const asked = ['--scenario', path('shared.scenario.json'), '--out', path('shared'), '--json'];
    const ended = await inThisProcess('bills', DISTRICT, ...asked);
    expect(ended.code, ended.stderr).toBe(0);
    const [groups, members] = ['community', 'community_members'].map((name) =>
      rowsOf(path(`shared/${name}.csv`)),
    ) as [Record<string, string>[], Record<string, string>[]];
    expect(members.map(({ building }) => building).sort()).toHaveLength(6);
    expect(total(groups, 'exchange_kwh')).toBeGreaterThan(0);
    expect(total(members, 'from_community_kwh') / total(members, 'to_community_kwh')).toBeCloseTo(1, 4);
    const saved = total(members, 'paid_without') - total(members, 'paid_with');
    expect(total(members, 'saved')).toBe(saved);
    expect(total(groups, 'households_gain') + total(groups, 'businesses_gain')).toBe(saved);
    const parties = ['households', 'businesses', 'supplier', 'operator', 'state', 'outside'];
    expect(parties.reduce((sum, party) => sum + total(groups, `${party}_gain`), 0)).toBe(0);
    const matrix = rowsOf(path('shared/matrix.csv'));
    const contributed = matrix.filter(({ kind }) => kind === 'contribution');
    expect(total(groups, 'outside_gain')).toBe(total(groups, 'yearly_cost'));
    expect(total(contributed, 'amount')).toBeGreaterThan(0);
  });

  it('refuses a tariff that is none, by name, before anything is run', async () => {
    writeFileSync(path('wrong.json'), JSON.stringify({ id: 'wrong' }));
    const ended = await inThisProcess('bills', DISTRICT, '--tariff', path('wrong.json'));
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('wrong.json');
    writeFileSync(path('broken.json'), '{');
    expect((await inThisProcess('bills', DISTRICT, '--tariff', path('broken.json'))).stderr).toContain(
      'no JSON',
    );
  });

  it('refuses a tariff with the id of a shipped one, and one that is asked for twice', async () => {
    writeFileSync(path('again.json'), JSON.stringify(PLACEHOLDER_TARIFFS[0]));
    const shipped = await inThisProcess('bills', DISTRICT, '--tariff', path('again.json'));
    expect([shipped.code, shipped.stderr]).toEqual([1, expect.stringContaining("has the id of a shipped one or of the scenario's: flat")]); // prettier-ignore
    const twice = await inThisProcess('bills', DISTRICT, '--tariff', 'dynamic', '--tariff', 'dynamic');
    expect([twice.code, twice.stderr]).toEqual([1, expect.stringContaining('Two tariffs have the id dynamic')]); // prettier-ignore
  });
});
