import { mkdirSync, truncateSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { District } from '../../src/model/district';
import { gridtwin, inThisProcess, jsonOf, snapshot, street, workplace } from './command';

const { path, remove } = workplace();
const HOUSES = 18;
const DISTRICT = path('street.json');

function scenarioFile(name: string, change: object): string {
  const scenario = {
    schema: 'gridtwin-scenario/1',
    id: name,
    name,
    description: '',
    base: { districtId: 'street', sha256: 'another' },
    year: 2035,
    seed: 1,
    measures: [],
    ...change,
  };
  writeFileSync(path(`${name}.scenario.json`), JSON.stringify(scenario));
  return path(`${name}.scenario.json`);
}

beforeAll(async () => {
  writeFileSync(path('street.geojson'), street(HOUSES));
  const ended = await inThisProcess(
    'import',
    path('street.geojson'),
    '--out',
    DISTRICT,
    '--climate',
    'centralEurope',
    '--synthesise-network',
  );
  if (ended.code !== 0) throw new Error(ended.stderr);
}, 120_000);

afterAll(remove);

describe('bad input ends with 1, every finding on standard error, and nothing written', () => {
  beforeAll(() => {
    writeFileSync(path('not.json'), 'this is no JSON');
    // The first outline with two corners changed over: it crosses itself.
    const city = JSON.parse(street(3)) as { features: { geometry: { coordinates: number[][][] } }[] };
    const ring = city.features[0]!.geometry.coordinates[0]!;
    [ring[1], ring[2]] = [ring[2]!, ring[1]!];
    writeFileSync(path('broken.geojson'), JSON.stringify(city));
    scenarioFile('odd', {
      measures: [{ id: 'm', type: 'feederBattery', adoption: 1, parameters: { durationH: 99 } }],
    });
    const district = jsonOf(DISTRICT) as District;
    const [first, second, ...others] = district.buildings;
    const bow = [
      [0, 0],
      [10, 10],
      [10, 0],
      [0, 10],
    ];
    const crossed = { ...first!, footprint: { outer: bow, holes: [] } };
    const odd = { ...second!, heightM: -4 };
    writeFileSync(
      path('crossed.json'),
      JSON.stringify({ ...district, buildings: [crossed, second, ...others] }),
    );
    writeFileSync(
      path('two.json'),
      JSON.stringify({ ...district, buildings: [{ ...crossed, levels: 'two' }, odd, ...others] }),
    );
    writeFileSync(path('huge.geojson'), '');
    truncateSync(path('huge.geojson'), 300 * 1024 * 1024);
    scenarioFile('wrong', {
      measures: [{ id: 'm', type: 'heatPumps', adoption: 3, parameters: { magic: 1 } }],
    });
    mkdirSync(path('kept'));
    writeFileSync(path('kept/manifest.json'), 'what was there');
    writeFileSync(path('kept.json'), 'what was there');
    writeFileSync(path('kept/reference-town.district.json'), 'what was there');
  });

  it.each([
    ['no command', [], ['gridtwin -- import']],
    ['an unknown command', ['fly'], ['Unknown command fly', 'gridtwin -- import']],
    [
      'an unknown option',
      ['simulate', DISTRICT, '--fast', '--out', path('kept')],
      ['--fast', 'Usage: simulate'],
    ],
    [
      'more buildings than the reference town has',
      ['reference', path('kept'), '--buildings', '9999'],
      ['--buildings', '536', '9999'],
    ],
    [
      'a part of the town over the whole',
      ['reference', path('kept'), '--buildings', '3'],
      ['reference-town.district.json', 'another folder'],
    ],
    ['no building of the town', ['reference', path('kept'), '--buildings', '0'], ['--buildings', 'from 1']],
    ['no output folder', ['simulate', DISTRICT], ['simulate takes one district', '--out']],
    ['an unknown step', ['simulate', DISTRICT, '--step', '5min', '--out', path('kept')], ['5min', '15min']],
    ['no workers', ['simulate', DISTRICT, '--workers', '0', '--out', path('kept')], ['--workers']],
    [
      'an unknown climate',
      ['import', path('street.geojson'), '--climate', 'mars', '--out', path('kept.json')],
      ['mars', 'nordic'],
    ],
    [
      'a missing file',
      ['simulate', path('none.json'), '--out', path('kept')],
      ['none.json', 'does not exist'],
    ],
    [
      'two missing files',
      ['import', path('a.geojson'), path('b.geojson'), '--out', path('kept.json')],
      ['a.geojson', 'b.geojson'],
    ],
    ['a folder for a file', ['simulate', path('kept'), '--out', path('kept')], ['not a file']],
    ['what is not JSON', ['import', path('not.json'), '--out', path('kept.json')], ['not.json']],
    ['not JSON as a district', ['simulate', path('not.json'), '--out', path('kept')], ['not.json']],
    ['a self-crossing polygon', ['import', path('broken.geojson'), '--out', path('kept.json')], ['house-0']],
    [
      'a self-crossing outline',
      ['simulate', path('crossed.json'), '--out', path('kept')],
      ['house-0', 'crosses itself', 'Redraw'],
    ],
    [
      'two wrong buildings',
      ['simulate', path('two.json'), '--out', path('kept')],
      ['levels', 'heightM', '-4'],
    ],
    [
      'a wrong scenario',
      ['simulate', DISTRICT, '--scenario', path('wrong.scenario.json'), '--out', path('kept')],
      ['adoption', '3'],
    ],
    ['a file of 300 MB', ['import', path('huge.geojson'), '--out', path('kept.json')], ['300 MB', '200 MB']],
    [
      'a parameter out of range',
      ['simulate', DISTRICT, '--scenario', path('odd.scenario.json'), '--out', path('kept')],
      ['durationH', '99', '0.5 to 8'],
    ],
    [
      'a language without the report that would speak it',
      ['compare', DISTRICT, '--scenario', 'baseline', '--scenario', 'baseline', '--language', 'de'],
      ['--language', '--out'],
    ],
    ['one scenario to compare', ['compare', DISTRICT, '--scenario', 'baseline'], ['two scenarios']],
    [
      'a place that cannot be written',
      ['import', path('street.geojson'), '--climate', 'nordic', '--out', path('kept.json/x.json')],
      ['cannot be written'],
    ],
  ])('%s', async (_, args, words) => {
    const before = snapshot(path('.'));
    // A process of its own for what the process decides; the others would only start it again.
    const ended = await (args.length < 2 ? gridtwin : inThisProcess)(...args);
    for (const word of words) expect(ended.stderr + (args.length === 0 ? ended.stdout : '')).toContain(word);
    expect(ended.code).toBe(1);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect(snapshot(path('.'))).toEqual(before);
  });
});

describe('a calculation that fails ends with 2', () => {
  it('and says where and why, with nothing written', async () => {
    const district = jsonOf(DISTRICT) as District;
    const lines = district.network!.lines.map((line) =>
      line.role === 'lvMain' ? { ...line, lengthM: 20_000 } : line,
    );
    writeFileSync(path('far.json'), JSON.stringify({ ...district, network: { ...district.network, lines } }));
    const before = snapshot(path('kept'));
    const ended = await gridtwin('simulate', path('far.json'), '--out', path('kept'));
    expect(ended.code).toBe(2);
    expect(ended.stderr).toMatch(/no solution in \d+ of 8760 steps, first \d{4}-\d\d-\d\dT/);
    const [, bus, branch] = /Weakest bus (\S+) .*most loaded branch (\S+) /.exec(ended.stderr) ?? [];
    expect(district.network!.buses.map(({ id }) => id)).toContain(bus);
    expect([...district.network!.lines, ...district.network!.transformers].map(({ id }) => id)).toContain(
      branch,
    );
    expect(ended.stderr).toContain('reinforce');
    expect(snapshot(path('kept'))).toEqual(before);
    const compared = await gridtwin(
      'compare',
      path('far.json'),
      '--scenario',
      'baseline',
      '--scenario',
      'baseline',
      '--json',
    );
    expect([compared.code, compared.stdout]).toEqual([2, '']);
  });
});
