import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { writeDistrict } from '../../src/io';
import { FIGURES } from '../../src/study/worldChecks';
import { smallTown } from '../engine/smallTown';
import { inThisProcess, jsonOf, workplace } from './command';

vi.setConfig({ testTimeout: 120_000 });
const { path, remove } = workplace();
const DISTRICT = path('town.json');
const PAGE = path('page.md');
const MARKED = 'Before.\n\n<!-- agree -->\n\n<!-- /agree -->\n\nAfter.\n';

beforeAll(() => {
  const town = smallTown();
  const buildings = town.buildings.map((each) =>
    each.use === 'terraced' ? { ...each, households: 1 } : each,
  );
  writeFileSync(DISTRICT, writeDistrict({ ...town, buildings }));
  writeFileSync(PAGE, MARKED);
});
afterAll(remove);

describe('agree', () => {
  it('prints the table, writes it into a page and the figures into a file', async () => {
    const out = path('agree.json');
    const ended = await inThisProcess('agree', DISTRICT, '--homes-only', '--out', out, '--write', PAGE);
    expect(ended.code, ended.stderr).toBe(0);
    expect(ended.stderr).toContain('homes');
    expect(ended.stdout).toContain(FIGURES.heatPumpPeak.question);
    // Forty buildings have no forty homes of one household: said, not guessed.
    expect(ended.stdout).toContain('40 and 40 are needed');
    expect(ended.stdout).not.toContain(FIGURES.feedersInTrouble.question);
    const page = readFileSync(PAGE, 'utf8');
    expect(page.startsWith('Before.') && page.endsWith('After.\n')).toBe(true);
    expect(page).toContain(ended.stdout.trim());
    const { district, stepS, checks } = jsonOf(out) as {
      district: string;
      stepS: number;
      checks: { id: string; ours: number | null; verdict: string; published: string }[];
    };
    expect([district, stepS]).toEqual(['small-town', 900]);
    const pumps = checks.find(({ id }) => id === 'heatPumpPeak')!;
    expect(pumps).toMatchObject({ ours: null, verdict: 'not judged', published: '1.2 kW' });
    expect(checks.find(({ id }) => id === 'heatPumpAdmd')!.ours).toBeGreaterThan(0);
  });

  it('refuses before it computes', async () => {
    const bare = path('bare.md');
    writeFileSync(bare, 'nothing');
    const noPlace = await inThisProcess('agree', DISTRICT, '--write', bare);
    expect([noPlace.code, noPlace.stderr]).toEqual([1, expect.stringContaining('no place for the table')]);
    expect((await inThisProcess('agree', DISTRICT, DISTRICT)).code).toBe(1);
    expect((await inThisProcess('agree', '--weather', 'x.epw')).stderr).toContain('belongs to a district');
    expect((await inThisProcess('agree', path('none.json'))).code).toBe(1);
    expect((await inThisProcess('agree', DISTRICT, '--home-weeks', '0')).code).toBe(1);
    expect((await inThisProcess('agree', DISTRICT, '--home-weeks', '53')).stderr).toContain('52');
  });
});
