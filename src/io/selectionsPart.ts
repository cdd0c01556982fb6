import { isObject, property } from './json';
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

const MOST = 1000;

const SCHEMA = z
  .array(
    z.strictObject({
      name: z.string().min(1).max(60),
      kind: z.enum(['building', 'transformer', 'line']),
      rule: selectorRuleSchema,
    }),
  )
  .max(MOST);

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

/** The selections that read, and a warning for each that does not and for what stands beyond the most there may be. */
export function soundSelections(
  value: unknown,
  source: string,
): { readonly value: readonly SavedSelection[]; readonly issues: readonly Issue[] } {
  const listed: readonly unknown[] = Array.isArray(value) ? value : [value];
  const sound = new Map<string, SavedSelection>();
  const issues = listed.flatMap((one, row): Issue[] => {
    const read = row < MOST ? selectionsPartOf([one], source) : fail<readonly SavedSelection[]>([]);
    const selection = read.ok ? read.value[0] : undefined;
    if (selection === undefined || sound.has(selection.name)) return [leftOut(one, row, source)];
    sound.set(selection.name, selection);
    return [];
  });
  return { value: [...sound.values()], issues };
}

function leftOut(one: unknown, row: number, source: string): Issue {
  const name: unknown = isObject(one) ? property(one, 'name') : undefined;
  return {
    ...{ severity: 'warning', code: 'selection-left-out', source, where: `selections[${row}]` },
    ...{ field: 'selections', value: typeof name === 'string' ? name.slice(0, 60) : '' },
    message: 'A saved selection does not read, or its name is taken; it is left out.',
    remedy: 'Select those elements again and give the selection a name.',
  };
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
