import { describe, expect, it } from 'vitest';
import { sharedWalls } from '../../src/geometry/sharedWalls';
import { generateTown } from '../../src/synthesis/town';
import { box, buildingOf } from './fixtures';

describe('shared walls', () => {
  it('measures a partial overlap 5 cm apart from both sides, and ignores corners and neighbours 20 cm off', () => {
    const walls = sharedWalls([
      buildingOf(box(0, 0, 10, 10)),
      buildingOf(box(10.05, 4, 20, 16)),
      buildingOf(box(-10, 10, 0, 20)),
      buildingOf(box(0, -8, 10, -0.2)),
    ]);
    expect(walls[0]).toHaveLength(1);
    expect(walls[0]![0]!.neighbour).toBe(1);
    expect(walls[0]![0]!.edgeIndex).toBe(1);
    expect(walls[0]![0]!.sharedLengthM).toBeCloseTo(6, 9);
    expect(walls[0]![0]!.fraction).toBeCloseTo(0.6, 9);
    expect(walls[1]![0]!.fraction).toBeCloseTo(0.5, 9);
    expect(walls[1]![0]!.edgeIndex).toBe(3);
    expect(walls[2]).toEqual([]);
    expect(walls[3]).toEqual([]);
  });

  it('is symmetric in the whole town', () => {
    const { buildings } = generateTown(3);
    const walls = sharedWalls(buildings);
    const sum = new Map<string, number>();
    walls.forEach((list, i) => {
      for (const wall of list) {
        const key = `${String(i)}-${String(wall.neighbour)}`;
        sum.set(key, (sum.get(key) ?? 0) + wall.sharedLengthM);
        expect(wall.neighbour).not.toBe(i);
        expect(wall.fraction).toBeLessThanOrEqual(1);
      }
    });
    expect(sum.size).toBeGreaterThan(200);
    for (const [key, lengthM] of sum)
      expect(sum.get(key.split('-').reverse().join('-'))).toBeCloseTo(lengthM, 9);
  });
});
