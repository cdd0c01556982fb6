import { describe, expect, test } from 'vitest';
import { circuitOf, errorsOf, HEAD, near, OMEGA, read } from './read';

describe('source', () => {
  test('impedance from short-circuit currents, a stiff one from R1 and X1', () => {
    const [stiff] = read('New Circuit.C basekv=4.16 pu=1.02 angle=30 R1=0.1 X1=0.4 R0=0.2 X0=0.6').circuit
      .sources;
    expect(stiff!.voltageV).toBeCloseTo((4160 * 1.02) / Math.sqrt(3), 9);
    expect(stiff!.angleDeg).toBe(30);
    near(stiff!.rOhm.slice(0, 2), [(2 * 0.1 + 0.2) / 3, (0.2 - 0.1) / 3]);
    near(stiff!.xOhm.slice(0, 2), [(2 * 0.4 + 0.6) / 3, (0.6 - 0.4) / 3]);
  });

  test('a three-phase fault at its terminal draws the current that was given, a single-phase one too', () => {
    const { sources } = read('New Circuit.C basekv=11 Isc3=3000 Isc1=2000 x1r1=2 x0r0=3').circuit;
    const { rOhm: r, xOhm: x } = sources[0]!;
    const z1 = Math.hypot(r[0]! - r[1]!, x[0]! - x[1]!);
    expect(11000 / Math.sqrt(3) / z1).toBeCloseTo(3000, 6);
    expect((x[0]! - x[1]!) / (r[0]! - r[1]!)).toBeCloseTo(2, 9);
    expect((x[0]! + 2 * x[1]!) / (r[0]! + 2 * r[1]!)).toBeCloseTo(3, 9);
    expect(11000 / Math.sqrt(3) / Math.hypot(r[0]!, x[0]!)).toBeCloseTo(2000, 6);
  });

  test('defaults of a circuit: 115 kV, 2000 and 2100 MVA', () => {
    const [source] = read('New Circuit.C').circuit.sources;
    const z1 = Math.hypot(source!.rOhm[0]! - source!.rOhm[1]!, source!.xOhm[0]! - source!.xOhm[1]!);
    expect((115 * 115) / z1).toBeCloseTo(2000, 6);
    expect(source!.terminal).toEqual({ busId: 'sourcebus', nodes: [1, 2, 3] });
    expect(source!.returnTerminal).toEqual({ busId: 'sourcebus', nodes: [0, 0, 0] });
  });
});

describe('line', () => {
  test('sequence values per length, and the default capacitance per 1000 ft', () => {
    const [line] = circuitOf('New Line.L bus1=src bus2=b r1=0.1 x1=0.2 r0=0.4 x0=0.8 length=3').lines;
    near(line!.rOhm, [0.6, 0.3, 0.3, 0.3, 0.6, 0.3, 0.3, 0.3, 0.6]);
    near(line!.xOhm.slice(0, 2), [1.2, 0.6]);
    near(line!.bS.slice(0, 2), [OMEGA * 3e-9 * ((2 * 3.4 + 1.6) / 3), OMEGA * 3e-9 * ((1.6 - 3.4) / 3)]);
  });

  test('a line code in miles on a line in feet', () => {
    const [line] =
      circuitOf(`New LineCode.C nphases=2 units=mi rmatrix=[1 | 0.2 2] xmatrix=(3 0.5 | 0.5 4) cmatrix=[10 | -1 11] normamps=100
New Line.L bus1=src.1.3 bus2=b.1.3 linecode=C length=5280 units=ft`).lines;
    near(line!.rOhm, [1, 0.2, 0.2, 2]);
    near(line!.xOhm, [3, 0.5, 0.5, 4]);
    near(
      line!.bS,
      [10, -1, -1, 11].map((nF) => nF * 1e-9 * OMEGA),
    );
    expect(line!.from.nodes).toEqual([1, 3]);
    expect(line!.lengthM).toBeCloseTo(1609.344, 9);
    expect([line!.ratedCurrentA, line!.emergencyCurrentA]).toEqual([100, 600]);
  });

  test('units=none on either side leaves the length as it is', () => {
    const { lines } = circuitOf(`New LineCode.C nphases=1 units=km rmatrix=[0.3] xmatrix=[0.1] cmatrix=[0]
New Line.A phases=1 bus1=src.1 bus2=b.1 linecode=C length=2
New Line.B phases=1 bus1=src.1 bus2=b.1 linecode=C length=200 units=m`);
    near(lines[0]!.rOhm, [0.6]);
    expect(lines[0]!.lengthM).toBe(2000);
    near(lines[1]!.rOhm, [0.06]);
  });

  test('Kron reduction takes the neutral out of a code', () => {
    const [line] =
      circuitOf(`New LineCode.C nphases=2 rmatrix=[1 | 0 2] xmatrix=[0 | 0.5 0] cmatrix=[4 | -1 3] kron=yes
New Line.L phases=1 bus1=src.1 bus2=b.1 linecode=C length=1`).lines;
    near(line!.rOhm, [1 + 0.25 / 2]);
    near(line!.bS, [4e-9 * OMEGA]);
  });

  test('switch=yes is a length of 0.001 with its own values, whatever stood before', () => {
    const [line] = circuitOf('New Line.S bus1=src bus2=b r1=9 length=77 units=km switch=yes').lines;
    near(line!.rOhm.slice(0, 2), [0.001, 0]);
    near(line!.xOhm.slice(0, 2), [0.001, 0]);
    near(line!.bS.slice(0, 1), [OMEGA * 1e-12 * ((2 * 1.1 + 1) / 3)]);
  });

  test('another frequency changes reactance, susceptance and the earth return', () => {
    const { circuit } = read(`Set DefaultBaseFrequency=50
New Circuit.C basekv=11 bus1=src
New LineCode.C nphases=1 basefreq=60 rmatrix=[1] xmatrix=[3] cmatrix=[10] Rg=0.02 Xg=0 rho=100
New Line.L phases=1 bus1=src.1 bus2=b.1 linecode=C length=1`);
    const ratio = 50 / 60;
    near(circuit.lines[0]!.rOhm, [1 + 0.02 * (ratio - 1)]);
    near(circuit.lines[0]!.xOhm, [3 * ratio]);
    near(circuit.lines[0]!.bS, [10e-9 * 2 * Math.PI * 50]);
    expect(circuit.baseFrequencyHz).toBe(50);
  });

  test('wires in a geometry: one conductor over earth after Carson, as Deri has it', () => {
    const body = (
      more: string,
    ): string => `New WireData.W Rac=0.306 Runits=mi GMRac=0.0244 GMRunits=ft Diam=0.721 Radunits=in
New LineGeometry.G nconds=1 nphases=1 cond=1 wire=W x=0 h=30 units=ft
New Line.L phases=1 bus1=src.1 bus2=b.1 geometry=G length=1 units=mi ${more}`;
    const [carson] = circuitOf(body('EarthModel=Carson')).lines;
    expect(carson!.rOhm[0]).toBeCloseTo(0.306 + 0.0953, 3);
    expect(carson!.xOhm[0]).toBeCloseTo(0.12134 * (Math.log(1 / 0.0244) + 7.93402), 2);
    const [deri] = circuitOf(body('')).lines;
    expect(deri!.xOhm[0]).not.toBe(carson!.xOhm[0]);
    expect(Math.abs(deri!.xOhm[0]! / carson!.xOhm[0]! - 1)).toBeLessThan(0.01);
    const height = (2 * 30 * 12) / (0.721 / 2);
    expect(carson!.bS[0]).toBeCloseTo((OMEGA * 2 * Math.PI * 8.854e-12 * 1609.344) / Math.log(height), 9);
  });

  test('a spacing with wires is a geometry that is reduced to its phases', () => {
    const { lines } =
      circuitOf(`New WireData.W Rac=0.3 Runits=km GMRac=5 GMRunits=mm radius=6 radunits=mm normamps=200
New LineSpacing.S nconds=2 nphases=1 x=[0 0] h=[9 8] units=m
New LineGeometry.G nconds=2 nphases=1 reduce=yes cond=1 wire=W x=0 h=9 units=m cond=2 wire=W x=0 h=8
New Line.A phases=1 bus1=src.1 bus2=b.1 spacing=S wires=[W W] length=400 units=m
New Line.B phases=1 bus1=src.1 bus2=b.1 geometry=G length=0.4 units=km`);
    near(lines[0]!.rOhm, lines[1]!.rOhm);
    near(lines[0]!.xOhm, lines[1]!.xOhm);
    near(lines[0]!.bS, lines[1]!.bS);
    expect(lines[0]!.ratedCurrentA).toBe(200);
  });

  test('no impedance, and a state of conductors that only lines know', () => {
    expect(
      errorsOf(`${HEAD}New Line.Z bus1=src bus2=b r1=0 x1=0 r0=0 x0=0 length=1
New Capacitor.C bus1=src
Open Capacitor.C 1 2`),
    ).toEqual(['2 line.z.impedance', '3 capacitor.c']);
  });

  test('states of switches, fuses and reclosers', () => {
    const { lines } = circuitOf(`New Line.A bus1=src bus2=b length=1
New Line.B bus1=src bus2=b length=1
New Line.C bus1=src bus2=b length=1
New SwtControl.S SwitchedObj=Line.A SwitchedTerm=1 Action=Open
New Fuse.F MonitoredObj=Line.B State=[closed open closed]
New Recloser.R MonitoredObj=Line.C MonitoredTerm=1 State=closed`);
    expect(lines.map(({ open, from }) => [open, from.nodes.length])).toEqual([
      [true, 3],
      [false, 2],
      [false, 3],
    ]);
    expect(errorsOf(`${HEAD}New SwtControl.S SwitchedObj=Line.None Action=open`)).toEqual([
      '2 swtcontrol.s.switchedobj',
    ]);
  });
});

describe('transformer', () => {
  test.each(['taps=[1 0]', 'wdg=2 tap=0', 'wdg=2 tap=-1', 'taps=[-0.1, 1]'])(
    'a ratio that is not above zero is refused where it stands: %s',
    (text) => {
      const script = `${HEAD}New Transformer.T buses=[src b] kvs=[12.47 4.16] ${text}`;
      const property = text.includes('taps') ? 'taps' : 'tap';
      expect(errorsOf(script)).toEqual([expect.stringMatching(new RegExp(`T\\.${property}$`, 'i'))]);
    },
  );

  test('winding by winding, and in lists', () => {
    const { transformers } =
      circuitOf(`New Transformer.A Phases=3 Windings=2 Xhl=8 %noloadloss=0.3 %imag=1 ppm=0
~ wdg=1 bus=src conn=Delta kv=115 kva=5000 %r=0.5
~ wdg=2 bus=b conn=wye kv=4.16 kva=5000 %r=0.6 tap=1.05 maxtap=1.15 mintap=0.85 numtaps=16
New Transformer.B buses=(src b) conns=(delta wye) kvs=(115 4.16) kvas=(5000 5000) %Rs=(0.5 0.6) xhl=8 taps=(1 1.05) ppm_antifloat=0
~ %noloadloss=0.3 %imag=1 wdg=2 maxtap=1.15 mintap=0.85 numtaps=16 leadlag=euro`);
    expect(transformers[0]).toMatchObject({
      shortCircuitXPercent: [8],
      noLoadLossPercent: 0.3,
      magnetisingPercent: 1,
      magnetisingPlace: 1,
      antifloatPpm: 0,
      deltaRotation: 'lag',
      normalRatingVa: 5_500_000,
      windings: [
        {
          terminal: { busId: 'src', nodes: [1, 2, 3] },
          connection: 'delta',
          ratedVoltageV: 115_000,
          rPercent: 0.5,
        },
        {
          terminal: { busId: 'b', nodes: [1, 2, 3, 0] },
          connection: 'wye',
          ratedSVa: 5_000_000,
          rPercent: 0.6,
          tapPu: 1.05,
          tapMinPu: 0.85,
          tapMaxPu: 1.15,
          tapSteps: 16,
        },
      ],
    });
    expect({ ...transformers[1], id: 'a', deltaRotation: 'lag' }).toEqual(transformers[0]);
    expect(transformers[1]!.deltaRotation).toBe('lead');
  });

  test('%loadloss is shared by the first two windings; the first rating is everybody’s', () => {
    const [unit] = circuitOf(
      'New Transformer.T buses=[src b] kvs=[12.47 0.4] kva=100 %loadloss=1.2 xhl=4',
    ).transformers;
    expect(unit!.windings.map(({ rPercent, ratedSVa }) => [rPercent, ratedSVa])).toEqual([
      [0.6, 100_000],
      [0.6, 100_000],
    ]);
  });

  test('a centre-tapped service transformer from a code', () => {
    const { transformers } =
      circuitOf(`New XfmrCode.CT25 phases=1 windings=3 kvs=[7.2 0.12 0.12] kvas=[25 25 25] %imag=0.5
~ %Rs=[0.6 1.2 1.2] %noloadloss=0.2 Xhl=2.04 Xht=2.05 Xlt=1.36
New Transformer.T XfmrCode=CT25 buses=[src.2 s.1.0 s.0.2]`);
    expect(transformers[0]).toMatchObject({
      phases: 1,
      magnetisingPercent: 0.5,
      normalRatingVa: expect.closeTo(27_500, 6) as number,
      windings: [
        { terminal: { busId: 'src', nodes: [2, 0] }, ratedVoltageV: 7200, rPercent: 0.6 },
        { terminal: { busId: 's', nodes: [1, 0] }, ratedVoltageV: 120, rPercent: 1.2 },
        { terminal: { busId: 's', nodes: [0, 2] }, ratedVoltageV: 120, rPercent: 1.2 },
      ],
    });
    near(transformers[0]!.shortCircuitXPercent, [2.04, 2.05, 1.36]);
  });

  test('like= takes everything but the buses; a neutral on a node of its own', () => {
    const { transformers } =
      circuitOf(`New Transformer.A phases=1 buses=[9.1 9r.1] conns=[wye wye] kvs=[2.402 2.402] kvas=[2000 2000] XHL=.01 %LoadLoss=0.00001 ppm=0.0
New Transformer.C like=A buses=[25.3 25r.3] ppm=0.0
New Transformer.N kVA=1000 wdg=1 bus=n.1.2.3.4 Rneut=5 Xneut=1 wdg=2 bus=g Conns=[wye Delta] kvs=[12.47 0.48]`);
    const [a, c, n] = transformers;
    expect(c!.windings.map(({ terminal }) => terminal)).toEqual([
      { busId: '25', nodes: [3, 0] },
      { busId: '25r', nodes: [3, 0] },
    ]);
    expect(c!.shortCircuitXPercent).toEqual(a!.shortCircuitXPercent);
    expect(n!.windings[0]).toMatchObject({
      terminal: { nodes: [1, 2, 3, 4] },
      neutralROhm: 5,
      neutralXOhm: 1,
    });
    expect(n!.windings[1]!.terminal.nodes).toEqual([1, 2, 3]);
  });
});
