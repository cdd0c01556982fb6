import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeDistrict } from '../../src/io';
import type { Scenario } from '../../src/model/scenario';
import { baselineScenario, deriveScenario, hashDistrict, keptSelection } from '../../src/scenario';
import { measureOf } from '../measures/districts';
import { handmade } from '../scenario/selectors/street';
import { inThisProcess, jsonOf, workplace } from './command';

const { path, remove } = workplace();
const FOLDER = path('town');
const DISTRICT = path('town/handmade.district.json');
const file = (name: string) => path(`town/${name}.scenario.json`);

const sha256 = hashDistrict(handmade);
const parent: Scenario = {
  ...baselineScenario(handmade, sha256, 2035),
  id: 'parent',
  name: 'The parent',
  measures: [{ ...measureOf('vehiclesUnmanaged', 0.5), id: 'cars' }],
};
const derived = deriveScenario(parent, { id: 'child', name: 'The child' });
const child: Scenario = {
  ...derived,
  notes: ['Ask the council.'],
  measures: [
    ...derived.measures,
    {
      ...measureOf('heatPumps', 0),
      id: 'pumps',
      selector: {
        rule: { kind: 'downstream', from: 'line', id: 'f1' },
        kept: keptSelection(['h1', 'h4', 'gone']),
      },
      adoption: [
        { year: 2025, share: 0.1 },
        { year: 2035, share: 1 },
      ],
      fromYear: 2027,
    },
  ],
  limits: { profile: 'ANSI C84.1' },
  spells: [{ kind: 'coldSnap', startDay: 14, byK: 8 }],
  assumptions: [{ key: 'gasPrimary', value: 1.2, unit: 'kWh/kWh', source: 'a norm', date: '2026' }],
};

beforeAll(() => {
  mkdirSync(FOLDER);
  writeFileSync(DISTRICT, writeDistrict(handmade));
  const write = (name: string, json: object) => writeFileSync(file(name), JSON.stringify(json));
  write('parent', parent);
  write('child', child);
  write('older', {
    ...parent,
    schema: 'gridtwin-scenario/1',
    id: 'older',
    base: { districtId: 'x', sha256: '' },
  });
  write('broken', { ...parent, mood: 1, year: 'soon' });
  write('idle', {
    ...parent,
    id: 'idle',
    measures: [{ ...parent.measures[0], selector: { rule: { kind: 'ids', ids: ['h5'] } } }],
  });
});
afterAll(remove);

describe('scenarios list', () => {
  it('tells year, measures and base of every file, and fails where one cannot be read', async () => {
    const { code, stdout } = await inThisProcess('scenarios', 'list', FOLDER);
    expect(code).toBe(1);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(/ {2,}/)[0])).toEqual([
      'File',
      'broken.scenario.json',
      'child.scenario.json',
      'idle.scenario.json',
      'older.scenario.json',
      'parent.scenario.json',
    ]);
    expect(lines[1]).toContain('cannot be read');
    expect(lines[2]!.split(/ {2,}/).slice(1)).toEqual([
      'child',
      '2035',
      '2',
      'handmade matches',
      'The child',
    ]);
    expect(lines[4]).toContain('x differs');
  });

  it('of a folder without scenarios says so, of none refuses', async () => {
    mkdirSync(path('empty'));
    expect(await inThisProcess('scenarios', 'list', path('empty'))).toMatchObject({
      code: 0,
      stdout: 'No scenario files (*.scenario.json) here.\n',
    });
    expect(await inThisProcess('scenarios', 'list', path('nowhere'))).toMatchObject({ code: 1, stdout: '' });
  });
});

describe('scenarios show', () => {
  it('says in words what is inherited, what is its own, and what is assumed', async () => {
    const { code, stdout } = await inThisProcess('scenarios', 'show', file('child'));
    expect(code).toBe(0);
    for (const text of [
      'The child (child)',
      'Parent: The parent (parent)',
      'Measures inherited from The parent:\n  cars: Electric cars, unmanaged: 50 %',
      'Own measures:\n  pumps: Heat pumps: 10 % in 2025, 100 % in 2035',
      'from 2027; for buildings: downstream of line f1 (3 kept)',
      'Primary factor of natural gas: 1.2 kWh/kWh (a norm, 2026)',
      'ANSI C84.1: 0.95 to 1.05 pu',
      'cold snap, 8 K colder for a week from day 14',
      'Ask the council.',
    ])
      expect(stdout).toContain(text);
  });
});

describe('scenarios validate', () => {
  it('lists every finding of every file and ends with 1', async () => {
    const { code, stdout, stderr } = await inThisProcess(
      'scenarios',
      'validate',
      file('parent'),
      file('broken'),
    );
    expect(code).toBe(1);
    expect(stdout).toContain('parent.scenario.json: valid');
    expect(stdout).toContain('broken.scenario.json: 2 errors');
    for (const text of ['mood', 'soon']) expect(stderr).toContain(text);
  });

  it('held against its district finds nothing to say of a sound one', async () => {
    expect(await inThisProcess('scenarios', 'validate', file('parent'), '--district', DISTRICT)).toEqual({
      code: 0,
      stdout: 'parent.scenario.json: valid\n',
      stderr: '',
    });
  });

  it('held against its district warns of drift, of what is gone, of another base and of no effect', async () => {
    const paths = [file('child'), file('older'), file('idle')];
    const { code, stderr } = await inThisProcess('scenarios', 'validate', ...paths, '--district', DISTRICT);
    expect(code).toBe(0);
    const codes = [...stderr.matchAll(/^(warning|note|error): (\S+): .*\[(\S+)\]$/gm)].map(
      ([, ...rest]) => rest,
    );
    expect(codes).toEqual([
      ['warning', 'child', 'selector-missing-elements'],
      ['warning', 'child', 'selector-drift'],
      ['warning', 'older.scenario.json', 'base-differs'],
      ['warning', 'idle', 'measure-without-effect'],
    ]);
  });
});

describe('scenarios resolve', () => {
  it('writes the scenario of the newest version with its selectors resolved on the district', async () => {
    const out = path('resolved.scenario.json');
    const ended = await inThisProcess(
      'scenarios',
      'resolve',
      file('child'),
      '--district',
      DISTRICT,
      '--out',
      out,
    );
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    const [, pumps] = child.measures;
    const selector = { ...pumps!.selector!, kept: keptSelection(['h1', 'h2']) };
    expect(jsonOf(out)).toEqual({ ...child, measures: [child.measures[0], { ...pumps, selector }] });
    const again = await inThisProcess('scenarios', 'validate', out, '--district', DISTRICT);
    expect([again.code, again.stderr]).toEqual([0, '']);
    const lifted = path('lifted.scenario.json');
    await inThisProcess('scenarios', 'resolve', file('older'), '--district', DISTRICT, '--out', lifted);
    expect(jsonOf(lifted)).toEqual({ ...parent, id: 'older' });
  });
});

describe('scenarios', () => {
  it('schema prints what lies in public', async () => {
    const { stdout } = await inThisProcess('scenarios', 'schema');
    expect(stdout).toBe(readFileSync('public/gridtwin-scenario.schema.json', 'utf8'));
  });

  it.each([
    [[]],
    [['dance']],
    [['list']],
    [['show', 'a', 'b']],
    [['validate']],
    [['resolve', 'a']],
    [['list', 'a', '--mood', 'x']],
  ])('%j ends with 1 and the usage', async (words) => {
    const { code, stdout, stderr } = await inThisProcess('scenarios', ...words);
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('[command-line]');
  });
});
