import type { Point } from '../model/building';
import type { OpenSpace, Street } from '../model/district';
import { leftNormal } from './inset';
import { orientRing } from './polygon';
import { triangulate } from './roofs';

/** Flat triangles at height 0, counter-clockwise from above. */
export interface GroundMesh {
  /** xyz per vertex. */
  readonly position: Float32Array;
  readonly index: Uint32Array;
  /** Row of the street or open space in the given list, per vertex. */
  readonly row: Float32Array;
}

class GroundBuilder {
  private readonly position: number[] = [];
  private readonly index: number[] = [];
  private readonly row: number[] = [];

  vertex(point: Point, row: number): number {
    this.position.push(point[0], point[1], 0);
    this.row.push(row);
    return this.row.length - 1;
  }

  triangle(a: number, b: number, c: number): void {
    this.index.push(a, b, c);
  }

  finish(): GroundMesh {
    return {
      position: Float32Array.from(this.position),
      index: Uint32Array.from(this.index),
      row: Float32Array.from(this.row),
    };
  }
}

/** Ribbons along streets, mitred at every vertex, with a round end so that junctions close. */
export function extrudeStreets(streets: readonly Street[], widthScale = 1): GroundMesh {
  const builder = new GroundBuilder();
  streets.forEach((street, row) => {
    const half = (street.widthM * widthScale) / 2;
    const path = street.path;
    let before: readonly [number, number] | null = null;
    path.forEach((point, i) => {
      const n1 = leftNormal(path[i - 1] ?? point, i > 0 ? point : (path[1] ?? point));
      const n2 = i + 1 < path.length ? leftNormal(point, path[i + 1]!) : n1;
      // Mitre length half / cos(turn / 2), limited so that hairpins do not spike.
      const scale = half / Math.max(0.5, 1 + n1[0] * n2[0] + n1[1] * n2[1]);
      const away: Point = [(n1[0] + n2[0]) * scale, (n1[1] + n2[1]) * scale];
      const left = builder.vertex([point[0] + away[0], point[1] + away[1]], row);
      const right = builder.vertex([point[0] - away[0], point[1] - away[1]], row);
      if (before !== null) {
        builder.triangle(before[0], before[1], right);
        builder.triangle(before[0], right, left);
      }
      before = [left, right];
    });
    for (const end of [path[0], path[path.length - 1]])
      if (end !== undefined) addDisc(builder, end, half, row);
  });
  return builder.finish();
}

const SQRT_HALF = Math.sqrt(0.5);
/** Eight directions, counter-clockwise. */
const OCTAGON: readonly Point[] = [
  [1, 0],
  [SQRT_HALF, SQRT_HALF],
  [0, 1],
  [-SQRT_HALF, SQRT_HALF],
  [-1, 0],
  [-SQRT_HALF, -SQRT_HALF],
  [0, -1],
  [SQRT_HALF, -SQRT_HALF],
];

function addDisc(builder: GroundBuilder, centre: Point, radiusM: number, row: number): void {
  const rim = OCTAGON.map(([x, y]) =>
    builder.vertex([centre[0] + x * radiusM, centre[1] + y * radiusM], row),
  );
  for (let i = 1; i + 1 < rim.length; i += 1) builder.triangle(rim[0]!, rim[i]!, rim[i + 1]!);
}

/** Parks, squares and water as triangles. */
export function triangulateOpenSpaces(spaces: readonly OpenSpace[]): GroundMesh {
  const builder = new GroundBuilder();
  spaces.forEach((space, row) => {
    const outline = orientRing(space.outline, true);
    const rows = outline.map((point) => builder.vertex(point, row));
    const { triangles } = triangulate({ outer: outline, holes: [] });
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      const [p, q, r] = [outline[a]!, outline[b]!, outline[c]!];
      const turn = (q[0] - p[0]) * (r[1] - p[1]) - (r[0] - p[0]) * (q[1] - p[1]);
      if (turn >= 0) builder.triangle(rows[a]!, rows[b]!, rows[c]!);
      else builder.triangle(rows[a]!, rows[c]!, rows[b]!);
    }
  });
  return builder.finish();
}
