import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitStudy } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { circuit, line, load, source } from '../../../study/network/circuits';
import { bank, capacitorControl, regulating, regulator, tap } from './instruments';

const study = (more: Partial<CircuitStudy> = {}): CircuitStudy => ({
  mode: 'snapshot',
  stepS: 3600,
  loadMultiplier: 1,
  tolerance: 1e-10,
  controls: 'static',
  maxControlIterations: 15,
  ...more,
});

function settled(item: Circuit): SolvedCircuit {
  const outcome = solveCircuit(item);
  if (!outcome.ok) throw new Error(outcome.issues[0]!.message);
  expect(outcome.value.solution.status).toBe('converged');
  return outcome.value;
}

function nodeV({ compiled, solution }: SolvedCircuit, bus: string, node: number, other?: number): number {
  const at = compiled.nodes.nodeOf(bus, node);
  const to = other === undefined ? -1 : compiled.nodes.nodeOf(bus, other);
  const re = solution.voltageRe[at]! - (to < 0 ? 0 : solution.voltageRe[to]!);
  const im = solution.voltageIm[at]! - (to < 0 ? 0 : solution.voltageIm[to]!);
  return Math.hypot(re, im);
}

/** s = 2,400 V, regulator to r, line to t, regulator to u, a load at the end. */
const cascade = (delays: readonly [near: number, far: number], voltageV = 2244): Circuit => {
  const windings = (from: string, to: string) =>
    regulating().windings.map((winding, row) => ({
      ...winding,
      terminal: { busId: row === 0 ? from : to, nodes: [1, 0] },
    }));
  return circuit({
    sources: [source('s', { voltageV, r: 0, x: 1e-3 })],
    lines: [line('rt', 'r', 't', { nodes: [1], r: 0.01, x: 0.01 })],
    transformers: [
      regulating({ id: 'near', windings: windings('s', 'r') }),
      regulating({ id: 'far', windings: windings('t', 'u') }),
    ],
    loads: [load('end', 'u', 10e3, { nodes: [1, 0], ratedVoltageV: 2400 })],
    regulatorControls: [
      regulator({ id: 'far', transformerId: 'far', delayS: delays[1] }),
      regulator({ id: 'near', transformerId: 'near', delayS: delays[0] }),
    ],
    study: study(),
  });
};

describe('regulators in cascade', () => {
  it('wait for the one before: the slower one has nothing left to do', () => {
    const { circuit: end, actions, settled: rests, solution } = settled(cascade([15, 30]));
    expect(rests).toBe(true);
    expect(solution.status).toBe('converged');
    expect(new Set(actions.map(({ elementId }) => elementId))).toEqual(new Set(['near']));
    expect(tap(end, 'far')).toBe(1);
    // A step gives 0.877 V: 112.2 V want eight, five at once; 116.6 V three, two; 118.3 V two, one; 119.2 V rest.
    expect(actions.map(({ change }) => change)).toEqual([5, 2, 1]);
  });

  it('both act with equal delays, and overshoot together', () => {
    const { actions, settled: rests } = settled(cascade([15, 15]));
    expect(actions.slice(0, 2).map(({ elementId, change }) => [elementId, change])).toEqual([
      ['far', 5],
      ['near', 5],
    ]);
    expect(rests).toBe(true);
  });

  it('the far one goes first where it is faster, and the near one still acts', () => {
    const { circuit: end, actions } = settled(cascade([30, 15]));
    expect(actions[0]!.elementId).toBe('far');
    expect(tap(end, 'near')).toBeGreaterThan(1);
  });

  it('stop at the end of their range', () => {
    const { circuit: end, settled: rests } = settled(cascade([15, 30], 1800));
    expect([tap(end, 'near'), tap(end, 'far')]).toEqual([1.125, 1.125]);
    expect(rests).toBe(true);
  });
});

describe('what is regulated', () => {
  /** Unloaded 400 V; windings of 400 V on both sides of a three-phase unit. */
  const unit = (connection: 'wye' | 'delta', nodes: readonly number[], phases = 3) =>
    regulating({
      phases,
      windings: ['s', 'r'].map((busId) => ({
        ...regulating().windings[0]!,
        terminal: { busId, nodes },
        connection,
        ratedVoltageV: 400,
      })),
      antifloatPpm: 1,
    });
  const net = (more: Partial<Circuit>) =>
    circuit({ sources: [source('s', { voltageV: 231 })], study: study(), ...more });
  const control = { voltageRatio: 400 / 128, setPointV: 132, bandV: 1.01 };

  it('is the voltage between phases at a delta winding', () => {
    const delta = settled(
      net({ transformers: [unit('delta', [1, 2, 3])], regulatorControls: [regulator(control)] }),
    );
    expect(delta.settled).toBe(true);
    expect(Math.abs(nodeV(delta, 'r', 1, 2) * (128 / 400) - 132)).toBeLessThan(0.51);
    expect(tap(delta.circuit, 'trafo')).toBeCloseTo(1 + 4 / 128, 12);
  });

  it('and to the neutral at a star: the same ratio stands sqrt(3) off', () => {
    const star = settled(
      net({
        transformers: [unit('wye', [1, 2, 3, 0])],
        regulatorControls: [regulator({ ...control, voltageRatio: 400 / 128 / Math.sqrt(3) })],
      }),
    );
    expect(Math.abs(nodeV(star, 'r', 1) * (128 / 400) * Math.sqrt(3) - 132)).toBeLessThan(0.51);
  });

  it('phase by phase in an open delta of two single-phase regulators', () => {
    const between = (id: string, a: number, b: number) =>
      regulating({
        id,
        windings: ['s', 'r'].map((busId) => ({
          ...regulating().windings[0]!,
          terminal: { busId, nodes: [a, b] },
          ratedVoltageV: 400,
        })),
      });
    // Phase 2 passes straight through, as in the IEEE 37-node feeder.
    const item = net({
      lines: [line('jumper', 's', 'r', { nodes: [2], r: 1e-4, x: 0 })],
      transformers: [between('ab', 1, 2), between('cb', 3, 2)],
      regulatorControls: [
        regulator({ ...control, id: 'ab', transformerId: 'ab' }),
        regulator({ ...control, id: 'cb', transformerId: 'cb', setPointV: 124 }),
      ],
    });
    const solved = settled(item);
    expect([tap(solved.circuit, 'ab'), tap(solved.circuit, 'cb')]).toEqual([1 + 4 / 128, 1 - 4 / 128]);
    expect(Math.abs(nodeV(solved, 'r', 1, 2) * (128 / 400) - 132)).toBeLessThan(0.51);
    expect(Math.abs(nodeV(solved, 'r', 3, 2) * (128 / 400) - 124)).toBeLessThan(0.51);
  });

  it('through a tap on the first winding, which goes down to raise the second', () => {
    const solved = settled(
      net({
        transformers: [unit('delta', [1, 2, 3])],
        regulatorControls: [regulator({ ...control, tapWinding: 0 })],
      }),
    );
    expect(tap(solved.circuit, 'trafo', 0)).toBeCloseTo(1 - 4 / 128, 12);
    expect(tap(solved.circuit, 'trafo')).toBe(1);
    expect(Math.abs(nodeV(solved, 'r', 1, 2) * (128 / 400) - 132)).toBeLessThan(0.51);
  });
});

describe('controls that fight', () => {
  const fighting = (maxControlIterations = 15) =>
    circuit({
      sources: [source('s')],
      lines: [line('sa', 's', 'a')],
      capacitors: [bank([true])],
      // In below 500 V, out above 100 V: never content.
      capacitorControls: [capacitorControl({ onSetting: 500, offSetting: 100, voltageRatio: 1 })],
      study: study({ maxControlIterations }),
    });

  it('end unsettled at the limit, with a warning, and the solution of the last state', () => {
    const outcome = solveCircuit(fighting());
    if (!outcome.ok) throw new Error();
    const { value, issues } = outcome;
    expect([value.settled, value.controlIterations, value.actions.length]).toEqual([false, 15, 14]);
    expect(issues.map(({ severity, code }) => [severity, code])).toContainEqual([
      'warning',
      'circuit-controls-unsettled',
    ]);
    // Fourteen switchings: in as at the start.
    expect(value.circuit.capacitors[0]!.steps[0]!.closed).toBe(true);
    expect(value.solution.sourceQVar).toBeLessThan(-5000);
  });

  it('are told from controls that come to rest in the last iteration', () => {
    const quiet = cascade([15, 30]);
    const at = (maxControlIterations: number) => {
      const outcome = solveCircuit({ ...quiet, study: study({ maxControlIterations }) });
      return [outcome.ok && outcome.value.settled, outcome.issues.length];
    };
    // Three actions: solved four times.
    expect([at(4), at(3)]).toEqual([
      [true, 0],
      [false, 1],
    ]);
  });
});

describe('capacitor controls', () => {
  it('put in step after step until the voltage holds', () => {
    const item = circuit({
      sources: [source('s', { r: 0.05, x: 0.2 })],
      lines: [line('sa', 's', 'a')],
      loads: [load('l', 'a', 60e3, { qVar: 40e3 })],
      capacitors: [bank([false, false, false, false])],
      capacitorControls: [
        capacitorControl({ elementId: 'capacitor.cap', onSetting: 216, offSetting: 240, voltageRatio: 1 }),
      ],
      study: study(),
    });
    const { circuit: end, actions } = settled(item);
    const closed = end.capacitors[0]!.steps.filter((step) => step.closed).length;
    expect(actions.map(({ change }) => change)).toEqual(Array.from({ length: closed }, () => 'close'));
    expect(closed).toBeGreaterThan(0);
    const with_ = (count: number) =>
      nodeV(
        settled({
          ...item,
          capacitorControls: [],
          capacitors: [bank([0, 1, 2, 3].map((step) => step < count))],
        }),
        'a',
        1,
      );
    expect(with_(closed)).toBeGreaterThan(216);
    expect(with_(closed - 1)).toBeLessThan(216);
  });

  it('do not act where the study or the call turns controls off', () => {
    const item = { ...cascade([15, 30]), study: study({ controls: 'off' }) };
    expect(settled(item).actions).toEqual([]);
    const off = solveCircuit(cascade([15, 30]), { controls: 'off' });
    expect(off.ok && off.value.actions).toEqual([]);
  });
});
