import { strFromU8 } from 'fflate';
import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { isObject, parseJsonText, sizeIssue } from './json';

/** A file as a shell hands it over; nothing is opened here. */
export type InputFile =
  { readonly name: string; readonly text: string } | { readonly name: string; readonly bytes: Uint8Array };

export type RecognisedFile =
  | {
      readonly kind: 'geojson' | 'cityjson' | 'district' | 'scenario';
      readonly name: string;
      readonly json: unknown;
    }
  | { readonly kind: 'epw'; readonly name: string; readonly text: string };

/** Formats that are often tried and not read, by how they begin. */
const REFUSED: readonly (readonly [pattern: RegExp, what: string, remedy: string])[] = [
  [
    /^SQLite format 3/,
    'a GeoPackage or other SQLite file',
    'Export the building layer as GeoJSON in EPSG:4326.',
  ],
  [/^PK\u0003\u0004/, 'a zip archive', 'Unpack it and choose the GeoJSON or CityJSON file inside.'],
  [
    /^\s*<\?xml[^]*<osm|^\s*<osm/,
    'OpenStreetMap XML',
    'Convert it to GeoJSON, for example with osmtogeojson.',
  ],
  [/^\s*<[^]*(CityModel|gml:)/, 'CityGML', 'Convert it to CityJSON with citygml-tools.'],
  [/^\s*</, 'XML or HTML', 'Choose the data file itself: GeoJSON, CityJSON or EPW.'],
  [/^\u001f/, 'a compressed file', 'Unpack it first.'],
  [
    /^\s*\{"type"\s*:\s*"CityJSONFeature"/,
    'a CityJSON feature sequence',
    'Collect it into one file: cjseq collect.',
  ],
];

/** What a file is, by its content; names are used for messages only. */
export function recogniseFile(file: InputFile): Outcome<RecognisedFile> {
  const sizeBytes = 'bytes' in file ? file.bytes.length : file.text.length;
  const tooLarge = sizeIssue(file.name, sizeBytes);
  if (tooLarge) return fail([tooLarge]);
  const text = 'bytes' in file ? strFromU8(file.bytes) : file.text;
  const body = text.startsWith('\ufeff') ? text.slice(1) : text;
  if (body.trim() === '')
    return fail([issue(file.name, 'file-empty', 'The file is empty.', 'Export or download it again.')]);
  const head = body.slice(0, 4000);
  if (/^\s*LOCATION\s*,/i.test(head) || (/\.epw$/i.test(file.name) && !/^\s*[{[]/.test(head))) {
    return succeed({ kind: 'epw', name: file.name, text });
  }
  for (const [pattern, what, remedy] of REFUSED) {
    if (pattern.test(head))
      return fail([issue(file.name, 'file-format', `This is ${what}, which is not read.`, remedy)]);
  }
  const json = parseJsonText(body, file.name);
  return json.ok ? recogniseJson(json.value, file.name) : json;
}

function recogniseJson(json: unknown, name: string): Outcome<RecognisedFile> {
  const type = isObject(json) ? json['type'] : undefined;
  const schema = isObject(json) && typeof json['schema'] === 'string' ? json['schema'] : '';
  if (schema.startsWith('gridtwin-district/')) return succeed({ kind: 'district', name, json });
  if (schema.startsWith('gridtwin-scenario/')) return succeed({ kind: 'scenario', name, json });
  if (type === 'FeatureCollection' || type === 'Feature') return succeed({ kind: 'geojson', name, json });
  if (type === 'CityJSON') return succeed({ kind: 'cityjson', name, json });
  const said = typeof type === 'string' ? ` of type "${type.slice(0, 40)}"` : '';
  return fail([
    issue(
      name,
      'json-kind',
      `This is JSON${said}, but neither GeoJSON features, CityJSON nor a file of this program.`,
      'Export a GeoJSON FeatureCollection (EPSG:4326) or a CityJSON model of the buildings.',
    ),
  ]);
}

function issue(source: string, code: string, message: string, remedy: string): Issue {
  return { severity: 'error', code, source, message, remedy };
}
