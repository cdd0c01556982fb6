import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeIdf } from '../../../src/io/idf';
import { parseBuildingModel } from '../../../src/model/buildingModel';
import type { BuildingModel, Element } from '../../../src/model/buildingModel/types';
import { buildingModelOf } from '../../../src/sim/buildings/modelOf';
import { shapesOf } from '../../../src/sim/buildings/shape';
import { cabin } from '../../model/buildingModel/cabin';
import { box, sineWeather } from '../../sim/buildings/town';
import { cornersOf, dot, formErrors, minus, named, newell, ofClass, parseIdf, type Point } from './idfFile';
import type { IdfObject } from './idfFile';

const CASES = join(import.meta.dirname, '../../validation/bestest/cases');
const weather = sineWeather();

function caseModel(file: string): BuildingModel {
  const parsed = parseBuildingModel(JSON.parse(readFileSync(join(CASES, file), 'utf8')), file);
  if (!parsed.ok) throw new Error(file);
  return parsed.value;
}

/** Houses of a street: gabled and flat roofs, a party wall, neighbours in the sky. */
function street(): BuildingModel[] {
  const shifted = (dx: number, building: ReturnType<typeof box>): ReturnType<typeof box> => ({
    ...building,
    footprint: { outer: building.footprint.outer.map(([x, y]) => [x + dx, y] as const), holes: [] },
  });
  const buildings = [
    box('flat', 'apartment', { roof: 'flat', levels: 4 }),
    shifted(
      10,
      box('gable', 'terraced', { roof: 'gabled', heating: 'airHeatPump', cooling: 'splitAirConditioner' }),
    ),
    shifted(30, box('shop', 'retail', { heating: 'none' })),
  ];
  const shapes = shapesOf(buildings);
  return buildings.map((building, row) =>
    buildingModelOf(building, shapes[row]!, { region: 'centralEurope', weather }),
  );
}

/** Slanted everything: eight directions, tilts, a roof window, shades at all corners. */
const octagon: BuildingModel = {
  ...cabin,
  name: 'octagon',
  airExchanges: [],
  elements: [
    ...cabin.elements,
    ...Array.from({ length: 8 }, (_, k): Element => {
      const tiltDeg = [90, 90, 30, 90, 75, 90, 120, 90][k]!;
      return {
        id: `side ${k}`,
        zone: k % 2 === 0 ? 'room' : 'porch',
        construction: 'wall',
        widthM: 3 + k,
        heightM: 2.5,
        tiltDeg,
        azimuthDeg: 10 + 45 * k,
        boundary: { kind: 'outdoors' },
        windows: [
          {
            id: `pane ${k}`,
            glazing: 'label',
            xM: 0.2,
            zM: 0.3,
            widthM: 2,
            heightM: 1.5,
            frame: { areaShare: 0.25, uValueWPerM2K: 1.6 },
          },
        ],
        shades: [
          { kind: 'overhang', fromXM: 0, toXM: 3 + k, zM: 2.4, depthM: 0.8 },
          { kind: 'fin', xM: 2.5, fromZM: 0, toZM: 2.4, depthM: 0.5 },
        ],
      };
    }),
  ],
};

const MODELS: readonly BuildingModel[] = [
  ...readdirSync(CASES)
    .filter((file) => file.endsWith('.json'))
    .map(caseModel),
  cabin,
  octagon,
  ...street(),
];

function exported(model: BuildingModel): IdfObject[] {
  const written = writeIdf(model, weather);
  if (!written.ok) throw new Error(JSON.stringify(written.issues));
  return parseIdf(written.value);
}

const unit = (vector: Point): Point => {
  const length = Math.sqrt(dot(vector, vector));
  return [vector[0] / length, vector[1] / length, vector[2] / length];
};

/** Outward normal by the format's own words: azimuth clockwise from north, tilt from facing up. */
function normalOf({ tiltDeg, azimuthDeg }: Element): Point {
  const [tilt, azimuth] = [(tiltDeg * Math.PI) / 180, (azimuthDeg * Math.PI) / 180];
  return [Math.sin(tilt) * Math.sin(azimuth), Math.sin(tilt) * Math.cos(azimuth), Math.cos(tilt)];
}

describe.each(MODELS.map((model) => [model.name, model] as const))('%s as an input file', (_, model) => {
  const objects = exported(model);

  test('has only known objects with fields of the right number and kind, and every reference resolves', () => {
    expect(formErrors(objects)).toEqual([]);
    expect(ofClass(objects, 'Zone')).toHaveLength(model.zones.length);
  });

  test('has every element with its own area and outward normal', () => {
    for (const element of model.elements) {
      const vector = newell(cornersOf(named(objects, 'BuildingSurface:Detailed', element.id), 10));
      expect(Math.sqrt(dot(vector, vector))).toBeCloseTo(element.widthM * element.heightM, 3);
      expect(dot(unit(vector), normalOf(element))).toBeCloseTo(1, 8);
    }
  });

  test('has glass and frames in the plane of their wall, inside it, with the window’s area', () => {
    const parts = ofClass(objects, 'FenestrationSurface:Detailed');
    const areaOf = (name: string): number => {
      const part = parts.find(({ fields }) => fields[0] === name);
      if (!part) return 0;
      const vector = newell(cornersOf(part, 8));
      return Math.sqrt(dot(vector, vector));
    };
    for (const element of model.elements) {
      const corners = cornersOf(named(objects, 'BuildingSurface:Detailed', element.id), 10);
      const [upperLeft, lowerLeft, lowerRight] = corners as [Point, Point, Point];
      const right = minus(lowerRight, lowerLeft);
      const up = minus(upperLeft, lowerLeft);
      const own = parts.filter(({ fields }) => fields[3] === element.id);
      for (const part of own) {
        const window = cornersOf(part, 8);
        expect(dot(unit(newell(window)), unit(newell(corners)))).toBeCloseTo(1, 8);
        for (const corner of window) {
          const at = minus(corner, lowerLeft);
          expect(dot(at, unit(newell(corners)))).toBeCloseTo(0, 5);
          const [x, z] = [dot(at, unit(right)), dot(at, unit(up))];
          expect(Math.min(x, z)).toBeGreaterThan(-1e-5);
          expect(x).toBeLessThan(element.widthM + 1e-5);
          expect(z).toBeLessThan(element.heightM + 1e-5);
        }
      }
      for (const { id, xM, zM, widthM, heightM, frame } of element.windows ?? []) {
        const share = frame?.areaShare ?? 0;
        expect(areaOf(id)).toBeCloseTo(widthM * heightM * (1 - share), 4);
        expect(areaOf(`${id} frame`)).toBeCloseTo(widthM * heightM * share, 4);
        const glass = cornersOf(
          own.find(({ fields }) => fields[0] === id)!,
          8,
        );
        expect(dot(minus(glass[1]!, lowerLeft), unit(right))).toBeCloseTo(xM, 5);
        expect(dot(minus(glass[1]!, lowerLeft), unit(up))).toBeCloseTo(zM, 5);
      }
    }
  });
});

test('the check itself refuses what is wrong', () => {
  const good = exported(cabin);
  const changed = (className: string, change: (fields: string[]) => string[]): string[] =>
    formErrors(
      good.map((object) =>
        object.className === className ? { className, fields: change([...object.fields]) } : object,
      ),
    );
  expect(changed('Zone', ([, ...rest]) => ['elsewhere', ...rest])).not.toEqual([]);
  expect(
    changed('BuildingSurface:Detailed', (fields) => [...fields.slice(0, 4), ...fields.slice(5)]),
  ).not.toEqual([]);
  expect(
    changed('ZoneHVAC:IdealLoadsAirSystem', (fields) => [
      ...fields.slice(0, 9),
      'NoLimit',
      ...fields.slice(9),
    ]),
  ).not.toEqual([]);
  expect(changed('Version', () => [])).not.toEqual([]);
  expect(changed('Material', (fields) => [...fields.slice(0, 2), 'NaN', ...fields.slice(3)])).not.toEqual([]);
  expect(formErrors(good.filter(({ className }) => className !== 'Schedule:Compact'))).not.toEqual([]);
});

describe('elements in space', () => {
  test('make the closed box of case 600', () => {
    const surfaces = ofClass(exported(caseModel('600.json')), 'BuildingSurface:Detailed');
    const corners = surfaces.map((surface) => cornersOf(surface, 10));
    const all = corners.flat();
    for (const axis of [0, 1, 2] as const) {
      const values = all.map((corner) => corner[axis]);
      expect(Math.max(...values) - Math.min(...values)).toBeCloseTo([8, 6, 2.7][axis]!, 6);
    }
    // Closed: the outward areas cancel, and every corner belongs to three surfaces.
    const sum = corners.map(newell).reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
    for (const part of sum) expect(part).toBeCloseTo(0, 6);
    const count = new Map<string, number>();
    for (const corner of all) count.set(corner.join(), (count.get(corner.join()) ?? 0) + 1);
    expect([...count.values()]).toEqual(Array.from({ length: 8 }, () => 3));
  });

  test.each(['610.json', '630.json'])(
    'of case %s have shades in front of their wall that no other wall is behind',
    (file) => {
      const objects = exported(caseModel(file));
      const shades = ofClass(objects, 'Shading:Zone:Detailed');
      expect(shades.length).toBeGreaterThan(0);
      for (const shade of shades) {
        for (const surface of ofClass(objects, 'BuildingSurface:Detailed')) {
          const corners = cornersOf(surface, 10);
          const fronts = cornersOf(shade, 3).map((point) =>
            dot(minus(point, corners[0]!), unit(newell(corners))),
          );
          if (surface.fields[0] === shade.fields[1]) expect(Math.max(...fronts)).toBeCloseTo(1, 6);
          else expect(Math.max(...fronts)).toBeLessThan(1e-5);
        }
      }
    },
  );

  test('stand apart where shades would reach over a corner, and say so', () => {
    const written = writeIdf(octagon, weather);
    expect(written.issues.map(({ code }) => code)).toContain('idf-spread');
    const objects = exported(octagon);
    const plates = ofClass(objects, 'Shading:Zone:Detailed');
    expect(plates).toHaveLength(17);
    const centre = (corners: readonly Point[]): Point => {
      const add = corners.reduce((a, b) => [a[0] + b[0], a[1] + b[1], a[2] + b[2]]);
      return [add[0] / corners.length, add[1] / corners.length, add[2] / corners.length];
    };
    for (const shade of plates) {
      for (const surface of ofClass(objects, 'BuildingSurface:Detailed')) {
        if (surface.fields[0] === shade.fields[1] || surface.fields[5] !== 'Outdoors') continue;
        const [plate, wall] = [cornersOf(shade, 3), cornersOf(surface, 10)];
        const front = Math.max(...plate.map((point) => dot(minus(point, wall[0]!), unit(newell(wall)))));
        const apart = minus(centre(plate), centre(wall));
        if (front > 1e-5) expect(Math.sqrt(dot(apart, apart))).toBeGreaterThan(10);
      }
    }
  });
});
