import { describe, expect, it } from 'vitest';
import type { CircuitTransformer, RegulatorControl } from '../../../../src/model/circuit';
import { tapped } from '../../../../src/sim/powerflow/controls/loop';
import {
  roundHalfEven,
  stepsAtOnce,
  wantedTaps,
  wantedTurn,
} from '../../../../src/sim/powerflow/controls/regulator';
import { instrumentsOf, polar, type Readings, regulating, regulator } from './instruments';

/** Steps wanted with this many volts on the secondary of the voltage transformer (exactly: its angle is zero). */
function steps(volts: number, control: Partial<RegulatorControl> = {}, trafo?: CircuitTransformer): number {
  const read = instrumentsOf({ winding: [polar(20 * volts, 0)] });
  return wantedTaps(regulator(control), trafo ?? regulating(), read)?.steps ?? 0;
}

const wanted = (control: Partial<RegulatorControl>, readings: Readings, trafo = regulating()) =>
  wantedTaps(regulator(control), trafo, instrumentsOf(readings));

describe('a step regulator', () => {
  it('raises below its band and lowers above it, whole steps to the set point', () => {
    expect(steps(117)).toBe(3);
    expect(steps(124)).toBe(-4);
  });

  it('rests up to and with the edge of its band', () => {
    expect([steps(119), steps(121)]).toEqual([0, 0]);
    expect([steps(118.99), steps(121.01)]).toEqual([1, -1]);
  });

  it('rounds half steps to the even one, as Pascal does', () => {
    expect([117.5, 116.5, 122.5, 123.5].map((volts) => steps(volts))).toEqual([2, 4, -2, -4]);
    expect([0.5, 1.5, 2.5, -0.5, -1.5, -2.5, 2.49, 2.51].map(roundHalfEven)).toEqual([
      0, 2, 2, 0, -2, -2, 2, 3,
    ]);
  });

  it('rests when its band is narrower than half a step', () => {
    expect(steps(119.6, { bandV: 0.2 })).toBe(0);
    expect(steps(119.4, { bandV: 0.2 })).toBe(1);
  });

  it('moves the other way when its tap sits on another winding than it measures', () => {
    expect(steps(117, { tapWinding: 0 })).toBe(-3);
  });

  it('wants nothing more at the end of its range, but may come back', () => {
    expect(steps(110, {}, regulating({ tapPu: 1.125 }))).toBe(0);
    expect(steps(130, {}, regulating({ tapPu: 1.125 }))).toBe(-10);
    expect(steps(130, {}, regulating({ tapPu: 0.875 }))).toBe(0);
  });

  it('measures the phase asked for, or the extreme one', () => {
    const winding = [polar(2380, 0), polar(2460, -120), polar(2300, 120)];
    const of = (phase: RegulatorControl['phase']) => wanted({ phase }, { winding })?.steps ?? 0;
    // 119 V, 123 V and 115 V.
    expect([of(0), of(1), of(2), of('max'), of('min')]).toEqual([0, -3, 5, -3, 5]);
  });

  it('acts after its delay, with inverse time the sooner the further it is off, ten times at most', () => {
    const delay = (volts: number) =>
      wanted({ inverseTime: true, delayS: 60 }, { winding: [polar(20 * volts, 0)] })?.delayS;
    expect(wanted({ delayS: 60 }, { winding: [polar(2300, 0)] })?.delayS).toBe(60);
    // Two bands and a half off: 2 x 5 V / 2 V.
    expect(delay(115)).toBeCloseTo(60 / 5, 9);
    expect(delay(95)).toBe(6);
  });
});

describe('line-drop compensation', () => {
  /*
   * By hand: 100 A lagging by 30 degrees leave the terminal; (3 + j 9) V x 100/700 /-30 deg = 1.0140109 + j 0.8991755 V.
   * |2401.776 V / 20 - that| = |119.0747891 - j 0.8991755| = 119.0781840 V.
   */
  const readings = (conductor: number): Readings => ({
    winding: [polar(2401.776, 0)],
    flow: {
      'transformer trafo 1': {
        current: [polar(conductor === 0 ? 100 : 0, 150), polar(conductor === 1 ? 100 : 0, 150)],
      },
    },
  });
  const compensation = { compensationRV: 3, compensationXV: 9 };
  const of = (setPointV: number, bandV: number, conductor = 0) =>
    wanted({ ...compensation, setPointV, bandV }, readings(conductor))?.steps ?? 0;

  it('takes the drop of the load current off the reading', () => {
    expect(of(119.078184 + 1, 2.0001)).toBe(0);
    expect(of(119.078184 + 1, 1.9999)).toBe(1);
    expect(of(119.078184 - 1, 2.0001)).toBe(0);
    expect(of(119.078184 - 1, 1.9999)).toBe(-1);
  });

  it('takes the current of the phase it measures', () => {
    // 120.0888 V: without current nothing is taken off.
    expect(of(120.0888, 0.01, 1)).toBe(0);
    expect(wanted({ ...compensation, setPointV: 121.1, bandV: 2 }, readings(1))?.steps).toBe(1);
  });

  it('has settings of its own backwards', () => {
    const control = { ...compensation, reversed: true, reverseRV: 6, reverseXV: 0, reverseBandV: 0.2 };
    // |120.0888 - 6 x 100/700 /-30 deg| = |119.3464926 + j 0.4285714| = 119.347262 V.
    const at = (reverseSetPointV: number, bandV: number) =>
      wanted({ ...control, reverseSetPointV, reverseBandV: bandV }, readings(0))?.steps ?? 0;
    expect([at(120.347262, 2.0001), at(120.347262, 1.9999)]).toEqual([0, -1]);
  });
});

describe('a remote bus', () => {
  const remote = { busId: 'far', node: 2, voltageRatio: 10 };
  const far = { far: [polar(1500, 0), polar(1170, -120), polar(1500, 120)] };

  it('is measured in place of the terminal, on its own ratio and without compensation', () => {
    const readings: Readings = {
      bus: far,
      winding: [polar(2400, 0)],
      flow: { 'transformer trafo 1': { current: [polar(500, 180)] } },
    };
    expect(wanted({ remote, compensationRV: 9 }, readings)?.steps).toBe(3);
  });

  it('gives way to the voltage limit at the terminal', () => {
    // The remote bus asks for three steps up; the terminal stands 4 V above its limit.
    const readings: Readings = { bus: far, winding: [polar(20 * 128, 0)] };
    expect(wanted({ remote, voltageLimitV: 124 }, readings)?.steps).toBe(-4);
    expect(wanted({ remote, voltageLimitV: 129 }, readings)?.steps).toBe(3);
  });
});

describe('the voltage limit', () => {
  it('holds inside the band too, and before compensation', () => {
    expect(steps(120.9, { voltageLimitV: 119 })).toBe(-2);
    const readings: Readings = {
      winding: [polar(20 * 123, 0)],
      flow: { 'transformer trafo 1': { current: [polar(700, 180)] } },
    };
    // 123 - 6 = 117 V compensated asks for more, 123 V at the terminal forbid it.
    expect(wanted({ compensationRV: 6 }, readings)?.steps).toBe(3);
    expect(wanted({ compensationRV: 6, voltageLimitV: 121 }, readings)?.steps).toBe(-2);
  });
});

describe('a reversible regulator', () => {
  const flowing = (pW: number, control: Partial<RegulatorControl> = {}) =>
    wantedTurn(
      regulator({ reversible: true, ...control }),
      instrumentsOf({ flow: { 'transformer trafo 1': { pW } } }),
    );

  it('turns round a minute after more than 100 kW flow against its direction', () => {
    expect([flowing(100_001), flowing(99_999), flowing(-500_000)]).toEqual([60, null, null]);
    expect(flowing(500_000, { reversible: false })).toBeNull();
    expect(flowing(500_000, { remote: { busId: 'far', node: 1, voltageRatio: 1 } })).toBeNull();
  });

  it('turns back only when more than 100 kW flow forwards again', () => {
    const back = (pW: number) => flowing(pW, { reversed: true });
    expect([back(-100_001), back(-99_999), back(0), back(500_000)]).toEqual([60, null, null, null]);
  });

  it('holds the other side backwards: reading over tap, taps the other way', () => {
    const trafo = regulating({ tapPu: 1.0625 });
    const read = { winding: [polar(20 * 123.25, 0)] };
    // 123.25 / 1.0625 = 116 V against 120 V: four steps, downwards.
    expect(wanted({ reversed: true }, read, trafo)?.steps).toBe(-4);
    expect(wanted({ reversed: true, reverseSetPointV: 116.5 }, read, trafo)).toBeNull();
    expect(wanted({ reversed: true, reverseBandV: 9 }, read, trafo)).toBeNull();
  });
});

describe('moves', () => {
  const increment = (1.1 - 0.9) / 32;

  it('go 70 % of the way, at least one step, at most the limit', () => {
    const of = (count: number, limit = 16) => stepsAtOnce(count, limit, increment);
    expect([1, 2, 3, 4, 5, 13, 20].map((count) => of(count))).toEqual([1, 1, 2, 2, 3, 9, 14]);
    expect([-1, -4, -20].map((count) => of(count))).toEqual([-1, -2, -14]);
    expect([of(20, 3), of(-20, 1)]).toEqual([3, -1]);
  });

  it("round like OpenDSS's: ten steps of (1.1 - 0.9) / 10 make six", () => {
    expect(stepsAtOnce(10, 16, (1.1 - 0.9) / 10)).toBe(6);
    expect(stepsAtOnce(10, 16, 1 / 64)).toBe(7);
  });

  it('stay inside the range of the tap', () => {
    const tapOf = (count: number) => tapped(regulating({ tapPu: 1.1 }), 1, count).windings[1]!.tapPu;
    expect(tapOf(2)).toBeCloseTo(1.115625, 12);
    expect(tapOf(16)).toBe(1.125);
    expect(tapOf(-60)).toBe(0.875);
  });
});
