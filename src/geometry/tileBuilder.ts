/** Kinds of surface, one per vertex. */
export const SURFACE_WALL = 0;
export const SURFACE_ROOF = 1;

/** One merged piece of the city. Indexed triangles, counter-clockwise seen from outside; metres, z up. */
export interface CityTile {
  /** xyz per vertex. */
  readonly position: Float32Array;
  readonly normal: Float32Array;
  /** Per vertex: metres along the wall, metres above the building's ground; roofs carry 0 and their height. */
  readonly facade: Float32Array;
  /** Row of the building in the given list, per vertex. */
  readonly buildingRow: Float32Array;
  /** `SURFACE_WALL` or `SURFACE_ROOF`, per vertex. */
  readonly surface: Uint8Array;
  readonly index: Uint32Array;
}

export type Vertex = readonly [x: number, y: number, z: number];

/** Collects the triangles of one tile. */
export class TileBuilder {
  private readonly position: number[] = [];
  private readonly normal: number[] = [];
  private readonly facade: number[] = [];
  private readonly buildingRow: number[] = [];
  private readonly surface: number[] = [];
  private readonly index: number[] = [];

  /** Corners of a flat convex face in order; `facade` gives u for each corner, v is the height above `groundZ`. */
  face(
    row: number,
    groundZ: number,
    corners: readonly Vertex[],
    surface: number,
    alongM: readonly number[],
  ): void {
    const n = faceNormal(corners);
    if (n === null) return;
    const start = this.buildingRow.length;
    corners.forEach((corner, i) => {
      this.vertex(row, corner, n, surface, alongM[i] ?? 0, corner[2] - groundZ);
    });
    for (let i = 1; i + 1 < corners.length; i += 1) this.index.push(start, start + i, start + i + 1);
  }

  /** Horizontal triangles, facing up: flat xy pairs and corner indices. */
  level(
    row: number,
    groundZ: number,
    z: number,
    flat: readonly number[],
    triangles: readonly number[],
  ): void {
    const start = this.buildingRow.length;
    for (let i = 0; i < flat.length; i += 2)
      this.vertex(row, [flat[i]!, flat[i + 1]!, z], [0, 0, 1], SURFACE_ROOF, 0, z - groundZ);
    for (let i = 0; i < triangles.length; i += 3) {
      const [a, b, c] = [triangles[i]!, triangles[i + 1]!, triangles[i + 2]!];
      const turn =
        (flat[2 * b]! - flat[2 * a]!) * (flat[2 * c + 1]! - flat[2 * a + 1]!) -
        (flat[2 * c]! - flat[2 * a]!) * (flat[2 * b + 1]! - flat[2 * a + 1]!);
      if (turn >= 0) this.index.push(start + a, start + b, start + c);
      else this.index.push(start + a, start + c, start + b);
    }
  }

  private vertex(row: number, at: Vertex, n: Vertex, surface: number, u: number, v: number): void {
    this.position.push(at[0], at[1], at[2]);
    this.normal.push(n[0], n[1], n[2]);
    this.facade.push(u, v);
    this.buildingRow.push(row);
    this.surface.push(surface);
  }

  finish(): CityTile {
    return {
      position: Float32Array.from(this.position),
      normal: Float32Array.from(this.normal),
      facade: Float32Array.from(this.facade),
      buildingRow: Float32Array.from(this.buildingRow),
      surface: Uint8Array.from(this.surface),
      index: Uint32Array.from(this.index),
    };
  }
}

/** Newell's method: robust for slightly warped faces. Null for a face without area. */
function faceNormal(corners: readonly Vertex[]): Vertex | null {
  let x = 0;
  let y = 0;
  let z = 0;
  for (let i = 0; i < corners.length; i += 1) {
    const a = corners[i]!;
    const b = corners[(i + 1) % corners.length]!;
    x += (a[1] - b[1]) * (a[2] + b[2]);
    y += (a[2] - b[2]) * (a[0] + b[0]);
    z += (a[0] - b[0]) * (a[1] + b[1]);
  }
  const length = Math.sqrt(x * x + y * y + z * z);
  return length < 1e-9 ? null : [x / length, y / length, z / length];
}
