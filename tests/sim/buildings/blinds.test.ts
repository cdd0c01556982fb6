import { describe, expect, test } from 'vitest';
import type { Building, SourcedValue } from '../../../src/model/building';
import { archetypeOf, assumptionsOf } from '../../../src/model/archetypes';
import { parseBuildingModel } from '../../../src/model/buildingModel';
import { airClassByDay, COLD_DAY } from '../../../src/sim/buildings/airing';
import { buildingModelOf } from '../../../src/sim/buildings/modelOf';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { elementSun } from '../../../src/sim/buildings/solar';
import { sunPlanesOf } from '../../../src/sim/buildings/sunPlanes';
import { box, calendarOf, sineWeather, sumOf, yearOf } from './town';

/**
 * Blinds that people draw. The cheapest wrong programs: blinds that are drawn in winter as well, that stay drawn without
 * sun, that hang inside and outside at once, or in one of the two descriptions of a building only.
 */
const weather = sineWeather(13, 13);
const calendar = calendarOf(3600, weather.startWeekday);
const SOUTH = 4;

const own = (value: number): SourcedValue => ({ value, source: 'test', quality: 'accurate_measurement' });
const house = box('house', 'detached', { households: 0, constructionYear: 1990 });
const bare: Building = { ...house, overrides: { blindTransmittedShare: own(1) } };
const outer: Building = {
  ...house,
  retrofit: { shading: { closedAboveWPerM2: 300, transmittedShare: 0.15 } },
};

describe('inner blinds', () => {
  test('are there where nothing hangs outside, with a source, and may be said to be missing', () => {
    const shares = [house, bare, outer].map((one) => archetypeOf(one, 'centralEurope').blindTransmittedShare);
    expect(shares).toEqual([0.75, 1, 0.15]);
    const told = assumptionsOf(house, 'centralEurope').filter(({ name }) => name.startsWith('blind'));
    expect(told.map(({ value, unit }) => [value, unit])).toEqual([
      [300, 'W/m2'],
      [0.75, '-'],
    ]);
    for (const { source } of told) expect(source).toContain('ISO 13790');
  });

  test('shut the sun out on warm days while it is strong on the pane, and only then', () => {
    const { plane } = sunPlanesOf(weather, calendar).wall(SOUTH, 0)[0]!;
    const blind = { closedAboveWPerM2: 300, transmittedShare: 0.75 };
    const [open, inner, outside] = [
      plane.glazing(1.3),
      plane.glazing(1.3, { ...blind, onWarmDays: true }),
      plane.glazing(1.3, { ...blind, onWarmDays: false }),
    ];
    const days = airClassByDay(weather);
    const seen = { drawn: 0, weak: 0, cold: 0 };
    for (let step = 0; step < calendar.stepCount; step += 1) {
      const strong = plane.incidentWPerM2[step]! > 300;
      const warm = days[Math.floor(step / 24)] !== COLD_DAY;
      seen[strong ? (warm ? 'drawn' : 'cold') : 'weak'] += 1;
      for (const column of ['transmittedWPerM2', 'absorbedWPerM2'] as const) {
        const whole = open[column][step]!;
        expect(inner[column][step]).toBeCloseTo(strong && warm ? 0.75 * whole : whole, 9);
        expect(outside[column][step]).toBeCloseTo(strong ? 0.75 * whole : whole, 9);
      }
    }
    expect(Math.min(seen.drawn, seen.weak, seen.cold)).toBeGreaterThan(50);
    expect(inner.transmittedSumWPerM2).toBeCloseTo(sumOf(inner.transmittedWPerM2), 6);
  });

  test('keep a house cooler in summer and leave its winter as it was', () => {
    const lived = (building: Building) => yearOf([{ ...building, households: 2 }], weather);
    const [without, drawn] = [lived(bare), lived(house)];
    const firstWarm = airClassByDay(weather).findIndex((kind) => kind !== COLD_DAY) * 24;
    expect(firstWarm).toBeGreaterThan(24 * 30);
    // Not to the bit: the share of light that falls on the floor first is the year's.
    const winter = [drawn, without].map(({ heatNeedW }) => sumOf(heatNeedW, 0, firstWarm));
    expect(Math.abs(winter[0]! / winter[1]! - 1)).toBeLessThan(0.001);
    expect(sumOf(drawn.overheatingK)).toBeLessThan(0.9 * sumOf(without.overheatingK));
    expect(sumOf(drawn.overheatingK)).toBeGreaterThan(0.4 * sumOf(without.overheatingK));
    expect(sumOf(drawn.heatNeedW)).toBeLessThan(1.005 * sumOf(without.heatNeedW));
  });
});

describe('the file of the same building', () => {
  const modelOf = (building: Building) => {
    const shape = shapesOf([building])[0]!;
    return buildingModelOf(building, shape, { region: 'centralEurope', weather });
  };
  /** W through all windows of the south wall, [step]. */
  const throughSouth = (building: Building): Float64Array => {
    const model = modelOf(building);
    const wall = model.elements.findIndex(({ id }) => id === `wall-${SOUTH}`);
    const { beamTransmittedW, diffuseTransmittedW } = elementSun(model, weather, calendar)[wall]!.windows[0]!;
    return beamTransmittedW.map((beam, step) => beam + diffuseTransmittedW[step]!);
  };

  test('is read without an issue', () => {
    for (const building of [house, bare, outer]) {
      const text = JSON.stringify(modelOf(building));
      expect(parseBuildingModel(JSON.parse(text), 'test')).toMatchObject({ ok: true, issues: [] });
    }
  });

  test('draws them in the same hours', () => {
    const [without, drawn, outside] = [bare, house, outer].map(throughSouth);
    const { plane } = sunPlanesOf(weather, calendar).wall(SOUTH, 0)[0]!;
    const days = airClassByDay(weather);
    let count = 0;
    for (let step = 0; step < calendar.stepCount; step += 1) {
      const strong = plane.incidentWPerM2[step]! > 300;
      const warm = days[Math.floor(step / 24)] !== COLD_DAY;
      count += strong && warm ? 1 : 0;
      expect(drawn![step]).toBeCloseTo((strong && warm ? 0.75 : 1) * without![step]!, 6);
      expect(outside![step]).toBeCloseTo((strong ? 0.15 : 1) * without![step]!, 6);
    }
    expect(count).toBeGreaterThan(50);
  });

  test('names a course that closes more than the window, or that there is none of', () => {
    const spoilt = (course: unknown) => {
      const model = JSON.parse(JSON.stringify(modelOf(house))) as {
        elements: { windows?: { blind: { course: unknown } }[] }[];
      };
      model.elements.find(({ windows }) => windows)!.windows![0]!.blind.course = course;
      return parseBuildingModel(model, 'test').issues.map(({ code, field }) => [code, field]);
    };
    expect(spoilt(1.5)).toEqual([['course-value', 'blind.course']]);
    expect(spoilt('curtains')[0]![1]).toBe('blind.course');
    expect(spoilt(0.5)).toEqual([]);
  });
});
