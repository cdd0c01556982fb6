import { describe, expect, test } from 'vitest';
import { readBuildingFile } from '../../../src/io/buildingFile';
import type { BuildingModel } from '../../../src/model/buildingModel';
import { type BuildingModelYear, simulateBuildingModel } from '../../../src/sim/buildings/multinode';
import {
  applyParameters,
  METERED_USES,
  ZONE_PARAMETERS,
  type ZoneParameterValues,
} from '../../../src/study/calibration';
import { meteredPowerW } from '../../../src/study/calibration/zoneModel/meteredPower';
import { CLIMATES, synthesiseWeather } from '../../../src/synthesis/weather';
import { cabin } from '../../model/buildingModel/cabin';
import { room, valueIn } from './zoneModelRoom';

/** The cabin with a party wall of the same construction as its walls. */
const terraced: BuildingModel = {
  ...cabin,
  elements: [...cabin.elements, { ...cabin.elements[2]!, id: 'party', boundary: { kind: 'adiabatic' } }],
};
const NEUTRAL: ZoneParameterValues = Object.fromEntries(
  ZONE_PARAMETERS.map(({ id, neutral }) => [id, neutral]),
);
const MOVED: ZoneParameterValues = {
  infiltrationFactor: 1.5,
  heatingSetpointOffsetK: 1.5,
  coolingSetpointOffsetK: -2,
  internalGainFactor: 0.5,
  opaqueUFactor: 1.25,
  glazingSolarFactor: 0.9,
};

describe('parameters of the zone model', () => {
  test('neutral values give the same building and the same bits of its year', () => {
    expect(applyParameters(terraced, NEUTRAL)).toEqual(terraced);
    expect(applyParameters(terraced, {})).toEqual(terraced);
    const weather = synthesiseWeather(CLIMATES.centralEurope, 5);
    const year = (model: BuildingModel) =>
      valueIn(simulateBuildingModel(model, weather, { films: 'constant', stepsPerHour: 1 }));
    expect(year(applyParameters(room, NEUTRAL)).zones).toEqual(year(room).zones);
  });

  test('every parameter has a sound range around its neutral value, inside its limits, and says what it means', () => {
    for (const { id, neutral, limits, range, meaning } of ZONE_PARAMETERS) {
      const [lower, upper] = range ?? [0, 1];
      expect(lower >= limits[0] && upper <= limits[1] && lower < upper, id).toBe(true);
      expect(neutral >= limits[0] && neutral <= limits[1], id).toBe(true);
      expect(meaning.length, id).toBeGreaterThan(10);
    }
    expect(new Set(ZONE_PARAMETERS.map(({ id }) => id)).size).toBe(ZONE_PARAMETERS.length);
  });

  test('each changes what it names and nothing else; the building given stays', () => {
    const before = structuredClone(terraced);
    const [given] = terraced.zones;
    const change = (values: ZoneParameterValues) => applyParameters(terraced, values);
    expect(change({ infiltrationFactor: 1.5 })).toEqual({
      ...terraced,
      zones: [{ ...given, infiltration: { airChangesPerH: 0.75 } }, terraced.zones[1]],
    });
    expect(change({ internalGainFactor: 0.5 })).toEqual({
      ...terraced,
      zones: [{ ...given, gains: [{ powerW: 100, radiativeShare: 0.6 }] }, terraced.zones[1]],
    });
    const [layered, label] = terraced.glazings!;
    expect(change({ glazingSolarFactor: 0.9 })).toEqual({
      ...terraced,
      glazings: [layered, { ...label, gValue: 0.6 * 0.9 }],
    });
    expect(terraced).toEqual(before);
  });

  test('set-points move in schedules too, in a copy: off stays off and other uses of the schedule stay', () => {
    const shared: BuildingModel = {
      ...terraced,
      zones: [
        { ...terraced.zones[0]!, gains: [{ powerW: 9, radiativeShare: 0, course: 'day' }] },
        terraced.zones[1]!,
      ],
    };
    const moved = applyParameters(shared, { heatingSetpointOffsetK: 1.5, coolingSetpointOffsetK: -2 });
    expect(moved.schedules!.slice(0, 2)).toEqual(terraced.schedules);
    const [zone, porch] = moved.zones;
    expect(zone!.gains![0]!.course).toBe('day');
    expect(zone!.heating!.capacityW).toBe(5000);
    const scheduleOf = (course: unknown) => moved.schedules!.find(({ id }) => id === course)!;
    const heating = scheduleOf(zone!.heating!.setpointDegC).weekday as { hourly: number[] };
    expect(heating.hourly.slice(5, 9)).toEqual([17.5, 17.5, 21.5, 21.5]);
    const cooling = scheduleOf(zone!.cooling!.setpointDegC);
    expect(cooling.weekday).toEqual({ points: [[0, null], [24, null]] }); // prettier-ignore
    expect(cooling.periods![0]).toEqual({
      from: '06-01',
      to: '08-31',
      weekday: { points: [[0, 24], [24, 24]] }, // prettier-ignore
    });
    expect(porch).toEqual(terraced.zones[1]);
    const plain = applyParameters(room, { heatingSetpointOffsetK: 1.5 });
    expect(plain.zones[0]!.heating).toEqual({ setpointDegC: 21.5 });
    expect(plain.schedules).toBeUndefined();
  });

  test('opaque layers change their resistance to outdoors, ground and zones, not in a party wall of the same construction', () => {
    const moved = applyParameters(terraced, { opaqueUFactor: 1.25 });
    const layersOf = (id: string) => {
      const { construction } = moved.elements.find((element) => element.id === id)!;
      return moved.constructions.find((one) => one.id === construction)!.layers;
    };
    const resistance = (id: string): number =>
      layersOf(id).reduce(
        (sum, layer) =>
          sum +
          ('resistanceM2KPerW' in layer
            ? layer.resistanceM2KPerW
            : layer.thicknessM / layer.conductivityWPerMK),
        0,
      );
    // 0.1 / 0.04 + 0.18 + 0.012 / 0.16 = 2.755 m2K/W.
    expect(resistance('party')).toBeCloseTo(2.755, 12);
    for (const id of ['south', 'floor', 'partition'])
      expect(resistance(id), id).toBeCloseTo(2.755 / 1.25, 12);
    expect(layersOf('south')[0]).toMatchObject({
      thicknessM: 0.1,
      densityKgPerM3: 20,
      specificHeatJPerKgK: 1000,
    });
    expect(moved.glazings).toEqual(terraced.glazings);
    expect(applyParameters(cabin, { opaqueUFactor: 2 }).constructions.map(({ id }) => id)).toEqual(['wall']);
  });

  test('a changed building is a valid file, and can be changed again', () => {
    const once = applyParameters(terraced, MOVED);
    const twice = applyParameters(once, MOVED);
    for (const model of [once, twice]) {
      expect(valueIn(readBuildingFile(JSON.stringify(model), 'changed.json'))).toEqual(model);
    }
    expect(twice.zones[0]!.infiltration!.airChangesPerH).toBeCloseTo(0.5 * 1.5 * 1.5, 12);
    expect(twice.zones[0]!.heating!.setpointDegC).not.toBe(once.zones[0]!.heating!.setpointDegC);
  });
});

describe('the power of a meter', () => {
  const hours = (value: number): Float64Array => new Float64Array(8760).fill(value);
  const zone = (heatingW: number, coolingW: number) => ({
    heatingW: hours(heatingW),
    coolingW: hours(coolingW),
  });
  const year = { zones: [zone(900, 0), zone(300, 600)] } as unknown as BuildingModelYear;
  const scheduled: BuildingModel = {
    ...cabin,
    schedules: [{ id: 'hours', weekday: { hourly: Array.from({ length: 24 }, (_, h) => h) } }],
    zones: [{ ...cabin.zones[0]!, gains: [{ powerW: 10, radiativeShare: 0, course: 'hours' }] }],
  };

  test.each([
    ['heating', { systemEfficiency: 0.8, baseLoadW: 50 }, 1200 / 0.8 + 50],
    ['cooling', { systemEfficiency: 3, baseLoadW: 50 }, 600 / 3 + 50],
    ['heating', {}, 1200],
    // Seven o'clock: 10 W x 7, half of it electric.
    [
      'electricity',
      { systemEfficiency: 4, coolingEfficiency: 3, meteredGainShare: 0.5, baseLoadW: 5 },
      300 + 200 + 35 + 5,
    ],
  ] as const)('%s with %j', (use, values, expected) => {
    expect(METERED_USES).toContain(use);
    expect(meteredPowerW(scheduled, 0, year, use, values)[24 + 7]).toBeCloseTo(expected, 9);
  });
});
