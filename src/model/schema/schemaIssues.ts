import type { Issue } from '../outcome';
import type { z } from './zod';

/** More than this many findings of one file are counted, not listed: the text stays readable and memory bounded. */
export const MAX_LISTED_ISSUES = 200;

/** The offending value as one short line of text. */
export function shortValue(value: unknown): string {
  if (value === undefined) return 'missing';
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? typeof value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value: unknown = root;
  for (const key of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

/** Path as text; array positions are followed by the id found there: `buildings[3] "b-17"`. */
function describePath(root: unknown, path: readonly PropertyKey[]): string {
  let text = '';
  path.forEach((key, depth) => {
    if (typeof key !== 'number') {
      text += text === '' ? String(key) : `.${String(key)}`;
      return;
    }
    text += `[${key}]`;
    const id = valueAt(root, [...path.slice(0, depth + 1), 'id']);
    if (typeof id === 'string') text += ` "${shortValue(id)}"`;
  });
  return text === '' ? 'top level' : text;
}

/** A union's finding says nothing by itself: the branch that fits best is what the author meant. */
function meant(finding: z.core.$ZodIssue): readonly z.core.$ZodIssue[] {
  if (finding.code !== 'invalid_union' || finding.errors.length === 0) return [finding];
  const branch = finding.errors.reduce((best, next) => (misfit(next) < misfit(best) ? next : best));
  return branch.flatMap((inner) => meant({ ...inner, path: [...finding.path, ...inner.path] }));
}

/** A list is not meant as a number, however short the complaint: a branch of another type fits worst. */
function misfit(branch: readonly z.core.$ZodIssue[]): number {
  const isOfOtherType = branch.some(({ code, path }) => code === 'invalid_type' && path.length === 0);
  return branch.length + (isOfOtherType ? 1e6 : 0);
}

/** Zod's findings in the words of the house: place, field, value, what is expected and how to mend it. */
export function issuesFromZod(error: z.ZodError, root: unknown, source: string): Issue[] {
  const findings = error.issues.flatMap(meant);
  const issues = findings.slice(0, MAX_LISTED_ISSUES).map((finding): Issue => {
    if (finding.code === 'unrecognized_keys') {
      const names = finding.keys.map((key) => shortValue(key)).join(', ');
      return {
        severity: 'error',
        code: 'schema-unknown-field',
        source,
        where: describePath(root, finding.path),
        field: names,
        message: `Unknown field: ${names}.`,
        remedy: 'Remove it, or check its spelling.',
      };
    }
    const field = [...finding.path].reverse().find((key) => typeof key === 'string');
    return {
      severity: 'error',
      code: `schema-${finding.code.replaceAll('_', '-')}`,
      source,
      where: describePath(root, finding.path.slice(0, -1)),
      ...(field === undefined ? {} : { field: String(field) }),
      value: shortValue(valueAt(root, finding.path)),
      message: `${finding.message}.`,
      remedy: 'Correct the value in the file.',
    };
  });
  const rest = findings.length - issues.length;
  if (rest > 0) {
    issues.push({
      severity: 'error',
      code: 'schema-more-issues',
      source,
      message: `${rest} more findings of this kind are not listed.`,
      remedy: 'Correct the listed ones first.',
    });
  }
  return issues;
}
