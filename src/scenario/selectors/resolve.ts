import { ringContains, signedAreaM2 } from '../../geometry/polygon';
import type { District } from '../../model/district';
import type { Issue } from '../../model/outcome';
import { selectorIssues, type Place } from '../../model/schema/selectorIssues';
import {
  attributeDeclaration,
  type Condition,
  type ElementKind,
  type SelectorRule,
} from '../../model/selector';
import { candidatesOf, type Candidate } from './elements';
import { downstreamOf, supplyOf } from './supply';
import { KIND_WORDS, listed } from './words';

/** What a rule gives in a district: ids in the district's order, and what stands in its way. */
export interface Resolution {
  readonly ids: readonly string[];
  readonly issues: readonly Issue[];
}

interface Context {
  readonly district: District;
  readonly target: ElementKind;
  readonly candidates: readonly Candidate[];
  readonly place: Place;
  readonly issues: Issue[];
}

/** Resolves a rule against a district as it stands (corrections included, before any measure). */
export function resolveRule(
  rule: SelectorRule,
  district: District,
  target: ElementKind,
  place: Place,
): Resolution {
  const candidates = candidatesOf(district, target);
  const context: Context = { district, target, candidates, place, issues: selectorIssues(rule, place) };
  const chosen = chosenBy(rule, context);
  return { ids: candidates.filter((one) => chosen.has(one)).map(({ id }) => id), issues: context.issues };
}

type Chosen = ReadonlySet<Candidate>;

function chosenBy(rule: SelectorRule, context: Context): Chosen {
  const { candidates } = context;
  switch (rule.kind) {
    case 'all':
      return new Set(candidates);
    case 'query':
      return byQuery(rule.where, context);
    case 'polygon':
      if (signedAreaM2(rule.points) === 0)
        report(context, 'selector-polygon', 'points', '', 'The polygon has no area.', 'Draw it anew.');
      return new Set(candidates.filter((one) => ringContains(rule.points, one.centre())));
    case 'downstream':
      return behind(rule, context);
    case 'ids':
      return named(rule.ids, context);
    case 'union':
      return new Set(rule.rules.flatMap((part) => [...chosenBy(part, context)]));
    case 'intersection': {
      const parts = rule.rules.map((part) => chosenBy(part, context));
      return new Set(candidates.filter((one) => parts.every((part) => part.has(one))));
    }
    case 'except': {
      const without = chosenBy(rule.without, context);
      return new Set([...chosenBy(rule.rule, context)].filter((one) => !without.has(one)));
    }
  }
}

function byQuery(where: readonly Condition[], context: Context): Chosen {
  const { target, candidates } = context;
  const foreign = where.filter(({ attribute }) => !attributeDeclaration(attribute).of.includes(target));
  for (const { attribute } of foreign) {
    const message = `${KIND_WORDS[target].one} has no attribute ${attribute}, and the measure is taken at ${KIND_WORDS[target].many}.`;
    report(context, 'selector-attribute', 'attribute', attribute, message, 'Ask for one that it has.');
  }
  if (foreign.length > 0) return new Set();
  return new Set(candidates.filter((one) => where.every((condition) => meets(one, condition))));
}

function meets(candidate: Candidate, { attribute, operator, value }: Condition): boolean {
  const own = candidate.valueOf(attribute);
  if (own === null) return false;
  if (Array.isArray(value)) return operator === 'in' && (value as readonly unknown[]).includes(own);
  if (operator === '=') return own === value;
  if (operator === '!=') return own !== value;
  if (typeof own !== 'number' || typeof value !== 'number') return false;
  switch (operator) {
    case '<':
      return own < value;
    case '<=':
      return own <= value;
    case '>':
      return own > value;
    case '>=':
      return own >= value;
    case 'in':
      return false;
  }
}

function behind(rule: Extract<SelectorRule, { kind: 'downstream' }>, context: Context): Chosen {
  const { network } = context.district;
  if (network === null) {
    const message = 'The district has no network: nothing is downstream of anything.';
    report(context, 'selector-no-network', 'id', rule.id, message, 'Import or synthesise one.');
    return new Set();
  }
  const loops = supplyOf(network).issues;
  context.issues.push(...loops.map((issue) => ({ ...issue, ...context.place })));
  const downstream = downstreamOf(network, rule.from, rule.id);
  if (downstream === null) {
    const message = `The network has no ${rule.from} "${rule.id}".`;
    report(
      context,
      'selector-unknown-element',
      'id',
      rule.id,
      message,
      'Check the id, or choose another element.',
    );
    return new Set();
  }
  return new Set(context.candidates.filter((one) => one.isBehind(downstream)));
}

function named(ids: readonly string[], context: Context): Chosen {
  const byId = new Map(context.candidates.map((one) => [one.id, one]));
  const unknown = ids.filter((id) => !byId.has(id));
  if (unknown.length > 0) {
    const { many } = KIND_WORDS[context.target];
    const message = `${unknown.length} of the ids name no ${many} of the district: ${listed(unknown)}.`;
    report(context, 'selector-unknown-element', 'ids', unknown[0]!, message, 'Correct or remove them.');
  }
  return new Set(ids.flatMap((id) => byId.get(id) ?? []));
}

function report(
  { place, issues }: Context,
  code: string,
  field: string,
  value: string,
  message: string,
  remedy: string,
): void {
  issues.push({ severity: 'error', code, ...place, field, value: value.slice(0, 60), message, remedy });
}
