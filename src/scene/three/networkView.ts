import { Group, Matrix4, type PerspectiveCamera } from 'three';
import type { Point } from '../../model/building';
import type { Line, LineRole, Network } from '../../model/network';
import { RAMPS, type Theme } from '../../state/display';
import type { PaintedState, SceneState, Target } from '../types';
import { clustersOf } from './glyphClusters';
import { GlyphLayer, type Glyph, type GlyphState } from './glyphLayer';
import { GridLayer, inDrawingOrder } from './gridLayer';
import { distanceToSegment, HEIGHT_M, middleOf, onScreen, pointsAlong, segmentsOf } from './linesOnScreen';
import type { CanvasSize } from './picker';
import type { PaintIndex } from './split';

/** Below this scale a service cable is a few pixels long. */
const FAR_PX_PER_M = 0.3;
/** Pointer targets of at least 24 px. */
const GLYPH_REACH_PX = 14;
const LINE_REACH_PX: Readonly<Record<LineRole, number>> = { mv: 7, lvMain: 6, service: 2.5 };
/** Share of the reach within which two lines lie in one trench: the one on top, drawn later, is meant. */
const SAME_TRENCH = 0.08;
/** Over a building a line must be hit itself, and a service cable, which ends inside, is never meant. */
const OVER_BODY_PX: Readonly<Record<LineRole, number>> = { mv: 3.5, lvMain: 2.5, service: 0 };

/** The network as seen: lines, transformers, the substation and open points, and what the pointer finds among them. */
export class NetworkView {
  readonly group = new Group();
  private readonly lines: GridLayer;
  private readonly glyphs: GlyphLayer;
  private readonly linesAsDrawn: readonly Line[];
  private readonly positionOfBus: ReadonlyMap<string, Point>;
  private isFar = false;
  private marked: ReadonlySet<string> = new Set();

  private readonly arranged = new Matrix4();
  private readonly seen = new Matrix4();
  private emphasised = new Set<string>();
  private selectedId: string | null = null;
  private isArranged = false;

  /** `thin`: lines may be one pixel wide from afar. */
  constructor(
    private readonly network: Network,
    thin: boolean,
  ) {
    this.positionOfBus = new Map(network.buses.map((bus) => [bus.id, bus.position]));
    this.lines = new GridLayer(network, HEIGHT_M, thin);
    this.linesAsDrawn = inDrawingOrder(network.lines);
    this.glyphs = new GlyphLayer(this.glyphsOf(network), HEIGHT_M);
    this.group.add(this.lines.group, this.glyphs.mesh);
  }

  /** Paints what has changed. True where flows have, which then are shown moving. */
  set(state: SceneState, before: SceneState | null): boolean {
    this.group.visible = state.showGrid;
    if (!state.showGrid) return false;
    this.emphasised = new Set([state.selection, state.hovered].flatMap((each) => (each ? [each.id] : [])));
    if (state.marked?.kind === 'line') for (const id of state.marked.ids) this.emphasised.add(id);
    this.marked = new Set(state.marked?.kind === 'transformer' ? state.marked.ids : []);
    this.selectedId = state.selection?.kind === 'transformer' ? state.selection.id : null;
    const isSame =
      before?.showGrid === true &&
      (['theme', 'look', 'selection', 'hovered', 'marked', 'highlighted'] as const).every(
        (key) => before[key] === state[key],
      );
    if (before?.selection !== state.selection) this.isArranged = false;
    const flowed = this.paint(0, state, before, state, isSame);
    if (state.beside === null) return flowed;
    return this.paint(1, state.beside.painted, before?.beside?.painted ?? null, state, isSame) || flowed;
  }

  private paint(
    paint: PaintIndex,
    painted: PaintedState,
    before: PaintedState | null,
    state: SceneState,
    isSame: boolean,
  ): boolean {
    if (!isSame || before?.lineStates !== painted.lineStates)
      this.lines.paint(paint, painted.lineStates, state.theme, state.highlighted, this.emphasised);
    if (!isSame || before?.transformerStates !== painted.transformerStates)
      this.glyphs.set(paint, this.glyphStates(state, painted.transformerStates));
    const flows = state.look === 'data' ? painted.lineFlows : null;
    const flowed = flows !== (before?.lineFlows ?? null);
    if (flowed || !isSame) this.lines.flow.paint(paint, flows);
    return flowed && flows !== null;
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.lines.wear(paint);
    this.glyphs.wear(paint);
  }

  /** Moves the signs of the flow. */
  advance(dtS: number): void {
    this.lines.flow.advance(dtS);
  }

  /** Leaves out what is too small to be seen or meant at this scale. */
  detail(pixelsPerM: number): void {
    this.isFar = pixelsPerM < FAR_PX_PER_M;
    this.lines.setFar(this.isFar);
  }

  /** Transformers too close to be told apart share a sign; what is looked at keeps its own. */
  arrange(camera: PerspectiveCamera, size: CanvasSize): void {
    if (!this.group.visible) return;
    this.seen.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    if (this.isArranged && this.seen.equals(this.arranged)) return;
    this.arranged.copy(this.seen);
    this.isArranged = true;
    const { transformers } = this.network;
    const xy = new Float64Array(transformers.length * 2);
    const alone = new Set<number>();
    transformers.forEach(({ id, position }, at) => {
      xy.set(onScreen(camera, size, position), at * 2);
      if (id === this.selectedId) alone.add(at);
    });
    const groups = clustersOf(xy, alone);
    const others = this.glyphs.glyphs.slice(transformers.length).map((_, at) => [transformers.length + at]);
    this.glyphs.arrange([...groups, ...others]);
  }

  frame(width: number, height: number, theme: Theme): void {
    this.lines.frame(width, height, theme);
    this.glyphs.frame(width, height, theme);
  }

  placeOf(target: Target): readonly [number, number, number] | null {
    if (target.kind === 'transformer') {
      const found = this.network.transformers.find((each) => each.id === target.id);
      return found ? [...found.position, HEIGHT_M] : null;
    }
    if (target.kind === 'bus') {
      const position = this.positionOfBus.get(target.id);
      return position ? [...position, HEIGHT_M] : null;
    }
    const path = this.network.lines.find((line) => line.id === target.id)?.path;
    const middle = path?.[Math.floor((path.length - 1) / 2)];
    return middle ? [...middle, HEIGHT_M] : null;
  }

  /**
   * Transformers first, then the nearest line within reach, of several in one trench the one on top. Where several share a sign,
   * the worst of them is meant.
   */
  pick(
    camera: PerspectiveCamera,
    size: CanvasSize,
    { x, y, paint }: Pointed,
    overBody: boolean,
  ): Target | null {
    const group = this.groupAt(camera, size, x, y);
    if (group !== null) {
      return { kind: 'transformer', id: this.network.transformers[this.glyphs.worstOf(group, paint)]!.id };
    }
    let best: Target | null = null;
    let nearest = 1;
    this.eachSegment(camera, size, overBody ? OVER_BODY_PX : LINE_REACH_PX, (id, from, to, reachPx) => {
      const share = distanceToSegment(x, y, from, to) / reachPx;
      if (share < 1 && share < nearest + SAME_TRENCH)
        [best, nearest] = [{ kind: 'line', id }, Math.min(share, nearest)];
    });
    return best;
  }

  /** Places of the transformers that share the sign at a pixel; null where none does, or one is by itself. */
  clusterAt(camera: PerspectiveCamera, size: CanvasSize, x: number, y: number): readonly Point[] | null {
    const group = this.groupAt(camera, size, x, y);
    if (group === null || group.length < 2) return null;
    return group.map((at) => this.network.transformers[at]!.position);
  }

  private groupAt(
    camera: PerspectiveCamera,
    size: CanvasSize,
    x: number,
    y: number,
  ): readonly number[] | null {
    let best: readonly number[] | null = null;
    let reach = GLYPH_REACH_PX;
    for (const group of this.glyphs.groups) {
      const transformer = this.network.transformers[group[0]!];
      if (transformer === undefined) continue;
      const [sx, sy] = onScreen(camera, size, transformer.position);
      const distance = Math.hypot(sx - x, sy - y);
      if (distance < reach) [best, reach] = [group, distance];
    }
    return best;
  }

  /** Calls back with every place on the canvas where a line or a glyph is found before a building: a segment and how far around it. */
  eachReach(
    camera: PerspectiveCamera,
    size: CanvasSize,
    take: (from: Point, to: Point, px: number) => void,
  ): void {
    for (const [first] of this.glyphs.groups) {
      const at = onScreen(camera, size, this.glyphs.glyphs[first!]!.position);
      if (Number.isFinite(at[0])) take(at, at, GLYPH_REACH_PX + 4);
    }
    this.eachSegment(camera, size, OVER_BODY_PX, (_, from, to, px) => take(from, to, px + 1.5));
  }

  private eachSegment(
    camera: PerspectiveCamera,
    size: CanvasSize,
    reach: Readonly<Record<LineRole, number>>,
    take: (id: string, from: Point, to: Point, reachPx: number) => void,
  ): void {
    for (const line of this.linesAsDrawn) {
      const reachPx = reach[line.role];
      if (reachPx === 0 || (this.isFar && line.role === 'service')) continue;
      for (const [from, to] of segmentsOf(camera, size, line)) take(line.id, from, to, reachPx);
    }
  }

  /** CSS pixels of points on the middle of a line as it is drawn, every few of them. */
  alongLine(camera: PerspectiveCamera, size: CanvasSize, id: string): readonly Point[] {
    const line = this.network.lines.find((each) => each.id === id);
    return line === undefined ? [] : pointsAlong(camera, size, line);
  }

  dispose(): void {
    this.lines.dispose();
    this.glyphs.dispose();
  }

  private glyphsOf(network: Network): Glyph[] {
    const transformers = network.transformers.map(({ position }): Glyph => ({
      kind: 'transformer',
      position,
    }));
    const sources = network.sources.flatMap((source): Glyph[] => {
      const position = this.positionOfBus.get(source.busId);
      return position ? [{ kind: 'source', position }] : [];
    });
    const open = network.switches
      .filter((each) => !each.closed)
      .flatMap((each): Glyph[] => {
        const path = network.lines.find((line) => line.id === each.lineId)?.path;
        return path ? [{ kind: 'openSwitch', position: middleOf(path) }] : [];
      });
    return [...transformers, ...sources, ...open];
  }

  private glyphStates(state: SceneState, states: PaintedState['transformerStates']): GlyphState[] {
    const plain = RAMPS.loading[state.theme][0];
    return this.glyphs.glyphs.map((_, at): GlyphState => {
      const transformer = this.network.transformers[at];
      const { colour = plain, percent = Number.NaN, alert = false, severe = false } = states?.[at] ?? {};
      if (!transformer) return { colour: plain, percent: 0, alert: false, severe: false, emphasis: 0 };
      const selected = state.selection?.kind === 'transformer' && state.selection.id === transformer.id;
      const hovered = state.hovered?.kind === 'transformer' && state.hovered.id === transformer.id;
      return {
        colour,
        percent,
        alert,
        severe,
        emphasis: selected ? 2 : hovered || this.marked.has(transformer.id) ? 1 : 0,
      };
    });
  }
}

/** A pixel of the canvas, in the picture whose side it lies on. */
export interface Pointed {
  readonly x: number;
  readonly y: number;
  readonly paint: PaintIndex;
}
