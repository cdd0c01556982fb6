import { statesOf, useActions, useAppState, useWords } from '../../state';
import { useRunner } from './usePresent';

/** Every step of the work and every bookmark; each goes there with a click, and undo leads back. */
export function HistoryPage() {
  const words = useWords();
  const runner = useRunner();
  const actions = useActions();
  const history = useAppState((state) => state.history);
  const start = useAppState((state) => state.present?.startDocument ?? null);
  const all = statesOf(history).map((state, at) => ({ ...state, at }));
  // What was done before the session is none of the room's; after a reload its start is where the steps begin anyway.
  const from = all.findIndex(({ document }) => document === start);
  const states = all.slice(Math.max(from, 0)).reverse();
  const go = (document: (typeof states)[number]['document'], name: string) => {
    actions.returnTo(document, name);
    runner.show(null);
  };
  return (
    <>
      {history.bookmarks.length === 0 ? null : (
        <>
          <h3>{words('present.bookmarks')}</h3>
          <ul className="present-menu">
            {history.bookmarks.map(({ name, document }) => (
              <li key={name}>
                <button type="button" className="button" onClick={() => go(document, name)}>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>{words('present.steps')}</h3>
      <ol className="present-menu" aria-label={words('present.steps')}>
        {states.map(({ at, name, document, place }) => (
          <li key={at}>
            <button
              type="button"
              className="button"
              aria-current={place === 'present' ? 'step' : undefined}
              onClick={() => go(document, name ?? words('present.firstStep'))}
            >
              <span>{name ?? words('present.firstStep')}</span>
              <span className="muted">
                {place === 'present'
                  ? words('present.onScreen')
                  : place === 'future'
                    ? words('present.undone')
                    : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
