import { describe, expect, it } from 'vitest';
import { readManifestFile, writeManifest } from '../../src/io';
import type { ResultsManifest } from '../../src/model/manifest';
import {
  baselineScenario,
  hashDistrict,
  hashScenario,
  hashWeather,
  manifestOf,
  staleIssues,
  type ManifestInputs,
} from '../../src/scenario';
import { weatherOfDistrict } from '../../src/synthesis/weatherOfDistrict';
import { measureOf } from '../measures/districts';
import { handmade } from './selectors/street';

const weather = weatherOfDistrict(handmade);
if (!weather.ok) throw new Error('no weather');
const sha256 = hashDistrict(handmade);
const inputs: ManifestInputs = {
  scenario: baselineScenario(handmade, sha256, 2030),
  district: { id: handmade.id, sha256 },
  baseEdits: [],
  weather: weather.value,
  stepS: 3600,
  engineVersion: '1.2.3',
};
const kpi = (id: string, value: number) => ({ id, label: id.toUpperCase(), value, unit: 'W' });
const manifest: ResultsManifest = manifestOf(
  inputs,
  {
    inputHash: '1'.repeat(64),
    resultHash: '2'.repeat(64),
    kpis: [kpi('a', 0.1 + 0.2), kpi('b', Number.NaN), kpi('c', Number.POSITIVE_INFINITY), kpi('d', -0)],
  },
  { program: 'test', version: '1', runtime: 'none' },
);

describe('a manifest of results', () => {
  it('holds the hashes of what was run, and values as they are or null', () => {
    expect(manifest.scenario.sha256).toBe(hashScenario(inputs.scenario));
    expect(manifest.weather.sha256).toBe(hashWeather(inputs.weather));
    expect(manifest.district).toEqual({ id: handmade.id, sha256 });
    expect(manifest.kpis.map(({ value }) => value)).toEqual([0.1 + 0.2, null, null, -0]);
  });

  it('comes back from its file as it was written', () => {
    const { kpis, ...rest } = manifest;
    const read = readManifestFile(writeManifest({ ...rest, kpis: kpis.slice(0, 3) }), 'results.json');
    expect(read).toEqual({ ok: true, value: { ...rest, kpis: kpis.slice(0, 3) }, issues: [] });
  });

  it.each<[string, object, string]>([
    ['an unknown field', { ...manifest, mood: 'good' }, 'mood'],
    ['a cut hash', { ...manifest, resultHash: '22' }, 'resultHash'],
    ['another version', { ...manifest, schema: 'gridtwin-results/9' }, 'schema'],
    ['another file', { ...manifest, schema: 'gridtwin-scenario/2' }, 'schema'],
  ])('is refused with %s, by name', (_, json, field) => {
    const read = readManifestFile(JSON.stringify(json), 'results.json');
    expect([read.ok, read.issues[0]!.field]).toEqual([false, field]);
  });

  it('stands for its inputs', () => {
    expect(staleIssues(manifest, inputs, 'results.json')).toEqual([]);
  });

  it.each<[string, Partial<ManifestInputs>]>([
    ['scenario', { scenario: { ...inputs.scenario, measures: [measureOf('heatPumps', 1)] } }],
    ['district', { district: { id: handmade.id, sha256: '3'.repeat(64) } }],
    ['baseEdits', { baseEdits: [{ buildingId: 'h1', field: 'use', value: 'office' }] }],
    ['weather', { weather: { ...inputs.weather, tempDegC: inputs.weather.tempDegC.map((t) => t + 1e-9) } }],
    ['stepS', { stepS: 900 }],
    ['engineVersion', { engineVersion: '1.2.4' }],
  ])('is stale, and says why, when the %s is another', (field, change) => {
    const issues = staleIssues(manifest, { ...inputs, ...change }, 'results.json');
    expect(issues).toMatchObject([{ code: 'manifest-stale', severity: 'warning', field }]);
  });
});
