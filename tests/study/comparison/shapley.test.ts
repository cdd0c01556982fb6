import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fail, succeed } from '../../../src/model/outcome';
import { shapleyValues, type CoalitionValue, type ShapleyEstimate } from '../../../src/study/comparison';
import { all, BROKEN, valueOf } from './fakes';

const EXACT = { exact: true, permutations: 16, seed: 1 };
const game =
  (value: (coalition: number) => number | readonly number[]): CoalitionValue =>
  async (coalition) => {
    const found = value(coalition);
    return succeed(typeof found === 'number' ? [found] : found);
  };

async function last(players: number, value: CoalitionValue, options = EXACT): Promise<ShapleyEstimate> {
  return valueOf((await all(shapleyValues(players, value, options))).at(-1));
}
const firstOf = ({ values }: ShapleyEstimate): number[] => values.map((row) => row[0]!);
const has = (coalition: number, player: number): boolean => (coalition & (1 << player)) !== 0;

/** Costs of a runway as long as the largest aircraft of a coalition needs. */
const runway = (costs: readonly number[]) => (coalition: number) =>
  Math.max(0, ...costs.filter((_, player) => has(coalition, player)));

describe('exact Shapley values', () => {
  it('share a runway as Littlechild and Owen do: each stretch among those who need it', async () => {
    const estimate = await last(4, game(runway([1, 3, 4, 10])));
    const stretches = [1 / 4, 1 / 4 + 2 / 3, 1 / 4 + 2 / 3 + 1 / 2, 1 / 4 + 2 / 3 + 1 / 2 + 6];
    firstOf(estimate).forEach((value, player) => expect(value).toBeCloseTo(stretches[player]!, 12));
    expect(estimate).toMatchObject({ status: 'complete', coalitions: 16 });
    expect(estimate.standardErrors).toEqual([[0], [0], [0], [0]]);
  });

  it('of a left glove against two right ones are 2/3, 1/6, 1/6: not what each adds alone, not the index of Banzhaf', async () => {
    const pairs = game((coalition) => (has(coalition, 0) && coalition > 1 ? 1 : 0));
    const values = firstOf(await last(3, pairs));
    [2 / 3, 1 / 6, 1 / 6].forEach((value, player) => expect(values[player]).toBeCloseTo(value, 12));
  });

  it('sum to the difference, treat equals alike and give nothing to who does nothing', async () => {
    const anyGame = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 8, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(anyGame, async (values) => {
        // Players 0 and 1 may be changed over, 2 is like nobody, 3 does nothing.
        const of = (coalition: number) => {
          const pair = Number(has(coalition, 0)) + Number(has(coalition, 1));
          return values[pair + (has(coalition, 2) ? 3 : 0)]!;
        };
        const found = firstOf(await last(4, game(of)));
        const sum = found.reduce((total, value) => total + value, 0);
        expect(Math.abs(sum - (of(15) - of(0)))).toBeLessThan(1e-8);
        expect(Math.abs(found[0]! - found[1]!)).toBeLessThan(1e-8);
        expect(found[3]).toBe(0);
      }),
      { numRuns: 50 },
    );
  });

  it('are told for several quantities at once, and not told where a coalition has no value', async () => {
    const two = game((coalition) => [runway([1, 2])(coalition), coalition === 1 ? Number.NaN : coalition]);
    const { values } = await last(2, two);
    expect(values.map(([first]) => first)).toEqual([0.5, 1.5]);
    expect(values.map(([, second]) => second)).toEqual([Number.NaN, Number.NaN]);
  });

  it('of nobody are none', async () => {
    expect(
      await last(
        0,
        game(() => 7),
      ),
    ).toMatchObject({ status: 'complete', values: [] });
  });
});

describe('sampled Shapley values', () => {
  const costs = [1, 3, 4, 10, 2, 6, 5, 8];
  const rough = game((coalition) => runway(costs)(coalition) + ((coalition * 7919) % 13));
  const sampled = (permutations: number, seed = 1) => ({ exact: false, permutations, seed });

  it('lie within their error of the exact ones, which falls as draws are added', async () => {
    const exact = firstOf(await last(8, rough));
    const [few, many] = [await last(8, rough, sampled(20)), await last(8, rough, sampled(400))];
    for (const { values, standardErrors } of [few, many])
      values.forEach(([value], player) => {
        expect(Math.abs(value! - exact[player]!)).toBeLessThan(4 * standardErrors[player]![0]!);
      });
    const errorOf = ({ standardErrors }: ShapleyEstimate) =>
      standardErrors.reduce((sum, [error]) => sum + error!, 0);
    // 20 times as many draws: an error of a mean is 4.5 times smaller, one of a single draw stays.
    expect(errorOf(few) / errorOf(many)).toBeGreaterThan(3);
    expect(errorOf(many)).toBeGreaterThan(0);
    expect(many).toMatchObject({ status: 'complete', permutations: 400 });
  });

  it('sum to the difference in every partial result, and are the same for the same seed alone', async () => {
    const outcomes = await all(shapleyValues(8, rough, sampled(12)));
    const whole = valueOf(await rough(255))[0]! - valueOf(await rough(0))[0]!;
    expect(outcomes.map((outcome) => valueOf(outcome).status)).toEqual([
      ...Array<string>(5).fill('partial'),
      'complete',
    ]);
    for (const outcome of outcomes)
      expect(firstOf(valueOf(outcome)).reduce((sum, value) => sum + value, 0)).toBeCloseTo(whole, 9);
    expect(valueOf(outcomes[0]).standardErrors[0]).toEqual([Number.NaN]);
    expect(await last(8, rough, sampled(12))).toEqual(valueOf(outcomes.at(-1)));
    expect(firstOf(await last(8, rough, sampled(12, 2)))).not.toEqual(firstOf(valueOf(outcomes.at(-1))));
  });

  it('ask for no coalition twice', async () => {
    const asked: number[] = [];
    await last(8, async (coalition) => (asked.push(coalition), rough(coalition)), sampled(50));
    expect(asked.length).toBe(new Set(asked).size);
  });
});

describe('a coalition that fails', () => {
  it('ends the stream with its issues', async () => {
    const outcomes = await all(
      shapleyValues(3, async (coalition) => (coalition === 6 ? fail([BROKEN]) : succeed([coalition])), EXACT),
    );
    expect(outcomes.at(-1)).toEqual(fail([BROKEN]));
    expect(outcomes.filter(({ ok }) => !ok)).toHaveLength(1);
    expect(outcomes.some((outcome) => outcome.ok && outcome.value.status === 'complete')).toBe(false);
  });
});
