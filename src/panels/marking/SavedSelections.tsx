import { useMemo } from 'react';
import { BASELINE_ID, savedSelections, useActions, useAppParts, useAppStore, useSpeech } from '../../state';
import { foundBy } from '../../state/marked/view';
import { districtOf } from '../../state/view';
import { IconButton } from '../parts/IconButton';
import { handFocusToBar } from './barFocus';

/** Selections that the project keeps by name: choose one again, or delete it. */
export function SavedSelections() {
  const actions = useActions();
  const store = useAppStore();
  const { words } = useSpeech();
  const parts = useAppParts((state) => [
    savedSelections(state.history.present),
    districtOf(state, BASELINE_ID),
  ]);
  const saved = useMemo(() => {
    void parts;
    const state = store.getState();
    const district = districtOf(state, BASELINE_ID);
    return savedSelections(state.history.present).map(({ name, kind, rule }) => ({
      ...{ name, kind },
      count: district === null ? 0 : foundBy(district, kind, rule).count,
    }));
  }, [parts, store]);
  if (saved.length === 0) return null;
  return (
    <ul className="saved-selections row wrap" aria-label={words('marked.saved.label')}>
      {saved.map(({ name, kind, count }) => (
        <li key={name} className="row">
          {count === 0 ? (
            <span className="muted small-text">{words('marked.saved.gone', { name })}</span>
          ) : (
            <button
              type="button"
              className="button small"
              title={words('marked.saved.choose', {
                name,
                count: words(`marked.count.${kind}`, { count }),
              })}
              onClick={() => void actions.marks.recall(name)}
            >
              {name} <span className="muted">({count})</span>
            </button>
          )}
          <IconButton
            icon="close"
            label={words('marked.saved.forget', { name })}
            onClick={() => {
              actions.marks.forget(name);
              handFocusToBar();
            }}
          />
        </li>
      ))}
    </ul>
  );
}
