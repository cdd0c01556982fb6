import type { ScoredIndicator, U4sscTarget } from '../../kpi/u4ssc';
import type { DistrictScorecard } from '../../study/u4ssc';
import { MISSING } from '../../units';
import { indicatorWords, wordsOf, type Language } from '../../words';
import { en } from '../../words/en';
import type { TextTable } from './comparison';
import { qualityClassWord, unitText } from './figureWords';
import { speechOf } from './speech';

/** An indicator as a row shows it. */
export interface ScorecardRow {
  readonly item: ScoredIndicator;
  readonly code: string;
  readonly name: string;
  readonly definition: string;
  readonly value: string;
  readonly unit: string;
  readonly quality: string;
  readonly target: string;
  readonly percent: string;
  readonly score: string;
}

export const SCORECARD_COLUMNS = [
  'code',
  'indicator',
  'value',
  'unit',
  'quality',
  'target',
  'percent',
  'score',
] as const;

export const scorecardRows = (
  { items }: Pick<DistrictScorecard, 'items'>,
  language: Language,
): readonly ScorecardRow[] => items.map((item) => rowOf(item, language));

function rowOf(item: ScoredIndicator, language: Language): ScorecardRow {
  const { number, percent } = speechOf(language);
  const { indicator, reading, target, percentOfTarget } = item;
  const said = indicatorWords(language, indicator);
  return {
    item,
    code: indicator.code,
    name: said.name,
    definition: said.definition,
    value: reading.ok ? number(reading.value.value) : MISSING,
    unit: unitText(said.unit),
    quality: reading.ok ? qualityClassWord(reading.value.quality, language) : MISSING,
    target: target === undefined ? MISSING : targetText(target, language),
    percent: Number.isNaN(percentOfTarget) ? MISSING : percent(percentOfTarget),
    score: scoreText(item, language),
  };
}

function targetText({ target, worst, setBy, because }: U4sscTarget, language: Language): string {
  const { words, typed } = speechOf(language);
  const value =
    worst === undefined
      ? typed(target)
      : words('scorecard.targetWorst', { target: typed(target), worst: typed(worst) });
  const proposed = PROPOSED_REASONS[because];
  const reason = proposed === undefined ? because : words(`scorecard.because.${proposed}`);
  return words(setBy === 'user' ? 'scorecard.targetUser' : 'scorecard.targetProject', {
    target: value,
    because: reason,
  });
}

/** Why the project proposes a target, by the core's own words. */
const PROPOSED_REASONS: Readonly<Record<string, keyof typeof en.scorecard.because>> = {
  'SDG 7.1: universal access': 'access',
  'complete coverage': 'coverage',
};
const isInput = (name: string): name is keyof typeof en.scorecard.inputs => name in en.scorecard.inputs;

/** The score, or why there is none. */
function scoreText({ reading, band, excluded }: ScoredIndicator, language: Language): string {
  const words = wordsOf(language);
  if (band !== undefined) return words('scorecard.points', { points: band.points, band: band.label });
  if (excluded === 'noTarget') return words('scorecard.noTarget');
  const missing = reading.ok
    ? []
    : reading.issues.flatMap(({ code, field = '' }) => (code === 'u4ssc-missing' ? [field] : []));
  if (missing.length === 0) return words('scorecard.noValue');
  const inputs = missing.map((name) => (isInput(name) ? words(`scorecard.inputs.${name}`) : name));
  return words('scorecard.notReportedBecause', { inputs: inputs.join(', ') });
}

/** Exactly what the table shows. */
export function scorecardTable(rows: readonly ScorecardRow[], language: Language): TextTable {
  const words = wordsOf(language);
  return {
    columns: SCORECARD_COLUMNS.map((key) => words(`scorecard.columns.${key}`)),
    rows: rows.map(({ code, name, value, unit, quality, target, percent, score }) => [
      ...[code, name, value, unit, quality, target, percent, score],
    ]),
  };
}

/** Dimensions, sub-dimensions and categories with something in them. */
export function groupsTable({ groups }: Pick<DistrictScorecard, 'groups'>, language: Language): TextTable {
  const { words, percent } = speechOf(language);
  return {
    columns: [
      words('scorecard.groups.group'),
      words('scorecard.groups.items'),
      words('scorecard.groups.percent'),
      words('scorecard.columns.score'),
    ],
    rows: groups.map(({ prefix, level, aggregate }) => [
      `${prefix} (${words(`scorecard.groups.levels.${level}`)})`,
      String(aggregate?.scoredItems ?? 0),
      aggregate === undefined ? words('scorecard.groups.nothing') : percent(aggregate.percent),
      aggregate === undefined ? MISSING : aggregate.band.label,
    ]),
  };
}
