import { nestingIssue } from '../../model/schema/nesting';
import { selectorIssues } from '../../model/schema/selectorIssues';
import { selectorRuleSchema } from '../../model/schema/selectorSchema';
import type { AppState } from '../appState';
import { BASELINE_ID } from '../document';
import { districtOf } from '../view/effective';
import { markedAfter, type Marked } from './marked';

/** An address that is longer than this is cut off somewhere on its way: such a rule stays out of it. */
const MAX_LENGTH = 4000;

const texts = new WeakMap<Marked, string>();

/** What is marked, for an address: its kind and its rule as JSON. Nothing where there is too much of it. */
export function markedText(marked: Marked): string | null {
  const text = texts.get(marked) ?? `${marked.kind}:${JSON.stringify(marked.rule)}`;
  texts.set(marked, text);
  return text.length > MAX_LENGTH ? null : text;
}

/** What an address asks to mark, as the district on screen has it; null where it says nothing that can be read. */
export function markedOfText(state: AppState, text: string | null): Marked | null {
  const [, kind, json] = /^(building|transformer|line):(.+)$/s.exec(text ?? '') ?? [];
  const district = districtOf(state, BASELINE_ID);
  if (district === null || json === undefined || json.length > MAX_LENGTH) return null;
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch {
    return null;
  }
  if (nestingIssue(parsed, 'address') !== null) return null;
  const checked = selectorRuleSchema.safeParse(parsed);
  if (!checked.success || selectorIssues(checked.data, { source: 'address', where: 'marked' }).length > 0)
    return null;
  return markedAfter(null, kind as Marked['kind'], checked.data, 'only', district).marked;
}
