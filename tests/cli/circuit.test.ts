import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csvOf, type Ended, inThisProcess, jsonOf, snapshot, workplace } from './command';

const { path, remove } = workplace();
const convert = (...args: readonly string[]): Promise<Ended> => inThisProcess('circuit', ...args);

/** A feeder as North American ones are: single-phase regulators, laterals of one and two phases, loads of every kind. */
const FEEDER = `Clear
Set DefaultBaseFrequency=60
New Circuit.Feeder basekv=115 pu=1.0001 bus1=Source angle=30 MVAsc3=2000 MVAsc1=2100
New Transformer.Sub phases=3 windings=2 buses=(Source 650) conns=(delta wye) kvs=(115 4.16) kvas=(5000 5000) xhl=8 %rs=(.5 .5)
New Transformer.Reg1 phases=1 xhl=0.01 kvas=[1666 1666] buses=[650.1 rg60.1] kvs=[2.4 2.4] %loadloss=0.01
New Transformer.Reg2 phases=1 xhl=0.01 kvas=[1666 1666] buses=[650.2 rg60.2] kvs=[2.4 2.4] %loadloss=0.01
New Transformer.Reg3 phases=1 xhl=0.01 kvas=[1666 1666] buses=[650.3 rg60.3] kvs=[2.4 2.4] %loadloss=0.01
New RegControl.C1 transformer=Reg1 winding=2 vreg=122 band=2 ptratio=20 ctprim=700 r=3 x=9
New RegControl.C2 transformer=Reg2 winding=2 vreg=122 band=2 ptratio=20 ctprim=700 r=3 x=9
New RegControl.C3 transformer=Reg3 winding=2 vreg=122 band=2 ptratio=20 ctprim=700 r=3 x=9
New LineCode.Main nphases=3 units=mi rmatrix=(.35 | .16 .34 | .16 .15 .34) xmatrix=(1.02 | .5 1.05 | .42 .38 1.03) cmatrix=(16 | -5 17 | -3 -2 15)
New LineCode.Two nphases=2 units=mi rmatrix=(1.32 | .21 1.33) xmatrix=(1.36 | .46 1.35)
New Line.A bus1=rg60 bus2=671 linecode=Main length=4000 units=ft
New Line.B bus1=671.3.2 bus2=646.3.2 linecode=Two length=800 units=ft
New Line.C bus1=671 bus2=692 switch=y r1=1e-4 r0=1e-4 x1=0 x0=0 c1=0 c0=0
New Load.Delta bus1=671 phases=3 conn=delta kv=4.16 kw=1155 kvar=660
New Load.Z bus1=646.2.3 phases=1 conn=delta model=2 kv=4.16 kw=230 kvar=132
New Load.I bus1=692.3 phases=1 model=5 kv=2.4 kw=170 kvar=80
New Load.Zip bus1=692.1 phases=1 model=8 kv=2.4 kw=128 kvar=86 zipv=(.2 .3 .5 .1 .4 .5 .7)
New Capacitor.Cap bus1=692 phases=3 kvar=600 kv=4.16
New PVSystem.Roof bus1=692 kv=4.16 kva=250 pmpp=200 irradiance=.8 pf=.98
Set voltagebases=[115 4.16]
Calcvoltagebases
Solve
`;

/** Symmetrical branches and plain powers: all that pandapower's tables hold. Limits wide, as pandapower has none; the
 * shunts against floating as small as its reader sets them. */
const STREET = `Clear
Set DefaultBaseFrequency=50
New Circuit.Street basekv=10 pu=1.02 bus1=mv MVAsc3=200 MVAsc1=200
New Transformer.T1 phases=3 windings=2 buses=(mv lv) conns=(delta wye) kvs=(10 0.4) kvas=(400 400) xhl=4 %loadloss=1.1 leadlag=euro ppm_antifloat=0.01
New Line.Cable bus1=lv bus2=end length=0.2 units=km r1=0.2 x1=0.08 r0=0.8 x0=0.3 c1=250 c0=200 normamps=270
New Load.All bus1=end phases=3 kv=0.4 kw=60 kvar=20 vminpu=0.5 vmaxpu=1.5
New Load.One bus1=end.2 phases=1 kv=0.230940107675850 kw=9 kvar=3 vminpu=0.5 vmaxpu=1.5
Set voltagebases=[10 0.4]
Calcvoltagebases
Solve
`;

beforeAll(() => {
  writeFileSync(path('feeder.dss'), FEEDER);
  writeFileSync(path('street.dss'), STREET);
  writeFileSync(path('kept.json'), 'what was there');
  mkdirSync(path('folder'));
  writeFileSync(
    path('lines.csv'),
    'id,from_bus,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km\nmain,station,house,200,0.2,0.08\nback,house,station,150,0.2,0.08\n',
  );
  writeFileSync(path('lines_short.csv'), 'id,to_bus,length_m,r1_ohm_per_km,x1_ohm_per_km\na,b,9,0.2,0.1\n');
  writeFileSync(path('sources.csv'), 'id,bus,kv\ngrid,station,0.4\n');
  writeFileSync(path('connections.csv'), 'id,bus,p_kw\nhome,house,5\n');
});
afterAll(remove);

/** Volts and degrees by bus and phase, and the lines about taps. */
async function solved(file: string): Promise<{ nodes: Map<string, [number, number]>; taps: string[] }> {
  const ended = await inThisProcess('powerflow', path(file), '--out', path('v.csv'));
  expect(ended.stdout).toContain('status: converged');
  const nodes = csvOf(path('v.csv')).rows.map(
    ([bus, phase, , volts, degrees]): [string, [number, number]] => [
      `${bus}.${phase}`,
      [Number(volts), Number(degrees)],
    ],
  );
  return { nodes: new Map(nodes), taps: ended.stdout.split('\n').filter((line) => line.startsWith('tap')) };
}

/** At every bus of the first circuit; `names` gives those that the second calls otherwise. */
async function expectSame(
  before: string,
  after: string,
  names: Readonly<Record<string, string>> = {},
  within = 1e-9,
): Promise<void> {
  const [one, other] = [await solved(before), await solved(after)];
  expect(other.taps).toEqual(one.taps);
  for (const [node, [volts, degrees]] of one.nodes) {
    const [bus = '', phase] = node.split('.');
    const [otherVolts, otherDegrees] = other.nodes.get(`${names[bus] ?? bus}.${phase}`)!;
    expect(Math.abs(otherVolts / volts - 1), node).toBeLessThan(within);
    expect(Math.abs(otherDegrees - degrees), node).toBeLessThan(100 * within);
  }
}

/** pandapower's buses are numbers, and its source a bus of fixed voltage, which is read as one behind 5e-7 ohm: 1.5e-9. */
const NUMBERED = { mv: '0', lv: '1', end: '2' };

describe('a circuit written and read again solves to the same voltages', () => {
  it.each([
    ['our own format, which is the default', [], 'out.json'],
    ['our own format by name', ['--format', 'circuit'], 'out.json'],
    ['OpenDSS', ['--format', 'opendss'], 'out.dss'],
  ])('%s', async (_, format, to) => {
    const ended = await convert(path('feeder.dss'), '--out', path(to), ...format);
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(ended.stderr).not.toMatch(/error|warning/);
    if (to === 'out.json') expect(jsonOf(path(to))).toHaveProperty('schema', 'gridtwin-circuit/1');
    await expectSame('feeder.dss', to);
  });

  it('pandapower, which is told what its tables lack', async () => {
    const ended = await convert(path('street.dss'), '--out', path('net.json'), '--format', 'pandapower');
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    const warnings = ended.stderr.split('\n').filter((line) => /error|warning/.test(line));
    expect(warnings).toHaveLength(2);
    for (const line of warnings) expect(line).toContain('voltage limits are not written');
    await expectSame('street.dss', 'net.json', NUMBERED, 3e-9);
  });

  it('through several formats: our own to OpenDSS, pandapower to OpenDSS', async () => {
    await convert(path('feeder.dss'), '--out', path('one.json'));
    await convert(path('one.json'), '--out', path('two.dss'), '--format', 'opendss');
    await expectSame('feeder.dss', 'two.dss');
    await convert(path('street.dss'), '--out', path('three.json'), '--format', 'pandapower');
    await convert(path('three.json'), '--out', path('four.dss'), '--format', 'opendss');
    // pandapower knows no limits of loads and no ratings in an emergency: OpenDSS has no word for either.
    expect(readFileSync(path('four.dss'), 'utf8')).not.toMatch(/NaN|Infinity/);
    await expectSame('street.dss', 'four.dss', NUMBERED, 3e-9);
  });

  it('with regulators that moved: a loss of taps or controls would show', async () => {
    const { taps } = await solved('feeder.dss');
    expect(taps).toHaveLength(3);
    for (const tap of taps) expect(tap).not.toMatch(/: 0 \(/);
  });
});

describe('tables', () => {
  const tables = () => ['lines.csv', 'sources.csv', 'connections.csv'].map(path);

  it('become a circuit, the report of what was found on standard output', async () => {
    const ended = await convert(...tables(), '--out', path('t.json'));
    expect([ended.code, ended.stdout]).toEqual([0, 'Loops: 1\n  back - main\n']);
    expect((await solved('t.json')).nodes.size).toBe(6);
  });

  it('or in a file', async () => {
    const ended = await convert(...tables(), '--out', path('t.json'), '--report', path('report.txt'));
    expect([ended.code, ended.stdout]).toEqual([0, '']);
    expect(readFileSync(path('report.txt'), 'utf8')).toBe('Loops: 1\n  back - main\n');
  });
});

describe('what is wrong ends with 1, is named, and leaves files as they were', () => {
  it.each<[string, string[], string[]]>([
    ['no file', ['--out', path('kept.json')], ['files to read', 'circuit FILE']],
    ['nowhere to write', [path('street.dss')], ['a file to write']],
    [
      'an unknown format',
      [path('street.dss'), '--out', path('kept.json'), '--format', 'cim'],
      ['cim', 'opendss'],
    ],
    [
      'a word of the language',
      [path('street.dss'), '--out', path('kept.json'), '--format', 'toString'],
      ['toString'],
    ],
    ['two circuits', [path('street.dss'), path('feeder.dss'), '--out', path('kept.json')], ['tables']],
    [
      'a circuit among tables',
      [path('lines.csv'), path('feeder.dss'), '--out', path('kept.json')],
      ['tables'],
    ],
    [
      'a report of no tables',
      [path('street.dss'), '--out', path('kept.json'), '--report', path('r')],
      ['--report'],
    ],
    ['a file that is not there', [path('none.dss'), '--out', path('kept.json')], ['none.dss']],
    [
      'a table that lacks a column',
      [path('sources.csv'), path('lines_short.csv'), '--out', path('kept.json')],
      ['lines_short.csv', 'from_bus'],
    ],
    [
      'what pandapower cannot hold',
      [path('feeder.dss'), '--out', path('kept.json'), '--format', 'pandapower'],
      ['line b', 'transformer reg1', 'load zip'],
    ],
    [
      'a report that cannot be written',
      [path('lines.csv'), path('sources.csv'), '--out', path('kept.json'), '--report', path('folder')],
      ['cannot be written'],
    ],
  ])('%s', async (_, args, words) => {
    const before = snapshot(path('.'));
    const ended = await convert(...args);
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(snapshot(path('.'))).toEqual(before);
  });
});
