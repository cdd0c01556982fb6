import { MEASURES } from '../../measures';
import type { District } from '../../model/district';
import { settle, type Issue, type Outcome } from '../../model/outcome';
import type { Place } from '../../model/schema/selectorIssues';
import type { Measure, MeasureType, Scenario } from '../../model/scenario';
import type { ElementKind, KeptSelection, Selector } from '../../model/selector';
import { hashText } from '../hash';
import { elementIds } from './elements';
import { resolveRule, type Resolution } from './resolve';
import { KIND_WORDS, listed } from './words';

/** What a measure is taken at. */
export const targetOf = (type: MeasureType): ElementKind => MEASURES[type].target ?? 'building';

/** Elements as they are kept: sorted by code unit, each once, with their SHA-256 (ids as JSON text). */
export function keptSelection(ids: Iterable<string>): KeptSelection {
  const sorted = [...new Set(ids)].sort();
  return { ids: sorted, sha256: hashText(JSON.stringify(sorted)) };
}

export interface Selection {
  /** Null: everybody. */
  readonly ids: ReadonlySet<string> | null;
  readonly issues: readonly Issue[];
}

/**
 * Whom a measure is for. Kept elements count as long as they exist; the rule is resolved anew beside them, and a difference is
 * a warning. Without kept elements the rule counts.
 */
export function selectionOf(measure: Measure, district: District, source: string): Selection {
  const { selector } = measure;
  if (selector === undefined) return { ids: null, issues: [] };
  return selectedBy(selector, district, targetOf(measure.type), { source, where: measure.id });
}

/** Whom a selector names, a measure's or anybody else's. */
export function selectedBy(
  selector: Selector,
  district: District,
  target: ElementKind,
  place: Place,
): Selected {
  const fresh = resolveRule(selector.rule, district, target, place);
  if (selector.kept === undefined)
    return { ids: new Set(fresh.ids), issues: [...fresh.issues, ...emptyIssue(fresh, place, target)] };
  return keptAgainst(selector.kept, fresh, { district, target, place });
}

/** Elements and no others. */
interface Selected extends Selection {
  readonly ids: ReadonlySet<string>;
}

interface Against {
  readonly district: District;
  readonly target: ElementKind;
  readonly place: Place;
}

function keptAgainst(kept: KeptSelection, fresh: Resolution, against: Against): Selected {
  const { district, target, place } = against;
  const issues: Issue[] = [];
  const report = (
    severity: Issue['severity'],
    code: string,
    value: string,
    message: string,
    remedy: string,
  ) => issues.push({ severity, code, ...place, field: 'selector.kept', value, message, remedy });
  if (keptSelection(kept.ids).sha256 !== kept.sha256) {
    report(
      'error',
      'selector-hash',
      kept.sha256.slice(0, 12),
      'The kept elements are not those their hash was made of: the list was edited or cut off.',
      'Resolve the selector anew, or take the kept elements out.',
    );
  }
  const standing = new Set(elementIds(district, target));
  const missing = kept.ids.filter((id) => !standing.has(id));
  const present = new Set(kept.ids.filter((id) => standing.has(id)));
  const words = KIND_WORDS[target].many;
  if (missing.length > 0) {
    report(
      'warning',
      'selector-missing-elements',
      String(missing.length),
      `${missing.length} of the ${kept.ids.length} kept ${words} do not exist any more: ${listed(missing)}.`,
      'The others count. Resolve the selector anew to forget them.',
    );
  }
  // A rule that cannot be resolved any more is no reason to forget whom it meant.
  issues.push(...fresh.issues.map((issue): Issue => ({ ...issue, severity: 'warning' })));
  const added = fresh.ids.filter((id) => !present.has(id));
  const now = new Set(fresh.ids);
  const removed = [...present].filter((id) => !now.has(id));
  if (fresh.issues.length === 0 && added.length + removed.length > 0) {
    const parts = [
      ...(added.length > 0 ? [`added ${added.length}: ${listed(added)}`] : []),
      ...(removed.length > 0 ? [`no longer ${removed.length}: ${listed(removed)}`] : []),
    ];
    report(
      'warning',
      'selector-drift',
      `${fresh.ids.length} instead of ${kept.ids.length}`,
      `The rule gives other ${words} than were kept (${parts.join('; ')}). The kept ones count.`,
      'Resolve the selector anew to take the change over.',
    );
  }
  if (present.size === 0) issues.push(noElement(place, target));
  return { ids: present, issues };
}

function emptyIssue({ ids, issues }: Resolution, place: Place, target: ElementKind): Issue[] {
  return ids.length > 0 || issues.length > 0 ? [] : [noElement(place, target)];
}

function noElement(place: Place, target: ElementKind): Issue {
  return {
    severity: 'warning',
    code: 'selector-empty',
    ...place,
    field: 'selector',
    message: `The selector gives no ${KIND_WORDS[target].many} in this district.`,
    remedy: 'Widen its rule, or resolve it anew.',
  };
}

/** A selector with the elements its rule gives in a district. */
export function resolvedSelector(
  selector: Selector,
  district: District,
  target: ElementKind,
  place: Place,
): { readonly selector: Selector; readonly issues: readonly Issue[] } {
  const { ids, issues } = resolveRule(selector.rule, district, target, place);
  return { selector: { rule: selector.rule, kept: keptSelection(ids) }, issues };
}

/** The scenario with every selector resolved anew against a district as it stands (corrections applied). */
export function withSelectorsResolved(scenario: Scenario, district: District): Outcome<Scenario> {
  const issues: Issue[] = [];
  const measures = scenario.measures.map((measure) => {
    if (measure.selector === undefined) return measure;
    const place = { source: scenario.id, where: measure.id };
    const resolved = resolvedSelector(measure.selector, district, targetOf(measure.type), place);
    issues.push(...resolved.issues);
    return { ...measure, selector: resolved.selector };
  });
  return settle({ ...scenario, measures }, issues);
}
