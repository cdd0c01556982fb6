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
  /** What the class means in words, so that colour never stands alone. */
  readonly word: string;
}

export interface VariableDefinition {
  readonly title: string;
  /** Unit of the values handed to `classify`, as shown in the legend. */
  readonly unit: string;
  readonly kind: 'threshold' | 'diverging' | 'sequential' | 'category';
  readonly ramp: RampName;
  readonly classes: readonly ClassDefinition[];
  /** Where the limits come from. */
  readonly source: string;
}

/** `n` limits and `n + 1` words make `n + 1` half-open classes [from, to). */
function classesOf(limits: readonly number[], words: readonly string[]): readonly ClassDefinition[] {
  return words.map((word, index) => {
    const from = limits[index - 1];
    const to = limits[index];
    return { word, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) };
  });
}

const INTENSITY_WORDS = ['very low', 'low', 'medium', 'raised', 'high', 'very high'];
const CHANGE_WORDS = ['much less', 'less', 'no material change', 'more', 'much more'];
const FIXED = 'fixed limits, the same for every district and scenario';

export const VARIABLE_DEFINITIONS: Readonly<Record<Variable, VariableDefinition>> = {
  loading: {
    title: 'Loading',
    unit: '%',
    kind: 'threshold',
    ramp: 'loading',
    classes: classesOf(
      [50, 80, 100, 120],
      ['light', 'normal', 'close to its limit', 'overloaded', 'severely overloaded'],
    ),
    source: 'share of the rated power or current; 120 % is a usual short-time limit',
  },
  voltage: {
    title: 'Voltage',
    unit: 'pu',
    kind: 'diverging',
    ramp: 'voltage',
    classes: classesOf([0.9, 0.95, 1.05, 1.1], ['too low', 'low', 'near nominal', 'high', 'too high']),
    source: 'EN 50160: 0.90 to 1.10 of nominal',
  },
  demandIntensity: {
    title: 'Electricity demand',
    unit: 'W/m²',
    kind: 'sequential',
    ramp: 'sequential',
    classes: classesOf([2, 5, 10, 20, 40], INTENSITY_WORDS),
    source: FIXED,
  },
  netExchange: {
    title: 'Exchange with the grid',
    unit: 'W/m²',
    kind: 'diverging',
    ramp: 'voltage',
    classes: classesOf(
      [-15, -3, 3, 15],
      ['exports much', 'exports', 'about balanced', 'imports', 'imports much'],
    ),
    source: FIXED,
  },
  annualIntensity: {
    title: 'Electricity in a year',
    unit: 'kWh/(m² a)',
    kind: 'sequential',
    ramp: 'sequential',
    classes: classesOf([15, 30, 50, 80, 120], INTENSITY_WORDS),
    source: FIXED,
  },
  difference: {
    title: 'Difference to the baseline',
    unit: 'W/m²',
    kind: 'diverging',
    ramp: 'difference',
    classes: classesOf([-10, -1, 1, 10], CHANGE_WORDS),
    source: FIXED,
  },
  carbon: {
    title: 'Carbon intensity',
    unit: 'g/kWh',
    kind: 'sequential',
    ramp: 'carbon',
    classes: classesOf([50, 150, 300, 500], ['very low', 'low', 'medium', 'high', 'very high']),
    source: FIXED,
  },
  evidence: {
    title: 'Where the data comes from',
    unit: '',
    kind: 'category',
    ramp: 'evidence',
    classes: classesOf([0.5, 1.5], ['given', 'derived', 'assumed']),
    source: 'import report: 0 given, 1 derived, 2 assumed',
  },
};

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
export function wordOf(variable: Variable, value: number): string {
  return VARIABLE_DEFINITIONS[variable].classes[classify(variable, value)]?.word ?? 'no data';
}
