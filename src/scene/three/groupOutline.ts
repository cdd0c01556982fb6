import { Group } from 'three';
import type { Building } from '../../model/building';
import { CASING, SURFACES, type Theme } from '../../state/display';
import { LineMaterial } from 'three/addons/lines/LineMaterial.js';
import { LineSegments2 } from 'three/addons/lines/LineSegments2.js';
import { LineSegmentsGeometry } from 'three/addons/lines/LineSegmentsGeometry.js';

const WIDTHS_PX = [5, 2.4] as const;
/** From so many pixels a metre on the strokes have their full width; below it they are thinner, so that a house stays seen. */
const FULL_PX_PER_M = 2;
const LEAST_SHARE = 0.4;

/** Outlines of many buildings along their eaves, drawn as one: a double stroke, thinner than that of the one looked at. */
export class GroupOutline {
  readonly group = new Group();
  private readonly materials = WIDTHS_PX.map((linewidth) => {
    const material = new LineMaterial({ linewidth, depthTest: false, transparent: true });
    material.toneMapped = false;
    return material;
  });
  private geometry: LineSegmentsGeometry | null = null;
  /** Ends of the drawn segments: x, y, z twice each. */
  segments: readonly number[] = [];

  constructor(private readonly buildings: readonly Building[]) {}

  frame(width: number, height: number, theme: Theme): void {
    this.materials.forEach((material, at) => {
      material.color.set(at === 0 ? SURFACES[theme].page : CASING[theme]);
      material.resolution.set(width, height);
    });
  }

  detail(pixelsPerM: number): void {
    const share = Math.min(1, Math.max(LEAST_SHARE, pixelsPerM / FULL_PX_PER_M));
    this.materials.forEach((material, at) => (material.linewidth = WIDTHS_PX[at]! * share));
  }

  show(rows: readonly number[]): void {
    this.clear();
    this.segments = rows.flatMap((row) => eavesOf(this.buildings[row]!));
    if (this.segments.length === 0) return;
    const geometry = new LineSegmentsGeometry().setPositions([...this.segments]);
    this.geometry = geometry;
    this.materials.forEach((material, at) => {
      const lines = new LineSegments2(geometry, material);
      lines.renderOrder = 8 + at;
      lines.frustumCulled = false;
      this.group.add(lines);
    });
  }

  dispose(): void {
    this.clear();
    for (const material of this.materials) material.dispose();
  }

  private clear(): void {
    this.geometry?.dispose();
    this.geometry = null;
    this.group.clear();
  }
}

/** The edges of a footprint at the height of the eaves. */
function eavesOf({ footprint, baseElevationM, heightM }: Building): number[] {
  const z = baseElevationM + heightM;
  return [footprint.outer, ...footprint.holes].flatMap((ring) =>
    ring.flatMap(([x, y], at) => {
      const [nextX, nextY] = ring[(at + 1) % ring.length]!;
      return [x, y, z, nextX, nextY, z];
    }),
  );
}
