import { runOf, useActions, useAppState, useAppStore, useWords } from '../../state';
import { classColour, VARIABLE_DEFINITIONS, type Variable } from '../../state/display';
import { peakStep } from '../../state/present';
import { shownId } from '../../state';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';
import { Feedback } from './Feedback';
import { useHidden, useHourText, usePresent, useRunner } from './usePresent';

/** Over the map: what its colours mean and which hour it is; while a question is open a cover and nothing else. */
export function PresentCorner() {
  const present = usePresent();
  const hidden = useHidden();
  const words = useWords();
  const isMap = useAppState((state) => state.view === 'map');
  if (present === null) return null;
  if (hidden)
    return (
      <section className="present-cover" data-testid="cover" aria-label={words('present.hiddenMap')}>
        <p>
          <strong>{words('present.hiddenMap')}</strong>
        </p>
        <p>{words('present.hiddenMapText')}</p>
      </section>
    );
  return (
    <>
      <Feedback />
      {isMap ? (
        <div className="present-corner">
          <Hour />
          <Before />
          <Key />
        </div>
      ) : null}
    </>
  );
}

/** While a year is computed the map has the colours of the one before: that is said beside it. */
function Before() {
  const words = useWords();
  const shows = useAppState((state) => {
    const { status, result } = runOf(state, shownId(state));
    return status === 'ready' ? null : result === null ? 'present.mapFollows' : 'present.stillBefore';
  });
  if (shows === null) return null;
  return (
    <p className="present-older" data-testid="still-before" role="status">
      {words(shows)}
    </p>
  );
}

/** The classes of the map's variable in words, the lowest first. */
export const classWordsOf = (words: ReturnType<typeof useWords>, variable: Variable): readonly string[] =>
  words(`present.classes.${variable}`).split('|');

function Key() {
  const words = useWords();
  const theme = useTheme();
  const runner = useRunner();
  const variable = useAppState((state) => state.variable);
  const isProjector = useAppState((state) => state.isProjector);
  const { unit } = VARIABLE_DEFINITIONS[variable];
  return (
    <section className="present-key" aria-label={words(`present.variables.${variable}`)}>
      <div className="present-key-head">
        <h2>
          {words(`present.variables.${variable}`)}
          {unit === '' ? '' : ` (${unit})`}
        </h2>
        {isProjector ? null : (
          <IconButton icon="help" label={words('present.colours')} onClick={() => runner.show('colours')} />
        )}
      </div>
      <ul>
        {classWordsOf(words, variable).map((word, at) => (
          <li key={word}>
            <span className="swatch" style={{ backgroundColor: classColour(variable, at, theme) }} />
            {word}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Hour() {
  const words = useWords();
  const actions = useActions();
  const store = useAppStore();
  const hour = useHourText();
  const step = useAppState((state) => state.step);
  const isProjector = useAppState((state) => state.isProjector);
  const perHour = useAppState((state) => 3600 / state.stepS);
  const toPeak = () => {
    const state = store.getState();
    const { result } = runOf(state, shownId(state));
    if (result !== null) actions.setStep(peakStep(result));
  };
  return (
    <div className="present-hour" role="group" aria-label={words('present.hour')}>
      {isProjector ? null : (
        <IconButton
          icon="previous"
          label={words('present.hourBack')}
          onClick={() => actions.setStep(step - perHour)}
        />
      )}
      <strong>{hour(step)}</strong>
      {isProjector ? null : (
        <>
          <IconButton
            icon="next"
            label={words('present.hourOn')}
            onClick={() => actions.setStep(step + perHour)}
          />
          <IconButton icon="peak" label={words('present.hourPeak')} onClick={toPeak} />
        </>
      )}
    </div>
  );
}
