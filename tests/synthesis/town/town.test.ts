import { describe, expect, it } from 'vitest';
import * as polyclip from 'polyclip-ts';
import { BUILDING_USES, type Building, type Point } from '../../../src/model/building';
import { indexBuildings } from '../../../src/geometry/spatialIndex';
import { ringPathClearanceM, ringsCloserThan, segmentsCross } from '../../../src/geometry/clearance';
import { boundingBox, footprintAreaM2, ringContains, signedAreaM2 } from '../../../src/geometry/polygon';
import { ringProblems } from '../../../src/geometry/ringProblems';
import { sharedWalls } from '../../../src/geometry/sharedWalls';
import { districtExtent } from '../../../src/geometry/extent';
import { generateTown } from '../../../src/synthesis/town';

const town = generateTown(42);

function multiPolygonAreaM2(polygons: readonly (readonly (readonly [number, number][])[])[]): number {
  let sum = 0;
  for (const polygon of polygons)
    polygon.forEach((ring, i) => {
      const area = Math.abs(signedAreaM2(ring.slice(0, -1)));
      sum += i === 0 ? area : -area;
    });
  return sum;
}

function overlapM2(a: Building, b: Building): number {
  const geometry = (building: Building): [number, number][][] =>
    [building.footprint.outer, ...building.footprint.holes].map((ring) => ring.map((p) => [p[0], p[1]]));
  return multiPolygonAreaM2(polyclip.intersection(geometry(a), geometry(b)));
}

describe('the reference town', () => {
  it('has about 500 buildings with unique ids, every use and at least ten courtyards', () => {
    expect(town.buildings.length).toBeGreaterThanOrEqual(450);
    expect(town.buildings.length).toBeLessThanOrEqual(550);
    expect(new Set(town.buildings.map((building) => building.id)).size).toBe(town.buildings.length);
    const uses = new Set(town.buildings.map((building) => building.use));
    expect([...BUILDING_USES].filter((use) => !uses.has(use))).toEqual([]);
    expect(
      town.buildings.filter((building) => building.footprint.holes.length > 0).length,
    ).toBeGreaterThanOrEqual(10);
  });

  it('is the same for the same seed and another one for another seed, on the same streets', () => {
    expect(generateTown(42)).toEqual(town);
    const other = generateTown(7);
    expect(other.streets).toEqual(town.streets);
    expect(other.buildings).not.toEqual(town.buildings);
    expect(other.buildings.length).toBeGreaterThanOrEqual(450);
    expect(other.buildings.length).toBeLessThanOrEqual(550);
  });

  it('has simple footprints, outer rings counter-clockwise, courtyards clockwise and inside', () => {
    for (const { id, footprint } of town.buildings) {
      expect(ringProblems(footprint.outer), id).toEqual([]);
      expect(signedAreaM2(footprint.outer), id).toBeGreaterThan(25);
      for (const hole of footprint.holes) {
        expect(ringProblems(hole), id).toEqual([]);
        expect(signedAreaM2(hole), id).toBeLessThan(0);
        expect(
          hole.every((point) => ringContains(footprint.outer, point)),
          id,
        ).toBe(true);
      }
    }
  });

  it('lets no two buildings overlap by more than the centimetre grid, though many touch', () => {
    const index = indexBuildings(town.buildings);
    let pairs = 0;
    town.buildings.forEach((building, i) => {
      for (const j of index.inBox(boundingBox(building.footprint.outer))) {
        if (j <= i) continue;
        pairs += 1;
        const other = town.buildings[j]!;
        expect(overlapM2(building, other), `${building.id} and ${other.id}`).toBeLessThan(0.2);
      }
    });
    expect(pairs).toBeGreaterThan(100);
    expect(sharedWalls(town.buildings).filter((walls) => walls.length > 0).length).toBeGreaterThan(150);
  });

  it('keeps every building off the carriageways and out of the water', () => {
    const water = town.openSpaces.filter((space) => space.kind === 'water');
    expect(water.length).toBeGreaterThan(0);
    for (const { id, footprint } of town.buildings) {
      for (const street of town.streets)
        expect(
          ringPathClearanceM(footprint.outer, street.path, false),
          `${id} on ${street.id}`,
        ).toBeGreaterThan(street.widthM / 2);
      for (const space of water) expect(ringsCloserThan(footprint.outer, space.outline, 0.5), id).toBe(false);
    }
  });

  it('has one connected street graph whose streets meet only in shared points', () => {
    const parent = new Map<string, string>();
    const key = (point: Point): string => point.join(',');
    const root = (name: string): string => {
      let at = name;
      while ((parent.get(at) ?? at) !== at) at = parent.get(at)!;
      return at;
    };
    const segments: { street: string; a: Point; b: Point }[] = [];
    for (const street of town.streets)
      for (let i = 0; i + 1 < street.path.length; i += 1) {
        const [a, b] = [street.path[i]!, street.path[i + 1]!];
        segments.push({ street: street.id, a, b });
        for (const point of [a, b]) if (!parent.has(key(point))) parent.set(key(point), key(point));
        parent.set(root(key(a)), root(key(b)));
      }
    expect(new Set([...parent.keys()].map(root)).size).toBe(1);
    const crossings = segments.flatMap((p, i) =>
      segments
        .slice(i + 1)
        .filter((q) => segmentsCross(p.a, p.b, q.a, q.b))
        .map((q) => `${p.street} x ${q.street}`),
    );
    expect(crossings).toEqual([]);
  });

  it('covers about a kilometre, on the centimetre grid, with streets for 16 to 43 m of cable a connection', () => {
    const extent = districtExtent(town);
    for (const sizeM of [extent.widthM, extent.heightM]) {
      expect(sizeM).toBeGreaterThan(800);
      expect(sizeM).toBeLessThan(1350);
    }
    for (const { footprint } of town.buildings)
      for (const value of footprint.outer.flat())
        expect(Math.abs(value * 100 - Math.round(value * 100))).toBeLessThan(1e-6);
    let streetM = 0;
    for (const { path } of town.streets)
      for (let i = 0; i + 1 < path.length; i += 1)
        streetM += Math.hypot(path[i + 1]![0] - path[i]![0], path[i + 1]![1] - path[i]![1]);
    expect(streetM / town.buildings.length).toBeGreaterThan(10);
    expect(streetM / town.buildings.length).toBeLessThan(30);
  });

  it('has believable attributes: dwellings where people live, varied years, heights and headings', () => {
    for (const building of town.buildings) {
      const homes = ['detached', 'terraced', 'apartment'].includes(building.use);
      if (homes) expect(building.households, building.id).toBeGreaterThan(0);
      expect(building.heightM / building.levels, building.id).toBeGreaterThan(2.4);
      expect(building.heightM / building.levels, building.id).toBeLessThan(10);
      expect(footprintAreaM2(building.footprint), building.id).toBeLessThan(5000);
      expect(building.connection).toBeNull();
    }
    const years = town.buildings.map((building) => building.constructionYear);
    expect(Math.min(...years)).toBeLessThan(1850);
    expect(Math.max(...years)).toBeGreaterThan(1990);
    expect(new Set(town.buildings.map((building) => building.heightM)).size).toBeGreaterThan(60);
    const headings = new Set(
      town.buildings.map(({ footprint }) => {
        const [a, b] = [footprint.outer[0]!, footprint.outer[1]!];
        return Math.round((Math.atan2(b[1] - a[1], b[0] - a[0]) * 180) / Math.PI / 5);
      }),
    );
    // A grid of boxes has four.
    expect(headings.size).toBeGreaterThan(40);
  });
});
