import { listOf, wordsOf, type Language } from '../../words';
import { RAMPS, type Hex, type RampName, type Theme } from './palette';

/** A variable that can be painted on the map. Same variable, same classes, everywhere and in every scenario. */
export const VARIABLES = [
  'loading',
  'voltage',
  'demandIntensity',
  'netExchange',
  'annualIntensity',
  'difference',
  'carbon',
  'evidence',
] as const;
export type Variable = (typeof VARIABLES)[number];

export interface ClassDefinition {
  /** Inclusive lower limit; absent for the lowest class. */
  readonly from?: number;
  /** Exclusive upper limit; absent for the highest class. */
  readonly to?: number;
}

export interface VariableDefinition {
  /** Unit of the values handed to `classify`, as shown in the legend. */
  readonly unit: string;
  readonly kind: 'threshold' | 'diverging' | 'sequential' | 'category';
  readonly ramp: RampName;
  readonly classes: readonly ClassDefinition[];
}

/** `n` limits make `n + 1` half-open classes [from, to); what each means is in `classWords`. */
function classesOf(limits: readonly number[]): readonly ClassDefinition[] {
  return Array.from({ length: limits.length + 1 }, (_, index) => {
    const from = limits[index - 1];
    const to = limits[index];
    return { ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

export const VARIABLE_DEFINITIONS: Readonly<Record<Variable, VariableDefinition>> = {
  loading: {
    unit: '%',
    kind: 'threshold',
    ramp: 'loading',
    classes: classesOf([50, 80, 100, 120]),
  },
  voltage: {
    unit: 'pu',
    kind: 'diverging',
    ramp: 'voltage',
    classes: classesOf([0.9, 0.95, 1.05, 1.1]),
  },
  demandIntensity: {
    unit: 'W/m²',
    kind: 'sequential',
    ramp: 'sequential',
    classes: classesOf([2, 5, 10, 20, 40]),
  },
  netExchange: {
    unit: 'W/m²',
    kind: 'diverging',
    ramp: 'voltage',
    classes: classesOf([-15, -3, 3, 15]),
  },
  annualIntensity: {
    unit: 'kWh/(m² a)',
    kind: 'sequential',
    ramp: 'sequential',
    classes: classesOf([15, 30, 50, 80, 120]),
  },
  difference: {
    unit: 'W/m²',
    kind: 'diverging',
    ramp: 'difference',
    classes: classesOf([-10, -1, 1, 10]),
  },
  carbon: {
    unit: 'g/kWh',
    kind: 'sequential',
    ramp: 'carbon',
    classes: classesOf([50, 150, 300, 500]),
  },
  evidence: {
    unit: '',
    kind: 'category',
    ramp: 'evidence',
    classes: classesOf([0.5, 1.5]),
  },
};

export const variableTitle = (variable: Variable, language: Language): string =>
  wordsOf(language)(`display.titles.${variable}`);

/** What the classes of a variable mean, the lowest first. */
export const classWords = (variable: Variable, language: Language): readonly string[] =>
  listOf(wordsOf(language)(`display.classes.${variable}`));

/** Where the limits of the classes come from. */
export function limitsText(variable: Variable, language: Language): string {
  const own = variable === 'loading' || variable === 'voltage' || variable === 'evidence';
  return wordsOf(language)(`display.limits.${own ? variable : 'fixed'}`);
}

/** Class 0..n-1 that `value` falls in, -1 for no data (NaN). A value on a limit belongs to the class above it. */
export function classify(variable: Variable, value: number): number {
  if (Number.isNaN(value)) return -1;
  const classes = VARIABLE_DEFINITIONS[variable].classes;
  let index = 0;
  while (index < classes.length - 1 && value >= (classes[index]?.to ?? Infinity)) index += 1;
  return index;
}

/** Colour of a class of `classify`; undefined for no data. */
export function classColour(variable: Variable, index: number, theme: Theme): Hex | undefined {
  return RAMPS[VARIABLE_DEFINITIONS[variable].ramp][theme][index];
}

/** Colour of a value on the map, in a chart or in a table; undefined for no data, which is drawn hatched. */
export function colourOf(variable: Variable, value: number, theme: Theme): Hex | undefined {
  return classColour(variable, classify(variable, value), theme);
}

/** The word of the class, for table chips, live regions and legends. */
export function wordOf(variable: Variable, value: number, language: Language = 'en'): string {
  return classWords(variable, language)[classify(variable, value)] ?? wordsOf(language)('parts.noData');
}
