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
import { kpiLabel, wordsOf, type Language } from '../../words';
import { BASELINE_ID } from '../document';
import { speechOf } from './speech';

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

/** What is to be said beside an order: how firm it is, then who is out and who is not judged. */
export function decisionSentences(
  { criteria, ranking, flip }: Decision,
  names: ReadonlyMap<string, string>,
  language: Language,
): readonly { readonly text: string; readonly isOut: boolean }[] {
  const { words, quantity } = speechOf(language);
  const { ranked, vetoed, notTold } = ranking;
  const nameOf = (key: string) => names.get(key) ?? key;
  const criterionOf = (id: string) => criteria.find((each) => each.id === id)!;
  const label = (id: string) => kpiLabel(language, id, criterionOf(id).name);
  const firm = ranked.length < 2 ? [] : [firmText(criteria, ranking.weights, flip, nameOf, language)];
  const outs = vetoed.map(({ id, criterionId, value, limit }) => {
    const { unit } = criterionOf(criterionId);
    const [is, line] = [quantity(value, unit), quantity(limit, unit)];
    const said = { name: nameOf(id), criterion: label(criterionId), value: is, limit: line };
    return words('studies.ranking.isOut', said);
  });
  const untold = notTold.map(({ id, criterionIds }) =>
    words('studies.ranking.isUntold', { name: nameOf(id), criteria: criterionIds.map(label).join(', ') }),
  );
  return [...firm, ...outs, ...untold].map((text) => ({ text, isOut: outs.includes(text) }));
}

function firmText(
  criteria: readonly Criterion[],
  before: readonly number[],
  flip: Decision['flip'],
  nameOf: (key: string) => string,
  language: Language,
): string {
  const words = wordsOf(language);
  if (flip === undefined) return words('studies.ranking.noFlip');
  const said = { rival: nameOf(flip.rivalId), winner: nameOf(flip.winnerId) };
  if (flip.moved === 0) return words('studies.ranking.level', said);
  const named = (test: (change: number) => boolean) =>
    criteria
      .filter((_, row) => test(flip.weights[row]! - before[row]!))
      .map(({ id, name }) => kpiLabel(language, id, name))
      .join(', ');
  return words('studies.ranking.flip', {
    ...said,
    percent: speechOf(language).number(100 * flip.moved),
    from: named((change) => change < 0),
    to: named((change) => change > 0),
  });
}
