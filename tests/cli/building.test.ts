import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { readBuildingFile } from '../../src/io/buildingFile';
import { cabin } from '../model/buildingModel/cabin';
import { csvOf, inThisProcess, jsonOf, SHARED, workplace } from './command';

const ROOM = join(import.meta.dirname, '../validation/bestest/cases/600.json');
const DENVER = join(SHARED, 'bestest/725650TYCST.epw');
const place = workplace();
afterAll(place.remove);

interface Summary {
  readonly building: {
    heatingKWh: number;
    coolingKWh: number;
    peakHeatingKW: { value: number; hour: number };
  };
  readonly zones: { airMinDegC: { value: number; hour: number } }[];
}

describe.skipIf(!existsSync(DENVER))('gridtwin building (needs shared/data/bestest)', () => {
  test('tells loads, peaks and temperatures, and its hourly table adds up to them', async () => {
    const out = place.path('hourly.csv');
    const summary = place.path('summary.json');
    const ended = await inThisProcess(
      'building',
      ROOM,
      '--weather',
      DENVER,
      '--out',
      out,
      '--summary',
      summary,
    );
    expect(ended.stderr).toBe('');
    expect(ended.code).toBe(0);
    const { building, zones } = jsonOf(summary) as Summary;
    // Ranges of the six programs for case 600, ASHRAE 140-2020 annex B8.
    expect(building.heatingKWh).toBeGreaterThan(3992);
    expect(building.heatingKWh).toBeLessThan(4504);
    expect(building.coolingKWh).toBeGreaterThan(5432);
    expect(building.coolingKWh).toBeLessThan(6162);
    const { columns, rows } = csvOf(out);
    expect(columns.slice(0, 4)).toEqual(['hour', 'zone_heating_w', 'zone_cooling_w', 'zone_air_degc']);
    expect(rows.length).toBe(8760);
    const heating = rows.map((row) => Number(row[1]));
    expect(heating.reduce((sum, w) => sum + w, 0) / 1000).toBeCloseTo(building.heatingKWh, 6);
    expect(heating[building.peakHeatingKW.hour - 1]! / 1000).toBeCloseTo(building.peakHeatingKW.value, 9);
    expect(Number(rows[zones[0]!.airMinDegC.hour - 1]![3])).toBeCloseTo(zones[0]!.airMinDegC.value, 9);
    expect(ended.stdout).toContain(`heating  ${building.heatingKWh.toFixed(1)} kWh`);
  });

  test('writes nothing when the file is wrong, and lists every finding', async () => {
    const path = place.path('wrong.json');
    const model = JSON.parse(readFileSync(ROOM, 'utf8')) as { elements: { windows?: object[] }[] };
    const wall = model.elements.find((element) => element.windows)!;
    wall.windows = wall.windows!.map((window) => ({ ...window, heightM: 9, glazing: 'none' }));
    writeFileSync(path, JSON.stringify(model));
    const out = place.path('never.csv');
    const ended = await inThisProcess('building', path, '--weather', DENVER, '--out', out);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('[window-outside-wall]');
    expect(ended.stderr).toContain('[unknown-glazing]');
    expect(existsSync(out)).toBe(false);
  });
});

describe('gridtwin building', () => {
  test('prints the schema of its files', async () => {
    const ended = await inThisProcess('building', '--schema');
    const schema = readFileSync(
      join(import.meta.dirname, '../../public/gridtwin-building.schema.json'),
      'utf8',
    );
    expect(ended).toEqual({ code: 0, stdout: schema, stderr: '' });
  });

  test('runs a building of the reference district and writes the file it ran', async () => {
    const district = join(import.meta.dirname, '../../scenarios/reference-town.district.json');
    const model = place.path('model.json');
    const first = (jsonOf(district) as { buildings: { id: string }[] }).buildings[0]!.id;
    const ended = await inThisProcess('building', district, '--building', first, '--model', model);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toMatch(/heating {2}\d+/);
    expect(readBuildingFile(readFileSync(model, 'utf8'), 'model.json').issues).toEqual([]);
    const none = await inThisProcess('building', district, '--building', 'nobody');
    expect(none.code).toBe(1);
    expect(none.stderr).toContain('nobody');
  });

  test.each([
    [['building'], 'command-line'],
    [['building', ROOM], 'command-line'],
    [['building', 'a.json'], 'file'],
    [['building', 'a.json', '--weather', 'b.epw'], 'file'],
    [['building', ROOM, '--weather', 'b.epw', '--films', 'best'], 'command-line'],
  ])('refuses %j', async (args, code) => {
    const ended = await inThisProcess(...args);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain(`[${code}]`);
  });

  test('says that a weather file is none', async () => {
    const path = place.path('cabin.json');
    const weather = place.path('weather.epw');
    writeFileSync(path, JSON.stringify(cabin));
    writeFileSync(weather, 'LOCATION,Nowhere\n');
    const ended = await inThisProcess('building', path, '--weather', weather);
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('weather.epw');
  });
});
