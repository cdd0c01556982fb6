import { isSurfaceGeometry, lodOf } from './cityjsonSurfaces';
import type { LeftOut } from './footprints';
import { arrayOf, isObject, type JsonObject } from './json';

/** Geometry finer than this is interior and window detail; the highest level up to it is used. */
export const HIGHEST_LOD = 2.2;

/** Buildings in file order. Parts come with their building; everything else is counted by type. */
export function rootBuildings(objects: JsonObject, left: LeftOut): [id: string, object: JsonObject][] {
  const roots: [string, JsonObject][] = [];
  for (const [id, object] of Object.entries(objects)) {
    if (!isObject(object)) {
      left.skip('city object that is no object', id);
      continue;
    }
    const type = String(object['type']);
    const hasParent = arrayOf(object['parents']).some(
      (parent) => typeof parent === 'string' && Object.hasOwn(objects, parent),
    );
    if (type === 'Building' || (type === 'BuildingPart' && !hasParent)) roots.push([id, object]);
    else if (type !== 'BuildingPart') left.skip(`city object ${type.slice(0, 40)}`, id);
  }
  return roots;
}

/**
 * Rule C1: of all surface geometries of a building and its parts, those of the highest LoD up to 2.2 with a height
 * (LoD 1 or more); else LoD 0; else the lowest LoD there is. Null when there is none.
 */
export function memberGeometries(
  id: string,
  object: JsonObject,
  objects: JsonObject,
  left: LeftOut,
): { lod: string; geometries: JsonObject[] } | null {
  const found: { lod: number; geometry: JsonObject }[] = [];
  const visited = new Set<string>();
  const visit = (memberId: string, member: JsonObject): void => {
    // A file may name a building as its own descendant.
    if (visited.has(memberId)) return;
    visited.add(memberId);
    for (const geometry of arrayOf(member['geometry'])) {
      if (!isObject(geometry)) continue;
      if (isSurfaceGeometry(geometry)) found.push({ lod: lodOf(geometry) ?? 1, geometry });
      else left.skip(`geometry ${String(geometry['type']).slice(0, 40)}`, memberId);
    }
    for (const childId of arrayOf(member['children'])) {
      const child =
        typeof childId === 'string' && Object.hasOwn(objects, childId) ? objects[childId] : undefined;
      if (isObject(child) && child['type'] === 'BuildingPart') visit(String(childId), child);
    }
  };
  visit(id, object);
  if (found.length === 0) return null;
  const lods = [...new Set(found.map((one) => one.lod))].sort((a, b) => a - b);
  const lod = lods.filter((one) => one <= HIGHEST_LOD).pop() ?? lods[0] ?? 0;
  return { lod: String(lod), geometries: found.filter((one) => one.lod === lod).map((one) => one.geometry) };
}
