import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { csvOf, gridtwin, inThisProcess, jsonOf, street, workplace } from './command';

vi.setConfig({ testTimeout: 120_000 });
const { path, remove } = workplace();
const DISTRICT = path('street.json');

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(6));
  const ended = await inThisProcess(
    ...['import', path('street.geojson'), '--out', DISTRICT, '--climate', 'centralEurope'],
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
}, 120_000);
afterAll(remove);

interface Written {
  customersServed: number;
  ratingsFrom: string;
  expected: { saifi: number; saidiMin: number; notSuppliedJ: number };
  years: number;
  spreads: Record<string, { p10: number; p50: number; p90: number }>;
  outages: { elementId: string; failuresPerYear: number; customers: number }[];
}

describe('study reliability', () => {
  it('says what is expected and what costs most, and writes every place of failure', async () => {
    const [json, csv] = [path('reliability.json'), path('reliability.csv')];
    const ended = await inThisProcess('study', 'reliability', DISTRICT, '--years', '50', '--out', json);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stdout).toContain('System average interruption frequency');
    expect(ended.stdout).toContain('50 years of chance');
    const written = jsonOf(json) as Written;
    expect(written.ratingsFrom).toBe('run');
    expect(written.years).toBe(50);
    expect(written.expected.notSuppliedJ).toBeGreaterThan(0);
    // Its own sum again, place by place.
    const sum = written.outages.reduce((total, one) => total + one.failuresPerYear * one.customers, 0);
    expect(written.expected.saifi).toBeCloseTo(sum / written.customersServed, 12);
    const again = await gridtwin('study', 'reliability', DISTRICT, '--years', '50', '--out', csv);
    expect(again.stdout).toBe(ended.stdout);
    const { columns, rows } = csvOf(csv);
    expect(rows.length).toBe(written.outages.length);
    const minutes = rows.map((row) => Number(row[columns.indexOf('customer_min_per_year')]));
    expect(minutes).toEqual([...minutes].sort((a, b) => b - a));
    const served = written.customersServed;
    expect(minutes.reduce((total, each) => total + each, 0) / served).toBeCloseTo(
      written.expected.saidiMin,
      9,
    );
  });

  it('refuses a number of years that is none', async () => {
    const ended = await inThisProcess('study', 'reliability', DISTRICT, '--years', 'many');
    expect(ended.code).toBe(1);
    expect(ended.stderr).toContain('--years');
  });
});

describe('compare', () => {
  it('holds expected reliability and smart meters of two scenarios against each other', async () => {
    const measures = [{ id: 'm', type: 'smartMeters', adoption: 1, parameters: {} }];
    const base = { districtId: 'street', sha256: 'another' };
    const scenario = { schema: 'gridtwin-scenario/2', id: 'metered', name: 'Metered', description: '', base, year: 2035, seed: 1, measures }; // prettier-ignore
    const file = path('metered.scenario.json');
    writeFileSync(file, JSON.stringify(scenario));
    const ended = await inThisProcess(
      'compare',
      DISTRICT,
      '--scenario',
      'baseline',
      '--scenario',
      file,
      '--json',
    );
    expect(ended.code, ended.stderr).toBe(0);
    const { kpis } = JSON.parse(ended.stdout) as { kpis: { id: string; a: number; b: number }[] };
    const of = (id: string) => kpis.find((kpi) => kpi.id === id)!;
    expect(of('saidi').a).toBeGreaterThan(0);
    expect(of('saidi').b).toBe(of('saidi').a);
    expect(of('EC: ICT: ES: 1C')).toMatchObject({ a: 0, b: 100, verdict: 'better' });
  });
});
