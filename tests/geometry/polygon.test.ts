import { describe, expect, it } from 'vitest';
import type { Point } from '../../src/model/building';
import {
  centroid,
  footprintAreaM2,
  footprintContains,
  orientFootprint,
  perimeterM,
  signedAreaM2,
} from '../../src/geometry/polygon';
import { ringProblems } from '../../src/geometry/ringProblems';
import { indexBuildings } from '../../src/geometry/spatialIndex';
import { box, buildingOf, rectangle } from './fixtures';

const RIGHT_TRIANGLE: Point[] = [
  [100, 200],
  [103, 200],
  [100, 204],
];

describe('polygon basics', () => {
  it('gives a 3-4-5 triangle its textbook area, perimeter and centroid, far from the origin too', () => {
    const far = RIGHT_TRIANGLE.map(([x, y]): Point => [x + 5e6, y + 5e6]);
    for (const ring of [RIGHT_TRIANGLE, far]) {
      expect(signedAreaM2(ring)).toBeCloseTo(6, 9);
      expect(signedAreaM2(ring.slice().reverse())).toBeCloseTo(-6, 9);
      expect(perimeterM(ring)).toBeCloseTo(12, 9);
    }
    expect(centroid(RIGHT_TRIANGLE)[0]).toBeCloseTo(101, 9);
    expect(centroid(RIGHT_TRIANGLE)[1]).toBeCloseTo(200 + 4 / 3, 9);
  });

  it('subtracts courtyards whatever their winding, and knows a point in a yard is outside', () => {
    const footprint = { outer: rectangle(0, 0, 10, 8).reverse(), holes: [rectangle(2, 2, 5, 6)] };
    expect(footprintAreaM2(footprint)).toBeCloseTo(68, 9);
    expect(footprintContains(footprint, [1, 1])).toBe(true);
    expect(footprintContains(footprint, [3, 3])).toBe(false);
    expect(footprintContains(footprint, [11, 3])).toBe(false);
    const oriented = orientFootprint(footprint);
    expect(signedAreaM2(oriented.outer)).toBeCloseTo(80, 9);
    expect(signedAreaM2(oriented.holes[0]!)).toBeCloseTo(-12, 9);
  });

  it('names what is wrong with a ring and where, and accepts an L', () => {
    const codes = (ring: Point[]): string[] =>
      ringProblems(ring).map((p) => `${p.code}@${String(p.pointIndex)}`);
    const bowTie: Point[] = [
      [0, 0],
      [4, 4],
      [4, 0],
      [0, 3],
    ];
    expect(codes(bowTie)).toEqual(['selfCrossing@0']);
    expect(
      codes([
        [0, 0],
        [1, 0],
        [1, 0],
        [0, 1],
      ]),
    ).toContain('duplicatePoint@1');
    expect(
      codes([
        [0, 0],
        [1, 0],
        [2, 0],
      ]),
    ).toContain('zeroArea@0');
    expect(
      codes([
        [0, 0],
        [1, 0],
      ]),
    ).toEqual(['tooFewPoints@0']);
    expect(
      codes([
        [0, 0],
        [NaN, 0],
        [0, 1],
      ]),
    ).toEqual(['notFinite@1']);
    expect(
      codes([
        [0, 0],
        [4, 0],
        [4, 2],
        [2, 2],
        [2, 5],
        [0, 5],
      ]),
    ).toEqual([]);
  });

  it('finds the building under a point and the nearest by its wall, not by its box', () => {
    const slope: Point[] = [
      [0, 0],
      [20, 20],
      [0, 20],
    ];
    const index = indexBuildings([buildingOf({ outer: slope, holes: [] }), buildingOf(box(22, 0, 30, 8))]);
    expect(index.at([2, 18])).toBe(0);
    expect(index.at([18, 2])).toBe(-1);
    // Inside the triangle's box, yet 11 m from its wall and 4 m from the other building.
    expect(index.nearest([18, 2], 2)).toEqual([1, 0]);
    expect(index.nearest([18, 2], 2, 5)).toEqual([1]);
  });
});
