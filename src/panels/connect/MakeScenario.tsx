import { useMemo, useState } from 'react';
import type { Issue } from '../../model/outcome';
import { useActions, type ConnectStudy } from '../../state';
import { IssueTable } from '../dialogs/ImportDialog';

/** What was asked for, with what it needs, as a scenario; what measures cannot express is said beside the button. */
export function MakeScenario({ study }: { readonly study: ConnectStudy }) {
  const actions = useActions();
  const [refused, setRefused] = useState<readonly Issue[]>([]);
  const made = useMemo(() => actions.connect.measuresOf(study), [actions, study]);
  if (made === null) return null;
  const { measures, notes } = made;
  return (
    <section className="connect-take" aria-label="As a scenario">
      {notes.length === 0 ? null : (
        <ul className="plain muted small-text">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {measures.length === 0 ? (
        <p className="muted small-text">So there is nothing to make a scenario of.</p>
      ) : (
        <button
          type="button"
          className="button primary"
          onClick={() => setRefused(actions.connect.take(study))}
        >
          Make this a scenario
        </button>
      )}
      {refused.length === 0 ? null : <IssueTable issues={refused} />}
    </section>
  );
}
