import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { District } from '../../src/model/district';
import { END_USES } from '../../src/model/run';
import { csvOf, gridtwin, inThisProcess, jsonOf, SHARED, snapshot, street, workplace } from './command';

const { path, remove } = workplace();
const HOUSES = 18;
const EPW = join(SHARED, 'weather/NLD_Amsterdam062400_IWEC.epw');
const DISTRICT = path('street.json');

interface Manifest {
  readonly resultHash: string;
  readonly inputHash: string;
  readonly stepS: number;
  readonly [name: string]: unknown;
}
const manifestOf = (folder: string) => jsonOf(join(folder, 'manifest.json')) as Manifest;

function scenarioFile(name: string, change: object): string {
  const scenario = {
    schema: 'gridtwin-scenario/1',
    id: name,
    name,
    description: '',
    base: { districtId: 'street', sha256: 'another' },
    year: 2035,
    seed: 1,
    measures: [],
    ...change,
  };
  writeFileSync(path(`${name}.scenario.json`), JSON.stringify(scenario));
  return path(`${name}.scenario.json`);
}

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(HOUSES));
  const ended = await inThisProcess(
    'import',
    path('street.geojson'),
    '--out',
    DISTRICT,
    '--climate',
    'centralEurope',
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
}, 120_000);

afterAll(remove);

describe('import, simulate and compare of a street', () => {
  it('reports what was given, derived and assumed, and marks the network synthetic', async () => {
    const out = path('again.json');
    const ended = await inThisProcess(
      'import',
      path('street.geojson'),
      '--out',
      out,
      '--climate',
      'centralEurope',
      '--synthesise-network',
    );
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    for (const word of ['heightM', 'given', 'derived', 'assumed']) expect(ended.stdout).toContain(word);
    expect(readFileSync(out, 'utf8')).toBe(readFileSync(DISTRICT, 'utf8'));
    const district = jsonOf(out) as District;
    expect(district.buildings).toHaveLength(HOUSES);
    expect(district.network!.lines.every(({ synthetic }) => synthetic)).toBe(true);
  });

  it('writes indicators, tables and a manifest; one worker or three, the same hash', async () => {
    const [one, three] = [path('one'), path('three')];
    const first = await gridtwin('simulate', DISTRICT, '--workers', '1', '--out', one);
    const second = await gridtwin('simulate', DISTRICT, '--workers', '3', '--out', three);
    expect([first.code, first.stderr, second.code]).toEqual([0, '', 0]);
    expect(
      Object.keys(snapshot(one))
        .map((name) => name.slice(one.length + 1))
        .sort(),
    ).toEqual([
      'branches.csv',
      'buildings.csv',
      'buses.csv',
      'kpis.csv',
      'kpis.json',
      'manifest.json',
      'u4ssc.csv',
    ]);
    expect(Object.values(snapshot(three))).toEqual(Object.values(snapshot(one)));
    expect(first.stdout).toContain(manifestOf(one).resultHash);
    expect(manifestOf(one)).toMatchObject({
      schema: 'gridtwin-results/1',
      engineVersion: expect.stringMatching(/^\d+\.\d+\.\d+$/) as string,
      district: {
        id: (jsonOf(DISTRICT) as District).id,
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      },
      weather: { sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      scenario: { id: 'baseline', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string },
      baseEdits: { count: 0 },
      createdBy: { program: 'gridtwin' },
      stepS: 3600,
      voltages: expect.stringContaining('screening') as string,
      inputHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      resultHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  it('tables have a row for every element, and numbers in every cell', () => {
    const { network, buildings } = jsonOf(DISTRICT) as District;
    const buildingTable = csvOf(path('one/buildings.csv'));
    expect(buildingTable.columns.slice(0, 2 + END_USES.length)).toEqual([
      'building',
      'use',
      ...END_USES.map((use) => `${use}_kwh`),
    ]);
    expect(buildingTable.rows.map(([id]) => id)).toEqual(buildings.map(({ id }) => id));
    const busTable = csvOf(path('one/buses.csv'));
    expect(busTable.columns).toEqual([
      'bus',
      'v_min_pu',
      'v_min_time',
      'v_max_pu',
      'v_max_time',
      'under_voltage_h',
      'over_voltage_h',
    ]);
    expect(busTable.rows.map(([id]) => id)).toEqual(network!.buses.map(({ id }) => id));
    for (const [, lowest, time] of busTable.rows) {
      expect(Number(lowest)).toBeGreaterThan(0.8);
      expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:00[+-]\d\d:\d\d$/);
    }
    const branchTable = csvOf(path('one/branches.csv'));
    expect(branchTable.columns.slice(0, 3)).toEqual(['branch', 'kind', 'loading_max_percent']);
    expect(branchTable.rows.map(([id, kind]) => [id, kind])).toEqual([
      ...network!.lines.map(({ id }) => [id, 'line']),
      ...network!.transformers.map(({ id }) => [id, 'transformer']),
    ]);
    // What all buildings use stands in the indicators too.
    const kpis = jsonOf(path('one/kpis.json')) as { id: string; value: number }[];
    const columns = [2, 3, 4, 5, 6];
    const usedKwh = buildingTable.rows.reduce(
      (sum, row) => sum + columns.reduce((part, column) => part + Number(row[column]), 0),
      0,
    );
    expect(kpis.find(({ id }) => id === 'electricityUse')!.value / 3.6e6 / usedKwh).toBeCloseTo(1, 9);
  });

  it('a blank scenario differs from the baseline by exactly 0 everywhere; heat pumps do not', async () => {
    const blank = scenarioFile('blank', {
      seed: 77,
      measures: [{ id: 'm', type: 'heatPumps', adoption: 0, parameters: {} }],
    });
    const change = scenarioFile('change', {
      measures: [{ id: 'm', type: 'heatPumps', adoption: 1, parameters: {} }],
    });
    interface Comparison {
      resultHashA: string;
      resultHashB: string;
      kpis: { id: string; delta: number; verdict: string }[];
    }
    const nothing = await gridtwin(
      'compare',
      DISTRICT,
      '--scenario',
      'baseline',
      '--scenario',
      blank,
      '--json',
    );
    expect(nothing.code).toBe(0);
    expect(nothing.stderr).toContain('[base-differs]');
    const same = JSON.parse(nothing.stdout) as Comparison;
    expect(same.resultHashA).toBe(manifestOf(path('one')).resultHash);
    expect(same.resultHashB).toBe(same.resultHashA);
    expect(same.kpis.length).toBeGreaterThan(8);
    expect(same.kpis.filter(({ delta, verdict }) => delta !== 0 || verdict !== 'same')).toEqual([]);
    const changed = await gridtwin(
      'compare',
      DISTRICT,
      '--scenario',
      'baseline',
      '--scenario',
      change,
      '--json',
    );
    const deltas = new Map(
      (JSON.parse(changed.stdout) as Comparison).kpis.map(({ id, delta }) => [id, delta]),
    );
    expect(deltas.get('electricityUse')).toBeGreaterThan(0);
    expect(deltas.get('fuel')).toBeLessThan(0);
    const text = await gridtwin('compare', DISTRICT, '--scenario', 'baseline', '--scenario', change);
    expect(text.code).toBe(0);
    // A line for each indicator under its head, then a blank one and what it is worth at several rates.
    expect(text.stdout.split('\n').indexOf('')).toBe(same.kpis.length + 1);
    expect(text.stdout).toMatch(/Over 25 years at 2.%, 4.%, 7.%/);
    expect(text.stdout).toContain('Peak import');
  });

  it('counts what a scenario assumes of prices and limits, on the same run', async () => {
    const own = { profile: 'own', lowerPu: 1.5, upperPu: 2, loadingLimit: 1, source: 'a test' };
    const gas = { key: 'gasPriceEurPerKwh', value: 0.5, unit: 'EUR/kWh', source: 'a test', date: '2026' };
    const assuming = scenarioFile('assuming', {
      schema: 'gridtwin-scenario/2',
      limits: own,
      assumptions: [gas],
      path: { years: [2035, 2040] },
    });
    const ended = await gridtwin(
      'compare',
      DISTRICT,
      '--scenario',
      'baseline',
      '--scenario',
      assuming,
      '--json',
    );
    expect(ended.code).toBe(0);
    expect(ended.stderr).toContain('the other years of the path are ignored');
    const compared = JSON.parse(ended.stdout) as {
      resultHashA: string;
      resultHashB: string;
      kpis: { id: string; delta: number }[];
    };
    expect(compared.resultHashB).toBe(compared.resultHashA);
    const changed = compared.kpis.filter(({ delta }) => delta !== 0);
    expect(changed.map(({ id }) => id)).toEqual(['busesOutsideBand', 'customersOutsideBand', 'energyCost']);
    expect(changed.every(({ delta }) => delta > 0)).toBe(true);
  });

  it('runs in quarter hours', async () => {
    const ended = await gridtwin('simulate', DISTRICT, '--step', '15min', '--out', path('quarters'));
    expect(ended.code).toBe(0);
    expect(manifestOf(path('quarters'))).toMatchObject({ stepS: 900, voltages: '15-minute means' });
    expect(manifestOf(path('quarters')).inputHash).not.toBe(manifestOf(path('one')).inputHash);
  });
});

describe.skipIf(!existsSync(EPW))(`weather from ${EPW.slice(SHARED.length + 1)}`, () => {
  it('is found beside the district, and means the same as named; a row short it is refused', async () => {
    mkdirSync(path('with'), { recursive: true });
    const district = path('with/street.json');
    const imported = await inThisProcess(
      'import',
      path('street.geojson'),
      '--weather',
      EPW,
      '--out',
      district,
      '--synthesise-network',
    );
    expect(imported.code).toBe(0);
    const beside = await gridtwin('simulate', district, '--out', path('beside'));
    expect(beside.code).toBe(0);
    copyFileSync(district, path('alone.json'));
    const lost = await gridtwin('simulate', path('alone.json'), '--out', path('lost'));
    expect([lost.code, existsSync(path('lost'))]).toEqual([1, false]);
    expect(lost.stderr).toContain('NLD_Amsterdam062400_IWEC.epw');
    const named = await gridtwin('simulate', path('alone.json'), '--weather', EPW, '--out', path('named'));
    expect(named.code).toBe(0);
    expect(manifestOf(path('named')).resultHash).toBe(manifestOf(path('beside')).resultHash);
    expect(manifestOf(path('named')).resultHash).not.toBe(manifestOf(path('one')).resultHash);
    const rows = readFileSync(EPW, 'utf8').trimEnd().split(/\r?\n/);
    writeFileSync(path('short.epw'), rows.slice(0, -1).join('\n'));
    const short = await gridtwin('simulate', DISTRICT, '--weather', path('short.epw'), '--out', path('kept'));
    expect(short.code).toBe(1);
    expect(short.stderr).toContain('8759');
  });
});
