import { describe, expect, it } from 'vitest';
import { faultCurrents, type Thevenin } from '../../../src/sim/reliability/fault';
import { balanceView } from '../../../src/study/network/balanceView';
import { feedTree } from '../../../src/study/network/feedTree';
import { constraintTable, EN_50160_LIMITS } from '../../../src/study/network/limits';
import { powerFlowSolver } from '../../../src/study/network/powerFlow';
import { LARGEST_CURRENTS, shortCircuitAt } from '../../../src/study/network/shortCircuit';
import { powerFlowThevenin } from '../../../src/study/network/thevenin';
import { circuitTopology } from '../../../src/study/network/topology';
import type { Circuit } from '../../../src/model/circuit';
import { SERVICE, service } from './splitPhase';

const rowsOf = (parts: Circuit, sourceBus = 'src') => {
  const solved = powerFlowSolver()(parts);
  if (!solved.ok || solved.value.status !== 'converged') throw new Error('unsolved');
  const tree = feedTree(circuitTopology(parts), [sourceBus]);
  return balanceView(parts, tree, solved.value, constraintTable(solved.value, EN_50160_LIMITS)).rows;
};

describe('a centre-tapped transformer', () => {
  it('is one way between two buses: the circuit is radial, with a second unit it is not', () => {
    expect(circuitTopology(service()).islands.map(({ meshed }) => meshed)).toEqual([false]);
    const second = SERVICE.split('\n')[2]!.replace('Transformer.t', 'Transformer.u');
    const both = circuitTopology(service(SERVICE.replace('New Line', `${second}\nNew Line`)));
    expect(both.islands.map(({ meshed }) => meshed)).toEqual([true]);
  });

  it('is one row of the balance with all that stands behind it', () => {
    const rows = rowsOf(service());
    expect(rows.map(({ kind, id, netW }) => [kind, id, netW])).toEqual([
      ['line', 'drop', 1000],
      ['transformer', 't', 5000],
    ]);
    const [unit] = service().transformers;
    expect(rows[1]!.balanceLoading).toBeCloseTo(5000 / unit!.normalRatingVa, 12);
  });
});

describe('three windings to three buses', () => {
  const text = (source: string) => `Clear
New Circuit.c basekv=12.47 bus1=${source}
New Transformer.t windings=3 buses=(a, b, d) conns=(wye, wye, wye) kvs=(12.47, 12.47, 12.47) kvas=(500, 500, 500) xhl=4 xht=4 xlt=4
New Load.atA bus1=a kv=12.47 kw=10 pf=1
New Load.atB bus1=b kv=12.47 kw=20 pf=1
New Load.atD bus1=d kv=12.47 kw=40 pf=1
Set voltagebases=[12.47]
Calcvoltagebases`;

  it.each([
    ['a', 60e3],
    ['b', 50e3],
    ['d', 30e3],
  ])('are one row of the balance, fed from %s with %d W', (source, netW) => {
    const rows = rowsOf(service(text(source)), source);
    expect(rows.map((row) => [row.id, row.netW])).toEqual([['t', netW]]);
  });
});

describe('short circuit of a split-phase service', () => {
  const u = 208 / Math.sqrt(3);

  it('drives both halves in series between the two phases: c 2U / |Z|', () => {
    const outcome = shortCircuitAt(service(), 'h', powerFlowThevenin(), LARGEST_CURRENTS);
    if (!outcome.ok) throw new Error('no result');
    const of = (kind: string) => outcome.value.faults.filter((each) => each.kind === kind);
    // Star of the three windings, z12 = z13 = 1.8 + j2.04 %, z23 = 2.4 + j1.36 %. The current i of both halves is 2i in
    // winding 1: 2 = i (4 z1 + z2 + z3) = i (2 (z12 + z13) - z23) = i (4.8 + j6.8) %, on 120 V and 25 kVA.
    const base = (120 * 120) / 25e3;
    const between = (1.1 * 2 * u) / (Math.hypot(0.048, 0.068) * base);
    expect(of('phasePhase')).toHaveLength(1);
    expect(of('phasePhase')[0]!.currentA / between).toBeCloseTo(1, 3);
    // To earth one half alone: 1 = i z12.
    const toEarth = (1.1 * u) / (Math.hypot(0.018, 0.0204) * base);
    for (const { currentA } of of('phaseEarth')) expect(currentA / toEarth).toBeCloseTo(1, 3);
  });

  const bus = (angleDeg: number): Thevenin => ({
    busId: 'b',
    nodes: [1, 2],
    baseVoltageV: 120,
    impedanceOhm: Float64Array.of(0.01, 0.02, 0, 0, 0, 0, 0.01, 0.02),
    openVoltageV: Float64Array.of(
      119,
      0,
      119 * Math.cos((angleDeg * Math.PI) / 180),
      119 * Math.sin((angleDeg * Math.PI) / 180),
    ),
  });

  it.each([
    [180, 2],
    [-120, Math.sqrt(3)],
    // Two phases of an unearthed network, displaced to earth: the equivalent source stays symmetric.
    [-70, Math.sqrt(3)],
  ])('%d degrees between the open voltages: the two-phase fault has U times %d', (angleDeg, factor) => {
    const [fault] = faultCurrents(bus(angleDeg), { kind: 'factor', c: 1 });
    expect(fault!.kind).toBe('phasePhase');
    expect(fault!.currentA).toBeCloseTo((factor * 120) / (2 * Math.hypot(0.01, 0.02)), 6);
  });
});
