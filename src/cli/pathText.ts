import { worstQuality } from '../model/archetypes';
import type { Scenario } from '../model/scenario';
import { UNDONE_REASONS } from '../study/path';
import type {
  ElementFailure,
  FirstYear,
  Intervention,
  Interventions,
  PathYear,
  ScenarioPathResult,
  Timeline,
  TimelineYear,
  YearInvestment,
} from '../study/path';
import { formatQuantity } from '../units';
import { columnsText } from './comparisonText';

export interface LaidTimeline {
  readonly found: Interventions;
  readonly timeline: Timeline;
  /** What the budget affords, as a scenario. */
  readonly scenario: Scenario;
}

export interface PathShown {
  readonly path: ScenarioPathResult;
  readonly timeline?: LaidTimeline;
}

/** Failures named one by one. */
const NAMED = 10;
const COLUMNS: readonly (readonly [kpiId: string, header: string])[] = [
  ['worstTransformerLoading', 'Worst transformer'],
  ['peakImport', 'Peak import'],
  ['losses', 'Grid losses'],
  ['carbon', 'Carbon'],
];

/** A path in words: its years, what fails first, and where there is a budget what it affords. */
export function pathText({ path, timeline }: PathShown): string {
  const { scenario, years, failures, firstOverload, firstTransformerOverload, firstViolation } = path;
  return [
    `${scenario.name}.`,
    columnsText([
      ['Year', ...COLUMNS.map(([, header]) => header), 'Outside limits', 'Invested in the step'],
      ...years.map((year) => yearCells(year, path)),
    ]),
    '',
    `First overload of a transformer or line: ${firstWords(firstOverload)}.`,
    `First overload of a transformer: ${firstWords(firstTransformerOverload)}.`,
    `First limit broken, voltage included: ${firstWords(firstViolation)}.`,
    ...(failures.length === 0 ? [] : ['In the order of failure:']),
    ...failures.slice(0, NAMED).map(failureLine),
    ...(failures.length > NAMED ? [`  and ${failures.length - NAMED} more`] : []),
    ...notesOf(path),
    ...(timeline === undefined ? [] : ['', ...timelineLines(timeline)]),
  ].join('\n');
}

function yearCells(year: PathYear, { investments }: ScenarioPathResult): readonly string[] {
  const invested = investments.find((one) => one.year === year.year);
  const name = year.isBetween ? `${year.year} (between)` : String(year.year);
  const values = COLUMNS.map(([id]) => {
    const kpi = year.kpis.find((one) => one.id === id);
    return kpi === undefined ? '-' : formatQuantity(kpi.value, kpi.unit);
  });
  const outside = year.isSolved ? String(year.violations.length) : 'no solution';
  return [name, ...values, outside, invested === undefined ? '-' : investedWords(invested)];
}

function investedWords({ typicalEur, notKnown, byMeasure }: YearInvestment): string {
  const elements = byMeasure.reduce((sum, one) => sum + one.elements, 0);
  if (elements > 0 && notKnown === elements) return 'not known';
  return `${formatQuantity(typicalEur, 'EUR')}${notKnown > 0 ? ` (${notKnown} without a price)` : ''}`;
}

/** A year, on standard error as it comes. */
export function yearWords({ year, isSolved, violations }: PathYear): string {
  return isSolved ? `${year}: ${violations.length} limits broken` : `${year}: no solution`;
}

export function firstWords(first: FirstYear): string {
  if (first === null) return 'in none of these years';
  const { year, keptIn } = first;
  if (keptIn === null) return `${year} or before, as the path begins with it`;
  return year - keptIn === 1 ? String(year) : `${year} (not yet in ${keptIn})`;
}

const KIND_WORDS = { transformer: 'Transformer', line: 'Line', bus: 'Bus' } as const;
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;

function failureLine({ kind, what, elementId, year, keptIn, worst, limit }: ElementFailure): string {
  const amount = what === 'loading' ? 'loaded to' : 'voltage at';
  const since = keptIn === null ? `${year} or before` : String(year);
  return `  ${since}: ${KIND_WORDS[kind]} ${elementId}, ${amount} ${percent(worst)} (limit ${percent(limit)})`;
}

/** What who only reads first years and sums would miss: limits that are kept again later, and how sure the prices are. */
function notesOf({ years, failures, investments }: ScenarioPathResult): readonly string[] {
  const last = years.at(-1);
  const paid = investments.filter(({ byMeasure: own }) => own.length > 0);
  const quality = worstQuality(paid.map((one) => one.quality)).replaceAll('_', ' ');
  const money = paid.length === 0 ? [] : [`Investments are before grants, of class ${quality}.`];
  const mended = failures.filter((one) => last?.isSolved === true && !one.years.includes(last.year)).length;
  return [...(mended === 0 ? [] : [`${mended} of them are kept again in ${last!.year}.`]), ...money];
}

const ORDER_WORDS = {
  carbon: 'most carbon per EUR first',
  grid: 'most limits kept per EUR first',
  cost: 'cheapest first',
} as const;

function timelineLines({ timeline, found }: LaidTimeline): readonly string[] {
  const { order, years, undone } = timeline;
  const money = columnsText([
    ['Year', 'Carried in', 'Budget', 'Spent', 'Carried on'],
    ...years.map(moneyCells),
  ]);
  const reasons = Object.entries(UNDONE_REASONS).flatMap(([reason, words]) => {
    const own = undone.filter((one) => one.reason === reason).map(({ intervention }) => intervention);
    return own.length === 0 ? [] : [`  ${words}: ${byMeasure(own, found)}`];
  });
  return [
    `What the budget affords, ${ORDER_WORDS[order]}:`,
    ...money
      .split('\n')
      .map((line, row) =>
        row === 0 ? `${line}  Done` : `${line}  ${byMeasure(years[row - 1]!.done, found)}`,
      ),
    ...(undone.length === 0 ? ['Everything is done.'] : [`${undone.length} are not done:`, ...reasons]),
  ];
}

function moneyCells({ year, ...money }: TimelineYear): readonly string[] {
  const { carriedInEur, budgetEur, spentEur, carriedOutEur } = money;
  return [
    String(year),
    ...[carriedInEur, budgetEur, spentEur, carriedOutEur].map((eur) => formatQuantity(eur, 'EUR')),
  ];
}

/** `heat-pumps of 2031 to 2034 (4), cars of 2031`: by measure, with the years in which the path wishes them. */
function byMeasure(interventions: readonly Intervention[], { steps }: LaidTimeline['found']): string {
  const wished = new Map<string, number[]>();
  for (const { id, fromYear } of interventions) {
    const measureId = steps.get(id)?.measureId ?? id;
    wished.set(measureId, [...(wished.get(measureId) ?? []), fromYear ?? Number.NaN]);
  }
  const words = [...wished].map(([measureId, years]) => {
    const [first, last] = [Math.min(...years), Math.max(...years)];
    return `${measureId} of ${first === last ? first : `${first} to ${last} (${years.length})`}`;
  });
  return words.length === 0 ? '-' : words.join(', ');
}
