import { median } from '../median';
import type { HouseholdIncome } from './households';

/** Names of the three groups of equal number, by income per equivalent person. */
export const INCOME_THIRDS = ['lowest third', 'middle third', 'highest third'] as const;

/**
 * Group of each value among `groupCount` groups of equal number, the lowest 0; equal values in the order given. Sizes
 * differ by one at most.
 */
export function rankGroups(values: ArrayLike<number>, groupCount: number): Uint16Array {
  const order = Array.from(values, (value, at) => ({ value, at })).sort(
    (a, b) => a.value - b.value || a.at - b.at,
  );
  const groups = new Uint16Array(values.length);
  order.forEach(({ at }, rank) => {
    groups[at] = Math.floor((rank * groupCount) / values.length);
  });
  return groups;
}

/** Third of each household by income per equivalent person. */
export function thirdsOf(households: readonly HouseholdIncome[]): Uint16Array {
  return rankGroups(
    households.map(({ equivalentIncome }) => equivalentIncome),
    INCOME_THIRDS.length,
  );
}

/** Name of the sub-group that money is told apart by: `lowest third, tenant`. */
export function moneyGroupOf({ tenure }: HouseholdIncome, third: number): string {
  return `${INCOME_THIRDS[third]!}, ${tenure}`;
}

/** Energy burden of one group: energy bills over incomes, of the same year and currency. */
export interface GroupBurden {
  readonly group: number;
  readonly households: number;
  /** Sum of bills over sum of incomes; NaN for an empty group. */
  readonly ofSums: number;
  /** Middle of the households' own burdens; the mean of the two middle ones of an even number. */
  readonly median: number;
  /** Households without an income, which have no burden and are not in the median. */
  readonly withoutIncome: number;
}

/** Burden by group; `bills`, `incomes` and `groups` have a row a household. */
export function burdensByGroup(
  bills: ArrayLike<number>,
  incomes: ArrayLike<number>,
  groups: ArrayLike<number>,
  groupCount: number,
): readonly GroupBurden[] {
  return Array.from({ length: groupCount }, (_, group) => {
    let [billSum, incomeSum, households, withoutIncome] = [0, 0, 0, 0];
    const burdens: number[] = [];
    for (let at = 0; at < groups.length; at += 1) {
      if (groups[at] !== group) continue;
      households += 1;
      billSum += bills[at]!;
      incomeSum += incomes[at]!;
      if (incomes[at]! > 0) burdens.push(bills[at]! / incomes[at]!);
      else withoutIncome += 1;
    }
    return {
      group,
      households,
      ofSums: incomeSum > 0 ? billSum / incomeSum : Number.NaN,
      median: median(burdens),
      withoutIncome,
    };
  });
}
