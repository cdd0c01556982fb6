import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { flipsByCriterion, normalised, smallestFlip, utility } from '../../../src/kpi/decision';
import { anyOptions, anyWeights, CRITERIA, option, ranking, WEIGHTS } from './options';

describe('the smallest change of weights', () => {
  it('is known by hand for two options', () => {
    // Leads of a over b: 0.2 in cost, -0.3 in burdened, 0 in renewable. Moving m from cost gives 0.025 - 0.5 m = 0.
    const options = [option('a', 300, 32, 50), option('b', 500, 20, 50)];
    const flip = smallestFlip(CRITERIA, WEIGHTS, options, ranking(options))!;
    expect(flip).toMatchObject({ winnerId: 'a', rivalId: 'b' });
    expect(flip.moved).toBeCloseTo(0.05, 12);
    expect(flip.weights).toEqual([0.45, 0.3, 0.25].map((each): unknown => expect.closeTo(each, 12)));
    // A rival that is further behind everywhere needs more, and is not the one named.
    const three = [...options, option('c', 520, 21, 49)];
    expect(smallestFlip(CRITERIA, WEIGHTS, three, ranking(three))).toMatchObject({ rivalId: 'b' });
    // Alone and the others in proportion: w 0.2 + (1 - w)(-0.15) = 0 for cost.
    const [cost] = flipsByCriterion(CRITERIA, WEIGHTS, options, ranking(options));
    expect(cost).toMatchObject({ criterionId: 'cost', rivalId: 'b', weightNow: 0.5 });
    expect(cost!.weightThen).toBeCloseTo(3 / 7, 12);
  });

  it('flips the winner just beyond, and no smaller change does', () => {
    fc.assert(
      fc.property(anyOptions, anyWeights, anyWeights, (options, weights, other) => {
        const now = ranking(options, weights);
        const flip = smallestFlip(CRITERIA, weights, options, now);
        const scoreOf = (id: string, shares: readonly number[]) =>
          CRITERIA.reduce(
            (total, each, i) =>
              total +
              shares[i]! *
                utility(
                  each,
                  options.find((o) => o.id === id)!,
                ),
            0,
          );
        const leads = (shares: readonly number[]) =>
          Math.min(
            ...now.ranked.slice(1).map(({ id }) => scoreOf(now.ranked[0]!.id, shares) - scoreOf(id, shares)),
          );
        if (flip) {
          const lead = scoreOf(flip.winnerId, flip.weights) - scoreOf(flip.rivalId, flip.weights);
          expect(Math.abs(lead)).toBeLessThan(1e-9);
          expect(flip.weights.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 9);
        }
        // Walk from the weights to any others, by less than the flip: the winner holds.
        const target = normalised(CRITERIA, other);
        const distance = target.reduce((total, each, i) => total + Math.abs(each - now.weights[i]!), 0) / 2;
        const reach = flip ? flip.moved : 1;
        const share = distance > 0 ? Math.min(1, (0.999 * reach) / distance) : 0;
        const walked = now.weights.map((each, i) => each + share * (target[i]! - each));
        expect(leads(walked)).toBeGreaterThan(-1e-9);
      }),
    );
  });

  it('does not exist for a winner that is best in everything, nor without a rival', () => {
    const options = [option('a', 0, 0, 100), option('b', 10, 0, 90)];
    expect(smallestFlip(CRITERIA, WEIGHTS, options, ranking(options))).toBeUndefined();
    expect(flipsByCriterion(CRITERIA, { cost: 1, renewable: 1 }, options, ranking(options))).toEqual([]);
    expect(smallestFlip(CRITERIA, WEIGHTS, [options[0]!], ranking([options[0]!]))).toBeUndefined();
  });

  it('finds for one criterion the weight at which the rival draws level', () => {
    fc.assert(
      fc.property(anyOptions, anyWeights, (options, weights) => {
        const now = ranking(options, weights);
        for (const { criterionId, rivalId, weightThen } of flipsByCriterion(
          CRITERIA,
          weights,
          options,
          now,
        )) {
          const at = CRITERIA.findIndex(({ id }) => id === criterionId);
          const others = 1 - now.weights[at]!;
          const shares = now.weights.map((each, i) =>
            i === at ? weightThen : (each / others) * (1 - weightThen),
          );
          const scoreOf = (id: string) =>
            CRITERIA.reduce(
              (total, each, i) =>
                total +
                shares[i]! *
                  utility(
                    each,
                    options.find((o) => o.id === id)!,
                  ),
              0,
            );
          expect(Math.abs(scoreOf(now.ranked[0]!.id) - scoreOf(rivalId))).toBeLessThan(1e-6);
        }
      }),
    );
  });
});
