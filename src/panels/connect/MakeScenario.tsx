import { useMemo, useState } from 'react';
import type { Issue } from '../../model/outcome';
import { useActions, useAppState, useWords, type ConnectStudy } from '../../state';
import { IssueTable } from '../dialogs/ImportDialog';

/** What was asked for, with what it needs, as a scenario; what measures cannot express is said beside the button. */
export function MakeScenario({ study }: { readonly study: ConnectStudy }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const [refused, setRefused] = useState<readonly Issue[]>([]);
  const made = useMemo(() => {
    // The notes are in the language of the page.
    void language;
    return actions.connect.measuresOf(study);
  }, [actions, study, language]);
  if (made === null) return null;
  const { measures, notes } = made;
  return (
    <section className="connect-take" aria-label={words('connect.scenario.label')}>
      {notes.length === 0 ? null : (
        <ul className="plain muted small-text">
          {notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </ul>
      )}
      {measures.length === 0 ? (
        <p className="muted small-text">{words('connect.scenario.nothing')}</p>
      ) : (
        <button
          type="button"
          className="button primary"
          onClick={() => setRefused(actions.connect.take(study))}
        >
          {words('connect.scenario.make')}
        </button>
      )}
      {refused.length === 0 ? null : <IssueTable issues={refused} />}
    </section>
  );
}
