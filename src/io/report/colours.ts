/**
 * The app's colours on paper: values of its light theme (its tokens and palette), which this room may not import. A test holds
 * them to it.
 */
export const TOKENS = {
  page: '#eef0f2',
  surface: '#ffffff',
  raised: '#f7f8f9',
  line: '#d5dade',
  'line-strong': '#868e96',
  text: '#1b1f24',
  muted: '#57606a',
  accent: '#0b5a8a',
  'accent-soft': '#e2eef6',
  'warn-soft': '#fbeede',
  warn: '#8a3d00',
  bad: '#a3260f',
  casing: '#1b1f24',
  'hatch-fill': '#dadde1',
} as const;

export interface LoadingClass {
  /** Share of the rating from which it begins, inclusive. */
  readonly from: number;
  readonly word: string;
  readonly colour: string;
}

export const LOADING_CLASSES: readonly LoadingClass[] = [
  { from: 0, word: 'light', colour: '#C6D3DF' },
  { from: 0.5, word: 'normal', colour: '#8AA9C4' },
  { from: 0.8, word: 'close to its limit', colour: '#D9881C' },
  { from: 1, word: 'overloaded', colour: '#B93A17' },
  { from: 1.2, word: 'severely overloaded', colour: '#5B0D42' },
];

/** Row of the class; -1 where the loading is not known. */
export function loadingClass(loading: number): number {
  if (Number.isNaN(loading)) return -1;
  return LOADING_CLASSES.filter(({ from }) => loading >= from).length - 1;
}

export const NO_DATA = '#DADDE1';
export const GROUND = {
  building: '#C9CED4',
  street: '#F4F5F6',
  park: '#DCE1DD',
  square: '#ECEDEE',
  water: '#CFD8DF',
} as const;

/** Baseline first; more scenarios than colours are told apart by dashes as well. */
export const SCENARIO_COLOURS = ['#4D4D4D', '#0072B2', '#D55E00', '#009E73', '#AA3377'] as const;

/** In the order of the end uses. */
export const END_USE_COLOURS = [
  '#332288',
  '#88CCEE',
  '#117733',
  '#DDCC77',
  '#CC6677',
  '#AA4499',
  '#661100',
  '#999933',
  '#6699CC',
] as const;
