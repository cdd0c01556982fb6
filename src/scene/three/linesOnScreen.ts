import { Vector3, type PerspectiveCamera } from 'three';
import type { Point } from '../../model/building';
import type { Line } from '../../model/network';
import { ASIDE_PX } from './gridLayer';
import type { CanvasSize } from './picker';

/** Cables lie at the drawn ground; they are painted over everything. */
export const HEIGHT_M = 0.2;
const ALONG_EVERY_PX = 3;

const AT = new Vector3();

/** CSS pixels of a place on the ground; infinite behind the camera. */
export function onScreen(camera: PerspectiveCamera, size: CanvasSize, [x, y]: Point): Point {
  AT.set(x, y, HEIGHT_M).project(camera);
  if (AT.z > 1) return [Infinity, Infinity];
  return [(AT.x * 0.5 + 0.5) * size.width, (0.5 - AT.y * 0.5) * size.height];
}

/** Segments of a line on the canvas, beside its street where it is drawn there; without those behind the camera. */
export function segmentsOf(
  camera: PerspectiveCamera,
  size: CanvasSize,
  { path, role }: Line,
): [Point, Point][] {
  const corners = path.map((corner) => onScreen(camera, size, corner));
  return corners
    .slice(1)
    .map((end, at) => aside(corners[at]!, end, ASIDE_PX[role]))
    .filter(([from, to]) => Number.isFinite(from[0]) && Number.isFinite(to[0]));
}

/** Points on the middle of a line as it is drawn, every few pixels. */
export const pointsAlong = (camera: PerspectiveCamera, size: CanvasSize, line: Line): Point[] =>
  segmentsOf(camera, size, line).flatMap(([from, to]) => {
    const parts = Math.max(1, Math.round(lengthOf(from, to) / ALONG_EVERY_PX));
    return Array.from({ length: parts }, (_, part): Point => {
      const share = (part + 0.5) / parts;
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share];
    });
  });

/** The segment moved to its right, as the ribbon is drawn. */
function aside(from: Point, to: Point, px: number): [Point, Point] {
  const length = lengthOf(from, to);
  if (px === 0 || !(length > 0) || !Number.isFinite(length)) return [from, to];
  const [dx, dy] = [((from[1] - to[1]) / length) * px, ((to[0] - from[0]) / length) * px];
  return [
    [from[0] + dx, from[1] + dy],
    [to[0] + dx, to[1] + dy],
  ];
}

/** The point halfway along a path, metres. */
export function middleOf(path: readonly Point[]): Point {
  const total = path.reduce((sum, to, at) => sum + lengthOf(path[at - 1] ?? to, to), 0);
  let left = total / 2;
  for (let at = 1; at < path.length; at += 1) {
    const [from, to] = [path[at - 1]!, path[at]!];
    const length = lengthOf(from, to);
    if (left <= length && length > 0) {
      return [from[0] + ((to[0] - from[0]) * left) / length, from[1] + ((to[1] - from[1]) * left) / length];
    }
    left -= length;
  }
  return path[0]!;
}

const lengthOf = (from: Point, to: Point): number => Math.hypot(to[0] - from[0], to[1] - from[1]);

/** Pixels from a point to a segment; infinite where the segment is. */
export function distanceToSegment(x: number, y: number, from: Point, to: Point): number {
  if (!Number.isFinite(from[0]) || !Number.isFinite(to[0])) return Infinity;
  const dx = to[0] - from[0];
  const dy = to[1] - from[1];
  const share = Math.max(
    0,
    Math.min(1, ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1)),
  );
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}
