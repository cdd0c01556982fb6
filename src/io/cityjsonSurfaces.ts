import type { Vertex } from './cityjsonModel';
import { arrayOf, isObject, property, type JsonObject } from './json';

/** One face: rings of vertices (outline first) and its semantic type where the file has one. */
export interface Surface {
  readonly rings: readonly (readonly Vertex[])[];
  readonly semantic: string | null;
}

/** Nesting of `boundaries` above a surface, by geometry type. */
const DEPTH: Readonly<Record<string, number>> = {
  MultiSurface: 0,
  CompositeSurface: 0,
  Solid: 1,
  MultiSolid: 2,
  CompositeSolid: 2,
};

export function isSurfaceGeometry(geometry: JsonObject): boolean {
  return Object.hasOwn(DEPTH, String(geometry['type']));
}

/** `"2.2"`, `"1"` or `1` -> 2.2 or 1; null when absent. */
export function lodOf(geometry: JsonObject): number | null {
  const lod = geometry['lod'];
  const value = typeof lod === 'string' && lod !== '' ? Number(lod) : lod;
  return typeof value === 'number' && Number.isFinite(value) ? value : null;
}

/**
 * The faces of a geometry. Faces with a broken index are returned as null, so that the reader can name the object.
 * Outer shells only: inner shells of a solid are cavities.
 */
export function surfacesOf(geometry: JsonObject, vertices: readonly Vertex[]): (Surface | null)[] {
  const depth = DEPTH[String(geometry['type'])] ?? 0;
  const semantics = isObject(geometry['semantics']) ? geometry['semantics'] : {};
  const types = arrayOf(property(semantics, 'surfaces')).map((one) =>
    isObject(one) && typeof one['type'] === 'string' ? one['type'] : null,
  );
  const faces: (Surface | null)[] = [];
  collect(geometry['boundaries'], property(semantics, 'values'), depth, false, (face, value) => {
    const semantic = typeof value === 'number' ? (types[value] ?? null) : null;
    const rings = ringsOf(face, vertices);
    faces.push(rings === null ? null : { rings, semantic });
  });
  return faces;
}

function collect(
  boundaries: unknown,
  values: unknown,
  depth: number,
  shells: boolean,
  visit: (face: unknown, value: unknown) => void,
): void {
  const list = arrayOf(boundaries);
  const valueList = arrayOf(values);
  list.forEach((one, index) => {
    if (depth === 0) visit(one, valueList[index]);
    // At depth 1 the list holds the shells of one solid: the first is the outside.
    else if (depth > 1 || index === 0 || shells) collect(one, valueList[index], depth - 1, false, visit);
  });
}

function ringsOf(face: unknown, vertices: readonly Vertex[]): Vertex[][] | null {
  const rings: Vertex[][] = [];
  for (const ring of arrayOf(face)) {
    const points: Vertex[] = [];
    for (const index of arrayOf(ring)) {
      const vertex = typeof index === 'number' ? vertices[index] : undefined;
      if (!vertex) return null;
      points.push(vertex);
    }
    rings.push(points);
  }
  return rings.length === 0 ? null : rings;
}

/** Unit normal (Newell's method) and area of a face's outline. */
export function normalOf(ring: readonly Vertex[]): { nz: number; areaM2: number } {
  const origin = ring[0] ?? ([0, 0, 0] as const);
  let x = 0;
  let y = 0;
  let z = 0;
  ring.forEach((a, i) => {
    const b = ring[(i + 1) % ring.length] ?? a;
    const [ax, ay, az] = [a[0] - origin[0], a[1] - origin[1], a[2] - origin[2]];
    const [bx, by, bz] = [b[0] - origin[0], b[1] - origin[1], b[2] - origin[2]];
    x += (ay - by) * (az + bz);
    y += (az - bz) * (ax + bx);
    z += (ax - bx) * (ay + by);
  });
  const length = Math.sqrt(x * x + y * y + z * z);
  return { nz: length === 0 ? 0 : z / length, areaM2: length / 2 };
}
