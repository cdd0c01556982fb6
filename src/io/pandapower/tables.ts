import { type IssueLog } from '../issueLog';
import { arrayOf, isObject, parseJsonText, property, type JsonObject } from '../json';
import { shortValue } from '../../model/schema/schemaIssues';

/** A pandas table as rows of cells; cells are addressed by column name, rows by pandapower's own index. */
export interface Table {
  readonly name: string;
  readonly index: readonly string[];
  readonly columns: ReadonlyMap<string, number>;
  readonly cells: readonly (readonly unknown[])[];
}

/** A pandapower net as it stands in the file: tables by name, single values beside them. */
export interface PandapowerNet {
  readonly tables: ReadonlyMap<string, Table>;
  readonly version: string;
  readonly frequencyHz: number;
  readonly baseSMva: number;
}

const EMPTY: Omit<Table, 'name'> = { index: [], columns: new Map(), cells: [] };

export function tableOf(net: PandapowerNet, name: string): Table {
  return net.tables.get(name) ?? { name, ...EMPTY };
}

/** The net's tables, or null with the reason in the log. Reads pandapower 2 and 3; result tables are left out. */
export function readNet(text: string, log: IssueLog): PandapowerNet | null {
  const json = parseJsonText(text, log.source);
  if (!json.ok) {
    for (const issue of json.issues) log.error(issue);
    return null;
  }
  const net = netObject(json.value);
  if (!net) {
    log.error({
      code: 'pandapower-not-a-net',
      message: 'This JSON is not a network as pandapower saves it: no table "bus" was found.',
      remedy: 'Write the net with pandapower.to_json(net, "net.json") and without an encryption key.',
    });
    return null;
  }
  const version = property(net, 'version');
  const tables = new Map<string, Table>();
  for (const [name, value] of Object.entries(net)) {
    if (name.startsWith('res_') || name.startsWith('_')) continue;
    const table = readTable(name, value, log);
    if (table) tables.set(name, table);
  }
  return {
    tables,
    version: typeof version === 'string' || typeof version === 'number' ? String(version) : '',
    frequencyHz: positive(net, 'f_hz', 50, log),
    baseSMva: positive(net, 'sn_mva', 1, log),
  };
}

function netObject(json: unknown): JsonObject | null {
  if (!isObject(json)) return null;
  const inner = json['_object'];
  const candidate = isObject(inner) ? inner : json;
  return Object.hasOwn(candidate, 'bus') ? candidate : null;
}

function positive(net: JsonObject, field: string, fallback: number, log: IssueLog): number {
  const value = property(net, field);
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'number' && Number.isFinite(value) && value > 0) return value;
  log.error({
    code: 'pandapower-net-value',
    where: 'net',
    field,
    value: shortValue(value),
    message: `net.${field} has to be a positive number.`,
    remedy: `Set net.${field}, usually ${fallback}.`,
  });
  return fallback;
}

/** A DataFrame in pandas' orientation split, records, columns or index; null for anything else, which is not a table. */
function readTable(name: string, value: unknown, log: IssueLog): Table | null {
  if (!isObject(value) || property(value, '_class') !== 'DataFrame') return null;
  let body: unknown = value['_object'];
  if (typeof body === 'string') {
    const parsed = parseJsonText(body, log.source);
    if (!parsed.ok) {
      log.error({
        code: 'pandapower-table-json',
        where: name,
        message: `The table "${name}" does not hold valid JSON: ${parsed.issues[0]?.message ?? ''}`,
        remedy: 'Save the net again with pandapower.to_json.',
      });
      return null;
    }
    body = parsed.value;
  }
  const table = splitTable(name, body) ?? recordTable(name, body) ?? keyedTable(name, body, value['orient']);
  if (table && table.cells.every((row) => row.length === table.columns.size)) return table;
  log.error({
    code: 'pandapower-table-shape',
    where: name,
    message: `The table "${name}" is not a rectangular pandas table (orientation split, records, index or columns).`,
    remedy: 'Save the net again with pandapower.to_json.',
  });
  return null;
}

function splitTable(name: string, body: unknown): Table | null {
  if (!isObject(body) || !Array.isArray(body['columns']) || !Array.isArray(body['data'])) return null;
  const cells = arrayOf(body['data']).map(arrayOf);
  const index = Array.isArray(body['index'])
    ? arrayOf(body['index']).map(indexText)
    : cells.map((_, k) => String(k));
  return index.length === cells.length
    ? { name, index, columns: columnMap(arrayOf(body['columns']).map(indexText)), cells }
    : null;
}

function recordTable(name: string, body: unknown): Table | null {
  if (!Array.isArray(body)) return null;
  return fromRecords(
    name,
    arrayOf(body).map((row, k): [string, unknown] => [String(k), row]),
  );
}

function keyedTable(name: string, body: unknown, orient: unknown): Table | null {
  if (!isObject(body)) return null;
  if (orient === 'index') return fromRecords(name, Object.entries(body));
  const rows = new Map<string, Record<string, unknown>>();
  for (const [column, values] of Object.entries(body)) {
    if (!isObject(values)) return null;
    for (const [key, cell] of Object.entries(values)) {
      const row = rows.get(key) ?? {};
      row[column] = cell;
      rows.set(key, row);
    }
  }
  return fromRecords(name, [...rows]);
}

function fromRecords(name: string, entries: readonly (readonly [string, unknown])[]): Table | null {
  const names = new Set<string>();
  for (const [, row] of entries) {
    if (!isObject(row)) return null;
    for (const column of Object.keys(row)) names.add(column);
  }
  const columns = [...names];
  return {
    name,
    index: entries.map(([key]) => key),
    columns: columnMap(columns),
    cells: entries.map(([, row]) => columns.map((column) => (isObject(row) ? property(row, column) : null))),
  };
}

function columnMap(columns: readonly string[]): Map<string, number> {
  return new Map(columns.map((column, k) => [column, k]));
}

function indexText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number'
    ? String(value)
    : JSON.stringify(value ?? null);
}
