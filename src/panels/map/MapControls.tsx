import { BASELINE_ID, useActions, useAppState } from '../../state';
import { IconButton } from '../parts/IconButton';

/** The camera for those who cannot or will not drag. */
export interface CameraMoves {
  orbit(azimuthRad: number, polarRad: number): void;
  zoom(factor: number): void;
  north(): void;
}

const TURN_RAD = Math.PI / 8;

export function MapControls({ camera }: { readonly camera: CameraMoves | null }) {
  const actions = useActions();
  const showGrid = useAppState((state) => state.showGrid);
  return (
    <div className="map-controls" role="toolbar" aria-label="Camera">
      <IconButton icon="home" label="Whole district" onClick={() => actions.moveCamera('home')} />
      <IconButton icon="top" label="From above" onClick={() => actions.moveCamera('top')} />
      <IconButton icon="north" label="North up" onClick={() => camera?.north()} />
      <IconButton icon="turnLeft" label="Turn left" onClick={() => camera?.orbit(-TURN_RAD, 0)} />
      <IconButton icon="turnRight" label="Turn right" onClick={() => camera?.orbit(TURN_RAD, 0)} />
      <IconButton icon="zoomIn" label="Closer" onClick={() => camera?.zoom(1.4)} />
      <IconButton icon="zoomOut" label="Farther" onClick={() => camera?.zoom(1 / 1.4)} />
      <IconButton
        icon="grid"
        label={showGrid ? 'Hide the grid' : 'Show the grid'}
        aria-pressed={showGrid}
        onClick={() => actions.setShowGrid(!showGrid)}
      />
    </div>
  );
}

/** Held by pointer or key: the baseline in place of the scenario, everywhere. */
export function HoldBaseline() {
  const actions = useActions();
  const held = useAppState((state) => state.showsBaseline);
  const needless = useAppState((state) => state.activeId === BASELINE_ID);
  if (needless) return null;
  const hold = () => actions.holdBaseline(true);
  const release = () => actions.holdBaseline(false);
  return (
    <button
      type="button"
      className={`button hold ${held ? 'held' : ''}`}
      aria-pressed={held}
      onPointerDown={hold}
      onPointerUp={release}
      onPointerLeave={release}
      onBlur={release}
      onKeyDown={(event) => {
        if ((event.key === ' ' || event.key === 'Enter') && !event.repeat) hold();
      }}
      onKeyUp={(event) => {
        if (event.key === ' ' || event.key === 'Enter') release();
      }}
    >
      {held ? 'Showing Baseline' : 'Hold to show Baseline'} <kbd>B</kbd>
    </button>
  );
}
