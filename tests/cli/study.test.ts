import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_V, line, load, source, transformer } from '../study/network/circuits';
import { csvOf, jsonOf, workplace } from './command';
import { buses, lineOf, RING, run, tableOf, WEAK, written } from './studyCommand';

const { path, remove } = workplace();
const table = (kind: string, file: string, ...args: string[]) =>
  tableOf(path('table.csv'), kind, file, ...args);
/** 69.28 kW at 100 A and 400 V. */
const RATED_KW = (Math.sqrt(3) * 400 * 100) / 1000;
let weak = '';
let ring = '';

beforeAll(() => {
  weak = written(path('weak.json'), WEAK);
  ring = written(path('ring.json'), RING);
});
afterAll(remove);

describe('short-circuit', () => {
  /** c U / (sqrt 3 |Z|) with the source's 1 + j4 mohm and the line's 20 + j8 mohm, zero sequence the same. */
  const kiloAmpere = (c: number, lineFactor: number) =>
    (c * BASE_V) / Math.hypot(0.001 + 0.02 * lineFactor, 0.012) / 1000;

  it('is that of two buses by hand: cold with c = 1.1, and hot with c = 0.9', async () => {
    const { columns, rows, row, ended } = await table('short-circuit', ring, '--bus', 'a');
    expect(columns).toEqual(['fault', 'conductors', 'max_ka', 'min_ka']);
    expect(rows.map((cells) => `${cells[0]} ${cells[1]}`)).toContain('phase-earth 3');
    const [most, least] = [kiloAmpere(1.1, 1), kiloAmpere(0.9, 1 + 0.004 * 140)];
    for (const [fault, share] of [
      ['three-phase', 1],
      ['two-phase', Math.sqrt(3) / 2],
      ['phase-earth', 1],
    ] as const) {
      expect(Number(row(fault)[2])).toBeCloseTo(most * share, 8);
      expect(Number(row(fault)[3])).toBeCloseTo(least * share, 8);
    }
    expect(ended.stdout).toContain('nominal voltage 0.4 kV');
    expect(lineOf(ended, 'max:')).toMatch(/c = 1.1, conductors at 20 degC.*IEC 60909-0/);
    expect(lineOf(ended, 'min:')).toMatch(/c = 0.9, conductors at 160 degC/);
    expect(ended.stdout).not.toContain('limits:');
  });

  it('takes other factors and temperatures', async () => {
    const args = ['--bus', 'a', '--c-max', '1.05', '--c-min', '0.95', '--conductor-temp', '70'];
    const { row } = await table('short-circuit', ring, ...args);
    expect(Number(row('three-phase')[2])).toBeCloseTo(kiloAmpere(1.05, 1), 8);
    expect(Number(row('three-phase')[3])).toBeCloseTo(kiloAmpere(0.95, 1.2), 8);
  });

  it('asks for c = 1 above 1 kV', async () => {
    const file = written(path('mv.json'), {
      sources: [source('mv', { voltageV: 10_000 / Math.sqrt(3), r: 0.1, x: 0.5 })],
      transformers: [transformer('t', 'mv', 'lv')],
      buses: [{ id: 'mv', baseVoltageV: 10_000 / Math.sqrt(3) }, ...buses('lv')],
    });
    const { row, ended } = await table('short-circuit', file, '--bus', 'MV');
    expect(Number(row('three-phase')[3])).toBeCloseTo(10 / Math.sqrt(3) / Math.hypot(0.1, 0.5), 6);
    expect(lineOf(ended, 'min:')).toContain('c = 1,');
    expect(lineOf(await run('short-circuit', file, '--bus', 'lv'), 'min:')).toContain('c = 0.9,');
  });
});

describe('can-connect', () => {
  const ask = (...args: string[]) => run('can-connect', weak, '--bus', 'a', '--pf', '1', ...args);

  it('says yes with what comes nearest to its limit', async () => {
    const ended = await ask('--kw', '60');
    expect(lineOf(ended, 'answer')).toBe('answer (screening): yes');
    expect(lineOf(ended, 'nearest to its limit')).toMatch(/loading of line sa: 8[67]\S* % \(limit 100 %\)/);
    expect(lineOf(ended, 'margin')).toMatch(/ 1[23]\S* %/);
  });

  it('says yes, if it is less, and how much', async () => {
    const ended = await ask('--kw', '80', '--out', path('answer.csv'));
    const { columns, rows } = csvOf(path('answer.csv'));
    const atMostKw = Number(rows[0]![columns.indexOf('at_most_kw')]);
    // The voltage falls by less than a tenth of a per cent.
    expect(atMostKw).toBeLessThan(RATED_KW);
    expect(atMostKw).toBeGreaterThan(RATED_KW * 0.985);
    expect(lineOf(ended, 'answer')).toMatch(/^answer \(screening\): yes, if at most 6[89]\S* kW$/);
    expect(lineOf(ended, 'what stops it')).toMatch(/loading of line sa: 11\S* % \(limit 100 %\)/);
  });

  it('offers three phases for what one cannot carry, and takes generation', async () => {
    const ended = await ask('--kw', '30', '--phases', '2', '--generation');
    expect(lineOf(ended, 'can it connect')).toContain('30 kW of generation at bus a (phase 2,');
    expect(lineOf(ended, 'answer')).toContain('yes, if connected to three phases');
  });

  it('says no to what is far too much, and exit code 0 as for any answer', async () => {
    const ended = await ask('--kw', '900');
    expect([ended.code, lineOf(ended, 'answer')]).toEqual([0, 'answer (screening): no']);
  });

  it('tries a quiet hour when told how quiet', async () => {
    const file = written(path('busy.json'), {
      sources: [source('s', { r: 1e-4, x: 0 })],
      lines: [line('sa', 's', 'a', { r: 1e-3, x: 0, ratedCurrentA: 100 })],
      loads: [load('one', 'a', 60e3)],
    });
    const args = ['--bus', 'a', '--kw', '40', '--pf', '1'];
    const answer = async (...more: string[]) =>
      lineOf(await run('can-connect', file, ...args, ...more), 'answer');
    expect(await answer()).not.toContain('quiet');
    expect(await answer('--off-peak', '0.2')).toContain('at a quiet hour (loads x 0.2, generation x 1)');
    expect(await answer('--off-peak', '0.9')).not.toContain('quiet');
  });

  it('writes the whole answer as JSON without a number that is none', async () => {
    await ask('--kw', '5000', '--out', path('answer.json'));
    const answer = jsonOf(path('answer.json')) as { study: string; result: Record<string, unknown> };
    expect(answer.study).toBe('can-connect');
    expect(answer.result).toMatchObject({ label: 'screening', verdict: 'no', question: { pW: 5e6 } });
    expect(readFileSync(path('answer.json'), 'utf8')).not.toMatch(/NaN|Infinity/);
  });
});

describe('hosting-capacity', () => {
  it('of a bus is what its line carries, and says screening with its conditions', async () => {
    const args = ['--bus', 'a', '--technology', 'ev', '--three-phase', '--draws', '2', '--max', '500'];
    const { ended, rows } = await table('hosting-capacity', weak, ...args);
    expect(rows.map(([draw]) => draw)).toEqual(['0', '1']);
    for (const [, kw, , element, , , label] of rows) {
      expect(Number(kw)).toBeLessThan(RATED_KW);
      expect(Number(kw)).toBeGreaterThan(RATED_KW - 1.5);
      expect([element, label]).toEqual(['sa', 'screening']);
    }
    for (const word of ['smallest', 'median', 'largest']) {
      expect(lineOf(ended, word)).toMatch(/^\w+ \(screening\): 6[89]\S* kW, then loading of line sa/);
    }
    expect(ended.stdout).toContain('1 site, 2 draws, seed 1');
    expect(ended.stdout).toContain('units of 7.4 kW');
  });

  it('of single-phase units is a range, the same again with the same seed and no other', async () => {
    const rows = async (...more: string[]) =>
      (await table('hosting-capacity', weak, '--bus', 'a', '--technology', 'load', '--draws', '6', ...more))
        .rows;
    const first = await rows();
    const kw = first.map((row) => Number(row[1]));
    expect(Math.max(...kw)).toBeGreaterThan(Math.min(...kw));
    // One phase alone reaches its rating first.
    expect(Math.max(...kw)).toBeLessThan(RATED_KW);
    expect(Math.min(...kw)).toBeGreaterThan(RATED_KW / 3 - 2);
    expect(await rows('--seed', '1')).toEqual(first);
    expect(await rows('--seed', '2')).not.toEqual(first);
  });

  it('of a feeder stands at its loads; nothing that binds is said to be at least', async () => {
    const { ended } = await table('hosting-capacity', ring, '--feeder', 'SA', '--max', '10', '--draws', '3');
    expect(ended.stdout).toContain('2 sites, 3 draws');
    expect(lineOf(ended, 'smallest')).toBe('smallest (screening): at least 10 kW, all that was tried');
    expect(lineOf(ended, 'nothing binds')).toBe('nothing binds up to 10 kW: 3 draws');
  });
});

describe('contingency', () => {
  it('names what loses supply and ranks the ties, those within limits first', async () => {
    const { ended, columns, rows } = await table('contingency', ring, '--open', 'sa');
    expect(lineOf(ended, 'lost supply')).toBe('lost supply: 2 buses, 2 loads (30 kW), 1 generator');
    const ranked = rows.map((row) => row[columns.indexOf('closed')]);
    expect(ranked).toHaveLength(4);
    expect(ranked[3]).toBe('thin');
    const thin = rows[3]!;
    // 26 kW at nearly 400 V are 37.5 A and more through a line of 30 A.
    const loading = Number(thin[columns.indexOf('largest_loading_percent')]);
    expect(loading).toBeGreaterThan((100 * 26e3) / (Math.sqrt(3) * 400) / 30);
    expect(loading).toBeLessThan(130);
    expect(thin[columns.indexOf('violations')]).toBe('1');
    for (const row of rows.slice(1)) {
      expect([row[columns.indexOf('restored_kw')], row[columns.indexOf('lost_kw')]]).toEqual(['30', '0']);
    }
    expect(lineOf(ended, 'no new or worse')).not.toBe('');
  });

  it('looks at one tie with --close, its violations after switching', async () => {
    const { ended, rows } = await table('contingency', ring, '--open', 'line.sa', '--close', 'thin');
    expect(rows.map(([, closed]) => closed)).toEqual(['nothing (the outage alone)', 'thin']);
    expect(lineOf(ended, 'best')).toContain('restores 30 kW');
    expect(lineOf(ended, 'violations')).toMatch(/: 1, worst loading of line thin: 12\S* % \(limit 100 %\)$/);
  });

  it('with nothing to close leaves them without', async () => {
    const { ended, rows } = await table('contingency', weak, '--open', 'sa');
    expect(rows).toHaveLength(1);
    expect(lineOf(ended, 'lost supply')).toBe('lost supply: 1 bus, 0 loads (0 kW), 0 generators');
    expect(lineOf(ended, 'no open line')).not.toBe('');
  });
});
