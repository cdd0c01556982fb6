import type { Decision } from '../../study/comparison';
import { useSpeech } from '../../state';
import { decisionSentences, type Speech, type TextTable } from '../../state/view';
import { kpiLabel, listOf } from '../../words';
import { Icon } from '../parts/Icon';
import { SaveTable } from './SaveTable';
import type { Shown } from './shown';
import { useScenarioPens } from './useScenarioPens';

/** First, second, third: what each criterion gives, who is out, who is dominated, and what would flip the winner. */
export function RankedList({ shown, decision }: { readonly shown: Shown; readonly decision: Decision }) {
  const speech = useSpeech();
  const { words, language, number } = speech;
  const { comparison, names } = shown;
  const { criteria, ranking } = decision;
  const penOf = useScenarioPens();
  const idOf = (key: string) => comparison.scenarios.find((one) => one.key === key)!.scenario.id;
  const highest = Math.max(...ranking.ranked.map(({ score }) => score), 0);
  const table = tableOf(decision, names, speech);
  return (
    <>
      <div className="row">
        <h3>{words('studies.ranking.title')}</h3>
        <span className="spacer" />
        <SaveTable name="ranking.csv" label={words('studies.ranking.save')} table={table} />
      </div>
      <ol className="ranked">
        {ranking.ranked.map(({ id, rank, score, contributions }) => (
          <li key={id} data-ranked={id}>
            <span className="rank">{rank}</span>
            <div>
              <div className="row wrap">
                <span className="swatch" style={{ backgroundColor: penOf(idOf(id)) }} />
                <b>{names.get(id)}</b>
                {rank === 1 ? <span className="tag ready">{words('studies.ranking.first')}</span> : null}
                {ranking.pareto.includes(id) ? null : (
                  <span className="tag warning">{words('studies.ranking.dominated')}</span>
                )}
                <span className="spacer" />
                <span>{words('studies.ranking.score', { number: number(score) })}</span>
              </div>
              <span className="score-track" aria-hidden="true">
                <span
                  className="score"
                  style={{
                    width: `${highest > 0 ? Math.max(0, (100 * score) / highest) : 0}%`,
                    backgroundColor: penOf(idOf(id)),
                  }}
                />
              </span>
              <p className="muted small-text">
                {criteria
                  .map((one, row) => `${kpiLabel(language, one.id, one.name)} ${number(contributions[row]!)}`)
                  .join(' + ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {decisionSentences(decision, names, language).map(({ text, isOut }) => (
        <p key={text} className="callout">
          {isOut ? <Icon name="warn" /> : null} {text}
        </p>
      ))}
      <p className="muted small-text">{words('studies.ranking.dominatedNote')}</p>
    </>
  );
}

function tableOf(
  { criteria, ranking }: Decision,
  names: ReadonlyMap<string, string>,
  { words, language, number }: Speech,
): TextTable {
  const { ranked, vetoed, notTold, pareto } = ranking;
  const outs = [...new Set([...vetoed, ...notTold].map(({ id }) => id))];
  return {
    columns: [
      ...listOf(words('studies.ranking.columns')),
      ...criteria.map(({ id, name }) => kpiLabel(language, id, name)),
      words('studies.ranking.standing'),
    ],
    rows: [
      ...ranked.map(({ id, rank, score, contributions }) => [
        ...[String(rank), names.get(id)!, number(score), ...contributions.map((one) => number(one))],
        words(pareto.includes(id) ? 'studies.ranking.notDominated' : 'studies.ranking.dominated'),
      ]),
      ...outs.map((id) => [
        ...['', names.get(id)!, '', ...criteria.map(() => '')],
        words(
          vetoed.some((one) => one.id === id) ? 'studies.ranking.beyondVeto' : 'studies.ranking.notJudged',
        ),
      ]),
    ],
  };
}
