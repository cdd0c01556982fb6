import { burdensByGroup, rankGroups, type GroupBurden } from '../incomes';
import { equivalisedIncome, toldOnly, type Household } from './household';
import { POVERTY_MEASURES, type PoorHouseholds, type PovertyMeasure } from './measures';

/** Households between two incomes. */
export interface IncomeGroup {
  /** 0 is the poorest. */
  readonly group: number;
  readonly households: readonly Household[];
  /** Of equivalised income; NaN where the group is empty. */
  readonly lowest: number;
  readonly highest: number;
}

/**
 * Groups of equal number by equivalised income (10: deciles), the poorest first. Who is in which does not depend on the
 * order given: equal incomes go by id. Households that are not told are in none.
 */
export function incomeGroups(households: readonly Household[], groupCount = 10): readonly IncomeGroup[] {
  const sorted = [...toldOnly(households)].sort(
    (a, b) => equivalisedIncome(a) - equivalisedIncome(b) || (a.id < b.id ? -1 : 1),
  );
  const groups = rankGroups(sorted.map(equivalisedIncome), groupCount);
  return Array.from({ length: groupCount }, (_, group) => {
    const members = sorted.filter((_household, at) => groups[at] === group);
    const [first, last] = [members[0], members.at(-1)];
    return {
      group,
      households: members,
      lowest: first ? equivalisedIncome(first) : Number.NaN,
      highest: last ? equivalisedIncome(last) : Number.NaN,
    };
  });
}

/** Burden e/y of each group by required cost, not by bills. */
export function burdenByIncomeGroup(groups: readonly IncomeGroup[]): readonly GroupBurden[] {
  const rows = groups.flatMap(({ group, households }) =>
    households.map((household) => ({ group, household })),
  );
  return burdensByGroup(
    rows.map(({ household }) => household.requiredCost),
    rows.map(({ household }) => household.income),
    rows.map(({ group }) => group),
    groups.length,
  );
}

/** Percent of each group's households that each measure finds; NaN where the group is empty. */
export function povertyByIncomeGroup(
  groups: readonly IncomeGroup[],
  poor: PoorHouseholds,
): readonly Readonly<Record<PovertyMeasure, number>>[] {
  const sets = POVERTY_MEASURES.map((measure) => [measure, new Set(poor[measure])] as const);
  return groups.map(({ households }) => {
    const percentIn = (ids: ReadonlySet<string>): number =>
      (100 * households.filter(({ id }) => ids.has(id)).length) / households.length;
    return Object.fromEntries(sets.map(([measure, ids]) => [measure, percentIn(ids)])) as Record<
      PovertyMeasure,
      number
    >;
  });
}

export interface GroupGain {
  readonly group: number;
  /** Sum over the group of what each saves a year; negative where they pay more. */
  readonly gain: number;
  readonly gainers: number;
  readonly losers: number;
}

/** Who gains and who pays: `gainOf` is a household's saving against the baseline, by id; an absent one is 0. */
export function gainByIncomeGroup(
  groups: readonly IncomeGroup[],
  gainOf: ReadonlyMap<string, number>,
): readonly GroupGain[] {
  return groups.map(({ group, households }) => {
    const gains = households.map(({ id }) => gainOf.get(id) ?? 0);
    return {
      group,
      gain: gains.reduce((total, each) => total + each, 0),
      gainers: gains.filter((each) => each > 0).length,
      losers: gains.filter((each) => each < 0).length,
    };
  });
}
