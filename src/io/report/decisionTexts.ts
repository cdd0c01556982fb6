import { formatNumber, formatQuantity } from '../../units';
import type { ReportContext } from './context';
import { amount, indicatorName, joined, own, type Child } from './markup';

/** The order that the weights give, how firm it is, and who is out or not judged: what `Decision.words` says, in any language. */
export function decisionTexts({ comparison, nameOf }: ReportContext): readonly Child[] {
  const { decision } = comparison;
  if (decision === undefined) return [];
  const { criteria, ranking, flip } = decision;
  const { ranked, vetoed, notTold, weights } = ranking;
  const criterion = (id: string): Child => indicatorName(id, criteria.find((each) => each.id === id)!.name);
  const order = ranked.map(({ id, rank, score }) =>
    own('{1}. {2} (score {3})', rank, nameOf(id), amount(formatNumber(score))),
  );
  const outs = vetoed.map(({ id, criterionId, value, limit }) => {
    const { unit } = criteria.find((each) => each.id === criterionId)!;
    const [is, line] = [value, limit].map((one) => amount(formatQuantity(one, unit)));
    return own('{1} is out: {2} {3}, veto line {4}.', nameOf(id), criterion(criterionId), is!, line!);
  });
  const untold = notTold.map(({ id, criterionIds }) =>
    own('{1} is not judged: {2} cannot be told.', nameOf(id), joined(criterionIds.map(criterion), ', ')),
  );
  if (ranked.length < 2) return [...order, ...outs, ...untold];
  const moved = (test: (change: number) => boolean): Child =>
    joined(
      criteria
        .filter((_, row) => test(flip!.weights[row]! - weights[row]!))
        .map(({ id, name }) => indicatorName(id, name)),
      ', ',
    );
  const level = (rivalId: string, winnerId: string): readonly string[] => [nameOf(rivalId), nameOf(winnerId)];
  const firm =
    flip === undefined
      ? own('No change of weights lets another one lead.')
      : flip.moved === 0
        ? own('{1} is level with {2}.', ...level(flip.rivalId, flip.winnerId))
        : own(
            'It takes {1} % of all weight, from {2} to {3}, until {4} is level with {5}.',
            amount(formatNumber(100 * flip.moved)),
            moved((change) => change < 0),
            moved((change) => change > 0),
            ...level(flip.rivalId, flip.winnerId),
          );
  return [...order, firm, ...outs, ...untold];
}
