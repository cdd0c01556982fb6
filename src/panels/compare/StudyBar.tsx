import type { Issue } from '../../model/outcome';
import type { Pace } from '../../state';
import { paceText } from '../../state/view';
import { IssueTable } from '../dialogs/ImportDialog';

interface StudyBarProps {
  /** What is under way, as a name: `the attribution`. */
  readonly what: string;
  readonly status: 'running' | 'ready' | 'cancelled' | 'failed';
  readonly pace: Pace;
  readonly issues: readonly Issue[];
  /** A scenario has been changed since. */
  readonly isOld: boolean;
  readonly detail: string;
  readonly onCancel: () => void;
  readonly onAgain: () => void;
}

/** How far a study is, how long it may still take, and a way to stop it; what is partial or old says so. */
export function StudyBar({ what, status, pace, issues, isOld, detail, onCancel, onAgain }: StudyBarProps) {
  const words = status === 'running' ? `${paceText(pace)}; ${detail}` : wordsOf(status, isOld, detail);
  return (
    <>
      <p className="study-state" role="status" data-status={status}>
        {status === 'running' ? <progress aria-label={what} value={pace.done} max={1} /> : null}
        {status === 'ready' && !isOld ? null : (
          <span className="tag warning">{status === 'ready' ? 'old' : 'partial'}</span>
        )}
        <span>{words}</span>
        {status === 'running' ? (
          <button type="button" className="button small" onClick={onCancel}>
            Cancel<span className="hidden"> {what}</span>
          </button>
        ) : status === 'ready' && !isOld ? null : (
          <button type="button" className="button small" onClick={onAgain}>
            {isOld ? 'Ask again' : 'Go on'}
            <span className="hidden">: {what}</span>
          </button>
        )}
      </p>
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
    </>
  );
}

function wordsOf(status: StudyBarProps['status'], isOld: boolean, detail: string): string {
  if (isOld) return `This answers the scenario as it was before the last change; ${detail}`;
  if (status === 'cancelled') return `Cancelled; what had been found until then stays: ${detail}`;
  if (status === 'failed') return `It failed; what had been found until then stays: ${detail}`;
  return detail;
}
