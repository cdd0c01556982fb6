import { BufferAttribute, BufferGeometry, InterleavedBuffer, InterleavedBufferAttribute } from 'three';
import { orientFootprint } from '../../geometry/polygon';
import { triangulate } from '../../geometry/roofs';
import type { Building, Point } from '../../model/building';
import type { SceneTile } from './tiles';

/**
 * Bodies for where a metre is less than a fifth of a pixel: upright walls and a level top, as high as the roof is in its mean,
 * which is less than half a pixel from where it was. Parapets and gables are smaller than that. Faces have one colour
 * each, and a varying that is not interpolated takes its value from the last corner of a triangle (OpenGL ES 3.0, section
 * 2.13): so a corner carries one normal, below that of the wall beside it and above that of the roof, and a house has 8 of them.
 */
export function farBodies(buildings: readonly Building[], tiles: readonly SceneTile[]): BufferGeometry[] {
  return tiles.map((tile) => {
    const into = new Bodies();
    for (const [row, highestM] of heightsOf(tile)) into.add(buildings[row]!, row, highestM);
    return into.finish();
  });
}

/** Highest point of every building of a tile, in the tile's order. */
export function heightsOf({ position, buildingRow }: SceneTile): ReadonlyMap<number, number> {
  const heights = new Map<number, number>();
  buildingRow.forEach((row, vertex) => {
    const heightM = position[vertex * 3 + 2]!;
    if (heightM > (heights.get(row) ?? -Infinity)) heights.set(row, heightM);
  });
  return heights;
}

class Bodies {
  private readonly position: number[] = [];
  private readonly normal: number[] = [];
  private readonly row: number[] = [];
  private readonly index: number[] = [];

  add(building: Building, row: number, highestM: number): void {
    const footprint = orientFootprint(building.footprint);
    const floorM = building.baseElevationM;
    const topM = (floorM + building.heightM + highestM) / 2;
    const first = this.row.length;
    for (const ring of [footprint.outer, ...footprint.holes]) this.walls(ring, row, floorM, topM);
    const { flat, triangles } = triangulate(footprint);
    const top = (corner: number): number => first + 2 * corner + 1;
    for (let at = 0; at < triangles.length; at += 3) {
      const [a, b, c] = [triangles[at]!, triangles[at + 1]!, triangles[at + 2]!];
      const turn =
        (flat[2 * b]! - flat[2 * a]!) * (flat[2 * c + 1]! - flat[2 * a + 1]!) -
        (flat[2 * c]! - flat[2 * a]!) * (flat[2 * b + 1]! - flat[2 * a + 1]!);
      this.index.push(top(a), turn < 0 ? top(c) : top(b), turn < 0 ? top(b) : top(c));
    }
  }

  finish(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(Float32Array.from(this.position), 3));
    const normals = new InterleavedBuffer(Int8Array.from(this.normal), 4);
    geometry.setAttribute('normal', new InterleavedBufferAttribute(normals, 3, 0, true));
    geometry.setAttribute('buildingRow', new BufferAttribute(Float32Array.from(this.row), 1));
    geometry.setIndex(this.index);
    geometry.computeBoundingSphere();
    return geometry;
  }

  /** A corner below and one above for every point of the ring. */
  private walls(ring: readonly Point[], row: number, floorM: number, topM: number): void {
    const first = this.row.length;
    ring.forEach((from, at) => {
      const next = (at + 1) % ring.length;
      const to = ring[next]!;
      const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
      const lengthM = Math.hypot(dx, dy) || 1;
      this.position.push(from[0], from[1], floorM, from[0], from[1], topM);
      this.normal.push(
        Math.round((127 * dy) / lengthM),
        Math.round((-127 * dx) / lengthM),
        0,
        0,
        0,
        0,
        127,
        0,
      );
      this.row.push(row, row);
      const [below, above] = [first + 2 * at, first + 2 * at + 1];
      const [nextBelow, nextAbove] = [first + 2 * next, first + 2 * next + 1];
      this.index.push(nextBelow, nextAbove, below, nextAbove, above, below);
    });
  }
}
