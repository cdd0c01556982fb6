import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDistrict } from '../../src/io';
import { smallTown } from '../engine/smallTown';
import { csvOf, gridtwin, inThisProcess, jsonOf, workplace } from './command';

const { path, remove } = workplace();
const district = smallTown(14);
const town = path('town.json');
const building = district.buildings[0]!;

beforeAll(() => writeFileSync(town, writeDistrict(district)));
afterAll(remove);

describe('study can-connect on a district', () => {
  it('says no with the constraint, its hour, what fits and what copper would cost', async () => {
    const out = path('no.json');
    const ended = await inThisProcess(
      ...['study', 'can-connect', town, '--building', building.id, '--power', '400kW', '--out', out],
    );
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain('answer: no');
    expect(ended.stdout).toMatch(
      /what stops it: loading of line .* \(limit 100 %\), 20\d\d-\d\d-\d\dT\d\d:00/,
    );
    expect(ended.stdout).toMatch(/at most: [\d.]+ kW/);
    expect(ended.stdout).toMatch(
      /reinforcement that does, confirmed over the year: [\d,]+ EUR to [\d,]+ EUR/,
    );
    expect(ended.stdout).toContain('counted to operator');
    const said = jsonOf(out) as {
      verdict: string;
      capacityW: number;
      question: { busId: string; pW: number };
    };
    expect(said).toMatchObject({
      verdict: 'no',
      question: { busId: building.connection!.busId, pW: 400_000 },
    });
    expect(said.capacityW).toBeLessThan(400_000);
  }, 120_000);

  it('says yes to a little, at a bus and in a table', async () => {
    const out = path('yes.csv');
    const { busId } = district.buildings[1]!.connection!;
    const ended = await gridtwin(
      'study',
      'can-connect',
      town,
      '--bus',
      busId,
      '--power',
      '1 kW',
      '--out',
      out,
    );
    expect([ended.code, ended.stdout.includes('answer: yes')]).toEqual([0, true]);
    const { columns, rows } = csvOf(out);
    expect(rows[0]![columns.indexOf('verdict')]).toBe('yes');
    expect(Number(rows[0]![columns.indexOf('kw')])).toBe(1);
  }, 120_000);

  it.each([
    ['no place', ['--power', '1kW'], 'Give --building or --bus'],
    ['no unit', ['--bus', 'x', '--power', 'much'], '--power takes a power with its unit'],
    ['an unknown building', ['--building', 'nobody', '--power', '1kW'], 'no such building'],
  ])(
    'refuses %s',
    async (_, args, words) => {
      const ended = await inThisProcess('study', 'can-connect', town, ...args);
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain(words);
    },
    120_000,
  );
});

describe('study hosting-capacity on a district', () => {
  it('gives a range for every feeder, and calls it a screening', async () => {
    const out = path('hosting.csv');
    const args = ['--technology', 'heat-pump', '--draws', '3', '--out', out];
    const ended = await gridtwin('study', 'hosting-capacity', town, ...args);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toMatch(/^hosting capacity \(screening\) of \d+ feeders for heatPump as load/);
    const { columns, rows } = csvOf(out);
    const at = (row: string[], name: string) => Number(row[columns.indexOf(name)]);
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) {
      expect(at(row, 'smallest_kw')).toBeLessThanOrEqual(at(row, 'median_kw'));
      expect(at(row, 'median_kw')).toBeLessThanOrEqual(at(row, 'largest_kw'));
      expect(row.at(-1)).toBe('screening');
    }
  }, 120_000);
});

describe('calibrate --peaks', () => {
  it('writes corrections that simulate takes, and none of a blank file', async () => {
    const { transformers } = district.network!;
    const blank = path('blank.csv');
    writeFileSync(blank, 'id,peak_kw,time\n');
    const none = await inThisProcess('calibrate', town, '--peaks', blank, '--out', path('none.json'));
    expect([none.code, jsonOf(path('none.json'))]).toEqual([0, []]);
    const peaks = path('peaks.csv');
    writeFileSync(peaks, `id,peak_kw,time\n${transformers.map(({ id }) => `${id},900,`).join('\n')}\n`);
    const edits = path('edits.json');
    const ended = await inThisProcess('calibrate', town, '--peaks', peaks, '--out', edits);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    expect(ended.stdout).toContain('at the upper bound');
    expect(ended.stdout).toMatch(/residuals together: [\d.]+ kW before, [\d.]+ kW after/);
    const written = jsonOf(edits) as { field: string; value: { value: number; source: string } }[];
    expect(written.length).toBeGreaterThan(0);
    for (const { field, value } of written) {
      expect([field, value.value]).toEqual(['householdElectricity', 2]);
      expect(value.source).toContain('peaks.csv');
    }
    const run = await inThisProcess('simulate', town, '--edits', edits, '--out', path('run'));
    expect(run.code).toBe(0);
  }, 240_000);
});

it.each([
  ['can-connect', '--bus', 'LV-01', '--power', '1kW'],
  ['reliability', '--years', '1'],
])(
  'study %s says that a year without a solution is no year, and is not the user’s wrong word',
  async (...words) => {
    const lineTypes = district.network!.lineTypes.map((type) => ({
      ...type,
      r1OhmPerKm: 400 * type.r1OhmPerKm,
    }));
    const thin = path('thin.json');
    writeFileSync(thin, writeDistrict({ ...district, network: { ...district.network!, lineTypes } }));
    const [kind, ...options] = words;
    const ended = await inThisProcess('study', kind!, thin, ...options);
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain('[study-year-unsolved]');
    expect(ended.stderr).not.toContain('command line');
  },
  120_000,
);

describe('simulate', () => {
  it('takes what only a user knows, and targets of their own', async () => {
    const known = path('known.json');
    const vehicles = { value: 1e6, quality: 'accurate_measurement' };
    const target = { indicator: 'EN: EN: AQ: 2C', target: 1, worst: 8, because: 'climate plan' };
    writeFileSync(
      known,
      JSON.stringify({ schema: 'gridtwin-u4ssc/1', inputs: { vehicles }, targets: [target] }),
    );
    expect((await inThisProcess('simulate', town, '--u4ssc', known, '--out', path('known'))).code).toBe(0);
    const { columns, rows } = csvOf(path('known/u4ssc.csv'));
    const cell = (code: string, column: string) =>
      rows.find((row) => row[0] === code)![columns.indexOf(column)];
    expect(Number(cell('EC: I: T: 8A', 'value'))).toBeLessThan(1);
    const own = /^EN: EN: AQ: 2C,,.*,scored,,1,8,"target set by you, not a U4SSC benchmark",/m;
    expect(readFileSync(path('known/u4ssc.csv'), 'utf8')).toMatch(own);
    writeFileSync(known, '{}');
    const refused = await inThisProcess('simulate', town, '--u4ssc', known, '--out', path('none'));
    expect([refused.code, refused.stderr.includes('known.json')]).toEqual([1, true]);
  }, 120_000);

  it('writes the indicators by their groups, and the U4SSC scorecard with what is not reported', async () => {
    expect((await inThisProcess('simulate', town, '--out', path('year'))).code).toBe(0);
    const kpis = readFileSync(path('year/kpis.csv'), 'utf8').trimEnd().split('\n');
    expect(kpis[0]).toMatch(/^group,kpi,symbol,label,value,unit/);
    const rows = jsonOf(path('year/kpis.json')) as {
      id: string;
      symbol: string;
      group: string;
      quality: string;
    }[];
    expect(kpis.length - 1).toBe(rows.length);
    expect(rows.length).toBeGreaterThan(55);
    for (const { symbol, group, quality } of rows) expect([symbol, group, quality].every(Boolean)).toBe(true);
    const card = readFileSync(path('year/u4ssc.csv'), 'utf8');
    expect(card).toMatch(/^EC: I: ES: 2C,,Electricity System Outage Time,[\d.]+,min,/m);
    expect(card).toMatch(
      /^EC: I: T: 8A,.*,not reported,Not reported: all passenger vehicles is not given\./m,
    );
    expect(card).toContain('Air Pollution,,,,not reported');
  }, 120_000);
});
