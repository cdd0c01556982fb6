import { describe, expect, test } from 'vitest';
import { archetypeOf } from '../../../src/model/archetypes';
import type { Building, SourcedValue } from '../../../src/model/building';
import type { BuildingModel } from '../../../src/model/buildingModel';
import type { District } from '../../../src/model/district';
import { parseBaseEdits } from '../../../src/model/schema';
import { applyBaseEdits } from '../../../src/scenario';
import { buildingModelOf } from '../../../src/sim/buildings/modelOf';
import { simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import { shapesOf } from '../../../src/sim/buildings/shape';
import {
  calibrateBuilding,
  parameterEdits,
  type ParameterChoice,
  type ZoneParameterValues,
} from '../../../src/study/calibration';
import { CLIMATES, synthesiseWeather } from '../../../src/synthesis/weather';
import { box, districtOf } from '../../sim/buildings/town';
import { meterOf, valueIn } from './zoneModelRoom';

/**
 * A district's building calibrated on synthetic truth. The cheapest wrong programs: corrections that are not what was tried, so
 * that the district's run has another fit; the set-point moved and not the set-back; a number that a retrofit covers corrected
 * without effect; a correction for what never moved, or without saying how well it is known.
 */
const weather = synthesiseWeather(CLIMATES.centralEurope, 3);
const QUICK = { films: 'constant', stepsPerHour: 1 } as const;
const one = (building: Building): District => districtOf([building]);
const home = one(box('home', 'detached', { households: 1 }));
const known = (value: number): SourcedValue => ({ value, source: 'truth', quality: 'accurate_measurement' });

function modelIn({ buildings }: District): BuildingModel {
  return buildingModelOf(buildings[0]!, shapesOf(buildings)[0]!, { region: 'centralEurope', weather });
}

function heatOf(district: District): Float64Array {
  return valueIn(simulateBuildingModel(modelIn(district), weather, QUICK)).zones[0]!.heatingW;
}

const calibrated = (district: District, meterW: Float64Array, choice: ParameterChoice, noise = 0.1) =>
  valueIn(
    calibrateBuilding(
      district,
      district.buildings[0]!.id,
      weather,
      meterOf(meterW, 'heating', noise),
      choice,
      'gas.csv of 2023',
      { zoneModel: QUICK },
    ),
  );
const corrected = (district: District, edits: Parameters<typeof applyBaseEdits>[1]): District => {
  const { district: after, issues } = applyBaseEdits(district, edits);
  expect(issues).toEqual([]);
  return after;
};

describe('a district’s building against its meter', () => {
  const base = archetypeOf(home.buildings[0]!, 'centralEurope');
  const TRUTH = {
    infiltrationPerH: 2.1 * base.infiltrationPerH,
    heatingSetpointDegC: base.use.heatingSetpointDegC + 1.3,
    heatingSetbackDegC: base.use.heatingSetbackDegC + 1.3,
  };
  const truth = one({
    ...home.buildings[0]!,
    overrides: Object.fromEntries(Object.entries(TRUTH).map(([name, value]) => [name, known(value)])),
  });
  const gasW = heatOf(truth).map((w) => w / 0.92);
  const choice: ParameterChoice = {
    ids: ['infiltrationFactor', 'heatingSetpointOffsetK'],
    start: { systemEfficiency: 0.92 },
  };

  test(
    'hidden leakage and set-point are found again; the corrections say from where and how sure',
    { timeout: 180_000 },
    () => {
      const { calibration, model, edits, before, after } = calibrated(home, gasW, choice, 0.02);
      expect(before.hourly!.withinLimits).toBe(false);
      expect(after.hourly!.withinLimits).toBe(true);
      const sure = Object.fromEntries(calibration.parameters.map((one) => [one.id, one]));
      for (const { onBound, moved } of calibration.parameters) expect([onBound, moved]).toEqual([null, true]);
      expect(edits.map(({ field }) => field)).toEqual(Object.keys(TRUTH));
      for (const { buildingId, field, value } of edits) {
        const { value: number, source, quality } = value as SourcedValue;
        const { identifiability } =
          sure[field === 'infiltrationPerH' ? 'infiltrationFactor' : 'heatingSetpointOffsetK']!;
        expect(buildingId).toBe('home');
        const expected = TRUTH[field as keyof typeof TRUTH];
        expect(Math.abs(number / expected - 1), field).toBeLessThan(
          field === 'infiltrationPerH' ? 0.05 : 0.01,
        );
        expect(source).toMatch(
          /^calibrated against gas\.csv of 2023: \w+ [\d.]+, (identified|weak), standard error .+CV\(RMSE\)/,
        );
        expect(source).toContain(identifiability);
        // A lone year of heat hardly tells leakage from set-point: what is not known is not called known.
        expect(quality).toBe(
          identifiability === 'identified' ? 'estimation_assumptions' : 'personal_estimation',
        );
      }
      expect(model).toEqual(modelIn(corrected(home, edits)));
      // Closing the loop: the corrections go through a file into the district, and it has the heat of the truth.
      const read = parseBaseEdits(JSON.parse(JSON.stringify(edits)), 'edits.json');
      const sum = (heatW: Float64Array): number => heatW.reduce((all, w) => all + w, 0);
      const again = heatOf(corrected(home, valueIn(read)));
      expect(sum(again) / sum(heatOf(truth))).toBeCloseTo(1, 2);
      expect(sum(heatOf(home)) / sum(heatOf(truth))).toBeLessThan(0.9);
    },
  );

  test(
    'what did not move and what no reading fixes is not corrected; a value stated beside is, as stated',
    { timeout: 180_000 },
    () => {
      const exact = calibrated(
        home,
        heatOf(home).map((w) => w / 0.92),
        choice,
        0,
      );
      expect(exact.edits).toEqual([]);
      const { edits, calibration } = calibrated(home, gasW, {
        ids: ['infiltrationFactor', 'coolingSetpointOffsetK'],
        start: { opaqueUFactor: 1.1, systemEfficiency: 0.92 },
      });
      expect(calibration.parameters.map(({ moved }) => moved)).toEqual([true, false]);
      expect(edits.map(({ field }) => field)).toEqual([
        'infiltrationPerH',
        'uWallWPerM2K',
        'uRoofWPerM2K',
        'uFloorWPerM2K',
      ]);
      const wall = edits[1]!.value as SourcedValue;
      expect(wall.value).toBeCloseTo(1.1 * base.uWallWPerM2K, 12);
      expect(wall).toMatchObject({ quality: 'personal_estimation' });
      expect(wall.source).toMatch(/^stated/);
    },
  );

  test('gains of a home are those of its households: refused by name; a district without the building too', () => {
    const asked = { ids: ['internalGainFactor'] };
    const meter = meterOf(gasW, 'heating');
    const refused = calibrateBuilding(home, 'home', weather, meter, asked, 'gas.csv');
    expect(refused.issues).toMatchObject([
      { code: 'calibration-not-held', source: 'home', where: 'internalGainFactor' },
    ]);
    const nobody = calibrateBuilding(home, 'nobody', weather, meter, choice, 'gas.csv');
    expect(nobody.issues).toMatchObject([{ code: 'building-unknown', where: 'nobody' }]);
  });
});

describe('corrections that stand for parameters', () => {
  const tag = { source: 'x', quality: 'personal_estimation' } as const;
  const editsOf = (building: Building, values: ZoneParameterValues) =>
    parameterEdits(building, 'centralEurope', values, () => tag);
  const office = box('office', 'office', { households: 0 });
  const base = archetypeOf(office, 'centralEurope');

  test('every parameter of a building has its numbers, and neutral or metered ones have none', () => {
    expect(
      editsOf(office, {
        infiltrationFactor: 1,
        heatingSetpointOffsetK: 0,
        systemEfficiency: 0.8,
        baseLoadW: 5,
      }),
    ).toEqual([]);
    const numbers = Object.fromEntries(
      editsOf(office, {
        infiltrationFactor: 2,
        heatingSetpointOffsetK: -1,
        coolingSetpointOffsetK: 2,
        internalGainFactor: 0.5,
        opaqueUFactor: 1.5,
        glazingSolarFactor: 0.9,
      }).map(({ field, value }) => [field, (value as SourcedValue).value]),
    );
    const { use } = base;
    expect(numbers).toEqual({
      infiltrationPerH: 2 * base.infiltrationPerH,
      heatingSetpointDegC: use.heatingSetpointDegC - 1,
      heatingSetbackDegC: use.heatingSetbackDegC - 1,
      coolingSetpointDegC: use.coolingSetpointDegC + 2,
      coolingSetbackDegC: use.coolingSetbackDegC + 2,
      sensibleHeatPerPersonW: use.sensibleHeatPerPersonW / 2,
      appliancesWPerM2: use.appliancesWPerM2 / 2,
      lightingWPerM2: use.lightingWPerM2 / 2,
      uWallWPerM2K: 1.5 * base.uWallWPerM2K,
      uRoofWPerM2K: 1.5 * base.uRoofWPerM2K,
      uFloorWPerM2K: 1.5 * base.uFloorWPerM2K,
      gValue: 0.9 * base.gValue,
    });
  });

  test('a number that work has replaced moves where the work states it, and what stands below work moves below it', () => {
    const worked: Building = {
      ...office,
      retrofit: {
        airTightness: { infiltrationPerH: 0.1 },
        setback: { heatingSetbackDegC: 14 },
        window: { uValueWPerM2K: 1, gValue: 0.5 },
        lighting: { powerShare: 0.5 },
        wall: { insulationM: 0.1 },
      },
    };
    const edits = editsOf(worked, {
      infiltrationFactor: 2,
      heatingSetpointOffsetK: 1,
      internalGainFactor: 2,
      opaqueUFactor: 1.5,
      glazingSolarFactor: 0.8,
    });
    const district = corrected(one(worked), edits);
    const after = archetypeOf(district.buildings[0]!, 'centralEurope');
    const before = archetypeOf(worked, 'centralEurope');
    expect(after.infiltrationPerH).toBe(0.2);
    expect(after.gValue).toBe(0.4);
    expect(after.use.heatingSetbackDegC).toBe(15);
    expect(after.use.lightingWPerM2).toBeCloseTo(2 * before.use.lightingWPerM2, 12);
    // 0.1 m at 0.035 W/(m K) outside a wall of 1.5 times the U-value.
    expect(after.uWallWPerM2K).toBeCloseTo(1 / (1 / (1.5 * base.uWallWPerM2K) + 0.1 / 0.035), 12);
    expect(district.buildings[0]!.retrofit).toMatchObject({
      lighting: { powerShare: 0.5 },
      wall: { insulationM: 0.1 },
    });
  });

  test('what a district file would refuse is held at its range', () => {
    const [infiltration] = editsOf(office, { infiltrationFactor: 20 / base.infiltrationPerH });
    expect((infiltration!.value as SourcedValue).value).toBe(5);
  });
});
