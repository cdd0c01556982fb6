import {
  flipsByCriterion,
  rankOptions,
  smallestFlip,
  type Criterion,
  type CriterionFlip,
  type Ranking,
  type WeightFlip,
  type Weights,
} from '../../kpi/decision';
import { succeed, type Outcome } from '../../model/outcome';
import { formatNumber, formatQuantity } from '../../units';
import type { KeyedYear } from './kpiTable';

/** Scenarios in the order that weights give, and how firm it is. */
export interface Decision {
  readonly criteria: readonly Criterion[];
  readonly ranking: Ranking;
  /** The least weight that has to move until another one leads; absent where none can. */
  readonly flip?: WeightFlip;
  readonly flips: readonly CriterionFlip[];
  readonly words: readonly string[];
}

/** Ranks years by their indicators; ids of the options are keys of the scenarios. */
export function decide(
  criteria: readonly Criterion[],
  weights: Weights,
  years: readonly KeyedYear[],
): Outcome<Decision> {
  const options = years.map(({ key, year }) => ({
    id: key,
    values: Object.fromEntries(year.kpis.map(({ id, value }) => [id, value])),
  }));
  const ranked = rankOptions(criteria, weights, options);
  if (!ranked.ok) return ranked;
  const ranking = ranked.value;
  const flip = smallestFlip(criteria, weights, options, ranking);
  const flips = flipsByCriterion(criteria, weights, options, ranking);
  const names = new Map(years.map(({ key, year }) => [key, year.scenario.name]));
  const words = decisionWords(criteria, ranking, flip, (key) => names.get(key) ?? key);
  return succeed({ criteria, ranking, flips, words, ...(flip === undefined ? {} : { flip }) });
}

function decisionWords(
  criteria: readonly Criterion[],
  { ranked, vetoed, notTold, weights }: Ranking,
  flip: WeightFlip | undefined,
  nameOf: (key: string) => string,
): readonly string[] {
  const criterionOf = (id: string) => criteria.find((each) => each.id === id)!;
  const outs = vetoed.map(({ id, criterionId, value, limit }) => {
    const { name, unit } = criterionOf(criterionId);
    return `${nameOf(id)} is out: ${name} ${formatQuantity(value, unit)}, veto line ${formatQuantity(limit, unit)}.`;
  });
  const untold = notTold.map(
    ({ id, criterionIds }) =>
      `${nameOf(id)} is not judged: ${criterionIds.map((each) => criterionOf(each).name).join(', ')} cannot be told.`,
  );
  const order = ranked.map(({ id, rank, score }) => `${rank}. ${nameOf(id)} (score ${formatNumber(score)})`);
  if (ranked.length < 2) return [...order, ...outs, ...untold];
  const firm =
    flip === undefined
      ? 'No change of weights lets another one lead.'
      : flip.moved === 0
        ? `${nameOf(flip.rivalId)} is level with ${nameOf(flip.winnerId)}.`
        : `It takes ${formatNumber(100 * flip.moved)} % of all weight, ${movedWords(criteria, weights, flip.weights)}, until ${nameOf(flip.rivalId)} is level with ${nameOf(flip.winnerId)}.`;
  return [...order, firm, ...outs, ...untold];
}

function movedWords(
  criteria: readonly Criterion[],
  before: readonly number[],
  after: readonly number[],
): string {
  const named = (test: (change: number) => boolean) =>
    criteria
      .filter((_, row) => test(after[row]! - before[row]!))
      .map(({ name }) => name)
      .join(', ');
  return `from ${named((change) => change < 0)} to ${named((change) => change > 0)}`;
}
