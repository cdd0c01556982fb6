import { describe, expect, test } from 'vitest';
import { useProfileOf, type DaySchedule, type DaySchedules } from '../../../src/model/archetypes';
import { BUILDING_USES, type BuildingUse } from '../../../src/model/building';
import { ARCHETYPE_REGIONS, type ArchetypeRegion } from '../../../src/model/district';

const KINDS = ['weekday', 'saturday', 'sunday'] as const;

function weekday(use: BuildingUse, region: ArchetypeRegion, course: keyof DaySchedules): readonly number[] {
  return useProfileOf(use, region).schedules[course].weekday;
}

/** Hour that halves a day's sum. */
function medianHour(shares: readonly number[]): number {
  const half = shares.reduce((sum, share) => sum + share, 0) / 2;
  let sum = 0;
  return shares.findIndex((share) => (sum += share) >= half);
}

describe('use profiles', () => {
  test('have days of 24 hours between nothing and everything in all regions', () => {
    for (const region of ARCHETYPE_REGIONS) {
      for (const use of BUILDING_USES) {
        const courses = Object.values(useProfileOf(use, region).schedules) as DaySchedule[];
        for (const day of courses.flatMap((course) => KINDS.map((kind) => course[kind]))) {
          expect(day, `${region} ${use}`).toHaveLength(24);
          expect(Math.min(...day), `${region} ${use}`).toBeGreaterThanOrEqual(0);
          expect(Math.max(...day), `${region} ${use}`).toBeLessThanOrEqual(1);
        }
      }
    }
  });

  test('cool to less than they heat nowhere, and are never set back the wrong way', () => {
    for (const region of ARCHETYPE_REGIONS) {
      for (const use of BUILDING_USES) {
        const profile = useProfileOf(use, region);
        expect(profile.heatingSetbackDegC).toBeLessThanOrEqual(profile.heatingSetpointDegC);
        expect(profile.coolingSetbackDegC).toBeGreaterThanOrEqual(profile.coolingSetpointDegC);
        expect(profile.coolingSetpointDegC).toBeGreaterThan(profile.heatingSetpointDegC + 1);
      }
    }
  });

  test('are the same in central Europe and the north, and differ where it is warm', () => {
    for (const use of BUILDING_USES) {
      expect(useProfileOf(use, 'nordic')).toBe(useProfileOf(use, 'centralEurope'));
      expect(useProfileOf(use, 'warm').schedules).not.toEqual(useProfileOf(use, 'centralEurope').schedules);
    }
  });

  // CityEnergyAnalyst 802666a5, cea/databases/SG/ARCHETYPES/USE/USE_TYPES.csv and SCHEDULES_LIBRARY.
  test('are CEA Singapore’s where it is warm: offices at 24 degC, shops open on Sundays until 22 h', () => {
    const office = useProfileOf('office', 'warm');
    expect([office.coolingSetpointDegC, office.coolingSetbackDegC, office.monthlyMultiplier]).toEqual([
      24, 37, 1,
    ]);
    expect(office.schedules.presence.weekday[9]).toBe(0.95);
    expect(office.schedules.appliances.weekday[3]).toBe(0.4);
    const shop = useProfileOf('retail', 'warm').schedules.presence.sunday;
    expect([shop[8], shop[9], shop[16], shop[21], shop[22]]).toEqual([0, 0.2, 0.8, 0.3, 0]);
    const home = useProfileOf('apartment', 'warm');
    expect([home.coolingSetpointDegC, home.schedules.presence.weekday[13]]).toEqual([27, 0.25]);
    expect(home.fansWPerM2).toBeGreaterThan(0);
    expect(useProfileOf('apartment', 'centralEurope').fansWPerM2).toBe(0);
  });

  test('do not keep an office lit and cooled at night for a tenth of its people', () => {
    const presence = weekday('office', 'warm', 'presence');
    expect(presence.map((share, hour) => (share > 0 ? hour : -1)).filter((hour) => hour >= 0)).toEqual([
      7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17,
    ]);
  });

  test('keep later hours around the Mediterranean, with shops shut after lunch and homes full', () => {
    for (const use of ['apartment', 'restaurant'] as const) {
      const later = medianHour(weekday(use, 'mediterranean', 'appliances'));
      expect(later, use).toBeGreaterThan(medianHour(weekday(use, 'centralEurope', 'appliances')));
    }
    expect(weekday('retail', 'mediterranean', 'presence').slice(14, 17)).toEqual([0, 0, 0]);
    expect(weekday('apartment', 'mediterranean', 'presence').slice(13, 16)).toEqual([0.8, 0.8, 0.8]);
    expect(weekday('apartment', 'centralEurope', 'presence').slice(13, 16)).toEqual([0.4, 0, 0]);
    expect(useProfileOf('retail', 'mediterranean').tags.presence.quality).toBe('unknown_untraceable');
    expect(useProfileOf('office', 'mediterranean').tags.presence.quality).toBe('estimation_assumptions');
  });
});
