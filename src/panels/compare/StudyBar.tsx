import type { Issue } from '../../model/outcome';
import { useSpeech, type Pace } from '../../state';
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
  const { words, language } = useSpeech();
  const told =
    status === 'running'
      ? words('parts.study.running', { pace: paceText(pace, language), detail })
      : isOld
        ? words('parts.study.old', { detail })
        : status === 'ready'
          ? detail
          : words(`parts.study.${status}`, { detail });
  return (
    <>
      <p className="study-state" role="status" data-status={status}>
        {status === 'running' ? <progress aria-label={what} value={pace.done} max={1} /> : null}
        {status === 'ready' && !isOld ? null : (
          <span className="tag warning">
            {words(status === 'ready' ? 'parts.study.oldTag' : 'parts.study.partialTag')}
          </span>
        )}
        <span>{told}</span>
        {status === 'running' ? (
          <button type="button" className="button small" onClick={onCancel}>
            {words('parts.study.cancel')}
            <span className="hidden">{words('parts.study.cancelWhat', { what })}</span>
          </button>
        ) : status === 'ready' && !isOld ? null : (
          <button type="button" className="button small" onClick={onAgain}>
            {words(isOld ? 'parts.study.askAgain' : 'parts.study.goOn')}
            <span className="hidden">{words('parts.study.ofWhat', { what })}</span>
          </button>
        )}
      </p>
      {issues.length === 0 ? null : <IssueTable issues={issues} />}
    </>
  );
}
