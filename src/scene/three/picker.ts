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

/** Which building is under a pixel: the tiles drawn once more into one pixel, their row as colour. */
export class BuildingPicker {
  private readonly scene = new Scene();
  private readonly target = new WebGLRenderTarget(1, 1, { colorSpace: NoColorSpace });
  private readonly material = identityMaterial();
  private readonly pixel = new Uint8Array(4);

  constructor(geometries: readonly BufferGeometry[]) {
    for (const geometry of geometries) this.scene.add(new Mesh(geometry, this.material));
  }

  /** The tiles keep their own heights; the drawn city stands on the ground. */
  raise(heightM: number): void {
    this.scene.position.z = heightM;
  }

  /** Row of the building at CSS pixel (x, y) of the canvas, -1 for none. */
  pick(renderer: WebGLRenderer, camera: PerspectiveCamera, size: CanvasSize, x: number, y: number): number {
    camera.setViewOffset(size.width, size.height, Math.floor(x), Math.floor(y), 1, 1);
    const before = renderer.getRenderTarget();
    const shadows = renderer.shadowMap.autoUpdate;
    renderer.shadowMap.autoUpdate = false;
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.scene, camera);
    renderer.readRenderTargetPixels(this.target, 0, 0, 1, 1, this.pixel);
    renderer.setRenderTarget(before);
    renderer.shadowMap.autoUpdate = shadows;
    camera.clearViewOffset();
    return this.pixel[0]! + this.pixel[1]! * 256 + this.pixel[2]! * 65536 - 1;
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
