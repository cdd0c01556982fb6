import { useMemo, useState } from 'react';
import { statesOf, useActions, useAppState, useWords, type Bookmark, type WorkState } from '../../state';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';

/** Every named step, the newest first, and the bookmarks: each goes there with a click, and undo leads back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const history = useAppState((state) => state.history);
  const actions = useActions();
  const words = useWords();
  const nameOf = ({ name }: WorkState): string => name ?? words('top.steps.first');
  const places = { past: '', present: words('top.steps.onScreen'), future: words('top.steps.undone') };
  const states = useMemo(
    () =>
      statesOf(history)
        .map((state, at) => ({ state, at }))
        .reverse(),
    [history],
  );
  const present = states.find(({ state }) => state.place === 'present')!.state;
  const go = (document: WorkState['document'], name: string) => {
    actions.returnTo(document, name);
    onClose();
  };
  return (
    <Dialog title={words('top.steps.title')} onClose={onClose}>
      <p className="muted">{words('top.steps.lead')}</p>
      <BookmarkForm suggestion={nameOf(present)} />
      {history.bookmarks.length === 0 ? null : (
        <BookmarkList bookmarks={history.bookmarks} present={present.document} onGo={go} />
      )}
      <h3>{words('top.steps.heading')}</h3>
      <ol className="history" aria-label={words('top.steps.label')} reversed>
        {states.map(({ state, at }) => (
          <li key={at}>
            <button
              type="button"
              className="history-step"
              data-place={state.place}
              aria-current={state.place === 'present' ? 'step' : undefined}
              onClick={() => go(state.document, nameOf(state))}
            >
              <span className="history-number">{at}</span>
              <span>{nameOf(state)}</span>
              <span className="muted small-text">{places[state.place]}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

function BookmarkForm({ suggestion }: { readonly suggestion: string }) {
  const actions = useActions();
  const words = useWords();
  const [name, setName] = useState(suggestion);
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        actions.addBookmark(name);
      }}
    >
      <label htmlFor="bookmark-name">{words('top.steps.bookmarkAs')}</label>
      <input
        id="bookmark-name"
        type="text"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        <Icon name="bookmark" />
        {words('top.steps.setBookmark')}
      </button>
    </form>
  );
}

function BookmarkList({
  bookmarks,
  present,
  onGo,
}: {
  readonly bookmarks: readonly Bookmark[];
  readonly present: Bookmark['document'];
  readonly onGo: (document: Bookmark['document'], name: string) => void;
}) {
  const actions = useActions();
  const words = useWords();
  return (
    <>
      <h3>{words('top.steps.bookmarks')}</h3>
      <ul className="history" aria-label={words('top.steps.bookmarks')}>
        {bookmarks.map(({ name, document }) => (
          <li key={name} className="row">
            <button
              type="button"
              className="history-step"
              aria-current={document === present ? 'step' : undefined}
              onClick={() => onGo(document, name)}
            >
              <Icon name="bookmark" />
              <span>{name}</span>
              <span className="muted small-text">
                {document === present ? words('top.steps.onScreen') : ''}
              </span>
            </button>
            <IconButton
              icon="close"
              label={words('top.steps.removeBookmark', { name })}
              onClick={() => actions.removeBookmark(name)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
