import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { importDistrict, type ImportedDistrict } from '../../src/io/importDistrict';
import { formatImportReport } from '../../src/io/importReport';
import { readDistrictFile } from '../../src/io/districtFile';
import { writeDistrict } from '../../src/io/writeDistrict';
import { footprintAreaM2 } from '../../src/geometry/polygon';

const FOLDER = '../shared/data/districts';

function load(name: string): ImportedDistrict {
  const outcome = importDistrict([{ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }]);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.issues.slice(0, 3)));
  return outcome.value;
}

describe.skipIf(!existsSync(`${FOLDER}/berlin-13.41-52.54.geojson`))(
  `${FOLDER}/berlin-13.41-52.54.geojson`,
  () => {
    test('brings all 635 footprints, 24 with courtyards, and says what was given and what was not', () => {
      const { district, report } = load('berlin-13.41-52.54.geojson');
      expect(district.buildings.length).toBe(635);
      expect(district.buildings.filter((one) => one.footprint.holes.length > 0).length).toBe(24);
      // Counted in the file itself: 305 features carry `height`, 465 carry `levels`.
      expect(report.attributes.heightM.given).toBe(305);
      expect(report.attributes.levels.given).toBe(465);
      expect(report.attributes.constructionYear.assumed).toBe(635);
      expect(report.attributes.connection.absent).toBe(635);
      for (const counts of Object.values(report.attributes)) {
        expect(counts.given + counts.derived + counts.assumed + counts.absent).toBe(635);
      }
      expect(district.frame.longitudeDeg).toBeCloseTo(13.41, 1);
      expect(formatImportReport(report)).toContain('635 buildings');
    });

    test('gives the same district when its file is written and read again', () => {
      const { district } = load('berlin-13.41-52.54.geojson');
      const again = readDistrictFile(writeDistrict(district), 'again.json');
      expect(again.ok && again.value).toEqual(district);
    });
  },
);

describe.skipIf(!existsSync(`${FOLDER}/3dbag-subset.city.json`))(`${FOLDER}/3dbag-subset.city.json`, () => {
  test('brings 26 solids from EPSG:7415 with the areas and years that the register states', () => {
    const { district, report } = load('3dbag-subset.city.json');
    expect(report.crs).toEqual(['EPSG:7415']);
    expect(report.verticalDatum).toBe('NAP');
    expect(report.lods).toEqual({ 1: 26 });
    expect(district.buildings.length).toBe(26);
    expect(report.attributes.constructionYear.given).toBe(26);
    // The file's own attributes: shape_area 31.755 m2, bouwjaar 1964.
    const one = district.buildings.find((building) => building.id === '0241100000016116');
    expect(one?.constructionYear).toBe(1964);
    expect(footprintAreaM2(one!.footprint)).toBeGreaterThan(31.755 * 0.99);
    expect(footprintAreaM2(one!.footprint)).toBeLessThan(31.755 * 1.01);
    expect(report.skipped.map(({ reason, ids }) => [reason, ids.length])).toContainEqual([
      'city object Road',
      11,
    ]);
  });
});

describe.skipIf(!existsSync(`${FOLDER}/bubenec.geojson`))(`${FOLDER}/bubenec.geojson`, () => {
  test('brings 144 buildings and 35 streets', () => {
    const { district } = load('bubenec.geojson');
    expect([district.buildings.length, district.streets.length]).toEqual([144, 35]);
  });
});

describe.skipIf(!existsSync(`${FOLDER}/mamre.city.json`))(`${FOLDER}/mamre.city.json`, () => {
  test('lies at 33.5 south, 18.5 east although its writer translated the vertices twice, and says so', () => {
    const name = 'mamre.city.json';
    const outcome = importDistrict([{ name, text: readFileSync(`${FOLDER}/${name}`, 'utf8') }]);
    expect(outcome.issues.map((issue) => issue.code)).toContain('cityjson-extent');
    expect(outcome.ok && outcome.value.district.buildings.length).toBe(2344);
    expect(outcome.ok && Math.abs(outcome.value.district.frame.latitudeDeg + 33.51)).toBeLessThan(0.02);
    expect(outcome.ok && Math.abs(outcome.value.district.frame.longitudeDeg - 18.47)).toBeLessThan(0.02);
  });
});
