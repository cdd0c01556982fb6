import type { Issue } from '../outcome';
import { attributeDeclaration, type Condition, type SelectorRule } from '../selector';
import { shortValue } from './schemaIssues';

/** Where an issue belongs: the file and the measure in it. */
export interface Place {
  readonly source: string;
  readonly where: string;
}

/** All conditions of a rule, those of the rules in it included. */
export function conditionsOf(rule: SelectorRule): readonly Condition[] {
  switch (rule.kind) {
    case 'query':
      return rule.where;
    case 'union':
    case 'intersection':
      return rule.rules.flatMap(conditionsOf);
    case 'except':
      return [...conditionsOf(rule.rule), ...conditionsOf(rule.without)];
    case 'all':
    case 'polygon':
    case 'downstream':
    case 'ids':
      return [];
  }
}

/** Conditions whose operator or value does not fit their attribute. */
export function selectorIssues(rule: SelectorRule, place: Place): Issue[] {
  return conditionsOf(rule).flatMap((condition) => {
    const remedy = misfit(condition);
    if (remedy === null) return [];
    const { attribute, operator, value } = condition;
    return [
      {
        severity: 'error' as const,
        code: 'selector-condition',
        ...place,
        field: attribute,
        value: `${operator} ${shortValue(value)}`,
        message: `The condition on ${attribute} asks for what this attribute cannot be.`,
        remedy,
      },
    ];
  });
}

function misfit({ attribute, operator, value }: Condition): string | null {
  const { type, words, unit } = attributeDeclaration(attribute);
  if (type === 'flag') {
    if (operator !== '=' && operator !== '!=') return 'Compare it by = or !=.';
    return typeof value === 'boolean' ? null : 'Give true or false.';
  }
  if (type !== 'number' && operator !== '=' && operator !== '!=' && operator !== 'in')
    return 'Compare it by =, != or in.';
  if ((operator === 'in') !== Array.isArray(value))
    return operator === 'in' ? 'Give a list of values.' : 'Give one value, or use the operator in.';
  const values: readonly unknown[] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
  if (type === 'number')
    return values.every((one) => typeof one === 'number')
      ? null
      : `Give a number${unit === '1' ? '' : ` in ${unit}`}.`;
  if (words === undefined) return values.every((one) => typeof one === 'string') ? null : 'Give an id.';
  return values.every((one) => typeof one === 'string' && words.includes(one))
    ? null
    : `Give one of ${words.join(', ')}.`;
}
