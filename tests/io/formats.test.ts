import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readCsv, writeCsv } from '../../src/io/csv';
import { readGeoJson } from '../../src/io/geojson';
import { readCityJsonValue } from '../../src/io/cityjson';
import { readScenarioFile } from '../../src/io/scenarioFile';
import { mergeOutlines } from '../../src/io/mergeOutlines';
import { unionPolygons } from '../../src/geometry/unionRings';
import { signedAreaM2 } from '../../src/geometry/polygon';

describe('CSV', () => {
  test('leaves missing values empty and survives commas, quotes and formulas', () => {
    const text = writeCsv(
      ['id', 'p'],
      [
        ['a,"b"', 1.5],
        ['=1+1', Number.NaN],
      ],
    );
    expect(text).toBe(`id,p\n"a,""b""",1.5\n"'=1+1",\n`);
    expect(readCsv(text, 'x.csv')).toMatchObject({
      ok: true,
      value: {
        rows: [
          ['a,"b"', '1.5'],
          ["'=1+1", ''],
        ],
      },
    });
  });

  test('names missing columns and the line of a row that is too short', () => {
    const outcome = readCsv('a,b\n1,2\n3\n', 'x.csv', ['a', 'c']);
    expect(outcome.issues.map((issue) => [issue.code, issue.where])).toEqual([
      ['csv-column', 'line 1'],
      ['csv-row-length', 'line 3'],
    ]);
  });
});

describe('GeoJSON', () => {
  const ring = (lon: number): number[][] => [
    [lon, 52],
    [lon + 0.0003, 52],
    [lon + 0.0003, 52.0002],
    [lon, 52.0002],
    [lon, 52],
  ];
  const read = (geometry: object, properties: object = {}) =>
    readGeoJson(
      JSON.stringify({
        type: 'FeatureCollection',
        features: [{ type: 'Feature', id: 'f', properties, geometry }],
      }),
      'f.geojson',
    );

  test('splits a MultiPolygon into one building per part and says so', () => {
    const outcome = read({ type: 'MultiPolygon', coordinates: [[ring(13)], [ring(13.01)]] });
    expect(outcome.ok && outcome.value.footprints.map((one) => one.id)).toEqual(['f/1', 'f/2']);
    expect(outcome.ok && outcome.value.remarks[0]).toContain('1 MultiPolygons were split');
  });

  test('reads the words of OpenStreetMap', () => {
    const outcome = read(
      { type: 'Polygon', coordinates: [ring(13)] },
      {
        building: 'apartments',
        height: '22 m',
        'building:levels': '6',
        start_date: '~1904',
        'roof:shape': 'hipped',
        'building:flats': 14,
      },
    );
    expect(outcome.ok && outcome.value.footprints[0]).toMatchObject({
      use: 'apartment',
      heightM: 22,
      levels: 6,
      constructionYear: 1904,
      roof: 'hipped',
      households: 14,
    });
  });
});

describe('CityJSON', () => {
  const cube = JSON.parse(
    readFileSync('tests/validation/import/cityjson-version/town.city.json', 'utf8').replace('"0.6"', '"1.1"'),
  ) as { CityObjects: { cube: { geometry: { boundaries: number[][][][] }[] } }; vertices: number[][] };

  test('takes the cube of 10 x 10 x 5 m at its place in Amersfoort', () => {
    const outcome = readCityJsonValue(cube, 'cube');
    const one = outcome.ok ? outcome.value.footprints[0] : undefined;
    expect(one).toMatchObject({ id: 'cube', heightM: 5, baseElevationM: 2 });
    expect(Math.abs(one!.outer[0]![0] - 5.38720621)).toBeLessThan(2e-4);
  });

  test('takes parts with their parent, at the finest level up to 2.2, and counts what is no building', () => {
    const solid = (lod: string) => ({ ...cube.CityObjects.cube.geometry[0], lod });
    const outcome = readCityJsonValue(
      {
        ...cube,
        CityObjects: {
          p: { type: 'Building', children: ['p-0'], attributes: { oorspronkelijkbouwjaar: 1931 } },
          'p-0': { type: 'BuildingPart', parents: ['p'], geometry: [solid('1.2'), solid('2.2'), solid('3')] },
          r: { type: 'Road' },
        },
      },
      'parts',
    );
    expect(outcome.ok && outcome.value.footprints).toMatchObject([{ id: 'p', constructionYear: 1931 }]);
    expect(outcome.ok && outcome.value.lods).toEqual({ '2.2': 1 });
    expect(outcome.ok && outcome.value.skipped).toEqual([{ reason: 'city object Road', ids: ['r'] }]);
  });
});

describe('joining the faces of a ground plane', () => {
  const triangles = [
    [
      [
        [0, 0],
        [4, 0],
        [4, 3],
      ],
    ],
    [
      [
        [4, 3],
        [0, 0],
        [0, 3],
      ],
    ],
  ] as const;

  test('gives one ring whatever the winding of the faces, as the general union does', () => {
    const merged = mergeOutlines(triangles);
    expect(merged?.map(({ outer }) => signedAreaM2(outer))).toEqual([12]);
    expect(Math.abs(signedAreaM2(unionPolygons(triangles)[0]!.outer))).toBe(12);
  });
});

describe('scenario files', () => {
  test('refuse parameters that no measure has', () => {
    const scenario = {
      schema: 'gridtwin-scenario/1',
      id: 's',
      name: '',
      description: '',
      year: 2035,
      seed: 1,
      base: { districtId: 'd', sha256: '' },
      measures: [{ id: 'm', type: 'heatPumps', adoption: 0.5, parameters: { wishes: 1 } }],
    };
    expect(readScenarioFile(JSON.stringify(scenario), 's.json').issues).toMatchObject([
      { code: 'unknown-parameter', field: 'wishes' },
    ]);
  });
});
