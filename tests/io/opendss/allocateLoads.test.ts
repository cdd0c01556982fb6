import { describe, expect, test } from 'vitest';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import { circuitOf, errorsOf, HEAD, read } from './read';

/** Two lines in a row with a load at the end of each; the meter's peak is OpenDSS's default, 400 A. */
const FEEDER = `New Line.l1 bus1=src bus2=b1 length=1 r1=0.3 x1=0.6
New Line.l2 bus1=b1 bus2=b2 length=1 r1=0.3 x1=0.6
New Load.ld1 bus1=b1 phases=3 kv=12.47 xfkva=500 allocationfactor=0.5 pf=0.9
New Load.ld2 bus1=b2 phases=3 kv=12.47 xfkva=800 allocationfactor=0.5 pf=0.9
New EnergyMeter.m1 element=line.l1 terminal=1
Set voltagebases=[12.47]
Calcvoltagebases
Solve
`;

const kilowatts = (script: string): Record<string, number> =>
  Object.fromEntries(circuitOf(script).loads.map(({ id, pW }) => [id, pW / 1000]));

/**
 * kW after the command by OpenDSS's own engine (dss_capi 0.14.5), solved to its default tolerance of 1e-4, as public test
 * files hold them for these scripts.
 */
const CASES: readonly (readonly [string, string, Readonly<Record<string, number>>])[] = [
  ['connected kVA', `${FEEDER}AllocateLoads`, { ld1: 2867.625566, ld2: 4588.200906 }],
  ['four passes', `${FEEDER}Set NumAllocIterations=4\nAllocateLoads`, { ld1: 2863.277886, ld2: 4581.244618 }],
  [
    'kWh',
    `${FEEDER.replaceAll(/xfkva=500 allocationfactor=0.5/g, 'kwh=200000 cfactor=0.3').replaceAll(/xfkva=800 allocationfactor=0.5/g, 'kwh=350000 cfactor=0.3')}AllocateLoads`,
    { ld1: 2710.478969, ld2: 4743.338196 },
  ],
  [
    'single phases, each by its own',
    `New Line.l1 bus1=src bus2=b1 length=1 r1=0.3 x1=0.6
New Load.ld1 bus1=b1.1 phases=1 kv=7.2 xfkva=200 allocationfactor=0.5 pf=0.9
New Load.ld2 bus1=b1.2 phases=1 kv=7.2 xfkva=400 allocationfactor=0.5 pf=0.9
New Load.ld3 bus1=b1.3 phases=1 kv=7.2 xfkva=600 allocationfactor=0.5 pf=0.9
New EnergyMeter.m1 line.l1 1
AllocateLoads`,
    { ld1: 2502.501239, ld2: 2502.556163, ld3: 2502.673607 },
  ],
];

describe('AllocateLoads', () => {
  test.each(CASES)('gives the kilowatts of OpenDSS: %s', (_, script, expected) => {
    const found = kilowatts(script);
    for (const [id, kw] of Object.entries(expected)) expect(Math.abs(found[id]! / kw - 1)).toBeLessThan(2e-4);
  });

  test('brings a meter to its peak currents, phase by phase, as far as the passes go', () => {
    const circuit = circuitOf(`New Line.l1 bus1=src bus2=b1 length=1 r1=0.3 x1=0.6
New Load.a bus1=b1.1 phases=1 kv=7.2 xfkva=200 model=5 pf=0.95
New Load.b bus1=b1.2 phases=1 kv=7.2 xfkva=300 model=5 pf=0.95
New Load.c bus1=b1.3 phases=1 kv=7.2 xfkva=400 model=5 pf=0.95
New EnergyMeter.m1 element=line.l1 term=1 option=R action=C PhaseVolt=yes peakcurrent=(46,69,52)
AllocateLoads`);
    const outcome = solveCircuit(circuit);
    if (!outcome.ok) throw new Error('not solved');
    const { currentRe, currentIm } = outcome.value.solution.elements.find(({ id }) => id === 'l1')!
      .terminals[0]!;
    const iA = [0, 1, 2].map((k) => Math.hypot(currentRe[k]!, currentIm[k]!));
    [46, 69, 52].forEach((peak, k) => expect(iA[k]! / peak).toBeCloseTo(1, 4));
  });

  test('leaves alone what is given in kW, what stands outside every zone, and what another meter has', () => {
    const found = kilowatts(`New Line.l1 bus1=src bus2=b1 length=1
New Line.l2 bus1=b1 bus2=b2 length=1
New Line.l3 bus1=src bus2=b3 length=1
New Load.fixed bus1=b1 kv=12.47 kw=100 pf=0.9
New Load.near bus1=b1 kv=12.47 xfkva=500 model=5 pf=0.9
New Load.far bus1=b2 kv=12.47 xfkva=500 model=5 pf=0.9
New Load.out bus1=b3 kv=12.47 xfkva=500 pf=0.9
New EnergyMeter.m1 line.l1 1 peakcurrent=[50 50 50]
New EnergyMeter.m2 line.l2 1 peakcurrent=[10 10 10]
New EnergyMeter.m3 line.l3 1 peakcurrent=[10 10 10] enabled=no
AllocateLoads`);
    // The power factor came after the kVA: OpenDSS takes its default of 0.88 for the kilowatts.
    expect([found['fixed'], found['out']]).toEqual([100, 220]);
    // Constant currents: 10 A at 7.2 kV and 0.9 are 194 kW.
    expect(found['far']! / (Math.sqrt(3) * 12.47 * 10 * 0.9)).toBeCloseTo(1, 2);
    expect(found['near']).toBeGreaterThan(2 * found['far']!);
  });

  test('goes by a snapshot without multiplier, and leaves both behind', () => {
    const { study, loads } = circuitOf(`${FEEDER}Set loadmult=0.5 mode=yearly\nAllocateLoads`);
    expect([study.mode, study.loadMultiplier]).toEqual(['snapshot', 1]);
    expect(loads[0]!.pW).toBeCloseTo(circuitOf(`${FEEDER}AllocateLoads`).loads[0]!.pW, 6);
  });

  test('is refused by name where it cannot be done', () => {
    const line = 'New Line.l1 bus1=src bus2=b1\nNew Load.l bus1=b1 kv=12.47 xfkva=9';
    const allocated = (body: string) => errorsOf(`${HEAD}${line}\n${body}\nAllocateLoads`);
    expect(allocated('New EnergyMeter.m line.l9 1')).toEqual(['5 energymeter.m.element']);
    expect(allocated('New EnergyMeter.m line.l1 3')).toEqual(['5 energymeter.m.element']);
    expect(allocated('New EnergyMeter.m line.l1 1 zonelist=[line.l1]')).toEqual(['5 energymeter.m.zonelist']);
    expect(allocated('New EnergyMeter.m line.l1 1\nNew Line.l2 bus1=src bus2=b1')).toEqual([
      '6 energymeter.m.element',
    ]);
    expect(allocated('Set NumAllocIterations=1e9')).toEqual(['4 set Numallociterations']);
    expect(allocated('New Sensor.s line.l1 1')).toEqual(['5 ']);
    expect(allocated('New EnergyMeter.m line.l1 1')).toEqual([]);
  });

  test('passes over what it does not know of a meter', () => {
    const { issues } = read(
      `${FEEDER.replace('Solve', 'EnergyMeter.m1.local=yes losses=no oddity=3')}`.replace(/^/, HEAD),
    );
    expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(issues.map(({ field }) => field)).toContain('energymeter');
  });
});
