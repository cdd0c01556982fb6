import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, revertElement } from '../../src/measures';
import { archetypeOf } from '../../src/model/archetypes';
import type { Building, Retrofit } from '../../src/model/building';
import type { District } from '../../src/model/district';
import { buildingSchema } from '../../src/model/schema/buildingSchema';
import { MEASURE_TYPES, type Measure, type MeasureType } from '../../src/model/scenario';
import { hashDistrict } from '../../src/scenario';
import { deepFreeze, manyHouses, measureOf, mixedTown } from './districts';

const town = mixedTown();
const [house] = manyHouses(1).buildings;
/** Detached, 1965, central Europe: U 1.0, 0.7, 0.8, 2.8 W/(m2 K), 0.2 1/h (TABULA medians). */
const districtOf = (change: Partial<Building> = {}): District =>
  deepFreeze({ ...town, buildings: [{ ...house!, ...change }] });

type Step = MeasureType | readonly [MeasureType, Measure['parameters']];
const take = (district: District, steps: readonly Step[]): District =>
  steps.reduce((before, step) => {
    const [type, parameters] = typeof step === 'string' ? [step, {}] : step;
    return MEASURES[type].apply(before, measureOf(type, 1, parameters), 1);
  }, district);
const after = (steps: readonly Step[], change?: Partial<Building>) =>
  take(districtOf(change), steps).buildings[0]!;
const figures = (building: Building) => archetypeOf(building, 'centralEurope');
const reason = (type: MeasureType, change: Partial<Building>, parameters = {}) => {
  const verdict = MEASURES[type].applicability!(
    districtOf(change).buildings[0]!,
    'centralEurope',
    parameters,
  );
  return verdict.applicable ? '' : verdict.reason;
};

describe('a single element', () => {
  it.each<[MeasureType, keyof ReturnType<typeof figures>, number]>([
    // In series with 0.035 W/(m K): 1/(1/1.0 + 0.12/0.035), 1/(1/0.7 + 0.12/0.035), 1/(1/0.8 + 0.08/0.035).
    ['wallInsulation', 'uWallWPerM2K', 1 / (1 + 3.428_571_428_571)],
    ['roofInsulation', 'uRoofWPerM2K', 1 / (1.428_571_428_571 + 3.428_571_428_571)],
    ['floorInsulation', 'uFloorWPerM2K', 1 / (1.25 + 2.285_714_285_714)],
    ['windowReplacement', 'uWindowWPerM2K', 1.3],
    ['airSealing', 'infiltrationPerH', 0.1],
  ])('%s changes %s and no other figure of the envelope', (type, name, value) => {
    const [before, now] = [figures(house!), figures(after([type]))];
    expect(now[name]).toBeCloseTo(value, 9);
    const changed = Object.keys(now).filter(
      (one) => one !== 'use' && now[one as keyof typeof now] !== before[one as keyof typeof now],
    );
    expect(changed).toEqual(type === 'windowReplacement' ? [name, 'gValue'] : [name]);
  });

  it.each<[MeasureType, Partial<Building>, RegExp]>([
    ['wallInsulation', { retrofit: { wall: { insulationM: 0.1 } } }, /worked on already/],
    ['wallInsulation', { envelope: 'usualRefurbishment' }, /whole envelope/],
    ['wallInsulation', { constructionYear: 2012 }, /0\.28 W\/\(m2 K\), no more than the 0\.4/],
    [
      'wallInsulation',
      { overrides: { uWallWPerM2K: { value: 0.4, source: 'survey', quality: 'accurate_measurement' } } },
      /0\.4 W/,
    ],
    ['roofInsulation', { protectedElements: ['roof'] }, /The roof of this building may not be changed/],
    ['windowReplacement', { constructionYear: 2012 }, /1\.3 W.+better by less than/],
    ['airSealing', { envelope: 'advancedRefurbishment' }, /Only 0\.1 air changes/],
    ['externalShading', { protectedElements: ['shading'] }, /may not be changed/],
    ['heatRecoveryVentilation', { use: 'office' }, /counts recovery and demand control already/],
    ['heatingSetback', { heating: 'none' }, /not heated/],
    ['heatingSetback', { use: 'hotel' }, /day and night/],
    ['heatingSetback', { use: 'office' }, /12 degC already/],
    ['smartThermostat', { use: 'office' }, /only while people are in already/],
    ['efficientLighting', { use: 'terraced' }, /household/],
    ['splitAirConditioner', { cooling: 'splitAirConditioner' }, /cooled already/],
    ['districtHeatConnection', { heating: 'airHeatPump' }, /air-source heat pump/],
    ['hotWaterTanks', { households: 0 }, /no household/],
    ['envelopeRetrofit', { constructionYear: 2012 }, /built in 2012/],
    ['envelopeRetrofit', { protectedElements: ['wall'] }, /The wall of this building may not be changed/],
  ])('%s at %j says why not, and changes nothing there', (type, change, why) => {
    expect(reason(type, change)).toMatch(why);
    const district = districtOf(change);
    expect(take(district, [type])).toBe(district);
  });

  it('follows the building’s own number, not its table', () => {
    const measured = { value: 1.2, source: 'survey', quality: 'accurate_measurement' } as const;
    // A refurbished house whose wall was measured to be bare: the wall may be insulated.
    const bare = { envelope: 'usualRefurbishment', overrides: { uWallWPerM2K: measured } } as const;
    expect(reason('wallInsulation', bare)).toBe('');
    expect(figures(after(['wallInsulation'], bare)).uWallWPerM2K).toBeCloseTo(
      1 / (1 / 1.2 + 0.12 / 0.035),
      12,
    );
  });

  it('leaves alone what the parameter says is good enough', () => {
    expect(reason('roofInsulation', {}, { goodEnoughWPerM2K: 0.69 })).toBe('');
    expect(reason('roofInsulation', {}, { goodEnoughWPerM2K: 0.7 })).toMatch(/0\.7/);
  });
});

describe('the whole package and single elements', () => {
  const singles = ['wallInsulation', 'roofInsulation', 'floorInsulation', 'windowReplacement'] as const;

  it.each([1, 2])(
    'level %i gives the same envelope with single elements of its quality before or after',
    (level) => {
      const pack = ['envelopeRetrofit', { level }] as const;
      const alone = after([pack]);
      expect(after([...singles, pack])).toEqual(alone);
      expect(after([pack, ...singles])).toEqual(alone);
      expect(figures(after([...singles, pack]))).toEqual(figures(alone));
    },
  );

  it('count the thicker insulation, not the sum', () => {
    const thick = ['wallInsulation', { insulationM: 0.2 }] as const;
    const both = after([thick, 'envelopeRetrofit']);
    expect(both.envelope).toBe('usualRefurbishment');
    // 0.20 m in all, of which the package stands for 0.12; the sum would be 0.32 m.
    expect(figures(both).uWallWPerM2K).toBeCloseTo(1 / (1 + 0.2 / 0.035), 12);
    expect(figures(both).uRoofWPerM2K).toBe(figures(after(['envelopeRetrofit'])).uRoofWPerM2K);
    expect(reason('wallInsulation', { envelope: 'usualRefurbishment' })).not.toBe('');
  });

  it('count the better windows and the tighter joints, whichever came first', () => {
    const windows = ['windowReplacement', { uValueWPerM2K: 0.8, gValue: 0.5 }] as const;
    for (const steps of [
      [windows, 'airSealing', 'envelopeRetrofit'],
      ['envelopeRetrofit', windows, 'airSealing'],
    ] as const) {
      const both = after(steps);
      expect(both.retrofit).toEqual({
        window: { uValueWPerM2K: 0.8, gValue: 0.5 },
        airTightness: { infiltrationPerH: 0.1 },
      });
      expect(figures(both)).toMatchObject({ uWindowWPerM2K: 0.8, gValue: 0.5, infiltrationPerH: 0.1 });
    }
  });

  it('keep what the package does not reach', () => {
    const kept: Retrofit = { shading: { closedAboveWPerM2: 200, transmittedShare: 0.2 } };
    expect(after(['envelopeRetrofit'], { retrofit: kept }).retrofit).toEqual(kept);
  });

  it('reach elements with own numbers, which the archetype does not', () => {
    const own = (value: number) => ({ value, source: 'survey', quality: 'accurate_measurement' }) as const;
    const overrides = { uWallWPerM2K: own(1.4), uWindowWPerM2K: own(2.6), infiltrationPerH: own(0.6) };
    const done = figures(after(['envelopeRetrofit'], { overrides }));
    expect(done.uWallWPerM2K).toBeCloseTo(1 / (1 / 1.4 + 0.12 / 0.035), 12);
    expect(done).toMatchObject({ uWindowWPerM2K: 1.3, gValue: 0.6, infiltrationPerH: 0.2 });
  });

  it('never make any element worse, whatever was there', () => {
    const own = (max: number) => fc.option(fc.double({ min: 0.1, max, noNaN: true }), { nil: undefined });
    const thickness = fc.option(fc.double({ min: 0.01, max: 0.5, noNaN: true }), { nil: undefined });
    const given = (value: number | undefined) =>
      value === undefined ? {} : { value, source: 'survey', quality: 'accurate_measurement' as const };
    fc.assert(
      fc.property(
        fc.record({ wall: thickness, roof: thickness, floor: thickness, window: own(3), air: own(1) }),
        fc.record({ wall: own(3), window: own(5), air: own(2) }),
        fc.constantFrom(1, 2),
        (work, numbers, level) => {
          const layer = (insulationM: number | undefined) =>
            insulationM === undefined ? {} : { insulationM };
          const retrofit = Object.fromEntries(
            Object.entries({
              wall: layer(work.wall),
              roof: layer(work.roof),
              floor: layer(work.floor),
              window: work.window === undefined ? {} : { uValueWPerM2K: work.window, gValue: 0.5 },
              airTightness: work.air === undefined ? {} : { infiltrationPerH: work.air },
            }).filter(([, one]) => Object.keys(one).length > 0),
          ) as Retrofit;
          const overrides = Object.fromEntries(
            Object.entries({
              uWallWPerM2K: given(numbers.wall),
              uWindowWPerM2K: given(numbers.window),
              infiltrationPerH: given(numbers.air),
            }).filter(([, one]) => 'value' in one),
          ) as NonNullable<Building['overrides']>;
          const before = districtOf({ retrofit, overrides });
          const done = take(before, [['envelopeRetrofit', { level }]]);
          const [was, is] = [figures(before.buildings[0]!), figures(done.buildings[0]!)];
          for (const name of [
            'uWallWPerM2K',
            'uRoofWPerM2K',
            'uFloorWPerM2K',
            'uWindowWPerM2K',
            'infiltrationPerH',
          ] as const)
            expect(is[name], name).toBeLessThanOrEqual(was[name] * (1 + 1e-12));
          // And once more is once.
          expect(take(done, [['envelopeRetrofit', { level }]])).toBe(done);
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe('what measures write', () => {
  it.each([0, 0.5, 1])('is a building that files may hold, with parameters at %d of their range', (share) => {
    for (const type of MEASURE_TYPES) {
      const parameters = Object.fromEntries(
        MEASURES[type].parameters.map(({ name, min, max }) => [name, min + share * (max - min)]),
      );
      for (const building of MEASURES[type].apply(town, measureOf(type, 1, parameters), 1).buildings) {
        const read = buildingSchema.safeParse(building);
        expect(read.success, `${type} at ${building.id}: ${read.error?.message}`).toBe(true);
      }
    }
  });

  it('is refused where an element has no name', () => {
    expect(buildingSchema.safeParse({ ...house!, protectedElements: ['wall'] }).success).toBe(true);
    expect(buildingSchema.safeParse({ ...house!, protectedElements: ['moon'] }).success).toBe(false);
  });
});

describe('the order of measures', () => {
  /** No two of these touch the same element. */
  const APART = [
    'heatPumps',
    'hotWaterTanks',
    'splitAirConditioner',
    'rooftopPhotovoltaics',
    'vehiclesManaged',
    'roofInsulation',
    'wallInsulation',
    'floorInsulation',
    'windowReplacement',
    'airSealing',
    'externalShading',
    'heatRecoveryVentilation',
    'heatingSetback',
    'smartThermostat',
    'efficientLighting',
  ] as const;

  it('does not matter where they touch different elements, for any share and seed', () => {
    const district = { ...town, buildings: town.buildings.slice(0, 30) };
    fc.assert(
      fc.property(
        fc.shuffledSubarray([...APART], { minLength: 2 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.integer({ min: 0, max: 2 ** 32 - 1 }),
        (types, adoption, seed) => {
          const fold = (order: readonly MeasureType[]) =>
            order.reduce<District>(
              (at, type) => MEASURES[type].apply(at, measureOf(type, adoption), seed),
              district,
            );
          expect(hashDistrict(fold([...types].sort()))).toBe(hashDistrict(fold(types)));
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('reverting one element', () => {
  const done = after(['wallInsulation', 'heatingSetback']);

  it('gives that element back as it was and keeps the others', () => {
    const kept = revertElement(done, house!, 'wall');
    expect(kept.retrofit).toEqual({ setback: { heatingSetbackDegC: 15 } });
    expect(figures(kept).uWallWPerM2K).toBe(figures(house!).uWallWPerM2K);
    expect(figures(kept).use.heatingSetbackDegC).toBe(15);
  });

  it('gives back the very same object where nothing else differs', () => {
    expect(revertElement(revertElement(done, house!, 'wall'), house!, 'setback')).toBe(house);
    expect(revertElement(revertElement(done, house!, 'setback'), house!, 'wall')).toBe(house);
    expect(revertElement(house!, house!, 'wall')).toBe(house);
  });

  it('gives back work that stood in the baseline, itself', () => {
    const standing: Retrofit = { wall: { insulationM: 0.05 }, lighting: { powerShare: 0.5 } };
    const before = districtOf({ retrofit: standing }).buildings[0]!;
    const thicker: Building = { ...before, retrofit: { ...standing, wall: { insulationM: 0.3 } } };
    expect(revertElement(thicker, before, 'wall')).toBe(before);
  });

  it('keeps every other difference', () => {
    const heated: Building = { ...done, heating: 'districtHeat' };
    const bare = revertElement(revertElement(heated, house!, 'wall'), house!, 'setback');
    expect(bare).toEqual({ ...house!, heating: 'districtHeat' });
    expect(Object.hasOwn(bare, 'retrofit')).toBe(false);
  });
});
