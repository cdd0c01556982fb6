import { describe, expect, test } from 'vitest';
import { simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import {
  calibrateZoneModel,
  type MeteredUse,
  type ParameterChoice,
  type ZoneCalibrationOptions,
} from '../../../src/study/calibration';
import { CLIMATES, synthesiseWeather } from '../../../src/synthesis/weather';
import { meterOf, room, roomWith, valueIn } from './zoneModelRoom';

const weather = synthesiseWeather(CLIMATES.centralEurope, 3);
/** Coarse and quick; the hidden building is run the same way. */
const QUICK = { films: 'reference', stepsPerHour: 1, filmRounds: 1 } as const;

const runOf = (model: typeof room) => valueIn(simulateBuildingModel(model, weather, QUICK)).zones[0]!;

/** What the calibration does not know: 0.8 air changes, 21.2 degC, 320 W of gains. */
const hidden = roomWith({ airChangesPerH: 0.8, gainW: 320, heating: { setpointDegC: 21.2 } });
const TRUTH = { infiltrationFactor: 1.6, heatingSetpointOffsetK: 1.2, internalGainFactor: 1.6 };
const choice: ParameterChoice = { ids: Object.keys(TRUTH) };
const heatMeter = meterOf(runOf(hidden).heatingW, 'heating', 0.1);

const calibrated = (model: typeof room, meter = heatMeter, asked = choice) =>
  valueIn(calibrateZoneModel(model, weather, meter, asked, { zoneModel: QUICK }));

describe('the zone model calibrated against a meter', () => {
  test('hidden infiltration, set-point and gains are found again from noisy hourly heat', () => {
    const untouched = structuredClone(room);
    const { calibration, values, model, before, after } = calibrated(room);
    for (const { id, value, identifiability, onBound, moved, standardError } of calibration.parameters) {
      const truth = TRUTH[id as keyof typeof TRUTH];
      expect(Math.abs(value - truth), id).toBeLessThan(0.06);
      expect(Math.abs(value - truth), `${id}: the stated error is an error`).toBeLessThan(5 * standardError);
      expect([identifiability, onBound, moved], id).toEqual(['identified', null, true]);
    }
    expect(calibration.runs).toBeLessThan(130);
    expect(before.hourly!.withinLimits).toBe(false);
    expect(after.hourly!.withinLimits).toBe(true);
    expect(after.monthly!.withinLimits).toBe(true);
    expect(Math.abs(after.hourly!.nmbe)).toBeLessThan(0.01);
    // The building handed back is the building of the values, and the one handed in is as it was.
    expect(runOf(model).heatingKWh / runOf(hidden).heatingKWh).toBeCloseTo(1, 2);
    expect(model.zones[0]!.infiltration!.airChangesPerH).toBe(0.5 * values.infiltrationFactor!);
    expect(room).toEqual(untouched);
  });

  test('a cooling set-point where nothing cools is not identifiable and left; hours that one of the two lacks count for nothing', () => {
    const half = { ...heatMeter, rowOfHour: heatMeter.rowOfHour.map((row) => (row < 4380 ? row : NaN)) };
    half.pW = half.pW.map((value, hour) => (hour < 744 ? NaN : hour < 4380 ? value : 1e6));
    const { calibration, model, after } = calibrated(roomWith({ cooling: 'none' }), half, {
      ids: ['infiltrationFactor', 'coolingSetpointOffsetK'],
      start: { coolingSetpointOffsetK: 0.7 },
    });
    const [infiltration, cooling] = calibration.parameters;
    expect(cooling).toMatchObject({ value: 0.7, moved: false, identifiability: 'none', confusedWith: null });
    expect(cooling!.standardError).toBeNaN();
    expect(infiltration).toMatchObject({ moved: true });
    expect(model.zones[0]!.cooling).toBeUndefined();
    expect([calibration.hours, after.hours, after.hoursInPeriod]).toEqual([3636, 3636, 8760]);
    expect(after.months.filter(({ hours }) => hours > 0)).toHaveLength(5);
  });

  test('the g-value of a label glazing is found behind a known efficiency and base load: the sun follows the glazing', () => {
    const label = (gValue: number) => ({
      ...room,
      glazings: [{ id: 'double-clear', kind: 'simple' as const, uValueWPerM2K: 2.8, gValue }],
    });
    const needW = runOf(label(0.6)).coolingW;
    const meter = meterOf(
      needW.map((value) => value / 3 + 40),
      'cooling',
    );
    const { calibration, values } = calibrated(label(0.75), meter, {
      ids: ['glazingSolarFactor'],
      start: { systemEfficiency: 3, baseLoadW: 40 },
    });
    expect(values.glazingSolarFactor).toBeCloseTo(0.8, 2);
    expect(values).toMatchObject({ systemEfficiency: 3, baseLoadW: 40 });
    expect(calibration.parameters[0]!.identifiability).toBe('identified');
    expect(calibration.rmseAfterW).toBeLessThan(1);
  });
});

test('a glazing that lets all of the sun in starts on its upper bound', () => {
  const clear = {
    ...room,
    glazings: [{ id: 'double-clear', kind: 'simple' as const, uValueWPerM2K: 2.8, gValue: 0.995 }],
  };
  const week = { ...heatMeter, pW: heatMeter.pW.map((value, hour) => (hour < 168 ? value : NaN)) };
  const { calibration } = calibrated(clear, week, { ids: ['glazingSolarFactor'] });
  expect(calibration.parameters[0]).toMatchObject({ start: 1, lower: 0.5, upper: 1 });
});

test('films are constant unless asked for, whatever else of the zone model is', () => {
  const asked = (zoneModel: ZoneCalibrationOptions['zoneModel']) =>
    valueIn(calibrateZoneModel(room, weather, heatMeter, { ids: ['baseLoadW'] }, zoneModel && { zoneModel }))
      .before;
  const constant = asked({ films: 'constant', stepsPerHour: 1 });
  expect(asked({ stepsPerHour: 1 })).toEqual(constant);
  expect(asked({ films: 'reference', filmRounds: 1, stepsPerHour: 1 })).not.toEqual(constant);
});

const codes = (model: typeof room, asked: ParameterChoice, use: MeteredUse = 'heating'): string[] => {
  const outcome = calibrateZoneModel(model, weather, { ...heatMeter, use }, asked, { zoneModel: QUICK });
  if (outcome.ok) throw new Error('This was to be refused.');
  return outcome.issues.map(({ code, where }) => (where === undefined ? code : `${code} ${where}`));
};

describe('a calibration is refused', () => {
  test('with every wrong name, use, value and bound in one list', () => {
    expect(
      codes(room, {
        ids: ['infiltrationFactor', 'wallpaper', 'coolingEfficiency'],
        start: { systemEfficiency: 0, toString: 1 },
        bounds: { infiltrationFactor: [0.5, 900], internalGainFactor: [0.5, 2] },
      }),
    ).toEqual([
      'calibration-parameter-unknown wallpaper',
      'calibration-parameter-use coolingEfficiency',
      'calibration-parameter-unknown toString',
      'calibration-bounds-idle internalGainFactor',
      'calibration-limits systemEfficiency',
      'calibration-limits infiltrationFactor',
    ]);
  });

  test.each<[string, typeof room, ParameterChoice, MeteredUse, string[]]>([
    ['without parameters', room, { ids: [] }, 'heating', ['calibration-no-parameter parameters']],
    ['without a plant', roomWith({ cooling: 'none' }), choice, 'cooling', ['calibration-no-plant']],
    [
      'with a start outside its bounds',
      room,
      { ids: ['internalGainFactor'], bounds: { internalGainFactor: [2, 3] } },
      'heating',
      ['calibration-bounds internalGainFactor'],
    ],
    [
      'with a parameter twice',
      room,
      { ids: ['internalGainFactor', 'internalGainFactor'] },
      'heating',
      ['calibration-parameter-twice internalGainFactor'],
    ],
    [
      'with set-points that cross at the start',
      room,
      { ids: ['internalGainFactor'], start: { heatingSetpointOffsetK: 9 } },
      'heating',
      ['setpoint-order zone "zone"'],
    ],
  ])('%s', (_, model, asked, use, expected) => {
    expect(codes(model, asked, use)).toEqual(expected);
  });
});
