import { describe, expect, it } from 'vitest';
import { rememberYears } from '../../../src/study/comparison';
import type { MilpSolver } from '../../../src/study/milp';
import { wayOut } from '../../../src/study/wayOut';
import { all } from '../comparison/fakes';
import { costsIn, evaluateIn, optionsOf, SCENARIO, type World } from './fakes';

/** The cheapest wrong programs: a search that throws, and one that takes a broken optimiser for "there is no way out". */
const WORLD: World = {
  load: { T1: { 18: 1.5 }, T2: {} },
  options: [{ name: 'a', site: 'T1', family: 'demand', type: 'airSealing', eur: 6, takes: { 18: 0.6 } }],
};

const broken: readonly (readonly [string, MilpSolver])[] = [
  [
    'throws',
    () => {
      throw new Error('memory access out of bounds');
    },
  ],
  ['is lost', () => Promise.reject(new Error('memory access out of bounds'))],
];

describe('a way out whose optimiser', () => {
  it.each(broken)('%s fails with an issue that says so', async (_, solve) => {
    const tools = { evaluations: rememberYears(evaluateIn(WORLD).evaluate), costsOf: costsIn(WORLD), solve };
    const outcomes = await all(wayOut(tools, { scenario: SCENARIO, options: optionsOf(WORLD) }));
    expect(outcomes.length).toBeGreaterThan(1);
    for (const known of outcomes.slice(0, -1)) expect(known.ok).toBe(true);
    const last = outcomes.at(-1)!;
    expect(last.ok).toBe(false);
    expect(last.issues.map(({ code }) => code)).toEqual(['solver-failed']);
    expect(last.issues[0]!.message).toContain('memory access out of bounds');
  });
});
