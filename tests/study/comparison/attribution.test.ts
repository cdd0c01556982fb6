import { describe, expect, it } from 'vitest';
import type { Kpi } from '../../../src/kpi';
import type { AssumptionOverride } from '../../../src/model/assumptions';
import type { Scenario } from '../../../src/model/scenario';
import {
  attributeDifference,
  coalitionOf,
  playersOf,
  rememberYears,
  type DifferenceAttribution,
} from '../../../src/study/comparison';
import { all, BROKEN, counted, having, kpi, lettersOf, measureNamed, scenarioOf, valueOf } from './fakes';

const gas: AssumptionOverride = {
  key: 'gasPriceEurPerKwh',
  value: 0.2,
  unit: 'EUR/kWh',
  source: 't',
  date: '2026',
};
const gasOf = ({ assumptions = [] }: Scenario): number => assumptions[0]?.value ?? 0.1;

/** Load: a adds 4, b adds 3, c takes 2 where a is there. Cost: load at the gas price. */
function kpisOf(scenario: Scenario): readonly Kpi[] {
  const letters = lettersOf(scenario);
  const [a, b, c] = ['a', 'b', 'c'].map((letter) => (letters.includes(letter) ? 1 : 0)) as [
    number,
    number,
    number,
  ];
  const loadW = 10 + 4 * a + 3 * b - 2 * a * c;
  return [kpi('load', loadW), kpi('cost', loadW * gasOf(scenario), { unit: 'EUR' })];
}
/** Prices on a year that was run with other ones. */
const priced = (_: unknown, scenario: Scenario) => kpisOf(scenario);

function studied(a: Scenario, b: Scenario, of = kpisOf) {
  const fake = counted(of);
  const evaluations = rememberYears(fake.evaluate, 4, priced);
  return { fake, stream: attributeDifference(evaluations, a, b) };
}
const lastOf = async (a: Scenario, b: Scenario): Promise<DifferenceAttribution> =>
  valueOf((await all(studied(a, b).stream)).at(-1));
const sharesOf = ({ kpis, players }: DifferenceAttribution, id: string) =>
  Object.fromEntries(
    kpis.find((each) => each.id === id)!.shares.map(({ value }, row) => [players[row]!.id, value]),
  );

describe('the difference between two scenarios', () => {
  it('is shared among measures: what two do together is halved, and the shares sum to it', async () => {
    const found = await lastOf(having(''), having('abc'));
    expect(sharesOf(found, 'load')).toEqual({ a: 3, b: 3, c: -1 });
    expect(found.kpis.map(({ id, from, to, delta }) => [id, from, to, delta])[0]).toEqual([
      'load',
      10,
      15,
      5,
    ]);
    expect(found).toMatchObject({ status: 'complete', method: 'exact', coalitions: 8 });
  });

  it('of up to four measures takes 2^n years, none twice', async () => {
    const { fake, stream } = studied(having(''), having('abcd'));
    const outcomes = await all(stream);
    expect(fake.asked.map(lettersOf).sort()).toEqual(
      ['', 'a', 'ab', 'abc', 'abcd', 'abd', 'ac', 'acd', 'ad', 'b', 'bc', 'bcd', 'bd', 'c', 'cd', 'd'].sort(),
    );
    const statuses = outcomes.map((outcome) => valueOf(outcome).status);
    expect(statuses.slice(0, -1).every((status) => status === 'partial')).toBe(true);
    expect(statuses.length).toBeGreaterThan(2);
    // A measure that does nothing is owed nothing.
    expect(sharesOf(valueOf(outcomes.at(-1)), 'load')).toMatchObject({ d: 0 });
  });

  it('of more is sampled, with an error, and still sums', async () => {
    // Three together: what pairs of orders in both directions tell exactly of two, they tell with an error of three.
    const { fake, stream } = studied(having(''), having('abcdef'), (scenario) => {
      const letters = lettersOf(scenario);
      return [kpi('load', letters.length + (['a', 'b', 'c'].every((one) => letters.includes(one)) ? 6 : 0))];
    });
    const found = valueOf((await all(stream)).at(-1));
    expect(found).toMatchObject({ method: 'sampled', status: 'complete' });
    const { shares, delta } = found.kpis[0]!;
    expect(shares.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(delta, 12);
    expect(shares.some(({ standardError }) => standardError > 0)).toBe(true);
    expect(fake.asked.length).toBeLessThan(64);
  });

  it('that is one of prices runs one year; with measures, as many as without the prices', async () => {
    const one = studied(having('ab'), having('ab', { assumptions: [gas] }));
    const found = valueOf((await all(one.stream)).at(-1));
    expect(one.fake.asked).toHaveLength(1);
    expect(sharesOf(found, 'cost')).toEqual({ '(assumptions)': 17 * 0.2 - 17 * 0.1 });
    expect(sharesOf(found, 'load')).toEqual({ '(assumptions)': 0 });
    const both = studied(having(''), having('abc', { assumptions: [gas] }));
    const shares = sharesOf(valueOf((await all(both.stream)).at(-1)), 'cost');
    expect(both.fake.asked).toHaveLength(8);
    expect(Object.values(shares).reduce((sum, value) => sum + value, 0)).toBeCloseTo(15 * 0.2 - 1, 12);
  });

  it('of a scenario and itself has no parts', async () => {
    const found = await lastOf(having('ab'), having('ab', { name: 'again' }));
    expect(found).toMatchObject({ players: [], status: 'complete' });
    expect(found.kpis.map(({ delta }) => delta)).toEqual([0, 0]);
  });

  it('ends with the issues of a year that fails, the difference untold', async () => {
    const { stream } = studied(having(''), having('ab'), (scenario) =>
      lettersOf(scenario) === 'b' ? (BROKEN as never) : kpisOf(scenario),
    );
    const outcomes = await all(stream);
    expect(outcomes.at(-1)).toEqual({ ok: false, issues: [BROKEN] });
    expect(outcomes.some((outcome) => outcome.ok && outcome.value.status === 'complete')).toBe(false);
  });
});

describe('players', () => {
  const ids = (a: Scenario, b: Scenario) => playersOf(a, b).map(({ id }) => id);

  it('are the measures that differ, in what ever they do', () => {
    const more = scenarioOf('more', [measureNamed('a', 0.5), measureNamed('b')]);
    expect(ids(having('ab'), more)).toEqual(['a']);
    expect(ids(having('abc'), having('bd'))).toEqual(['a', 'c', 'd']);
    expect(playersOf(having('ab'), more)[0]).toMatchObject({
      label: 'Heat pumps',
      changes: ['Heat pumps: adoption: 100 % becomes 50 %.'],
    });
    expect(ids(having('ab'), having('ba'))).toEqual(['(order)']);
  });

  it('are not the seed or the year of a scenario without measures, nor a year that no measure knows', () => {
    const other = { year: 2040, seed: 99 };
    expect(ids(having(''), having('a', other))).toEqual(['a']);
    expect(ids(having('a', other), having(''))).toEqual(['a']);
    expect(ids(having('a'), having('a', other))).toEqual(['(seed)']);
    const later = { ...measureNamed('a'), fromYear: 2035 };
    expect(ids(scenarioOf('x', [later]), scenarioOf('y', [later], other))).toEqual(['(year)', '(seed)']);
  });

  it('are weather, limits and prices, of which only the weather runs', () => {
    const changed = having('a', {
      spells: [{ kind: 'coldSnap', startDay: 14, byK: 8 }],
      limits: { profile: 'ANSI C84.1' },
      assumptions: [gas],
    });
    expect(playersOf(having('a'), changed).map(({ id, runs }) => [id, runs])).toEqual([
      ['(weather)', true],
      ['(limits)', false],
      ['(assumptions)', false],
    ]);
  });
});

describe('a coalition', () => {
  const a = scenarioOf('A', [measureNamed('a', 0.2), measureNamed('b'), measureNamed('c')], { seed: 1 });
  const b = scenarioOf('B', [measureNamed('d'), measureNamed('a', 0.8), measureNamed('c')], { seed: 2 });
  const players = playersOf(a, b);
  const between = (...inside: string[]) =>
    coalitionOf(a, b, players, (row) => inside.includes(players[row]!.id));

  it('is the first scenario without players and the second with all', () => {
    expect(players.map(({ id }) => id)).toEqual(['b', 'd', 'a', '(seed)']);
    expect(between()).toBe(a);
    expect(between('b', 'd', 'a', '(seed)')).toBe(b);
  });

  it('takes of each what it says, in its order', () => {
    const one = between('a');
    expect(one.measures.map(({ id, adoption }) => [id, adoption])).toEqual([['a', 0.8], ['b', 1], ['c', 1]]); // prettier-ignore
    expect(one.seed).toBe(1);
    expect(lettersOf(between('d'))).toBe('dabc');
    expect(lettersOf(between('b', '(seed)'))).toBe('ac');
    expect(between('b', '(seed)').seed).toBe(2);
  });

  it('takes the order from the second where that is in it', () => {
    const [first, second] = [having('abc'), having('cba')];
    const order = playersOf(first, { ...second, seed: 5 });
    expect(order.map(({ id }) => id)).toEqual(['(order)', '(seed)']);
    const turned = coalitionOf(first, { ...second, seed: 5 }, order, (row) => row === 0);
    expect([lettersOf(turned), turned.seed]).toEqual(['cba', first.seed]);
  });
});
