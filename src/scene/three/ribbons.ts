/**
 * Lines of constant width on screen as one merged strip of quads. Two vertices per point of a path; the shader moves them
 * apart along the screen normal, so that 10,000 cables cost one draw call and no geometry changes with the zoom.
 */
export interface RibbonPath {
  readonly points: readonly (readonly [number, number])[];
  /** Row in the table of colours and widths. */
  readonly row: number;
}

export interface RibbonMesh {
  readonly position: Float32Array;
  /** Neighbouring points, for the direction on screen; an end repeats its own point. */
  readonly previous: Float32Array;
  readonly next: Float32Array;
  /** x: side -1 or +1, y: metres along the path, z: row. */
  readonly along: Float32Array;
  readonly index: Uint32Array;
}

export function buildRibbons(paths: readonly RibbonPath[], heightM: number): RibbonMesh {
  let pointCount = 0;
  let segmentCount = 0;
  for (const path of paths) {
    if (path.points.length < 2) continue;
    pointCount += path.points.length;
    segmentCount += path.points.length - 1;
  }
  const mesh: RibbonMesh = {
    position: new Float32Array(pointCount * 6),
    previous: new Float32Array(pointCount * 6),
    next: new Float32Array(pointCount * 6),
    along: new Float32Array(pointCount * 6),
    index: new Uint32Array(segmentCount * 6),
  };
  const cursor = { vertex: 0, index: 0 };
  for (const path of paths) if (path.points.length >= 2) append(mesh, path, heightM, cursor);
  return mesh;
}

function append(
  mesh: RibbonMesh,
  { points, row }: RibbonPath,
  heightM: number,
  cursor: { vertex: number; index: number },
): void {
  let lengthM = 0;
  points.forEach((point, at) => {
    const before = points[at - 1] ?? point;
    const after = points[at + 1] ?? point;
    lengthM += Math.hypot(point[0] - before[0], point[1] - before[1]);
    for (const side of [-1, 1]) {
      const offset = cursor.vertex * 3;
      mesh.position.set([point[0], point[1], heightM], offset);
      mesh.previous.set([before[0], before[1], heightM], offset);
      mesh.next.set([after[0], after[1], heightM], offset);
      mesh.along.set([side, lengthM, row], offset);
      cursor.vertex += 1;
    }
    if (at > 0) {
      const first = cursor.vertex - 4;
      mesh.index.set([first, first + 1, first + 2, first + 2, first + 1, first + 3], cursor.index);
      cursor.index += 6;
    }
  });
}

type Place = readonly [number, number];

/** The path without the points that lie closer than the tolerance to what the others draw (Douglas and Peucker, 1973); its ends stay. */
export function simplified(path: readonly Place[], toleranceM: number): readonly Place[] {
  const first = path[0];
  const last = path[path.length - 1];
  if (first === undefined || last === undefined || path.length < 3) return path;
  let farthest = 0;
  let apartM = 0;
  for (let at = 1; at < path.length - 1; at += 1) {
    const distanceM = fromSegmentM(path[at]!, first, last);
    if (distanceM > apartM) [farthest, apartM] = [at, distanceM];
  }
  if (apartM <= toleranceM) return [first, last];
  const before = simplified(path.slice(0, farthest + 1), toleranceM);
  return [...before.slice(0, -1), ...simplified(path.slice(farthest), toleranceM)];
}

function fromSegmentM([x, y]: Place, from: Place, to: Place): number {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const along = ((x - from[0]) * dx + (y - from[1]) * dy) / (dx * dx + dy * dy || 1);
  const share = Math.max(0, Math.min(1, along));
  return Math.hypot(x - from[0] - share * dx, y - from[1] - share * dy);
}
