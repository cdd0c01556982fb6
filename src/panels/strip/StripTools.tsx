import { lazy, useState } from 'react';
import {
  isCountedLater,
  isCountedOld,
  isStripLevel,
  shownId,
  stripIds,
  STRIP_LEVELS,
  useActions,
  useAppState,
  useWords,
} from '../../state';
import { levelPlaces } from '../../state/strip/levels';
import { districtOf } from '../../state/view';
import { Dialog } from '../parts/Dialog';
import { IconButton } from '../parts/IconButton';
import { LazyPart } from '../parts/LazyPart';

const StripChooser = lazy(() =>
  import('./StripChooser').then((module) => ({ default: module.StripChooser })),
);

/** What the strip is about, and which indicators stand in it. */
export function StripTools() {
  const words = useWords();
  const actions = useActions();
  const level = useAppState((state) => state.stripLevel);
  const district = useAppState((state) => districtOf(state, shownId(state)));
  const selection = useAppState((state) => state.selection);
  const places = levelPlaces(district, selection);
  const id = useAppState(shownId);
  const isOld = useAppState(
    (state) => isCountedOld(state, shownId(state)) && stripIds(state).some(isCountedLater),
  );
  const [choosing, setChoosing] = useState(false);
  return (
    <>
      <select
        className="level-switch"
        aria-label={words('levels.label')}
        value={level}
        onChange={(event) => {
          if (isStripLevel(event.target.value)) actions.setStripLevel(event.target.value);
        }}
      >
        {STRIP_LEVELS.map((one) => (
          <option key={one} value={one} disabled={places[one] === null && one !== level}>
            {places[one] === null
              ? words(`levels.names.${one}`)
              : words(`levels.this.${one}`, { id: places[one] })}
          </option>
        ))}
      </select>
      {level === 'district' ? (
        <IconButton icon="edit" label={words('levels.chooseTitle')} onClick={() => setChoosing(true)} />
      ) : null}
      {isOld ? (
        <button type="button" className="button small" onClick={() => void actions.counted.count(id)}>
          {words('levels.countAgain')}
        </button>
      ) : null}
      {choosing ? (
        <Dialog title={words('levels.chooseTitle')} onClose={() => setChoosing(false)}>
          <LazyPart fallback={<p className="muted">{words('parts.opening')}</p>}>
            <StripChooser />
          </LazyPart>
        </Dialog>
      ) : null}
    </>
  );
}
