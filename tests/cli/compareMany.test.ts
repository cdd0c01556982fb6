import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { readCsv } from '../../src/io';
import type { Measure } from '../../src/model/scenario';
import { inThisProcess, type Ended, jsonOf, snapshot, street, workplace } from './command';

// Several years each.
vi.setConfig({ testTimeout: 180_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');

function scenarioFile(name: string, measures: readonly Partial<Measure>[], change: object = {}): string {
  const scenario = {
    schema: 'gridtwin-scenario/2',
    id: name,
    name: `The ${name}`,
    description: '',
    base: { districtId: 'street', sha256: 'another' },
    year: 2035,
    seed: 1,
    measures: measures.map((measure) => ({ adoption: 1, parameters: {}, ...measure })),
    ...change,
  };
  writeFileSync(path(`${name}.scenario.json`), JSON.stringify(scenario));
  return path(`${name}.scenario.json`);
}

const pumps = { id: 'pumps', type: 'heatPumps' } as const;
const cars = { id: 'cars', type: 'vehiclesUnmanaged' } as const;
let A: string;
let B: string;

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(8));
  const ended = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
  A = scenarioFile('pumps', [pumps]);
  B = scenarioFile('both', [pumps, cars]);
}, 120_000);
afterAll(remove);

const tableOf = (file: string) => {
  const read = readCsv(readFileSync(file, 'utf8'), file);
  if (!read.ok) throw new Error(read.issues[0]!.message);
  return read.value;
};

describe('compare with a folder to write to', () => {
  interface Written {
    status: string;
    baseline: string;
    evaluations: number;
    scenarios: { key: string; resultHash: string; sentences: string[] }[];
    kpis: { id: string; cells: { scenarioKey: string; value: number; delta: number; verdict: string }[] }[];
    decision: { words: string[] };
  }
  let ended: Ended;
  beforeAll(async () => {
    ended = await inThisProcess(
      ...['compare', DISTRICT, '--scenario', A, '--scenario', B, '--scenario', 'baseline'],
      ...['--baseline', 'baseline', '--weights', 'carbon=1,peakImport=1', '--veto', 'peakImport=1 GW'],
      ...['--out', path('out')],
    );
  }, 120_000);

  it('writes table, attribution, curves, nodes, elements and money, and prints the table', () => {
    expect(ended.code, ended.stderr).toBe(0);
    expect(readdirSync(path('out')).sort()).toEqual([
      'attribution.json',
      'bills.csv',
      'burden.csv',
      'cash_flows.csv',
      'curves.csv',
      'elements.csv',
      'households.csv',
      'matrix.csv',
      'nodes.csv',
      'present_values.csv',
      'report.html',
      'table.csv',
      'table.json',
      'u4ssc.csv',
    ]);
    expect(ended.stdout.split('\n')[0]).toMatch(/The pumps +Change +The both +Change +Baseline/);
    expect(ended.stdout).toContain('1. ');
    expect(ended.stdout).toContain('Over 25 years at 2 %, 4 %, 7 %, before grants');
    expect(ended.stderr).toContain('3 of 3 scenarios');
  });

  it('holds all scenarios against the baseline that is named, in CSV and JSON alike', () => {
    const written = jsonOf(path('out/table.json')) as Written;
    expect([written.status, written.baseline]).toEqual(['complete', 'baseline']);
    expect(written.scenarios.map(({ key }) => key)).toEqual(['pumps', 'both', 'baseline']);
    expect(written.scenarios[0]!.sentences.some((text) => text.startsWith('Heat pumps is new'))).toBe(true);
    const fuel = written.kpis.find(({ id }) => id === 'fuel')!;
    expect(fuel.cells.map(({ verdict }) => verdict)).toEqual(['better', 'better', 'same']);
    const { columns, rows } = tableOf(path('out/table.csv'));
    const cell = (row: readonly string[], name: string) => row[columns.indexOf(name)];
    const found = rows.filter((row) => cell(row, 'kpi') === 'fuel');
    expect(found.map((row) => Number(cell(row, 'value')))).toEqual(fuel.cells.map(({ value }) => value));
    expect(found.map((row) => Number(cell(row, 'delta')))).toEqual(fuel.cells.map(({ delta }) => delta));
    expect(rows.every((row) => cell(row, 'quality') !== '')).toBe(true);
    // No measures, one, or both: the cars alone are one year more.
    expect(written.evaluations).toBe(4);
  });

  it('shares the difference among measures, which sum to it', () => {
    interface Attributed {
      scenario: string;
      players: { id: string }[];
      kpis: { id: string; delta: number; shares: { value: number }[] }[];
    }
    const { differences } = jsonOf(path('out/attribution.json')) as { differences: Attributed[] };
    expect(differences.map(({ scenario, players }) => [scenario, players.map(({ id }) => id)])).toEqual([
      ['pumps', ['pumps']],
      ['both', ['pumps', 'cars']],
    ]);
    const peak = differences[1]!.kpis.find(({ id }) => id === 'electricityUse')!;
    expect(peak.delta).toBeGreaterThan(0);
    expect(peak.shares.reduce((sum, { value }) => sum + value, 0) / peak.delta).toBeCloseTo(1, 9);
  });

  it('gives every hour of every scenario, side by side and by size', () => {
    const { columns, rows } = tableOf(path('out/curves.csv'));
    expect(rows).toHaveLength(8760);
    const curves: number[][] = [];
    for (const key of ['pumps', 'both', 'baseline']) {
      const column = (name: string) => rows.map((row) => Number(row[columns.indexOf(name)]));
      const hourly = column(`district ${key} kW`);
      expect(column(`district ${key} duration kW`)).toEqual([...hourly].sort((a, b) => b - a));
      curves.push(hourly);
    }
    // Three scenarios, three curves: none is empty or another one's.
    expect(curves.every((hourly) => Math.max(...hourly) > 0)).toBe(true);
    expect(new Set(curves.map((hourly) => hourly.join())).size).toBe(3);
    const elements = tableOf(path('out/elements.csv'));
    expect(new Set(elements.rows.map(([key]) => key))).toEqual(new Set(['pumps', 'both']));
    expect(new Set(elements.rows.map(([, kind]) => kind))).toEqual(new Set(['transformer', 'line', 'bus']));
  });
});

describe('compare without a folder', () => {
  it('takes two scenarios the other way round when the second is the baseline', async () => {
    const args = ['compare', DISTRICT, '--scenario', 'baseline', '--scenario', A, '--json'];
    interface Pair {
      a: string;
      b: string;
      kpis: { id: string; a: number; delta: number | null }[];
    }
    const ways = [await inThisProcess(...args), await inThisProcess(...args, '--baseline', A)];
    const [there, back] = ways.map(({ stdout }) => JSON.parse(stdout) as Pair) as [Pair, Pair];
    expect([there.a, there.b, back.a, back.b]).toEqual(['Baseline', 'The pumps', 'The pumps', 'Baseline']);
    expect(back.kpis.map(({ delta }) => delta)).toEqual(
      there.kpis.map(({ delta }) => (delta === 0 || delta === null ? delta : -delta)),
    );
    expect(there.kpis.filter(({ delta }) => delta !== 0).length).toBeGreaterThan(3);
  });
});

describe('sensitivity', () => {
  it('runs one year for prices, prints what matters most first, and draws reproducibly', async () => {
    const args = [
      ...[
        'sensitivity',
        DISTRICT,
        '--scenario',
        A,
        '--kpi',
        'energyCost,carbon',
        '--monte-carlo',
        '40',
        '--seed',
        '5',
      ],
      ...[
        '--input',
        'gasPriceEurPerKwh=0.05:0.3',
        '--input',
        'electricityPriceEurPerKwh',
        '--input',
        'gridCarbonKgPerKwh',
      ],
    ];
    const ended = await inThisProcess(...args, '--out', path('what'));
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('given on the command line');
    expect(ended.stdout).toMatch(/40 of 40 draws, seed 5\n/);
    expect(ended.stdout).toMatch(/after 20 draws: /);
    expect(readdirSync(path('what')).sort()).toEqual(['draws.csv', 'sensitivity.json', 'tornado.csv']);
    interface Written {
      tornado: { status: string; evaluations: number; rows: { input: { id: string } }[] };
      monteCarlo: {
        status: string;
        evaluations: number;
        spreads: { p10: number; p50: number; p90: number; values: number[] }[];
      };
    }
    const { tornado, monteCarlo } = jsonOf(path('what/sensitivity.json')) as Written;
    expect([tornado.status, tornado.evaluations]).toEqual(['complete', 1]);
    expect([monteCarlo.status, monteCarlo.evaluations]).toEqual(['complete', 1]);
    expect(tornado.rows).toHaveLength(3);
    const [cost] = monteCarlo.spreads;
    expect(cost!.p10 < cost!.p50 && cost!.p50 < cost!.p90).toBe(true);
    const draws = tableOf(path('what/draws.csv'));
    expect(draws.rows.map((row) => Number(row[draws.columns.indexOf('energyCost')]))).toEqual(cost!.values);
    const again = await inThisProcess(...args, '--json');
    expect((JSON.parse(again.stdout) as Written).monteCarlo.spreads[0]!.values).toEqual(cost!.values);
  });
});

describe('a command that cannot be', () => {
  it.each([
    ['no weights for veto lines', ['compare', '--veto', 'carbon=5'], ['--weights']],
    ['a weight that is none', ['compare', '--weights', 'carbon=much'], ['much', 'carbon=2']],
    ['a weight below nothing', ['compare', '--weights', 'carbon=-1'], ['-1', 'zero or more']],
    ['weights without a name', ['compare', '--weights', '3'], ['--weights 3', 'KPI=WEIGHT']],
    ['no permutations', ['compare', '--permutations', '0'], ['--permutations', '0']],
    ['a baseline that is nowhere', ['compare', '--baseline', 'nowhere'], ['nowhere', 'does not exist']],
    ['no indicator', ['sensitivity', '--scenario', 'baseline'], ['an indicator']],
    [
      'no draws',
      ['sensitivity', '--scenario', 'baseline', '--kpi', 'carbon', '--monte-carlo', '1.5'],
      ['1.5'],
    ],
    [
      'an input that is none',
      ['sensitivity', '--scenario', 'baseline', '--kpi', 'carbon', '--input', 'magic'],
      ['magic', 'gasPrimary'],
    ],
    [
      'a range that is none',
      ['sensitivity', '--scenario', 'baseline', '--kpi', 'carbon', '--input', 'gasPrimary=3'],
      ['gasPrimary=3', 'LOW:HIGH'],
    ],
    [
      'a range turned round',
      ['sensitivity', '--scenario', 'baseline', '--kpi', 'carbon', '--input', 'gasPrimary=2:1'],
      ['2 to 1'],
    ],
  ])('%s is refused with a remedy before anything runs', async (_, [name, ...args], words) => {
    const before = snapshot(path('.'));
    const scenarios = name === 'compare' ? ['--scenario', 'baseline', '--scenario', A] : [];
    const ended = await inThisProcess(name!, DISTRICT, ...scenarios, ...args, '--out', path('never'));
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(snapshot(path('.'))).toEqual(before);
  });

  it('a wish for what is no indicator is refused after the first year, with nothing written', async () => {
    const ended = await inThisProcess(
      ...['compare', DISTRICT, '--scenario', 'baseline', '--scenario', B, '--weights', 'magic=1'],
      ...['--out', path('never')],
    );
    expect([ended.code, ended.stdout, existsSync(path('never'))]).toEqual([1, '', false]);
    expect(ended.stderr).toContain('There is no such indicator.');
    expect(ended.stderr).toContain('peakImport');
  });
});
