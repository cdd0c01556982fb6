import type { Issue } from '../outcome';
import { shortValue } from './schemaIssues';

/** File versions that can be read, per kind. A later version gets one small function here that lifts the older file. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  'gridtwin-district': ['1'],
  'gridtwin-scenario': ['1'],
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
