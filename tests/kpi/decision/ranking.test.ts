import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  dominates,
  normalised,
  paretoSet,
  rankOptions,
  utility,
  weightsOfPillars,
  type Option,
} from '../../../src/kpi/decision';
import { anyOption, anyOptions, anyWeights, CRITERIA, criterion, idsOf, option, ranking } from './options';

describe('the ranking', () => {
  it('weighs the distance from fixed reference points', () => {
    const { ranked, weights } = ranking([option('a', 500, 20, 50), option('b', 250, 30, 50)]);
    expect(weights).toEqual([0.5, 0.25, 0.25]);
    expect(ranked).toEqual([
      { id: 'b', rank: 1, score: 0.5625, contributions: [0.375, 0.0625, 0.125] },
      { id: 'a', rank: 2, score: 0.5, contributions: [0.25, 0.125, 0.125] },
    ]);
  });

  it('is not turned round by one more option', () => {
    fc.assert(
      fc.property(anyOptions, anyOption, anyWeights, (options, values, weights) => {
        const before = idsOf(ranking(options, weights));
        const after = idsOf(ranking([...options, { id: 'new', values }], weights)).filter(
          (id) => id !== 'new',
        );
        expect(after).toEqual(before);
      }),
    );
  });

  it('keeps its order where the extremes of the set would reverse it', () => {
    // Scaled by minimum and maximum of the set, c turns a and b round.
    const a = option('a', 0, 20, 60);
    const b = option('b', 0, 0, 20);
    const c = option('c', 0, 400, 0);
    expect(idsOf(ranking([a, b]))).toEqual(['b', 'a']);
    expect(idsOf(ranking([a, b, c])).filter((id) => id !== 'c')).toEqual(['b', 'a']);
  });

  it('never puts a dominated option first, nor before what dominates it', () => {
    const coarse = fc.integer({ min: 0, max: 4 });
    const options = fc
      .array(fc.record({ cost: coarse, burdened: coarse, renewable: coarse }), { minLength: 2, maxLength: 8 })
      .map((list) => list.map((values, i): Option => ({ id: `o${i}`, values })));
    fc.assert(
      fc.property(options, anyWeights, (list, weights) => {
        const { ranked } = ranking(list, weights);
        const weighty = CRITERIA.filter((_, i) => normalised(CRITERIA, weights)[i]! > 0);
        const rankOf = (id: string) => ranked.find((each) => each.id === id)!.rank;
        for (const a of list) {
          for (const b of list) {
            if (dominates(weighty, a, b)) expect(rankOf(a.id)).toBeLessThan(rankOf(b.id));
          }
        }
      }),
    );
  });

  it('lets the dominating option go first where rounding makes the scores level', () => {
    const [better, worse] = [option('z', 500, 20, 50), option('a', 500, 20, 50 - 1e-14)];
    const { ranked } = ranking([worse, better], { cost: 1, burdened: 1, renewable: 1e-6 });
    expect(ranked[0]!.score).toBe(ranked[1]!.score);
    expect(ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['z', 1],
      ['a', 2],
    ]);
  });

  it('does not depend on the order of options, and equals share a rank', () => {
    fc.assert(
      fc.property(anyOptions, anyWeights, (options, weights) => {
        const turned = ranking([...options].reverse(), weights);
        expect(turned.ranked).toEqual(ranking(options, weights).ranked);
      }),
    );
    const twins = ranking([option('b', 1, 1, 1), option('a', 1, 1, 1), option('c', 2, 1, 1)]);
    expect(twins.ranked.map(({ id, rank }) => [id, rank])).toEqual([
      ['a', 1],
      ['b', 1],
      ['c', 3],
    ]);
  });

  it('does not depend on units: thousands, or degrees with another zero', () => {
    fc.assert(
      fc.property(anyOptions, anyWeights, (options, weights) => {
        const inUnits = CRITERIA.map((each) =>
          each.id === 'cost' ? { ...each, worst: each.worst * 1024, best: each.best * 1024 } : each,
        );
        const converted = options.map((each) => ({
          ...each,
          values: { ...each.values, cost: each.values['cost']! * 1024 },
        }));
        expect(ranking(converted, weights, inUnits).ranked).toEqual(ranking(options, weights).ranked);
      }),
    );
    const shifted = criterion('cost', 1273.15, 273.15);
    expect(utility(shifted, option('x', 523.15, 0, 0))).toBeCloseTo(0.75, 12);
  });

  it('rises when a value gets better, and not otherwise', () => {
    fc.assert(
      fc.property(
        anyOptions,
        anyWeights,
        fc.double({ min: 0, max: 50, noNaN: true }),
        (options, weights, gain) => {
          const [first, ...others] = options as [Option, ...Option[]];
          const improved = { ...first, values: { ...first.values, cost: first.values['cost']! - gain } };
          const rankOf = (list: readonly Option[]) =>
            ranking(list, weights).ranked.find(({ id }) => id === first.id)!.rank;
          expect(rankOf([improved, ...others])).toBeLessThanOrEqual(rankOf(options));
        },
      ),
    );
  });

  it('is not moved by a pillar without weight, missing values of it included', () => {
    fc.assert(
      fc.property(anyOptions, fc.double({ noNaN: false }), (options, anything) => {
        const weights = { cost: 1, burdened: 0, renewable: 2 };
        const other = options.map((each, i) =>
          i === 0 ? { ...each, values: { ...each.values, burdened: anything } } : each,
        );
        expect(ranking(other, weights).ranked).toEqual(ranking(options, weights).ranked);
      }),
    );
  });

  it('spreads the weight of a pillar over its criteria', () => {
    const criteria = [...CRITERIA, criterion('bills', 10, 0)];
    expect(weightsOfPillars(criteria, { economic: 0.5, social: 0.5 })).toEqual({
      cost: 0.25,
      burdened: 0.5,
      renewable: 0,
      bills: 0.25,
    });
  });

  it('leaves out what is beyond a veto line, whatever its weights, and what is not told', () => {
    const criteria = CRITERIA.map((each) => (each.id === 'burdened' ? { ...each, vetoAt: 20 } : each));
    const options = [
      option('best', 0, 20.1, 100),
      option('line', 900, 20, 0),
      option('gap', Number.NaN, 1, 1),
    ];
    const result = ranking(options, { cost: 1, burdened: 0, renewable: 1 }, criteria);
    expect(idsOf(result)).toEqual(['line']);
    expect(result.vetoed).toEqual([{ id: 'best', criterionId: 'burdened', value: 20.1, limit: 20 }]);
    expect(result.notTold).toEqual([{ id: 'gap', criterionIds: ['cost'] }]);
    const upwards = [criterion('renewable', 0, 100, { vetoAt: 30 })];
    expect(ranking([{ id: 'b', values: {} }], { renewable: 1 }, upwards)).toMatchObject({
      vetoed: [],
      notTold: [{ id: 'b', criterionIds: ['renewable'] }],
    });
    expect(ranking([option('a', 0, 0, 29)], { renewable: 1 }, upwards).vetoed).toHaveLength(1);
  });

  it('refuses references without distance, weights of nothing, ids twice and surveys without their data', () => {
    const criteria = [
      criterion('a', 1, 1, { vetoAt: Number.NaN }),
      criterion('b', 0, 1, { kind: 'surveyed' }),
    ];
    const result = rankOptions(criteria, { a: -1 }, [option('x', 0, 0, 0), option('x', 0, 0, 0)]);
    expect(result.issues.map(({ field }) => field)).toEqual([
      'references',
      'vetoAt',
      'weight',
      'survey',
      'weights',
      'options',
    ]);
  });
});

describe('the Pareto set', () => {
  it('holds what nothing dominates, over all criteria', () => {
    const options = [option('a', 1, 1, 1), option('b', 2, 0, 1), option('c', 2, 1, 1), option('d', 1, 1, 1)];
    expect(paretoSet(CRITERIA, options)).toEqual(['a', 'b', 'd']);
  });
});
