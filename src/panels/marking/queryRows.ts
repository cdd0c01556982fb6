import {
  attributeDeclaration,
  OPERATORS,
  SELECTOR_ATTRIBUTES,
  type Condition,
  type Operator,
  type SelectorAttribute,
  type SelectorRule,
} from '../../model/selector';
import type { MarkedKind } from '../../state';
import type { Language } from '../../words';
import { readBareNumber } from '../parts/typedNumber';

/** One condition as it is being typed. */
export interface QueryRow {
  readonly attribute: SelectorAttribute;
  readonly operator: Operator;
  readonly value: string;
}

export type Join = 'and' | 'or';

/** What a kind of element can be asked about. */
export const attributesOf = (kind: MarkedKind): readonly SelectorAttribute[] =>
  (Object.keys(SELECTOR_ATTRIBUTES) as SelectorAttribute[]).filter((attribute) =>
    attributeDeclaration(attribute).of.includes(kind),
  );

/** Comparisons that an attribute knows; a list of values is what several conditions joined by "or" say. */
export function operatorsOf(attribute: SelectorAttribute): readonly Operator[] {
  const { type } = attributeDeclaration(attribute);
  return OPERATORS.filter((operator) =>
    type === 'number' ? operator !== 'in' : operator === '=' || (operator === '!=' && type !== 'flag'),
  );
}

/** A row with the first comparison and value that fit an attribute. */
export function rowOf(attribute: SelectorAttribute): QueryRow {
  const { type, words } = attributeDeclaration(attribute);
  const operator = type === 'number' ? '<=' : '=';
  return { attribute, operator, value: type === 'flag' ? 'true' : (words?.[0] ?? '') };
}

/** The rule that the rows say; null while one of them says nothing yet. */
export function ruleOf(rows: readonly QueryRow[], join: Join, language: Language): SelectorRule | null {
  const where: Condition[] = [];
  for (const { attribute, operator, value } of rows) {
    const read = readValue(attribute, value, language);
    if (read === null) return null;
    where.push({ attribute, operator, value: read });
  }
  if (where.length === 0) return null;
  if (join === 'and' || where.length === 1) return { kind: 'query', where };
  return { kind: 'union', rules: where.map((one) => ({ kind: 'query', where: [one] })) };
}

function readValue(
  attribute: SelectorAttribute,
  text: string,
  language: Language,
): Condition['value'] | null {
  const { type } = attributeDeclaration(attribute);
  const typed = text.trim();
  if (type === 'flag') return typed === 'true';
  if (typed === '') return null;
  if (type !== 'number') return typed;
  const number = readBareNumber(typed, language);
  return Number.isNaN(number) ? null : number;
}
