import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { csvOf, inThisProcess, jsonOf, street, workplace } from './command';

vi.setConfig({ testTimeout: 180_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');
const SCENARIO = path('pumps.scenario.json');
const SEVERAL = path('several.scenario.json');

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(6));
  const ended = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
  const adoption = [
    { year: 2025, share: 0 },
    { year: 2035, share: 1 },
  ];
  const pumps = { id: 'pumps', type: 'heatPumps', adoption, parameters: {} };
  const scenario = {
    schema: 'gridtwin-scenario/2',
    ...{ id: 'pumps', name: 'Pumps', description: '', year: 2035, seed: 1 },
    base: { districtId: 'street', sha256: 'another' },
    measures: [pumps],
    // A limit between the loadings of both years, so that something fails.
    limits: { profile: 'own', lowerPu: 0.5, upperPu: 1.5, loadingLimit: 0.3, source: 'test' },
    path: { years: [2025, 2035] },
  };
  writeFileSync(SCENARIO, JSON.stringify(scenario));
  const roofs = { id: 'roofs', type: 'rooftopPhotovoltaics', adoption: 1, parameters: {} };
  writeFileSync(SEVERAL, JSON.stringify({ ...scenario, measures: [pumps, roofs] }));
}, 120_000);
afterAll(remove);

interface Written {
  firstOverload: { year: number; keptIn: number | null } | null;
  years: { year: number; isBetween: boolean; violations: { transformers: number; lines: number } }[];
  failures: { year: number }[];
  investments: { year: number; typicalEur: number }[];
}

describe('path', () => {
  it('says what fails first and when, and writes years, failures and investments', async () => {
    const ended = await inThisProcess(
      'path',
      DISTRICT,
      '--scenario',
      SCENARIO,
      '--bisect',
      '--out',
      path('out'),
    );
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(/First overload of a transformer or line: 20\d\d/);
    expect(ended.stderr).not.toContain('other years of the path are ignored');
    const written = jsonOf(path('out/path.json')) as Written;
    expect(written.years.filter(({ isBetween }) => !isBetween).map(({ year }) => year)).toEqual([2025, 2035]);
    const { year, keptIn } = written.firstOverload!;
    expect(keptIn === null || year - keptIn === 1).toBe(true);
    expect(written.failures[0]!.year).toBe(year);
    expect(written.investments.map((one) => one.year)).toEqual([2025, 2035]);
    expect(written.investments[1]!.typicalEur).toBeGreaterThan(0);
    const { columns, rows } = csvOf(path('out/failures.csv'));
    expect(columns[0]).toBe('first_year');
    expect(rows).toHaveLength(written.failures.length);
    expect(csvOf(path('out/years.csv')).rows.length).toBeGreaterThan(20);
    expect(csvOf(path('out/transformers.csv')).rows.length).toBe(written.years.length);
  });

  it('lays the work over the years of a budget and writes what it affords as a scenario', async () => {
    const ended = await inThisProcess(
      ...['path', DISTRICT, '--scenario', SEVERAL, '--budget', '15000', '--order', 'carbon'],
      ...['--out', path('laid')],
    );
    expect(ended.code, ended.stderr).toBe(0);
    const { timeline } = jsonOf(path('laid/path.json')) as {
      timeline: { years: { spentEur: number; carriedOutEur: number; done: string[] }[]; undone: unknown[] };
    };
    expect(timeline.years).toHaveLength(11);
    timeline.years.reduce((spent, { spentEur }, row) => {
      expect(spent + spentEur).toBeLessThanOrEqual(15_000 * (row + 1));
      return spent + spentEur;
    }, 0);
    expect(timeline.years.flatMap(({ done }) => done).length).toBeGreaterThan(0);
    const valid = await inThisProcess(...['scenarios', 'validate', path('laid/timeline.scenario.json'), '--district', DISTRICT]); // prettier-ignore
    expect(valid.code, valid.stderr).toBe(0);
  });

  it('refuses words it does not know', async () => {
    for (const [args, word] of [
      [['--years', '2030,2025'], '--years 2030,2025'],
      [['--years', 'soon'], 'soon'],
      [['--budget', 'much'], 'much'],
      [['--budget', ''], '--budget'],
      [['--order', 'carbon'], '--order needs a budget'],
      [['--budget', '1', '--order', 'luck'], 'luck'],
    ] as const) {
      const ended = await inThisProcess('path', DISTRICT, '--scenario', SCENARIO, ...args);
      expect(ended.code, args.join(' ')).toBe(1);
      expect(ended.stderr).toContain(word);
    }
    expect((await inThisProcess('path', DISTRICT)).code).toBe(1);
  });
});

describe('scenarios presets', () => {
  it('lists every preset with its sentence, from the bundle too', async () => {
    const ended = await inThisProcess('scenarios', 'presets');
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('The town as it stands');
    expect(await inThisProcess('scenarios', 'presets')).toEqual(ended);
  });

  it('says which of them are bound to their own district, which is no failure', async () => {
    const ended = await inThisProcess('scenarios', 'presets', '--district', DISTRICT);
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const rows = ended.stdout.split('\n\n')[0]!.split('\n');
    expect(
      rows.filter((row) => row.endsWith('bound to its own district')).map((row) => row.split(' ')[0]),
    ).toEqual(['electrification-by-copper']);
    expect(rows.filter((row) => row.endsWith('runs'))).toHaveLength(10);
  });
});
