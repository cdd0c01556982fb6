import { useActions, useAppState, useWords } from '../../state';
import { withVeto, withWeight } from '../../state/view';
import { kpiLabel } from '../../words';
import { IssueTable } from '../dialogs/ImportDialog';
import { CriterionRow } from './CriterionRow';
import { RankedList } from './RankedList';
import { useRanking, type Shown } from './shown';

/** The scenarios in the order that one's own weights give, and how firm it is. */
export function RankingTab({ shown }: { readonly shown: Shown }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const { possible, wishes, decision, issues } = useRanking(shown);
  const ids = Object.keys(wishes.weights);
  const others = possible.filter(({ id }) => !ids.includes(id));
  const wish = actions.comparison;
  return (
    <div className="ranking">
      <section aria-label={words('studies.ranking.counts')}>
        <div className="row">
          <h3>{words('studies.ranking.counts')}</h3>
          <span className="spacer" />
          <button type="button" className="button small" onClick={() => wish.wish(null)}>
            {words('studies.ranking.back')}
            <span className="hidden">{words('studies.ranking.backWhat')}</span>
          </button>
        </div>
        <ul className="criteria">
          {ids.map((id) => {
            const criterion = possible.find((each) => each.id === id);
            if (criterion === undefined) return null;
            const row = decision?.criteria.findIndex((each) => each.id === id) ?? -1;
            return (
              <CriterionRow
                key={id}
                criterion={criterion}
                weight={wishes.weights[id]!}
                share={decision?.ranking.weights[row] ?? Number.NaN}
                veto={wishes.vetoes?.[id]}
                onWeight={(weight) => wish.wish(withWeight(wishes, id, weight))}
                onVeto={(limit) => wish.wish(withVeto(wishes, id, limit))}
              />
            );
          })}
        </ul>
        <label className="row wrap">
          {words('studies.ranking.add')}
          <select
            value=""
            onChange={(event) => {
              if (event.target.value !== '') wish.wish(withWeight(wishes, event.target.value, 1));
            }}
          >
            <option value="">{words('studies.ranking.choose')}</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {kpiLabel(language, id, name)}
              </option>
            ))}
          </select>
        </label>
        <p className="muted small-text">{words('studies.ranking.note')}</p>
      </section>
      <section aria-label={words('studies.ranking.order')}>
        {issues.length === 0 ? null : <IssueTable issues={issues} />}
        {decision === undefined ? null : <RankedList shown={shown} decision={decision} />}
      </section>
    </div>
  );
}
