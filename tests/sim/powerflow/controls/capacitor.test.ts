import { describe, expect, it } from 'vitest';
import type { CapacitorControl, CircuitCapacitor } from '../../../../src/model/circuit';
import { switched, wantedSwitching } from '../../../../src/sim/powerflow/controls/capacitor';
import { circuit, line, source, transformer } from '../../../study/network/circuits';
import { bank, capacitorControl, instrumentsOf, polar, type Readings } from './instruments';

const network = circuit({
  sources: [source('s')],
  lines: [line('sa', 's', 'a')],
  transformers: [transformer('t', 's', 'b')],
});

const OPEN = [false];
const CLOSED = [true];

function wanted(
  control: Partial<CapacitorControl>,
  capacitor: CircuitCapacitor,
  readings: Readings,
  hour = 0,
): 'open' | 'close' | null {
  const circuitNow = { ...network, capacitors: [capacitor] };
  const read = instrumentsOf(readings);
  return wantedSwitching(capacitorControl(control), circuitNow, capacitor, read, hour)?.action ?? null;
}

/** The three phases at the line's first end, volts at the control (ratio 2). */
const volts = (...values: readonly number[]): Readings => ({
  bus: { s: values.map((value, k) => polar(2 * value, -120 * k)) },
});

describe('a capacitor control by voltage', () => {
  it('closes below its on setting, opens above its off setting and rests between them', () => {
    const of = (value: number, closed: readonly boolean[]) => wanted({}, bank(closed), volts(value, 0, 0));
    expect([114.99, 115.01, 124.99, 125.01].map((value) => of(value, OPEN))).toEqual([
      'close',
      null,
      null,
      null,
    ]);
    expect([114.99, 115.01, 124.99, 125.01].map((value) => of(value, CLOSED))).toEqual([
      null,
      null,
      null,
      'open',
    ]);
  });

  it('measures the phase asked for, or mean, largest or smallest of all', () => {
    const of = (voltagePhase: CapacitorControl['voltagePhase'], phases: readonly number[]) =>
      wanted({ voltagePhase }, bank(CLOSED), volts(...phases));
    const phases = [126, 121, 128.01];
    expect([of(0, phases), of(1, phases), of(2, phases)]).toEqual(['open', null, 'open']);
    expect([of('average', phases), of('max', phases), of('min', phases)]).toEqual(['open', 'open', null]);
    expect(of('average', [126, 121, 127.9])).toBeNull();
  });

  it('measures between phases where the bank stands in delta', () => {
    // sqrt(3) x 72.2 V = 125.05 V, sqrt(3) x 72.1 V = 124.88 V.
    const of = (value: number) =>
      wanted({}, bank(CLOSED, { connection: 'delta' }), volts(value, value, value));
    expect([of(72.2), of(72.1)]).toEqual(['open', null]);
  });

  it('waits its delay, another one to open', () => {
    const at = (value: number, closed: readonly boolean[]) =>
      wantedSwitching(capacitorControl(), network, bank(closed), instrumentsOf(volts(value, 0, 0)), 0);
    expect(at(100, OPEN)).toEqual({ action: 'close', delayS: 15 });
    expect(at(140, CLOSED)).toEqual({ action: 'open', delayS: 30 });
  });
});

describe('by current', () => {
  const current = (...values: readonly number[]): Readings => ({
    flow: {
      'line sa 0': { current: values.map((value, k) => polar(10 * value, -120 * k)) },
      'line sa 1': { current: values.map((value, k) => polar(20 * value, 60 - 120 * k)) },
    },
  });
  const of = (control: Partial<CapacitorControl>, closed: readonly boolean[], readings: Readings) =>
    wanted({ quantity: 'current', onSetting: 30, offSetting: 20, ...control }, bank(closed), readings);

  it('closes with much and opens with little of it', () => {
    expect([of({}, OPEN, current(30.1, 0, 0)), of({}, OPEN, current(29.9, 99, 99))]).toEqual(['close', null]);
    expect([of({}, CLOSED, current(19.9, 99, 99)), of({}, CLOSED, current(20.1, 0, 0))]).toEqual([
      'open',
      null,
    ]);
  });

  it('takes mean and extremes at the terminal it monitors, a single phase at the first one', () => {
    const phases = current(14, 16, 18);
    expect(of({ currentPhase: 'max', elementTerminal: 1 }, OPEN, phases)).toBe('close');
    expect(of({ currentPhase: 'average', elementTerminal: 1 }, OPEN, phases)).toBe('close');
    expect(of({ currentPhase: 'min', elementTerminal: 1 }, OPEN, phases)).toBeNull();
    expect(of({ currentPhase: 2, elementTerminal: 1 }, OPEN, phases)).toBeNull();
  });

  it('finds none in an element out of service', () => {
    expect(of({}, CLOSED, {})).toBe('open');
  });
});

describe('by reactive power', () => {
  const of = (kvar: number, closed: readonly boolean[]) =>
    wanted({ quantity: 'kvar', onSetting: 150, offSetting: -225 }, bank(closed), {
      flow: { 'line sa 0': { qVar: 1000 * kvar } },
    });

  it('closes where much is drawn and opens where much comes back', () => {
    expect([of(151, OPEN), of(149, OPEN), of(-300, OPEN)]).toEqual(['close', null, null]);
    expect([of(-226, CLOSED), of(-224, CLOSED), of(500, CLOSED)]).toEqual(['open', null, null]);
  });
});

describe('by power factor', () => {
  // On below 0.95 lagging, off above 1.05, which is 0.95 leading. The bank has 10 kvar.
  const of = (kw: number, kvar: number, closed: readonly boolean[]) =>
    wanted({ quantity: 'powerFactor', onSetting: 0.95, offSetting: 1.05 }, bank(closed), {
      flow: { 'line sa 0': { pW: 1000 * kw, qVar: 1000 * kvar } },
    });

  it('closes on a poor lagging one with work for half the bank at least', () => {
    // cos(atan(x)) = 0.95 at x = 0.32868.
    expect([of(30, 9.9, OPEN), of(30, 9.8, OPEN), of(-30, 9.9, OPEN)]).toEqual(['close', null, 'close']);
    expect([of(10, 5.1, OPEN), of(10, 4.9, OPEN)]).toEqual(['close', null]);
  });

  it('opens on a poor leading one', () => {
    expect([of(30, -9.9, CLOSED), of(30, -9.8, CLOSED), of(30, 9.9, CLOSED)]).toEqual(['open', null, null]);
  });

  it('asks for half a step only once a bank is partly in', () => {
    expect(of(10, 9, [true, false, false])).toBe('close');
    expect(of(10, 9, [false, false, false])).toBeNull();
    expect(of(10, 4.9, [true, false, false])).toBeNull();
  });
});

describe('by time', () => {
  const of = (on: number, off: number, closed: readonly boolean[], hour: number) =>
    wanted({ quantity: 'time', onSetting: on, offSetting: off, elementId: '' }, bank(closed), {}, hour);

  it('is in from the on hour to the off hour', () => {
    expect([6.9, 7, 21.9, 22, 24].map((hour) => of(7, 22, OPEN, hour))).toEqual([
      null,
      'close',
      'close',
      null,
      null,
    ]);
    expect([6.9, 7, 21.9, 22, 24].map((hour) => of(7, 22, CLOSED, hour))).toEqual([
      'open',
      null,
      null,
      'open',
      'open',
    ]);
  });

  it('runs over midnight where the off hour comes first', () => {
    expect([20, 23.9, 24, 3, 6].map((hour) => of(20, 6, OPEN, hour))).toEqual([
      'close',
      'close',
      null,
      null,
      null,
    ]);
    expect([20, 23.9, 24, 5.9, 6, 19.9].map((hour) => of(20, 6, CLOSED, hour))).toEqual([
      null,
      null,
      null,
      null,
      'open',
      'open',
    ]);
  });
});

describe('voltage override', () => {
  const control = { quantity: 'kvar', onSetting: 150, offSetting: -225, voltageOverride: true } as const;
  const at = (
    value: number,
    kvar: number,
    closed: readonly boolean[],
    more: Partial<CapacitorControl> = {},
  ) =>
    wanted({ ...control, ...more }, bank(closed), {
      ...volts(value, 0, 0),
      flow: { 'line sa 0': { qVar: 1000 * kvar } },
    });

  it('goes before the control’s own quantity', () => {
    expect([at(109, -300, OPEN), at(111, -300, OPEN), at(131, 500, CLOSED)]).toEqual(['close', null, 'open']);
    expect(at(129, -300, CLOSED)).toBe('open');
    expect(at(109, -300, OPEN, { voltageOverride: false })).toBeNull();
  });

  it('is nothing to a control by voltage', () => {
    expect(at(131, 0, CLOSED, { quantity: 'voltage', offSetting: 140, onSetting: 0 })).toBeNull();
  });
});

describe('a bank of steps', () => {
  it('goes in step by step and out again, the last one in first', () => {
    const closedAfter = (capacitor: CircuitCapacitor) => capacitor.steps.map(({ closed }) => closed);
    const one = switched(bank([false, false, false]), 'close');
    const two = switched(one, 'close');
    expect(closedAfter(one)).toEqual([true, false, false]);
    expect(closedAfter(two)).toEqual([true, true, false]);
    expect(closedAfter(switched(two, 'open'))).toEqual([true, false, false]);
  });

  it('goes on after its last step, as OpenDSS counts them, and no further than it has steps', () => {
    const gap = bank([false, true, false]);
    expect(switched(gap, 'close').steps.map(({ closed }) => closed)).toEqual([false, true, true]);
    const full = bank([false, true]);
    expect(switched(full, 'close')).toBe(full);
    expect(switched(bank([false]), 'open').steps[0]!.closed).toBe(false);
  });

  it('wants more while it has steps left, and rests when it has none', () => {
    expect(wanted({}, bank([true, false]), volts(114, 0, 0))).toBe('close');
    expect(wanted({}, bank([true, true]), volts(114, 0, 0))).toBeNull();
    expect(wanted({}, bank([false, true]), volts(114, 0, 0))).toBeNull();
  });

  it('out of service wants nothing', () => {
    expect(wanted({}, bank([false], { enabled: false }), volts(100, 0, 0))).toBeNull();
    expect(wanted({}, bank([true], { enabled: false }), volts(140, 0, 0))).toBeNull();
  });
});

describe('what is monitored', () => {
  it('may be a winding of a transformer, its neutral left out', () => {
    const readings = { bus: { b: [polar(260, 0), polar(240, -120), polar(240, 120)] } };
    const of = (voltagePhase: CapacitorControl['voltagePhase']) =>
      wanted({ elementId: 'transformer.t', elementTerminal: 1, voltagePhase }, bank(CLOSED), readings);
    // 130, 120 and 120 V; a fourth value of 0 V would pull the smallest and the mean down.
    expect([of(0), of(1), of('average'), of('min')]).toEqual(['open', null, null, null]);
    expect(
      wanted({ elementId: 'transformer.t', elementTerminal: 1, voltagePhase: 'min' }, bank(OPEN), readings),
    ).toBeNull();
  });

  it('or the bank itself; an element that is not there makes no switching', () => {
    const readings = { bus: { a: [polar(200, 0), polar(200, -120), polar(200, 120)] } };
    expect(wanted({ elementId: 'capacitor.cap' }, bank(OPEN), readings)).toBe('close');
    expect(wanted({ elementId: 'line.none' }, bank(OPEN), readings)).toBeNull();
  });
});
