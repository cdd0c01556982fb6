import { existsSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { gridtwin, inThisProcess, jsonOf, street, workplace } from './command';

vi.setConfig({ testTimeout: 180_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');
const SCENARIO = path('cars.scenario.json');

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(6));
  const ended = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
  const scenario = {
    schema: 'gridtwin-scenario/2',
    ...{ id: 'pumps', name: 'Pumps', description: '', year: 2035, seed: 1 },
    base: { districtId: 'street', sha256: 'another' },
    measures: [{ id: 'pumps', type: 'heatPumps', adoption: 1, parameters: {} }],
  };
  writeFileSync(SCENARIO, JSON.stringify(scenario));
}, 120_000);
afterAll(remove);

describe('way-out', () => {
  it('says what is wrong and the cheapest way out, and writes it as a scenario that runs', async () => {
    const ended = await gridtwin(
      ...['way-out', DISTRICT, '--scenario', SCENARIO, '--limit', 'loading=0.3', '--limit', 'lower=0.5'],
      ...['--only', 'copper', '--runners-up', '0', '--out', path('out')],
    );
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(/elements at \d+ places are outside their limits/);
    expect(ended.stdout).toMatch(/\d+ years were run/);
    interface Written {
      status: string;
      evaluations: number;
      violations: { limit: number }[];
      sets: { name: string; remains: unknown[] }[];
    }
    const written = jsonOf(path('out/way-out.json')) as Written;
    expect(written.status).toBe('complete');
    expect(written.violations.length).toBeGreaterThan(0);
    expect(written.evaluations).toBeGreaterThan(1);
    expect(written.sets[0]!.remains).toEqual([]);
    expect(written.violations.every(({ limit }) => limit === 0.3)).toBe(true);
    expect(written.sets.map(({ name }) => name)).toEqual(['copper only']);
    expect(existsSync(path('out/violations.csv'))).toBe(true);
    expect(existsSync(path('out/way-out.scenario.json')), ended.stdout).toBe(true);
    const valid = await inThisProcess('scenarios', 'validate', path('out/way-out.scenario.json'));
    expect(valid.code, valid.stderr).toBe(0);
    const { measures } = jsonOf(path('out/way-out.scenario.json')) as {
      measures: { selector?: { kept?: { ids: string[] } } }[];
    };
    const added = measures.slice(1);
    expect(added.length).toBeGreaterThan(0);
    expect(added.every(({ selector }) => (selector?.kept?.ids.length ?? 0) > 0)).toBe(true);
    // A run of the written scenario keeps the limits that were asked for, where the one it came from did not.
    const again = await gridtwin(
      ...['way-out', DISTRICT, '--scenario', path('out/way-out.scenario.json')],
      ...['--limit', 'loading=0.3', '--limit', 'lower=0.5', '--json'],
    );
    expect(again.code, again.stderr).toBe(0);
    expect((JSON.parse(again.stdout) as Written).violations).toEqual([]);
  });

  it('refuses words it does not know', async () => {
    // `-1` after a space never reaches the command: the parser of options asks for the form with `=`.
    for (const [args, word] of [
      [['--only', 'magic'], 'magic'],
      [['--limit', 'loading'], 'loading'],
      [['--limit', 'toString=1'], 'toString=1'],
      [['--runners-up', '-1'], '--runners-up'],
      [['--runners-up=-1'], '-1'],
    ] as const) {
      const ended = await inThisProcess('way-out', DISTRICT, '--scenario', SCENARIO, ...args);
      expect(ended.code, args.join(' ')).toBe(1);
      expect(ended.stderr).toContain(word);
      expect(ended.stdout).toBe('');
    }
    expect((await inThisProcess('way-out', DISTRICT)).code).toBe(1);
    // Stations are known once the year has run.
    const nowhere = ['--station', 'no such station'];
    const ended = await gridtwin('way-out', DISTRICT, '--scenario', SCENARIO, ...nowhere);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(ended.stderr).toContain('no such station');
  });
});
