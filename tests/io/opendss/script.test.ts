import { describe, expect, test } from 'vitest';
import { circuitOf, errorsOf, HEAD, read } from './read';

describe('how a script is written', () => {
  test('comments of every kind, continuation lines and quotes', () => {
    const circuit = circuitOf(`! one
// two
/* three
New Load.none bus1=b
*/
New "Load.A" bus1='b.1' phases=1 ! four
~ kv = 7.2   kw=[10] // five
more pf={0.8}
M model=(2)`);
    expect(circuit.loads).toMatchObject([
      { id: 'a', terminal: { busId: 'b', nodes: [1, 0] }, pW: 10_000, model: { kind: 'constantImpedance' } },
    ]);
    expect(circuit.loads[0]!.qVar).toBeCloseTo(7500, 9);
  });

  test('bare values go on after the property given last', () => {
    const [load] = circuitOf('New Load.L 1 b.2 7.2 kW=3 0.6').loads;
    expect(load).toMatchObject({
      phases: 1,
      terminal: { busId: 'b', nodes: [2, 0] },
      ratedVoltageV: 7200,
      pW: 3000,
    });
    expect(load!.qVar).toBeCloseTo(4000, 9);
  });

  test('a switch with its four impedances and a code with both ratings, as the 8500-node and Ckt7 feeders write them', () => {
    const { lines } =
      circuitOf(`New Linecode.217 nphase=3 r1=6.988163E-04 x1=1.870072E-04 r0=1.525585E-03 x0=4.363501E-04 c1=0 c0=0 NormAmps = 213  234 units=m
New Line.sw bus1=a bus2=b switch=y  R1=1  2  3  4  Length=0.001
New Line.l bus1=b bus2=c linecode=217 length=10 units=m`);
    expect(lines[0]!.isSwitch).toBe(true);
    expect(lines[0]!.rOhm[0]).toBeCloseTo(((2 * 1 + 3) / 3) * 0.001, 15);
    expect(lines[0]!.xOhm[1]).toBeCloseTo(((4 - 2) / 3) * 0.001, 15);
    expect(lines[1]).toMatchObject({ ratedCurrentA: 213, emergencyCurrentA: 234, lengthM: 10 });
  });

  test('reverse Polish arithmetic wherever a number stands', () => {
    const { reactors } = circuitOf(
      'New Reactor.R bus1=src bus2=h r=0 x=(1.051 0.88 0.001 3 * - - 115 12.47 / sqr *)',
    );
    expect(reactors[0]!.xOhm[0]).toBeCloseTo((1.051 - (0.88 - 0.003)) * (115 / 12.47) * (115 / 12.47), 9);
  });

  test('abbreviated commands, classes by name and properties by their first letters', () => {
    const circuit = circuitOf(`New Load.L bus=b kv=12.47 mode=4 cvrw=0.5 cvrv=3 kw=7
Set voltageb=[12.47 0.48]
Calcv`);
    expect(circuit.loads[0]!.model).toEqual({ kind: 'exponential', pExponent: 0.5, qExponent: 3 });
    expect(circuit.voltageBasesV).toEqual([12470, 480]);
  });

  test('bases asked for without CalcVoltageBases count for nothing', () => {
    expect(circuitOf('Set voltagebases=[12.47]').voltageBasesV).toEqual([]);
  });

  test('assignments, Edit, like= and BatchEdit with a pattern', () => {
    const { loads } = circuitOf(`New Load.A1 bus1=b kv=12.47 kw=1 pf=1
New Load.A2 like=A1 bus1=c kw=2
New Load.B1 like=A1 bus1=d
Load.A1.kw=5 vminpu=0.7
Edit Load.B1 model=5
BatchEdit Load.A.* vmaxpu=1.3`);
    expect(loads.map(({ id, pW }) => [id, pW])).toEqual([
      ['a1', 5000],
      ['a2', 2000],
      ['b1', 1000],
    ]);
    expect(loads.map(({ limits }) => [limits.minPu, limits.maxPu])).toEqual([
      [0.7, 1.3],
      [0.95, 1.3],
      [0.95, 1.05],
    ]);
    expect(loads[2]!.model.kind).toBe('constantCurrent');
  });

  test('variables', () => {
    const { loads } = circuitOf(
      'var @kv=4.16 @p=(2 3 *)\nNew Load.L bus1=b.1 phases=1 kv=(@kv 3 sqrt /) kw=@p pf=1',
    );
    expect(loads[0]!.ratedVoltageV).toBeCloseTo(4160 / Math.sqrt(3), 9);
    expect(loads[0]!.pW).toBe(6000);
  });

  test('files: folders, case, backslashes; Compile stays in its folder, Redirect comes back', () => {
    const { circuit } = read(`Compile sub\\Inner.dss\nRedirect more.dss\nNew Load.Last bus1=b kv=12.47`, {
      'sub/inner.dss': `${HEAD}Redirect deep/lines.dss\n`,
      'sub/deep/lines.dss': 'New Line.L bus1=src bus2=b length=1 units=km',
      'sub/more.dss': 'New Load.More bus1=b kv=12.47 kw=4',
    });
    expect(circuit.lines).toHaveLength(1);
    expect(circuit.loads.map(({ id }) => id)).toEqual(['more', 'last']);
  });

  test('a file without extension in a folder with points in its name', () => {
    const { circuit } = read(`${HEAD}Redirect feeder.v2/lines`, {
      'feeder.v2/lines.dss': 'New Line.L bus1=src bus2=b\nRedirect ../loads',
      'loads.dss': 'New Load.D bus1=b kv=12.47',
    });
    expect([circuit.lines.length, circuit.loads.length]).toEqual([1, 1]);
  });

  test('a file that includes itself, and one that is not there', () => {
    expect(errorsOf(`${HEAD}Redirect main.dss\nRedirect gone.dss`)).toHaveLength(2);
  });

  test('Clear begins anew; a second circuit without it is an error', () => {
    const { circuit } = read(
      `${HEAD}New Load.Old bus1=b kv=1\nClear\nNew Circuit.Second basekv=4.16\nNew Load.N bus1=sourcebus kv=4.16`,
    );
    expect(circuit.name).toBe('second');
    expect(circuit.loads.map(({ id }) => id)).toEqual(['n']);
    expect(errorsOf(`${HEAD}New Circuit.Second`)).toHaveLength(1);
  });

  test('an element defined twice is edited, with a warning', () => {
    const { circuit, issues } = read(`${HEAD}New Load.L bus1=b kv=12.47 kw=1 pf=1\nNew Load.L kw=3`);
    expect(circuit.loads).toMatchObject([{ pW: 3000, terminal: { busId: 'b' } }]);
    expect(issues).toMatchObject([
      { severity: 'warning', code: 'dss-duplicate', where: '3', field: 'load.l' },
    ]);
  });

  test('Enable, Disable, Open and Close', () => {
    const circuit = circuitOf(`New Line.A bus1=src bus2=b length=1
New Line.B bus1=b bus2=c length=1
New Line.C bus1=c bus2=d length=1
New Load.L bus1=b kv=12.47
New Load.M bus1=b kv=12.47
Disable Load.L
Load.M.enabled=no
Enable Load.M
Open Line.A 1
Open Line.B 2 3
Open Line.C 1
Close Line.C 1`);
    expect(circuit.loads.map(({ enabled }) => enabled)).toEqual([false, true]);
    expect(circuit.lines.map(({ open }) => open)).toEqual([true, false, false]);
    expect(circuit.lines[1]!.from.nodes).toEqual([1, 2]);
    expect(circuit.lines[1]!.rOhm).toHaveLength(4);
  });

  test('places of buses and their bases', () => {
    const { buses } = circuitOf(
      'New Load.L bus1=B kv=12.47\nBusCoords xy.csv\nSetkVBase bus=b kVLL=12.47\nSetkVBase src kVLN=7.2',
      { 'xy.csv': 'SRC, 1.5, 2\nb 3 4\nbad, x, 1\n' },
    );
    expect(buses).toMatchObject([
      { id: 'src', position: [1.5, 2], baseVoltageV: 7200 },
      { id: 'b', position: [3, 4] },
    ]);
    expect(buses[1]!.baseVoltageV).toBeCloseTo(12470 / Math.sqrt(3), 9);
  });

  test('settings of the study', () => {
    expect(
      circuitOf(
        'Set mode=daily stepsize=15m number=96 loadmult=0.8 controlmode=off tolerance=1e-6 maxcontroliter=25',
      ).study,
    ).toEqual({
      mode: 'daily',
      stepS: 900,
      loadMultiplier: 0.8,
      tolerance: 1e-6,
      controls: 'off',
      maxControlIterations: 25,
    });
  });

  test('after a solution of another kind the circuit stands as at the last power flow', () => {
    const { circuit, issues } = read(`${HEAD}New Load.L bus1=src kv=12.47 kw=1
Solve
New Fault.F bus1=src.1
Disable Load.L
Solve mode=Direct`);
    expect(circuit.loads[0]!.enabled).toBe(true);
    expect(circuit.reactors).toEqual([]);
    expect(issues).toMatchObject([{ severity: 'warning', code: 'dss-solve-mode', where: '6' }]);
    expect(errorsOf(`${HEAD}Solve mode=faultstudy`)).toEqual(['2 solve']);
  });
});

describe('what was not understood', () => {
  test('comes complete, by line and property', () => {
    expect(
      errorsOf(`${HEAD}New Load.L bus1=b kv=zero kw=1 colour=red
New Line.A bus1=src bus2=b linecode=none1 length=1
Frobnicate now
New Gizmo.G
New Isource.I bus1=b
Set mode=sideways
New Line.B bus1=src bus2=b rmatrix=[1 2 3 4]
New Transformer.T windings=2 wdg=3
Load.Unknown.kw=1
New Generator.G bus1=b kv=12.47 model=6`),
    ).toEqual([
      '2 load.l.kv',
      '2 load.l.colour',
      '3 line.a.linecode',
      '4 ',
      '5 ',
      '7 set mode',
      '8 line.b.rmatrix',
      '9 transformer.t.wdg',
      '10 load.unknown',
      '11 generator.g.model',
      '6 isource.i',
    ]);
  });

  test('is a note, one for many places, where it has no part in a power flow', () => {
    const body = Array.from(
      { length: 50 },
      (_, i) => `New Monitor.M${i} element=Vsource.source\nNew Load.L${i} bus1=src kv=12.47 spectrum=s`,
    );
    const { issues } = read(`${HEAD}${body.join('\n')}\nPlot profile\nShow voltages`);
    expect(issues.map(({ severity, field, value }) => `${severity} ${field ?? value}`)).toEqual([
      'note monitor',
      'note load.spectrum',
      'note plot',
      'note show',
    ]);
    expect(issues[0]!.message).toContain('50 places');
  });

  test('a class that is not modelled is an error only where an element of it is in service', () => {
    const isource = (more: string) => `${HEAD}New Isource.i bus1=src amps=10 ${more}`;
    expect(errorsOf(isource(''))).toEqual(['2 isource.i']);
    expect(errorsOf(isource('enabled=yes'))).toEqual(['2 isource.i']);
    for (const off of ['enabled=no', 'phases=3 enab=false', '\nDisable Isource.i', '\n~ enabled=n']) {
      expect(errorsOf(isource(off))).toEqual([]);
      expect(read(isource(off)).issues.map(({ field }) => field)).toContain('isource.i');
    }
  });

  test('commands of a run on several processors are notes, as those of plots and reports are', () => {
    const commands =
      'NewActor\nWait\nSolveAll\nPlot profile\nShow voltages\nInterpolate\nCloseDI\nSample\nVisualize what=powers';
    const { issues } = read(HEAD + commands);
    expect(issues.map(({ severity, value }) => `${severity} ${value}`)).toEqual(
      ['newactor', 'wait', 'solveall', 'plot', 'show', 'interpolate', 'closedi', 'sample', 'visualize'].map(
        (name) => `note ${name}`,
      ),
    );
    expect(errorsOf(`${HEAD}Reduce\nPlod profile`)).toEqual(['2 ', '3 ']);
  });

  test('a CapControl that measures elsewhere says where the trouble lies', () => {
    const control = (more: string) =>
      `${HEAD}New Line.l bus1=src bus2=b\nNew Capacitor.c bus1=b kvar=9 kv=12.47\nNew CapControl.k capacitor=c type=voltage ${more}`;
    expect(errorsOf(control('element=line.l'))).toEqual([]);
    // VBus is where a voltage override measures: a control by voltage has none, nor has one that is switched off.
    expect(errorsOf(control('element=line.l vbus=b voltoverride=yes'))).toEqual([]);
    expect(errorsOf(control('element=line.l vbus=b type=kvar'))).toEqual([]);
    expect(errorsOf(control('element=line.l vbus=b type=kvar voltoverride=yes'))).toEqual([
      '4 capcontrol.k.vbus',
    ]);
    expect(errorsOf(control('element=vsource.source'))).toEqual(['4 capcontrol.k.element']);
    expect(errorsOf(control('element=vsource.source enabled=no'))).toEqual([]);
  });

  test('a script without circuit', () => {
    expect(errorsOf('! nothing')).toEqual(['1 ']);
    expect(errorsOf('New Load.L bus1=b')).not.toEqual([]);
  });
});
