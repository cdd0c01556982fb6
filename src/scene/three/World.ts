import {
  Group,
  NeutralToneMapping,
  NoToneMapping,
  type PerspectiveCamera,
  type Scene,
  type WebGLRenderer,
} from 'three';
import type { District } from '../../model/district';
import type { CameraRequest, LabelRequest, SceneApi, SceneState, Target } from '../types';
import { CameraRig } from './cameraRig';
import { CanvasSides } from './canvasSides';
import { CityLayer } from './cityLayer';
import { renderContactShade, type ContactShade } from './contactShade';
import { litShare } from './daylight';
import { extentOf, subjectOf, type Extent } from './extent';
import { spreadOf } from './glyphClusters';
import { LabelLayer } from './labelLayer';
import { LightRig } from './lightRig';
import { NetworkView } from './networkView';
import { EdgeLayer } from './outlineLayer';
import { Outlines } from './outlines';
import { pixelsPerMetre } from './onScreen';
import { Scenery } from './scenery';
import { Sight } from './sight';
import type { PaintIndex } from './split';
import type { SceneTile } from './tiles';
import { makeSceneApi } from './sceneApi';

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

const NO_LABELS: readonly LabelRequest[] = [];
/** So long signs of the flow move after it has changed. */
const FLOW_S = 5;

/** Everything in the canvas. React hands it a state; it changes materials, tables and the camera, and nothing else. */
export class World {
  readonly rig: CameraRig;
  readonly sight: Sight;
  readonly api: SceneApi;
  private readonly root = new Group();
  private readonly extent: Extent;
  private readonly city: CityLayer;
  private readonly scenery: Scenery;
  private readonly edges: EdgeLayer;
  private readonly light: LightRig;
  private readonly network: NetworkView | null;
  private readonly outlines: Outlines;
  private readonly labels: Readonly<Record<PaintIndex, LabelLayer>>;
  private readonly shade: ContactShade;
  private state: SceneState | null = null;
  private readonly sides = new CanvasSides();
  private flowLeftS = 0;

  constructor(private readonly parts: WorldParts) {
    const { renderer, scene, camera, district, tiles } = parts;
    this.extent = extentOf(district);
    const rowOfBuilding = new Map(district.buildings.map((building, row) => [building.id, row]));
    this.rig = new CameraRig(camera, this.extent.radiusM, subjectOf(district, this.extent));
    this.light = new LightRig(scene, this.extent, parts.shadows);
    const { air } = this.light;
    this.city = new CityLayer(district.buildings, tiles, district.seed, parts.shadows ? null : air);
    this.scenery = new Scenery(district, this.extent, parts.shadows, air);
    this.edges = new EdgeLayer(this.city.geometries);
    this.network = district.network ? new NetworkView(district.network, !parts.shadows) : null;
    this.outlines = new Outlines(this.city.geometries, district.buildings, rowOfBuilding);
    const { city, edges, outlines, network, sides } = this;
    this.sight = new Sight({
      ...{ renderer, camera, district, groundM: this.extent.groundM },
      ...{ city, edges, outlines, network, sides },
    });
    this.labels = { 0: LabelLayer.within(parts.labelHost), 1: LabelLayer.within(parts.labelHost) };
    const raised = new Group();
    raised.position.z = -this.extent.groundM;
    raised.add(this.city.group, this.edges.group, this.outlines.group);
    this.root.add(this.light.group, this.scenery.group, raised);
    if (this.network) this.root.add(this.network.group);
    scene.add(this.root);
    renderer.shadowMap.autoUpdate = false;
    this.shade = renderContactShade(renderer, this.city.geometries, this.extent, parts.shadows);
    this.scenery.setShade(this.shade);
    this.api = makeSceneApi(this, parts);
  }

  resize(width: number, height: number): void {
    this.sight.size = { width, height };
    this.divide();
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
    this.city.paint(0, state.buildingColours, state.highlighted);
    if (state.beside !== null) this.city.paint(1, state.beside.painted.buildingColours, state.highlighted);
    const besides = [state, ...(state.beside === null ? [] : [state.beside.painted])];
    besides.forEach(({ buildings }, paint) => {
      this.city.fit(paint as PaintIndex, buildings);
      this.castAnew(this.scenery.fit(paint as PaintIndex, buildings));
    });
    if (this.network?.set(state, before) === true) this.flowLeftS = FLOW_S;
    this.sight.showsGrid = state.showGrid;
    this.sight.forget();
    this.labels[0].set(state.labels);
    this.labels[1].set(state.beside?.painted.labels ?? NO_LABELS);
    if (before?.beside?.kind !== state.beside?.kind || before?.beside?.share !== state.beside?.share)
      this.divide();
    this.outlines.show(state, before);
    if (before?.theme !== state.theme) this.frameSizes();
    this.parts.invalidate();
  }

  /** One frame's changes. True while another frame is needed. */
  tick(dtS: number): boolean {
    const moving = this.rig.tick(dtS);
    const pixelsPerM = pixelsPerMetre(this.parts.camera, this.sight.size, this.rig.distanceM);
    this.edges.fade(pixelsPerM);
    this.castAnew(this.city.detail(pixelsPerM));
    this.sight.pickFromDrawn();
    const { clearsWithGround, castsAnew } = this.scenery.detail(pixelsPerM);
    this.light.clearWithGround(clearsWithGround);
    this.castAnew(castsAnew);
    this.network?.detail(pixelsPerM);
    this.outlines.detail(pixelsPerM);
    const more = this.sight.drawsEdges && this.edges.advance();
    this.light.reach(this.state?.look ?? 'data', this.rig.distanceM);
    this.network?.arrange(this.parts.camera, this.sight.size);
    for (const side of this.sides.all)
      this.labels[side.paint].place((target) => this.sight.projectOn(side, target));
    return this.flows(dtS) || moving || more;
  }

  draw(): void {
    const { renderer, scene, camera } = this.parts;
    this.sides.draw(renderer, (paint) => {
      this.city.wear(paint);
      this.scenery.wear(paint);
      this.network?.wear(paint);
      renderer.render(scene, camera);
    });
  }

  /** Where a sign stands for several transformers, the camera goes to where each has its own. True if there is one at this pixel. */
  openCluster(canvasX: number, y: number): boolean {
    const places = this.sight.clusterAt(canvasX, y);
    if (places === null) return false;
    const { x, y: centreY, radiusM } = spreadOf(places);
    this.rig.flyTo(x, centreY, Math.min(this.rig.distanceM * 0.6, radiusM * 6));
    this.parts.invalidate();
    return true;
  }

  flyTo(target: Target): void {
    const place = this.sight.placeOf(target);
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
      this.scenery,
      this.edges,
      this.light,
      this.shade,
      this.labels[0],
      this.labels[1],
      this.sight,
      this.outlines,
    ])
      part.dispose();
    this.network?.dispose();
  }

  private dress(state: SceneState): void {
    const ghost = state.showGrid && state.look === 'scene';
    this.city.dress(state.look, state.theme, ghost);
    this.scenery.dress(state);
    this.edges.dress(state.theme);
    this.edges.wanted = state.look === 'data';
    this.castAnew(true);
  }

  /** Shadows are drawn again where what casts them has changed, and not with every picture. */
  private castAnew(hasChanged: boolean): void {
    if (hasChanged) this.parts.renderer.shadowMap.needsUpdate = true;
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
    this.castAnew(true);
    const { uNight, uLit, uSkyTint } = this.city.sceneUniforms;
    uNight.value = daylight.night;
    this.scenery.setHour(daylight, state);
    uLit.value.set(litShare(state.hour.hourOfDay, true), litShare(state.hour.hourOfDay, false));
    uSkyTint.value.copy(daylight.zenith).lerp(daylight.horizon, 0.35);
  }

  /** Shares the canvas anew; a first view that nobody has moved fits what is left to each side. */
  private divide(): void {
    const { width, height } = this.sight.size;
    const beside = this.state?.beside ?? null;
    this.sides.divide(beside, width);
    this.rig.fit(this.sides.narrowestPx(beside, width) / Math.max(1, height));
  }

  /** Signs of the flow run for some seconds whenever it has changed, then rest. */
  private flows(dtS: number): boolean {
    if (this.flowLeftS <= 0 || this.state?.reducedMotion !== false || !this.state.showGrid) return false;
    this.flowLeftS -= Math.min(dtS, 0.1);
    this.network?.advance(Math.min(dtS, 0.1));
    return true;
  }

  private frameSizes(): void {
    const { width, height } = this.sight.size;
    const theme = this.state?.theme ?? 'light';
    this.network?.frame(width, height, theme);
    this.outlines.frame(width, height, theme);
  }
}
