import {
  attributeDeclaration,
  type Condition,
  type ElementKind,
  type Selector,
  type SelectorRule,
} from '../../model/selector';

export const KIND_WORDS: Readonly<Record<ElementKind, { readonly one: string; readonly many: string }>> = {
  building: { one: 'A building', many: 'buildings' },
  transformer: { one: 'A transformer', many: 'transformers' },
  line: { one: 'A line', many: 'lines' },
  source: { one: 'A primary substation', many: 'primary substations' },
};

/** As many as a sentence holds; the rest is counted. */
const MAX_NAMED = 5;

/** The first ids of a list, and how many there are more. */
export function listed(ids: readonly string[]): string {
  const more = ids.length - MAX_NAMED;
  return `${ids.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function conditionInWords({ attribute, operator, value }: Condition): string {
  const { label, unit, type } = attributeDeclaration(attribute);
  if (type === 'flag') return `${(operator === '=') === value ? 'with' : 'without'} ${label}`;
  const text = Array.isArray(value) ? `(${(value as readonly unknown[]).join(', ')})` : String(value);
  const tail = unit === undefined || unit === '1' || unit === 'a' ? '' : ` ${unit}`;
  return `${label} ${operator} ${text}${tail}`;
}

/** A rule in words, for example `use in (detached, terraced) and year of construction < 1980`. */
export function ruleInWords(rule: SelectorRule): string {
  const each = (rules: readonly SelectorRule[], word: string) =>
    rules.map((part) => nestedInWords(part)).join(` ${word} `);
  switch (rule.kind) {
    case 'all':
      return 'all';
    case 'query':
      return rule.where.map(conditionInWords).join(' and ');
    case 'polygon':
      return `inside a polygon of ${rule.points.length} points`;
    case 'downstream':
      return `downstream of ${rule.from} ${rule.id}`;
    case 'ids':
      return listed(rule.ids);
    case 'union':
      return each(rule.rules, 'or');
    case 'intersection':
      return each(rule.rules, 'and');
    case 'except':
      return `${nestedInWords(rule.rule)} but not ${nestedInWords(rule.without)}`;
  }
}

function nestedInWords(rule: SelectorRule): string {
  const isSimple = rule.kind === 'all' || rule.kind === 'polygon' || rule.kind === 'downstream';
  return isSimple ? ruleInWords(rule) : `(${ruleInWords(rule)})`;
}

/** A selector in words, with how many elements it was kept for. */
export function selectorInWords({ rule, kept }: Selector, target: ElementKind): string {
  const many = KIND_WORDS[target].many;
  const text = `${many}: ${ruleInWords(rule)}`;
  return kept === undefined ? text : `${text} (${kept.ids.length} kept)`;
}
