import type { Issue } from '../model/outcome';
import { shortValue } from '../model/schema/schemaIssues';
import type { LonLat } from './footprints';
import type { IssueLog } from './issueLog';
import { arrayOf, isObject, property } from './json';
import { epsgCode } from './projection';

/** The old `crs` member (GeoJSON 2008): anything but WGS 84 is refused, since RFC 7946 knows nothing else. */
export function crsIssue(json: unknown): Omit<Issue, 'severity' | 'source'> | null {
  const crs = isObject(json) ? property(json, 'crs') : undefined;
  if (crs === undefined || crs === null) return null;
  const properties = isObject(crs) ? crs['properties'] : undefined;
  const name = isObject(properties) ? properties['name'] : undefined;
  const code = typeof name === 'string' ? epsgCode(name) : null;
  if (code === 4326 || code === 4258 || code === 4979) return null;
  return {
    code: 'geojson-crs',
    field: 'crs',
    value: shortValue(name ?? crs),
    message: `The file says its coordinates are in ${shortValue(name ?? crs)}; GeoJSON is read in longitude and latitude (WGS 84).`,
    remedy: 'Export it again in EPSG:4326, for example: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
  };
}

function readPosition(value: unknown, id: string, log: IssueLog): LonLat | null {
  const [x, y] = arrayOf(value);
  if (typeof x !== 'number' || typeof y !== 'number' || !Number.isFinite(x) || !Number.isFinite(y)) {
    log.error({
      code: 'geojson-coordinate',
      where: id,
      field: 'geometry.coordinates',
      value: shortValue(value),
      message: `A position of "${id}" is not a pair of numbers.`,
      remedy: 'Write every position as [longitude, latitude].',
    });
    return null;
  }
  if (Math.abs(x) <= 180 && Math.abs(y) <= 90) return [x, y];
  const swapped = Math.abs(x) <= 90 && Math.abs(y) <= 180;
  log.error({
    code: 'geojson-not-degrees',
    where: id,
    field: 'geometry.coordinates',
    value: shortValue(value),
    message: swapped
      ? `A position of "${id}" has a latitude beyond 90 degrees; latitude and longitude may be swapped.`
      : `The positions of "${id}" look like metres of a projected system, not like longitude and latitude.`,
    remedy: swapped
      ? 'Write longitude first, then latitude.'
      : 'Export the file again in EPSG:4326, for example: ogr2ogr -t_srs EPSG:4326 out.geojson in.geojson',
  });
  return null;
}

/** Positions of a line or ring; null after one issue per feature, not one per position. */
export function readPositions(value: unknown, id: string, log: IssueLog): LonLat[] | null {
  if (!Array.isArray(value)) {
    log.error({
      code: 'geojson-coordinate',
      where: id,
      field: 'geometry.coordinates',
      value: shortValue(value),
      message: `The coordinates of "${id}" are not a list of positions.`,
      remedy: 'Follow RFC 7946, section 3.1.',
    });
    return null;
  }
  const positions: LonLat[] = [];
  for (const one of arrayOf(value)) {
    const position = readPosition(one, id, log);
    if (!position) return null;
    positions.push(position);
  }
  return positions;
}

/** Rings of a polygon, outline first. Rings that are not closed are closed, with a warning. */
export function readRings(value: unknown, id: string, log: IssueLog): LonLat[][] | null {
  if (!Array.isArray(value) || value.length === 0) {
    readPositions(null, id, log);
    return null;
  }
  const rings: LonLat[][] = [];
  for (const one of arrayOf(value)) {
    const ring = readPositions(one, id, log);
    if (!ring) return null;
    const first = ring[0];
    const last = ring[ring.length - 1];
    if (first && last && (first[0] !== last[0] || first[1] !== last[1])) {
      log.warning({
        code: 'ring-not-closed',
        where: id,
        field: 'geometry.coordinates',
        message: `A ring of "${id}" does not end where it begins; it was closed with a straight side.`,
        remedy: 'Repeat the first position at the end (RFC 7946, section 3.1.6).',
      });
      ring.push(first);
    }
    rings.push(ring);
  }
  return rings;
}
