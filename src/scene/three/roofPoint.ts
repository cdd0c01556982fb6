import type { BufferGeometry } from 'three';

/** Middle of the largest upward triangle of every row, x y z: a point on its roof. NaN for a row without one. */
export function roofPoints(geometries: readonly BufferGeometry[], rowCount: number): Float64Array {
  const places = new Float64Array(rowCount * 3).fill(NaN);
  const largest = new Float64Array(rowCount).fill(1e-3);
  for (const geometry of geometries) {
    const rows = geometry.getAttribute('buildingRow').array;
    const position = geometry.getAttribute('position').array;
    const index = geometry.getIndex()!.array;
    for (let at = 0; at < index.length; at += 3) {
      const [a, b, c] = [index[at]! * 3, index[at + 1]! * 3, index[at + 2]! * 3];
      const row = rows[index[at]!]!;
      const up =
        (position[b]! - position[a]!) * (position[c + 1]! - position[a + 1]!) -
        (position[b + 1]! - position[a + 1]!) * (position[c]! - position[a]!);
      if (!(up > largest[row]!)) continue;
      largest[row] = up;
      for (let axis = 0; axis < 3; axis += 1) {
        places[row * 3 + axis] = (position[a + axis]! + position[b + axis]! + position[c + axis]!) / 3;
      }
    }
  }
  return places;
}
