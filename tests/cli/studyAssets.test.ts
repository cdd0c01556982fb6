import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BASE_V, line, load, source, transformer } from '../study/network/circuits';
import { workplace } from './command';
import { buses, lineOf, run, tableOf, written } from './studyCommand';

const { path, remove } = workplace();
const table = (kind: string, file: string, ...args: string[]) =>
  tableOf(path('table.csv'), kind, file, ...args);
afterAll(remove);

/** Source s - a - b; the first line is fused, and so is the second. */
const street = (rOfFirst: number) => ({
  sources: [source('s')],
  lines: [line('sa', 's', 'a', { r: rOfFirst, x: 0.008 }), line('ab', 'a', 'b', { r: 0.1, x: 0.01 })],
});

/** Phase to earth at b: sqrt(3) c U / |Z1 + Z2 + Z0| = c U / |Z|, as all sequences are alike; 160 degC against 20. */
const amperes = (rOhm: number, xOhm: number) =>
  (0.9 * BASE_V) / Math.hypot(0.001 + 1.56 * rOhm, 0.004 + xOhm);

describe('fuse-check', () => {
  let thick = '';
  let thin = '';
  beforeAll(() => {
    thick = written(path('thick.json'), street(0.02));
    thin = written(path('thin.json'), street(0.2));
    // Two-phase faults at a: 5.2 kA with 0.02 ohm, 0.57 kA with 0.2 ohm; at b 0.95 and 0.38 kA.
    writeFileSync(
      path('fuses.csv'),
      'fuse,line,rated_a,within_s,minimum_a,source\nF1,SA,315,5,1000,sheet 7\nF1,sa,315,0.4,5500,sheet 7\nF2,ab,100,5,580,\n',
    );
  });
  const fuses = () => ['--fuses', path('fuses.csv')];

  it('judges each fuse by the smallest fault up to the next one, and says its figures', async () => {
    const { columns, row, ended } = await table('fuse-check', thick, ...fuses());
    expect(columns.slice(0, 7)).toEqual([
      'fuse',
      'line',
      'verdict',
      'fault',
      'bus',
      'smallest_a',
      'needed_a',
    ]);
    expect(row('F1').slice(0, 5)).toEqual(['F1', 'sa', 'clears', 'two-phase', 'a']);
    // Two phases: sqrt(3) / 2 of the others.
    expect(Number(row('F1')[5])).toBeCloseTo((amperes(0.02, 0.008) * Math.sqrt(3)) / 2, 4);
    expect(Number(row('F2')[5])).toBeCloseTo((amperes(0.12, 0.018) * Math.sqrt(3)) / 2, 4);
    expect(row('F2').slice(0, 5)).toEqual(['F2', 'ab', 'clears', 'two-phase', 'b']);
    expect(lineOf(ended, 'too slow')).toBe('too slow: 0 fuses');
    expect(lineOf(ended, 'no circuit to compare')).not.toBe('');
  });

  it('names the fuses that a change of cables has taken their clearing from', async () => {
    const { row, ended } = await table('fuse-check', thin, ...fuses(), '--before', thick);
    expect(lineOf(ended, 'lost by the change')).toBe('lost by the change: 2 fuses: F1, F2');
    expect(row('F1')[2]).toBe('too slow');
    expect(row('F1')[7]).toBe('clears');
    expect(Number(row('F1')[8])).toBeCloseTo((amperes(0.02, 0.008) * Math.sqrt(3)) / 2, 4);
    const back = await run('fuse-check', thick, ...fuses(), '--before', thin);
    expect(lineOf(back, 'lost by the change')).toMatch(/: none/);
  });

  it('takes the time, the faults, the factor and the temperature asked for', async () => {
    const at = async (...more: string[]) => (await table('fuse-check', thick, ...fuses(), ...more)).row('F1');
    const earth = ['--faults', 'phase-earth'];
    expect(Number((await at(...earth))[5])).toBeCloseTo(amperes(0.02, 0.008), 4);
    expect((await at(...earth, '--within', '0.4')).slice(2, 4)).toEqual(['clears', 'phase-earth']);
    expect((await at('--within', '0.4'))[2]).toBe('too slow');
    expect((await at('--within', '0.1'))[2]).toBe('no data');
    const cold = await at(...earth, '--conductor-temp', '20', '--c-min', '1');
    expect(Number(cold[5])).toBeCloseTo(BASE_V / Math.hypot(0.021, 0.012), 4);
  });

  it.each([
    ['a line that is not there', 'F1,nowhere,315,5,1000,x\n', ['no line "nowhere"', 'line 2']],
    ['an empty figure', 'F1,sa,315,5,,x\n', ['minimum_a', 'no number above 0']],
    ['one fuse on two lines', 'F1,sa,315,5,900,x\nF1,ab,315,5,900,x\n', ['F1', 'another line', 'line 3']],
    ['no fuses', '', ['no fuses']],
  ])('refuses %s', async (_, text, words) => {
    writeFileSync(path('bad.csv'), `fuse,line,rated_a,within_s,minimum_a,source\n${text}`);
    const ended = await run('fuse-check', thick, '--fuses', path('bad.csv'));
    for (const word of words) expect(ended.stderr).toContain(word);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
  });

  it('names an unreadable figure of a second row once, and not as another rating or line', async () => {
    const refused = async (second: string) => {
      writeFileSync(
        path('bad.csv'),
        `fuse,line,rated_a,within_s,minimum_a,source\nF1,sa,315,5,900,x\n${second}\n`,
      );
      return (await run('fuse-check', thick, '--fuses', path('bad.csv'))).stderr.trim().split('\n');
    };
    expect(await refused('F1,sa,3I5,0.4,5500,x')).toEqual([expect.stringContaining('"3I5" is no number')]);
    expect(await refused('F1,,315,0.4,5500,x')).toEqual([expect.stringContaining('no line ""')]);
    expect(await refused('F1,sa,250,0.4,5500,x')).toEqual([expect.stringContaining('another rating')]);
  });

  it('refuses a fault of another name, and a column that is missing', async () => {
    const named = await run('fuse-check', thick, ...fuses(), '--faults', 'earth');
    expect([named.code, named.stderr]).toEqual([1, expect.stringContaining('phase-earth')]);
    writeFileSync(path('bad.csv'), 'fuse,line,rated_a,within_s\nF1,sa,315,5\n');
    const short = await run('fuse-check', thick, '--fuses', path('bad.csv'));
    expect([short.code, short.stderr]).toEqual([1, expect.stringContaining('minimum_a')]);
  });
});

describe('ageing', () => {
  let station = '';
  // 400 kVA at 400 V; the load draws its rated current at 1 pu: constant current follows no voltage.
  const full = (kw: number) =>
    load('town', 'lv', 1000 * kw, { model: { kind: 'constantCurrent' }, qVar: 0, ratedVoltageV: 400 });
  beforeAll(() => {
    station = written(path('station.json'), {
      sources: [source('mv', { voltageV: 10_000 / Math.sqrt(3), r: 1e-4, x: 1e-4 })],
      transformers: [transformer('T', 'mv', 'lv')],
      lines: [],
      loads: [full(400)],
      buses: [{ id: 'mv', baseVoltageV: 10_000 / Math.sqrt(3) }, ...buses('lv')],
    });
    writeFileSync(path('rated.csv'), `town\n${'400\n'.repeat(48)}`);
    writeFileSync(path('more.csv'), `town\n${'520\n'.repeat(240)}`);
  });
  const ask = (...args: string[]) => table('ageing', station, '--step-size', '1h', ...args);

  it('spends a year in a year at rated current and 20 degC: 98 degC, ageing rate 1', async () => {
    const { row, columns, ended } = await ask('--year', path('rated.csv'));
    const cell = (name: string) => Number(row('T')[columns.indexOf(name)]);
    expect(cell('load_max_percent')).toBeCloseTo(100, 5);
    expect(cell('hot_spot_max_degc')).toBeCloseTo(98, 4);
    expect(cell('mean_ageing_rate')).toBeCloseTo(1, 5);
    expect(cell('loss_of_life_h')).toBeCloseTo(48, 3);
    expect(cell('life_used_percent')).toBeCloseTo((100 * 48) / 180_000, 6);
    expect(cell('years_at_this_pace')).toBeCloseTo(180_000 / 8760, 3);
    expect(lineOf(ended, 'ambient')).toContain('20 degC (by default');
    expect(lineOf(ended, 'hot spot above 140')).toMatch(/none$/);
  });

  it('is 64.7 times as fast at 130 %, twice as fast in an enclosure 6 K warmer, and slower in the cold', async () => {
    const rate = async (...args: string[]) => {
      const { row, columns } = await ask(...args);
      return Number(row('T')[columns.indexOf('mean_ageing_rate')]);
    };
    expect(await rate('--year', path('more.csv'))).toBeCloseTo(64.7, 0);
    expect(await rate('--year', path('rated.csv'), '--enclosure', '6')).toBeCloseTo(2, 4);
    expect(await rate('--year', path('rated.csv'), '--ambient', '14')).toBeCloseTo(0.5, 4);
    // Upgraded paper: exp(15000/383 - 15000/371).
    const upgraded = await rate('--year', path('rated.csv'), '--paper', 'upgraded');
    expect(upgraded).toBeCloseTo(0.2817, 4);
  });

  it('goes by current: the same power at a low voltage ages more', async () => {
    const rateAt = async (pu: number) => {
      const file = written(path('low.json'), {
        sources: [source('mv', { voltageV: (pu * 10_000) / Math.sqrt(3), r: 1e-4, x: 1e-4 })],
        transformers: [transformer('T', 'mv', 'lv')],
        lines: [],
        loads: [load('town', 'lv', 400e3)],
        buses: [{ id: 'mv', baseVoltageV: 10_000 / Math.sqrt(3) }, ...buses('lv')],
      });
      const { row, columns } = await table('ageing', file, '--year', path('rated.csv'), '--step-size', '1h');
      return Number(row('T')[columns.indexOf('mean_ageing_rate')]);
    };
    expect(await rateAt(0.95)).toBeGreaterThan(1.5 * (await rateAt(1)));
  });

  it('is refused without a year of loads, for shapes that are not there, and for a transformer nobody has', async () => {
    for (const [args, word] of [
      [[], '--year is missing'],
      [['--year', 'shapes'], 'no load or generator in service has a shape'],
      [['--year', path('rated.csv'), '--transformer', 'U'], 'Nearest: T'],
      [['--year', path('rated.csv'), '--ambient', '20', '--weather', 'x.epw'], 'do not go together'],
      [['--year', path('rated.csv'), '--steps', '3'], '--steps goes with'],
    ] as const) {
      const ended = await run('ageing', station, ...args);
      expect([ended.code, ended.stdout]).toEqual([1, '']);
      expect(ended.stderr).toContain(word);
    }
  });

  it('ends with 2 where a step has no solution', async () => {
    writeFileSync(path('heavy.csv'), 'town\n400\n400000\n');
    const file = written(path('heavy.json'), {
      sources: [source('mv', { voltageV: 10_000 / Math.sqrt(3), r: 1, x: 1 })],
      transformers: [transformer('T', 'mv', 'lv')],
      lines: [],
      loads: [load('town', 'lv', 400e3)],
      buses: [{ id: 'mv', baseVoltageV: 10_000 / Math.sqrt(3) }, ...buses('lv')],
    });
    const ended = await run('ageing', file, '--year', path('heavy.csv'), '--step-size', '1h');
    expect([ended.code, ended.stderr]).toEqual([2, expect.stringContaining('no solution in 1 of 2 steps')]);
  });
});
