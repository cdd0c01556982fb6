import { fail, settle, type Outcome } from '../model/outcome';
import { readBuildingAttributes } from './buildingAttributes';
import {
  LeftOut,
  type ImportedFootprint,
  type ImportedFootprints,
  type ImportedOpenSpace,
  type ImportedStreet,
  type LonLat,
} from './footprints';
import { crsIssue, readPositions, readRings } from './geojsonGeometry';
import { openSpaceKind, polygonIsBuilding, streetOf } from './geojsonKinds';
import { IssueLog } from './issueLog';
import { arrayOf, isObject, parseJsonText, property, type JsonObject } from './json';
import { checkPolygon, ringAreaM2, SMALLEST_BUILDING_M2 } from './rings';
import { cosDeg } from './sphere';

/** Footprints, streets and open spaces from GeoJSON text (RFC 7946: longitude and latitude, WGS 84). */
export function readGeoJson(text: string, fileName: string): Outcome<ImportedFootprints> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readGeoJsonValue(json.value, fileName) : json;
}

interface Reading {
  readonly log: IssueLog;
  readonly left: LeftOut;
  readonly footprints: ImportedFootprint[];
  readonly streets: ImportedStreet[];
  readonly openSpaces: ImportedOpenSpace[];
  unnamed: number;
  split: number;
}

export function readGeoJsonValue(json: unknown, fileName: string): Outcome<ImportedFootprints> {
  const log = new IssueLog(fileName);
  const collection = featureList(json);
  if (!collection) {
    log.error({
      code: 'geojson-no-features',
      field: 'features',
      message: 'This GeoJSON holds no list of features.',
      remedy: 'Export a FeatureCollection of building footprints (Polygon or MultiPolygon).',
    });
    return fail(log.issues());
  }
  const wrongCrs = crsIssue(json);
  if (wrongCrs) log.error(wrongCrs);
  const reading: Reading = {
    log,
    left: new LeftOut(),
    footprints: [],
    streets: [],
    openSpaces: [],
    unnamed: 0,
    split: 0,
  };
  collection.forEach((feature, index) => readFeature(feature, index, reading));
  duplicateIds(reading);
  if (reading.footprints.length === 0 && !log.hasErrors) {
    log.error({
      code: 'no-buildings',
      message: 'No feature of this file is a building footprint.',
      remedy: 'Export polygons of buildings; lines and points alone make no district.',
    });
  }
  return settle(summary(fileName, collection.length, reading), log.issues());
}

function featureList(json: unknown): readonly unknown[] | null {
  if (!isObject(json)) return null;
  if (json['type'] === 'Feature') return [json];
  return json['type'] === 'FeatureCollection' && Array.isArray(json['features'])
    ? arrayOf(json['features'])
    : null;
}

function summary(fileName: string, featureCount: number, reading: Reading): ImportedFootprints {
  const remarks: string[] = [];
  if (reading.unnamed > 0)
    remarks.push(`${reading.unnamed} features without an id are named by their position in the file.`);
  if (reading.split > 0) {
    remarks.push(
      `${reading.split} MultiPolygons were split: one building per part, ids ending in /1, /2 and so on.`,
    );
  }
  return {
    fileName,
    format: 'GeoJSON (RFC 7946)',
    featureCount,
    crs: 'EPSG:4326',
    verticalDatum: null,
    lods: {},
    footprints: reading.footprints,
    streets: reading.streets,
    openSpaces: reading.openSpaces,
    skipped: reading.left.skipped(),
    ignoredAttributes: reading.left.ignoredAttributes(),
    remarks,
  };
}

function idOf(feature: JsonObject, properties: JsonObject, index: number, reading: Reading): string {
  for (const candidate of [feature['id'], properties['id'], properties['@id'], properties['osm_id']]) {
    if ((typeof candidate === 'string' && candidate !== '') || typeof candidate === 'number')
      return String(candidate).slice(0, 150);
  }
  reading.unnamed += 1;
  return `feature-${index + 1}`;
}

function readFeature(value: unknown, index: number, reading: Reading): void {
  const { log, left } = reading;
  if (!isObject(value) || !isObject(value['geometry'])) {
    const id = isObject(value)
      ? idOf(value, isObject(value['properties']) ? value['properties'] : {}, index, reading)
      : `feature-${index + 1}`;
    if (isObject(value) && value['geometry'] === null) left.skip('feature without geometry', id);
    else {
      log.error({
        code: 'geojson-not-a-feature',
        where: id,
        field: 'geometry',
        message: `Feature ${index + 1} has no geometry object.`,
        remedy: 'Give it a geometry, or null when it has none.',
      });
    }
    return;
  }
  const properties = isObject(value['properties']) ? value['properties'] : {};
  const id = idOf(value, properties, index, reading);
  const geometry = value['geometry'];
  const coordinates = property(geometry, 'coordinates');
  switch (geometry['type']) {
    case 'Polygon':
      readPolygon(coordinates, id, properties, reading);
      break;
    case 'MultiPolygon': {
      const parts = arrayOf(coordinates);
      if (parts.length > 1) reading.split += 1;
      parts.forEach((part, i) =>
        readPolygon(part, parts.length > 1 ? `${id}/${i + 1}` : id, properties, reading),
      );
      break;
    }
    case 'LineString':
      readStreet(coordinates, id, properties, reading);
      break;
    case 'MultiLineString':
      arrayOf(coordinates).forEach((part, i) => readStreet(part, `${id}/${i + 1}`, properties, reading));
      break;
    default:
      left.skip(`geometry ${String(geometry['type']).slice(0, 40)}`, id);
  }
}

function readPolygon(coordinates: unknown, id: string, properties: JsonObject, reading: Reading): void {
  const rings = readRings(coordinates, id, reading.log);
  if (!rings) return;
  const kind = openSpaceKind(properties);
  if (!polygonIsBuilding(properties)) {
    const outline = rings[0];
    if (kind && outline && outline.length > 3)
      reading.openSpaces.push({ id, kind, outline: outline.slice(0, -1) });
    else reading.left.skip('polygon that is no building', id);
    return;
  }
  const polygon = checkPolygon(rings, id, reading.log);
  if (!polygon) return;
  if (ringAreaM2(polygon.outer, cosDeg(polygon.outer[0]?.[1] ?? 0)) < SMALLEST_BUILDING_M2) {
    reading.left.skip(`footprint below ${SMALLEST_BUILDING_M2} m2`, id);
    return;
  }
  reading.footprints.push({
    id,
    ...polygon,
    ...readBuildingAttributes(properties, id, reading.log, reading.left),
  });
}

function readStreet(coordinates: unknown, id: string, properties: JsonObject, reading: Reading): void {
  const street = streetOf(properties);
  if (!street) {
    reading.left.skip('line that is no street', id);
    return;
  }
  const path: LonLat[] | null = readPositions(coordinates, id, reading.log);
  if (!path) return;
  if (path.length < 2) reading.left.skip('street with fewer than two points', id);
  else reading.streets.push({ id, path, ...street });
}

function duplicateIds(reading: Reading): void {
  for (const rows of [reading.footprints, reading.streets]) {
    const seen = new Set<string>();
    for (const { id } of rows) {
      if (seen.has(id)) {
        reading.log.error({
          code: 'duplicate-id',
          where: id,
          field: 'id',
          value: id,
          message: `The id "${id}" occurs more than once.`,
          remedy: 'Give every feature an id of its own, or remove the copy.',
        });
      }
      seen.add(id);
    }
  }
}
