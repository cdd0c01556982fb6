import type { Issue } from '../outcome';

/** Far deeper than any file of this program; a checker that follows every level would run out of stack on more. */
const MAX_NESTING = 60;

/** Says that parsed JSON is nested too deeply to be checked, or null. */
export function nestingIssue(json: unknown, source: string): Issue | null {
  const stack: { value: unknown; depth: number }[] = [{ value: json, depth: 0 }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    const { value, depth } = next;
    if (typeof value !== 'object' || value === null) continue;
    if (depth > MAX_NESTING) {
      return {
        severity: 'error',
        code: 'schema-too-deep',
        source,
        message: `The file is nested more than ${MAX_NESTING} levels deep.`,
        remedy: 'Simplify the rules it holds.',
      };
    }
    for (const member of Object.values(value)) stack.push({ value: member, depth: depth + 1 });
  }
  return null;
}
