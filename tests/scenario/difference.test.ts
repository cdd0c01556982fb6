import { describe, expect, it } from 'vitest';
import type { Measure, OwnLegalStatus, Scenario } from '../../src/model/scenario';
import {
  baselineScenario,
  deriveScenario,
  differenceOf,
  differenceSentence,
  hashScenario,
  inheritedPart,
  keptSelection,
  splitMeasures,
} from '../../src/scenario';
import { deepFreeze, measureOf } from '../measures/districts';
import { handmade } from './selectors/street';

const SHA = 'a'.repeat(64);
const battery: Measure = { ...measureOf('feederBattery', 0.5, { durationH: 3 }), id: 'b' };
const pumps: Measure = { ...measureOf('heatPumps', 0.4), id: 'p' };
const base: Scenario = deepFreeze({ ...baselineScenario(handmade, SHA, 2030), measures: [pumps, battery] });
const changed = (change: Partial<Scenario>) => differenceOf(base, { ...base, ...change });
const withMeasures = (...measures: Measure[]) => changed({ measures });

describe('inputs that differ', () => {
  it('are none between legal statuses in another order', () => {
    const legal = (['homeBattery', 'heatPumps'] as const).map((type): OwnLegalStatus => ({
      type,
      status: 'permit',
      source: 'code',
      date: '2025',
    }));
    expect(differenceOf({ ...base, legal }, { ...base, legal: [...legal].reverse() })).toEqual([]);
    expect(differenceOf(base, { ...base, legal })).toHaveLength(1);
  });

  it('are none between a scenario and itself under another name, derived, or with a default said aloud', () => {
    expect(differenceOf(base, base)).toEqual([]);
    expect(differenceOf(base, deriveScenario(base, { id: 'child', name: 'Child' }))).toEqual([]);
    expect(changed({ id: 'x', name: 'X', description: '?', notes: ['n'] })).toEqual([]);
    expect(changed({ limits: { profile: 'EN 50160' }, spells: [], assumptions: [] })).toEqual([]);
    const parameters = { durationH: 3, powerShare: 0.25 };
    expect(withMeasures(pumps, { ...battery, parameters })).toEqual([]);
  });

  it.each<[string, Partial<Scenario>, string]>([
    ['the year', { year: 2040 }, 'Year: 2030 becomes 2040.'],
    ['the seed', { seed: 7 }, `Seed: ${base.seed} becomes 7.`],
    [
      'the limits',
      { limits: { profile: 'own', lowerPu: 0.94, upperPu: 1.06, loadingLimit: 0.8, source: 'plan' } },
      'Limits: EN 50160: 0.9 to 1.1 pu, loading up to 100 % becomes own (plan): 0.94 to 1.06 pu, loading up to 80 %.',
    ],
    [
      'the weather',
      { spells: [{ kind: 'coldSnap', startDay: 14, byK: 8 }] },
      'Weather: as it is becomes cold snap, 8 K colder for a week from day 14.',
    ],
    [
      'an assumption',
      {
        assumptions: [
          { key: 'gasPriceEurPerKwh', value: 0.2, unit: 'EUR/kWh', source: 'bill', date: '2025' },
        ],
      },
      'Price of natural gas is new: 0.2 EUR/kWh (bill, 2025).',
    ],
    [
      'a new measure',
      { measures: [pumps, battery, { ...measureOf('wallInsulation', 0.1), id: 'w' }] },
      'Wall insulation is new: Wall insulation: 10 %',
    ],
    ['a measure that is gone', { measures: [battery] }, 'Heat pumps is gone: Heat pumps: 40 %'],
    ['an adoption', { measures: [{ ...pumps, adoption: 0.6 }, battery] }, 'adoption: 40 % becomes 60 %.'],
    [
      'an adoption by year',
      { measures: [{ ...pumps, adoption: [{ year: 2040, share: 1 }] }, battery] },
      '40 % becomes 100 % in 2040.',
    ],
    ['a start', { measures: [{ ...pumps, fromYear: 2032 }, battery] }, 'begins: at once becomes 2032.'],
    [
      'a parameter that was set',
      { measures: [pumps, { ...battery, parameters: {} }] },
      'Hours at full power: 3 h becomes 2 h.',
    ],
    [
      'whom a measure is for',
      {
        measures: [{ ...pumps, selector: { rule: { kind: 'downstream', from: 'line', id: 'f1' } } }, battery],
      },
      'whom it is for: everybody becomes buildings: downstream of line f1.',
    ],
    ['the order of measures', { measures: [battery, pumps] }, 'Order of measures: p, b becomes b, p.'],
  ])('are told in words: %s', (_, change, sentence) => {
    const differences = changed(change);
    expect(differences).toHaveLength(1);
    expect(differenceSentence(differences[0]!)).toContain(sentence);
  });

  it('tell the same rule with other kept elements', () => {
    const at = (...ids: string[]): Measure => ({
      ...pumps,
      selector: { rule: { kind: 'all' }, kept: keptSelection(ids) },
    });
    const differences = differenceOf(
      { ...base, measures: [at('h1', 'h2')] },
      { ...base, measures: [at('h1', 'h3')] },
    );
    expect(differences).toMatchObject([{ key: 'measure/p/selector' }]);
    expect(differences[0]!.from).not.toBe(differences[0]!.to);
  });

  it('have keys of their own, and the other way round say the opposite', () => {
    const other: Scenario = {
      ...base,
      year: 2040,
      measures: [
        { ...measureOf('wallInsulation', 0.1), id: 'p' },
        { ...battery, adoption: 1 },
      ],
      assumptions: [{ key: 'gasPrimary', value: 1, unit: 'kWh/kWh', source: 's', date: '2025' }],
    };
    const there = differenceOf(base, other);
    expect(new Set(there.map(({ key }) => key)).size).toBe(there.length);
    expect(there.map(({ change }) => change).sort()).toEqual([
      'added',
      'added',
      'changed',
      'changed',
      'removed',
    ]);
    const back = differenceOf(other, base);
    expect(back.map(({ from, to }) => [to, from]).sort()).toEqual(
      there.map(({ from, to }) => [from, to]).sort(),
    );
  });
});

describe('a derived scenario', () => {
  const child = deriveScenario(base, { id: 'child', name: 'Child' });

  it('names its parent as it stood and marks every measure as inherited', () => {
    expect(child.parent).toEqual({ id: base.id, name: base.name, sha256: hashScenario(base) });
    expect(child.measures.map(({ inheritedFrom }) => inheritedFrom)).toEqual([base.id, base.id]);
    expect(hashScenario({ ...base, year: 2031 })).not.toBe(child.parent!.sha256);
  });

  it('tells inherited measures from its own, in its order', () => {
    const own: Measure = { ...measureOf('wallInsulation', 0.1), id: 'w' };
    const scenario = { ...child, measures: [child.measures[0]!, own, child.measures[1]!] };
    const { inherited, own: mine } = splitMeasures(scenario);
    expect([inherited.map(({ id }) => id), mine.map(({ id }) => id)]).toEqual([['p', 'b'], ['w']]);
    expect(inheritedPart(scenario).measures).toEqual(inherited);
  });
});
