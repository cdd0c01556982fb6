import type { Kpi } from '../../kpi';
import { worstQuality } from '../../model/archetypes';
import { hasPath } from '../../scenario';
import {
  failuresOf,
  firstYear,
  isOverloaded,
  type ElementFailure,
  type FirstYear,
  type PathYear,
  type YearInvestment,
} from '../../study/path';
import { MISSING } from '../../units';
import { measureWords, wordsOf, type Language } from '../../words';
import type { Selection } from '../appState';
import type { TimelineStudy } from '../studies/timelineStudy';
import type { TextTable } from './comparison';
import { qualityClassWord } from './figureWords';
import { speechOf } from './speech';
import { assumedText, fallsText } from './timelineAssumed';
import { eurText } from './wayOut';

/** What the years found so far say. */
export interface TimelineView {
  readonly first: string;
  /** All years are the same. */
  readonly isConstant: boolean;
  /** What the years assume of shares; null where they are all the same. */
  readonly assumed: string | null;
  /** Why a loading falls while every share grows; null where none does. */
  readonly falls: string | null;
  /** The elements of `failures`, in its rows. */
  readonly failing: readonly Selection[];
  readonly years: TextTable;
  readonly failures: TextTable;
  /** Limits that are broken in some year and kept again in the last; null where there is none. */
  readonly mended: string | null;
  readonly transformers: TextTable;
  readonly investments: TextTable;
  readonly quality: string | null;
}

export const TIMELINE_CURVES = ['worstTransformerLoading', 'peakImport', 'carbon', 'invested'] as const;
export type TimelineCurve = (typeof TIMELINE_CURVES)[number];

export function timelineView(study: TimelineStudy, language: Language): TimelineView {
  const { scenario, found, investments, status } = study;
  const words = wordsOf(language);
  const failures = failuresOf(found);
  const isConstant = !hasPath(scenario) && scenario.measures.length > 0;
  const last = found.at(-1);
  const mended = failures.filter((one) => last?.isSolved === true && !one.years.includes(last.year)).length;
  const paid = investments.filter(({ byMeasure }) => byMeasure.length > 0);
  const quality = qualityClassWord(worstQuality(paid.map((one) => one.quality)), language);
  return {
    first: isConstant
      ? constantText(found, failures, language)
      : firstText(found, failures, status === 'ready', language),
    isConstant,
    assumed: assumedText(scenario, language),
    falls: fallsText(scenario, found, language),
    failing: failures.map(({ kind, elementId }) => ({ kind, id: elementId })),
    years: yearsTable(study, language),
    failures: failuresTable(failures, language),
    mended: mended === 0 ? null : words('timeline.mended', { count: mended, year: last!.year }),
    transformers: transformersTable(found, language),
    investments: investmentsTable(study, language),
    quality: paid.length === 0 ? null : words('timeline.quality', { quality }),
  };
}

/** Of a scenario whose years are all the same nothing overloads "first". */
function constantText(
  found: readonly PathYear[],
  failures: readonly ElementFailure[],
  language: Language,
): string {
  const words = wordsOf(language);
  if (found.length === 0) return words('timeline.first.waiting');
  const overloaded = failures.filter(({ what }) => what === 'loading').length;
  return words('timeline.first.always', { count: overloaded });
}

export function standingText({ years, found }: TimelineStudy, language: Language): string {
  const between = found.filter(({ isBetween }) => isBetween).length;
  const told = { done: found.length, between, count: years.length };
  return wordsOf(language)(between === 0 ? 'timeline.standing' : 'timeline.standingBetween', told);
}

function whenText(first: NonNullable<FirstYear>, language: Language): string {
  const words = wordsOf(language);
  const { year, keptIn } = first;
  if (keptIn === null) return words('timeline.first.since', { year });
  return year - keptIn === 1
    ? words('timeline.first.exactly', { year })
    : words('timeline.first.between', { year, kept: keptIn });
}

function firstText(
  found: readonly PathYear[],
  failures: readonly ElementFailure[],
  isWhole: boolean,
  language: Language,
): string {
  const words = wordsOf(language);
  const first = firstYear(found, isOverloaded);
  if (found.length === 0) return words('timeline.first.waiting');
  if (first === null) return words(isWhole ? 'timeline.first.none' : 'timeline.first.noneYet');
  const element = failures.find(({ what, year }) => what === 'loading' && year === first.year);
  const isSolved = found.find(({ year }) => year === first.year)!.isSolved;
  const what =
    isSolved && element !== undefined ? elementText(element, language) : words('timeline.first.unsolved');
  return words('timeline.first.found', { when: whenText(first, language), what });
}

const elementText = ({ kind, elementId }: ElementFailure, language: Language): string =>
  wordsOf(language)(`wayOut.kinds.${kind}`, { id: elementId });

const valueOf = (kpis: readonly Kpi[], id: string): Kpi | undefined => kpis.find((one) => one.id === id);

/** The columns of indicators, by id. */
const COLUMNS = [
  ['worstTransformerLoading', 'transformer'],
  ['peakImport', 'peak'],
  ['losses', 'losses'],
  ['carbon', 'carbon'],
] as const;

function yearsTable({ found, investments }: TimelineStudy, language: Language): TextTable {
  const { words, kpi: kpiText } = speechOf(language);
  const head = (key: 'year' | 'outside' | 'invested' | (typeof COLUMNS)[number][1]) =>
    words(`timeline.columns.${key}`);
  return {
    columns: [head('year'), ...COLUMNS.map(([, key]) => head(key)), head('outside'), head('invested')],
    rows: found.map(({ year, isBetween, isSolved, kpis, violations }) => {
      const step = investments.find((one) => one.year === year);
      return [
        isBetween ? words('timeline.columns.between', { year }) : String(year),
        ...COLUMNS.map(([id]) => {
          const kpi = valueOf(kpis, id);
          return kpi === undefined ? MISSING : kpiText(kpi.value, kpi.unit);
        }),
        isSolved ? String(violations.length) : words('timeline.noSolution'),
        step === undefined ? MISSING : investedText(step, language),
      ];
    }),
  };
}

function investedText({ typicalEur, notKnown, byMeasure }: YearInvestment, language: Language): string {
  const words = wordsOf(language);
  const elements = byMeasure.reduce((sum, one) => sum + one.elements, 0);
  if (elements > 0 && notKnown === elements) return words('timeline.notKnown');
  const amount = eurText(typicalEur, language);
  return notKnown === 0 ? amount : words('timeline.withoutPrice', { amount, number: notKnown });
}

function amountText({ what }: Pick<ElementFailure, 'what'>, value: number, language: Language): string {
  const { percent, fixed } = speechOf(language);
  return what === 'loading' ? percent(100 * value) : `${fixed(value, 3)} pu`;
}

function failuresTable(failures: readonly ElementFailure[], language: Language): TextTable {
  const words = wordsOf(language);
  const { columns } = HEADS;
  return {
    columns: columns.map((key) => words(`timeline.columns.${key}`)),
    rows: failures.map((one, row) => [
      String(row + 1),
      elementText(one, language),
      whenText(one, language),
      amountText(one, one.worst, language),
      amountText(one, one.limit, language),
      one.years.join(', '),
    ]),
  };
}

const HEADS = { columns: ['order', 'element', 'since', 'worst', 'limit', 'broken'] } as const;

/** Every transformer with its loading in each year, those that overload first at the top. */
function transformersTable(found: readonly PathYear[], language: Language): TextTable {
  const { words, percent } = speechOf(language);
  const known = found.filter(({ isSolved }) => isSolved);
  const columns = [
    words('timeline.transformer'),
    words('timeline.firstOverload'),
    ...known.map(({ year }) => String(year)),
  ];
  const last = known.at(-1);
  if (last === undefined) return { columns, rows: [] };
  const ids = last.transformers.map(({ id }) => id);
  const rows = ids.map((id) => {
    const loadings = known.map(({ transformers }) => transformers.find((one) => one.id === id)?.loading);
    const at = known.findIndex(({ violations }) =>
      violations.some(({ kind, elementId }) => kind === 'transformer' && elementId === id),
    );
    const year = known[at]?.year;
    const first = year === undefined ? null : { year, keptIn: known[at - 1]?.year ?? null };
    const text = first === null ? words('timeline.never', { year: last.year }) : whenText(first, language);
    const cells = loadings.map((loading) => percent(100 * (loading ?? Number.NaN)));
    return { cells: [id, text, ...cells], at: at < 0 ? known.length : at, most: loadings.at(-1) ?? 0 };
  });
  return { columns, rows: rows.sort((a, b) => a.at - b.at || b.most - a.most).map(({ cells }) => cells) };
}

function investmentsTable({ investments }: TimelineStudy, language: Language): TextTable {
  const words = wordsOf(language);
  const keys = ['year', 'measure', 'price', 'places', 'unpriced'] as const;
  return {
    columns: keys.map((key) => words(`timeline.columns.${key}`)),
    rows: investments.flatMap(({ year, byMeasure }) =>
      byMeasure.map(({ type, typicalEur, elements, notKnown }) => [
        String(year),
        measureWords(language, type).label,
        notKnown === elements ? words('timeline.notKnown') : eurText(typicalEur, language),
        String(elements),
        String(notKnown),
      ]),
    ),
  };
}

export interface TimelinePoints {
  readonly years: Float64Array;
  readonly values: Float64Array;
  readonly unit: string;
}

/** What a curve is drawn from: the solved years; null below two of them. */
export function timelinePoints(
  { found, investments }: Pick<TimelineStudy, 'found' | 'investments'>,
  curve: TimelineCurve,
): TimelinePoints | null {
  const points =
    curve === 'invested'
      ? investments.map(({ year }, row) => ({
          year,
          unit: 'kEUR',
          value: investments.slice(0, row + 1).reduce((sum, { typicalEur }) => sum + typicalEur, 0) / 1000,
        }))
      : found.flatMap(({ year, kpis }) => {
          const kpi = valueOf(kpis, curve);
          if (kpi === undefined || Number.isNaN(kpi.value)) return [];
          const [unit, factor] = SHOWN[kpi.unit] ?? [kpi.unit, 1];
          return [{ year, unit, value: kpi.value * factor }];
        });
  if (points.length < 2) return null;
  return {
    years: Float64Array.from(points, ({ year }) => year),
    values: Float64Array.from(points, ({ value }) => value),
    unit: points[0]!.unit,
  };
}

/** Units of the core as an axis has them. */
const SHOWN: Readonly<Record<string, readonly [unit: string, factor: number]>> = {
  W: ['kW', 1e-3],
  'kg CO2e': ['t CO₂e', 1e-3],
  J: ['MWh', 1 / 3.6e9],
};
