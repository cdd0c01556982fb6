import { describe, expect, it } from 'vitest';
import type { Circuit } from '../../../../src/model/circuit';
import { actOnControls, newQueue } from '../../../../src/sim/powerflow/controls/loop';
import { circuit } from '../../../study/network/circuits';
import {
  bank,
  capacitorControl,
  instrumentsOf,
  polar,
  type Readings,
  regulating,
  regulator,
  tap,
} from './instruments';

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

  it('says how many steps a tap could still make', () => {
    const [near, far] = two.transformers;
    const windings = near!.windings.map((winding) => ({ ...winding, tapPu: winding.tapMaxPu - 2 / 128 }));
    const high = { ...two, transformers: [{ ...near!, windings }, far!] };
    const { actions } = actOnControls(high, newQueue(), reading({ near: 110 }), 0);
    expect(actions.map(({ change }) => change)).toEqual([2]);
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
