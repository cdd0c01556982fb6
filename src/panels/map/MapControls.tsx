import { useState, type ReactNode } from 'react';
import { BASELINE_ID, useActions, useAppState, useWords } from '../../state';
import { isHidden } from '../../state/present';
import { IconButton } from '../parts/IconButton';

/** The camera for those who cannot or will not drag. */
interface CameraMoves {
  orbit(azimuthRad: number, polarRad: number): void;
  zoom(factor: number): void;
  north(): void;
}

const TURN_RAD = Math.PI / 8;

export function MapControls({
  camera,
  children,
}: {
  readonly camera: CameraMoves | null;
  /** Buttons after those of the camera. */
  readonly children?: ReactNode;
}) {
  const actions = useActions();
  const words = useWords();
  const showGrid = useAppState((state) => state.showGrid);
  // Before a room the map is what is looked at: its tools come when they are asked for, and under a cover there is none to move.
  const folds = useAppState((state) => state.mode === 'present');
  const hidden = useAppState(isHidden);
  const [isOpen, setIsOpen] = useState(false);
  if (hidden) return null;
  // One button at one place, so that the focus stays on it.
  const tools = (
    <IconButton
      key="tools"
      icon="menu"
      label={words('map.tools')}
      aria-expanded={isOpen}
      onClick={() => setIsOpen(!isOpen)}
    />
  );
  if (folds && !isOpen)
    return (
      <div className="map-controls" role="toolbar" aria-label={words('map.camera')}>
        <IconButton icon="home" label={words('map.home')} onClick={() => actions.moveCamera('home')} />
        {tools}
      </div>
    );
  return (
    <div className="map-controls" role="toolbar" aria-label={words('map.camera')}>
      <IconButton icon="home" label={words('map.home')} onClick={() => actions.moveCamera('home')} />
      {folds ? tools : null}
      <IconButton icon="top" label={words('map.top')} onClick={() => actions.moveCamera('top')} />
      <IconButton icon="north" label={words('map.north')} onClick={() => camera?.north()} />
      <IconButton icon="turnLeft" label={words('map.turnLeft')} onClick={() => camera?.orbit(-TURN_RAD, 0)} />
      <IconButton
        icon="turnRight"
        label={words('map.turnRight')}
        onClick={() => camera?.orbit(TURN_RAD, 0)}
      />
      <IconButton icon="zoomIn" label={words('map.closer')} onClick={() => camera?.zoom(1.4)} />
      <IconButton icon="zoomOut" label={words('map.farther')} onClick={() => camera?.zoom(1 / 1.4)} />
      <IconButton
        icon="grid"
        label={words(showGrid ? 'map.hideGrid' : 'map.showGrid')}
        aria-pressed={showGrid}
        onClick={() => actions.setShowGrid(!showGrid)}
      />
      {children}
    </div>
  );
}

/** Held by pointer or key: the baseline in place of the scenario, everywhere. */
export function HoldBaseline() {
  const actions = useActions();
  const words = useWords();
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
      {words(held ? 'map.heldBaseline' : 'map.holdBaseline')} <kbd>B</kbd>
    </button>
  );
}
