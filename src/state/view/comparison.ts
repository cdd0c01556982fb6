import { HOUSEHOLD_KPI_IDS } from '../../kpi/householdKpis';
import {
  COST_KPI_IDS,
  type ComparedScenario,
  type Comparison,
  type DifferenceAttribution,
  type Decision,
  type KpiCell,
  type KpiRow,
} from '../../study/comparison';
import { MINUS, MISSING } from '../../units';
import {
  coreWords,
  kpiGroupWords,
  kpiWords,
  listOf,
  wordsOf,
  type KpiWords,
  type Language,
} from '../../words';
import { scenarioName } from './scenarioWords';
import { speechOf } from './speech';

/** One indicator in one scenario, as it is shown and saved. */
export interface ComparedCell {
  readonly cell: KpiCell;
  readonly value: string;
  /** `▲ 0.8 MW more (+6 %), worse`; nothing for the baseline itself. */
  readonly change: string;
  /** Among the scenarios shown, where they are not all alike. */
  readonly isBest: boolean;
}

export interface ComparedRow {
  readonly row: KpiRow;
  /** Its words in the language of the page. */
  readonly said: KpiWords;
  readonly group: string;
  /** In the order of the scenarios shown. */
  readonly cells: readonly ComparedCell[];
}

const SIGNS = { '+': '▲ ', '-': '▼ ', '0': '= ', '?': '' } as const;

/** The group of an indicator in the table; bills and poverty, and the cost of measures, have places of their own. */
function groupOf({ id, group }: KpiRow, language: Language): string {
  const words = wordsOf(language);
  if (group !== undefined) return kpiGroupWords(language, group);
  if (HOUSEHOLD_KPI_IDS.has(id)) return words('compare.numbers.households');
  return COST_KPI_IDS.includes(id) ? kpiGroupWords(language, 'money') : words('compare.numbers.others');
}

/** Indicators of the scenarios shown, group by group; only those in which a scenario differs where that is asked for. */
export function comparedRows(
  { kpis, baselineKey }: Comparison,
  shownKeys: readonly string[],
  onlyDifferences: boolean,
  language: Language,
): readonly ComparedRow[] {
  const { kpi } = speechOf(language);
  const rows = kpis.map((row): ComparedRow => {
    const cells = shownKeys.map((key) => row.cells.find(({ scenarioKey }) => scenarioKey === key)!);
    const best = bestOf(row, cells, (value) => kpi(value, row.unit));
    return {
      row,
      said: kpiWords(language, row),
      group: groupOf(row, language),
      cells: cells.map((cell) => ({
        cell,
        value: kpi(cell.value, row.unit),
        change:
          cell.scenarioKey === baselineKey
            ? ''
            : `${SIGNS[cell.sign]}${changeText(cell, row.unit, language)}`,
        // Two that read alike are equally good.
        isBest: kpi(cell.value, row.unit) === best,
      })),
    };
  });
  const groups = [...new Set(rows.map(({ group }) => group))];
  const inGroups = groups.flatMap((group) => rows.filter((row) => row.group === group));
  return onlyDifferences ? inGroups.filter(({ cells }) => cells.some(({ cell }) => isOther(cell))) : inGroups;
}

/** `0.8 MW more (+6 %), worse`. */
function changeText(
  { value, delta, relative, verdict, otherBasis }: KpiCell,
  unit: string,
  language: Language,
): string {
  const { words, number, quantity } = speechOf(language);
  if (Number.isNaN(value) || Number.isNaN(delta)) return words('compare.change.untold');
  if (verdict === 'same') return words('compare.change.same');
  // Shares differ in points, and have no share of their own.
  const isShare = unit === '%';
  const size = isShare
    ? words('compare.change.points', { number: number(Math.abs(delta)) })
    : quantity(Math.abs(delta), unit);
  const amount = words(delta > 0 ? 'compare.change.more' : 'compare.change.less', { size });
  const share = `${delta > 0 ? '+' : MINUS}${number(100 * Math.abs(relative), 2)} %`;
  const change =
    isShare || Number.isNaN(relative) ? amount : words('compare.change.share', { amount, share });
  const judged = verdict === 'different' ? change : words(`compare.change.${verdict}`, { change });
  return otherBasis ? words('compare.change.otherBasis', { change: judged }) : judged;
}

/** What cannot be told is not known to be the same. */
const isOther = ({ delta, verdict }: KpiCell): boolean => verdict !== 'same' && !Number.isNaN(delta);

/** The best value of a row as it is shown; null where no way is better, and where all read alike. */
function bestOf(
  { betterWhen }: KpiRow,
  cells: readonly KpiCell[],
  textOf: (value: number) => string,
): string | null {
  const told = cells.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  if (betterWhen === 'neither' || told.length < 2) return null;
  const [low, high] = [Math.min(...told), Math.max(...told)];
  if (textOf(low) === textOf(high)) return null;
  return textOf(betterWhen === 'lower' ? low : high);
}

/** Names of the scenarios, told apart by their keys where two are called alike. */
export function comparedNames(
  { scenarios }: Pick<Comparison, 'scenarios'>,
  language: Language,
): ReadonlyMap<string, string> {
  const nameOf = ({ scenario }: ComparedScenario) => scenarioName(scenario, wordsOf(language));
  const names = scenarios.map(nameOf);
  return new Map(
    scenarios.map((one) => {
      const { key } = one;
      const name = nameOf(one);
      const isTwice = names.filter((other) => other === name).length > 1;
      return [key, isTwice ? `${name} (${key})` : name];
    }),
  );
}

export interface TextTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The table as it is on screen: what stands in a cell's lines stands in columns of its own. */
export function comparedTable(
  rows: readonly ComparedRow[],
  shownKeys: readonly string[],
  baselineKey: string,
  names: ReadonlyMap<string, string>,
  language: Language,
): TextTable {
  const words = wordsOf(language);
  const columns = shownKeys.flatMap((key) => {
    const name = names.get(key)!;
    return key === baselineKey
      ? [words('compare.numbers.baselineColumn', { name }), words('compare.numbers.bestColumn', { name })]
      : [
          name,
          words('compare.numbers.changeColumn', { name }),
          words('compare.numbers.bestColumn', { name }),
        ];
  });
  return {
    columns: [words('compare.numbers.group'), words('compare.numbers.indicator'), ...columns],
    rows: rows.map(({ said, group, cells }) => [
      group,
      said.label,
      ...cells.flatMap(({ cell, value, change, isBest }) => {
        const best = isBest ? words('compare.numbers.best') : '';
        return cell.scenarioKey === baselineKey ? [value, best] : [value, change, best];
      }),
    ]),
  };
}

/** Inputs in which the scenarios shown differ from the baseline, one row each. */
export function inputTable(
  scenarios: readonly ComparedScenario[],
  names: ReadonlyMap<string, string>,
  baselineKey: string,
  language: Language,
): TextTable {
  const words = wordsOf(language);
  const text = (core: string) => coreWords(language, core);
  const [scenario, input, changed, has] = listOf(words('compare.inputs.columns'));
  const baseline = names.get(baselineKey) ?? MISSING;
  return {
    columns: [scenario!, input!, changed!, baseline, has!],
    rows: scenarios.flatMap(({ key, differences }) =>
      differences.map(({ label, change, from, to }) => [
        ...[names.get(key)!, text(label), words(`compare.inputs.changes.${change}`)],
        ...[text(from), text(to)],
      ]),
    ),
  };
}

/** The comparison with what has been asked beside it, as a report prints it. */
export function comparisonWith(
  comparison: Comparison,
  shownKeys: readonly string[],
  decision: Decision | undefined,
  attributed: { readonly toId: string; readonly found: DifferenceAttribution } | null,
): Comparison {
  const scenarios = comparison.scenarios
    .filter(({ key }) => shownKeys.includes(key))
    .map((one) =>
      attributed?.toId === one.scenario.id && one.key !== comparison.baselineKey
        ? { ...one, attribution: attributed.found }
        : one,
    );
  const kpis = comparison.kpis.map((row) => ({
    ...row,
    cells: row.cells.filter(({ scenarioKey }) => shownKeys.includes(scenarioKey)),
  }));
  return { ...comparison, scenarios, kpis, ...(decision === undefined ? {} : { decision }) };
}
