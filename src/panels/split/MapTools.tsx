import { BASELINE_ID, besideOf, scenariosOf, useActions, useAppState, useWords } from '../../state';
import { IconButton } from '../parts/IconButton';

/** Switches of the map that are off until somebody wants them: a second scenario beside the first, and where power flows. */
export function MapTools() {
  const actions = useActions();
  const words = useWords();
  const beside = useAppState(besideOf);
  const hasOther = useAppState((state) => scenariosOf(state).length > 1 && state.mode === 'plan');
  const showsFlow = useAppState((state) => state.showsFlow);
  const drawsFlow = useAppState((state) => state.showGrid && state.look === 'data');
  return (
    <>
      {hasOther ? (
        <IconButton
          icon="split"
          label={words(beside === null ? 'split.start' : 'split.end')}
          aria-pressed={beside !== null}
          onClick={() => actions.holdBeside(beside === null ? BASELINE_ID : null)}
        />
      ) : null}
      {drawsFlow ? (
        <IconButton
          icon="flow"
          label={words(showsFlow ? 'split.hideFlow' : 'split.showFlow')}
          aria-pressed={showsFlow}
          onClick={() => actions.setShowsFlow(!showsFlow)}
        />
      ) : null}
    </>
  );
}
