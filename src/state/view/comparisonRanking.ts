import type { Criterion } from '../../kpi/decision';
import type { Issue } from '../../model/outcome';
import {
  criteriaOf,
  decide,
  type ComparedScenario,
  type Comparison,
  type Decision,
  type Wishes,
} from '../../study/comparison';
import type { ScenarioYear } from '../../study/scenarioYear';
import { BASELINE_ID } from '../document';

/** What a ranking begins with, each with the same weight, as far as every scenario tells it. */
const PROPOSED: readonly string[] = [
  'hoursOverload',
  'busesOutsideBand',
  'carbon',
  'energyCost',
  'measuresCost',
];

/** Today fixes the reference points, whatever is compared: the district without measures, else the baseline. */
export function todayOf({ scenarios, baselineKey }: Comparison): ScenarioYear {
  const today = scenarios.find(({ scenario }) => scenario.id === BASELINE_ID);
  return (today ?? scenarios.find(({ key }) => key === baselineKey)!).year;
}

/** Indicators that can be weighed: they have a better way, and today gives them a scale. */
export function possibleCriteria(comparison: Comparison): readonly Criterion[] {
  const today = todayOf(comparison);
  return today.kpis.flatMap(({ id }) => {
    const criteria = criteriaOf({ weights: { [id]: 1 } }, today);
    return criteria.ok ? criteria.value : [];
  });
}

/** The wishes that stand where nobody has said any. */
export function proposedWishes(comparison: Comparison, possible: readonly Criterion[]): Wishes {
  const told = (id: string) =>
    comparison.scenarios.every(({ year }) =>
      year.kpis.some((kpi) => kpi.id === id && !Number.isNaN(kpi.value)),
    );
  const ids = PROPOSED.filter((id) => possible.some((each) => each.id === id) && told(id));
  return { weights: Object.fromEntries(ids.map((id) => [id, 1])) };
}

export interface RankingView {
  readonly wishes: Wishes;
  readonly decision: Decision | undefined;
  readonly issues: readonly Issue[];
}

/** The scenarios shown in the order that the wishes give; reference points and scores do not depend on which are shown. */
export function rankingOf(
  comparison: Comparison,
  shown: readonly ComparedScenario[],
  possible: readonly Criterion[],
  own: Wishes | null,
): RankingView {
  const wishes = own ?? proposedWishes(comparison, possible);
  const criteria = criteriaOf(wishes, todayOf(comparison));
  if (!criteria.ok) return { wishes, decision: undefined, issues: criteria.issues };
  const decided = decide(criteria.value, wishes.weights, shown);
  if (!decided.ok) return { wishes, decision: undefined, issues: decided.issues };
  return { wishes, decision: decided.value, issues: [] };
}

/** Wishes with another weight for an indicator; `null` takes it out with its veto line. */
export function withWeight(
  { weights, vetoes = {}, references }: Wishes,
  id: string,
  weight: number | null,
): Wishes {
  const { [id]: _, ...otherWeights } = weights;
  const { [id]: __, ...otherVetoes } = vetoes;
  const kept = references === undefined ? {} : { references };
  if (weight === null) return { ...kept, weights: otherWeights, vetoes: otherVetoes };
  // In place, so that a row does not jump while its slider is moved.
  return { ...kept, weights: { ...weights, [id]: weight }, vetoes };
}

/** Wishes with another veto line, in the unit of the indicator; `null` takes it away. */
export function withVeto(wishes: Wishes, id: string, limit: number | null): Wishes {
  const { [id]: _, ...others } = wishes.vetoes ?? {};
  return { ...wishes, vetoes: limit === null ? others : { ...others, [id]: limit } };
}
