import { describe, expect, it } from 'vitest';
import { powerFlowSolver } from '../../../src/study/network/powerFlow';
import { answerPointQuestion } from '../../../src/study/network/pointQuestion';
import { contingency } from '../../../src/study/network/contingency';
import { EN_50160_LIMITS } from '../../../src/study/network/limits';
import type { Circuit } from '../../../src/model/circuit';
import { added as withAdded, circuit, generator, line, load, source, street, transformer } from './circuits';
import { powerFlowThevenin } from '../../../src/study/network/thevenin';
import {
  LARGEST_CURRENTS,
  shortCircuitAt,
  SMALLEST_LV_CURRENTS,
} from '../../../src/study/network/shortCircuit';
import { readOpenDss } from '../../../src/io/opendss';
import { solveCircuit } from '../../../src/sim/powerflow/circuit';
import type { AddedPower } from '../../../src/study/network/addedPower';
import { denseSolver, denseThevenin } from './denseSolver';

const solve = powerFlowSolver();
const station = circuit({
  sources: [source('s', { voltageV: 10_000 / Math.sqrt(3), r: 0.1, x: 0.4 })],
  transformers: [transformer('t', 's', 'r')],
  lines: [
    line('ra', 'r', 'a', { rm: 0.005, xm: 0.003 }),
    line('ab', 'a', 'b', { nodes: [2] }),
    line('ac', 'a', 'c', { open: true }),
  ],
  buses: [
    { id: 's', baseVoltageV: 10_000 / Math.sqrt(3) },
    ...['r', 'a', 'b', 'c'].map((id) => ({ id, baseVoltageV: 400 / Math.sqrt(3) })),
  ],
  loads: [
    load('one', 'b', 6000, { nodes: [2, 0], qVar: 2000 }),
    load('three', 'a', 30_000, { qVar: 10_000 }),
    load('delta', 'a', 4000, { nodes: [3, 1], connection: 'delta' }),
  ],
  generators: [generator('pv', 'a', 9000, [1, 0])],
});

/** Without the open branch and its dark bus, which each solver reports in its own way. */
const lit: Circuit = {
  ...station,
  buses: station.buses.filter((bus) => bus.id !== 'c'),
  lines: station.lines.filter((each) => !each.open),
};

describe("the project's power flow as the studies' solver", () => {
  it.each([
    ['a street', street(15_000)],
    ['a delta-wye station with a single-phase lateral, delta load and generation', lit],
  ])('gives the voltages and loadings of a nodal solution by hand for %s', (_title, parts) => {
    const [own, dense] = [solve(parts), denseSolver(parts)];
    if (!own.ok || !dense.ok)
      throw new Error(own.ok ? 'dense' : own.issues.map((each) => each.message).join());
    expect(own.value.status).toBe('converged');
    expect(own.value.nodes).toHaveLength(dense.value.nodes.length);
    own.value.nodes.forEach(({ busId, node }, row) => {
      const other = dense.value.nodes.findIndex((each) => each.busId === busId && each.node === node);
      const base = own.value.baseVoltageV[row]!;
      expect(base).toBeCloseTo(dense.value.baseVoltageV[other]!, 6);
      // The stub ties every node to earth with 1 nS; a floating delta drifts by it, its line voltages do not.
      expect(own.value.voltageRe[row]! / base).toBeCloseTo(dense.value.voltageRe[other]! / base, 6);
      expect(own.value.voltageIm[row]! / base).toBeCloseTo(dense.value.voltageIm[other]! / base, 6);
    });
    for (const branch of own.value.branches) {
      const other = dense.value.branches.find(({ kind, id }) => kind === branch.kind && id === branch.id)!;
      if (branch.kind === 'line') expect(branch.loading).toBeCloseTo(other.loading, 5);
    }
  });

  it('answers a point question and a contingency on the whole circuit, dark bus included', () => {
    const answer = answerPointQuestion(
      station,
      {
        busId: 'b',
        direction: 'load',
        pW: 5000,
        powerFactor: 1,
        phases: [2],
        limits: EN_50160_LIMITS,
        resolutionW: 100,
        leastShare: 0.1,
      },
      solve,
    );
    if (!answer.ok) throw new Error(answer.issues.map((each) => each.message).join());
    expect(answer.value.verdict).toBe('yes');
    const outage = contingency(station, 'line', 'ab', solve, { limits: EN_50160_LIMITS, maxTies: 1 });
    if (!outage.ok) throw new Error(outage.issues.map((each) => each.message).join());
    expect(outage.value.outage.lost.loadIds).toEqual(['one']);
    expect(outage.value.outage.largestLoading).toBeGreaterThan(0);
  });

  it.each(['s', 'r', 'a', 'b'])(
    'gives the short-circuit currents of the inverted nodal matrix at bus %s',
    (busId) => {
      for (const settings of [LARGEST_CURRENTS, SMALLEST_LV_CURRENTS]) {
        const own = shortCircuitAt(lit, busId, powerFlowThevenin(), settings);
        const dense = shortCircuitAt(lit, busId, denseThevenin, settings);
        if (!own.ok || !dense.ok) throw new Error('no result');
        expect(own.value.faults.map((each) => [each.kind, each.nodes])).toEqual(
          dense.value.faults.map((each) => [each.kind, each.nodes]),
        );
        own.value.faults.forEach(({ currentA }, k) => {
          expect(Math.abs(currentA / dense.value.faults[k]!.currentA - 1)).toBeLessThan(1e-5);
        });
      }
    },
  );

  it('names a bus without supply', () => {
    const outcome = shortCircuitAt(station, 'c', powerFlowThevenin(), LARGEST_CURRENTS);
    expect(outcome.ok ? [] : outcome.issues.map((issue) => issue.code)).toEqual(['thevenin-no-supply']);
  });
});

describe('what-ifs one after the other', () => {
  const asked = [
    [{ busId: 'b', phases: [2], direction: 'load', pW: 3000, qVar: 500 }],
    [{ busId: 'a', phases: [1, 2, 3], direction: 'generation', pW: 20_000, qVar: 0 }],
    [],
    [{ busId: 'r', phases: [3], direction: 'load', pW: 9000, qVar: 0 }],
  ] as const satisfies readonly (readonly AddedPower[])[];
  const state = (parts: Circuit, added: readonly AddedPower[]): Circuit => withAdded(parts, added);

  it('do not depend on those before, to the last bit', () => {
    const chain = powerFlowSolver();
    for (const added of [...asked, ...[...asked].reverse()]) {
      const [next, alone] = [chain(state(lit, added)), powerFlowSolver()(state(lit, added))];
      if (!next.ok || !alone.ok) throw new Error('does not compile');
      expect(next.value).toEqual(alone.value);
    }
  });

  it('are what a single solution gives', () => {
    const chain = powerFlowSolver();
    for (const added of asked) {
      const [next, single] = [chain(state(lit, added)), solveCircuit(state(lit, added))];
      if (!next.ok || !single.ok) throw new Error('does not compile');
      const { solution } = single.value;
      expect(next.value.status).toBe('converged');
      solution.voltageRe.forEach((value, row) => {
        const gap = Math.hypot(
          value - next.value.voltageRe[row]!,
          solution.voltageIm[row]! - next.value.voltageIm[row]!,
        );
        expect(gap).toBeLessThan(1e-8 * solution.baseVoltageV[row]!);
      });
    }
  });

  it('start from the taps that the circuit has, wherever regulators ended before', () => {
    const regulated = regulatedFeeder();
    const single = solveCircuit(regulated);
    expect(single.ok && single.value.actions.length).toBeGreaterThan(0);
    const chain = powerFlowSolver();
    const heavy = regulated.loads.map((each) => ({ ...each, pW: 4 * each.pW }));
    const [first, moved, again] = [regulated, { ...regulated, loads: heavy }, regulated].map(chain);
    if (!first!.ok || !moved!.ok || !again!.ok) throw new Error('does not compile');
    expect(moved!.value.voltageRe).not.toEqual(first!.value.voltageRe);
    expect(again!.value).toEqual(first!.value);
  });
});

/** A feeder whose regulator has to move for its load. */
function regulatedFeeder(): Circuit {
  const text = `Clear
New Circuit.c basekv=12.47 bus1=src
New Transformer.t phases=3 windings=2 buses=(src, low) conns=(wye, wye) kvs=(12.47, 12.47) kvas=(5000, 5000) xhl=4
New RegControl.r transformer=t winding=2 vreg=122 band=2 ptratio=60
New Line.a bus1=low bus2=end r1=0.4 x1=0.6 length=3
New Load.d bus1=end kv=12.47 kw=900 kvar=300
Set voltagebases=[12.47]
Calcvoltagebases`;
  const read = readOpenDss('c.dss', { read: () => text });
  if (!read.ok) throw new Error(read.issues.map((issue) => issue.message).join());
  expect(read.value.circuit.regulatorControls).toHaveLength(1);
  return read.value.circuit;
}
