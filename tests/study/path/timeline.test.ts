import { describe, expect, it } from 'vitest';
import { randomKey, uniform } from '../../../src/sim/numeric/random';
import { layTimeline, TIMELINE_ORDERS, type Intervention, type TimelineOrder } from '../../../src/study/path';

const YEARS = [2025, 2026, 2027, 2028];
const one = (id: string, costEur: number, change: Partial<Intervention> = {}): Intervention => ({
  ...{ id, words: id, costEur, carbonKgPerYear: 0, limitsKept: 0, ...change },
});
const lay = (
  interventions: readonly Intervention[],
  budgetEurPerYear: number,
  order: TimelineOrder = 'cost',
  years = YEARS,
) => layTimeline({ interventions, years, budgetEurPerYear, order });
const doneIn = ({ years }: ReturnType<typeof lay>) =>
  years.map(({ done }) => done.map(({ id }) => id).join(' '));
const why = ({ undone }: ReturnType<typeof lay>) =>
  undone.map(({ intervention, reason }) => `${intervention.id} ${reason}`);

describe('a timeline under a budget', () => {
  it('carries what is left into the next year and says so', () => {
    const found = lay([one('a', 100), one('b', 250)], 120);
    expect(doneIn(found)).toEqual(['a', '', 'b', '']);
    expect(found.years.map(({ carriedInEur, spentEur, carriedOutEur }) => [carriedInEur, spentEur, carriedOutEur])).toEqual([
      [0, 100, 20], [20, 0, 140], [140, 250, 10], [10, 0, 130],
    ]); // prettier-ignore
  });

  it('saves for the first of the order and prefers nothing behind it', () => {
    const dear = one('dear', 200, { carbonKgPerYear: 2000 });
    expect(doneIn(lay([dear, one('cheap', 50, { carbonKgPerYear: 1 })], 100, 'carbon'))).toEqual([
      '',
      'dear',
      'cheap',
      '',
    ]);
  });

  it('orders by carbon per EUR, limits per EUR, or price', () => {
    const all = [
      one('clean', 100, { carbonKgPerYear: 900, limitsKept: 1 }),
      // More carbon in all, less per EUR.
      one('big', 300, { carbonKgPerYear: 1000, limitsKept: 2 }),
      one('firm', 200, { limitsKept: 9 }),
      one('cheap', 10, { carbonKgPerYear: -5 }),
      one('free', 0, { carbonKgPerYear: 1 }),
    ];
    const orderOf = (order: TimelineOrder) => lay(all, 1e6, order).years[0]!.done.map(({ id }) => id);
    expect(orderOf('carbon')).toEqual(['free', 'clean', 'big', 'firm', 'cheap']);
    expect(orderOf('grid')).toEqual(['firm', 'clean', 'big', 'free', 'cheap']);
    expect(orderOf('cost')).toEqual(['free', 'cheap', 'clean', 'firm', 'big']);
  });

  it('names what no year can pay, what has no price, and what waits for either', () => {
    const found = lay(
      [
        one('palace', 401),
        one('tower', 400, { after: 'palace' }),
        one('wish', Number.NaN),
        one('hut', 30),
        one('future', 1, { fromYear: 2030 }),
      ],
      100,
    );
    expect(doneIn(found)).toEqual(['hut', '', '', '']);
    expect(why(found).sort()).toEqual([
      'future notYet',
      'palace notAffordable',
      'tower blocked',
      'wish notPriced',
    ]);
  });

  it('does what costs all there is to the cent, in the last year', () => {
    expect(doneIn(lay([one('all', 400)], 100))).toEqual(['', '', '', 'all']);
    expect(why(lay([one('all', 400.001)], 100))).toEqual(['all notAffordable']);
    // Three times 0.1 EUR is not 0.3 EUR in doubles.
    expect(doneIn(lay([one('a', 0.3)], 0.1, 'cost', [1, 2, 3]))).toEqual(['', '', 'a']);
    // 0.29 x 100 is a little less than 29, 0.07 x 100 a little more than 7.
    expect(doneIn(lay([one('a', 0.29)], 0.29, 'cost', [1]))).toEqual(['a']);
    expect(doneIn(lay([one('a', 0.07), one('b', 0.03)], 0.1, 'cost', [1]))).toEqual(['b a']);
  });

  it('passes over what can no longer be paid, so that others are not held up for nothing', () => {
    const found = lay(
      [one('a', 300, { carbonKgPerYear: 9000 }), one('b', 200, { carbonKgPerYear: 4000 }), one('c', 90)],
      100,
      'carbon',
    );
    expect(doneIn(found)).toEqual(['', '', 'a', 'c']);
    expect(why(found)).toEqual(['b budgetSpent']);
  });

  it('keeps years and predecessors', () => {
    const found = lay([one('b', 1, { after: 'a' }), one('a', 5, { fromYear: 2026 })], 100);
    expect(doneIn(found)).toEqual(['', 'a b', '', '']);
  });
});

const draw = (seed: number, entity: string, purpose: string) => uniform(randomKey(seed, entity, purpose), 0);

/** Interventions drawn by a key: some wait for others, some have no price. */
function drawn(seed: number): readonly Intervention[] {
  const count = 1 + Math.floor(draw(seed, 'count', 'test') * 14);
  return Array.from({ length: count }, (_, row) => {
    const u = (purpose: string) => draw(seed, String(row), purpose);
    return one(`i${row}`, u('unpriced') < 0.1 ? Number.NaN : u('cost') * 300, {
      carbonKgPerYear: u('carbon') * 1000 - 200,
      limitsKept: Math.floor(u('limits') * 4),
      ...(u('late') < 0.4 ? { fromYear: 2025 + Math.floor(u('year') * 6) } : {}),
      ...(row > 0 && u('chain') < 0.4 ? { after: `i${Math.floor(u('before') * row)}` } : {}),
    });
  });
}

describe('any timeline', () => {
  const cases = Array.from({ length: 120 }, (_, seed) => ({
    all: drawn(seed),
    budget: draw(seed, 'budget', 'test') * 200,
    order: TIMELINE_ORDERS[seed % TIMELINE_ORDERS.length]!,
  }));

  it('never exceeds its budget, balances, and does or names everything once', () => {
    let spentAll = 0;
    for (const { all, budget, order } of cases) {
      const { years, undone } = lay(all, budget, order);
      let spent = 0;
      const done = new Set<string>();
      years.forEach(({ year, carriedInEur, budgetEur, spentEur, carriedOutEur, done: ofYear }, row) => {
        const paid = ofYear.reduce((sum, { costEur }) => sum + costEur, 0);
        spent += paid;
        expect(spent).toBeLessThanOrEqual(budget * (row + 1) + 1e-6);
        expect(spentEur).toBeGreaterThanOrEqual(paid - 1e-6);
        expect(carriedInEur + budgetEur - spentEur).toBeCloseTo(carriedOutEur, 6);
        expect(carriedOutEur).toBeGreaterThanOrEqual(0);
        expect(row === 0 ? 0 : years[row - 1]!.carriedOutEur).toBe(carriedInEur);
        for (const { id, fromYear = 0, after } of ofYear) {
          expect(fromYear).toBeLessThanOrEqual(year);
          if (after !== undefined) expect(done.has(after)).toBe(true);
          expect(done.has(id)).toBe(false);
          done.add(id);
        }
      });
      spentAll += done.size;
      const named = [...done, ...undone.map(({ intervention }) => intervention.id)];
      expect(named.sort()).toEqual(all.map(({ id }) => id).sort());
    }
    // A timeline that never does anything would keep every budget.
    expect(spentAll).toBeGreaterThan(200);
  });

  it('is the same whatever order the interventions come in', () => {
    for (const { all, budget, order } of cases)
      expect(lay([...all].reverse(), budget, order)).toEqual(lay(all, budget, order));
  });

  it('does not stop at one that is too dear', () => {
    for (const { all, budget, order } of cases) {
      const with_ = lay(
        [...all, one('palace', 1e9, { carbonKgPerYear: 1e15, limitsKept: 1e12 })],
        budget,
        order,
      );
      expect(doneIn(with_)).toEqual(doneIn(lay(all, budget, order)));
      expect(why(with_)).toContain('palace notAffordable');
    }
  });
});
