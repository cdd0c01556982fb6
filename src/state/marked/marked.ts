import type { District } from '../../model/district';
import type { Issue } from '../../model/outcome';
import type { SelectorRule } from '../../model/selector';
import { resolveRule } from '../../scenario';
import type { TableKind } from '../appState';

export type MarkedKind = TableKind;

/** Elements of one kind that belong together for now: the rule that made them, and whom it gives. */
export interface Marked {
  readonly kind: MarkedKind;
  readonly rule: SelectorRule;
  /** In the district's order; never empty. */
  readonly ids: readonly string[];
  readonly name: string;
}

/** What a click, a drag or a form does to what is marked. */
export type MarkHow = 'only' | 'add' | 'takeAway' | 'within';

/** What the pointer does on the map: nothing of it, adds and takes away one by one, draws. `query`: the form is open. */
export type MarkTool = 'pick' | 'box' | 'polygon' | 'query';

/** Rules that are put together more often than this are kept as the ids they gave. */
const MAX_DEPTH = 8;

/** The rule of what was marked and what comes to it, or goes. Single elements are put together, not nested. */
export function combinedRule(before: SelectorRule, rule: SelectorRule, how: MarkHow): SelectorRule {
  switch (how) {
    case 'only':
      return rule;
    case 'add':
      return added(before, rule);
    case 'takeAway':
      return takenAway(before, rule);
    case 'within':
      return { kind: 'intersection', rules: [...partsOf(before, 'intersection'), rule] };
  }
}

const partsOf = (rule: SelectorRule, kind: 'union' | 'intersection'): readonly SelectorRule[] =>
  rule.kind === kind ? rule.rules : [rule];

function added(before: SelectorRule, rule: SelectorRule): SelectorRule {
  if (rule.kind === 'ids') {
    if (before.kind === 'ids') return { kind: 'ids', ids: [...new Set([...before.ids, ...rule.ids])] };
    const last = before.kind === 'union' ? before.rules.at(-1) : undefined;
    if (before.kind === 'union' && last?.kind === 'ids')
      return { ...before, rules: [...before.rules.slice(0, -1), added(last, rule)] };
    if (before.kind === 'except' && before.without.kind === 'ids') {
      const back = new Set(rule.ids);
      const gone = before.without.ids.filter((id) => !back.has(id));
      const isInside = before.without.ids.length - gone.length === back.size;
      if (isInside)
        return gone.length === 0 ? before.rule : { ...before, without: { kind: 'ids', ids: gone } };
    }
  }
  return { kind: 'union', rules: [...partsOf(before, 'union'), rule] };
}

function takenAway(before: SelectorRule, rule: SelectorRule): SelectorRule {
  if (rule.kind === 'ids') {
    const gone = new Set(rule.ids);
    if (before.kind === 'ids') {
      const ids = before.ids.filter((id) => !gone.has(id));
      if (ids.length > 0) return { kind: 'ids', ids };
    }
    if (before.kind === 'except' && before.without.kind === 'ids')
      return { ...before, without: { kind: 'ids', ids: [...new Set([...before.without.ids, ...gone])] } };
  }
  return { kind: 'except', rule: before, without: rule };
}

export interface Marking {
  /** Null: nobody is left, or something stands in the rule's way. */
  readonly marked: Marked | null;
  readonly issues: readonly Issue[];
}

/** What stands marked after a rule has been put to what was marked before; elements of another kind are forgotten. */
export function markedAfter(
  before: Marked | null,
  kind: MarkedKind,
  rule: SelectorRule,
  how: MarkHow,
  district: District,
): Marking {
  const present = before?.kind === kind ? before : null;
  if (present === null && (how === 'takeAway' || how === 'within')) return { marked: null, issues: [] };
  const whole = present === null ? rule : combinedRule(present.rule, rule, how);
  const { ids, issues } = resolveRule(whole, district, kind, { source: 'selection', where: kind });
  const errors = issues.filter(({ severity }) => severity === 'error');
  if (errors.length > 0 || ids.length === 0) return { marked: null, issues: errors };
  const kept: SelectorRule = depthOf(whole) > MAX_DEPTH ? { kind: 'ids', ids } : whole;
  return {
    marked: { kind, rule: kept, ids, name: present !== null && how !== 'only' ? present.name : '' },
    issues: [],
  };
}

function depthOf(rule: SelectorRule): number {
  switch (rule.kind) {
    case 'union':
    case 'intersection':
      return 1 + Math.max(...rule.rules.map(depthOf));
    case 'except':
      return 1 + Math.max(depthOf(rule.rule), depthOf(rule.without));
    default:
      return 1;
  }
}
