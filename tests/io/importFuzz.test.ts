import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importDistrict } from '../../src/io/importDistrict';
import { readDistrictFile } from '../../src/io/districtFile';
import { readScenarioFile } from '../../src/io/scenarioFile';
import { footprintAreaM2, signedAreaM2 } from '../../src/geometry/polygon';

const GEOJSON = readFileSync('tests/validation/import/tiny-footprint/town.geojson', 'utf8');
const CITYJSON = readFileSync('tests/validation/import/cityjson-version/town.city.json', 'utf8').replace(
  '"0.6"',
  '"2.0"',
);

/** Replaces one value somewhere in the tree. */
function mutate(value: unknown, path: readonly number[], by: unknown): unknown {
  const [step = 0, ...rest] = path;
  if (typeof value !== 'object' || value === null || path.length === 0) return by;
  const keys = Object.keys(value);
  const key = keys[step % Math.max(1, keys.length)];
  if (key === undefined) return by;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value)
    ? [...(value as unknown[])]
    : { ...value };
  (copy as Record<string, unknown>)[key] = mutate((value as Record<string, unknown>)[key], rest, by);
  return copy;
}

describe('whatever is in a file, reading it gives a value or issues', () => {
  test.each([
    ['GeoJSON', GEOJSON],
    ['CityJSON', CITYJSON],
  ])('%s with one value replaced never throws', (_name, text) => {
    expect(importDistrict([{ name: 'sound.json', text }]).ok).toBe(true);
    const json: unknown = JSON.parse(text);
    const path = fc.array(fc.nat(9), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(path, fc.jsonValue(), (steps, by) => {
        const outcome = importDistrict([{ name: 'x.json', text: JSON.stringify(mutate(json, steps, by)) }]);
        if (!outcome.ok) expect(outcome.issues.length).toBeGreaterThan(0);
        else expect(outcome.value.district.buildings.every((one) => Number.isFinite(one.heightM))).toBe(true);
      }),
      { numRuns: 300, seed: 20261123 },
    );
  });

  test('text cut or overwritten anywhere never throws, and bad JSON is placed inside the text', () => {
    fc.assert(
      fc.property(fc.nat(GEOJSON.length), fc.string({ maxLength: 3 }), (at, by) => {
        const text = GEOJSON.slice(0, at) + by;
        const outcome = importDistrict([{ name: 'x.json', text }]);
        expect(outcome.issues.length + (outcome.ok ? 1 : 0)).toBeGreaterThan(0);
        const place = /line (\d+), column (\d+)/.exec(outcome.issues[0]?.where ?? '');
        if (place) expect(Number(place[1])).toBeLessThanOrEqual(text.split('\n').length);
        readDistrictFile(text, 'x');
        readScenarioFile(text, 'x');
      }),
      { numRuns: 200, seed: 20261123 },
    );
  });
});

describe('moving and turning the map', () => {
  const shape = [
    [0, 0],
    [30, 0],
    [30, 12],
    [14, 12],
    [14, 25],
    [0, 25],
  ] as const;
  const exactM2 = 30 * 25 - 16 * 13;

  function importedAreaM2(lon: number, lat: number, turnDeg: number): number {
    // Lengths of a degree on WGS 84 (Snyder 1987, equations 4-18 and 4-19), native functions being fine in a test.
    const phi = (lat * Math.PI) / 180;
    const e2 = 0.00669437999014;
    const w = Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
    const perLat = ((Math.PI / 180) * 6378137 * (1 - e2)) / w ** 3;
    const perLon = ((Math.PI / 180) * 6378137 * Math.cos(phi)) / w;
    const turn = (turnDeg * Math.PI) / 180;
    const ring = [...shape, shape[0]].map(([x, y]) => {
      const [u, v] = [x * Math.cos(turn) - y * Math.sin(turn), x * Math.sin(turn) + y * Math.cos(turn)];
      return [lon + u / perLon, lat + v / perLat];
    });
    const feature = {
      type: 'Feature',
      id: 'a',
      properties: {},
      geometry: { type: 'Polygon', coordinates: [ring] },
    };
    const outcome = importDistrict([
      { name: 'a.geojson', text: JSON.stringify({ type: 'FeatureCollection', features: [feature] }) },
    ]);
    if (!outcome.ok) throw new Error('refused');
    const { footprint } = outcome.value.district.buildings[0]!;
    expect(signedAreaM2(footprint.outer)).toBeGreaterThan(0);
    return footprintAreaM2(footprint);
  }

  test.each([
    [13.4, 52.5, 0],
    [13.4, 52.5, 77],
    [-70, -53, 10],
    [179.9, 0.1, 33],
    [25, 69, 120],
  ])('at %f, %f turned by %f degrees the area is the same to a tenth of a per mille', (lon, lat, turn) => {
    expect(Math.abs(importedAreaM2(lon, lat, turn) / exactM2 - 1)).toBeLessThan(2e-4);
  });
});
