import { describe, expect, test } from 'vitest';
import {
  archetypeOf,
  assumptionsOf,
  worstQuality,
  ZONE_FIGURES,
  type Assumption,
  type DaySchedules,
} from '../../../src/model/archetypes';
import {
  OVERRIDABLE,
  QUALITY_CLASSES,
  RETROFIT_ELEMENTS,
  type Building,
  type Retrofit,
} from '../../../src/model/building';
import { buildingSchema } from '../../../src/model/schema/buildingSchema';
import { HOME_AIR_CHANGE_PER_H, ROOM_HEIGHT_M, WORK_AIR_SHARE } from '../../../src/sim/buildings/airSupply';
import { CONDITIONED_SHARE } from '../../../src/sim/buildings/envelope';
import {
  GAINS_RADIATIVE_SHARE,
  HEATING_CONVECTIVE_SHARE,
  WINDOW_FRAME_SHARE,
} from '../../../src/sim/buildings/modelOf';
import { ALL, type Described } from './all';

const house: Described = { use: 'detached', constructionYear: 1965, envelope: 'asBuilt' };
const OWN = { value: 0.9, source: 'drilled core, 2024', quality: 'accurate_measurement' } as const;
const WHOLE: Building = {
  ...house,
  id: 'b',
  footprint: {
    outer: [
      [0, 0],
      [10, 0],
      [10, 10],
    ],
    holes: [],
  },
  baseElevationM: 0,
  heightM: 6,
  roof: 'flat',
  levels: 2,
  households: 1,
  heating: 'gasBoiler',
  cooling: 'none',
  photovoltaics: null,
  vehicles: null,
  connection: null,
  evidence: {},
};
const EVERY_RETROFIT: Required<Retrofit> = {
  roof: { insulationM: 0.2 },
  wall: { insulationM: 0.1 },
  floor: { insulationM: 0.05 },
  window: { uValueWPerM2K: 0.9, gValue: 0.45 },
  airTightness: { infiltrationPerH: 0.05 },
  heatRecovery: { share: 0.8, fanWPerM3PerS: 1500 },
  shading: { closedAboveWPerM2: 200, transmittedShare: 0.2 },
  setback: { heatingSetbackDegC: 15 },
  lighting: { powerShare: 0.4 },
  appliances: { powerShare: 0.7 },
  thermostat: { setbackDegC: 16 },
};

function named(assumptions: readonly Assumption[], name: string): Assumption {
  const found = assumptions.filter((one) => one.name === name);
  expect(found, name).toHaveLength(1);
  return found[0]!;
}

/** Numbers of an object by name, nested objects left out. */
function numbersOf(table: object): [string, number][] {
  return Object.entries(table).filter((entry): entry is [string, number] => typeof entry[1] === 'number');
}

describe('assumptions', () => {
  test('name every number of every archetype, with its value, unit, source and class', () => {
    expect(ALL).toHaveLength(4 * 11 * 4 * 3);
    for (const { building, region, label } of ALL) {
      const archetype = archetypeOf(building, region);
      const assumptions = assumptionsOf(building, region);
      const numbers = [...numbersOf(archetype), ...numbersOf(archetype.use)];
      expect(numbers.length, label).toBeGreaterThan(20);
      const byName = new Map(assumptions.map((one) => [one.name as string, one]));
      const untold = numbers.filter(([name, value]) => {
        const one = byName.get(name);
        return one?.value !== value || one.origin !== 'archetype';
      });
      expect(untold, label).toEqual([]);
      const untagged = assumptions.filter(
        ({ source, unit, quality, value }) =>
          source.length < 5 || unit === '' || !QUALITY_CLASSES.includes(quality) || !Number.isFinite(value),
      );
      expect(untagged, label).toEqual([]);
    }
  });

  test('give the schedules as daily hours at full load: an office by SIA 2024 has 7.2 hours on weekdays only', () => {
    const office = assumptionsOf({ ...house, use: 'office' }, 'centralEurope');
    expect(named(office, 'presenceSchedule').value).toBeCloseTo((5 * 7.2) / 7, 9);
    const { schedules } = archetypeOf({ ...house, use: 'office' }, 'centralEurope').use;
    for (const name of Object.keys(schedules)) named(office, `${name as keyof DaySchedules}Schedule`);
  });

  test('list the layers, and say which of their numbers were fitted', () => {
    const layers = assumptionsOf(house, 'centralEurope').filter(({ of }) => of?.startsWith('wall,'));
    expect(layers.map(({ of, name }) => `${of} ${name}`)).toContain(
      'wall, layer 2: insulation layerThicknessM',
    );
    expect(layers).toHaveLength(4 * 4);
    const old = assumptionsOf({ ...house, constructionYear: 1900 }, 'centralEurope');
    const brick = old.find(({ of, name }) => of === 'wall, layer 2: solid brick' && name.includes('Conduct'));
    expect(brick?.source).toContain('fitted');
    expect(brick?.value).not.toBe(0.8);
  });

  test('classes: a TABULA house is extrapolated, borrowed or southern guesses are worse', () => {
    const wall = (building: Described, region: Parameters<typeof assumptionsOf>[1]): Assumption =>
      named(assumptionsOf(building, region), 'uWallWPerM2K');
    expect(wall(house, 'centralEurope')).toMatchObject({
      quality: 'extrapolated_higher_level',
      source: 'TABULA/EPISCOPE, median of 6 types (centralEurope)',
    });
    expect(wall({ ...house, use: 'school' }, 'centralEurope').quality).toBe('estimation_assumptions');
    expect(wall(house, 'warm').quality).toBe('unknown_untraceable');
    const refurbished = { ...house, envelope: 'usualRefurbishment' } as const;
    expect(wall(refurbished, 'centralEurope').source).toContain('variant 002');
    expect(wall(refurbished, 'mediterranean').quality).toBe('estimation_assumptions');
  });

  test('hold the zone figures that the simulation computes with', () => {
    expect(ZONE_FIGURES.conditionedShare.value).toBe(CONDITIONED_SHARE);
    expect(ZONE_FIGURES.roomHeightM.value).toBe(ROOM_HEIGHT_M);
    expect(ZONE_FIGURES.homeAirChangePerH.value).toBe(HOME_AIR_CHANGE_PER_H);
    expect(ZONE_FIGURES.workAirShare.value).toBe(WORK_AIR_SHARE);
    expect(ZONE_FIGURES.windowFrameShare.value).toBe(WINDOW_FRAME_SHARE);
    expect(ZONE_FIGURES.heatingConvectiveShare.value).toBe(HEATING_CONVECTIVE_SHARE);
    expect(ZONE_FIGURES.gainsRadiativeShare.value).toBe(GAINS_RADIATIVE_SHARE);
  });
});

describe('an own value', () => {
  test.each(OVERRIDABLE)('of %s replaces its number and tag and nothing else', (name) => {
    const before = assumptionsOf(house, 'nordic');
    const value = named(before, name).value * 1.01 + 0.001;
    const after = assumptionsOf({ ...house, overrides: { [name]: { ...OWN, value } } }, 'nordic');
    expect(named(after, name)).toEqual({
      name,
      value,
      unit: named(before, name).unit,
      source: OWN.source,
      quality: OWN.quality,
      origin: 'own',
    });
    // Layers follow the U-values: they are what the building's numbers mean, not numbers of their own.
    const rest = (list: readonly Assumption[]) => list.filter((one) => one.name !== name && !one.of);
    expect(rest(after)).toEqual(rest(before));
  });

  test('is refused with its field named where no building has it', () => {
    const parse = (overrides: object) => buildingSchema.safeParse({ ...WHOLE, overrides });
    expect(parse({ uWallWPerM2K: OWN }).success).toBe(true);
    for (const wrong of [
      { uWallWPerM2K: { ...OWN, value: -0.1 } },
      { uWallWPerM2K: { ...OWN, value: Number.NaN } },
      { uWallWPerM2K: { ...OWN, source: '' } },
      { gValue: { ...OWN, value: 1.2 } },
      { windowShareOfFacade: { ...OWN, value: 1.5 } },
      { infiltrationPerH: { ...OWN, quality: 'good' } },
      { uWalls: OWN },
    ]) {
      const result = parse(wrong);
      expect(result.success, JSON.stringify(wrong)).toBe(false);
      expect(JSON.stringify(result.error?.issues)).toContain(Object.keys(wrong)[0]);
    }
  });
});

describe('a retrofit', () => {
  test.each(RETROFIT_ELEMENTS)(
    'of %s is the origin of the numbers it changes, and of no other',
    (element) => {
      const before = assumptionsOf(house, 'centralEurope');
      const retrofit = { [element]: EVERY_RETROFIT[element] };
      const after = assumptionsOf({ ...house, retrofit }, 'centralEurope').filter(({ of }) => !of);
      for (const one of after) {
        const changed = one.value !== named(before, one.name).value;
        expect(one.origin, `${element}: ${one.name}`).toBe(changed ? 'retrofit' : 'archetype');
      }
    },
  );

  test('keeps the doubt of what it adds insulation to, and drops that of what it replaces', () => {
    const doubt = { value: 1.2, source: 'said the owner', quality: 'personal_estimation' } as const;
    const overrides = { uWallWPerM2K: doubt, uWindowWPerM2K: { ...doubt, value: 3 } };
    const retrofit = { wall: EVERY_RETROFIT.wall, window: EVERY_RETROFIT.window };
    const after = assumptionsOf({ ...house, overrides, retrofit }, 'centralEurope');
    expect(named(after, 'uWallWPerM2K')).toMatchObject({
      quality: 'personal_estimation',
      origin: 'retrofit',
    });
    expect(named(after, 'uWallWPerM2K').source).toContain('said the owner');
    expect(named(after, 'uWindowWPerM2K')).toMatchObject({
      quality: 'estimation_assumptions',
      origin: 'retrofit',
    });
  });
});

describe('the worst class', () => {
  test('is that of the least sure number, whatever the order', () => {
    expect(worstQuality([])).toBe('accurate_measurement');
    expect(worstQuality(['extrapolated_survey', 'accurate_measurement'])).toBe('extrapolated_survey');
    expect(worstQuality(['unknown_untraceable', 'accurate_measurement'])).toBe('unknown_untraceable');
    const all = assumptionsOf(house, 'centralEurope').map(({ quality }) => quality);
    expect(worstQuality(all)).toBe('unknown_untraceable');
  });
});
