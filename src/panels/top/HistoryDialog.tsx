import { useMemo, useState } from 'react';
import { statesOf, useActions, useAppState, type Bookmark, type WorkState } from '../../state';
import { Dialog } from '../parts/Dialog';
import { Icon } from '../parts/Icon';
import { IconButton } from '../parts/IconButton';

const FIRST = 'As it was opened';
const nameOf = ({ name }: WorkState): string => name ?? FIRST;

/** Every named step, the newest first, and the bookmarks: each goes there with a click, and undo leads back. */
export function HistoryDialog({ onClose }: { readonly onClose: () => void }) {
  const history = useAppState((state) => state.history);
  const actions = useActions();
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
    <Dialog title="History and bookmarks" onClose={onClose}>
      <p className="muted">Going back is a step of its own: Undo leads back to where you were.</p>
      <BookmarkForm suggestion={nameOf(present)} />
      {history.bookmarks.length === 0 ? null : (
        <BookmarkList bookmarks={history.bookmarks} present={present.document} onGo={go} />
      )}
      <h3>Steps, the newest first</h3>
      <ol className="history" aria-label="Steps" reversed>
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
              <span className="muted small-text">{PLACE_WORDS[state.place]}</span>
            </button>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}

const PLACE_WORDS = { past: '', present: 'on screen', future: 'undone' } as const;

function BookmarkForm({ suggestion }: { readonly suggestion: string }) {
  const actions = useActions();
  const [name, setName] = useState(suggestion);
  return (
    <form
      className="bookmark-form"
      onSubmit={(event) => {
        event.preventDefault();
        actions.addBookmark(name);
      }}
    >
      <label htmlFor="bookmark-name">Bookmark what is on screen as</label>
      <input
        id="bookmark-name"
        type="text"
        value={name}
        maxLength={120}
        onChange={(event) => setName(event.target.value)}
      />
      <button type="submit" className="button" disabled={name.trim() === ''}>
        <Icon name="bookmark" />
        Set bookmark
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
  return (
    <>
      <h3>Bookmarks</h3>
      <ul className="history" aria-label="Bookmarks">
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
              <span className="muted small-text">{document === present ? 'on screen' : ''}</span>
            </button>
            <IconButton
              icon="close"
              label={`Remove the bookmark ${name}`}
              onClick={() => actions.removeBookmark(name)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
