import {
  attributeDeclaration,
  type Condition,
  type ElementKind,
  type Selector,
  type SelectorRule,
} from '../model/selector';
import { selectorInWords } from '../scenario';
import { ATTRIBUTE_NAMES, KIND_NAMES, VALUE_NAMES } from './de/selectors';
import type { Language } from './language';

/** Whom a measure is for, in words. */
export function selectorWords(language: Language, selector: Selector, target: ElementKind): string {
  if (language === 'en') return selectorInWords(selector, target);
  const text = `${KIND_NAMES[target]}: ${ruleWords(selector.rule)}`;
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
      return `hinter ${KIND_NAMES[rule.from]} ${rule.id}`;
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
