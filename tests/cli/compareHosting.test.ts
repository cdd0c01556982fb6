import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../src/io';
import { inThisProcess, type Ended, jsonOf, street, workplace } from './command';

/**
 * Hosting capacity and the U4SSC scorecard beside the other numbers of a comparison. The cheapest wrong programs: figures of the
 * baseline in every column, draws that differ from scenario to scenario, a question of one's own instead of the study's, and a
 * scorecard that is not the one `simulate` writes.
 */
vi.setConfig({ testTimeout: 180_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');
const ASK = ['--hosting', 'pv,ev', '--hosting-draws', '2', '--hosting-max', '200'];
let CARS: string;
let ended: Ended;

interface Written {
  scenarios: { key: string; hosting: { places: unknown[]; settings: { seed: number } }[] | null }[];
  kpis: { id: string; group: string; cells: { scenarioKey: string; value: number; quality: string }[] }[];
  decision: { words: string[] } | null;
}
const cellsOf = (written: Written, id: string) =>
  Object.fromEntries(
    written.kpis.find((row) => row.id === id)!.cells.map(({ scenarioKey, value }) => [scenarioKey, value]),
  );
const tableOf = (file: string) => {
  const read = readCsv(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  return read.value;
};

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(8));
  const imported = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (imported.code !== 0) throw new Error(imported.stderr);
  CARS = path('cars.scenario.json');
  const scenario = {
    ...{ schema: 'gridtwin-scenario/2', id: 'cars', name: 'Cars', description: '' },
    ...{ base: { districtId: 'street', sha256: 'another' }, year: 2035, seed: 77 },
    measures: [{ id: 'cars', type: 'vehiclesUnmanaged', adoption: 1, parameters: {} }],
  };
  writeFileSync(CARS, JSON.stringify(scenario));
  const u4ssc = {
    schema: 'gridtwin-u4ssc/1',
    inputs: { vehicles: { value: 40, quality: 'accurate_measurement' } },
    targets: [{ indicator: 'EN: EN: AQ: 2C', target: 2, worst: 8, because: 'climate plan' }],
  };
  writeFileSync(path('u4ssc.json'), JSON.stringify(u4ssc));
  ended = await inThisProcess(
    ...['compare', DISTRICT, '--scenario', 'baseline', '--scenario', CARS, ...ASK],
    ...['--weights', 'hosting-vehicle-smallest=1,carbon=1', '--veto', 'hosting-vehicle-smallest=1 kW'],
    ...['--u4ssc', path('u4ssc.json'), '--no-attribution', '--out', path('out')],
  );
}, 180_000);
afterAll(remove);

describe('compare --hosting', () => {
  it('stands in table, files, ranking and report, and is called a screening', () => {
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('EV hosting, smallest feeder');
    const written = jsonOf(path('out/table.json')) as Written;
    const rows = written.kpis.filter(({ group }) => group === 'hosting');
    expect(rows.map(({ id }) => id)).toEqual(
      ['photovoltaic', 'vehicle'].flatMap((id) =>
        ['smallest', 'median', 'largest'].map((word) => `hosting-${id}-${word}`),
      ),
    );
    for (const { cells } of rows)
      for (const { quality } of cells) expect(quality).toBe('unknown_untraceable');
    const groups = tableOf(path('out/table.csv'));
    const group = groups.columns.indexOf('group');
    expect(groups.rows.filter((row) => row[group] === 'Hosting capacity (screening)')).toHaveLength(12);
    expect(written.decision!.words.join(' ')).toContain('Cars');
    const report = readFileSync(path('out/report.html'), 'utf8');
    const smallest = cellsOf(written, 'hosting-vehicle-smallest');
    for (const key of ['baseline', 'cars'])
      expect(report).toContain(`data-figure="hosting/vehicle/${key}/smallest" data-value="${smallest[key]}"`);
  });

  it('has less room where cars are already, by the same draws', () => {
    const written = jsonOf(path('out/table.json')) as Written;
    const seeds = written.scenarios.flatMap(({ hosting }) => hosting!.map(({ settings }) => settings.seed));
    expect(new Set(seeds).size).toBe(1);
    expect(seeds[0]).not.toBe(77);
    const median = cellsOf(written, 'hosting-vehicle-median');
    expect(median['cars']).toBeLessThan(median['baseline']!);
    expect(median['cars']).toBeGreaterThan(0);
  });

  it('counts what the study counts', async () => {
    const written = jsonOf(path('out/table.json')) as Written;
    const { seed } = written.scenarios[0]!.hosting![0]!.settings;
    const study = await inThisProcess(
      ...['study', 'hosting-capacity', DISTRICT, '--technology', 'ev', '--scenario', CARS, '--json'],
      ...['--draws', '2', '--max', '200', '--seed', String(seed)],
    );
    expect(study.code, study.stderr).toBe(0);
    const { kpis, places } = JSON.parse(study.stdout) as {
      kpis: { id: string; value: number }[];
      places: unknown[];
    };
    for (const { id, value } of kpis) expect(cellsOf(written, id)['cars'], id).toBe(value);
    const cars = written.scenarios.find(({ key }) => key === 'cars')!;
    expect(cars.hosting![1]!.places).toEqual(places);
    const { columns, rows } = tableOf(path('out/hosting.csv'));
    const own = rows.filter((row) => row[0] === 'cars' && row[columns.indexOf('technology')] === 'vehicle');
    expect(own).toHaveLength(places.length);
  });

  it('refuses what it does not know, and a how without a what', async () => {
    const args = ['compare', DISTRICT, '--scenario', 'baseline', '--scenario', CARS];
    const wind = await inThisProcess(...args, '--hosting', 'pv,wind');
    expect([wind.code, wind.stderr]).toEqual([1, expect.stringContaining('does not know wind')]);
    const how = await inThisProcess(...args, '--hosting-draws', '3');
    expect([how.code, how.stderr]).toEqual([1, expect.stringContaining('--hosting-draws says how')]);
  });
});

describe('compare with the U4SSC scorecard', () => {
  it('writes for every scenario the one that simulate writes, with what a user gives', async () => {
    const { columns, rows } = tableOf(path('out/u4ssc.csv'));
    expect(columns[0]).toBe('scenario');
    const simulated = await inThisProcess(
      ...['simulate', DISTRICT, '--scenario', CARS, '--u4ssc', path('u4ssc.json'), '--out', path('year')],
    );
    expect(simulated.code, simulated.stderr).toBe(0);
    const alone = tableOf(path('year/u4ssc.csv'));
    expect(columns.slice(1)).toEqual(alone.columns);
    expect(rows.filter(([key]) => key === 'cars').map(([, ...row]) => row)).toEqual(alone.rows);
    const baseline = rows.filter(([key]) => key === 'baseline').map(([, ...row]) => row);
    expect(baseline).toHaveLength(alone.rows.length);
    expect(baseline).not.toEqual(alone.rows);
    const carbon = alone.rows.find(([code]) => code === 'EN: EN: AQ: 2C')!;
    expect(carbon).toContain('target set by you, not a U4SSC benchmark');
    const report = readFileSync(path('out/report.html'), 'utf8');
    expect(report).toContain(`data-figure="u4ssc/EN: EN: AQ: 2C/cars" data-value="${carbon[3]}"`);
    expect(report).toContain('target set by you, not a U4SSC benchmark');
  });
});
