import { Vector3, type PerspectiveCamera } from 'three';
import type { CanvasSize } from './picker';
import type { Side } from './split';

export interface Projected {
  readonly x: number;
  readonly y: number;
  /** In front of the camera, and inside of what is drawn. */
  readonly inFront: boolean;
}

const POINT = new Vector3();

/** CSS pixels of a place in the drawn world, within the whole picture. */
export function toScreen(
  camera: PerspectiveCamera,
  size: CanvasSize,
  [x, y, z]: readonly [number, number, number],
): Projected {
  POINT.set(x, y, z).project(camera);
  return {
    x: (POINT.x * 0.5 + 0.5) * size.width,
    y: (0.5 - POINT.y * 0.5) * size.height,
    inFront: POINT.z < 1 && Math.abs(POINT.x) < 1 && Math.abs(POINT.y) < 1,
  };
}

/** Where a point of the picture lies on the canvas, and whether its side shows it. */
export function onSide({ shiftPx, fromPx, toPx }: Side, point: Projected): Projected {
  const x = point.x + shiftPx;
  return { x, y: point.y, inFront: point.inFront && x >= fromPx && x < toPx };
}

/** Where the ground (z = 0) lies under a pixel of the picture; null in the sky. */
export function groundUnder(
  camera: PerspectiveCamera,
  size: CanvasSize,
  x: number,
  y: number,
): readonly [number, number] | null {
  POINT.set((x / size.width) * 2 - 1, 1 - (y / size.height) * 2, 0.5).unproject(camera);
  POINT.sub(camera.position);
  if (POINT.z > -1e-3) return null;
  const share = -camera.position.z / POINT.z;
  return [camera.position.x + POINT.x * share, camera.position.y + POINT.y * share];
}

/** Scale of what is so far from the camera. */
export const pixelsPerMetre = (camera: PerspectiveCamera, size: CanvasSize, distanceM: number): number =>
  (size.height * 0.5 * camera.projectionMatrix.elements[5]) / distanceM;
