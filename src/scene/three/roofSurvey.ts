import {
  Matrix4,
  NearestFilter,
  NoColorSpace,
  WebGLRenderTarget,
  type PerspectiveCamera,
  type Scene,
  type WebGLRenderer,
} from 'three';
import type { CanvasSize } from './picker';
import { clearestRoofs, coverSegment, UPWARD, type SeenRoof } from './seenRoofs';

type Cover = (from: readonly [number, number], to: readonly [number, number], px: number) => void;

/** Where each building's colour can be read. One identity picture serves every question until the camera moves. */
export class RoofSurvey {
  private target: WebGLRenderTarget | null = null;
  private roofs: ReadonlyMap<number, SeenRoof> = new Map();
  private readonly seenWith = new Matrix4();
  private size: CanvasSize = { width: 0, height: 0 };
  private fresh = false;

  constructor(private readonly scene: Scene) {}

  /** Something that lies over the roofs has changed. */
  forget(): void {
    this.fresh = false;
  }

  /** The clearest roof pixel of a building's row, `creases` says whether edges are drawn; null where its roof is not seen. */
  roof(
    row: number,
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    size: CanvasSize,
    creases: boolean,
    coverAll: (cover: Cover) => void,
  ): SeenRoof | null {
    VIEW.multiplyMatrices(camera.projectionMatrix, camera.matrixWorldInverse);
    const same = size.width === this.size.width && size.height === this.size.height;
    if (!this.fresh || !same || !VIEW.equals(this.seenWith)) {
      this.seenWith.copy(VIEW);
      this.size = size;
      this.survey(renderer, camera, creases, coverAll);
      this.fresh = true;
    }
    return this.roofs.get(row) ?? null;
  }

  dispose(): void {
    this.target?.dispose();
  }

  private survey(
    renderer: WebGLRenderer,
    camera: PerspectiveCamera,
    creases: boolean,
    coverAll: (cover: Cover) => void,
  ): void {
    const width = Math.max(1, Math.floor(this.size.width));
    const height = Math.max(1, Math.floor(this.size.height));
    this.target ??= new WebGLRenderTarget(width, height, {
      colorSpace: NoColorSpace,
      minFilter: NearestFilter,
      magFilter: NearestFilter,
    });
    this.target.setSize(width, height);
    const before = renderer.getRenderTarget();
    renderer.setRenderTarget(this.target);
    renderer.setClearColor(0x000000, 0);
    renderer.clear();
    renderer.render(this.scene, camera);
    const bytes = new Uint8Array(width * height * 4);
    renderer.readRenderTargetPixels(this.target, 0, 0, width, height, bytes);
    renderer.setRenderTarget(before);
    const covered = new Uint8Array(width * height);
    coverAll((from, to, px) => coverSegment(covered, width, height, from, to, px));
    this.roofs = clearestRoofs(facesOf(bytes, creases), covered, width, height);
  }
}

const VIEW = new Matrix4();

/** Words of the identity picture. Where no crease is drawn, all upward faces of a building are one. */
function facesOf(bytes: Uint8Array, creases: boolean): Uint32Array {
  if (!creases) for (let at = 3; at < bytes.length; at += 4) if (bytes[at]! >= UPWARD) bytes[at] = UPWARD;
  return new Uint32Array(bytes.buffer);
}
