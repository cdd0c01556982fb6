import { useAppState, useWords } from '../../state';
import type { PresentState } from '../../state/present';
import { useRunner, useSay } from './usePresent';

/** The steps of the session with their minutes; the one under way is marked. */
export function AgendaPage({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const { session, stepRow } = present;
  const all = session.agenda.length;
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <>
      <ol className="present-agenda">
        {session.agenda.map((step, row) => (
          <li key={row}>
            <button
              type="button"
              className="button"
              aria-current={row === stepRow ? 'step' : undefined}
              onClick={() => runner.goToStep(row)}
            >
              <span>{say(step.words)}</span>
              <span className="muted">
                {row === stepRow ? `${words('present.now')} · ` : ''}
                {words('present.minutes', { count: step.minutes })}
              </span>
            </button>
            {/* What to say is for whoever says it. */}
            {row === stepRow && step.text !== '' && !isProjector ? <p>{say(step.text)}</p> : null}
          </li>
        ))}
      </ol>
      <div className="present-buttons">
        <button
          type="button"
          className="button"
          disabled={stepRow === 0}
          onClick={() => runner.goToStep(stepRow - 1)}
        >
          {words('present.previousStep')}
        </button>
        <button
          type="button"
          className="button primary"
          disabled={stepRow === all - 1}
          onClick={() => runner.goToStep(stepRow + 1)}
        >
          {words('present.nextStep')}
        </button>
      </div>
    </>
  );
}
