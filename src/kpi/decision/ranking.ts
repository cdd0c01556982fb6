import { fail, succeed, type Outcome } from '../../model/outcome';
import { decisionIssues, normalised, utility, type Criterion, type Option, type Weights } from './criteria';
import { paretoSet } from './pareto';

export interface RankedOption {
  readonly id: string;
  /** 1 is first. */
  readonly rank: number;
  /** sum w u. */
  readonly score: number;
  /** w u by criterion, in the criteria's order. */
  readonly contributions: readonly number[];
}

export interface Veto {
  readonly id: string;
  readonly criterionId: string;
  readonly value: number;
  readonly limit: number;
}

export interface Ranking {
  readonly ranked: readonly RankedOption[];
  readonly vetoed: readonly Veto[];
  /** Options with a value missing where there is weight or a veto line; they are not judged. */
  readonly notTold: readonly { readonly id: string; readonly criterionIds: readonly string[] }[];
  /** Of the options that are ranked. */
  readonly pareto: readonly string[];
  /** With sum 1, in the criteria's order. */
  readonly weights: readonly number[];
}

/**
 * Weighted sum score = sum w u on fixed reference points. An option's score does not depend on the others, so that one more
 * or less never turns two round. At equal score the one that is better in the weightiest criterion goes first, so that a
 * dominated option is never before the one that dominates it; equals in all that has weight share a rank. A criterion
 * without weight does nothing but hold its veto line. The result does not depend on the order of the options.
 */
export function rankOptions(
  criteria: readonly Criterion[],
  weights: Weights,
  options: readonly Option[],
): Outcome<Ranking> {
  const issues = decisionIssues(criteria, weights, options);
  if (issues.length > 0) return fail(issues);
  const shares = normalised(criteria, weights);
  const notTold = options.flatMap((option) => {
    const criterionIds = criteria
      .filter(
        (each, i) => (shares[i]! > 0 || each.vetoAt !== undefined) && Number.isNaN(utility(each, option)),
      )
      .map(({ id }) => id);
    return criterionIds.length === 0 ? [] : [{ id: option.id, criterionIds }];
  });
  const vetoed = options.flatMap((option) => vetoesOf(criteria, option));
  const judged = options.filter(({ id }) => ![...vetoed, ...notTold].some((each) => each.id === id));
  return succeed({
    ranked: ranked(criteria, shares, judged),
    vetoed,
    notTold,
    pareto: paretoSet(criteria, judged),
    weights: shares,
  });
}

function vetoesOf(criteria: readonly Criterion[], option: Option): Veto[] {
  return criteria.flatMap((criterion) => {
    const { id, vetoAt, best, worst } = criterion;
    const value = option.values[id] ?? Number.NaN;
    const isWorse = vetoAt !== undefined && (best > worst ? value < vetoAt : value > vetoAt);
    return isWorse ? [{ id: option.id, criterionId: id, value, limit: vetoAt }] : [];
  });
}

function ranked(
  criteria: readonly Criterion[],
  shares: readonly number[],
  options: readonly Option[],
): RankedOption[] {
  const weightiestFirst = criteria
    .map((criterion, i) => ({ criterion, share: shares[i]! }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share);
  const scored = options.map((option) => {
    const contributions = criteria.map((each, i) =>
      shares[i]! > 0 ? shares[i]! * utility(each, option) : 0,
    );
    const score = contributions.reduce((total, each) => total + each, 0);
    // Rounding is monotone: a dominated option can draw level but never lead, and then falls behind here.
    return {
      option,
      contributions,
      keys: [score, ...weightiestFirst.map(({ criterion }) => utility(criterion, option))],
    };
  });
  return scored
    .map(({ option, contributions, keys }) => ({
      id: option.id,
      rank: 1 + scored.filter((other) => lexicographic(other.keys, keys) > 0).length,
      score: keys[0]!,
      contributions,
    }))
    .sort((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
}

/** Positive where `a` is larger at the first place in which the two differ. */
function lexicographic(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((each, i) => each !== b[i]);
  return at < 0 ? 0 : a[at]! - b[at]!;
}
