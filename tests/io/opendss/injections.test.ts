import { describe, expect, test } from 'vitest';
import { circuitOf, errorsOf, HEAD, near, OMEGA, read } from './read';

describe('load', () => {
  const one = (properties: string) => circuitOf(`New Load.L bus1=b ${properties}`).loads[0]!;

  test('P and Q from what was given last', () => {
    expect(one('kv=12.47 kw=40 pf=0.8').qVar).toBeCloseTo(30_000, 6);
    expect(one('kv=12.47 kw=40 pf=-0.8').qVar).toBeCloseTo(-30_000, 6);
    expect(one('kv=12.47 kw=40 kvar=7').qVar).toBe(7000);
    expect(one('kv=12.47 kva=50 pf=0.6')).toMatchObject({ pW: 30_000 });
    expect(one('kv=12.47 kva=50 pf=0.6').qVar).toBeCloseTo(40_000, 6);
    expect(one('kv=12.47 pf=0.8 xfkva=100 allocationfactor=0.4')).toMatchObject({ pW: 32_000 });
    expect(one('kv=12.47 kwh=7200 kwhdays=30 cfactor=2 pf=1').pW).toBeCloseTo(20_000, 6);
    expect(one('kv=12.47')).toMatchObject({ pW: 10_000 });
    expect(one('kv=12.47').qVar).toBeCloseTo(10_000 * Math.tan(Math.acos(0.88)), 6);
  });

  test('terminals of every connection', () => {
    const nodes = (properties: string): readonly number[] => one(properties).terminal.nodes;
    expect(nodes('')).toEqual([1, 2, 3, 0]);
    expect(nodes('conn=delta')).toEqual([1, 2, 3]);
    expect(nodes('phases=1')).toEqual([1, 0]);
    expect(nodes('phases=2')).toEqual([1, 2, 0]);
    expect(nodes('phases=1 conn=delta')).toEqual([1, 0]);
    expect(nodes('phases=2 conn=delta')).toEqual([1, 2, 0]);
    expect(nodes('bus1=b.3.1 phases=1 conn=ll')).toEqual([3, 1]);
    expect(nodes('bus1=b.1.2.3.4')).toEqual([1, 2, 3, 4]);
    expect(nodes('bus1=b.2 phases=3')).toEqual([2, 2, 3, 0]);
  });

  test('status: fixed follows neither shapes nor the multiplier, exempt only its shapes (yearly: both)', () => {
    const shaped = (status: string, mode: string) =>
      circuitOf(
        `New Loadshape.s npts=2 interval=1 mult=(1 2)\nNew Load.L bus1=b yearly=s status=${status}\n` +
          `Set mode=${mode} loadmult=3`,
      ).loads[0]!;
    expect(shaped('variable', 'snap')).toMatchObject({ fixed: false, shapes: { yearly: 's' } });
    expect(shaped('fixed', 'yearly')).toMatchObject({ fixed: true, shapes: {} });
    expect(shaped('exempt', 'snap')).toMatchObject({ fixed: true, shapes: { yearly: 's' } });
    expect(shaped('exempt', 'yearly')).toMatchObject({ fixed: false, shapes: { yearly: 's' } });
  });

  test('models and limits', () => {
    const kinds = [1, 2, 3, 5, 6, 7].map((model) => one(`model=${model}`).model.kind);
    expect(kinds).toEqual([
      'constantPower',
      'constantImpedance',
      'constantPQuadraticQ',
      'constantCurrent',
      'constantPFixedQ',
      'constantPFixedX',
    ]);
    expect(one('model=8 ZIPV=[0.2 0.3 0.5 0.1 0.2 0.7 0.8]').model).toEqual({
      kind: 'zip',
      p: [0.2, 0.3, 0.5],
      q: [0.1, 0.2, 0.7],
      cutOffPu: 0.8,
    });
    expect(one('vminpu=0.8 vmaxpu=1.2 vlowpu=0.3').limits).toEqual({ minPu: 0.8, maxPu: 1.2, lowPu: 0.3 });
    expect(
      errorsOf(`${HEAD}New Load.L bus1=src model=8\nNew Load.M bus1=src.x\nNew Load.N bus1=src pf=0`),
    ).toEqual(['4 load.n.pf', '2 load.l.zipv', '3 load.m.bus']);
  });

  test('a growth shape from a file is the one written out; one that cannot be read is an error', () => {
    const load = (shape: string) =>
      circuitOf(`New GrowthShape.G npts=2 ${shape}\nNew Load.A bus1=b kw=100 pf=1 growth=G\nSet year=4`, {
        'g.csv': '1, 1.1\n3, 1.2\n',
      }).loads[0]!.pW;
    expect(load('csvfile=g.csv')).toBe(load('year=[1 3] mult=[1.1 1.2]'));
    expect(errorsOf(`${HEAD}New GrowthShape.G npts=2 dblfile=g.dbl`)).toEqual(['2 growthshape.g.dblfile']);
    expect(errorsOf(`${HEAD}New XYcurve.C npts=2 sngfile=c.sng`)).toEqual(['2 xycurve.c.sngfile']);
  });

  test('growth to a year, by shape and by rate, of fixed loads too', () => {
    const { loads } = circuitOf(`New GrowthShape.G npts=2 year=[1 3] mult=[1.1 1.2]
New Load.A bus1=b kw=100 pf=1 growth=G
New Load.B bus1=b kw=100 pf=1
New Load.C bus1=b kw=100 pf=1 status=fixed
Set year=4 %growth=10`);
    near(
      loads.map(({ pW }) => pW),
      [1.1 * 1.1 * 1.2, 1.1 * 1.1 * 1.1, 1.1 * 1.1 * 1.1].map((factor) => factor * 100_000),
    );
    expect(loads.map(({ fixed }) => fixed)).toEqual([false, false, true]);
  });

  test('shapes by reference: lists, files, actual values', () => {
    const { loads, shapes } = circuitOf(
      `New LoadShape.A npts=3 interval=0.5 mult=[1 2 3]
New LoadShape.F npts=4 minterval=15 mult=(file=f.csv, col=2, header=yes)
New LoadShape.Q npts=2 sinterval=60 pmult=[10 20] qmult=[1 2] useactual=yes
New LoadShape.Unused npts=1 mult=[1]
New Load.A bus1=b kw=1 daily=A
New Load.F bus1=b kw=1 yearly=F
New Load.Q bus1=b daily=Q
New Load.D bus1=b daily=default`,
      { 'f.csv': 'time,value\n0,0.1\n1,0.2\n2,0.3\n3,0.4\n' },
    );
    expect(shapes.map(({ id, intervalS, p, actual }) => [id, intervalS, [...p].slice(0, 4), actual])).toEqual(
      [
        ['a', 1800, [1, 2, 3], false],
        ['f', 900, [0.1, 0.2, 0.3, 0.4], false],
        ['q', 60, [10, 20], true],
        ['default', 3600, [0.677, 0.6256, 0.6087, 0.5833], false],
      ],
    );
    expect([...shapes[2]!.q!]).toEqual([1, 2]);
    expect(loads[0]!.shapes).toEqual({ daily: 'a', yearly: 'a' });
    expect(loads[1]!.shapes).toEqual({ yearly: 'f' });
    expect(loads[2]).toMatchObject({ pW: 20_000, qVar: 2000 });
  });

  test('binary shapes', () => {
    const single = new Uint8Array(new Float32Array([0.25, 0.5]).buffer);
    const double = new Uint8Array(new Float64Array([0.1, 0.7]).buffer);
    const { shapes } = circuitOf(
      `New LoadShape.S npts=2 interval=1 sngfile=s.sng
New LoadShape.D npts=2 interval=1 mult=(dblfile=d.dbl)
New Load.A bus1=b daily=S
New Load.B bus1=b daily=D`,
      { 's.sng': single, 'd.dbl': double },
    );
    expect(shapes.map(({ p }) => [...p])).toEqual([
      [0.25, 0.5],
      [0.1, 0.7],
    ]);
  });
});

describe('capacitors and reactors', () => {
  test('banks in star, delta, steps, in series', () => {
    const { capacitors } = circuitOf(`New Capacitor.A bus1=b kvar=600 kv=12.47
New Capacitor.B bus1=b.3 phases=1 kvar=100 kv=2.4
New Capacitor.C bus1=b numsteps=2 kvar=[300 300] kv=12.47 states=[1 0] conn=delta
New Capacitor.D bus1=b bus2=c phases=3 cuf=100`);
    expect(capacitors.map(({ connection, returnTerminal }) => [connection, returnTerminal.busId])).toEqual([
      ['wye', 'b'],
      ['wye', 'b'],
      ['delta', 'b'],
      ['wye', 'c'],
    ]);
    expect(capacitors[0]!.steps[0]!.qVar).toBeCloseTo(600_000, 6);
    expect(capacitors[1]).toMatchObject({
      ratedVoltageV: 2400,
      terminal: { nodes: [3] },
      returnTerminal: { nodes: [0] },
    });
    expect(capacitors[2]!.steps.map(({ closed }) => closed)).toEqual([true, false]);
    expect(capacitors[2]!.steps[1]!.qVar).toBeCloseTo(300_000, 6);
    expect(capacitors[3]!.steps[0]!.qVar).toBeCloseTo(OMEGA * 100e-6 * 12470 * 12470, 3);
  });

  test('OpenDSS gives every step the size of the first one, which is a warning', () => {
    const { circuit, issues } = read(`${HEAD}New Capacitor.A bus1=src numsteps=2 kvar=[200 400] kv=12.47`);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'dss-capacitor-steps' }]);
    near(
      circuit.capacitors[0]!.steps.map(({ qVar }) => qVar),
      [200_000, 200_000],
    );
  });

  test('reactors by kvar, ohms, matrices and sequence impedances', () => {
    const { reactors } = circuitOf(`New Reactor.A bus1=b kvar=300 kv=12.47
New Reactor.B bus1=b.4 phases=1 R=5 X=1 Rp=1000
New Reactor.C bus1=b bus2=c phases=2 rmatrix=[1 | 0.2 1] xmatrix=[3 | 0.4 3]
New Reactor.D bus1=b bus2=c Z1=[1 2] Z0=[4 5]
New Reactor.E bus1=b kvar=300 kv=12.47 conn=delta R=0.1
New Fault.F bus1=b.1 r=0.5`);
    near([reactors[0]!.xOhm[0]!], [(12.47 * 12.47 * 1000) / 300]);
    expect(reactors[1]).toMatchObject({ rOhm: [5], xOhm: [1], parallelROhm: 1000, terminal: { nodes: [4] } });
    expect(reactors[2]).toMatchObject({ rOhm: [1, 0.2, 0.2, 1], xOhm: [3, 0.4, 0.4, 3] });
    near(reactors[3]!.rOhm.slice(0, 3), [(2 * 1 + 4) / 3, 1, 1]);
    near(reactors[3]!.xOhm.slice(0, 3), [(2 * 2 + 5) / 3, 1, 1]);
    expect(reactors[4]!.connection).toBe('delta');
    near([reactors[4]!.xOhm[0]!], [(12.47 * 12.47 * 1000) / 100]);
    expect(reactors[5]).toMatchObject({ id: 'fault.f', rOhm: [0.5], xOhm: [0] });
  });

  test('sequence impedances that differ turn the wave by a third: Z1 alone answers a positive one', () => {
    const [reactor] = circuitOf('New Reactor.D bus1=b bus2=c Z1=[1 2] Z2=[3 1] Z0=[4 5]').reactors;
    const { rOhm: r, xOhm: x } = reactor!;
    const wave = [0, -120, 120].map((angle) => [
      Math.cos((angle * Math.PI) / 180),
      Math.sin((angle * Math.PI) / 180),
    ]);
    let re = 0;
    let im = 0;
    wave.forEach(([a, b], k) => {
      re += r[k]! * a! - x[k]! * b!;
      im += r[k]! * b! + x[k]! * a!;
    });
    expect([re, im]).toMatchObject([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
  });
});

describe('generation and controls', () => {
  test('generators, photovoltaics and storage feed what OpenDSS has them feed at a snapshot', () => {
    const { generators, loads } = circuitOf(`New XYcurve.T npts=2 xarray=[0 75] yarray=[1.2 0.6]
New XYcurve.E npts=2 xarray=[0.1 1] yarray=[0.9 0.9]
New Generator.G bus1=b kw=50 pf=0.8 kv=12.47
New Generator.H bus1=b.1 phases=1 kw=50 kvar=10 kv=7.2 model=4
New PVSystem.P bus1=b kv=12.47 kva=100 pmpp=100 irradiance=0.5 temperature=25 P-TCurve=T effcurve=E pf=1
New PVSystem.Low bus1=b kv=12.47 kva=100 pmpp=100 irradiance=0.1 %cutin=20 %cutout=20
New Storage.S bus1=b kv=12.47 kwrated=40 state=idling
New Storage.D bus1=b kv=12.47 kwrated=40 kwhrated=100 state=discharging %discharge=50
Set genmult=0.5`);
    expect(generators.map(({ id, kind }) => [id, kind])).toEqual([
      ['g', 'generator'],
      ['p', 'photovoltaic'],
      ['low', 'photovoltaic'],
      ['s', 'storage'],
      ['d', 'storage'],
    ]);
    near(
      generators.map(({ pW }) => pW),
      [25_000, 0.5 * 100_000 * 1.0 * 0.9, 0, -400, 20_000],
    );
    expect(generators[0]!.qVar).toBeCloseTo(18_750, 6);
    expect(loads).toMatchObject([
      { id: 'generator.h', pW: -25_000, qVar: -10_000, fixed: true, model: { kind: 'constantPFixedQ' } },
    ]);
  });

  test('regulators with their defaults, remote bus and phase', () => {
    const { regulatorControls, transformers } = circuitOf(`New Transformer.T buses=[src b] kvs=[12.47 4.16]
New Load.L bus1=c kv=4.16
New RegControl.A transformer=T winding=2
New RegControl.B transformer=T winding=2 vreg=122 band=2 ptratio=20 ctprim=700 R=3 X=9 bus=c.2 ptphase=max delay=30 maxtapchange=1 tapnum=4`);
    expect(regulatorControls[0]).toMatchObject({
      transformerId: 't',
      tapWinding: 1,
      measuredWinding: 1,
      phase: 0,
      setPointV: 120,
      bandV: 3,
      voltageRatio: 60,
      currentRatingA: 300,
      delayS: 15,
      tapDelayS: 2,
      maxTapChange: 16,
    });
    expect(regulatorControls[1]).toMatchObject({
      remote: { busId: 'c', node: 2, voltageRatio: 20 },
      phase: 'max',
      compensationXV: 9,
      maxTapChange: 1,
    });
    expect(transformers[0]!.windings[1]!.tapPu).toBeCloseTo(1.025, 12);
  });
});

describe('controls that point elsewhere', () => {
  test('capacitor and inverter controls', () => {
    const circuit = circuitOf(`New Line.L bus1=src bus2=b length=1
New Capacitor.C bus1=b kvar=600 kv=12.47
New PVSystem.P bus1=b kv=12.47
New XYcurve.V npts=4 points=(0.9 1 0.98 0 1.02 0 1.1 -1)
New CapControl.K capacitor=C element=Line.L type=kvar ONsetting=150 OFFsetting=-225 VoltOverride=Y Vmin=7110 Vmax=7740 ptratio=1 ctratio=1 Delay=100
New InvControl.I mode=voltvar vvc_curve1=V`);
    expect(circuit.capacitorControls[0]).toMatchObject({
      capacitorId: 'c',
      elementId: 'line.l',
      elementTerminal: 0,
      quantity: 'kvar',
      onSetting: 150,
      offSetting: -225,
      voltageOverride: true,
      voltageMinV: 7110,
      delayS: 100,
      delayOffS: 15,
    });
    expect(circuit.inverterControls).toEqual([
      { id: 'i', generatorIds: ['p'], voltVarCurve: 'v', enabled: true },
    ]);
    expect(circuit.curves).toEqual([{ id: 'v', x: [0.9, 0.98, 1.02, 1.1], y: [1, 0, 0, -1] }]);
  });

  test('are errors by name where that does not exist', () => {
    expect(
      errorsOf(`${HEAD}New Capacitor.C bus1=src
New Transformer.T buses=[src b]
New RegControl.N winding=2
New CapControl.A capacitor=C element=Line.None
New RegControl.R transformer=T winding=2 bus=nowhere.1
New InvControl.I mode=wattpf`),
    ).toEqual([
      '4 regcontrol.n.transformer',
      '5 capcontrol.a.element',
      '7 invcontrol.i.mode',
      '6 regcontrol.r.bus',
    ]);
  });
});
