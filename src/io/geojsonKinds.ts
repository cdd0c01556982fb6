import type { OpenSpace } from '../model/district';
import { parseLengthM } from '../units/length';
import { property, type JsonObject } from './json';

/** Carriageway and footways together, by road class; assumed where a street has no `width`. */
const WIDTH_M: Readonly<Record<string, number>> = {
  motorway: 20,
  trunk: 18,
  primary: 16,
  secondary: 14,
  tertiary: 12,
  residential: 10,
  unclassified: 10,
  living_street: 8,
  pedestrian: 8,
  service: 5,
  track: 4,
  cycleway: 3,
  footway: 2.5,
  path: 2,
};
const NOT_BUILT = new Set(['proposed', 'construction', 'razed', 'steps', 'corridor', 'elevator']);

const WATER = new Set(['water', 'basin', 'reservoir', 'bay', 'wetland']);
const PARK = new Set([
  'park',
  'garden',
  'grass',
  'forest',
  'wood',
  'meadow',
  'recreation_ground',
  'village_green',
  'cemetery',
  'pitch',
  'playground',
  'scrub',
  'heath',
  'orchard',
  'allotments',
]);

function word(properties: JsonObject, name: string): string {
  const value = property(properties, name);
  return typeof value === 'string' ? value.toLowerCase() : '';
}

/** Name and width of a line that is a street, or null. A `layer` called streets or roads counts as a tag. */
export function streetOf(properties: JsonObject): { name?: string; widthM: number } | null {
  const kind = word(properties, 'highway');
  if (kind === '' ? !/^(streets?|roads?)$/.test(word(properties, 'layer')) : NOT_BUILT.has(kind)) return null;
  const width = property(properties, 'width');
  const givenM = typeof width === 'number' ? width : typeof width === 'string' ? parseLengthM(width) : null;
  const widthM =
    givenM !== null && givenM >= 1 && givenM <= 100
      ? givenM
      : ((Object.hasOwn(WIDTH_M, kind) ? WIDTH_M[kind] : undefined) ?? 10);
  const name = property(properties, 'name');
  return typeof name === 'string' ? { name: name.slice(0, 200), widthM } : { widthM };
}

export function openSpaceKind(properties: JsonObject): OpenSpace['kind'] | null {
  const words = ['natural', 'landuse', 'leisure', 'waterway', 'water'].map((name) => word(properties, name));
  if (words.some((one) => WATER.has(one))) return 'water';
  if (words.some((one) => PARK.has(one))) return 'park';
  return word(properties, 'place') === 'square' || word(properties, 'highway') === 'pedestrian'
    ? 'square'
    : null;
}

/** A polygon is a building unless its tags say otherwise: footprint files often carry no tag at all. */
export function polygonIsBuilding(properties: JsonObject): boolean {
  const building = property(properties, 'building');
  if (building !== undefined && building !== null) return building !== 'no';
  if (property(properties, 'building:part') !== undefined) return true;
  const other = [
    'landuse',
    'natural',
    'leisure',
    'highway',
    'waterway',
    'water',
    'boundary',
    'place',
    'railway',
  ];
  if (other.some((name) => word(properties, name) !== '')) return false;
  return !/^(streets?|roads?|water|parks?|landuse)$/.test(word(properties, 'layer'));
}
