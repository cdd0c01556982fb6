import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_V, line, load, source } from '../study/network/circuits';
import { csvOf, gridtwin, workplace } from './command';
import { lineOf, RING, run, tableOf, written } from './studyCommand';

const { path, remove } = workplace();
const table = (kind: string, file: string, ...args: string[]) =>
  tableOf(path('table.csv'), kind, file, ...args);
const IEEE_13 = new URL('../validation/powerflow/circuits/ieee13/', import.meta.url).pathname;
let ring = '';

beforeAll(() => {
  ring = written(path('ring.json'), RING);
});
afterAll(remove);

describe('balance', () => {
  it('sums kilowatts behind each element against its rating', async () => {
    const { columns, row } = await table('balance', ring);
    expect(columns).toEqual([
      ...['kind', 'element', 'net_kw', 'rating_kva'],
      ...['balance_loading_percent', 'flow_loading_percent', 'in_loop'],
    ]);
    const rating = (Math.sqrt(3) * 400 * 250) / 1000;
    expect(row('sa').slice(2, 5).map(Number)).toEqual([
      26,
      expect.closeTo(rating, 9) as number,
      expect.closeTo(2600 / rating, 9) as number,
    ]);
    expect(Number(row('ab')[2])).toBe(16);
    expect(Number(row('sa')[5])).toBeGreaterThan(2600 / rating);
  });

  it('names the voltages that a sum cannot see', async () => {
    const file = written(path('long.json'), {
      sources: [source('s')],
      lines: [line('sa', 's', 'a', { r: 0.5 })],
      loads: [load('one', 'a', 40e3)],
    });
    const { ended } = await table('balance', file);
    expect(lineOf(ended, 'overloaded by the sum')).toBe('overloaded by the sum: 0 elements');
    expect(lineOf(ended, 'called fine by the sum')).toMatch(/: 3$/);
    expect(lineOf(ended, 'voltage too low')).toMatch(/bus a, phase \d: 0\.8\d+ pu \(limit 0.9 pu\)/);
  });
});

describe('profile', () => {
  it('gives voltage against distance per phase, nearest first', async () => {
    const { columns, rows, ended } = await table('profile', ring);
    expect(columns).toEqual(['bus', 'phase', 'distance_m', 'v_pu', 'base_voltage_volt']);
    expect(rows.map(([bus, phase, distanceM]) => `${bus}.${phase} ${distanceM}`)).toEqual(
      [
        ['s', 0],
        ['a', 100],
        ['b', 200],
      ].flatMap(([bus, distanceM]) => [1, 2, 3].map((phase) => `${bus}.${phase} ${distanceM}`)),
    );
    expect(lineOf(ended, 'lowest')).toMatch(/pu at bus b, phase \d, 200 m from the source$/);
  });

  it('has the voltage of a single line by hand', async () => {
    const file = written(path('one.json'), {
      sources: [source('s', { r: 0.01, x: 0 })],
      lines: [line('sa', 's', 'a', { r: 0.09, x: 0 })],
      loads: [load('one', 'a', 30e3)],
    });
    // V = E/2 + sqrt(E^2/4 - R P), P per phase, R source and line.
    const wanted = (BASE_V / 2 + Math.sqrt((BASE_V * BASE_V) / 4 - 0.1 * 10e3)) / BASE_V;
    const { row } = await table('profile', file);
    expect(Number(row('a')[3])).toBeCloseTo(wanted, 9);
    const pairs = await table('profile', file, '--between', 'phases');
    expect(pairs.row('a')[1]).toBe('1-2');
    expect(Number(pairs.row('a')[3])).toBeCloseTo(wanted, 9);
    expect(Number(pairs.row('a')[4])).toBeCloseTo(400, 9);
  });

  it('asks EN 50160 at 50 Hz, ANSI at 60 Hz, and the other one when told', async () => {
    const limits = async (file: string, ...args: string[]) =>
      lineOf(await run('profile', file, ...args), 'limits');
    const american = written(path('american.json'), {
      sources: [source('s')],
      lines: [line('sa', 's', 'a')],
      baseFrequencyHz: 60,
    });
    expect(await limits(ring)).toMatch(
      /^limits: en50160 \(by default at 50 Hz\): EN 50160.*screening of one step$/,
    );
    expect(await limits(american)).toMatch(/^limits: ansi \(by default at 60 Hz\): ANSI C84.1/);
    expect(await limits(american, '--limits', 'EN50160')).toMatch(/^limits: en50160: EN 50160/);
    expect(await limits(ring, '--limits', 'ansi')).toMatch(/^limits: ansi: ANSI/);
  });
});

describe('topology', () => {
  it('tells phases carried, islands and buses without supply', async () => {
    const file = written(path('parts.json'), {
      sources: [source('s')],
      lines: [
        line('sa', 's', 'a'),
        line('tap', 'a', 'b', { nodes: [2] }),
        line('far', 'b', 'c', { nodes: [1, 2] }),
        line('open', 'a', 'd', { open: true }),
        line('de', 'd', 'e'),
      ],
    });
    const { columns, row, ended } = await table('topology', file);
    expect(columns).toEqual(['kind', 'id', 'island', 'state', 'phases', 'carried_phases']);
    expect(row('sa')).toEqual(['line', 'sa', 's', 'closed', '1 2 3', '1 2 3']);
    expect(row('tap').slice(3)).toEqual(['closed', '2', '2']);
    expect(row('far').slice(3)).toEqual(['closed', '1 2', '2']);
    expect(row('open').slice(3)).toEqual(['open', '1 2 3', '']);
    expect(row('de').slice(2)).toEqual(['d', 'closed', '1 2 3', '']);
    const bus = (id: string) =>
      csvOf(path('table.csv')).rows.find(([kind, name]) => kind === 'bus' && name === id)!;
    expect([bus('a')[3], bus('c')[3], bus('e')[3]]).toEqual(['fed', 'partly fed', 'unfed']);
    expect(lineOf(ended, 'island d')).toBe('island d: 2 buses, no source, radial');
    expect(lineOf(ended, 'bus e')).toBe('bus e: unfed on phase 1, 2, 3');
    expect(ended.stdout).not.toContain('limits:');
  });
});

describe('unbalance', () => {
  it('gives both definitions, by hand for one loaded phase', async () => {
    const file = written(path('lame.json'), {
      sources: [source('s', { r: 0.01, x: 0 })],
      lines: [line('sa', 's', 'a', { r: 0.09, x: 0 })],
      loads: [load('one', 'a', 15e3, { nodes: [1, 0], model: { kind: 'constantImpedance' } })],
    });
    // Va = E R/(R + 0.1), the others E: V+ = (Va + 2E)/3, V- = (Va - E)/3.
    const ohm = (BASE_V * BASE_V) / 15e3;
    const va = ohm / (ohm + 0.1);
    const [ab, bc] = [Math.sqrt(va * va + va + 1), Math.sqrt(3)];
    const mean = (2 * ab + bc) / 3;
    const { columns, row, ended } = await table('unbalance', file);
    expect(columns).toEqual(['bus', 'iec_percent', 'nema_percent']);
    expect(Number(row('a')[1])).toBeCloseTo((100 * (1 - va)) / (va + 2), 8);
    expect(Number(row('a')[2])).toBeCloseTo((100 * (bc - mean)) / mean, 8);
    expect(Number(row('s')[1])).toBeLessThan(Number(row('a')[1]) / 5);
    expect(lineOf(ended, 'above the limit of the iec value')).toMatch(/: 0$/);
  });
});

describe('IEEE 13', () => {
  const file = `${IEEE_13}circuit.json`;

  it("has the reference's voltages in its profile, at the published distances", async () => {
    const { rows } = await table('profile', file);
    const found = new Map(rows.map(([bus, phase, , vPu]) => [`${bus}.${phase}`, Number(vPu)]));
    const expected = csvOf(`${IEEE_13}expected.csv`);
    const [node, vPu] = ['node', 'v_pu'].map((name) => expected.columns.indexOf(name));
    expect(expected.rows.length).toBe(41);
    expect(found.size).toBe(41);
    for (const row of expected.rows) {
      expect(Math.abs(found.get(row[node!]!)! - Number(row[vPu!]))).toBeLessThan(1e-5);
    }
    const distanceM = (id: string) => Number(rows.find(([name]) => name === id)![2]);
    // 2,000 ft to 632, 4,000 ft to 671, 5,000 ft to 680, 300 + 300 ft further than 671 to 611.
    const wanted: [string, number][] = [
      ['632', 2000],
      ['671', 4000],
      ['680', 5000],
      ['611', 4600],
    ];
    for (const [id, feet] of wanted) expect(distanceM(id)).toBeCloseTo(feet * 0.3048, 0);
  });

  it("carries the feeder's spot and distributed loads, 3,466 kW, and 1,3 / 3 / 1 on its laterals", async () => {
    const balance = await table('balance', file);
    expect(Number(balance.row('650632')[2])).toBeCloseTo(3466, 6);
    const { row } = await table('topology', file);
    expect([row('671684')[5], row('684611')[5], row('684652')[5]]).toEqual(['1 3', '3', '1']);
  });

  it('takes no 30 MW on phase 3 of bus 646, which has phases 2 and 3 and loads in delta', async () => {
    const args = ['can-connect', file, '--bus', '646', '--phases', '3'];
    expect(lineOf(await run(...args, '--kw', '30000'), 'answer')).toBe('answer (screening): no');
  });

  it('runs as the command that a user types', async () => {
    const args = ['short-circuit', file, '--bus', '671'];
    expect(await gridtwin('study', ...args)).toEqual(await run(...args));
  });
});
