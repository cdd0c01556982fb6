import type { PerspectiveCamera, WebGLRenderer } from 'three';
import type { District } from '../../model/district';
import type { Target } from '../types';
import type { CanvasSides } from './canvasSides';
import type { CityLayer } from './cityLayer';
import type { NetworkView } from './networkView';
import { groundUnder, onSide, toScreen, type Projected } from './onScreen';
import type { EdgeLayer } from './outlineLayer';
import type { Outlines } from './outlines';
import { BuildingPicker, type CanvasSize } from './picker';
import { roofPoints } from './roofPoint';
import { RoofSurvey } from './roofSurvey';
import type { SeenRoof } from './seenRoofs';
import type { Side } from './split';

/** What is looked at, and through what. */
interface SightParts {
  readonly renderer: WebGLRenderer;
  readonly camera: PerspectiveCamera;
  readonly district: District;
  readonly groundM: number;
  readonly city: CityLayer;
  readonly edges: EdgeLayer;
  readonly outlines: Outlines;
  readonly network: NetworkView | null;
  readonly sides: CanvasSides;
}

/** From pixels of the canvas to elements and places, and from these to pixels. It changes nothing that is drawn. */
export class Sight {
  size: CanvasSize = { width: 1, height: 1 };
  showsGrid = false;
  private readonly picker: BuildingPicker;
  private readonly survey: RoofSurvey;
  /** Found when first asked for. */
  private roofs: Float64Array | null = null;

  constructor(private readonly parts: SightParts) {
    this.picker = new BuildingPicker(parts.city.geometries);
    this.picker.raise(-parts.groundM);
    this.survey = new RoofSurvey(this.picker.scene);
  }

  /** In every frame: what is picked are the bodies as they are drawn at this distance. */
  pickFromDrawn(): void {
    this.picker.show(this.parts.city.drawn);
  }

  /** Something that lies over the roofs has changed. */
  forget(): void {
    this.survey.forget();
  }

  pick(canvasX: number, y: number): Target | null {
    const { renderer, camera, district, network, sides } = this.parts;
    const { shiftPx, paint } = sides.at(canvasX);
    const x = canvasX - shiftPx;
    const row = this.picker.pick(renderer, camera, this.size, x, y);
    const id = district.buildings[row]?.id;
    const onGrid = this.showsGrid
      ? network?.pick(camera, this.size, { x, y, paint }, id !== undefined)
      : undefined;
    return onGrid ?? (id === undefined ? null : { kind: 'building', id });
  }

  get drawsEdges(): boolean {
    return this.parts.edges.strength > 0;
  }

  /** The clearest pixel of a building's roof on the canvas; null where none is seen. */
  seenRoof(id: string): SeenRoof | null {
    const { renderer, camera, network, outlines, sides } = this.parts;
    const row = outlines.rowOf({ kind: 'building', id });
    const seen = this.survey.roof(row, renderer, camera, this.size, this.drawsEdges, (cover) => {
      if (this.showsGrid) network?.eachReach(camera, this.size, cover);
      for (const segments of outlines.segments) {
        for (let at = 0; at < segments.length; at += 6) {
          const from = this.toScreen(segments[at]!, segments[at + 1]!, segments[at + 2]!);
          const to = this.toScreen(segments[at + 3]!, segments[at + 4]!, segments[at + 5]!);
          cover([from.x, from.y], [to.x, to.y], 4);
        }
      }
    });
    if (seen === null) return null;
    const side = sides.shown;
    const x = seen.x + side.shiftPx;
    return { ...seen, x, clearPx: x >= side.fromPx && x < side.toPx ? seen.clearPx : 0 };
  }

  /** Where the ground lies under a pixel, for zooming towards the pointer. */
  groundAt(canvasX: number, y: number): readonly [number, number] | null {
    const { camera, sides } = this.parts;
    return groundUnder(camera, this.size, canvasX - sides.at(canvasX).shiftPx, y);
  }

  /** The places of the transformers that one sign at this pixel stands for; null where there is none of several. */
  clusterAt(canvasX: number, y: number): ReturnType<NetworkView['clusterAt']> {
    const { camera, network, sides } = this.parts;
    if (!this.showsGrid || network === null) return null;
    return network.clusterAt(camera, this.size, canvasX - sides.at(canvasX).shiftPx, y);
  }

  /** Client-independent position of an element on the canvas, on the side of the scenario on screen; null for an unknown one. */
  project(target: Target): Projected | null {
    return this.projectOn(this.parts.sides.shown, target);
  }

  /** Points on the middle of a line as it is drawn; in front where no building lies under them. */
  alongLine(id: string): readonly Projected[] {
    const { renderer, camera, network, sides } = this.parts;
    if (!this.showsGrid || network === null) return [];
    return network.alongLine(camera, this.size, id).map(([x, y]) => {
      const isInside = x >= 0 && y >= 0 && x < this.size.width && y < this.size.height;
      const isClear = isInside && this.picker.pick(renderer, camera, this.size, x, y) < 0;
      return onSide(sides.shown, { x, y, inFront: isClear });
    });
  }

  projectOn(side: Side, target: Target): Projected | null {
    const place = this.placeOf(target);
    if (!place) return null;
    return onSide(side, this.toScreen(place[0], place[1], place[2]));
  }

  /** Where an element stands, in metres; null for an unknown one. */
  placeOf(target: Target): readonly [number, number, number] | null {
    const { city, district, network, outlines } = this.parts;
    if (target.kind !== 'building') return network?.placeOf(target) ?? null;
    this.roofs ??= roofPoints(city.geometries, district.buildings.length);
    const [x, y, z] = this.roofs.subarray(outlines.rowOf(target) * 3);
    return x === undefined || y === undefined || z === undefined || Number.isNaN(x) ? null : [x, y, z];
  }

  dispose(): void {
    this.picker.dispose();
    this.survey.dispose();
  }

  private toScreen(x: number, y: number, z: number): Projected {
    return toScreen(this.parts.camera, this.size, [x, y, z - this.parts.groundM]);
  }
}
