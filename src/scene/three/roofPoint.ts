import type { BufferGeometry } from 'three';

type Place = readonly [x: number, y: number, z: number];

/** Middles of a building's largest upward triangles, largest first: points on its roof, away from every edge. */
export function roofPoints(geometries: readonly BufferGeometry[], row: number, limit: number): Place[] {
  const found: { area: number; place: Place }[] = [];
  for (const geometry of geometries) {
    const rows = geometry.getAttribute('buildingRow').array;
    const position = geometry.getAttribute('position').array;
    const index = geometry.getIndex()!.array;
    for (let at = 0; at < index.length; at += 3) {
      if (rows[index[at]!] !== row) continue;
      const corner = (which: number, axis: number): number => position[index[at + which]! * 3 + axis]!;
      const [x, y, z] = [0, 1, 2].map((axis) => (corner(0, axis) + corner(1, axis) + corner(2, axis)) / 3);
      const up =
        (corner(1, 0) - corner(0, 0)) * (corner(2, 1) - corner(0, 1)) -
        (corner(1, 1) - corner(0, 1)) * (corner(2, 0) - corner(0, 0));
      if (up > 1e-3) found.push({ area: up, place: [x!, y!, z!] });
    }
    if (found.length > 0) break;
  }
  return found
    .sort((a, b) => b.area - a.area)
    .slice(0, limit)
    .map((entry) => entry.place);
}
