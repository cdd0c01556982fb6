import {
  BufferAttribute,
  BufferGeometry,
  Group,
  Mesh,
  type Color,
  type Material,
  type MeshLambertMaterial,
} from 'three';
import type { Building } from '../../model/building';
import { bytesOf, DATA_WORLD, NO_DATA, type Theme } from '../../state/display';
import { appearanceOf } from './appearance';
import {
  dataMaterial,
  depthOnlyMaterial,
  sceneMaterial,
  type BuildingTables,
  type SceneUniforms,
} from './buildingMaterials';
import { RowTexture } from './rowTexture';
import type { SceneTile } from './tiles';

/** How opaque lit buildings are while the grid under them is shown. Painted ones stay whole: their colour is a value. */
const GHOST_OPACITY = 0.55;
const SET_BACK = 120;

/** All buildings: merged tiles, one row per building in tables that the shaders read. */
export class CityLayer {
  readonly group = new Group();
  readonly geometries: readonly BufferGeometry[];
  readonly sceneUniforms: SceneUniforms;
  private readonly value: RowTexture<Uint8Array>;
  private readonly wall: RowTexture<Uint8Array>;
  private readonly roof: RowTexture<Uint8Array>;
  private readonly shape: RowTexture<Float32Array>;
  private readonly bodies: readonly Mesh[];
  private readonly depthMeshes: readonly Mesh[];
  private readonly lit: MeshLambertMaterial;
  private readonly data: ReturnType<typeof dataMaterial>;
  private readonly depth = depthOnlyMaterial();

  constructor(
    private readonly buildings: readonly Building[],
    tiles: readonly SceneTile[],
    seed: number,
  ) {
    const rows = buildings.length;
    this.value = RowTexture.bytes(rows);
    this.wall = RowTexture.bytes(rows);
    this.roof = RowTexture.bytes(rows);
    this.shape = RowTexture.floats(rows);
    buildings.forEach((building, row) => {
      const look = appearanceOf(building, seed);
      this.wall.store.set(look.wall, row * 4);
      this.roof.store.set(look.roof, row * 4);
      this.shape.store.set(look.shape, row * 4);
    });
    const tables: BuildingTables = {
      value: this.value.texture,
      wall: this.wall.texture,
      roof: this.roof.texture,
      shape: this.shape.texture,
    };
    const scene = sceneMaterial(tables);
    this.lit = scene.material;
    this.sceneUniforms = scene.uniforms;
    this.data = dataMaterial(tables);
    this.geometries = tiles.map(geometryOf);
    this.bodies = this.geometries.map((geometry) => new Mesh(geometry, this.data));
    this.depthMeshes = this.geometries.map((geometry) => new Mesh(geometry, this.depth));
    for (const mesh of this.depthMeshes) mesh.renderOrder = 1;
    for (const mesh of this.bodies) mesh.renderOrder = 2;
    this.group.add(...this.depthMeshes, ...this.bodies);
  }

  /** Look of all bodies. Ghosts keep their light and windows; depth is written first, so that no inside shows through. */
  dress(look: 'scene' | 'data', theme: Theme, ghost: boolean): void {
    const material: Material = look === 'scene' ? this.lit : this.data;
    for (const mesh of this.bodies) {
      mesh.material = material;
      mesh.castShadow = look === 'scene' && !ghost;
      mesh.receiveShadow = look === 'scene';
    }
    for (const mesh of this.depthMeshes) mesh.visible = ghost;
    this.lit.transparent = ghost;
    this.lit.depthWrite = !ghost;
    this.lit.opacity = ghost ? GHOST_OPACITY : 1;
    const { uniforms } = this.data;
    setBytes(uniforms['uNeutral']!.value as Color, DATA_WORLD[theme].building);
    setBytes(uniforms['uNoDataFill']!.value as Color, NO_DATA[theme].fill);
    setBytes(uniforms['uNoDataHatch']!.value as Color, NO_DATA[theme].hatch);
  }

  /** Uploads one texel per building. With a highlight, everybody else is set back. */
  paint(colours: Uint8Array | null, highlighted: ReadonlySet<string> | null): void {
    this.data.uniforms['uPainted']!.value = colours ? 1 : 0;
    if (!colours) return;
    const { store } = this.value;
    store.set(colours.subarray(0, this.buildings.length * 4));
    if (highlighted) {
      this.buildings.forEach((building, row) => {
        if (store[row * 4 + 3] === 255 && !highlighted.has(building.id)) store[row * 4 + 3] = SET_BACK;
      });
    }
    this.value.changed();
  }

  dispose(): void {
    for (const geometry of this.geometries) geometry.dispose();
    for (const table of [this.value, this.wall, this.roof, this.shape]) table.dispose();
    for (const material of [this.lit, this.data, this.depth]) material.dispose();
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
