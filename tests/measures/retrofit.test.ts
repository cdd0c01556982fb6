import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MEASURES, revertElement } from '../../src/measures';
import type { Building, Retrofit } from '../../src/model/building';
import type { District } from '../../src/model/district';
import { buildingSchema } from '../../src/model/schema/buildingSchema';
import { MEASURE_TYPES, type MeasureType } from '../../src/model/scenario';
import { hashDistrict } from '../../src/scenario';
import { measureOf } from './districts';

import { after, districtOf, figures, house, reason, take, town } from './steps';

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
    [
      'heatRecoveryVentilation',
      {
        use: 'office',
        overrides: { outdoorAirM3PerSPerPerson: { value: 0, source: 'x', quality: 'personal_estimation' } },
      },
      /No outdoor air/,
    ],
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

describe('heat recovery', () => {
  it.each(['office', 'school', 'hospital', 'hotel', 'retail', 'restaurant', 'detached'] as const)(
    'can be had in a %s, once',
    (use) => {
      expect(after(['heatRecoveryVentilation'], { use }).retrofit?.heatRecovery).toEqual({
        share: 0.75,
        fanWPerM3PerS: 1620,
      });
      expect(reason('heatRecoveryVentilation', { use, protectedElements: ['heatRecovery'] })).toMatch(
        /The ventilation of this building may not be changed/,
      );
    },
  );

  it('is refused at work where it recovers no more than is assumed there, and taken at home', () => {
    const [as, more] = [{ recoveredShare: 0.55 }, { recoveredShare: 0.56 }];
    expect(reason('heatRecoveryVentilation', { use: 'office' }, as)).toMatch(
      /counts 55 % recovery and demand control already/,
    );
    expect(reason('heatRecoveryVentilation', { use: 'office' }, more)).toBe('');
    expect(reason('heatRecoveryVentilation', { use: 'terraced' }, as)).toBe('');
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
