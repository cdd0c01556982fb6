/**
 * The units a typed quantity may use: what people write -> what mathjs calls it. Nothing outside this table is ever
 * looked up. `kind` keeps watts, volt-amperes and vars apart, which dimensional analysis alone cannot.
 */
export type PowerKind = 'active' | 'apparent' | 'reactive';

export interface UnitEntry {
  readonly mathjsName: string;
  readonly kind?: PowerKind;
}

/** Units that mathjs lacks, with their definitions. A year of energy is the 8,760 hours that are simulated. */
export const CREATED_UNITS: readonly (readonly [name: string, definition: string | null])[] = [
  ['EUR', null],
  ['eurocent', '0.01 EUR'],
  ['year8760', '8760 hour'],
  ['percentage', null],
];

function prefixed(
  symbol: string,
  mathjsSymbol: string,
  prefixes: readonly string[],
  kind?: PowerKind,
): readonly (readonly [string, UnitEntry])[] {
  return prefixes.map((prefix) => [
    prefix + symbol,
    { mathjsName: prefix + mathjsSymbol, ...(kind ? { kind } : {}) },
  ]);
}

function same(names: readonly string[], mathjsName: string): readonly (readonly [string, UnitEntry])[] {
  return names.map((name) => [name, { mathjsName }]);
}

/** Own-property-free lookup: a Map has no `constructor` or `__proto__` entry to fall into. */
export const UNIT_TABLE: ReadonlyMap<string, UnitEntry> = new Map<string, UnitEntry>([
  ...prefixed('W', 'W', ['', 'm', 'k', 'M', 'G'], 'active'),
  ...prefixed('Wp', 'W', ['', 'k', 'M'], 'active'),
  ...prefixed('VA', 'VA', ['', 'k', 'M'], 'apparent'),
  // mathjs's own VAR is a complex unit that does not divide out; `kind` keeps vars and volt-amperes apart instead.
  ...prefixed('var', 'VA', ['', 'k', 'M'], 'reactive'),
  ...prefixed('VAr', 'VA', ['', 'k', 'M'], 'reactive'),
  ...prefixed('VAR', 'VA', ['', 'k', 'M'], 'reactive'),
  ...prefixed('Wh', 'Wh', ['', 'k', 'M', 'G'], 'active'),
  ...prefixed('J', 'J', ['', 'k', 'M', 'G']),
  ...prefixed('V', 'V', ['', 'm', 'k']),
  ...prefixed('A', 'A', ['', 'm', 'k']),
  ...prefixed('ohm', 'ohm', ['', 'm', 'k']),
  ...prefixed('F', 'F', ['', 'n', 'u']),
  ...prefixed('Pa', 'Pa', ['', 'h', 'k']),
  ...prefixed('m', 'm', ['', 'm', 'c', 'k']),
  ...prefixed('g', 'g', ['', 'k']),
  ...same(['Hz'], 'Hz'),
  ...same(['m2', 'sqm'], 'm2'),
  ...same(['m3'], 'm3'),
  ...same(['l', 'L', 'litre', 'liter'], 'liter'),
  ...same(['ft'], 'ft'),
  ...same(['s', 'sec'], 's'),
  ...same(['min'], 'minute'),
  ...same(['h', 'hour', 'hours'], 'hour'),
  ...same(['d', 'day', 'days'], 'day'),
  ...same(['a', 'yr', 'year', 'years'], 'year8760'),
  ...same(['K'], 'K'),
  ...same(['degC'], 'degC'),
  ...same(['degF'], 'degF'),
  ...same(['deg'], 'deg'),
  ...same(['rad'], 'rad'),
  ...same(['EUR'], 'EUR'),
  ...same(['ct', 'cent'], 'eurocent'),
  ['pu', { mathjsName: '' }],
  ['percent', { mathjsName: '' }],
]);
