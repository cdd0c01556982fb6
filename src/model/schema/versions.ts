import type { Issue } from '../outcome';
import { shortValue } from './schemaIssues';

/** File versions that can be read, per kind, oldest first. A later version gets one small function here that lifts the older file. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  'gridtwin-district': ['1'],
  'gridtwin-scenario': ['1', '2'],
  'gridtwin-results': ['1'],
  'gridtwin-circuit': ['1'],
  'gridtwin-building': ['1'],
};

/** Says why a file's `schema` tag cannot be read, or null when it can. */
export function versionIssue(json: unknown, kind: string, source: string): Issue | null {
  const tag: unknown =
    typeof json === 'object' && json !== null && !Array.isArray(json)
      ? (json as Record<string, unknown>)['schema']
      : undefined;
  const versions = READABLE[kind] ?? [];
  if (typeof tag === 'string' && versions.some((version) => tag === `${kind}/${version}`)) return null;
  const known = versions.map((version) => `"${kind}/${version}"`).join(', ');
  if (typeof tag === 'string' && tag.startsWith(`${kind}/`)) {
    return {
      severity: 'error',
      code: 'schema-version',
      source,
      field: 'schema',
      value: shortValue(tag),
      message: `This file has version "${shortValue(tag)}", which this program does not know; it reads ${known}.`,
      remedy: 'Open the file with a newer release, or export it again in a version listed here.',
    };
  }
  return {
    severity: 'error',
    code: 'schema-kind',
    source,
    field: 'schema',
    value: shortValue(tag),
    message: `This is not a ${kind} file: its top level has no "schema" of ${known}.`,
    remedy: 'Choose a file that was written by this program, or import it as map data.',
  };
}

type JsonObject = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Members that version 2 brought: a file that says it is of version 1 cannot mean them. */
const NEW_IN_SCENARIO_2 = ['parent', 'notes', 'assumptions', 'tariffs', 'limits', 'spells', 'path'] as const;
const NEW_IN_MEASURE_2 = ['selector', 'fromYear', 'inheritedFrom'] as const;

/**
 * A scenario file of any readable version as version 2. Version 1 had one share per measure for all buildings: the same
 * text means the same in version 2. The issues name members that version 1 does not have.
 */
export function liftScenario(
  json: unknown,
  source: string,
): { readonly json: unknown; readonly issues: readonly Issue[] } {
  if (!isObject(json) || json['schema'] !== 'gridtwin-scenario/1') return { json, issues: [] };
  const measures = Array.isArray(json['measures']) ? (json['measures'] as readonly unknown[]) : [];
  const odd = [
    ...namesIn(json, NEW_IN_SCENARIO_2).map((field) => ({ where: 'top level', field })),
    ...measures.flatMap((measure, row) =>
      namesIn(measure, NEW_IN_MEASURE_2).map((field) => ({ where: `measures[${row}]`, field })),
    ),
  ];
  return {
    json: { ...json, schema: 'gridtwin-scenario/2' },
    issues: odd.map((place) => tooNew(place, source)),
  };
}

function namesIn(value: unknown, names: readonly string[]): readonly string[] {
  return isObject(value) ? names.filter((name) => Object.hasOwn(value, name)) : [];
}

function tooNew({ where, field }: { where: string; field: string }, source: string): Issue {
  return {
    severity: 'error',
    code: 'schema-unknown-field',
    source,
    where,
    field,
    message: `Version 1 of the scenario file has no field ${field}.`,
    remedy: 'Write "gridtwin-scenario/2" as its schema, or remove the field.',
  };
}
