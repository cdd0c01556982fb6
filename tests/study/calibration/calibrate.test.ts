import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  calibrate,
  type Calibration,
  type CalibratedRun,
  type CalibrationParameter,
} from '../../../src/study/calibration';
import { house, metered, PARAMETERS } from './house';

const TRUTH = { infiltrationPerH: 0.85, setpointDegC: 21.6, gainsW: 620, uValueFactor: 1.35 };

function calibrated(
  run: CalibratedRun,
  parameters: readonly CalibrationParameter[],
  meter: Float64Array,
): Calibration {
  const outcome = calibrate(run, parameters, meter);
  if (!outcome.ok) throw new Error(outcome.issues.map((issue) => issue.message).join(' '));
  return outcome.value;
}

describe('calibration against a meter', () => {
  test.each([1, 2, 3])('finds hidden values again through noise of a tenth (seed %i)', (seed) => {
    const result = calibrated(house, PARAMETERS, metered(TRUTH, 0.1, seed));
    for (const { id, value, start, moved, onBound, standardError, identifiability } of result.parameters) {
      const { lower, upper } = PARAMETERS.find((one) => one.id === id)!;
      const truth = TRUTH[id as keyof typeof TRUTH];
      expect(Math.abs(value - truth) / (upper - lower), id).toBeLessThan(0.03);
      expect(Math.abs(value - truth), `${id}: the stated error is an error`).toBeLessThan(
        6 * standardError + 1e-3,
      );
      expect([start, moved, onBound, identifiability]).toEqual([
        expect.any(Number),
        true,
        null,
        'identified',
      ]);
    }
    expect(result.rmseAfterW).toBeLessThan(result.rmseBeforeW / 2);
    expect(result.after!.withinLimits).toBe(true);
    expect(result.runs).toBeLessThan(250);
  });

  test('gives the same values to the last bit when it runs again', () => {
    const meter = metered(TRUTH, 0.1, 7);
    expect(calibrated(house, PARAMETERS, meter)).toEqual(calibrated(house, PARAMETERS, meter));
  });

  test('leaves out hours without a reading, however wild the model is there', () => {
    const meter = metered(TRUTH, 0, 1);
    meter.fill(NaN, 1000, 4000);
    const wild: CalibratedRun = (values) => house(values).fill(1e9 * values.gainsW!, 1000, 4000);
    const result = calibrated(wild, PARAMETERS, meter);
    expect(result.hours).toBe(5760);
    for (const { id, value } of result.parameters) {
      expect(value / TRUTH[id as keyof typeof TRUTH], id).toBeCloseTo(1, 1);
    }
  });

  test('a parameter without effect stays where it was and is reported as not identifiable', () => {
    const idle = { id: 'coolingSetpointDegC', unit: 'DegC', start: 25.3, lower: 22, upper: 30 };
    const seen: number[] = [];
    const run: CalibratedRun = (values) => (seen.push(values.coolingSetpointDegC!), house(values));
    const result = calibrated(run, [...PARAMETERS, idle], metered(TRUTH, 0.05, 4));
    const reported = result.parameters.find(({ id }) => id === idle.id)!;
    expect(reported).toMatchObject({
      value: 25.3,
      moved: false,
      identifiability: 'none',
      confusedWith: null,
    });
    expect(reported.standardError).toBeNaN();
    expect(new Set(seen)).toEqual(new Set([25.3, 22, 30]));
    expect(result.parameters.filter(({ identifiability }) => identifiability === 'identified')).toHaveLength(
      4,
    );
  });

  test('two parameters that do the same are told: neither is called identified, and each names the other', () => {
    const twins = [
      { id: 'wallFactor', unit: '1', start: 1, lower: 0.5, upper: 2 },
      { id: 'roofFactor', unit: '1', start: 1, lower: 0.5, upper: 2 },
    ];
    const run: CalibratedRun = ({ wallFactor, roofFactor }) =>
      house({ ...TRUTH, uValueFactor: 0.5 * wallFactor! + 0.5 * roofFactor! });
    const { parameters } = calibrated(run, twins, metered(TRUTH, 0.05, 5));
    expect(parameters.map(({ identifiability }) => identifiability)).toEqual(['weak', 'weak']);
    expect(parameters.map(({ confusedWith }) => confusedWith!.id)).toEqual(['roofFactor', 'wallFactor']);
    // The pull to the start shares the move between them instead of running one to its bound.
    expect(parameters[0]!.value).toBeCloseTo(1.35, 1);
    expect(parameters[1]!.value).toBeCloseTo(1.35, 1);
  });

  test('a value beyond a bound is reported as sitting on it', () => {
    const narrow = PARAMETERS.map((one) => (one.id === 'setpointDegC' ? { ...one, upper: 20.5 } : one));
    const { parameters } = calibrated(house, narrow, metered(TRUTH, 0.05, 6));
    const setpoint = parameters.find(({ id }) => id === 'setpointDegC')!;
    expect([setpoint.value, setpoint.onBound, setpoint.start]).toEqual([20.5, 'upper', 20]);
  });

  test('finds its way off a plateau on which no derivative shows the way', () => {
    // Below 0.6 the parameter does nothing.
    const run: CalibratedRun = ({ level }) =>
      new Float64Array(200).fill(100 + 50 * Math.max(0, level! - 0.6));
    const [level] = calibrated(
      run,
      [{ id: 'level', unit: '1', start: 0.3, lower: 0, upper: 1 }],
      new Float64Array(200).fill(115),
    ).parameters;
    expect(level!.value).toBeCloseTo(0.9, 2);
  });

  test('is never worse than the start, whatever the model does, and stays inside the bounds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -3, max: 3, noNaN: true }), { minLength: 6, maxLength: 6 }),
        fc.double({ min: 0.05, max: 0.95, noNaN: true }),
        (c, at) => {
          const run: CalibratedRun = ({ a, b }) => {
            expect(Math.min(a!, b!) >= 0 && Math.max(a!, b!) <= 1, 'asked outside the bounds').toBe(true);
            return Float64Array.from({ length: 96 }, (_, i) => {
              const value =
                c[0]! * Math.sin(a! * i) +
                c[1]! * Math.abs(b! - c[2]!) +
                c[3]! * a! * b! +
                c[4]! * Math.floor(4 * a!);
              return a! > 0.9 && c[5]! > 1 ? NaN : value + 5;
            });
          };
          const parameters = ['a', 'b'].map((id) => ({ id, unit: '1', start: at * 0.9, lower: 0, upper: 1 }));
          const meter = Float64Array.from({ length: 96 }, (_, i) => 5 + Math.cos(i));
          const result = calibrated(run, parameters, meter);
          expect(result.rmseAfterW).toBeLessThanOrEqual(result.rmseBeforeW * (1 + 1e-12));
          for (const { value } of result.parameters) expect(value >= 0 && value <= 1).toBe(true);
        },
      ),
      { numRuns: 60, seed: 20261125 },
    );
  });

  test('a model that already meets the meter is not moved', () => {
    const start = Object.fromEntries(PARAMETERS.map(({ id, start: value }) => [id, value]));
    const result = calibrated(house, PARAMETERS, house(start));
    expect(result.parameters.map(({ value, moved }) => [value, moved])).toEqual(
      PARAMETERS.map((one) => [one.start, false]),
    );
  });

  test('bad bounds, a name twice, other lengths and too few hours are refused by name', () => {
    const codes = (...args: Parameters<typeof calibrate>) => {
      const outcome = calibrate(...args);
      return outcome.ok ? [] : outcome.issues.map((issue) => issue.code);
    };
    const [one] = PARAMETERS as [CalibrationParameter];
    const meter = metered(TRUTH, 0, 1);
    expect(
      codes(
        house,
        [
          { ...one, lower: 2 },
          { ...one, start: NaN },
        ],
        meter,
      ),
    ).toEqual(['calibration-bounds', 'calibration-bounds']);
    expect(codes(house, [one, one], meter)).toEqual(['calibration-parameter-twice']);
    expect(codes(house, PARAMETERS, new Float64Array(24))).toEqual(['calibration-lengths']);
    expect(codes(house, PARAMETERS, new Float64Array(8760).fill(NaN))).toEqual(['calibration-few-hours']);
  });
});
