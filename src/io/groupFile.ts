import { fail, settle, type Outcome } from '../model/outcome';
import { idSchema } from '../model/schema/buildingSchema';
import { selectorIssues } from '../model/schema/selectorIssues';
import { selectorRuleSchema, selectorSchema } from '../model/schema/selectorSchema';
import { issuesFromZod } from '../model/schema/schemaIssues';
import { z } from '../model/schema/zod';
import type { Selector } from '../model/selector';
import { parseJsonText } from './json';

/** A group of buildings: a selector as scenarios have it, and what the group is called. */
export interface GroupFile {
  readonly name: string | null;
  readonly selector: Selector;
}

const named = selectorSchema.extend({ name: idSchema.exactOptional() });

/** Reads `{ "name": …, "rule": … }`, with kept elements where there are some, or a rule by itself. */
export function readGroupFile(text: string, fileName: string): Outcome<GroupFile> {
  const json = parseJsonText(text, fileName);
  if (!json.ok) return json;
  const isRule = typeof json.value === 'object' && json.value !== null && 'kind' in json.value;
  const parsed = isRule
    ? z.strictObject({ rule: selectorRuleSchema }).safeParse({ rule: json.value })
    : named.safeParse(json.value);
  if (!parsed.success) return fail(issuesFromZod(parsed.error, json.value, fileName));
  const { name = null, ...selector } = parsed.data as Selector & { readonly name?: string };
  return settle({ name, selector }, selectorIssues(selector.rule, { source: fileName, where: 'rule' }));
}
