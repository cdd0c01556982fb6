import { useMemo, useRef, useState } from 'react';
import { FlowKey } from '../panels/split/FlowKey';
import { MapTools } from '../panels/split/MapTools';
import { SplitOverlay } from '../panels/split/SplitOverlay';
import { SunDial } from '../panels/map/SunDial';
import type { SunAt } from '../panels/map/sunDialShape';
import { DrawOverlay } from '../panels/marking/DrawOverlay';
import { HoldBaseline, MapControls, MapCorner, useReducedMotion, useTheme } from '../panels';
import {
  CityView,
  cityTiles,
  sunPosition,
  type CameraRequest,
  type CityViewProps,
  type SceneApi,
  type SceneState,
  type SceneTile,
  type Target,
} from '../scene';
import {
  besideOf,
  runOf,
  shownId,
  useActions,
  useAppParts,
  useAppState,
  useAppStore,
  useWords,
} from '../state';
import type { District } from '../model/district';
import { ratingClasses } from '../model/ratingClass';
import type { Theme } from '../state/display';
import { isHidden } from '../state/present';
import { districtOf } from '../state/view';
import './styles/sunDial.css';
import { firstPictureComes, useSeen } from './firstPicture';
import { useMapKeys } from './mapKeys';
import { canvasLabel, highlightedOf, hourOf, labelsOf, paintedOf } from './sceneState';

const builtTiles = new WeakMap<District, readonly SceneTile[]>();

function tilesOf(district: District): readonly SceneTile[] {
  const known = builtTiles.get(district) ?? cityTiles(district);
  builtTiles.set(district, known);
  return known;
}

/** The map with what lies over it: legend, camera, the baseline's key. */
export function CityPane({ onUnavailable }: Pick<CityViewProps, 'onUnavailable'>) {
  const district = useAppState((state) => state.loaded?.district ?? null);
  const isSeen = useSeen(district !== null);
  if (district === null || !isSeen) return <div className="city" aria-busy="true" />;
  return <City key={district.id} district={district} onUnavailable={onUnavailable} />;
}

function City({ district, onUnavailable }: Pick<CityViewProps, 'district' | 'onUnavailable'>) {
  const actions = useActions();
  const frame = useRef<HTMLDivElement>(null);
  const [api, setApi] = useState<SceneApi | null>(null);
  const tiles = useMemo(() => tilesOf(district), [district]);
  const scene = useSceneState();
  const label = useAppState(canvasLabel);
  const request = useCameraRequest();
  const presents = useAppState((state) => state.mode === 'present');
  const isProjector = useAppState((state) => state.isProjector);
  const sunAt = useSunAt(scene);
  const onKeyDown = useMapKeys();
  const onPick = usePick();
  const ready = (made: SceneApi) => {
    setApi(made);
    firstPictureComes();
    // Browser tests compare pixels with numbers: the handle hangs on the canvas, out of every enumeration, not on window.
    const canvas = frame.current?.querySelector('canvas');
    if (canvas) Object.defineProperty(canvas, '__sceneApi', { value: made, configurable: true });
  };
  const city = (
    <div
      className="city"
      ref={frame}
      inert={isProjector}
      onKeyDown={onKeyDown}
      onKeyUp={(event) => {
        if (event.key.toLowerCase() === 'b') actions.holdBaseline(false);
      }}
      onBlur={() => actions.holdBaseline(false)}
    >
      <CityView
        district={district}
        tiles={tiles}
        state={scene}
        label={label}
        onPick={onPick}
        onHover={(target) => actions.hover(target)}
        onReady={ready}
        onUnavailable={onUnavailable}
        cameraRequest={request}
      />
      {api === null ? null : <DrawOverlay toGround={(x, y) => api.groundAt(x, y)} />}
      <Hovered />
      {presents ? null : <SplitOverlay />}
      {isProjector ? null : <SunDial sunAt={sunAt} camera={api?.camera ?? null} />}
      {isProjector ? null : (
        <MapControls camera={api?.camera ?? null}>
          <MapTools />
        </MapControls>
      )}
      {presents ? null : (
        <MapCorner>
          <FlowKey />
          <HoldBaseline />
        </MapCorner>
      )}
    </div>
  );
  // A projector's map takes no pointer and no key; what it shows is still said.
  return (
    <>
      {city}
      {isProjector ? <p className="hidden">{label}</p> : null}
    </>
  );
}

function Hovered() {
  const hovered = useAppState((state) => state.hovered);
  const words = useWords();
  const network = useAppState((state) => districtOf(state, shownId(state))?.network ?? null);
  const isBranch = hovered !== null && hovered.kind !== 'building';
  const known = !isBranch || network === null ? undefined : ratingClasses(network).get(hovered.id);
  return hovered === null ? null : (
    <p className="hovered" aria-hidden="true">
      {hovered.id}
      {known === undefined
        ? ''
        : `: ${words('inspector.branch.ratingClass')} ${words(`facts.ratingClasses.${known}`)}`}
    </p>
  );
}

/** The sun over the district through the day on screen. */
function useSunAt({ site, hour }: SceneState): SunAt {
  const { dayOfYear } = hour;
  const { longitudeDeg, latitudeDeg, utcOffsetMin } = site;
  return useMemo(
    () => (hourOfDay) => sunPosition({ longitudeDeg, latitudeDeg, utcOffsetMin }, { dayOfYear, hourOfDay }),
    [dayOfYear, longitudeDeg, latitudeDeg, utcOffsetMin],
  );
}

function useCameraRequest(): CameraRequest | null {
  const key = useAppState((state) => state.cameraKey);
  const to = useAppState((state) => state.cameraTo);
  return useMemo(() => (to === null ? null : { key, to }), [key, to]);
}

/** The scene's state, part by part, so that an hour repaints without rebuilding what did not change. */
function useSceneState(): SceneState {
  const store = useAppStore();
  const theme = useTheme();
  const reducedMotion = useReducedMotion();
  const look = useAppState((state) => state.look);
  const showGrid = useAppState((state) => state.showGrid);
  const selection = useAppState((state) => state.selection);
  const hovered = useAppState((state) => state.hovered);
  const marked = useAppState((state) => (state.mode === 'plan' ? state.marked : null));
  const attribution = useAppState((state) => state.attribution);
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const loaded = useAppState((state) => state.loaded);
  const presents = useAppState((state) => state.mode === 'present');
  const values = useAppParts((state) => [
    state.step,
    shownId(state),
    runOf(state, shownId(state)).result,
    state.weeks[shownId(state)],
    state.weeks['baseline'],
    state.variable,
    state.look,
    state.classFilter,
    state.evidenceAttribute,
    state.history.present.baseEdits,
    isHidden(state),
    state.showsFlow,
    theme,
  ]);
  const painted = useMemo(() => {
    void values;
    const state = store.getState();
    return paintedOf(state, theme, shownId(state));
  }, [values, store, theme]);
  const beside = useBeside(theme);
  const labels = useMemo(() => {
    void [values, selection, presents];
    return labelsOf(store.getState());
  }, [values, selection, presents, store]);
  const highlighted = useMemo(() => {
    void [attribution, selection];
    return highlightedOf(store.getState());
  }, [attribution, selection, store]);
  return useMemo((): SceneState => {
    void [step, stepS];
    const { frame } = loaded!.district;
    return {
      look,
      theme,
      hour: hourOf(store.getState()),
      site: {
        longitudeDeg: frame.longitudeDeg,
        latitudeDeg: frame.latitudeDeg,
        utcOffsetMin: loaded!.weather.utcOffsetMin,
      },
      ...painted,
      beside,
      showGrid,
      selection,
      hovered,
      marked,
      highlighted,
      labels,
      reducedMotion,
    };
  }, [
    look,
    theme,
    step,
    stepS,
    loaded,
    painted,
    beside,
    showGrid,
    selection,
    hovered,
    marked,
    highlighted,
    labels,
    reducedMotion,
    store,
  ]);
}

/** A click looks at an element; with Shift, Control or Command, or while clicks mark, it adds it or takes it away. */
function usePick(): (target: Target | null, several: boolean) => void {
  const actions = useActions();
  const store = useAppStore();
  return (target, several) => {
    const { mode, markTool } = store.getState();
    const marks = mode === 'plan' && (several || markTool === 'pick');
    if (!marks) actions.select(target);
    else if (target !== null) actions.marks.toggle(target);
  };
}

/** The scenario held beside the one on screen, painted like it; null while there is none. */
function useBeside(theme: Theme): SceneState['beside'] {
  const store = useAppStore();
  const id = useAppState(besideOf);
  const kind = useAppState((state) => state.besideKind);
  const share = useAppState((state) => state.divide);
  const values = useAppParts((state) => [
    state.step,
    id === null ? null : runOf(state, id).result,
    id === null ? null : state.weeks[id],
    state.weeks['baseline'],
    state.variable,
    state.look,
    state.classFilter,
    state.evidenceAttribute,
    state.history.present.baseEdits,
    state.selection,
    state.showsFlow,
    isHidden(state),
    theme,
  ]);
  const painted = useMemo(() => {
    void values;
    const state = store.getState();
    return id === null ? null : { ...paintedOf(state, theme, id), labels: labelsOf(state, id) };
  }, [values, store, theme, id]);
  return useMemo(() => (painted === null ? null : { painted, kind, share }), [painted, kind, share]);
}
