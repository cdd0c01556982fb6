import { areSameYears, useActions, useAppState, useWords, type ComparableYear } from '../../state';
import { IssueTable } from '../dialogs/ImportDialog';

/** Counts hosting capacity of the years that are there, which takes longer than the rest: only when somebody asks. */
export function HostingBar({ ready }: { readonly ready: readonly ComparableYear[] }) {
  const actions = useActions();
  const words = useWords();
  const study = useAppState((state) => state.hosting);
  const isOld = study !== null && !areSameYears(study.years, ready);
  const isWhole = study?.status === 'ready' && !isOld;
  const count = () => void actions.hosting.count();
  if (study === null)
    return (
      <p className="study-state">
        <button type="button" className="button small" onClick={count}>
          {words('hosting.count')}
        </button>
        <span className="muted small-text">{words('hosting.note')}</span>
      </p>
    );
  const { status, pace, found, years, issues } = study;
  const standing = words('hosting.standing', { found: found.length, count: years.length });
  return (
    <>
      <p className="study-state" role="status" data-testid="hosting" data-status={isOld ? 'old' : status}>
        {status === 'running' ? (
          <progress aria-label={words('hosting.what')} value={pace.done} max={1} />
        ) : null}
        {isWhole ? null : (
          <span className="tag warning">
            {words(isOld && status === 'ready' ? 'hosting.old' : 'hosting.partial')}
          </span>
        )}
        <span>
          {words(status === 'failed' ? 'hosting.failed' : 'hosting.what')}: {standing}
        </span>
        {status === 'running' ? (
          <button type="button" className="button small" onClick={() => actions.hosting.cancel()}>
            {words('hosting.cancel')}
          </button>
        ) : isWhole ? null : (
          <button type="button" className="button small" onClick={count}>
            {words('hosting.goOn')}
          </button>
        )}
      </p>
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
    </>
  );
}
