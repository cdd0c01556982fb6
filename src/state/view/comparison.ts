import { groupTitle } from '../../kpi/kpiGroups';
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
import { MISSING } from '../../units';
import { kpiText } from './text';

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
  readonly group: string;
  /** In the order of the scenarios shown. */
  readonly cells: readonly ComparedCell[];
}

export const BEST_WORDS = '★ best';

const SIGNS = { '+': '▲ ', '-': '▼ ', '0': '= ', '?': '' } as const;

/** The group of an indicator in the table; bills and poverty, and the cost of measures, have places of their own. */
function groupOf({ id, group }: KpiRow): string {
  if (group !== undefined) return groupTitle({ group });
  if (HOUSEHOLD_KPI_IDS.has(id)) return 'Households';
  return COST_KPI_IDS.includes(id) ? groupTitle({ group: 'money' }) : groupTitle({});
}

/** Indicators of the scenarios shown, group by group; only those in which a scenario differs where that is asked for. */
export function comparedRows(
  { kpis, baselineKey }: Comparison,
  shownKeys: readonly string[],
  onlyDifferences: boolean,
): readonly ComparedRow[] {
  const rows = kpis.map((row): ComparedRow => {
    const cells = shownKeys.map((key) => row.cells.find(({ scenarioKey }) => scenarioKey === key)!);
    const best = bestOf(row, cells);
    return {
      row,
      group: groupOf(row),
      cells: cells.map((cell) => ({
        cell,
        value: kpiText(cell.value, row.unit),
        change: cell.scenarioKey === baselineKey ? '' : `${SIGNS[cell.sign]}${cell.words}`,
        isBest: cell.value === best,
      })),
    };
  });
  const groups = [...new Set(rows.map(({ group }) => group))];
  const inGroups = groups.flatMap((group) => rows.filter((row) => row.group === group));
  return onlyDifferences ? inGroups.filter(({ cells }) => cells.some(({ cell }) => isOther(cell))) : inGroups;
}

/** What cannot be told is not known to be the same. */
const isOther = ({ delta }: KpiCell): boolean => delta !== 0 && !Number.isNaN(delta);

/** The best value of a row; NaN where no way is better, and where all are alike. */
function bestOf({ betterWhen }: KpiRow, cells: readonly KpiCell[]): number {
  const told = cells.map(({ value }) => value).filter((value) => !Number.isNaN(value));
  if (betterWhen === 'neither' || told.length < 2) return Number.NaN;
  const [low, high] = [Math.min(...told), Math.max(...told)];
  if (low === high) return Number.NaN;
  return betterWhen === 'lower' ? low : high;
}

/** Names of the scenarios, told apart by their keys where two are called alike. */
export function comparedNames({ scenarios }: Pick<Comparison, 'scenarios'>): ReadonlyMap<string, string> {
  const names = scenarios.map(({ scenario }) => scenario.name);
  return new Map(
    scenarios.map(({ key, scenario: { name } }) => {
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
): TextTable {
  const columns = shownKeys.flatMap((key) => {
    const name = names.get(key)!;
    return key === baselineKey
      ? [`${name} (baseline)`, `${name}: best`]
      : [name, `${name}: change`, `${name}: best`];
  });
  return {
    columns: ['Group', 'Indicator', ...columns],
    rows: rows.map(({ row, group, cells }) => [
      group,
      row.label,
      ...cells.flatMap(({ cell, value, change, isBest }) => {
        const best = isBest ? BEST_WORDS : '';
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
): TextTable {
  const baseline = names.get(baselineKey) ?? MISSING;
  return {
    columns: ['Scenario', 'Input', 'Change', baseline, 'Scenario has'],
    rows: scenarios.flatMap(({ key, differences }) =>
      differences.map(({ label, change, from, to }) => [names.get(key)!, label, change, from, to]),
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
