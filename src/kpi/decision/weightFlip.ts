import { normalised, utility, type Criterion, type Option, type Weights } from './criteria';
import type { Ranking } from './ranking';

/** The weight that has to move until a rival draws level with the winner; any more, and the rival leads. */
export interface WeightFlip {
  readonly winnerId: string;
  readonly rivalId: string;
  /** Share of all weight that changes hands, 0 to 1; 0 where the two are level already. */
  readonly moved: number;
  /** Weights after the move, in the criteria's order, with sum 1. */
  readonly weights: readonly number[];
}

/**
 * The smallest change of weights that flips the winner, over all changes and all rivals. With d the winner's lead in each
 * criterion and D = sum w d, weight is taken where d is largest and given where it is smallest: every unit lowers D by the
 * difference, and no other move lowers it by more. Undefined where there is no rival, or none that any weights put first.
 */
export function smallestFlip(
  criteria: readonly Criterion[],
  weights: Weights,
  options: readonly Option[],
  { ranked }: Pick<Ranking, 'ranked'>,
): WeightFlip | undefined {
  const optionOf = (id: string): Option | undefined => options.find((option) => option.id === id);
  const winner = optionOf(ranked[0]?.id ?? '');
  if (winner === undefined) return undefined;
  const shares = normalised(criteria, weights);
  const flips = ranked.slice(1).flatMap(({ id }): WeightFlip[] => {
    const rival = optionOf(id);
    const flip = rival && flipAgainst(criteria, shares, winner, rival);
    return flip === undefined ? [] : [{ winnerId: winner.id, rivalId: id, ...flip }];
  });
  return flips.reduce<WeightFlip | undefined>(
    (smallest, flip) => (smallest === undefined || flip.moved < smallest.moved ? flip : smallest),
    undefined,
  );
}

function flipAgainst(
  criteria: readonly Criterion[],
  shares: readonly number[],
  winner: Option,
  rival: Option,
): Pick<WeightFlip, 'moved' | 'weights'> | undefined {
  const leads = leadsOf(criteria, winner, rival);
  const lowest = leads.reduce((low, each) => Math.min(low, each), Infinity);
  if (!(lowest < 0)) return undefined;
  const receiver = leads.indexOf(lowest);
  const weights = [...shares];
  let lead = leads.reduce((total, each, i) => total + (shares[i]! > 0 ? shares[i]! * each : 0), 0);
  let moved = 0;
  const donors = leads.map((_, i) => i).sort((a, b) => leads[b]! - leads[a]!);
  for (const donor of donors) {
    if (!(lead > 0)) break;
    const gain = leads[donor]! - lowest;
    const amount = gain > 0 ? Math.min(weights[donor]!, lead / gain) : 0;
    weights[donor] = weights[donor]! - amount;
    weights[receiver] = weights[receiver]! + amount;
    lead -= amount * gain;
    moved += amount;
  }
  return { moved, weights };
}

/** Where a value is not told, the criterion cannot speak for either. */
function leadsOf(criteria: readonly Criterion[], winner: Option, rival: Option): number[] {
  return criteria.map((criterion) => {
    const lead = utility(criterion, winner) - utility(criterion, rival);
    return Number.isNaN(lead) ? 0 : lead;
  });
}

export interface CriterionFlip {
  readonly criterionId: string;
  readonly rivalId: string;
  readonly weightNow: number;
  /** The weight at which the rival draws level, the others in their proportions. */
  readonly weightThen: number;
}

/** For each criterion by itself: the nearest weight that flips the winner; criteria that cannot are left out. */
export function flipsByCriterion(
  criteria: readonly Criterion[],
  weights: Weights,
  options: readonly Option[],
  { ranked }: Pick<Ranking, 'ranked'>,
): readonly CriterionFlip[] {
  const optionOf = (id: string): Option | undefined => options.find((option) => option.id === id);
  const winner = optionOf(ranked[0]?.id ?? '');
  if (winner === undefined) return [];
  const shares = normalised(criteria, weights);
  return criteria.flatMap(({ id: criterionId }, at) => {
    const flips = ranked.slice(1).flatMap(({ id: rivalId }): CriterionFlip[] => {
      const rival = optionOf(rivalId);
      const weightThen = rival ? levelWeight(leadsOf(criteria, winner, rival), shares, at) : Number.NaN;
      return Number.isNaN(weightThen) ? [] : [{ criterionId, rivalId, weightNow: shares[at]!, weightThen }];
    });
    const distance = ({ weightNow, weightThen }: CriterionFlip): number => Math.abs(weightThen - weightNow);
    const nearest = flips.reduce<CriterionFlip | undefined>(
      (best, flip) => (best === undefined || distance(flip) < distance(best) ? flip : best),
      undefined,
    );
    return nearest === undefined ? [] : [nearest];
  });
}

/** w d_c + (1 - w) rest = 0 with rest the lead over the other criteria; NaN where no w between 0 and 1 turns the lead. */
function levelWeight(leads: readonly number[], shares: readonly number[], at: number): number {
  const others = 1 - shares[at]!;
  const own = leads[at]!;
  const rest = leads.reduce((total, lead, i) => total + (i === at ? 0 : (shares[i]! / others) * lead), 0);
  return others > 0 && (rest > 0 ? own < 0 : rest < 0 && own > 0) ? rest / (rest - own) : Number.NaN;
}
