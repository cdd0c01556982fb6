import { useActions } from '../../state';
import { withVeto, withWeight } from '../../state/view';
import { IssueTable } from '../dialogs/ImportDialog';
import { CriterionRow } from './CriterionRow';
import { RankedList } from './RankedList';
import { useRanking, type Shown } from './shown';

/** The scenarios in the order that one's own weights give, and how firm it is. */
export function RankingTab({ shown }: { readonly shown: Shown }) {
  const actions = useActions();
  const { possible, wishes, decision, issues } = useRanking(shown);
  const ids = Object.keys(wishes.weights);
  const others = possible.filter(({ id }) => !ids.includes(id));
  const wish = actions.comparison;
  return (
    <div className="ranking">
      <section aria-label="What counts">
        <div className="row">
          <h3>What counts</h3>
          <span className="spacer" />
          <button type="button" className="button small" onClick={() => wish.wish(null)}>
            Back to the proposal<span className="hidden">: equal weights</span>
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
          Add what counts
          <select
            value=""
            onChange={(event) => {
              if (event.target.value !== '') wish.wish(withWeight(wishes, event.target.value, 1));
            }}
          >
            <option value="">choose an indicator</option>
            {others.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <p className="muted small-text">
          0 and 1 of each scale are fixed by the district as it stands today: no scenario moves them, so that
          one more scenario never turns two others round.
        </p>
      </section>
      <section aria-label="Order of the scenarios">
        {issues.length === 0 ? null : <IssueTable issues={issues} />}
        {decision === undefined ? null : <RankedList shown={shown} decision={decision} />}
      </section>
    </div>
  );
}
