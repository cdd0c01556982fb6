import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/model/scenario';
import { rememberYears, runKey } from '../../../src/study/comparison';
import { BROKEN, counted, having, kpi, lettersOf, measureNamed, scenarioOf, valueOf, yearOf } from './fakes';

const ANSI = { limits: { profile: 'ANSI C84.1' } } as const;
const kpisOf = (scenario: Scenario) => [kpi('load', lettersOf(scenario).length), kpi('limits', scenario.limits === undefined ? 0 : 1)]; // prettier-ignore

describe('years that are remembered', () => {
  it('are run once for all that asks for the same run, and counted under what each assumes', async () => {
    const { evaluate, asked } = counted(kpisOf);
    const { yearOf: ask, count } = rememberYears(evaluate, 4, (_, scenario) => kpisOf(scenario));
    const [first, second] = [having('a'), having('a', { ...ANSI, name: 'other' })];
    const years = [valueOf(await ask(first)), valueOf(await ask(second)), valueOf(await ask(first))];
    expect([asked.length, count()]).toEqual([1, 1]);
    expect(years.map(({ scenario }) => scenario)).toEqual([first, second, first]);
    expect(years.map(({ kpis }) => kpis[1]!.value)).toEqual([0, 1, 0]);
    expect(years[1]!.result).toBe(years[0]!.result);
  });

  it('are run once when asked twice at the same time', async () => {
    const { evaluate, asked } = counted(kpisOf);
    const { yearOf: ask } = rememberYears(evaluate);
    await Promise.all([ask(having('a')), ask(having('a'))]);
    expect(asked).toHaveLength(1);
  });

  it('are forgotten beyond the number kept, the oldest first; indicators never', async () => {
    const { evaluate, asked } = counted(kpisOf);
    const { yearOf: ask, kpisOf: kpis } = rememberYears(evaluate, 2);
    for (const letters of ['a', 'b', 'a', 'c', 'a']) await ask(having(letters));
    expect(asked.map(lettersOf)).toEqual(['a', 'b', 'c']);
    await kpis(having('b'));
    expect(asked).toHaveLength(3);
    await ask(having('b'));
    expect(asked.map(lettersOf)).toEqual(['a', 'b', 'c', 'b']);
  });

  it('that failed are asked again', async () => {
    let isBroken = true;
    const { evaluate, asked } = counted((scenario) => (isBroken ? BROKEN : kpisOf(scenario)));
    const { yearOf: ask } = rememberYears(evaluate);
    expect((await ask(having('a'))).ok).toBe(false);
    isBroken = false;
    expect((await ask(having('a'))).ok).toBe(true);
    expect(asked).toHaveLength(2);
  });

  it('with a step that has no solution are a failure that says so', async () => {
    const year = yearOf(having('a'), kpisOf(having('a')));
    year.result.table.iterations[0] = -50;
    const { yearOf: ask } = rememberYears(async () => ({ ok: true, value: year, issues: [] }));
    expect((await ask(having('a'))).issues).toMatchObject([{ code: 'flow-unsolved', value: '1 of 1 steps' }]);
  });
});

describe('what a run depends on', () => {
  it('is not the name, prices, limits, a year that no measure knows, the seed of nobody, or a share of 0', () => {
    const key = runKey(having('a'));
    expect(runKey(having('a', { ...ANSI, id: 'x', year: 2050, notes: ['n'] }))).toBe(key);
    expect(runKey(having('', { seed: 5 }))).toBe(runKey(having('')));
    expect(runKey(scenarioOf('x', [measureNamed('a'), measureNamed('b', 0)]))).toBe(key);
  });

  it('is the share of its year, the seed, the order, parameters, selector and weather', () => {
    const later = { ...measureNamed('a'), fromYear: 2035 };
    const selected = { ...measureNamed('a'), selector: { rule: { kind: 'ids' as const, ids: ['h1'] } } };
    const keys = [
      having('a'),
      scenarioOf('x', [measureNamed('a', 0.5)]),
      scenarioOf('x', [later]),
      scenarioOf('x', [selected]),
      scenarioOf('x', [{ ...measureNamed('a'), parameters: { p: 1 } }]),
      having('a', { seed: 77 }),
      having('a', { spells: [{ kind: 'heatWave', startDay: 200, byK: 6 }] }),
      having('ab'),
      having('ba'),
    ].map(runKey);
    expect(new Set(keys).size).toBe(keys.length);
    expect(runKey(scenarioOf('x', [later], { year: 2040 }))).toBe(runKey(having('a')));
  });
});
