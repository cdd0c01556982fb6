import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Mesh,
  type Color,
  type Material,
  type MeshLambertMaterial,
  type ShaderMaterial,
  type Texture,
} from 'three';
import type { Building } from '../../model/building';
import { bytesOf, DATA_WORLD, NO_DATA, type Theme } from '../../state/display';
import type { AirUniforms } from './air';
import { appearanceOf } from './appearance';
import {
  dataMaterial,
  depthOnlyMaterial,
  sceneMaterial,
  type BuildingTables,
  type SceneUniforms,
} from './buildingMaterials';
import { fittedOf } from './equipment';
import { farBodies, heightsOf } from './farBodies';
import { farCityMaterial, farTexels } from './farCity';
import { RowTexture } from './rowTexture';
import type { PaintIndex } from './split';
import type { SceneTile } from './tiles';

/** From this scale on, pixels a metre, ghosts begin to grow solid; below the next nothing is seen through them. */
const GHOST_PX_PER_M = 0.6;
const SOLID_PX_PER_M = 0.3;
/** Below this scale the processor draws bodies without gables and parapets, see `farBodies.ts`. */
const PLAIN_PX_PER_M = 0.2;
/** How opaque lit buildings are while the grid under them is shown. Painted ones stay whole: their colour is a value. */
const GHOST_OPACITY = 0.55;
const SET_BACK = 120;

interface Painted {
  readonly colours: Uint8Array | null;
  readonly highlighted: ReadonlySet<string> | null;
}

/** All buildings: merged tiles, one row per building in tables that the shaders read. */
export class CityLayer {
  readonly group = new Group();
  readonly geometries: readonly BufferGeometry[];
  readonly sceneUniforms: SceneUniforms;
  private readonly values: Record<PaintIndex, RowTexture<Uint8Array>>;
  private readonly painted: Record<PaintIndex, Painted | null> = { 0: null, 1: null };
  private readonly wall: RowTexture<Uint8Array>;
  private readonly roof: RowTexture<Uint8Array>;
  private readonly shape: RowTexture<Float32Array>;
  /** Panels and scaffolding of both paints. */
  private readonly fitted: Record<PaintIndex, RowTexture<Uint8Array>>;
  private readonly fittedFrom: Record<PaintIndex, readonly Building[] | null> = { 0: null, 1: null };
  private readonly worn: { value: Texture };
  private readonly risesM: Float32Array;
  private readonly bodies: readonly Mesh[];
  private plain: readonly BufferGeometry[] | null = null;
  private isPlain = false;
  private readonly depthMeshes: readonly Mesh[];
  private readonly lit: MeshLambertMaterial;
  private readonly data: ReturnType<typeof dataMaterial>;
  private readonly depth = depthOnlyMaterial();
  private readonly far: ShaderMaterial | null;
  private readonly farTable: RowTexture<Uint8Array> | null;
  private look: 'scene' | 'data' = 'data';
  private isGhost = false;
  /** 1 from afar, where ghosts are solid. */
  private solidity = 0;

  constructor(
    private readonly buildings: readonly Building[],
    private readonly tiles: readonly SceneTile[],
    seed: number,
    /** Given where the processor draws: from afar bodies are lit at their corners. */
    air: AirUniforms | null,
  ) {
    const rows = buildings.length;
    this.values = { 0: RowTexture.bytes(rows), 1: RowTexture.bytes(rows) };
    this.wall = RowTexture.bytes(rows);
    this.roof = RowTexture.bytes(rows);
    this.shape = RowTexture.floats(rows);
    this.fitted = { 0: RowTexture.bytes(rows), 1: RowTexture.bytes(rows) };
    this.risesM = risesOf(buildings, tiles);
    this.farTable = air && RowTexture.bytes(2 * rows);
    buildings.forEach((building, row) => {
      const look = appearanceOf(building, seed);
      this.farTable?.store.set(farTexels(look), row * 8);
      this.wall.store.set(look.wall, row * 4);
      this.roof.store.set(look.roof, row * 4);
      this.shape.store.set(look.shape, row * 4);
    });
    const tables: BuildingTables = {
      value: this.values[0].texture,
      wall: this.wall.texture,
      roof: this.roof.texture,
      shape: this.shape.texture,
      fitted: this.fitted[0].texture,
    };
    const scene = sceneMaterial(tables);
    this.lit = scene.material;
    this.worn = scene.fitted;
    this.sceneUniforms = scene.uniforms;
    this.data = dataMaterial(tables);
    this.far = air && this.farTable && farCityMaterial(this.farTable, scene.uniforms, air);
    this.geometries = tiles.map(geometryOf);
    this.bodies = this.geometries.map((geometry) => new Mesh(geometry, this.data));
    this.depthMeshes = this.geometries.map((geometry) => new Mesh(geometry, this.depth));
    for (const mesh of this.depthMeshes) mesh.renderOrder = 1;
    for (const mesh of this.bodies) mesh.renderOrder = 2;
    this.group.add(...this.depthMeshes, ...this.bodies);
  }

  /** Look of all bodies. Ghosts keep their light and windows; depth is written first, so that no inside shows through. */
  dress(look: 'scene' | 'data', theme: Theme, ghost: boolean): void {
    this.look = look;
    this.isGhost = ghost;
    this.wearLook();
    const { uniforms } = this.data;
    setBytes(uniforms['uNeutral']!.value as Color, DATA_WORLD[theme].building);
    setBytes(uniforms['uNoDataFill']!.value as Color, NO_DATA[theme].fill);
    setBytes(uniforms['uNoDataHatch']!.value as Color, NO_DATA[theme].hatch);
  }

  /**
   * Ghosts grow solid with the distance: from afar the cables are drawn over everything, and seeing through costs a pass. True where
   * the bodies have begun to cast a shadow, or cast none any more.
   */
  detail(pixelsPerM: number): boolean {
    this.simplify(this.far !== null && pixelsPerM < PLAIN_PX_PER_M);
    const share = (GHOST_PX_PER_M - pixelsPerM) / (GHOST_PX_PER_M - SOLID_PX_PER_M);
    const solidity = Math.min(1, Math.max(0, share));
    if (solidity === this.solidity) return false;
    const didCast = this.castsShadow;
    this.solidity = solidity;
    this.wearLook();
    return this.castsShadow !== didCast;
  }

  private get castsShadow(): boolean {
    return this.look === 'scene' && (!this.isGhost || this.solidity === 1);
  }

  /** The bodies that are drawn at this distance. */
  get drawn(): readonly BufferGeometry[] {
    return this.isPlain && this.plain ? this.plain : this.geometries;
  }

  private simplify(isPlain: boolean): void {
    if (isPlain === this.isPlain) return;
    this.isPlain = isPlain;
    if (isPlain) this.plain ??= farBodies(this.buildings, this.tiles);
    this.bodies.forEach((mesh, at) => (mesh.geometry = this.drawn[at]!));
  }

  private wearLook(): void {
    const isFar = this.solidity === 1;
    const ghost = this.isGhost && !isFar;
    const lit: Material = (isFar ? this.far : null) ?? this.lit;
    for (const mesh of this.bodies) {
      mesh.material = this.look === 'scene' ? lit : this.data;
      mesh.castShadow = this.castsShadow;
      mesh.receiveShadow = this.look === 'scene';
    }
    for (const mesh of this.depthMeshes) mesh.visible = ghost;
    this.lit.transparent = ghost;
    this.lit.depthWrite = !ghost;
    this.lit.opacity = ghost ? GHOST_OPACITY + (1 - GHOST_OPACITY) * this.solidity : 1;
  }

  /** Uploads one texel per building. With a highlight, everybody else is set back. */
  paint(paint: PaintIndex, colours: Uint8Array | null, highlighted: ReadonlySet<string> | null): void {
    const known = this.painted[paint];
    if (known?.colours === colours && known.highlighted === highlighted) return;
    this.painted[paint] = { colours, highlighted };
    if (!colours) return;
    const { store } = this.values[paint];
    store.set(colours.subarray(0, this.buildings.length * 4));
    if (highlighted) {
      this.buildings.forEach((building, row) => {
        if (store[row * 4 + 3] === 255 && !highlighted.has(building.id)) store[row * 4 + 3] = SET_BACK;
      });
    }
    this.values[paint].changed();
  }

  /** What measures have put on the buildings, in the district's order; null: what the district came with. */
  fit(paint: PaintIndex, buildings: readonly Building[] | null): void {
    const shown = buildings ?? this.buildings;
    if (this.fittedFrom[paint] === shown) return;
    this.fittedFrom[paint] = shown;
    const { store } = this.fitted[paint];
    shown.forEach((building, row) => store.set(fittedOf(building, this.risesM[row] ?? 0), row * 4));
    this.fitted[paint].changed();
  }

  /** What the next picture shows. */
  wear(paint: PaintIndex): void {
    this.worn.value = this.fitted[paint].texture;
    this.data.uniforms['uPainted']!.value = this.painted[paint]?.colours ? 1 : 0;
    this.data.uniforms['uValue']!.value = this.values[paint].texture;
  }

  dispose(): void {
    for (const geometry of [...this.geometries, ...(this.plain ?? [])]) geometry.dispose();
    const tables = [this.values[0], this.values[1], this.fitted[0], this.fitted[1]];
    for (const table of [...tables, this.wall, this.roof, this.shape, this.farTable]) table?.dispose();
    for (const material of [this.lit, this.data, this.depth, this.far]) material?.dispose();
  }
}

/** A colour uniform that holds sRGB bytes as they are, past three's colour management. */
export function setBytes(
  colour: { setRGB(r: number, g: number, b: number): unknown },
  hex: `#${string}`,
): void {
  const [red, green, blue] = bytesOf(hex);
  colour.setRGB(red / 255, green / 255, blue / 255);
}

function geometryOf(tile: SceneTile): BufferGeometry {
  const geometry = new BufferGeometry();
  geometry.setAttribute('position', new BufferAttribute(tile.position, 3));
  geometry.setAttribute('normal', new BufferAttribute(tile.normal, 3));
  geometry.setAttribute('facade', new BufferAttribute(tile.facade, 2));
  geometry.setAttribute('buildingRow', new BufferAttribute(tile.buildingRow, 1));
  geometry.setIndex(new BufferAttribute(tile.index, 1));
  geometry.computeBoundingSphere();
  return geometry;
}

/** How far each roof rises above the eaves. */
function risesOf(buildings: readonly Building[], tiles: readonly SceneTile[]): Float32Array {
  const rises = new Float32Array(buildings.length);
  for (const tile of tiles) {
    for (const [row, highestM] of heightsOf(tile)) {
      const { baseElevationM, heightM } = buildings[row]!;
      rises[row] = highestM - baseElevationM - heightM;
    }
  }
  return rises;
}
