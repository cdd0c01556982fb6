import {
  attributeDeclaration,
  type Condition,
  type ElementKind,
  type Selector,
  type SelectorAttribute,
  type SelectorRule,
} from '../model/selector';
import { selectorInWords } from '../scenario';
import { en } from './en';
import { german } from './german';
import type { Language } from './language';

/** Whom a measure is for, in words. */
export function selectorWords(language: Language, selector: Selector, target: ElementKind): string {
  if (language === 'en') return selectorInWords(selector, target);
  const text = `${german().KIND_PLURALS[target]}: ${ruleWords(selector.rule)}`;
  return selector.kept === undefined ? text : `${text} (${selector.kept.ids.length} festgehalten)`;
}

/** As many as a sentence holds; the rest is counted. */
const MAX_NAMED = 5;

function ruleWords(rule: SelectorRule): string {
  switch (rule.kind) {
    case 'all':
      return 'alle';
    case 'query':
      return rule.where.map(conditionWords).join(' und ');
    case 'polygon':
      return `in einem Vieleck mit ${rule.points.length} Punkten`;
    case 'downstream':
      return `hinter ${german().KIND_NAMES[rule.from]} ${rule.id}`;
    case 'ids': {
      const more = rule.ids.length - MAX_NAMED;
      return `${rule.ids.slice(0, MAX_NAMED).join(', ')}${more > 0 ? ` und ${more} weitere` : ''}`;
    }
    case 'union':
      return rule.rules.map(nestedWords).join(' oder ');
    case 'intersection':
      return rule.rules.map(nestedWords).join(' und ');
    case 'except':
      return `${nestedWords(rule.rule)}, aber nicht ${nestedWords(rule.without)}`;
  }
}

function nestedWords(rule: SelectorRule): string {
  const isSimple = rule.kind === 'all' || rule.kind === 'polygon' || rule.kind === 'downstream';
  return isSimple ? ruleWords(rule) : `(${ruleWords(rule)})`;
}

function conditionWords({ attribute, operator, value }: Condition): string {
  const { unit, type } = attributeDeclaration(attribute);
  const { ATTRIBUTE_NAMES, VALUE_NAMES } = german();
  const name = ATTRIBUTE_NAMES[attribute];
  if (type === 'flag') return `${(operator === '=') === value ? 'mit' : 'ohne'} ${name}`;
  const of = (one: unknown) => {
    if (typeof one === 'number') return String(one).replace('.', ',');
    return VALUE_NAMES[String(one)] ?? String(one);
  };
  const text = Array.isArray(value) ? `(${value.map(of).join(', ')})` : of(value);
  const tail = unit === undefined || unit === '1' || unit === 'a' ? '' : ` ${unit}`;
  return `${name} ${operator} ${text}${tail}`;
}

/** What a query may ask about, by name. */
export const attributeName = (language: Language, attribute: SelectorAttribute): string =>
  language === 'en' ? attributeDeclaration(attribute).label : german().ATTRIBUTE_NAMES[attribute];

/** A value of an attribute that is a word. */
export const valueName = (language: Language, value: string): string =>
  (language === 'en' ? ENGLISH_VALUES : german().VALUE_NAMES)[value] ?? value;

const { uses, heatings, coolings, envelopes, lineRoles } = en.facts;
const ENGLISH_VALUES: Readonly<Record<string, string>> = {
  ...uses,
  ...heatings,
  ...coolings,
  ...envelopes,
  ...lineRoles,
};
