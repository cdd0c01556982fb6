import { mkdirSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf, type Ended, gridtwin, inThisProcess, snapshot, workplace } from './command';

const { path, remove } = workplace();

const run = (...args: readonly string[]): Promise<Ended> => inThisProcess('powerflow', ...args);

const MAIN = `Clear
New Circuit.Street basekv=11 bus1=grid pu=1.0 MVAsc3=200 MVAsc1=180
Redirect "parts/LINES.dss"
New LoadShape.day npts=4 interval=1 mult=(0.5 1.0 0.25 0.75)
New Load.One bus1=b.1.2.3 phases=3 kv=0.4 kw=30 pf=0.95 yearly=day
New Load.Two bus1=b.2 phases=1 kv=0.230940107675850 kw=8 kvar=2 vminpu=0.97 yearly=day
Set voltagebases=[11 0.4]
Calcvoltagebases
Solve
`;

const LINES = `New Transformer.T1 phases=3 windings=2 buses=(grid a) conns=(delta wye) kvs=(11 0.4) kvas=(100 100) xhl=4 %loadloss=1.2
~ wdg=2 numtaps=32 maxtap=1.1 mintap=0.9
New Line.Cable bus1=a bus2=b length=0.15 units=km r1=0.3 x1=0.08 r0=0.9 x0=0.3 c1=0 c0=0 normamps=200
New Capacitor.Bank bus1=b phases=3 kv=0.4 kvar=12 numsteps=2 states=(0 0)
New RegControl.Tap transformer=T1 winding=2 vreg=240 band=3 ptratio=1 delay=15
New CapControl.Switch element=line.cable terminal=1 capacitor=Bank type=kvar onsetting=8 offsetting=-2 delay=30
`;

beforeAll(() => {
  mkdirSync(path('Parts'));
  writeFileSync(path('street.dss'), MAIN);
  writeFileSync(path('Parts/lines.DSS'), LINES);
  writeFileSync(path('hard.dss'), MAIN.replace('pf=0.95', 'pf=0.95 vminpu=0 vlowpu=0'));
  writeFileSync(path('kept.csv'), 'what was there');
  mkdirSync(path('folder.csv'));
});
afterAll(remove);

const lineOf = ({ stdout }: Ended, word: string): string =>
  stdout.split('\n').find((row) => row.startsWith(word)) ?? '';

const number = (text: string): number => Number(/-?\d+(\.\d+)?(e[-+]\d+)?/.exec(text)?.[0]);

/** Volts of a bus and phase in a file of voltages. */
function volts(file: string, bus: string, phase: number): number {
  const row = csvOf(file).rows.find(([id, node]) => id === bus && node === String(phase));
  return Number(row![3]);
}

describe('an OpenDSS script', () => {
  it('is solved with its includes, whatever their case, and told on standard output', async () => {
    const ended = await run(path('street.dss'));
    expect(ended.code).toBe(0);
    expect(ended.stderr).not.toMatch(/error|warning/);
    expect(lineOf(ended, 'circuit')).toBe('circuit street: 3 buses, 9 nodes');
    expect(lineOf(ended, 'status')).toBe('status: converged');
    expect(number(lineOf(ended, 'iterations'))).toBeGreaterThan(1);
    expect(number(lineOf(ended, 'control iterations'))).toBeGreaterThan(2);
    expect(lineOf(ended, 'total losses')).toMatch(/^total losses: \d+\.\d+ W, \d+\.\d+ var$/);
    expect(lineOf(ended, 'tap')).toMatch(/^tap t1: [1-9]\d? \(1\.\d+ pu\)$/);
    expect(lineOf(ended, 'capacitor')).toBe('capacitor bank: 1 0');
  });

  it('runs as the command that a user types', async () => {
    const ended = await gridtwin('powerflow', path('street.dss'), '--no-controls');
    expect(ended).toEqual(await run(path('street.dss'), '--no-controls'));
  });

  it('leaves taps and steps alone with --no-controls', async () => {
    const ended = await run(path('street.dss'), '--no-controls');
    expect([lineOf(ended, 'tap'), lineOf(ended, 'capacitor')]).toEqual([
      'tap t1: 0 (1 pu)',
      'capacitor bank: 0 0',
    ]);
    expect(lineOf(ended, 'control iterations')).toBe('control iterations: 1');
  });

  it('gives a row per bus and phase', async () => {
    expect((await run(path('street.dss'), '--out', path('v.csv'), '--no-controls')).code).toBe(0);
    const { columns, rows } = csvOf(path('v.csv'));
    expect(columns).toEqual(['bus', 'phase', 'v_pu', 'v_mag_volt', 'angle_deg']);
    expect(rows.map(([bus, phase]) => `${bus}.${phase}`).sort()).toEqual(
      ['a', 'b', 'grid'].flatMap((bus) => [1, 2, 3].map((phase) => `${bus}.${phase}`)),
    );
    for (const [bus, , vPu, v] of rows) {
      expect(Number(v) / Number(vPu)).toBeCloseTo((bus === 'grid' ? 11000 : 400) / Math.sqrt(3), 9);
    }
    // Dyn1: the low side lags by 30 degrees, less what load and impedance add.
    const angle = (bus: string) => Number(rows.find(([id, node]) => id === bus && node === '1')![4]);
    expect(angle('grid') - angle('a')).toBeGreaterThan(30);
    expect(angle('grid') - angle('a')).toBeLessThan(32);
    expect(volts(path('v.csv'), 'b', 2)).toBeLessThan(volts(path('v.csv'), 'b', 1));
  });

  it('gives losses per element, which sum up to the total', async () => {
    const ended = await run(path('street.dss'), '--losses', path('l.csv'));
    const { columns, rows } = csvOf(path('l.csv'));
    expect(columns).toEqual(['kind', 'element', 'losses_w', 'losses_var', 'loading_percent']);
    expect(rows.map(([kind, id]) => `${kind} ${id}`)).toEqual([
      'line cable',
      'transformer t1',
      'capacitor bank',
    ]);
    const sum = Number(rows[0]![2]) + Number(rows[1]![2]);
    expect(sum).toBeCloseTo(number(lineOf(ended, 'total losses').slice(14)), 6);
    expect(Number(rows[1]![4])).toBeGreaterThan(20);
    expect(rows[2]![4]).toBe('');
  });

  it('holds loads to constant power between other limits with --load-limits', async () => {
    const at = async (...args: string[]) => {
      await run(path('street.dss'), '--no-controls', '--out', path('v.csv'), ...args);
      return volts(path('v.csv'), 'b', 2);
    };
    // Load two draws less below its own 0.97 pu; nothing else does.
    const [own, wide, narrow] = [
      await at(),
      await at('--load-limits', '0.8,1.2'),
      await at('--load-limits', '0.999,1.2'),
    ];
    expect(own).toBeGreaterThan(wide + 0.01);
    expect(narrow).toBeGreaterThan(own + 0.01);
  });
});

describe('steps of the shapes', () => {
  const lossesAt = async (...args: string[]) =>
    number(lineOf(await run(path('street.dss'), '--no-controls', ...args), 'total losses').slice(14));

  it('are taken with --step at the size of the circuit or another one', async () => {
    const full = await lossesAt();
    expect(await lossesAt('--step', '2', '--step-size', '1h')).toBe(full);
    expect(await lossesAt('--step', '6', '--step-size', '1h')).toBe(full);
    expect(await lossesAt('--step', '8', '--step-size', '15m')).toBe(full);
    expect(await lossesAt('--step', '120', '--step-size', '1min')).toBe(full);
    expect(await lossesAt('--step', '3', '--step-size', '60m')).toBeLessThan(full / 5);
  });

  it('make a year with --year shapes, whose extremes are those of its steps', async () => {
    const args = ['--year', 'shapes', '--step-size', '1h', '--no-controls'];
    const ended = await run(
      path('street.dss'),
      ...args,
      '--steps',
      '4',
      '--out',
      path('v.csv'),
      '--losses',
      path('l.csv'),
    );
    expect([ended.code, lineOf(ended, 'circuit')]).toEqual([0, 'circuit street: 4 steps of 3600 s']);
    const { columns, rows } = csvOf(path('v.csv'));
    expect(columns).toEqual([
      ...['bus', 'phase', 'v_min_pu', 'v_min_step', 'v_max_pu', 'v_max_step', 'hours_under', 'hours_over'],
    ]);
    const far = rows.find(([bus, phase]) => bus === 'b' && phase === '2')!;
    expect([far[3], far[5]]).toEqual(['2', '3']);
    let losses = 0;
    for (const step of ['1', '2', '3', '4']) losses += await lossesAt('--step', step, '--step-size', '1h');
    expect(number(lineOf(ended, 'total losses'))).toBeCloseTo(losses / 1000, 6);
    expect(csvOf(path('l.csv')).columns).toContain('loading_max_percent');
    const year = await run(path('street.dss'), ...args.slice(0, -3), '--step-size', '6h');
    expect(lineOf(year, 'circuit')).toBe('circuit street: 1460 steps of 21600 s');
  });

  it('with controls say what these did', async () => {
    const ended = await run(path('street.dss'), '--year', 'shapes', '--step-size', '1h', '--steps', '4');
    expect(number(lineOf(ended, 'control actions'))).toBeGreaterThan(1);
  });
});

describe('a file of loads', () => {
  const year = (text: string, ...args: string[]) => {
    writeFileSync(path('loads.csv'), text);
    return run(path('hard.dss'), '--no-controls', '--year', path('loads.csv'), ...args);
  };

  it('gives each step its kW; kvar follow the rated power factor unless they have a column', async () => {
    const snapshotLosses = number(
      lineOf(await run(path('hard.dss'), '--no-controls'), 'total losses').slice(14),
    );
    const losses = async (text: string) =>
      number(lineOf(await year(text, '--step-size', '1h'), 'total losses'));
    expect(await losses('step,one,two\n1,30,8\n')).toBeCloseTo(snapshotLosses / 1000, 6);
    expect(await losses('ONE,Two.kvar\n30,2\n')).toBeCloseTo(snapshotLosses / 1000, 6);
    expect(await losses('two\n8\n8\n8\n')).toBeCloseTo((3 * snapshotLosses) / 1000, 6);
    expect(await losses('one,one.kvar\n30,0\n')).toBeLessThan((0.99 * snapshotLosses) / 1000);
    expect(await losses('one,two\n0,0\n')).toBeLessThan(1e-6);
  });

  it.each([
    ['a load that is not there', 'one,three\n1,1\n', ['no load three', 'line 1']],
    ['a word for a number', 'one\n1\nmany\n', ['"many" is not a number', 'line 3']],
    ['an empty cell', 'one,two\n1,\n', ['not a number', 'two']],
    ['a short row', 'one,two\n1,1\n1\n', ['loads.csv']],
    ['no steps', 'one,two\n', ['no steps']],
    ['the same load twice', 'one,ONE\n1,1\n', ['same load']],
  ])('with %s is refused with everything that is wrong', async (_, text, words) => {
    const ended = await year(text, '--out', path('kept.csv'));
    expect(ended.code).toBe(1);
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(snapshot(path('kept.csv'))[path('kept.csv')]).toBe('what was there');
  });

  it('that the network cannot carry ends with 2, and how many steps', async () => {
    const ended = await year('one\n30\n3000\n30\n', '--out', path('kept.csv'));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toContain('no solution in 1 of 3 steps');
    expect(snapshot(path('kept.csv'))[path('kept.csv')]).toBe('what was there');
  });
});

describe('what is wrong ends with 1, is said without a trace of the program, and leaves files as they were', () => {
  beforeAll(() => {
    writeFileSync(path('lost.dss'), 'New Circuit.c\nRedirect nowhere.dss\n');
    writeFileSync(
      path('odd.dss'),
      MAIN.replace('pf=0.95', 'pf=0.95 kwh=12').replace(
        'Redirect "parts/LINES.dss"',
        'Redirect parts/lines.dss\nNew Line.odd bus1=a bus2=c length=1 switsch=yes',
      ),
    );
    writeFileSync(path('plain.dss'), MAIN.replaceAll('yearly=day', ''));
    writeFileSync(path('daily.dss'), MAIN.replace('Solve', 'Set mode=daily\nSolve'));
    writeFileSync(path('not.json'), '{"schema": ');
    writeFileSync(path('other.json'), '{"schema": "something-else/1"}');
    writeFileSync(path('text.txt'), '');
  });

  it.each<[string, string[], string[]]>([
    ['no file', [], ['one circuit file', 'powerflow FILE']],
    ['two files', ['a.dss', 'b.dss'], ['one circuit file']],
    ['a file that is not there', [path('none.dss')], ['none.dss', 'does not exist']],
    ['another kind of file', [path('text.txt')], ['text.txt', '.dss']],
    ['an include that is not there', [path('lost.dss')], ['nowhere.dss', 'lost.dss', 'lost.dss: 2']],
    ['a property that nobody knows', [path('odd.dss')], ['switsch', 'odd.dss']],
    ['what is no JSON', [path('not.json')], ['not.json']],
    ['JSON of something else', [path('other.json')], ['other.json']],
    ['an unknown option', [path('street.dss'), '--fast'], ['--fast', 'Usage: powerflow']],
    ['a step of no number', [path('street.dss'), '--step', 'two'], ['--step', 'two']],
    ['step 0', [path('street.dss'), '--step', '0'], ['--step', 'from 1']],
    ['a step without shapes', [path('plain.dss'), '--step', '2'], ['no load or generator', 'street']],
    ['a year without shapes', [path('plain.dss'), '--year', 'shapes'], ['--year shapes', 'has a shape']],
    [
      'a step of another kind than there is',
      [path('daily.dss'), '--step', '2'],
      ['a daily shape', 'There are yearly shapes'],
    ],
    ['half a step', [path('street.dss'), '--step', '1.5'], ['--step']],
    ['a size without a step', [path('street.dss'), '--step-size', '1m'], ['--step-size', '--year']],
    ['a size without a unit', [path('street.dss'), '--step', '1', '--step-size', '15'], ['15', '1h']],
    ['a size of nothing', [path('street.dss'), '--step', '1', '--step-size', '0m'], ['0m']],
    ['limits the wrong way round', [path('street.dss'), '--load-limits', '1.2,0.8'], ['--load-limits']],
    ['one limit', [path('street.dss'), '--load-limits', '0.8'], ['--load-limits']],
    ['limits of words', [path('street.dss'), '--load-limits', 'low,high'], ['--load-limits']],
    ['a step and a year', [path('street.dss'), '--step', '1', '--year', 'shapes'], ['do not go together']],
    ['steps without a year', [path('street.dss'), '--steps', '3'], ['--steps']],
    ['a year of loads that is not there', [path('street.dss'), '--year', path('none.csv')], ['none.csv']],
    [
      'steps with a file of loads',
      [path('street.dss'), '--year', path('kept.csv'), '--steps', '2'],
      ['--steps'],
    ],
  ])('%s', async (_, args, words) => {
    const before = snapshot(path('.'));
    const ended = await run(...args, '--out', path('kept.csv'));
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(snapshot(path('.'))).toEqual(before);
  });

  it('a place that cannot be written, and then none of the files is', async () => {
    const before = snapshot(path('.'));
    for (const place of ['kept.csv/v.csv', 'folder.csv']) {
      const ended = await run(path('street.dss'), '--out', path('kept.csv'), '--losses', path(place));
      expect(ended.code).toBe(1);
      expect(ended.stderr).toContain('cannot be written');
      expect(ended.stderr).not.toMatch(/\n\s+at /);
      expect(snapshot(path('.'))).toEqual(before);
    }
  });
});

describe('a load that the network cannot carry', () => {
  it('ends with 2, the worst node named, and nothing written', async () => {
    writeFileSync(path('heavy.dss'), MAIN.replace('kw=30', 'kw=3000 vminpu=0 vlowpu=0'));
    const before = snapshot(path('.'));
    const ended = await run(path('heavy.dss'), '--out', path('kept.csv'), '--losses', path('l2.csv'));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/mismatch \S+ pu at [ab]\.[123]/);
    expect(lineOf(ended, 'status')).toMatch(/infeasible|notConverged/);
    expect(snapshot(path('.'))).toEqual(before);
  });
});
