import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diskFiles } from '../../../src/cli/diskFiles';
import { memoryFiles, readOpenDss, writeOpenDss, type FileAccess } from '../../../src/io/opendss';
import type { Circuit } from '../../../src/model/circuit';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { circuitOf, read } from './read';
import { SAMPLES, sampleFiles } from './samples';

const FEEDERS = '../shared/data/feeders';

function circuitFrom(main: string, files: FileAccess): Circuit {
  const outcome = readOpenDss(main, files);
  if (!outcome.ok)
    throw new Error(outcome.issues.map(({ where, message }) => `${where}: ${message}`).join('\n'));
  return outcome.value.circuit;
}

/** Paths at which two values differ by more than rounding. */
function differences(a: unknown, b: unknown, path = ''): string[] {
  if (typeof a === 'number' && typeof b === 'number') {
    const same = Object.is(a, b) || Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-12);
    return same ? [] : [`${path}: ${a} and ${b}`];
  }
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null)
    return a === b ? [] : [`${path}: ${String(a)} and ${String(b)}`];
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...keys].flatMap((key) =>
    differences((a as Record<string, unknown>)[key], (b as Record<string, unknown>)[key], `${path}.${key}`),
  );
}

function roundTrip(circuit: Circuit): string[] {
  const { text, issues } = writeOpenDss(circuit);
  expect(issues).toEqual([]);
  return differences(circuit, circuitFrom('x.dss', memoryFiles({ 'x.dss': text }))).slice(0, 20);
}

describe('a circuit written as OpenDSS reads back as the same circuit', () => {
  test.each(Object.keys(SAMPLES))('sample %s', (name) => {
    expect(roundTrip(circuitFrom('main.dss', sampleFiles(name)))).toEqual([]);
  });

  test.skipIf(!existsSync(FEEDERS)).each([
    ['ieee13', 'IEEE13Nodeckt.dss'],
    ['ieee37', 'ieee37.dss'],
    ['european_lv', 'Master.dss'],
  ])('feeder %s', (folder, main) => {
    expect(roundTrip(circuitFrom(main, diskFiles(`${FEEDERS}/${folder}`)))).toEqual([]);
  });

  test('what the samples have not: unequal sequences, other connections, every kind of control', () => {
    const circuit = circuitOf(`Vsource.source.Z1=[1 2] Z2=[2 1] Z0=[3 4]
New Vsource.Second bus1=x.1 phases=1 basekv=0.4 R1=0.1 X1=0.1 bus2=x.2
New Line.Open bus1=src bus2=b.2.3.1 length=2 units=km normamps=0
New Line.Sw bus1=b bus2=c.1 phases=1 switch=yes
New Transformer.Four phases=1 windings=4 buses=[src.1 b.1 c.1 d.1] kvs=[7.2 0.24 0.24 0.12] kvas=[50 25 25 10]
~ xscarray=[2 3 4 5 6 7] wdg=3 rneut=4 xneut=1
Open Line.Open 1
New Reactor.Turn bus1=b bus2=d Z1=[1 2] Z2=[3 1] Z0=[4 5]
New Reactor.D bus1=b conn=delta R=1 X=20 Rp=900
New Capacitor.Del bus1=b.1 phases=1 conn=delta kvar=30 kv=2.4
New Capacitor.M bus1=b phases=2 cmatrix=[10 | -2 10]
New Load.F bus1=b.2.3 phases=2 conn=delta kv=12.47 kw=4 status=fixed model=7
New PVSystem.P bus1=b kv=12.47 kva=100 pmpp=80 kvar=-20
New Storage.C bus1=b kv=12.47 kva=50 kwrated=40 %stored=20 state=charging conn=delta
New XYcurve.V npts=2 xarray=[0.9 1.1] yarray=[1 -1]
New InvControl.I combimode=VV_VW vvc_curve1=V voltwatt_curve=V
New CapControl.PF capacitor=Del element=Line.Sw type=pf onsetting=-0.97 offsetting=0.98 ptphase=avg ctphase=max
New RegControl.R transformer=Four winding=2 tapwinding=1 bus=c.1 ptphase=min reversible=yes revvreg=118 revband=4 revR=1 revX=2 vlimit=130 inversetime=yes
SetkVBase bus=b kVLN=7.2
Set mode=duty stepsize=5s`);
    const { text, issues } = writeOpenDss(circuit);
    // An id with a point in it gets another name.
    expect(issues.map(({ where }) => where)).toEqual(['reactor.capacitor.m']);
    const again = circuitFrom('x.dss', memoryFiles({ 'x.dss': text }));
    expect(differences(circuit, again)).toEqual(['.reactors.2.id: capacitor.m and capacitor_m']);
  });
});

describe('what OpenDSS cannot say', () => {
  test('no limit, no rating: never a word that is no number', () => {
    const circuit = circuitOf(`New Load.L bus1=src kv=12.47
New Transformer.T buses=[src b] kvs=[12.47 0.4]
New Generator.G bus1=b kv=0.4
New PVSystem.P bus1=b kv=0.4 kva=50 pmpp=40 kvar=30`);
    const open: Circuit = {
      ...circuit,
      loads: circuit.loads.map((load) => ({ ...load, limits: { ...load.limits, maxPu: Infinity } })),
      transformers: circuit.transformers.map((unit) => ({
        ...unit,
        ...{ normalRatingVa: NaN, emergencyRatingVa: NaN },
      })),
      generators: circuit.generators.map((unit) => ({
        ...unit,
        ratedSVa: NaN,
        limits: { ...unit.limits, maxPu: Infinity },
      })),
    };
    const { text, issues } = writeOpenDss(open);
    expect(text).not.toMatch(/NaN|Infinity/);
    expect(issues.map(({ severity, where }) => `${severity} ${where}`)).toEqual([
      'warning transformer.t',
      'warning photovoltaic.p',
    ]);
    const again = circuitFrom('x.dss', memoryFiles({ 'x.dss': text }));
    expect(again.loads[0]!.limits.maxPu).toBe(1000);
    // 40 kW and 30 kvar come through whole.
    const panel = again.generators.find(({ kind }) => kind === 'photovoltaic')!;
    expect([panel.pW, panel.qVar, panel.ratedSVa]).toEqual([40e3, 30e3, 50e3]);
    const unknown = { ...circuit, loads: circuit.loads.map((load) => ({ ...load, pW: NaN })) };
    expect(writeOpenDss(unknown).issues.map(({ severity, where }) => `${severity} ${where}`)).toEqual([
      'error load.l',
    ]);
  });

  test.each([
    ['middle', 0.5],
    ['split', 0.5],
    [0, 1],
  ] as const)('a no-load branch in place %s goes to the second winding, with its figures', (place, share) => {
    const { circuit } = read(`New Circuit.C basekv=10 bus1=src pu=1 Z1=[0 1e-5] Z0=[0 1e-5] Z2=[0 1e-5]
New Transformer.T buses=[src b] kvs=[10 0.4] kvas=[400 400] conns=[wye wye] xhl=4 %rs=[0.5 0.5] %noloadloss=0.3 %imag=1.25 ppm_antifloat=0
New Load.L bus1=b kv=0.4 kw=1e-6 vminpu=0 vmaxpu=2`);
    const elsewhere: Circuit = {
      ...circuit,
      transformers: circuit.transformers.map((unit) => ({ ...unit, magnetisingPlace: place })),
    };
    const { text, issues } = writeOpenDss(elsewhere);
    expect(text).toContain('%noloadloss=0.3 %imag=1.25');
    // |y| |z| = sqrt(0.3^2 + 1.25^2) % of sqrt(1 + 16) %: 5.3e-4, of which the branch had `share` behind it or not.
    const moved = share * 1e-4 * Math.hypot(0.3, 1.25) * Math.hypot(1, 4);
    expect(issues.map(({ severity, where }) => [severity, where])).toEqual([['warning', 'transformer.t']]);
    expect(issues[0]!.message).toContain(`up to ${moved.toExponential(1)} pu`);
    const again = circuitFrom('x.dss', memoryFiles({ 'x.dss': text }));
    expect(again.transformers[0]).toMatchObject({ noLoadLossPercent: 0.3, magnetisingPercent: 1.25 });
    const [before, after] = [elsewhere, again].map((each) => {
      const outcome = solveCircuit(each);
      if (!outcome.ok) throw new Error('not solved');
      const { compiled, solution } = outcome.value;
      const at = compiled.nodes.nodeOf('b', 1);
      return { re: solution.voltageRe[at]!, im: solution.voltageIm[at]!, lossW: solution.lossW };
    });
    const gap = Math.hypot(before!.re - after!.re, before!.im - after!.im) / (400 / Math.sqrt(3));
    expect(gap).toBeLessThan(1.01 * moved);
    expect(gap).toBeGreaterThan(0.9 * moved);
    // 0.3 % of 400 kVA, at a voltage that the branch's own current lowers.
    expect(after!.lossW).toBeGreaterThan(1197);
    expect(Math.abs(after!.lossW - before!.lossW)).toBeLessThan(2);
  });

  test('names become readable and stay apart; other things are errors by element', () => {
    const { circuit } = read(
      'New Circuit.C basekv=12.47 bus1=src\nNew Line.A bus1=src bus2=b length=1\nNew Line.B bus1=src bus2=b length=1',
    );
    const [a, b] = circuit.lines;
    const changed: Circuit = {
      ...circuit,
      lines: [
        { ...a!, id: 'Feeder 1' },
        { ...b!, id: 'feeder_1', rOhm: [1, 2, 3, 4, 5, 6, 7, 8, 9] },
      ],
    };
    const { text, issues } = writeOpenDss(changed);
    expect(issues.map(({ severity, where }) => `${severity} ${where}`)).toEqual([
      'warning line.Feeder 1',
      'error line.feeder_1',
      'warning line.feeder_1',
    ]);
    expect(text).toContain('New Line.feeder_1 ');
    expect(text).toContain('New Line.feeder_1_2 ');
  });
});
