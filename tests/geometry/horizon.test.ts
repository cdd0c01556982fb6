import { describe, expect, test } from 'vitest';
import {
  blockedSkyShare,
  facadesOf,
  indexBuildings,
  skyBlockedBy,
  skylineAround,
  withinReach,
} from '../../src/geometry';
import type { Building } from '../../src/model/building';
import { box, buildingOf } from './fixtures';

/** Share of the sky taken from the first building's facade that looks this way. */
function blocked(buildings: readonly Building[], azimuthDeg: number): number {
  const facade = facadesOf(buildings)[0]!.find((one) => Math.round(one.azimuthDeg) === azimuthDeg)!;
  return skyBlockedBy(facade, 0, buildings, withinReach(0, buildings, indexBuildings(buildings)));
}

const house = buildingOf(box(0, 0, 10, 10));
const southWall = (awayM: number, heightM: number, halfM = 2000): Building =>
  buildingOf(box(5 - halfM, -awayM - 10, 5 + halfM, -awayM), { id: 'south', heightM });

describe('the horizon of a facade', () => {
  test('is open where nothing stands before it', () => {
    expect(blocked([house], 180)).toBe(0);
    expect(blocked([house, southWall(20, 12)], 0)).toBe(0);
  });

  test('of a facade before an endless wall is what the wall’s elevation along each ray takes', () => {
    // Elevation seen under an angle phi off the normal: tan h = (12 - 3) cos(phi) / 20.
    let expected = 0;
    let weights = 0;
    for (let phi = -89.5; phi < 90; phi += 1) {
      const c = Math.cos((phi * Math.PI) / 180);
      expected += c * blockedSkyShare(Math.atan((9 * c) / 20));
      weights += c;
    }
    expect(blocked([house, southWall(20, 12)], 180)).toBeCloseTo(expected / weights, 2);
  });

  test('rises with a neighbour’s height and falls with its distance', () => {
    const at = (awayM: number, heightM: number): number =>
      blocked([house, southWall(awayM, heightM, 15)], 180);
    expect(at(20, 20)).toBeGreaterThan(at(20, 12));
    expect(at(20, 12)).toBeGreaterThan(at(40, 12));
    expect(at(20, 12)).toBeGreaterThan(blocked([house, southWall(20, 12, 3)], 180));
  });

  test('does not see a neighbour lower than its eye, nor one beyond the reach', () => {
    expect(blocked([house, southWall(20, 2.9)], 180)).toBe(0);
    expect(blocked([house, southWall(150, 30)], 180)).toBe(0);
  });

  test('is the same for a city that is moved', () => {
    const moved = (building: Building): Building => ({
      ...building,
      footprint: { outer: building.footprint.outer.map(([x, y]) => [x + 512, y - 256] as const), holes: [] },
    });
    const city = [house, southWall(20, 12, 15)];
    expect(blocked(city.map(moved), 180)).toBeCloseTo(blocked(city, 180), 12);
  });

  test('takes the whole sky only when it reaches the zenith', () => {
    expect(blockedSkyShare(0)).toBe(0);
    expect(blockedSkyShare(Math.PI / 2)).toBeCloseTo(1, 12);
  });
});

/** Around the middle of the first building's roof, its eaves at 6 m. */
function skyline(buildings: readonly Building[]): readonly number[] {
  return skylineAround([5, 5], 6, buildings, withinReach(0, buildings, indexBuildings(buildings)));
}

describe('the skyline around a roof', () => {
  const tower = (x: number, y: number, heightM: number): Building =>
    buildingOf(box(x - 5, y - 5, x + 5, y + 5), { id: 'tower', heightM });
  const raised = (line: readonly number[]): number[] =>
    line.flatMap((deg, sector) => (deg > 0 ? [sector * 10] : []));

  test('is none where nothing stands higher, or nothing near', () => {
    for (const city of [[house], [house, tower(5, -20, 6)], [house, tower(5, -200, 60)]])
      expect(skyline(city)).toEqual([]);
  });

  test('is the elevation of what stands there, seen from the roof, and only where it stands', () => {
    const south = skyline([house, tower(5, -20, 40)]);
    // The tower's near wall is 20 m from the middle of the roof and 34 m higher.
    expect(south[18]).toBe(Math.round((Math.atan(34 / 20) * 180) / Math.PI));
    expect(raised(south)).toEqual([170, 180, 190]);
    expect(raised(skyline([house, tower(30, 5, 40)]))).toEqual([80, 90, 100]);
    const high = { ...tower(5, -20, 40), baseElevationM: 10 };
    expect(skyline([house, high])[18]).toBe(Math.round((Math.atan(44 / 20) * 180) / Math.PI));
  });

  test('is mirrored with the city', () => {
    const east = skyline([house, tower(31, -17, 33)]);
    const west = skyline([house, tower(-21, -17, 33)]);
    expect(raised(east).length).toBeGreaterThan(1);
    expect(west).toEqual(east.map((_, sector) => east[(36 - sector) % 36]!));
  });
});
