import type { BufferGeometry } from 'three';
import { describe, expect, it } from 'vitest';
import { generateTown } from '../../src/synthesis/town';
import { fittedOf } from '../../src/scene/three/equipment';
import { farBodies } from '../../src/scene/three/farBodies';
import { lampPlaces } from '../../src/scene/three/lampLayer';
import { winterAt } from '../../src/scene/three/daylight';
import { cityTiles } from '../../src/scene/three/tiles';

type Vector = readonly [number, number, number];

const town = generateTown(7);
const tiles = cityTiles(town);
const bodies = farBodies(town.buildings, tiles);

function corners(geometry: BufferGeometry, triangle: number): readonly [Vector, Vector, Vector] {
  const position = geometry.getAttribute('position');
  const index = geometry.getIndex()!;
  const at = (corner: number): Vector => {
    const vertex = index.getX(triangle * 3 + corner);
    return [position.getX(vertex), position.getY(vertex), position.getZ(vertex)];
  };
  return [at(0), at(1), at(2)];
}

function faceNormal([a, b, c]: readonly [Vector, Vector, Vector]): Vector {
  const [u, v] = [b, c].map((p) => p.map((part, axis) => part - a[axis]!)) as unknown as [Vector, Vector];
  const n: Vector = [u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]];
  const length = Math.hypot(...n) || 1;
  return [n[0] / length, n[1] / length, n[2] / length];
}

describe('bodies from afar', () => {
  it('carry in the last corner of every triangle the normal of its face, turned outwards', () => {
    let checked = 0;
    for (const geometry of bodies) {
      const normal = geometry.getAttribute('normal');
      const index = geometry.getIndex()!;
      for (let triangle = 0; triangle < index.count / 3; triangle += 1) {
        const last = index.getX(triangle * 3 + 2);
        const carried: Vector = [normal.getX(last), normal.getY(last), normal.getZ(last)];
        const seen = faceNormal(corners(geometry, triangle));
        expect(carried[0] * seen[0] + carried[1] * seen[1] + carried[2] * seen[2]).toBeGreaterThan(0.99);
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(4000);
  });

  it('close every footprint with as much roof as it has ground, between eaves and ridge', () => {
    const roofM2 = new Float64Array(town.buildings.length);
    const heights = new Map<number, number>();
    for (const geometry of bodies) {
      const rows = geometry.getAttribute('buildingRow');
      const index = geometry.getIndex()!;
      for (let triangle = 0; triangle < index.count / 3; triangle += 1) {
        const [a, b, c] = corners(geometry, triangle);
        if (a[2] !== b[2] || b[2] !== c[2]) continue;
        const row = rows.getX(index.getX(triangle * 3));
        roofM2[row]! += ((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;
        heights.set(row, a[2]);
      }
    }
    const areaOf = (ring: readonly (readonly [number, number])[]): number =>
      Math.abs(
        ring.reduce((sum, [x, y], at) => {
          const [nextX, nextY] = ring[(at + 1) % ring.length]!;
          return sum + (x * nextY - nextX * y) / 2;
        }, 0),
      );
    town.buildings.forEach(({ footprint, baseElevationM, heightM, roof }, row) => {
      const m2 = areaOf(footprint.outer) - footprint.holes.reduce((sum, hole) => sum + areaOf(hole), 0);
      expect(roofM2[row]! / m2).toBeCloseTo(1, 2);
      const aboveEavesM = heights.get(row)! - baseElevationM - heightM;
      expect(aboveEavesM).toBeGreaterThanOrEqual(-1e-3);
      if (roof === 'flat') expect(aboveEavesM).toBeLessThan(1e-3);
    });
  });

  it('have under two thirds of the triangles and under half the corners of the whole ones', () => {
    const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
    const triangles = sum(bodies.map((geometry) => geometry.getIndex()!.count / 3));
    const vertices = sum(bodies.map((geometry) => geometry.getAttribute('position').count));
    expect(triangles).toBeLessThan((2 / 3) * sum(tiles.map(({ index }) => index.length / 3)));
    expect(vertices).toBeLessThan(0.5 * sum(tiles.map(({ buildingRow }) => buildingRow.length)));
  });
});

describe('what stands around the houses', () => {
  it('shows panels by their share of the roof and their bearing, and scaffolding only where the envelope is renewed', () => {
    const square = [
      [0, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ] as const;
    const house = { ...town.buildings[0]!, footprint: { outer: square, holes: [] } };
    const bare = { ...house, photovoltaics: null };
    expect(fittedOf(bare, 3)[0]).toBe(0);
    // 10 kW of 200 W/m2 modules are 50 m2 of 100.
    const south = { ...house, photovoltaics: { peakW: 10_000, tiltDeg: 30, azimuthDeg: 90 } };
    expect(fittedOf(south, 3)).toEqual([128, 0, 64, 30]);
  });

  it('lights streets on both sides in turn, every 32 m', () => {
    const street = {
      id: 's',
      name: 's',
      widthM: 8,
      path: [
        [0, 0],
        [100, 0],
        [100, 60],
      ],
    } as never;
    const places = lampPlaces([street]);
    expect(places.length).toBe(5);
    expect(places.map(([, y]) => Math.sign(y)).slice(0, 3)).toEqual([1, -1, 1]);
    expect(places[1]![0] - places[0]![0]).toBeCloseTo(32, 9);
  });

  it('has winter in January in the north, in July in the south, and never at the equator', () => {
    expect(winterAt(20, 50)).toBeCloseTo(1, 6);
    expect(winterAt(202, 50)).toBeLessThan(0.01);
    expect(winterAt(202, -50)).toBeGreaterThan(0.99);
    expect(winterAt(20, 3)).toBe(0);
  });
});
