import { describe, expect, it, test } from 'vitest';
import { HEATING_SYSTEMS, type FlexibleHeating } from '../../../src/model/building';
import {
  copAtLift,
  EMITTERS,
  fillSetpointOffsets,
  heatPumpCapacityW,
  heatPumpCurvesOf,
  HEATING_SYSTEM_TABLE,
  runHeatPumpDevice,
  supplyDegC,
  type HeatPumpDevice,
  type HeatingCircuit,
} from '../../../src/sim/devices';
import { column, cutsOf, differing, Fuzz, of, piece } from './fuzz';

describe('set-point offsets', () => {
  const flexible: FlexibleHeating = {
    peakHours: { fromHour: 17, toHour: 20 },
    setbackK: 2,
    preheatK: 1,
    preheatMin: 90,
  };
  const offsets = (steps: { fromStep: number; toStep: number; stepMin: number }, rule = flexible) => {
    const offsetK = column(steps.toStep - steps.fromStep);
    fillSetpointOffsets(rule, steps, offsetK);
    return offsetK.values;
  };

  test('by the clock: warmer for an hour and a half before five, cooler until eight, else nothing', () => {
    const values = offsets({ fromStep: 96, toStep: 192, stepMin: 15 });
    values.forEach((value, i) => {
      expect(value, `${i / 4} h`).toBe(i >= 62 && i < 68 ? 1 : i >= 68 && i < 80 ? -2 : 0);
    });
  });

  it('stay in the band whatever is given and are the same bits however cut', () => {
    for (let trial = 0; trial < 100; trial += 1) {
      const fuzz = new Fuzz(trial, 'offsets');
      const rule = {
        peakHours: { fromHour: fuzz.whole(0, 23), toHour: fuzz.whole(0, 24) },
        preheatK: 1,
        preheatMin: fuzz.mostly(fuzz.between(0, 300), [0, NaN, -5]),
        setbackK: fuzz.mostly(fuzz.between(0, 3), [NaN, -1]),
      };
      const stepMin = fuzz.pick([15, 60]);
      const whole = offsets({ fromStep: 0, toStep: 300, stepMin }, rule);
      const setback = rule.setbackK > 0 ? rule.setbackK : 0;
      expect(whole.every((value) => value >= -setback && value <= 1)).toBe(true);
      const cuts = cutsOf(fuzz, 300);
      const cut = new Float64Array(300);
      for (let c = 0; c + 1 < cuts.length; c += 1) {
        const steps = piece(cuts, c, stepMin);
        cut.set(offsets(steps, rule), steps.fromStep);
      }
      expect(differing(whole, cut)).toBe(0);
    }
  });
});

const circuit: HeatingCircuit = {
  emitter: EMITTERS.radiator,
  ratedWPerM2: 100,
  designLoadWPerM2: 100,
  designDegC: -10,
  roomDegC: 20,
  balanceK: 0,
};
const airUnit: HeatPumpDevice = {
  source: 'air',
  ratedW: 8000,
  ratedDegC: -5,
  cutOffDegC: -20,
  backupW: 6000,
  soilDegC: 10,
  fieldFactor: 0.85,
  circuit,
};

describe('the heating curve', () => {
  test('is the Modelica Buildings Library’s supply reset where the emitters fit the load', () => {
    expect(supplyDegC(circuit, -10)).toBeCloseTo(75, 9);
    // q = 0.5: 20 + 50 x 0.5^(1/1.3) + 5 x 0.5 = 20 + 50 x 0.58672 + 2.5
    expect(supplyDegC(circuit, 5)).toBeCloseTo(51.836, 2);
    // The library's own validation sets: 60/45 at -10 degC, exponent 1, is a straight line to the room.
    const straight = { ...circuit, emitter: { supplyDegC: 60, returnDegC: 45, roomDegC: 20, exponent: 1 } };
    expect(supplyDegC(straight, 0)).toBeCloseTo(20 + (40 * 2) / 3, 9);
    expect(supplyDegC({ ...circuit, balanceK: 8 }, 12)).toBe(25);
  });

  test('follows the envelope: half the loss over the same radiators needs 51.8 degC on the coldest day', () => {
    expect(supplyDegC({ ...circuit, designLoadWPerM2: 50 }, -10)).toBeCloseTo(51.836, 2);
    expect(supplyDegC({ ...circuit, designLoadWPerM2: 300 }, -10)).toBe(75);
    expect(supplyDegC({ ...circuit, ratedWPerM2: 0 }, -10)).toBe(25);
  });
});

describe('a heat pump with its heater', () => {
  const run = (device: HeatPumpDevice, outdoor: readonly number[], need: readonly number[]) => {
    const filled = {
      compressorW: column(need.length),
      backupW: column(need.length),
      unmetW: column(need.length),
    };
    runHeatPumpDevice(
      heatPumpCurvesOf(device),
      { fromStep: 0, toStep: need.length, stepMin: 60 },
      {
        outdoorDegC: of(Float64Array.from(outdoor)),
        needW: of(Float64Array.from(need)),
        ...filled,
      },
    );
    return {
      compressor: filled.compressorW.values,
      backup: filled.backupW.values,
      unmet: filled.unmetW.values,
    };
  };

  test('covers up to its capacity, heats the rest with resistance and stops below the cut-off', () => {
    const { compressor, backup, unmet } = run(airUnit, [-5, -5, -21, 7, NaN], [4000, 16000, 5000, 0, 4000]);
    // 0.85 (6.08 - 0.0941 x 72 + 0.000464 x 72²) with 66.8 degC water would be under one: lift 71.8 K.
    const lift = supplyDegC(circuit, -5) + 5;
    expect(compressor[0]).toBeCloseTo(4000 / copAtLift('air', lift), 6);
    expect(backup[0]).toBe(0);
    expect([backup[1], unmet[1]]).toEqual([6000, 2000]);
    expect([compressor[2], backup[2], unmet[2]]).toEqual([0, 5000, 0]);
    expect([compressor[3], compressor[4], backup[4]]).toEqual([0, 0, 4000]);
  });

  test('from the ground keeps its capacity in the cold, where one from the air loses it', () => {
    const ground = { ...airUnit, source: 'ground' } as const;
    expect(heatPumpCapacityW(ground, -25)).toBe(8000);
    expect(heatPumpCapacityW(airUnit, -25)).toBe(0);
    expect(heatPumpCapacityW(airUnit, -15)).toBeCloseTo(6400, 9);
    const need = [5000];
    expect(run(ground, [-10], need).compressor[0]).toBeLessThan(
      0.8 * run(airUnit, [-10], need).compressor[0]!,
    );
  });

  test('uses less electricity for the same heat once the envelope lets the water be cooler', () => {
    const insulated = { ...airUnit, circuit: { ...circuit, designLoadWPerM2: 40 } };
    expect(run(insulated, [0], [4000]).compressor[0]).toBeLessThan(
      0.75 * run(airUnit, [0], [4000]).compressor[0]!,
    );
  });

  it('of any kind splits any need into what it covers, what the heater gives and what is unmet', () => {
    for (let trial = 0; trial < 200; trial += 1) {
      const fuzz = new Fuzz(trial, 'heat pump');
      const device: HeatPumpDevice = {
        ...airUnit,
        source: fuzz.pick(['air', 'ground', 'water']),
        ratedW: fuzz.mostly(fuzz.size(8000), [NaN, -1]),
        backupW: fuzz.mostly(fuzz.size(6000), [Infinity, NaN, -1, 0]),
        cutOffDegC: fuzz.mostly(fuzz.between(-25, 0), [-Infinity, NaN]),
        circuit: { ...circuit, designLoadWPerM2: fuzz.size(60), ratedWPerM2: fuzz.size(80) },
      };
      const outdoor = fuzz.series(50, 20);
      const need = fuzz.series(50, 6000);
      const { compressor, backup, unmet } = run(device, [...outdoor], [...need]);
      need.forEach((wanted, i) => {
        const where = `trial ${trial} step ${i}`;
        const heat = wanted > 0 && wanted < Infinity ? wanted : 0;
        expect(Math.min(compressor[i]!, backup[i]!, unmet[i]!), where).toBeGreaterThanOrEqual(0);
        expect(backup[i]!, where).toBeLessThanOrEqual(device.backupW > 0 ? device.backupW : 0);
        const covered = heat - backup[i]! - unmet[i]!;
        expect(covered, where).toBeGreaterThanOrEqual(-1e-9 * heat);
        const capacity = device.ratedW > 0 ? device.ratedW * 3 : 0;
        expect(covered, where).toBeLessThanOrEqual(capacity * (1 + 1e-9) + 1e-9 * heat);
        // Ambient heat is never negative: the compressor makes at least as much heat as it draws.
        expect(compressor[i]!, where).toBeLessThanOrEqual(covered + 1e-9 * heat);
        if (unmet[i]! > 0) expect(backup[i]!, where).toBeCloseTo(device.backupW > 0 ? device.backupW : 0, 6);
      });
    }
  });
});

test('every heating system has a row, and none claims more heat than it buys except by a heat pump', () => {
  for (const system of HEATING_SYSTEMS) {
    const { efficiency, source, quality, carrier } = HEATING_SYSTEM_TABLE[system];
    expect(source.length).toBeGreaterThan(5);
    if (source.startsWith('engineering value')) expect(quality).toBe('unknown_untraceable');
    if (efficiency === null) expect(['electricity', 'none']).toContain(carrier);
    else expect(efficiency > 0.7 && efficiency <= 1).toBe(true);
  }
});
