import {
  Mesh,
  NoColorSpace,
  Scene,
  WebGLRenderTarget,
  type BufferGeometry,
  type PerspectiveCamera,
  type WebGLRenderer,
} from 'three';
import { identityMaterial } from './buildingMaterials';

/** Side of the square of pixels drawn around the pointer; odd. */
const PATCH = 3;

/** Which building is under a pixel: the tiles drawn once more into a few pixels, their row as colour. */
export class BuildingPicker {
  /** The identity picture's own scene. */
  readonly scene = new Scene();
  private readonly meshes: readonly Mesh[];
  private readonly target = new WebGLRenderTarget(PATCH, PATCH, { colorSpace: NoColorSpace });
  private readonly material = identityMaterial();
  private readonly pixels = new Uint8Array(PATCH * PATCH * 4);

  constructor(geometries: readonly BufferGeometry[]) {
    this.meshes = geometries.map((geometry) => new Mesh(geometry, this.material));
    this.scene.add(...this.meshes);
  }

  /** Bodies as they are drawn at this distance; tile by tile those of the first picture. */
  show(geometries: readonly BufferGeometry[]): void {
    this.meshes.forEach((mesh, at) => (mesh.geometry = geometries[at]!));
  }

  /** The tiles keep their own heights; the drawn city stands on the ground. */
  raise(heightM: number): void {
    this.scene.position.z = heightM;
  }

  /** Row of the building at CSS pixel (x, y) of the canvas, -1 for none. */
  pick(renderer: WebGLRenderer, camera: PerspectiveCamera, size: CanvasSize, x: number, y: number): number {
    this.draw(renderer, camera, size, x, y);
    return this.rowAt((PATCH * PATCH - 1) / 2);
  }

  private rowAt(pixel: number): number {
    const at = pixel * 4;
    return this.pixels[at]! + this.pixels[at + 1]! * 256 + this.pixels[at + 2]! * 65536 - 1;
  }

  private draw(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    size: CanvasSize,
    x: number,
    y: number,
  ): void {
    const reach = (PATCH - 1) / 2;
    camera.setViewOffset(size.width, size.height, Math.floor(x) - reach, Math.floor(y) - reach, PATCH, PATCH);
    const before = renderer.getRenderTarget();
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.scene, camera);
    renderer.readRenderTargetPixels(this.target, 0, 0, PATCH, PATCH, this.pixels);
    renderer.setRenderTarget(before);
    camera.clearViewOffset();
  }

  dispose(): void {
    this.target.dispose();
    this.material.dispose();
  }
}

export interface CanvasSize {
  readonly width: number;
  readonly height: number;
}
