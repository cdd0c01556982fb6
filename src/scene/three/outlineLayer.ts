import {
  BufferAttribute,
  BufferGeometry,
  EdgesGeometry,
  Group,
  LineBasicMaterial,
  LineSegments,
  type Object3D,
} from 'three';
import { DATA_WORLD, CASING, SURFACES, type Theme } from '../../state/display';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';

const CREASE_DEG = 25;
const SLICE_MS = 12;
const FADED_PX_PER_M = 0.85;
const FULL_PX_PER_M = 2;

/** Thin edges that keep the shape of unlit bodies. Found tile by tile, a few per frame, so that no frame is held up. */
export class EdgeLayer {
  readonly group = new Group();
  private readonly material = new LineBasicMaterial({
    transparent: true,
    toneMapped: false,
    depthWrite: false,
  });
  private pending: BufferGeometry[];
  private fullOpacity = 1;
  /** Edges belong to the Data look. */
  wanted = false;
  /** 0: none is drawn. */
  strength = 0;

  constructor(geometries: readonly BufferGeometry[]) {
    this.pending = [...geometries];
  }

  dress(theme: Theme): void {
    this.material.color.set(DATA_WORLD[theme].edge);
    this.fullOpacity = theme === 'dark' ? 0.85 : 0.42;
  }

  /** From afar an edge would be as wide as a house: colours speak alone there. */
  fade(pixelsPerM: number): void {
    const share = Math.min(1, Math.max(0, (pixelsPerM - FADED_PX_PER_M) / (FULL_PX_PER_M - FADED_PX_PER_M)));
    this.strength = this.wanted ? share : 0;
    this.group.visible = this.strength > 0;
    this.material.opacity = this.fullOpacity * share;
  }

  /** Finds edges for a few milliseconds; true while tiles are left. */
  advance(): boolean {
    const until = performance.now() + SLICE_MS;
    while (performance.now() < until) {
      const tile = this.pending.pop();
      if (!tile) return false;
      const lines = new LineSegments(new EdgesGeometry(tile, CREASE_DEG), this.material);
      lines.renderOrder = 3;
      this.group.add(lines);
    }
    return this.pending.length > 0;
  }

  dispose(): void {
    for (const child of this.group.children) (child as LineSegments).geometry.dispose();
    this.material.dispose();
  }
}

/** Outline of one building: a double stroke of three pixels when selected, one pixel when hovered. */
export class BuildingOutline {
  readonly group = new Group();
  private readonly outer: LineMaterial;
  private readonly inner: LineMaterial;
  private row = -1;
  /** Ends of the drawn segments: x, y, z twice each. */
  segments: ArrayLike<number> = [];

  constructor(
    private readonly geometries: readonly BufferGeometry[],
    private readonly selected: boolean,
  ) {
    this.outer = new LineMaterial({ linewidth: selected ? 6 : 3, depthTest: false, transparent: true });
    this.inner = new LineMaterial({ linewidth: selected ? 3 : 1.2, depthTest: false, transparent: true });
    for (const material of [this.outer, this.inner]) material.toneMapped = false;
  }

  frame(width: number, height: number, theme: Theme): void {
    this.outer.color.set(SURFACES[theme].page);
    this.inner.color.set(CASING[theme]);
    this.outer.resolution.set(width, height);
    this.inner.resolution.set(width, height);
  }

  show(row: number): void {
    if (row === this.row) return;
    this.row = row;
    this.clear();
    this.segments = [];
    if (row < 0) return;
    const edges = new EdgesGeometry(bodyOf(this.geometries, row), CREASE_DEG);
    const geometry = new LineSegmentsGeometry().fromEdgesGeometry(edges);
    this.segments = edges.getAttribute('position').array;
    edges.dispose();
    [this.outer, this.inner].forEach((material, at) => {
      const lines = new LineSegments2(geometry, material);
      lines.renderOrder = (this.selected ? 12 : 10) + at;
      lines.frustumCulled = false;
      this.group.add(lines);
    });
  }

  dispose(): void {
    this.clear();
    this.outer.dispose();
    this.inner.dispose();
  }

  private clear(): void {
    const children: Object3D[] = [...this.group.children];
    for (const child of children) (child as LineSegments2).geometry.dispose();
    this.group.clear();
  }
}

/** The triangles of one building, taken out of its tile. */
export function bodyOf(geometries: readonly BufferGeometry[], row: number): BufferGeometry {
  const corners: number[] = [];
  for (const geometry of geometries) {
    const rows = geometry.getAttribute('buildingRow').array;
    const position = geometry.getAttribute('position').array;
    const index = geometry.getIndex()!.array;
    for (let at = 0; at < index.length; at += 1) {
      const vertex = index[at]!;
      if (rows[vertex] !== row) continue;
      corners.push(position[vertex * 3]!, position[vertex * 3 + 1]!, position[vertex * 3 + 2]!);
    }
    if (corners.length > 0) break;
  }
  return new BufferGeometry().setAttribute('position', new BufferAttribute(Float32Array.from(corners), 3));
}
