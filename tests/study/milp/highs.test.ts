import { describe, expect, it } from 'vitest';
import { highsSolver, lpText, type Milp, type MilpColumn } from '../../../src/study/milp';
import { randomKey, uniform } from '../../../src/sim/numeric/random';

const solve = await highsSolver();

const binary = (name: string, cost: number): MilpColumn => ({ name, cost, binary: true, lower: 0, upper: 1 });

/** A covering problem: the cheapest set whose effects reach every demand. */
function covering(
  costs: readonly number[],
  effects: readonly (readonly number[])[],
  demands: readonly number[],
): Milp {
  return {
    columns: costs.map((cost, i) => binary(`c${i}`, cost)),
    rows: demands.map((demand, r) => ({
      name: `d${r}`,
      terms: costs.map((_, column) => ({ column, factor: effects[r]![column]! })),
      lower: demand,
      upper: Infinity,
    })),
  };
}

/** By looking at every subset. */
function cheapestByEnumeration({ columns, rows }: Milp): number {
  let best = Infinity;
  for (let set = 0; set < 2 ** columns.length; set += 1) {
    const taken = columns.map((_, i) => (set >> i) & 1);
    const kept = rows.every(({ terms, lower, upper }) => {
      const sum = terms.reduce((total, { column, factor }) => total + factor * taken[column]!, 0);
      return sum >= lower - 1e-9 && sum <= upper + 1e-9;
    });
    if (kept)
      best = Math.min(
        best,
        columns.reduce((total, { cost }, i) => total + cost * taken[i]!, 0),
      );
  }
  return best;
}

describe('the mixed-integer solver', () => {
  it('finds the cheapest cover of every demand, as looking at every subset does', () => {
    for (let draw = 0; draw < 40; draw += 1) {
      const random = (i: number): number => uniform(randomKey(11, String(draw), 'covering'), i);
      const size = 3 + Math.floor(7 * random(0));
      const costs = Array.from({ length: size }, (_, i) => 1 + Math.round(1000 * random(1 + i)) / 10);
      const effects = Array.from({ length: 3 }, (_, r) =>
        costs.map((_, i) => Math.round(100 * random(100 + 50 * r + i)) / 10),
      );
      const demands = effects.map(
        (row, r) => row.reduce((sum, one) => sum + one, 0) * (0.2 + 0.6 * random(300 + r)),
      );
      const problem = covering(costs, effects, demands);
      const result = solve(problem);
      expect(result.status).toBe('optimal');
      if (result.status !== 'optimal') return;
      expect(result.objective).toBeCloseTo(cheapestByEnumeration(problem), 6);
      expect(result.values.every((value) => value === 0 || value === 1)).toBe(true);
    }
  });

  it('says so where nothing reaches a demand', () => {
    expect(solve(covering([1, 1], [[1, 1]], [3])).status).toBe('infeasible');
  });

  it('takes shares where a decision is one', () => {
    const problem: Milp = {
      columns: [{ name: 'share', cost: 2, binary: false, lower: 0, upper: 10 }],
      rows: [{ name: 'least', terms: [{ column: 0, factor: 4 }], lower: 6, upper: Infinity }],
    };
    expect(solve(problem)).toMatchObject({ status: 'optimal', objective: 3, values: [1.5] });
  });

  it('keeps equalities and upper bounds, and negative costs', () => {
    const problem: Milp = {
      columns: [binary('a', -5), binary('b', -4), binary('c', -3)],
      rows: [
        {
          name: 'room',
          terms: [0, 1, 2].map((column) => ({ column, factor: column + 2 })),
          lower: -Infinity,
          upper: 6,
        },
        { name: 'two', terms: [0, 1, 2].map((column) => ({ column, factor: 1 })), lower: 2, upper: 2 },
      ],
    };
    expect(solve(problem)).toMatchObject({ status: 'optimal', objective: -9, values: [1, 1, 0] });
  });

  it('writes ids nowhere, so that no id can break the format', () => {
    expect(lpText({ columns: [binary('a b; <=', 1)], rows: [] })).not.toContain('a b');
  });
});
