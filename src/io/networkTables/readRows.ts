import type { Point } from '../../model/building';
import { readCsv } from '../csv';
import type { LonLat } from '../footprints';
import { crsIssue, readPositions } from '../geojsonGeometry';
import type { IssueLog } from '../issueLog';
import { arrayOf, isObject, parseJsonText, property, type JsonObject } from '../json';
import { localProjection } from '../projection';
import { KIND_WORDS, NEEDED, OPTIONAL, TABLES, type TableName } from './columns';
import type { NetworkRow } from './fieldRow';

export interface NetworkTableFile {
  readonly name: string;
  readonly text: string;
}

/** All rows of all files; GeoJSON is laid into one local frame around the middle of everything drawn. */
export function readRows(files: readonly NetworkTableFile[], log: IssueLog): NetworkRow[] {
  const rows: NetworkRow[] = [];
  const drawn: DrawnRow[] = [];
  for (const file of files) {
    if (/^\ufeff?\s*\{/.test(file.text)) drawn.push(...readDrawing(file, log));
    else rows.push(...readTable(file, log));
  }
  reportUnreadProperties(drawn, log);
  return [...rows, ...layOut(drawn)];
}

/** The table a CSV file holds: by its name, else by its columns. */
function tableOf(file: NetworkTableFile, columns: readonly string[]): TableName | null {
  const name = file.name.replace(/^.*[/\\]/, '').toLowerCase();
  const named = TABLES.find((table) => name.startsWith(table));
  if (named) return named;
  return (
    TABLES.find((table) => table !== 'buses' && NEEDED[table].every((column) => columns.includes(column))) ??
    null
  );
}

function readTable(file: NetworkTableFile, log: IssueLog): NetworkRow[] {
  const csv = readCsv(file.text, file.name);
  if (!csv.ok) {
    for (const issue of csv.issues) log.error({ ...issue, where: `${file.name}, ${issue.where ?? ''}` });
    return [];
  }
  const columns = csv.value.columns.map((column) => column.trim().toLowerCase());
  const table = tableOf(file, columns);
  if (!table) {
    log.error({
      code: 'network-table-kind',
      where: file.name,
      value: columns.join(',').slice(0, 60),
      message: `${file.name} is none of the tables ${TABLES.join(', ')}.`,
      remedy: 'Name the file after its table, for example lines.csv, or correct its header.',
    });
    return [];
  }
  for (const column of NEEDED[table]) {
    if (columns.includes(column)) continue;
    log.error({
      code: 'network-table-column',
      where: `${file.name}, line 1`,
      field: column,
      message: `The column "${column}" of ${file.name} is missing.`,
      remedy: `The table ${table} needs: ${NEEDED[table].join(', ')}.`,
    });
  }
  for (const column of columns) {
    if (column !== '' && !isColumn(table, column)) reportUnread(log, `${file.name}, line 1`, table, column);
  }
  return csv.value.rows.map((cells, index) => {
    const values = new Map<string, unknown>(columns.map((column, k) => [column, cells[k]]));
    return { table, where: `${file.name}, line ${index + 2}`, values, path: [] };
  });
}

function isColumn(table: TableName, column: string): boolean {
  return NEEDED[table].includes(column) || OPTIONAL[table].includes(column);
}

/** A slip in the name of a column with a default would otherwise change the network without a word. */
function reportUnread(log: IssueLog, where: string, table: TableName, column: string): void {
  log.warning({
    code: 'network-table-unread',
    where,
    field: column,
    message: `"${column}" is no column of ${table} and is not read.`,
    remedy: `Columns that may be left out: ${OPTIONAL[table].join(', ')}.`,
  });
}

/** What a drawing says beyond a table's columns. */
const DRAWN: ReadonlySet<string> = new Set(['kind', 'direction', 'kv']);

/** Each property that is not read once per table, at its first place. */
function reportUnreadProperties(rows: readonly DrawnRow[], log: IssueLog): void {
  const told = new Set<string>();
  for (const { table, where, values } of rows) {
    for (const name of values.keys()) {
      if (DRAWN.has(name) || isColumn(table, name) || told.has(`${table} ${name}`)) continue;
      told.add(`${table} ${name}`);
      reportUnread(log, where, table, name);
    }
  }
}

interface DrawnRow {
  readonly table: TableName;
  readonly where: string;
  readonly values: ReadonlyMap<string, unknown>;
  readonly positions: readonly LonLat[];
}

function readDrawing(file: NetworkTableFile, log: IssueLog): DrawnRow[] {
  const json = parseJsonText(file.text, file.name);
  if (!json.ok) {
    for (const issue of json.issues) log.error(issue);
    return [];
  }
  const features = isObject(json.value) ? json.value['features'] : undefined;
  if (!isObject(json.value) || json.value['type'] !== 'FeatureCollection' || !Array.isArray(features)) {
    log.error({
      code: 'network-geojson',
      where: file.name,
      message: `${file.name} is not a GeoJSON FeatureCollection.`,
      remedy: 'Export lines, transformers and connections as one collection of features.',
    });
    return [];
  }
  const crs = crsIssue(json.value);
  if (crs) log.error(crs);
  return arrayOf(features).flatMap((feature, index) => {
    const row = readFeature(feature, `feature ${index + 1} of ${file.name}`, index, log);
    return row ? [row] : [];
  });
}

function readFeature(feature: unknown, where: string, index: number, log: IssueLog): DrawnRow | null {
  const geometry = isObject(feature) ? feature['geometry'] : undefined;
  if (!isObject(feature) || !isObject(geometry)) return skip(log, where, 'has no geometry');
  const properties = isObject(feature['properties']) ? feature['properties'] : {};
  const type = geometry['type'];
  const kind = property(properties, 'kind');
  const word = typeof kind === 'string' ? kind.toLowerCase() : '';
  const named = Object.hasOwn(KIND_WORDS, word) ? KIND_WORDS[word] : undefined;
  const table = named ?? (type === 'LineString' ? 'lines' : undefined);
  if (!table) return skip(log, where, `has no "kind" out of ${Object.keys(KIND_WORDS).join(', ')}`);
  if (
    type !== (table === 'lines' || table === 'switches' ? 'LineString' : 'Point') &&
    type !== 'LineString'
  ) {
    return skip(log, where, `has the geometry ${String(type)}, which a row of ${table} cannot have`);
  }
  const coordinates = property(geometry, 'coordinates');
  const positions = readPositions(type === 'Point' ? [coordinates] : coordinates, where, log);
  if (!positions) return null;
  if (positions.length < (type === 'Point' ? 1 : 2)) return skip(log, where, 'has too few positions');
  return { table, where, values: featureValues(feature, properties, table, index), positions };
}

/** `kind` of a connection says load or generation in a table; in a drawing it names the table. */
function featureValues(
  feature: JsonObject,
  properties: JsonObject,
  table: TableName,
  index: number,
): Map<string, unknown> {
  const values = new Map(Object.entries(properties).map(([name, value]) => [name.toLowerCase(), value]));
  if (table === 'connections') values.delete('kind');
  if (values.has('direction')) values.set('kind', values.get('direction'));
  const id = values.get('id') ?? feature['id'] ?? `${table.replace(/e?s$/, '')} ${index + 1}`;
  values.set('id', id);
  return values;
}

function skip(log: IssueLog, where: string, what: string): null {
  log.error({
    code: 'network-feature',
    where,
    message: `${where} ${what}.`,
    remedy:
      'Lines and switches are LineStrings; buses, transformers, connections and sources are Points with a "kind".',
  });
  return null;
}

function layOut(drawn: readonly DrawnRow[]): NetworkRow[] {
  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const { positions } of drawn) {
    for (const [lon, lat] of positions) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  }
  if (drawn.length === 0) return [];
  const frame = localProjection((west + east) / 2, (south + north) / 2);
  return drawn.map(({ table, where, values, positions }) => {
    const path = positions.map(([lon, lat]): Point => frame.toLocal(lon, lat));
    return { table, where, values, path };
  });
}
