import type { Building, BuildingUse } from '../model/building';
import { parseLengthM } from '../units/length';
import type { LeftOut } from './footprints';
import type { IssueLog } from './issueLog';
import { property, type JsonObject } from './json';

/** Attributes of a building in the words of map files, read by fixed rules (README.md). */
export interface ReadAttributes {
  readonly name?: string;
  readonly heightM?: number;
  readonly levels?: number;
  readonly use?: BuildingUse;
  readonly residential?: boolean;
  readonly outbuilding?: boolean;
  readonly constructionYear?: number;
  readonly households?: number;
  readonly roof?: Building['roof'];
}

const HEIGHT = ['height', 'building:height', 'measuredHeight', 'building_height', 'hoehe', 'HEIGHT'];
const LEVELS = ['building:levels', 'levels', 'storeysAboveGround', 'num_floors', 'floors', 'b3_bouwlagen'];
const ROOF = ['roof:shape', 'roofShape', 'roof_shape', 'roofType', 'b3_dak_type'];
const YEAR = [
  'yearOfConstruction',
  'construction_year',
  'start_date',
  'building:start_date',
  'construction_date',
  'year_built',
  'year',
  'bouwjaar',
  'oorspronkelijkbouwjaar',
  'baujahr',
];
const HOUSEHOLDS = ['building:flats', 'flats', 'dwellings', 'households'];
const USE = [
  'building:use',
  'amenity',
  'shop',
  'office',
  'tourism',
  'building',
  'type',
  'use',
  'function',
  'usage',
  'class',
];
const NAME = ['name', 'addr:housename'];
const PLACE = ['addr:street', 'addr:housenumber'];
const READ = new Set([...HEIGHT, ...LEVELS, ...ROOF, ...YEAR, ...HOUSEHOLDS, ...USE, ...NAME, ...PLACE]);
/** Bookkeeping of the file itself, not facts about a building. */
const SILENT = new Set(['id', '@id', 'osm_id', 'fid', 'layer']);

/** OpenStreetMap's, CityGML's and everyday words for a use; lower case. */
const USES: Readonly<Record<string, BuildingUse>> = {
  ...same('detached', [
    'detached',
    'house',
    'bungalow',
    'villa',
    'farm',
    'cabin',
    'semidetached_house',
    'single family',
  ]),
  ...same('terraced', ['terrace', 'terraced', 'row house']),
  ...same('apartment', ['apartments', 'apartment', 'dormitory', 'multi family', 'block of flats']),
  ...same('office', [
    'office',
    'offices',
    'commercial',
    'government',
    'company',
    'bank',
    'townhall',
    'service',
    'yes;office',
  ]),
  ...same('retail', ['retail', 'shop', 'supermarket', 'mall', 'kiosk', 'convenience', 'bakery', 'pharmacy']),
  ...same('school', ['school', 'kindergarten', 'university', 'college', 'childcare']),
  ...same('hospital', ['hospital', 'clinic', 'nursing_home']),
  ...same('hotel', ['hotel', 'hostel', 'motel', 'guest_house']),
  ...same('restaurant', ['restaurant', 'cafe', 'pub', 'bar', 'fast_food']),
  ...same('warehouse', ['warehouse', 'industrial', 'manufacture', 'storage_tank', 'hangar']),
  ...same('publicHall', [
    ...[
      'public',
      'civic',
      'church',
      'chapel',
      'mosque',
      'synagogue',
      'temple',
      'cathedral',
      'sports_hall',
      'sports_centre',
    ],
    ...[
      'community_centre',
      'library',
      'theatre',
      'cinema',
      'museum',
      'train_station',
      'place_of_worship',
      'stadium',
    ],
  ]),
  // CityGML 2.0 code list of building functions.
  ...same('apartment', ['1010', '31001_1010']),
  ...same('office', ['1120', '31001_2020']),
  ...same('retail', ['1150', '31001_2050']),
  ...same('school', ['1310', '31001_3020']),
};
const RESIDENTIAL = new Set([
  'residential',
  '1000',
  '31001_1000',
  'wohngebaeude',
  'wohngebäude',
  'woonfunctie',
]);
const OUTBUILDINGS = new Set([
  ...[
    'garage',
    'garages',
    'carport',
    'shed',
    'hut',
    'roof',
    'greenhouse',
    'barn',
    'parking',
    'stable',
    'sty',
  ],
  ...['allotment_house', 'bunker', 'transformer_tower', 'toilets', 'farm_auxiliary', '31001_2463'],
]);
const FLAT = new Set(['flat', 'none', '1000', 'slanted', 'horizontal']);
const HIPPED = new Set([
  'hipped',
  'half-hipped',
  'pyramidal',
  '1040',
  '1070',
  'mansard',
  'dome',
  'round',
  'quadruple_saltbox',
]);
const GABLED = new Set([
  'gabled',
  'saltbox',
  'double_saltbox',
  'gambrel',
  'skillion',
  'many',
  '1030',
  'multiple horizontal',
]);

function same(use: BuildingUse, words: readonly string[]): Record<string, BuildingUse> {
  return Object.fromEntries(words.map((word) => [word, use]));
}

/** Reads what is known; says what carries a value that cannot be; counts what it does not use. */
export function readBuildingAttributes(
  properties: JsonObject,
  id: string,
  log: IssueLog,
  left: LeftOut,
): ReadAttributes {
  for (const name of Object.keys(properties)) {
    if (!READ.has(name) && !SILENT.has(name) && properties[name] !== null) left.attribute(name);
  }
  const heightM = inRange(properties, HEIGHT, id, log, lengthM, 1, 600, 'a height of 1 to 600 m');
  const levels = inRange(properties, LEVELS, id, log, plainNumber, 0.5, 150, '1 to 150 storeys');
  const constructionYear = inRange(properties, YEAR, id, log, year, 1000, 2100, 'a year from 1000 to 2100');
  const households = inRange(properties, HOUSEHOLDS, id, log, plainNumber, 0, 5000, '0 to 5000 dwellings');
  const roof = roofOf(first(properties, ROOF)?.value);
  const name = nameOf(properties);
  return {
    ...(name === undefined ? {} : { name }),
    ...(heightM === undefined ? {} : { heightM }),
    ...(levels === undefined ? {} : { levels: Math.max(1, Math.round(levels)) }),
    ...(constructionYear === undefined ? {} : { constructionYear }),
    ...(households === undefined ? {} : { households: Math.round(households) }),
    ...(roof === undefined ? {} : { roof }),
    ...useOf(properties),
  };
}

function first(
  properties: JsonObject,
  names: readonly string[],
): { name: string; value: unknown } | undefined {
  for (const name of names) {
    const value = property(properties, name);
    if (value !== undefined && value !== null && value !== '') return { name, value };
  }
  return undefined;
}

function inRange(
  properties: JsonObject,
  names: readonly string[],
  id: string,
  log: IssueLog,
  read: (value: unknown) => number | null,
  min: number,
  max: number,
  expected: string,
): number | undefined {
  const found = first(properties, names);
  if (!found) return undefined;
  const value = read(found.value);
  if (value !== null && value >= min && value <= max) return value;
  log.warning({
    code: 'attribute-not-usable',
    where: id,
    field: found.name,
    value: String(found.value).slice(0, 60),
    message: `"${found.name}" of "${id}" is not ${expected}; it was left out and the stated default takes its place.`,
    remedy: 'Correct it in the file, or as a base edit after the import.',
  });
  return undefined;
}

function lengthM(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' ? parseLengthM(value) : null;
}

function plainNumber(value: unknown): number | null {
  if (typeof value === 'number') return value;
  return typeof value === 'string' && /^\s*\d+(\.\d+)?\s*$/.test(value) ? Number(value) : null;
}

/** `1964`, `1964-05-01`, `~1900`, `before 1910`, `1890s`; the first four-digit year counts. */
function year(value: unknown): number | null {
  if (typeof value === 'number') return Number.isInteger(value) ? value : null;
  const match = typeof value === 'string' ? /(?:^|\D)([12]\d{3})(?!\d)/.exec(value) : null;
  return match ? Number(match[1]) : null;
}

function roofOf(value: unknown): Building['roof'] | undefined {
  const word = typeof value === 'string' || typeof value === 'number' ? String(value).toLowerCase() : '';
  if (FLAT.has(word)) return 'flat';
  if (HIPPED.has(word)) return 'hipped';
  return GABLED.has(word) ? 'gabled' : undefined;
}

function nameOf(properties: JsonObject): string | undefined {
  const name = first(properties, NAME)?.value;
  if (typeof name === 'string') return name.slice(0, 200);
  const street = property(properties, 'addr:street');
  const number = property(properties, 'addr:housenumber');
  return typeof street === 'string'
    ? `${street}${typeof number === 'string' || typeof number === 'number' ? ` ${number}` : ''}`.slice(0, 200)
    : undefined;
}

/** The first tag whose word is known wins; `building=yes` and numbers of parent buildings say nothing. */
function useOf(properties: JsonObject): Pick<ReadAttributes, 'use' | 'residential' | 'outbuilding'> {
  for (const name of USE) {
    const value = property(properties, name);
    if (typeof value !== 'string' && typeof value !== 'number') continue;
    const word = String(value).toLowerCase();
    if (OUTBUILDINGS.has(word)) return { outbuilding: true };
    if (RESIDENTIAL.has(word)) return { residential: true };
    const use = Object.hasOwn(USES, word) ? USES[word] : undefined;
    if (use) return { use };
    if (name === 'shop' && word !== 'vacant' && word !== 'no') return { use: 'retail' };
    if (name === 'office' && word !== 'no') return { use: 'office' };
  }
  return {};
}
