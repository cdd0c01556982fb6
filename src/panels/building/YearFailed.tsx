import type { Issue } from '../../model/outcome';
import { useActions } from '../../state';
import { IssueList } from './IssueList';
import { useTexts } from './useTexts';

/** A year of the building that could not be computed, with its reasons and a way to try again. */
export function YearFailed({ issues }: { readonly issues: readonly Issue[] | null }) {
  const { words } = useTexts();
  const actions = useActions();
  if (issues === null) return null;
  return (
    <div role="alert" className="callout bad" data-testid="year-failed">
      <p>{words('building.effect.failed')}</p>
      <IssueList issues={issues} />
      <button type="button" className="button small" onClick={() => actions.building.retryYears()}>
        {words('building.effect.retry')}
      </button>
    </div>
  );
}
