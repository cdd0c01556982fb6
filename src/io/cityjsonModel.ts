import { shortValue } from '../model/schema/schemaIssues';
import type { IssueLog } from './issueLog';
import { arrayOf, isObject, property, type JsonObject } from './json';
import { epsgCode, referenceSystem, SUPPORTED_SYSTEMS, type ReferenceSystem } from './projection';

export type Vertex = readonly [x: number, y: number, z: number];

/** A CityJSON file whose frame has been read: version, reference system and real-world vertices. */
export interface CityModel {
  readonly version: string;
  readonly system: ReferenceSystem;
  readonly referenceText: string;
  readonly vertices: readonly Vertex[];
  readonly objects: JsonObject;
}

const VERSIONS = ['1.0', '1.1', '2.0'];

/** Frame and vertices of a CityJSON object, or null with errors in the log. */
export function readCityModel(json: JsonObject, log: IssueLog): CityModel | null {
  const version = typeof json['version'] === 'string' ? json['version'] : 'missing';
  if (!VERSIONS.includes(version)) {
    log.error({
      code: 'cityjson-version',
      field: 'version',
      value: shortValue(version),
      message: `CityJSON version ${shortValue(version)} cannot be read; ${VERSIONS.join(', ')} can.`,
      remedy: 'Upgrade the file with: cjio in.city.json upgrade save out.city.json',
    });
  }
  const metadata = isObject(json['metadata']) ? json['metadata'] : {};
  const system = readSystem(property(metadata, 'referenceSystem'), log);
  const vertices = readVertices(json, log);
  const objects = json['CityObjects'];
  if (!isObject(objects)) {
    log.error({
      code: 'cityjson-no-objects',
      field: 'CityObjects',
      message: 'The file has no CityObjects.',
      remedy: 'Export the model again; CityObjects is a required member.',
    });
    return null;
  }
  if (!system || !vertices || log.hasErrors) return null;
  const referenceText = String(property(metadata, 'referenceSystem'));
  return { version, system, referenceText, vertices, objects };
}

function readSystem(value: unknown, log: IssueLog): ReferenceSystem | null {
  const text = typeof value === 'string' ? value : '';
  const code = epsgCode(text);
  const system = code === null ? null : referenceSystem(code);
  if (system) return system;
  log.error({
    code: text === '' ? 'cityjson-crs-missing' : 'cityjson-crs-unknown',
    field: 'metadata.referenceSystem',
    value: shortValue(value),
    message:
      text === ''
        ? 'The file does not say which reference system its coordinates are in.'
        : `The reference system ${shortValue(text)} is not among those supported: ${SUPPORTED_SYSTEMS}.`,
    remedy: 'Set or change it, for example with: cjio in.city.json crs_reproject 7415 save out.city.json',
  });
  return null;
}

function triple(value: unknown): Vertex | null {
  const [x, y, z] = arrayOf(value);
  const sound = [x, y, z].every((one) => typeof one === 'number' && Number.isFinite(one));
  return sound ? [x as number, y as number, z as number] : null;
}

function readVertices(json: JsonObject, log: IssueLog): Vertex[] | null {
  const transform = json['transform'];
  const scale = isObject(transform) ? triple(transform['scale']) : ([1, 1, 1] as const);
  const translate = isObject(transform) ? triple(transform['translate']) : ([0, 0, 0] as const);
  if (!scale || !translate) {
    log.error({
      code: 'cityjson-transform',
      field: 'transform',
      value: shortValue(transform),
      message: 'The transform has no scale and translate of three numbers each.',
      remedy: 'Export the model again.',
    });
    return null;
  }
  const stored: Vertex[] = [];
  for (const [index, value] of arrayOf(json['vertices']).entries()) {
    const vertex = triple(value);
    if (!vertex) {
      log.error({
        code: 'cityjson-vertex',
        where: `vertex ${index}`,
        field: 'vertices',
        value: shortValue(value),
        message: `Vertex ${index} is not three finite numbers.`,
        remedy: 'Export the model again.',
      });
      return null;
    }
    stored.push(vertex);
  }
  const offset = usedTranslation(json, stored, scale, translate, log);
  return stored.map((v) => [
    v[0] * scale[0] + offset[0],
    v[1] * scale[1] + offset[1],
    v[2] * scale[2] + offset[2],
  ]);
}

/**
 * The translation, or zero where a writer applied it twice: the stated extent then holds the scaled vertices as they
 * are, and the translated ones lie outside it. Seen in files in circulation.
 */
function usedTranslation(
  json: JsonObject,
  stored: readonly Vertex[],
  scale: Vertex,
  translate: Vertex,
  log: IssueLog,
): Vertex {
  const metadata = isObject(json['metadata']) ? json['metadata'] : {};
  const extent = arrayOf(property(metadata, 'geographicalExtent'));
  const [minX, minY, , maxX, maxY] = extent;
  const probe = stored[0];
  if (
    !probe ||
    typeof minX !== 'number' ||
    typeof minY !== 'number' ||
    typeof maxX !== 'number' ||
    typeof maxY !== 'number'
  )
    return translate;
  const marginM = maxX - minX + (maxY - minY);
  const inside = (offset: Vertex): boolean => {
    const x = probe[0] * scale[0] + offset[0];
    const y = probe[1] * scale[1] + offset[1];
    return x > minX - marginM && x < maxX + marginM && y > minY - marginM && y < maxY + marginM;
  };
  if (inside(translate)) return translate;
  const doubled = inside([0, 0, 0]);
  log.warning({
    code: 'cityjson-extent',
    field: doubled ? 'transform.translate' : 'metadata.geographicalExtent',
    value: shortValue(doubled ? translate : extent),
    message: doubled
      ? 'The translated vertices lie outside the stated extent and the untranslated ones inside: the translation was not applied again.'
      : 'The vertices lie outside the extent that the file states.',
    remedy: 'Check the position on the map; if it is wrong, export the model again.',
  });
  return doubled ? [0, 0, 0] : translate;
}
