import {
  Group,
  NeutralToneMapping,
  NoToneMapping,
  Vector3,
  type PerspectiveCamera,
  type Scene,
  type WebGLRenderer,
} from 'three';
import type { District } from '../../model/district';
import type { CameraRequest, SceneApi, SceneState, Target } from '../types';
import { CameraRig } from './cameraRig';
import { CityLayer } from './cityLayer';
import { renderContactShade, type ContactShade } from './contactShade';
import { litShare } from './daylight';
import { extentOf, subjectOf, type Extent } from './extent';
import { GroundLayer } from './groundLayer';
import { LabelLayer } from './labelLayer';
import { LightRig } from './lightRig';
import { NetworkView } from './networkView';
import { BuildingOutline, EdgeLayer } from './outlineLayer';
import { BuildingPicker, type CanvasSize } from './picker';
import { roofPoints } from './roofPoint';
import { RoofSurvey } from './roofSurvey';
import type { SeenRoof } from './seenRoofs';
import type { SceneTile } from './tiles';
import { TreeLayer } from './treeLayer';
import { makeSceneApi } from './sceneApi';
import { placeTrees } from './treeSites';

export interface WorldParts {
  readonly renderer: WebGLRenderer;
  readonly scene: Scene;
  readonly camera: PerspectiveCamera;
  readonly district: District;
  readonly tiles: readonly SceneTile[];
  readonly shadows: boolean;
  /** Empty element over the canvas that takes the labels. */
  readonly labelHost: HTMLElement;
  /** Asks for one more frame. */
  readonly invalidate: () => void;
}

const TREE_LIMIT = 1500;

/** Everything in the canvas. React hands it a state; it changes materials, tables and the camera, and nothing else. */
export class World {
  readonly rig: CameraRig;
  readonly api: SceneApi;
  private readonly root = new Group();
  private readonly extent: Extent;
  private readonly city: CityLayer;
  private readonly ground: GroundLayer;
  private readonly trees: TreeLayer;
  private readonly edges: EdgeLayer;
  private readonly light: LightRig;
  private readonly network: NetworkView | null;
  private readonly selectedOutline: BuildingOutline;
  private readonly hoveredOutline: BuildingOutline;
  private readonly picker: BuildingPicker;
  private readonly survey: RoofSurvey;
  private readonly labels: LabelLayer;
  private readonly shade: ContactShade;
  private readonly rowOfBuilding: ReadonlyMap<string, number>;
  /** Found when first asked for. */
  private roofs: Float64Array | null = null;
  private state: SceneState | null = null;
  private size: CanvasSize = { width: 1, height: 1 };

  constructor(private readonly parts: WorldParts) {
    const { renderer, scene, camera, district, tiles } = parts;
    this.extent = extentOf(district);
    this.rowOfBuilding = new Map(district.buildings.map((building, row) => [building.id, row]));
    this.rig = new CameraRig(camera, this.extent.radiusM, subjectOf(district, this.extent));
    this.city = new CityLayer(district.buildings, tiles, district.seed);
    this.ground = new GroundLayer(district, this.extent, parts.shadows);
    this.trees = new TreeLayer(placeTrees(district, TREE_LIMIT));
    this.edges = new EdgeLayer(this.city.geometries);
    this.light = new LightRig(scene, this.extent, parts.shadows);
    this.network = district.network ? new NetworkView(district.network) : null;
    this.selectedOutline = new BuildingOutline(this.city.geometries, true);
    this.hoveredOutline = new BuildingOutline(this.city.geometries, false);
    this.picker = new BuildingPicker(this.city.geometries);
    this.survey = new RoofSurvey(this.picker.scene);
    this.labels = new LabelLayer(parts.labelHost);
    const raised = new Group();
    raised.position.z = -this.extent.groundM;
    raised.add(this.city.group, this.edges.group, this.selectedOutline.group, this.hoveredOutline.group);
    this.picker.raise(-this.extent.groundM);
    this.root.add(this.light.group, this.ground.group, this.trees.mesh, raised);
    if (this.network) this.root.add(this.network.group);
    scene.add(this.root);
    renderer.shadowMap.autoUpdate = false;
    this.shade = renderContactShade(renderer, this.city.geometries, this.extent, parts.shadows);
    this.ground.setShade(this.shade);
    this.api = makeSceneApi(this, parts);
  }

  resize(width: number, height: number): void {
    this.size = { width, height };
    this.rig.fit(width / Math.max(1, height));
    this.frameSizes();
    this.parts.invalidate();
  }

  set(state: SceneState): void {
    const before = this.state;
    this.state = state;
    this.rig.immediate = state.reducedMotion;
    const dressed =
      before &&
      before.look === state.look &&
      before.theme === state.theme &&
      before.showGrid === state.showGrid;
    if (!dressed) this.dress(state);
    if (!dressed || before.hour !== state.hour || before.site !== state.site) this.setHour(state);
    if (before?.buildingColours !== state.buildingColours || before?.highlighted !== state.highlighted) {
      this.city.paint(state.buildingColours, state.highlighted);
    }
    this.network?.set(state);
    this.survey.forget();
    this.labels.set(state.labels);
    this.selectedOutline.show(this.rowOf(state.selection));
    this.hoveredOutline.show(this.rowOf(state.hovered));
    if (before?.theme !== state.theme) this.frameSizes();
    this.parts.invalidate();
  }

  /** One frame's changes. True while another frame is needed. */
  tick(dtS: number): boolean {
    const moving = this.rig.tick(dtS);
    const pixelsPerM = this.pixelsPerM();
    this.edges.fade(pixelsPerM);
    this.network?.detail(pixelsPerM);
    this.trees.detail(pixelsPerM);
    const more = this.drawsEdges && this.edges.advance();
    this.light.reach(this.state?.look ?? 'data', this.rig.distanceM);
    this.labels.place((target) => this.project(target));
    return moving || more;
  }

  pick(x: number, y: number): Target | null {
    const { renderer, camera, district } = this.parts;
    const row = this.picker.pick(renderer, camera, this.size, x, y);
    const id = district.buildings[row]?.id;
    const onGrid = this.state?.showGrid
      ? this.network?.pick(camera, this.size, x, y, id !== undefined)
      : undefined;
    return onGrid ?? (id === undefined ? null : { kind: 'building', id });
  }

  get drawsEdges(): boolean {
    return this.edges.strength > 0;
  }

  /** The clearest pixel of a building's roof on the canvas; null where none is seen. */
  seenRoof(id: string): SeenRoof | null {
    const { renderer, camera } = this.parts;
    const row = this.rowOfBuilding.get(id) ?? -1;
    return this.survey.roof(row, renderer, camera, this.size, this.drawsEdges, (cover) => {
      if (this.state?.showGrid) this.network?.eachReach(camera, this.size, cover);
      for (const { segments } of [this.selectedOutline, this.hoveredOutline]) {
        for (let at = 0; at < segments.length; at += 6) {
          const from = this.toScreen(segments[at]!, segments[at + 1]!, segments[at + 2]!);
          const to = this.toScreen(segments[at + 3]!, segments[at + 4]!, segments[at + 5]!);
          cover([from.x, from.y], [to.x, to.y], 4);
        }
      }
    });
  }

  /** Where the ground lies under a pixel, for zooming towards the pointer. */
  groundAt(x: number, y: number): readonly [number, number] | null {
    const { camera } = this.parts;
    POINT.set((x / this.size.width) * 2 - 1, 1 - (y / this.size.height) * 2, 0.5).unproject(camera);
    POINT.sub(camera.position);
    if (POINT.z > -1e-3) return null;
    const share = -camera.position.z / POINT.z;
    return [camera.position.x + POINT.x * share, camera.position.y + POINT.y * share];
  }

  /** Client-independent position of an element on the canvas; null for an unknown one. */
  project(target: Target): { x: number; y: number; inFront: boolean } | null {
    const place = this.placeOf(target);
    return place && this.toScreen(place[0], place[1], place[2]);
  }

  flyTo(target: Target): void {
    const place = this.placeOf(target);
    if (place) this.rig.flyTo(place[0], place[1], target.kind === 'building' ? 150 : 320);
    this.parts.invalidate();
  }

  follow(wish: CameraRequest['to']): void {
    if (wish === 'home') this.rig.home();
    else if (wish === 'north') this.rig.north();
    else if (wish === 'top') this.rig.top();
    else this.flyTo(wish);
    this.parts.invalidate();
  }

  dispose(): void {
    this.parts.scene.remove(this.root);
    this.parts.scene.fog = null;
    this.parts.scene.background = null;
    for (const part of [
      this.city,
      this.ground,
      this.trees,
      this.edges,
      this.light,
      this.shade,
      this.labels,
      this.picker,
      this.survey,
    ])
      part.dispose();
    this.network?.dispose();
    this.selectedOutline.dispose();
    this.hoveredOutline.dispose();
  }

  private dress(state: SceneState): void {
    const ghost = state.showGrid && state.look === 'scene';
    this.city.dress(state.look, state.theme, ghost);
    this.ground.dress(state.look, state.theme);
    this.trees.dress(state.look, state.theme, state.showGrid);
    this.edges.dress(state.theme);
    this.edges.wanted = state.look === 'data';
    this.parts.renderer.shadowMap.needsUpdate = true;
  }

  private setHour(state: SceneState): void {
    const { renderer } = this.parts;
    if (state.look === 'data') {
      this.light.setData(state.theme);
      renderer.toneMapping = NoToneMapping;
      return;
    }
    const daylight = this.light.setScene(state.site, state.hour);
    renderer.toneMapping = NeutralToneMapping;
    renderer.toneMappingExposure = daylight.exposure;
    renderer.shadowMap.needsUpdate = true;
    const { uNight, uLit, uSkyTint } = this.city.sceneUniforms;
    uNight.value = daylight.night;
    this.ground.setLamps(daylight.night);
    uLit.value.set(litShare(state.hour.hourOfDay, true), litShare(state.hour.hourOfDay, false));
    uSkyTint.value.copy(daylight.zenith).lerp(daylight.horizon, 0.35);
  }

  /** Scale at the point looked at. */
  private pixelsPerM(): number {
    const { camera } = this.parts;
    return (this.size.height * 0.5 * camera.projectionMatrix.elements[5]) / this.rig.distanceM;
  }

  private frameSizes(): void {
    const { width, height } = this.size;
    const theme = this.state?.theme ?? 'light';
    this.network?.frame(width, height, theme);
    this.selectedOutline.frame(width, height, theme);
    this.hoveredOutline.frame(width, height, theme);
  }

  private rowOf(target: Target | null): number {
    return target?.kind === 'building' ? (this.rowOfBuilding.get(target.id) ?? -1) : -1;
  }

  private placeOf(target: Target): readonly [number, number, number] | null {
    if (target.kind !== 'building') return this.network?.placeOf(target) ?? null;
    this.roofs ??= roofPoints(this.city.geometries, this.parts.district.buildings.length);
    const [x, y, z] = this.roofs.subarray(this.rowOf(target) * 3);
    return x === undefined || y === undefined || z === undefined || Number.isNaN(x) ? null : [x, y, z];
  }

  private toScreen(x: number, y: number, z: number): { x: number; y: number; inFront: boolean } {
    POINT.set(x, y, z - this.extent.groundM).project(this.parts.camera);
    return {
      x: (POINT.x * 0.5 + 0.5) * this.size.width,
      y: (0.5 - POINT.y * 0.5) * this.size.height,
      inFront: POINT.z < 1 && Math.abs(POINT.x) < 1 && Math.abs(POINT.y) < 1,
    };
  }
}

const POINT = new Vector3();
