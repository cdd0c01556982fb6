import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importDistrict } from '../../src/io/importDistrict';
import { readMeterCsv } from '../../src/io/meterData';
import { readPeaksFile } from '../../src/io/peaksFile';
import { readScenarioFile } from '../../src/io/scenarioFile';
import { readDistrictFile } from '../../src/io/districtFile';
import { parseTariff } from '../../src/model/tariff';
import { hashDistrict } from '../../src/scenario';
import { synthesiseNetwork } from '../../src/synthesis/network';

/**
 * The files that the import dialog hands out are taken by the readers they are for, with nothing to complain of. The cheapest
 * wrong templates: one that only nearly reads, one whose attributes are ignored, and one that belongs to another district.
 */
const root = join(import.meta.dirname, '../../scenarios');
const text = (name: string) => readFileSync(join(root, 'templates', name), 'utf8');

describe('the templates', () => {
  it('are each read by a test here', () => {
    expect(readdirSync(join(root, 'templates')).sort()).toEqual([
      ...['district.geojson', 'meter.csv', 'my.scenario.json', 'peaks.csv', 'tariff.json'],
    ]);
  });

  it('of a district gives every attribute it names, and a network along its street', () => {
    const outcome = importDistrict([{ name: 'district.geojson', text: text('district.geojson') }]);
    if (!outcome.ok) throw new Error(outcome.issues.map(({ message }) => message).join(' '));
    const { district, report } = outcome.value;
    expect(outcome.issues).toEqual([]);
    expect(report).toMatchObject({ buildings: 6, streets: 1, skipped: [], ignoredAttributes: {} });
    for (const name of ['use', 'heightM', 'levels', 'constructionYear'] as const)
      expect(report.attributes[name], name).toMatchObject({ given: 6, derived: 0, assumed: 0 });
    expect(report.attributes.households, 'a school and a shop have none').toMatchObject({
      given: 4,
      assumed: 0,
    });
    const use = Object.fromEntries(district.buildings.map(({ id, use: own }) => [id, own]));
    expect(Object.values(use).sort()).toEqual([
      'apartment',
      'detached',
      'detached',
      'retail',
      'school',
      'terraced',
    ]);
    const network = synthesiseNetwork(district);
    expect(network.ok && network.value.buildings.every(({ connection }) => connection !== null)).toBe(true);
  });

  it('of a meter is read without a question: four weeks of hours, in kilowatt-hours', () => {
    const { value, issues } = readMeterCsv(text('meter.csv'), 'meter.csv');
    expect(issues.filter(({ severity }) => severity !== 'note')).toEqual([]);
    const written = text('meter.csv')
      .trim()
      .split('\n')
      .slice(1)
      .reduce((sum, line) => sum + Number(line.split(',')[1]), 0);
    const { channels, stepS } = value.series!;
    expect([stepS, channels.map(({ direction }) => direction)]).toEqual([3600, ['import']]);
    const readJ = channels[0]!.pW.reduce((sum, powerW) => sum + powerW, 0) * stepS;
    expect(readJ / 3.6e6).toBeCloseTo(written, 6);
    expect(channels[0]!.pW).toHaveLength(28 * 24);
  });

  it('of peaks names stations of the reference town', () => {
    const outcome = readPeaksFile(text('peaks.csv'), 'peaks.csv');
    if (!outcome.ok) throw new Error('the peaks do not read');
    expect(outcome.value[0]).toEqual({ elementId: 'T-01', peakW: 310_000, timeS: (13 * 24 + 18) * 3600 });
    const known = reference().network!.transformers.map(({ id }) => id);
    for (const { elementId } of outcome.value) expect(known).toContain(elementId);
  });

  it('of a scenario belongs to the reference town as it is shipped', () => {
    const outcome = readScenarioFile(text('my.scenario.json'), 'my.scenario.json');
    if (!outcome.ok) throw new Error('the scenario does not read');
    expect(outcome.issues).toEqual([]);
    const district = reference();
    expect(outcome.value.base).toEqual({ districtId: district.id, sha256: hashDistrict(district) });
    expect(outcome.value.measures).toHaveLength(2);
  });

  it('of a tariff is whole', () => {
    const outcome = parseTariff(JSON.parse(text('tariff.json')), 'tariff.json');
    expect(outcome.issues).toEqual([]);
    expect(outcome.ok).toBe(true);
  });
});

function reference() {
  const name = 'reference-town.district.json';
  const outcome = readDistrictFile(readFileSync(join(root, name), 'utf8'), name);
  if (!outcome.ok) throw new Error('the reference town does not read');
  return outcome.value;
}
