import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { line, load, source } from '../study/network/circuits';
import { snapshot, workplace } from './command';
import { RING, run, WEAK, written } from './studyCommand';

const { path, remove } = workplace();
let ring = '';
let weak = '';
let heavy = '';

beforeAll(() => {
  weak = written(path('weak.json'), WEAK);
  ring = written(path('ring.json'), RING);
  heavy = written(path('heavy.json'), {
    sources: [source('s')],
    lines: [line('sa', 's', 'a', { r: 0.5 })],
    loads: [load('one', 'a', 5e6)],
  });
  writeFileSync(path('kept.csv'), 'what was there');
});
afterAll(remove);

describe('what is wrong ends with 1, is said without a trace of the program, and leaves files as they were', () => {
  it.each<[string, (files: { ring: string; weak: string }) => string[], string[]]>([
    ['no kind', () => [], ['a kind of study', 'short-circuit, fuse-check, can-connect']],
    ['another kind', ({ ring }) => ['shortcut', ring], ['no study shortcut', 'short-circuit']],
    ['a kind that every object has', ({ ring }) => ['constructor', ring], ['no study constructor']],
    ['no file', () => ['profile'], ['one circuit file', 'study profile FILE']],
    ['two files', ({ ring }) => ['profile', ring, ring], ['one circuit file']],
    ['a file that is not there', () => ['profile', path('none.dss')], ['none.dss', 'does not exist']],
    ['a missing bus', ({ ring }) => ['short-circuit', ring], ['--bus is missing', '--bus ID']],
    [
      'a bus that is not there',
      ({ ring }) => ['short-circuit', ring, '--bus', 'aa'],
      ['aa', 'no such bus', 'Nearest: a'],
    ],
    [
      'an option of another kind',
      ({ ring }) => ['profile', ring, '--kw', '4'],
      ['--kw', 'study profile FILE'],
    ],
    ['no amount', ({ ring }) => ['can-connect', ring, '--bus', 'a'], ['--kw is missing']],
    [
      'an amount of nothing',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', '0'],
      ['--kw', 'above 0'],
    ],
    ['a negative amount', ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw=-4'], ['--kw', '-4']],
    [
      'an amount of words',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', 'much'],
      ['--kw', 'much'],
    ],
    [
      'a power factor above 1',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', '4', '--pf', '1.2'],
      ['--pf', 'to 1'],
    ],
    [
      'a power factor of 0',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', '4', '--pf', '0'],
      ['--pf', 'above 0'],
    ],
    [
      'phase 4',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', '4', '--phases', '1,4'],
      ['--phases', '1,4'],
    ],
    [
      'a phase twice',
      ({ ring }) => ['can-connect', ring, '--bus', 'a', '--kw', '4', '--phases', '1,1'],
      ['--phases'],
    ],
    ['neither bus nor feeder', ({ ring }) => ['hosting-capacity', ring], ['--bus or --feeder']],
    [
      'bus and feeder',
      ({ ring }) => ['hosting-capacity', ring, '--bus', 'a', '--feeder', 'sa'],
      ['--bus or --feeder'],
    ],
    [
      'another technology',
      ({ ring }) => ['hosting-capacity', ring, '--bus', 'a', '--technology', 'wind'],
      ['wind', 'pv, ev'],
    ],
    [
      'half a draw',
      ({ ring }) => ['hosting-capacity', ring, '--bus', 'a', '--draws', '1.5'],
      ['--draws', 'whole number'],
    ],
    ['a feeder without loads', ({ weak }) => ['hosting-capacity', weak, '--feeder', 'sa'], ['no customer']],
    [
      'a feeder that is not there',
      ({ ring }) => ['hosting-capacity', ring, '--feeder', 'sb'],
      ['sb', 'Nearest: sa'],
    ],
    [
      'a branch that is not there',
      ({ ring }) => ['contingency', ring, '--open', 'thic'],
      ['thic', 'Nearest: thin, Thick,'],
    ],
    [
      'a line that is open already',
      ({ ring }) => ['contingency', ring, '--open', 'thin'],
      ['thin', 'open already'],
    ],
    [
      'a tie that is closed',
      ({ ring }) => ['contingency', ring, '--open', 'sa', '--close', 'ab'],
      ['closed already', 'thin, Thick, spare'],
    ],
    [
      'a tie that brings nothing',
      ({ ring }) => ['contingency', ring, '--open', 'ab', '--close', 'spare'],
      ['restores nothing'],
    ],
    ['three ties', ({ ring }) => ['contingency', ring, '--open', 'ab', '--ties', '3'], ['--ties', '1, 2']],
    ['limits of nobody', ({ ring }) => ['profile', ring, '--limits', 'mine'], ['--limits', 'en50160, ansi']],
    ['a result of another kind', ({ ring }) => ['profile', ring, '--out', path('p.txt')], ['p.txt', '.csv']],
  ])('%s', async (_, args, words) => {
    const before = snapshot(path('.'));
    const asked = args({ ring, weak });
    const ended = await run(
      ...asked,
      ...(asked.length < 2 || asked.includes('--out') ? [] : ['--out', path('kept.csv')]),
    );
    for (const word of words) expect(ended.stderr).toContain(word);
    expect(ended.stderr).not.toMatch(/\n\s+at /);
    expect([ended.code, ended.stdout]).toEqual([1, '']);
    expect(snapshot(path('.'))).toEqual(before);
  });

  it('asking for help is not', async () => {
    const ended = await run('--help');
    expect([ended.code, ended.stderr]).toEqual([0, '']);
    // Ten kinds for circuits, three for districts.
    const usages = ended.stdout.trim().split('\n');
    expect([usages.length, usages.filter((line) => /district/i.test(line)).length]).toEqual([13, 3]);
    expect((await run('balance', '--help')).stdout).toMatch(/^study balance FILE \[--limits/);
  });
});

it('buses without a base voltage are said to be unjudged, not left to look fine', async () => {
  const lost = written(path('lost.json'), {
    ...WEAK,
    buses: ['s', 'a'].map((id) => ({ id, baseVoltageV: NaN })),
  });
  const ended = await run('can-connect', lost, '--bus', 'a', '--kw', '1');
  expect(ended.code).toBe(0);
  expect(ended.stderr).toContain('2 buses without a base voltage: no voltage limit is checked there.');
  expect((await run('topology', lost)).stderr).toBe('');
});

describe('a load that the network cannot carry ends with 2 and nothing written', () => {
  it.each([
    [['profile']],
    [['balance']],
    [['unbalance']],
    [['can-connect', '--bus', 'a', '--kw', '1']],
    [['hosting-capacity', '--bus', 'a', '--draws', '1']],
    [['contingency', '--open', 'sa']],
  ])('%j', async ([kind, ...args]) => {
    const before = snapshot(path('.'));
    const ended = await run(kind!, heavy, ...args, '--out', path('kept.csv'));
    expect([ended.code, ended.stdout]).toEqual([2, '']);
    expect(ended.stderr).toContain('no solution');
    expect(snapshot(path('.'))).toEqual(before);
  });
});
