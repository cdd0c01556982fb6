import { describe, expect, it } from 'vitest';
import type { Building, Point } from '../../src/model/building';
import { cityTransferables, extrudeBuildings, type CityMesh } from '../../src/geometry/extrude';
import { extrudeStreets, triangulateOpenSpaces, type GroundMesh } from '../../src/geometry/ground';
import { footprintAreaM2, ringContains, signedAreaM2 } from '../../src/geometry/polygon';
import { SURFACE_ROOF, SURFACE_WALL, type CityTile } from '../../src/geometry/tileBuilder';
import { generateTown } from '../../src/synthesis/town';
import { box, buildingOf, rectangle } from './fixtures';

const L_SHAPE: Point[] = [
  [0, 0],
  [12, 0],
  [12, 8],
  [5, 8],
  [5, 12],
  [0, 12],
];

/** Sum over triangles of each building: projected area of one kind of surface, signed so that down counts negative. */
function levelAreaM2(mesh: CityMesh, surface: number, rows: number): number[] {
  const sums = new Array<number>(rows).fill(0);
  for (const tile of mesh.tiles)
    forEachTriangle(tile, (a, b, c) => {
      if (tile.surface[a] !== surface) return;
      const p = (v: number): Point => [tile.position[3 * v]!, tile.position[3 * v + 1]!];
      sums[tile.buildingRow[a]!]! += signedAreaM2([p(a), p(b), p(c)]);
    });
  return sums;
}

function forEachTriangle(
  tile: Pick<CityTile, 'index'>,
  visit: (a: number, b: number, c: number) => void,
): void {
  for (let i = 0; i < tile.index.length; i += 3)
    visit(tile.index[i]!, tile.index[i + 1]!, tile.index[i + 2]!);
}

/** Enclosed volume by the divergence theorem, without the missing floor at z = 0. */
function volumeM3(mesh: CityMesh): number {
  let sum = 0;
  for (const tile of mesh.tiles)
    forEachTriangle(tile, (a, b, c) => {
      const p = (v: number): [number, number, number] => [
        tile.position[3 * v]!,
        tile.position[3 * v + 1]!,
        tile.position[3 * v + 2]!,
      ];
      const [u, v, w] = [p(a), p(b), p(c)];
      sum +=
        (u[0] * (v[1] * w[2] - v[2] * w[1]) -
          u[1] * (v[0] * w[2] - v[2] * w[0]) +
          u[2] * (v[0] * w[1] - v[1] * w[0])) /
        6;
    });
  return sum;
}

describe('extrusion', () => {
  it('encloses the volume of a prism with a ridge roof: eaves, gable and hip by their formulas', () => {
    const at = (roof: Building['roof']): number =>
      volumeM3(extrudeBuildings([buildingOf(box(0, 0, 12, 8), { roof })]));
    const rise = 0.75 * 4;
    expect(at('gabled')).toBeCloseTo(12 * 8 * 6 + (12 * 8 * rise) / 2, 2);
    // Hipped roof over a x b with ridge a - b: b h (3 a - b) / 6.
    expect(at('hipped')).toBeCloseTo(12 * 8 * 6 + (8 * rise * (3 * 12 - 8)) / 6, 2);
    // The deck lies 0.4 m below the top of the parapet.
    expect(at('flat')).toBeCloseTo(12 * 8 * (6 - 0.4), 2);
  });

  it('respects courtyards: roof area is footprint area, and no roof over the yard', () => {
    const footprint = { outer: rectangle(0, 0, 40, 30), holes: [rectangle(11, 11, 29, 19).reverse()] };
    for (const roof of ['flat', 'gabled'] as const) {
      const mesh = extrudeBuildings([buildingOf(footprint, { roof })]);
      expect(levelAreaM2(mesh, SURFACE_ROOF, 1)[0]).toBeCloseTo(40 * 30 - 18 * 8, 3);
      for (const tile of mesh.tiles)
        forEachTriangle(tile, (a, b, c) => {
          if (tile.surface[a] !== SURFACE_ROOF) return;
          const x = (tile.position[3 * a]! + tile.position[3 * b]! + tile.position[3 * c]!) / 3;
          const y = (tile.position[3 * a + 1]! + tile.position[3 * b + 1]! + tile.position[3 * c + 1]!) / 3;
          expect(ringContains(footprint.holes[0]!, [x, y])).toBe(false);
        });
    }
  });

  it('runs the wing of an L into the main roof, both ridges at half their width times the pitch', () => {
    const mesh = extrudeBuildings([buildingOf({ outer: L_SHAPE, holes: [] }, { roof: 'gabled' })]);
    const heights = new Set(mesh.tiles.flatMap((tile) => [...tile.position].filter((_, i) => i % 3 === 2)));
    expect([...heights].sort((a, b) => a - b)).toEqual([0, 6, 6 + 0.75 * 2.5, 6 + 0.75 * 4]);
  });

  it('gives every vertex of the town its own building, the right kind, and heights from the ground', () => {
    const { buildings } = generateTown(42);
    const mesh = extrudeBuildings(buildings);
    expect(mesh.tiles.length).toBeGreaterThan(10);
    const seen = new Set<number>();
    for (const tile of mesh.tiles) {
      expect(tile.position.length).toBe(3 * tile.buildingRow.length);
      expect(Math.max(...tile.index)).toBeLessThan(tile.buildingRow.length);
      tile.buildingRow.forEach((row, v) => {
        seen.add(row);
        const building = buildings[row]!;
        const near = building.footprint.outer.some(
          ([x, y]) => Math.abs(x - tile.position[3 * v]!) + Math.abs(y - tile.position[3 * v + 1]!) < 90,
        );
        if (!near) expect.fail(`${building.id} has a vertex far away`);
        if (tile.surface[v] === SURFACE_WALL && Math.abs(tile.normal[3 * v + 2]!) > 1e-6)
          expect.fail('leaning wall');
      });
    }
    expect(seen.size).toBe(buildings.length);
    const roofs = levelAreaM2(mesh, SURFACE_ROOF, buildings.length);
    buildings.forEach((building, row) => {
      const areaM2 = footprintAreaM2(building.footprint);
      // A valley runs over the main roof: up to a quarter of a wing's width squared more, never less.
      expect(roofs[row]! / areaM2, building.id).toBeGreaterThan(0.995);
      expect(roofs[row]! / areaM2, building.id).toBeLessThan(1.2);
    });
    expect(new Set(cityTransferables(mesh)).size).toBe(6 * mesh.tiles.length);
  });
});

describe('ground', () => {
  const areaM2 = (mesh: GroundMesh): number => {
    let sum = 0;
    forEachTriangle(mesh, (a, b, c) => {
      const p = (v: number): Point => [mesh.position[3 * v]!, mesh.position[3 * v + 1]!];
      const area = signedAreaM2([p(a), p(b), p(c)]);
      expect(area).toBeGreaterThanOrEqual(-1e-6);
      sum += area;
    });
    return sum;
  };

  it('makes a bent street as wide as told: length times width, plus its two end discs', () => {
    const street = {
      id: 's',
      path: [
        [0, 0],
        [50, 0],
        [50, 40],
      ] as Point[],
      widthM: 8,
    };
    const octagon = 2 * Math.SQRT2 * 4 * 4;
    expect(areaM2(extrudeStreets([street]))).toBeCloseTo(90 * 8 + 2 * octagon, 2);
    expect(areaM2(extrudeStreets([street], 0.5))).toBeCloseTo(90 * 4 + (2 * octagon) / 4, 2);
  });

  it('triangulates a concave park of either winding to its own area', () => {
    for (const outline of [L_SHAPE, L_SHAPE.slice().reverse()])
      expect(areaM2(triangulateOpenSpaces([{ id: 'p', kind: 'park', outline }]))).toBeCloseTo(116, 3);
  });
});
