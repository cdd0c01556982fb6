import { describe, expect, it } from 'vitest';
import { readProjectFile, writeProjectFile, type ProjectContent } from '../../src/io';
import { hashDistrict, hashWeather } from '../../src/scenario';
import { inputOf, measure, smallTown } from '../engine/smallTown';

/** The cheapest wrong programs: a file that loses a missing hour or a bookmark, and one that is opened half. */
const input = inputOf(smallTown(4), { measures: [measure('heatPumps', 0.1 + 0.2)] });
const own = { ...input.scenario, id: 'own', name: 'Own “½”' };
const baseline = { ...input.scenario, measures: [] };
const tempDegC = Float64Array.from(input.weather.tempDegC);
tempDegC[17] = Number.NaN;
const project: ProjectContent = {
  name: 'Our streets',
  engineVersion: '0.3.0',
  district: input.district,
  weather: { ...input.weather, origin: 'epw', tempDegC },
  document: { baseEdits: [{ buildingId: 'b', field: 'households', value: 3 }], scenarios: [baseline, own] },
  bookmarks: [{ name: 'Before', document: { baseEdits: [], scenarios: [baseline] } }],
};

describe('a project file', () => {
  const text = writeProjectFile(project);

  it('brings everything back, missing hours as missing', () => {
    const read = readProjectFile(text, 'p.gridtwin.json');
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.document).toEqual(project.document);
    expect(read.value.bookmarks).toEqual(project.bookmarks);
    expect(hashDistrict(read.value.district)).toBe(hashDistrict(project.district));
    expect(hashWeather(read.value.weather!)).toBe(hashWeather(project.weather!));
    expect(read.value.weather!.tempDegC[17]).toBeNaN();
    expect(text).not.toContain('NaN');
  });

  it('is refused whole where any part is bad, with where and what', () => {
    const json = JSON.parse(text) as Record<string, unknown>;
    const weather = json['weather'] as Record<string, unknown>;
    const bad: readonly Record<string, unknown>[] = [
      { ...json, schema: 'gridtwin-project/9' },
      { ...json, district: { ...project.district, buildings: 3 } },
      { ...json, weather: { ...weather, ghiWPerM2: [1, 2] } },
      { ...json, weather: { ...weather, dniWPerM2: Array.from({ length: 8760 }, () => 'x') } },
      { ...json, document: { baseEdits: [], scenarios: [] } },
      { ...json, document: { baseEdits: [], scenarios: [own] } },
      { ...json, document: { baseEdits: 'no', scenarios: [baseline] } },
      { ...json, bookmarks: [{ name: 'x' }] },
      { ...json, bookmarks: [{ document: project.document }] },
      { ...json, name: 7 },
    ];
    for (const one of bad) {
      const read = readProjectFile(JSON.stringify(one), 'p.gridtwin.json');
      expect(read.ok, JSON.stringify(one).slice(0, 80)).toBe(false);
      expect(read.issues.length).toBeGreaterThan(0);
    }
    expect(readProjectFile(text.slice(0, -40), 'cut.gridtwin.json').ok).toBe(false);
  });

  it('is refused by name for a scenario id that is there twice and a site that cannot be', () => {
    const json = JSON.parse(text) as { weather: object; bookmarks: object[] };
    const refusal = (change: object) => {
      const read = readProjectFile(JSON.stringify({ ...json, ...change }), 'p.gridtwin.json');
      return read.ok ? 'opened' : read.issues.map(({ field, value }) => `${field} ${value}`).join(', ');
    };
    const twice = { baseEdits: [], scenarios: [baseline, own, { ...own, name: 'Twin' }, own] };
    expect(refusal({ document: twice })).toBe('scenarios.id own');
    expect(refusal({ bookmarks: [{ name: 'x', document: twice }] })).toBe('scenarios.id own');
    const site = (change: object) => refusal({ weather: { ...json.weather, ...change } });
    expect(site({ latitudeDeg: 91, startWeekday: 7 })).toBe('weather.latitudeDeg 91, weather.startWeekday 7');
    expect(site({ longitudeDeg: -181 })).toBe('weather.longitudeDeg -181');
    expect(site({ utcOffsetMin: 900 })).toBe('weather.utcOffsetMin 900');
    expect(site({ utcOffsetMin: 60.5 })).toBe('weather.utcOffsetMin 60.5');
    expect(site({ startWeekday: 1.5 })).toBe('weather.startWeekday 1.5');
    expect(site({ elevationM: null })).toBe('weather.elevationM null');
    // The ends themselves are places on earth: half-hour zones, the poles, Kiribati.
    for (const change of [
      { latitudeDeg: -90 },
      { utcOffsetMin: 840 },
      { utcOffsetMin: 345 },
      { startWeekday: 6 },
    ])
      expect(site(change)).toBe('opened');
  });

  // The cheapest wrong programs: one that refuses the work for one selection, and one that leaves out all of them or says nothing.
  it('opens without a saved selection that does not read, and says which', () => {
    const json = JSON.parse(text) as { document: object };
    const one = { name: 'A', kind: 'building', rule: { kind: 'all' } };
    const bad = [{ ...one, name: 'B', kind: 'tree' }, one, { ...one, name: 'C', rule: { kind: 'none' } }, 7];
    const document = { ...json.document, selections: [one, ...bad] };
    const read = readProjectFile(
      JSON.stringify({ ...json, document, bookmarks: [{ name: 'x', document }] }),
      'p.gridtwin.json',
    );
    if (!read.ok) throw new Error(JSON.stringify(read.issues));
    expect(read.value.document.selections).toEqual([one]);
    expect(read.value.bookmarks[0]!.document.selections).toEqual([one]);
    const told = read.issues.map(({ severity, where, value }) => `${severity} ${where} ${value}`);
    const each = ['[1] B', '[2] A', '[3] C', '[4] '].map((place) => `warning selections${place}`);
    expect(told).toEqual([...each, ...each]);
  });
});
