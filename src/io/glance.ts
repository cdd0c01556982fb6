import { fail, succeed, type Outcome } from '../model/outcome';
import { recogniseFile } from './fileKind';
import { firstRows, linesOf, tableOfLines, tableOfRecords, type FirstRows } from './firstRows';
import { arrayOf, isObject, parseJsonText, property, sizeIssue, type JsonObject } from './json';

/** What a file turns out to be. The first four make a district; the others have a place of their own, here or elsewhere. */
export type FileKind =
  | 'geojson'
  | 'cityjson'
  | 'district'
  | 'epw'
  | 'project'
  | 'scenario'
  | 'session'
  | 'peaks'
  | 'meter'
  | 'tariff'
  | 'scorecard'
  | 'building'
  | 'circuit'
  | 'pandapower'
  | 'openDss'
  | 'results';

/** What can be said of a file before it is read whole: nothing of it is checked yet. */
export interface FileGlance extends FirstRows {
  readonly name: string;
  readonly kind: FileKind;
  /** The name it gives itself; empty where it has none. */
  readonly title: string;
  /** Features, objects, scenarios, hours or lines. */
  readonly count: number;
}

/** Files of this program by the first part of their `schema`. */
const OWN_KINDS: readonly (readonly [schema: string, kind: FileKind, list: string])[] = [
  ['gridtwin-district/', 'district', 'buildings'],
  ['gridtwin-project/', 'project', 'scenarios'],
  ['gridtwin-scenario/', 'scenario', 'measures'],
  ['gridtwin-session/', 'session', 'levers'],
  ['gridtwin-tariff/', 'tariff', ''],
  ['gridtwin-u4ssc/', 'scorecard', 'targets'],
  ['gridtwin-building/', 'building', 'zones'],
  ['gridtwin-circuit/', 'circuit', 'buses'],
  ['gridtwin-', 'results', ''],
];

/** Looks at a file by its content; fails as the readers do where it is nothing that is read anywhere here. */
export function glanceAtFile(file: { readonly name: string; readonly text: string }): Outcome<FileGlance> {
  const { name } = file;
  const text = file.text.startsWith('\ufeff') ? file.text.slice(1) : file.text;
  const tooLarge = sizeIssue(name, text.length);
  if (tooLarge) return fail([tooLarge]);
  if (!/^\s*[{[]/.test(text)) {
    const found = text.trim() === '' ? null : glanceAtText(name, text);
    return found === null ? refusalOf(name, text) : succeed(found);
  }
  const json = parseJsonText(text, name);
  const found = json.ok && isObject(json.value) ? glanceAtObject(name, json.value) : null;
  return found === null ? refusalOf(name, text) : succeed(found);
}

/** Why the readers do not take it, in their words. */
function refusalOf(name: string, text: string): Outcome<FileGlance> {
  return fail(recogniseFile({ name, text }).issues);
}

function glanceAtText(name: string, text: string): FileGlance | null {
  const head = text.slice(0, 4000);
  if (/^\s*LOCATION\s*,/i.test(head) || /\.epw$/i.test(name)) return glanceAtWeather(name, text);
  if (/^\s*</.test(head))
    return /naesb\.org\/espi/.test(head) ? { ...of(name, 'meter'), title: 'Green Button' } : null;
  if (/\.dss$/i.test(name) || /^\s*new\s+(object=)?"?circuit\./im.test(head))
    return { ...of(name, 'openDss'), count: linesOf(text) };
  // Of a table the first line says what its columns are; a text without columns is nothing.
  if (!/^[^\n]*[,;\t]/.test(head) && !/\.(csv|tsv)$/i.test(name)) return null;
  if (head.includes('\u0000') || head.startsWith('PK')) return null;
  const table = tableOfLines(head);
  const names = table.columns.map((column) => column.trim().toLowerCase());
  const kind = names.includes('id') && names.includes('peak_kw') ? 'peaks' : 'meter';
  return { ...of(name, kind), ...table, count: Math.max(0, linesOf(text) - 1) };
}

/** Hours of an EPW as they stand: its header has eight lines. */
function glanceAtWeather(name: string, text: string): FileGlance {
  const lines = text.split(/\r?\n/, 12).map((line) => line.split(','));
  const place = (lines[0] ?? []).slice(1, 4).map((part) => part.trim());
  const hours = lines.slice(8, 11).filter((cells) => cells.length > 13);
  const at = (cells: readonly string[], column: number): string => cells[column] ?? '';
  return {
    ...of(name, 'epw'),
    title: place.filter((part) => part !== '' && part !== '-').join(', '),
    count: Math.max(0, linesOf(text) - 8),
    columns: ['year-month-day', 'hour', 'dry bulb °C', 'global horizontal Wh/m²'],
    rows: hours.map((cells) => [cells.slice(0, 3).join('-'), at(cells, 3), at(cells, 6), at(cells, 13)]),
  };
}

function glanceAtObject(name: string, json: JsonObject): FileGlance | null {
  const type = property(json, 'type');
  const title = textOf(property(json, 'name')) || textOf(property(json, 'title'));
  if (type === 'FeatureCollection' || type === 'Feature') return glanceAtFeatures(name, title, json, type);
  if (type === 'CityJSON') return glanceAtCity(name, json);
  if (property(json, '_class') === 'pandapowerNet')
    return { ...of(name, 'pandapower'), title: textOf(property(objectOf(json, '_object'), 'name')) };
  const schema = textOf(property(json, 'schema'));
  const own = OWN_KINDS.find(([begin]) => schema.startsWith(begin));
  if (own === undefined) return null;
  const [, kind, list] = own;
  const holder = kind === 'project' ? objectOf(json, 'document') : json;
  const records = arrayOf(property(holder, list)).filter(isObject);
  return { ...of(name, kind), title, count: records.length, ...tableOfRecords(records) };
}

function glanceAtFeatures(name: string, title: string, json: JsonObject, type: string): FileGlance {
  const features = type === 'Feature' ? [json] : arrayOf(property(json, 'features')).filter(isObject);
  const records = firstRows(features).map((feature) => ({
    geometry: property(objectOf(feature, 'geometry'), 'type'),
    ...(property(feature, 'id') === undefined ? {} : { id: property(feature, 'id') }),
    ...objectOf(feature, 'properties'),
  }));
  return { ...of(name, 'geojson'), title, count: features.length, ...tableOfRecords(records) };
}

function glanceAtCity(name: string, json: JsonObject): FileGlance {
  const objects = Object.entries(objectOf(json, 'CityObjects'));
  const records = firstRows(objects).map(([id, object]) => {
    const one = isObject(object) ? object : {};
    return { id, type: property(one, 'type'), ...objectOf(one, 'attributes') };
  });
  const title = textOf(property(objectOf(json, 'metadata'), 'title'));
  return { ...of(name, 'cityjson'), title, count: objects.length, ...tableOfRecords(records) };
}

const of = (name: string, kind: FileKind): FileGlance => ({
  ...{ name, kind, title: '', count: 0, columns: [], rows: [] },
});

const textOf = (value: unknown): string => (typeof value === 'string' ? value.slice(0, 120) : '');

function objectOf(json: JsonObject, name: string): JsonObject {
  const value = property(json, name);
  return isObject(value) ? value : {};
}
