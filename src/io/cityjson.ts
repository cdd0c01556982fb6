import { fail, settle, type Outcome } from '../model/outcome';
import { readBuildingAttributes } from './buildingAttributes';
import { memberGeometries, rootBuildings } from './cityjsonMembers';
import { readCityModel, type CityModel } from './cityjsonModel';
import { bodyShape, type BodyShape } from './cityjsonShape';
import { surfacesOf, type Surface } from './cityjsonSurfaces';
import { LeftOut, type ImportedFootprint, type ImportedFootprints, type LonLat } from './footprints';
import { IssueLog } from './issueLog';
import { isObject, parseJsonText, type JsonObject } from './json';
import { checkPolygon, ringAreaM2, SMALLEST_BUILDING_M2 } from './rings';
import { cosDeg } from './sphere';
import type { Point } from '../model/building';

/** Buildings from CityJSON text, versions 1.0, 1.1 and 2.0; the reference system is honoured. */
export function readCityJson(text: string, fileName: string): Outcome<ImportedFootprints> {
  const json = parseJsonText(text, fileName);
  return json.ok ? readCityJsonValue(json.value, fileName) : json;
}

export function readCityJsonValue(json: unknown, fileName: string): Outcome<ImportedFootprints> {
  const log = new IssueLog(fileName);
  const model = isObject(json) ? readCityModel(json, log) : null;
  if (!model) return fail(log.issues());
  const reading: Reading = { log, left: new LeftOut(), model, lods: {}, from: {}, footprints: [], split: 0 };
  for (const [id, object] of rootBuildings(model.objects, reading.left)) readBuilding(id, object, reading);
  if (reading.footprints.length === 0 && !log.hasErrors) {
    log.error({
      code: 'no-buildings',
      message: 'No city object of this file is a Building with a usable geometry.',
      remedy: 'Export a model that holds Building objects with Solid or MultiSurface geometry.',
    });
  }
  return settle(summary(fileName, reading), log.issues());
}

interface Reading {
  readonly log: IssueLog;
  readonly left: LeftOut;
  readonly model: CityModel;
  readonly lods: Record<string, number>;
  readonly from: Record<string, number>;
  readonly footprints: ImportedFootprint[];
  split: number;
}

function summary(fileName: string, reading: Reading): ImportedFootprints {
  const { system, version, referenceText, objects } = reading.model;
  const remarks = [
    `Reference system ${referenceText} read as ${system.code} (${system.name}).`,
    ...Object.entries(reading.from).map(([kind, count]) => `Footprint from ${kind}: ${count} buildings.`),
  ];
  if (reading.split > 0)
    remarks.push(
      `${reading.split} buildings have separate parts on the ground: one building per part, ids ending in /1, /2.`,
    );
  return {
    fileName,
    format: `CityJSON ${version}`,
    featureCount: Object.keys(objects).length,
    crs: system.code,
    verticalDatum: system.verticalDatum,
    lods: reading.lods,
    footprints: reading.footprints,
    streets: [],
    openSpaces: [],
    skipped: reading.left.skipped(),
    ignoredAttributes: reading.left.ignoredAttributes(),
    remarks,
  };
}

function readBuilding(id: string, object: JsonObject, reading: Reading): void {
  const { log, left, model } = reading;
  const chosen = memberGeometries(id, object, model.objects, left);
  if (!chosen) {
    left.skip('building without surface geometry', id);
    return;
  }
  const faces = chosen.geometries.flatMap((geometry) => surfacesOf(geometry, model.vertices));
  const broken = faces.filter((face) => face === null).length;
  if (broken > 0) {
    log.error({
      code: 'cityjson-vertex-index',
      where: id,
      field: 'geometry.boundaries',
      message: `${broken} faces of "${id}" point to vertices that do not exist.`,
      remedy: 'Export the model again, or remove the object; cjio validates files.',
    });
    return;
  }
  const shape = bodyShape(faces.filter((face): face is Surface => face !== null));
  if (!shape) {
    left.skip('building without area in plan', id);
    return;
  }
  reading.lods[chosen.lod] = (reading.lods[chosen.lod] ?? 0) + 1;
  reading.from[shape.footprintFrom] = (reading.from[shape.footprintFrom] ?? 0) + 1;
  const attributes = isObject(object['attributes']) ? object['attributes'] : {};
  addFootprints(id, shape, attributes, reading);
}

function addFootprints(id: string, shape: BodyShape, attributes: JsonObject, reading: Reading): void {
  const { log, left, model, footprints } = reading;
  const toLonLat = (ring: readonly Point[]): LonLat[] => ring.map(([x, y]) => model.system.toLonLat(x, y));
  const read = readBuildingAttributes(attributes, id, log, left);
  const parts = shape.polygons.map((polygon) => [polygon.outer, ...polygon.holes].map(toLonLat));
  const kept = parts.filter((rings) => {
    const outer = rings[0] ?? [];
    return ringAreaM2(outer, cosDeg(outer[0]?.[1] ?? 0)) >= SMALLEST_BUILDING_M2;
  });
  if (kept.length === 0) left.skip(`footprint below ${SMALLEST_BUILDING_M2} m2`, id);
  if (kept.length > 1) reading.split += 1;
  kept.forEach((rings, index) => {
    const partId = kept.length > 1 ? `${id}/${index + 1}` : id;
    if (rings.some((ring) => ring.some(([lon, lat]) => !(Math.abs(lon) <= 180 && Math.abs(lat) <= 90)))) {
      log.error({
        code: 'cityjson-out-of-range',
        where: partId,
        field: 'vertices',
        message: `The position of "${partId}" lies outside the area where ${model.system.code} is defined.`,
        remedy: 'Check metadata.referenceSystem: the coordinates do not belong to it.',
      });
      return;
    }
    const polygon = checkPolygon(rings, partId, log);
    if (!polygon) return;
    // The body itself is better evidence than an attribute about it.
    const heightM = shape.heightM !== null && shape.heightM >= 1 ? shape.heightM : read.heightM;
    footprints.push({
      id: partId,
      ...polygon,
      baseElevationM: Math.round(shape.baseM * 1000) / 1000,
      ...read,
      ...(heightM === undefined ? {} : { heightM: Math.round(heightM * 1000) / 1000 }),
      ...(read.roof === undefined && shape.roof !== null ? { roof: shape.roof } : {}),
    });
  });
}
