import { describe, expect, it } from 'vitest';
import type { Circuit, CircuitStudy } from '../../../../src/model/circuit';
import { solveCircuit, type SolvedCircuit } from '../../../../src/sim/powerflow/circuit';
import { actOnControls, newQueue } from '../../../../src/sim/powerflow/controls/loop';
import { circuit, line, load, source } from '../../../study/network/circuits';
import {
  bank,
  capacitorControl,
  instrumentsOf,
  polar,
  type Readings,
  regulating,
  regulator,
} from './instruments';

const study = (more: Partial<CircuitStudy> = {}): CircuitStudy => ({
  mode: 'snapshot',
  stepS: 3600,
  loadMultiplier: 1,
  tolerance: 1e-10,
  controls: 'static',
  maxControlIterations: 15,
  ...more,
});

/** Readings in volts at the control, by transformer. */
const reading = (volts: Readonly<Record<string, number>>, rest: Readings = {}) =>
  instrumentsOf({ ...rest, winding: (id) => [polar(20 * (volts[id] ?? 120), 0)] });

const two = circuit({
  transformers: [regulating({ id: 'near' }), regulating({ id: 'far' })],
  regulatorControls: [
    regulator({ id: 'far', transformerId: 'far', delayS: 60 }),
    regulator({ id: 'near', transformerId: 'near', delayS: 30 }),
  ],
});

const tap = (item: Circuit, id: string, winding = 1): number =>
  item.transformers.find((each) => each.id === id)!.windings[winding]!.tapPu;

describe('a round of controls', () => {
  it('lets those act that fall due first, all of them; the others wait', () => {
    const first = actOnControls(two, newQueue(), reading({ near: 110, far: 110 }), 0);
    expect(first.actions).toEqual([{ controlId: 'regulator near', elementId: 'near', change: 7, timeS: 30 }]);
    expect([tap(first.circuit, 'near'), tap(first.circuit, 'far')]).toEqual([1 + 7 / 128, 1]);
    expect([...first.queue]).toEqual([['regulator far', 60]]);
    const alike = {
      ...two,
      regulatorControls: two.regulatorControls.map((control) => ({ ...control, delayS: 30 })),
    };
    expect(actOnControls(alike, newQueue(), reading({ near: 110, far: 110 }), 0).actions).toHaveLength(2);
  });

  it('drops a control that waited and is content again', () => {
    const first = actOnControls(two, newQueue(), reading({ near: 110, far: 110 }), 0);
    const second = actOnControls(first.circuit, first.queue, reading({}), 0);
    expect([second.actions, [...second.queue]]).toEqual([[], []]);
    const third = actOnControls(second.circuit, second.queue, reading({ far: 110 }), 0);
    expect(third.actions.map(({ controlId }) => controlId)).toEqual(['regulator far']);
  });

  it('holds a waiting control to the time at which it began to wait, with what it wants now', () => {
    const inverse = {
      ...two,
      regulatorControls: two.regulatorControls.map((control) =>
        control.id === 'far' ? { ...control, inverseTime: true } : control,
      ),
    };
    // 110 V: ten times the half band off, 60 s / 10 before 30 s; then far waits 60 s / 1.2 and keeps them.
    const first = actOnControls(inverse, newQueue(), reading({ near: 110, far: 118.8 }), 0);
    expect([...first.queue]).toEqual([['regulator far', (60 / (2 * (120 - 118.8))) * 2]]);
    const second = actOnControls(first.circuit, first.queue, reading({ far: 130 }), 0);
    expect(second.actions).toEqual([
      { controlId: 'regulator far', elementId: 'far', change: -7, timeS: (60 / (2 * (120 - 118.8))) * 2 },
    ]);
  });

  it('asks neither controls nor elements out of service, nor regulators that may not move', () => {
    const of = (more: Partial<Circuit>) =>
      actOnControls({ ...two, ...more }, newQueue(), reading({ near: 110, far: 110 }), 0).actions.length;
    expect(
      of({ regulatorControls: two.regulatorControls.map((each) => ({ ...each, enabled: false })) }),
    ).toBe(0);
    expect(
      of({ regulatorControls: two.regulatorControls.map((each) => ({ ...each, maxTapChange: 0 })) }),
    ).toBe(0);
    expect(of({ transformers: [] })).toBe(0);
    const off = {
      capacitors: [bank([true], { enabled: false })],
      capacitorControls: [capacitorControl({ elementId: 'capacitor.cap' })],
      regulatorControls: [],
    };
    expect(of(off)).toBe(0);
  });

  it('leaves lists in which nothing changed as they are, so that factors can be kept', () => {
    const { circuit: after } = actOnControls(two, newQueue(), reading({ near: 110 }), 0);
    expect(after.transformers).not.toBe(two.transformers);
    expect(after.capacitors).toBe(two.capacitors);
    expect(after.transformers[1]).toBe(two.transformers[1]);
  });

  it('turns a regulator round after a minute, after it has moved forwards', () => {
    const reversible = {
      ...two,
      regulatorControls: [regulator({ transformerId: 'near', reversible: true, reverseSetPointV: 110 })],
    };
    const flow = { flow: { 'transformer near 1': { pW: 200e3 } } };
    const first = actOnControls(reversible, newQueue(), reading({ near: 118 }, flow), 0);
    expect(first.actions.map(({ change }) => change)).toEqual([1]);
    expect([...first.queue]).toEqual([['direction reg', 60]]);
    const second = actOnControls(first.circuit, first.queue, reading({ near: 120 }, flow), 0);
    expect(second.actions.map(({ change, timeS }) => [change, timeS])).toEqual([['reverse', 60]]);
    expect(second.circuit.regulatorControls[0]!.reversed).toBe(true);
    // 120 V over the tap of 1 + 1/128 are 119.07 V against 110 V: nine steps, seven at once, upwards.
    const third = actOnControls(second.circuit, second.queue, reading({ near: 120 }, flow), 0);
    expect(third.actions.map(({ change }) => change)).toEqual([6]);
    const back = actOnControls(
      third.circuit,
      newQueue(),
      reading({ near: 110 * tap(third.circuit, 'near') }, { flow: { 'transformer near 1': { pW: -200e3 } } }),
      0,
    );
    expect(back.actions.map(({ change }) => change)).toEqual(['reverse']);
    expect(back.circuit.regulatorControls[0]!.reversed).toBe(false);
  });
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
