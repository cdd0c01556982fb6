import { useEffect, useId, useRef } from 'react';
import { areSameYears, useActions, useAppState, useWords, type ComparableYear } from '../../state';
import { IssueTable } from '../dialogs/ImportDialog';
import { handFocus } from '../parts/handFocus';

/** Counts hosting capacity of the years that are there, which takes longer than the rest: only when somebody asks. */
export function HostingBar({
  ready,
  onShow,
}: {
  readonly ready: readonly ComparableYear[];
  /** Brings what was counted into view. */
  readonly onShow: () => void;
}) {
  const actions = useActions();
  const note = useId();
  const words = useWords();
  const study = useAppState((state) => state.hosting);
  const isOld = study !== null && !areSameYears(study.years, ready);
  const isWhole = study?.status === 'ready' && !isOld;
  const count = () => void actions.hosting.count();
  // What was waited for comes into view once it is there; what was there before stays where it is looked for.
  const waits = useRef(false);
  const isRunning = study?.status === 'running';
  useEffect(() => {
    if (waits.current && isWhole) {
      // Nothing goes from under the focus: who works in another leaf stays there.
      const leaf = document.activeElement?.closest('.leaf-panel') ?? null;
      if (leaf === null) onShow();
      handFocus('.leaves [aria-selected="true"]');
    }
    waits.current = isRunning;
  }, [isRunning, isWhole, onShow]);
  if (study === null)
    return (
      <p className="study-state">
        <button
          type="button"
          className="button small"
          title={words('hosting.note')}
          aria-describedby={note}
          onClick={count}
        >
          {words('hosting.count')}
        </button>
        <span className="hidden" id={note}>
          {words('hosting.note')}
        </span>
      </p>
    );
  const { status, pace, found, partial, years, issues } = study;
  const whole = words('hosting.standing', { found: found.length, count: years.length });
  const standing =
    partial === null || partial.places.length === 0
      ? whole
      : `${whole}${words('hosting.more', { count: partial.places.length })}`;
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
