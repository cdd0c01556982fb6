import type { Decision } from '../../study/comparison';
import type { TextTable } from '../../state/view';
import { formatNumber } from '../../units';
import { Icon } from '../parts/Icon';
import { SaveTable } from './SaveTable';
import type { Shown } from './shown';
import { useScenarioPens } from './useScenarioPens';

/** First, second, third: what each criterion gives, who is out, who is dominated, and what would flip the winner. */
export function RankedList({ shown, decision }: { readonly shown: Shown; readonly decision: Decision }) {
  const { comparison, names } = shown;
  const { criteria, ranking, words } = decision;
  const penOf = useScenarioPens();
  const idOf = (key: string) => comparison.scenarios.find((one) => one.key === key)!.scenario.id;
  const highest = Math.max(...ranking.ranked.map(({ score }) => score), 0);
  const table = tableOf(decision, names);
  const sentences = words.slice(ranking.ranked.length);
  return (
    <>
      <div className="row">
        <h3>The order</h3>
        <span className="spacer" />
        <SaveTable name="ranking.csv" label="Save the ranking as CSV" table={table} />
      </div>
      <ol className="ranked">
        {ranking.ranked.map(({ id, rank, score, contributions }) => (
          <li key={id} data-ranked={id}>
            <span className="rank">{rank}</span>
            <div>
              <div className="row wrap">
                <span className="swatch" style={{ backgroundColor: penOf(idOf(id)) }} />
                <b>{names.get(id)}</b>
                {rank === 1 ? <span className="tag ready">★ first</span> : null}
                {ranking.pareto.includes(id) ? null : <span className="tag warning">dominated</span>}
                <span className="spacer" />
                <span>score {formatNumber(score)}</span>
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
                {criteria.map(({ name }, row) => `${name} ${formatNumber(contributions[row]!)}`).join(' + ')}
              </p>
            </div>
          </li>
        ))}
      </ol>
      {sentences.map((text) => (
        <p key={text} className="callout">
          {text.includes(' is out: ') ? <Icon name="warn" /> : null} {text}
        </p>
      ))}
      <p className="muted small-text">
        A dominated scenario is no better than another in anything and worse in something; it never comes
        first.
      </p>
    </>
  );
}

function tableOf({ criteria, ranking }: Decision, names: ReadonlyMap<string, string>): TextTable {
  const { ranked, vetoed, notTold, pareto } = ranking;
  const outs = [...new Set([...vetoed, ...notTold].map(({ id }) => id))];
  return {
    columns: ['Rank', 'Scenario', 'Score', ...criteria.map(({ name }) => name), 'Standing'],
    rows: [
      ...ranked.map(({ id, rank, score, contributions }) => [
        ...[
          String(rank),
          names.get(id)!,
          formatNumber(score),
          ...contributions.map((one) => formatNumber(one)),
        ],
        pareto.includes(id) ? 'not dominated' : 'dominated',
      ]),
      ...outs.map((id) => [
        ...['', names.get(id)!, '', ...criteria.map(() => '')],
        vetoed.some((one) => one.id === id)
          ? 'out: beyond a veto line'
          : 'not judged: a number cannot be told',
      ]),
    ],
  };
}
