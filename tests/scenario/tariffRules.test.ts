import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../src/model/scenario';
import { PLACEHOLDER_TARIFFS, type OwnTariffs, type Tariff } from '../../src/model/tariff';
import { baselineScenario, differenceOf, foldScenario, hashDistrict } from '../../src/scenario';
import { playersOf } from '../../src/study/comparison';
import { measureOf } from '../measures/districts';
import { districtOf, HOMES, RING } from '../measures/network/ring';

/**
 * Own tariffs in a fold and in a comparison. The cheapest wrong programs: one that looks for what a measure builds in the district
 * of before, one that takes the same words for the same rule, and one that is silent where somebody answers to other prices than
 * he is billed at.
 */
const district = districtOf(RING, HOMES);
const today = baselineScenario(district, hashDistrict(district), 2035);
const shipped = (id: string): Tariff => PLACEHOLDER_TARIFFS.find((tariff) => tariff.id === id)!;
const having = (tariffs: OwnTariffs, measures: Scenario['measures'] = []): Scenario => ({
  ...today,
  measures,
  tariffs,
});
const behind = (id: string): OwnTariffs => ({
  offered: [],
  contracts: [
    {
      tariffId: 'twoPrice',
      customers: 'everybody',
      rule: { kind: 'downstream', from: 'transformer', id },
    },
  ],
});
const folded = (scenario: Scenario) => foldScenario(district, [], scenario);

describe('the rule of a contract', () => {
  const station = { ...measureOf('newSubstation', 1, { place: 0 }), id: 'second' };

  it('may name what a measure of the scenario builds, and nothing that nobody builds', () => {
    const after = folded({ ...today, measures: [station] });
    if (!after.ok) throw new Error(after.issues.map(({ message }) => message).join('; '));
    const built = after.value.network!.transformers.find(({ addedFor }) => addedFor !== undefined)!;
    expect(folded(having(behind(built.id), [station])).ok).toBe(true);
    const without = folded(having(behind(built.id)));
    expect(without.ok).toBe(false);
    expect(without.issues.map(({ where }) => where)).toContain('contract 1');
  });
});

describe('an own tariff in the place of a shipped one', () => {
  const dearer = (id: string): Tariff => ({ ...shipped(id), feedInPerKWh: 0.01 });
  const warnings = (scenario: Scenario): readonly (string | undefined)[] =>
    folded(scenario).issues.flatMap(({ code, value }) =>
      code === 'tariff-answered-as-shipped' ? [value] : [],
    );
  const enrolled = [measureOf('timeOfUseTariff', 1)];

  it('is warned of where a measure lets households answer to it, or hold it against theirs', () => {
    expect(warnings(having({ offered: [dearer('timeOfUse')] }, enrolled))).toEqual(['timeOfUse']);
    expect(warnings(having({ offered: [dearer('flat'), dearer('dynamic')] }, enrolled))).toEqual(['flat']);
    expect(folded(having({ offered: [dearer('timeOfUse')] }, enrolled)).ok).toBe(true);
  });

  it('is not where nobody answers, or to another one', () => {
    expect(warnings(having({ offered: [dearer('timeOfUse')] }))).toEqual([]);
    expect(warnings(having({ offered: [{ ...dearer('timeOfUse'), id: 'own' }] }, enrolled))).toEqual([]);
    expect(warnings(having({ offered: [dearer('timeOfUse')] }, [measureOf('timeOfUseTariff', 0)]))).toEqual(
      [],
    );
  });
});

describe('scenarios whose tariffs differ', () => {
  const forIds = (ids: readonly string[]): OwnTariffs => ({
    offered: [],
    contracts: [{ tariffId: 'twoPrice', customers: 'everybody', rule: { kind: 'ids', ids } }],
  });
  const ids = Array.from({ length: 7 }, (_, at) => `h${at}`);

  it('differ by a rule of the same words, and its player says so', () => {
    const [a, b] = [having(forIds(ids)), having(forIds([...ids.slice(0, 6), 'another']))];
    const [difference, ...more] = differenceOf(a, b);
    expect(more).toEqual([]);
    expect(difference!.from).not.toBe(difference!.to);
    const players = playersOf(a, b);
    expect(players.map(({ kind }) => kind)).toEqual(['tariffs']);
    expect(players[0]!.changes).toHaveLength(1);
    expect(differenceOf(a, having(forIds([...ids])))).toEqual([]);
  });

  it('are one where none are offered, or the same ones in another order', () => {
    const [one, other] = [
      { ...shipped('flat'), id: 'one' },
      { ...shipped('flat'), id: 'other' },
    ];
    const alike = [
      [today, having({ offered: [] })],
      [today, having({ offered: [], contracts: [] })],
      [having({ offered: [one, other] }), having({ offered: [other, one] })],
    ] as const;
    for (const [a, b] of alike) {
      expect(differenceOf(a, b)).toEqual([]);
      expect(playersOf(a, b)).toEqual([]);
    }
  });
});
