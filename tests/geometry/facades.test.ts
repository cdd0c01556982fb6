import { describe, expect, test } from 'vitest';
import { facadesOf } from '../../src/geometry';
import type { Building } from '../../src/model/building';
import { box, buildingOf } from './fixtures';

const outerM2 = (buildings: readonly Building[], row: number): number =>
  facadesOf(buildings)[row]!.reduce((sum, facade) => sum + facade.outerM2, 0);

describe('facades', () => {
  test('of a box look the four ways, with its whole perimeter', () => {
    const facades = facadesOf([buildingOf(box(0, 0, 10, 8))])[0]!;
    expect(facades.map((facade) => Math.round(facade.azimuthDeg))).toEqual([180, 90, 0, 270]);
    expect(facades.map((facade) => facade.outerM2)).toEqual([60, 48, 60, 48]);
  });

  test('are the same whichever way round the ring is drawn', () => {
    const turned = { outer: box(0, 0, 10, 8).outer.slice().reverse(), holes: [] };
    const facades = facadesOf([buildingOf(turned)])[0]!;
    expect(new Set(facades.map((facade) => Math.round(facade.azimuthDeg)))).toEqual(
      new Set([180, 90, 0, 270]),
    );
    const south = facades.find((facade) => Math.round(facade.azimuthDeg) === 180)!;
    expect(south.middle[1]).toBe(0);
  });

  test('of a courtyard look into it', () => {
    const { outer } = box(0, 0, 20, 20);
    const facades = facadesOf([
      buildingOf({ outer, holes: [box(5, 5, 15, 15).outer.slice().reverse()] }),
    ])[0]!;
    const inner = facades.slice(4);
    for (const { middle, normal } of inner) {
      expect((10 - middle[0]) * normal[0] + (10 - middle[1]) * normal[1]).toBeGreaterThan(0);
    }
  });

  test('against a neighbour count up to the lower height and only along the stretch they share', () => {
    const high = buildingOf(box(0, 0, 10, 10), { heightM: 9 });
    const low = buildingOf(box(10, 2, 20, 8), { id: 'low', heightM: 5 });
    expect(outerM2([high, low], 0)).toBeCloseTo(4 * 90 - 6 * 5, 9);
    expect(outerM2([high, low], 1)).toBeCloseTo((10 + 6 + 10 + 6) * 5 - 6 * 5, 9);
  });

  test('of buildings that stand apart share nothing', () => {
    expect(outerM2([buildingOf(box(0, 0, 10, 10)), buildingOf(box(11, 0, 21, 10), { id: 'b' })], 0)).toBe(
      240,
    );
  });
});
