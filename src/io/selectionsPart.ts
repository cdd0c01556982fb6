import { fail, succeed, type Issue, type Outcome } from '../model/outcome';
import { nestingIssue } from '../model/schema/nesting';
import { issuesFromZod } from '../model/schema/schemaIssues';
import { selectorIssues } from '../model/schema/selectorIssues';
import { selectorRuleSchema } from '../model/schema/selectorSchema';
import { z } from '../model/schema/zod';
import type { SelectorRule } from '../model/selector';

/** A selection somebody has given a name: whom it holds follows from its rule, in the district as it stands. */
export interface SavedSelection {
  readonly name: string;
  readonly kind: 'building' | 'transformer' | 'line';
  readonly rule: SelectorRule;
}

const SCHEMA = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(60),
      kind: z.enum(['building', 'transformer', 'line']),
      rule: selectorRuleSchema,
    }),
  )
  .max(1000);

/** That part of a project, checked; no name stands in it twice. */
export function selectionsPartOf(value: unknown, source: string): Outcome<readonly SavedSelection[]> {
  const deep = nestingIssue(value, source);
  if (deep !== null) return fail([deep]);
  const parsed = SCHEMA.safeParse(value);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, value, source));
  const issues = parsed.data.flatMap(({ name, rule }, row) => [
    ...selectorIssues(rule, { source, where: `selections[${row}]` }),
    ...(parsed.data.findIndex((one) => one.name === name) < row ? [named(name, source)] : []),
  ]);
  return issues.length > 0 ? fail(issues) : succeed(parsed.data);
}

const named = (name: string, source: string): Issue => ({
  ...{ severity: 'error', code: 'selection-name', source, field: 'selections.name', value: name },
  message: `Two selections have the name “${name}”.`,
  remedy: 'Give each selection a name of its own.',
});

/** Indicators of the strip as a project keeps them; null where it keeps none. Which of them there are, the app knows. */
export function stripPartOf(value: unknown): readonly string[] | null {
  if (!Array.isArray(value) || value.length === 0 || value.length > 20) return null;
  const ids = value as readonly unknown[];
  return ids.every((id) => typeof id === 'string' && id.length <= 80) ? (ids as readonly string[]) : null;
}
