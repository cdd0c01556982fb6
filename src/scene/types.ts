import type { Building } from '../model/building';
import type { Theme } from '../state/display';
import type { Division } from './three/split';

export type Look = 'scene' | 'data';

/** Local standard time; `dayOfYear` 1 = 1 January, `hourOfDay` 0 <= h < 24. */
export interface HourOfYear {
  readonly dayOfYear: number;
  readonly hourOfDay: number;
}

export interface Site {
  readonly longitudeDeg: number;
  readonly latitudeDeg: number;
  readonly utcOffsetMin: number;
}

export type TargetKind = 'building' | 'transformer' | 'line' | 'bus';

/** What the pointer or the keyboard is on: an element of the district by its id. */
export interface Target {
  readonly kind: TargetKind;
  readonly id: string;
}

/** How a line is drawn at this hour. */
export interface LineState {
  readonly colour: string;
  /** 0..4, the class of its loading: wider when fuller. */
  readonly widthClass: number;
}

/** How a transformer is drawn at this hour. */
export interface TransformerState {
  readonly colour: string;
  /** Loading; of several in one sign the highest is shown. NaN: not known. */
  readonly percent: number;
  /** Above 100 %: an exclamation mark. */
  readonly alert: boolean;
  /** Above 120 %: a double outline. */
  readonly severe: boolean;
}

/** Text beside an element; at most about fifteen are shown, in the order given. */
export interface LabelRequest {
  readonly target: Target;
  readonly text: string;
}

/** A wish of the panels; a new `key` makes it happen. */
export interface CameraRequest {
  readonly key: number;
  readonly to: Target | 'home' | 'north' | 'top';
}

export interface ScreenPoint {
  readonly x: number;
  readonly y: number;
  /** In front of the camera, inside the canvas, and not hidden by another building. */
  readonly visible: boolean;
}

/** The handle a test or a panel holds. Coordinates are client pixels. */
export interface SceneApi {
  pickAt(clientX: number, clientY: number): Target | null;
  /** Where the ground lies under a client pixel, metres in the district's frame; null above the horizon. */
  groundAt(clientX: number, clientY: number): readonly [number, number] | null;
  projectBuilding(id: string): ScreenPoint | null;
  projectTransformer(id: string): ScreenPoint | null;
  /** Points on the middle of a line as it is drawn, every few pixels; not visible: outside of the canvas, or over a building. */
  projectLine(id: string): readonly ScreenPoint[];
  /** sRGB bytes of the pixel on screen; draws first. */
  readPixel(clientX: number, clientY: number): readonly [number, number, number];
  renderNow(): void;
  readonly camera: CameraControls;
}

export interface CameraControls {
  /** Turns around the point looked at. */
  orbit(azimuthRad: number, polarRad: number): void;
  /** Moves along the ground, in screen directions, as a share of the distance. */
  pan(right: number, forward: number): void;
  /** Above 1 comes closer. */
  zoom(factor: number): void;
  home(): void;
  top(): void;
  north(): void;
  flyTo(target: Target): void;
  /** Where the camera looks, clockwise from north. */
  readonly headingRad: number;
  /** Calls back whenever the heading on screen has changed; gives the way to stop. */
  watchHeading(changed: () => void): () => void;
}

/** What the numbers of one scenario put on the map. */
export interface PaintedState {
  /** RGBA per building in the district's order; alpha 0 is no data (hatched). Null: nothing is painted. */
  readonly buildingColours: Uint8Array | null;
  /** In the order of the network's lines; null: plain. */
  readonly lineStates: readonly LineState[] | null;
  readonly transformerStates: readonly TransformerState[] | null;
  /** Signed class of every line's flow, positive towards the end of its path, see `flowClass`; null: no signs. */
  readonly lineFlows: readonly number[] | null;
  readonly labels: readonly LabelRequest[];
  /** The scenario's buildings in the district's order, for what measures put on them; null: those of the district. */
  readonly buildings: readonly Building[] | null;
}

/** A second scenario on the left of the map: same camera, same hour, same colours for the same numbers. */
export interface BesideState extends Division {
  readonly painted: PaintedState;
}

export interface SceneState extends PaintedState {
  readonly look: Look;
  readonly theme: Theme;
  readonly hour: HourOfYear;
  readonly site: Site;
  readonly beside: BesideState | null;
  readonly showGrid: boolean;
  readonly selection: Target | null;
  readonly hovered: Target | null;
  /** Elements marked together: outlined. */
  readonly marked: { readonly kind: TargetKind; readonly ids: readonly string[] } | null;
  /** Ids of elements that belong together, for example everything downstream of the selection. */
  readonly highlighted: ReadonlySet<string> | null;
  readonly reducedMotion: boolean;
}
