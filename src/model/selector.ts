import { BUILDING_USES, COOLING_SYSTEMS, ENVELOPE_STATES, HEATING_SYSTEMS, type Point } from './building';

/** Whom a measure is for: a rule, and the elements it gave when it was last resolved. */

/** What a measure can be taken at. */
export const ELEMENT_KINDS = ['building', 'transformer', 'line', 'source'] as const;
export type ElementKind = (typeof ELEMENT_KINDS)[number];

interface AttributeDeclaration {
  readonly label: string;
  /** Elements that have it. */
  readonly of: readonly ElementKind[];
  /** `flag`: yes or no. `id`: any text. */
  readonly type: 'word' | 'number' | 'flag' | 'id';
  /** For words: all of them. */
  readonly words?: readonly string[];
  /** For numbers. */
  readonly unit?: string;
}

/** What a query may ask about. Buildings are as they stand today, corrections included, before any measure. */
export const SELECTOR_ATTRIBUTES = {
  use: { label: 'use', of: ['building'], type: 'word', words: BUILDING_USES },
  constructionYear: { label: 'year of construction', of: ['building'], type: 'number', unit: 'a' },
  heating: { label: 'heating', of: ['building'], type: 'word', words: HEATING_SYSTEMS },
  cooling: { label: 'cooling', of: ['building'], type: 'word', words: COOLING_SYSTEMS },
  households: { label: 'households', of: ['building'], type: 'number', unit: '1' },
  /** Footprint without courtyards, times levels. */
  floorM2: { label: 'floor area', of: ['building'], type: 'number', unit: 'm2' },
  levels: { label: 'levels', of: ['building'], type: 'number', unit: '1' },
  envelope: { label: 'envelope', of: ['building'], type: 'word', words: ENVELOPE_STATES },
  hasPhotovoltaics: { label: 'photovoltaics', of: ['building'], type: 'flag' },
  hasVehicles: { label: 'electric cars', of: ['building'], type: 'flag' },
  /** The nearest one above, by closed branches; a transformer's own id. */
  transformerId: { label: 'transformer', of: ['building', 'transformer', 'line'], type: 'id' },
  /** The line that leaves the LV busbar towards the element. */
  feederId: { label: 'feeder', of: ['building', 'line'], type: 'id' },
  ratedKVA: { label: 'rated power', of: ['transformer'], type: 'number', unit: 'kVA' },
  lengthM: { label: 'length', of: ['line'], type: 'number', unit: 'm' },
  role: { label: 'role', of: ['line'], type: 'word', words: ['mv', 'lvMain', 'service'] },
} as const satisfies Readonly<Record<string, AttributeDeclaration>>;
export type SelectorAttribute = keyof typeof SELECTOR_ATTRIBUTES;

export function attributeDeclaration(attribute: SelectorAttribute): AttributeDeclaration {
  return SELECTOR_ATTRIBUTES[attribute];
}

/** The order of numbers; `in`: one of a list. Words, flags and ids know `=`, `!=` and (but flags) `in`. */
export const OPERATORS = ['=', '!=', '<', '<=', '>', '>=', 'in'] as const;
export type Operator = (typeof OPERATORS)[number];

/** An attribute that is not known (a building without a transformer) meets no condition, `!=` included. */
export interface Condition {
  readonly attribute: SelectorAttribute;
  readonly operator: Operator;
  readonly value: string | number | boolean | readonly (string | number)[];
}

/** What power can be followed down from. */
export const UPSTREAM_KINDS = ['bus', 'line', 'transformer'] as const;
export type UpstreamKind = (typeof UPSTREAM_KINDS)[number];

export type SelectorRule =
  | { readonly kind: 'all' }
  /** Every condition is met. */
  | { readonly kind: 'query'; readonly where: readonly Condition[] }
  /** The centre lies inside; metres in the district's frame, even-odd rule. */
  | { readonly kind: 'polygon'; readonly points: readonly Point[] }
  /** What is fed through the element, along closed branches; a branch belongs to what it feeds. */
  | { readonly kind: 'downstream'; readonly from: UpstreamKind; readonly id: string }
  | { readonly kind: 'ids'; readonly ids: readonly string[] }
  | { readonly kind: 'union' | 'intersection'; readonly rules: readonly SelectorRule[] }
  | { readonly kind: 'except'; readonly rule: SelectorRule; readonly without: SelectorRule };

/** What a rule gave, so that a district that has changed since warns instead of drifting. */
export interface KeptSelection {
  /** Sorted, each once. */
  readonly ids: readonly string[];
  /** SHA-256 of the ids (src/scenario/selectors), hex. */
  readonly sha256: string;
}

export interface Selector {
  readonly rule: SelectorRule;
  /** Absent until the selector has been resolved; then these elements count, not the rule. */
  readonly kept?: KeptSelection;
}
