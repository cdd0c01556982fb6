import { describe, expect, test } from 'vitest';
import type { BuildingUse } from '../../../src/model/building';
import type { ArchetypeRegion } from '../../../src/model/district';
import { completeBuilding } from '../../../src/synthesis/archetypes';

const square = (sideM: number) => ({
  outer: [
    [0, 0],
    [sideM, 0],
    [sideM, sideM],
    [0, sideM],
  ] as const,
  holes: [],
});

describe('completing a building', () => {
  test('keeps every given attribute and lists none of them as evidence', () => {
    const given = {
      id: 'a',
      name: 'Town hall',
      footprint: square(20),
      baseElevationM: 3,
      heightM: 11,
      levels: 3,
      use: 'publicHall',
      constructionYear: 1907,
      households: 1,
      roof: 'hipped',
      heating: 'districtHeat',
      cooling: 'none',
    } as const;
    const building = completeBuilding(given, 'nordic', 4);
    expect(building).toMatchObject(given);
    expect(building.evidence).toEqual({ envelope: 'assumed' });
  });

  test('derives levels from height and height from levels', () => {
    const tall = completeBuilding({ id: 'a', footprint: square(20), heightM: 15 }, 'centralEurope', 1);
    expect([tall.use, tall.levels, tall.evidence.levels]).toEqual(['apartment', 5, 'derived']);
    const low = completeBuilding({ id: 'a', footprint: square(9), levels: 2 }, 'centralEurope', 1);
    expect([low.use, low.heightM, low.evidence.heightM]).toEqual(['terraced', 6, 'derived']);
  });

  test('draws by building id: the same whatever else is drawn, different between buildings and seeds', () => {
    const year = (id: string, seed: number): number =>
      completeBuilding({ id, footprint: square(10) }, 'centralEurope', seed).constructionYear;
    expect(year('a', 1)).toBe(year('a', 1));
    const years = new Set(Array.from({ length: 50 }, (_, i) => year(`b${i}`, 1)));
    expect(years.size).toBeGreaterThan(25);
    expect(Array.from({ length: 20 }, (_, i) => year('a', i)).some((other) => other !== year('a', 0))).toBe(
      true,
    );
  });

  test('draws years by the stated shares: 43 % from 1949 to 1978', () => {
    const count = 4000;
    let inside = 0;
    for (let i = 0; i < count; i += 1) {
      const { constructionYear } = completeBuilding(
        { id: `c${i}`, footprint: square(10) },
        'centralEurope',
        1,
      );
      if (constructionYear >= 1949 && constructionYear <= 1978) inside += 1;
    }
    expect(inside / count).toBeGreaterThan(0.4);
    expect(inside / count).toBeLessThan(0.46);
  });

  test('takes holes off the floor when it counts households', () => {
    const block = square(30);
    const yard = [
      [5, 5],
      [5, 25],
      [25, 25],
      [25, 5],
    ] as const;
    const solid = completeBuilding(
      { id: 'a', footprint: block, use: 'apartment', levels: 4 },
      'centralEurope',
      1,
    );
    const open = completeBuilding(
      { id: 'a', footprint: { ...block, holes: [yard] }, use: 'apartment', levels: 4 },
      'centralEurope',
      1,
    );
    expect(solid.households).toBe(42);
    expect(open.households).toBe(24);
  });

  test('cools where it is warm: most homes, every office, some class rooms; hardly a home in central Europe', () => {
    const cooledShare = (use: BuildingUse, region: ArchetypeRegion): number => {
      const ids = Array.from({ length: 1000 }, (_, i) => `k${i}`);
      const cooled = ids.filter((id) => {
        const { cooling, evidence } = completeBuilding({ id, footprint: square(10), use }, region, 3);
        expect(evidence.cooling).toBe('assumed');
        return cooling === 'splitAirConditioner';
      });
      return cooled.length / ids.length;
    };
    expect(cooledShare('apartment', 'warm')).toBeCloseTo(0.8, 1);
    expect(cooledShare('apartment', 'mediterranean')).toBeCloseTo(0.5, 1);
    expect(cooledShare('detached', 'centralEurope')).toBeLessThan(0.08);
    for (const region of ['warm', 'nordic'] as const) expect(cooledShare('office', region)).toBe(1);
    expect(cooledShare('publicHall', 'warm')).toBe(1);
    expect(cooledShare('school', 'warm')).toBeCloseTo(0.5, 1);
    expect(cooledShare('school', 'centralEurope')).toBe(0);
    expect(cooledShare('warehouse', 'mediterranean')).toBe(0);
  });

  test('does not heat most homes where it is warm', () => {
    const heated = Array.from({ length: 400 }, (_, i) =>
      completeBuilding({ id: `h${i}`, footprint: square(10), use: 'detached' }, 'warm', 3),
    ).filter(({ heating }) => heating !== 'none');
    expect(heated.length / 400).toBeCloseTo(0.3, 1);
  });
});
