import { writeCsv, type CsvCell } from '../io/csv';
import type { Kpi } from '../kpi';
import { sourceText } from '../kpi/definition';
import { groupTitle, inGroups } from '../kpi/kpiGroups';
import { NOT_COMPUTED, targetLabel, type ScoredIndicator } from '../kpi/u4ssc';
import { qualityOf, type KpiQuality } from '../study/comparison';
import type { ScenarioYear } from '../study/scenarioYear';
import type { DistrictScorecard, KeyedScorecard } from '../study/u4ssc';

interface Judged {
  readonly kpi: Kpi;
  readonly quality: KpiQuality;
}

function judged(year: ScenarioYear): readonly Judged[] {
  const of = qualityOf(year);
  return inGroups(year.kpis).map((kpi) => ({ kpi, quality: of(kpi.id) }));
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

/** All indicators of a year with their definitions and the class of what they stand on; what cannot be told is null. */
export function kpisJson(year: ScenarioYear): string {
  const rows = judged(year).map(({ kpi, quality }) => ({ ...kpi, value: finite(kpi.value), ...quality }));
  return `${JSON.stringify(rows, null, 2)}\n`;
}

/** The same as a table, group by group. */
export function kpisCsv(year: ScenarioYear): string {
  return writeCsv(
    ['group', 'kpi', 'symbol', 'label', 'value', 'unit', 'better_when', 'quality', 'quality_because', 'definition', 'boundary', 'source'], // prettier-ignore
    judged(year).map(({ kpi, quality }): CsvCell[] => [
      ...[groupTitle(kpi), kpi.id, kpi.symbol ?? '', kpi.label, finite(kpi.value), kpi.unit, kpi.betterWhen],
      ...[quality.quality, quality.because.join('; '), kpi.definition, kpi.boundary, kpi.source],
    ]),
  );
}

const EXCLUDED = { notReported: 'not reported', noTarget: 'no target' } as const;

const U4SSC_COLUMNS = [
  ...['code', 'data_point', 'name', 'value', 'unit', 'quality', 'status', 'reason', 'target', 'worst'],
  ...['target_label', 'percent_of_target', 'band', 'points', 'source'],
];

/** The scorecard as a table: what is reported with its score, and what is not with the reason. */
export const u4sscCsv = (scorecard: DistrictScorecard): string =>
  writeCsv(U4SSC_COLUMNS, u4sscRows(scorecard));

/** The same of several scenarios. */
export const u4sscOfScenariosCsv = (scorecards: readonly KeyedScorecard[]): string =>
  writeCsv(
    ['scenario', ...U4SSC_COLUMNS],
    scorecards.flatMap(({ key, scorecard }) => u4sscRows(scorecard).map((row) => [key, ...row])),
  );

function u4sscRows({ items, finalEnergyPerInhabitant }: DistrictScorecard): CsvCell[][] {
  const { definition, value, quality } = finalEnergyPerInhabitant;
  return [
    ...items.map(itemRow),
    [
      ...['', '', definition.name, finite(value), definition.unit, quality, 'reported'],
      ...['beside the set, not scored', null, null, '', null, '', null, sourceText(definition)],
    ],
    ...NOT_COMPUTED.map(({ code, name, reason }): CsvCell[] => [
      ...[code, '', name, null, '', '', 'not reported', reason, null, null, '', null, '', null, ''],
    ]),
  ];
}

function itemRow({
  indicator,
  reading,
  target,
  percentOfTarget,
  band,
  excluded,
}: ScoredIndicator): CsvCell[] {
  const reason = reading.ok ? (excluded === 'noTarget' ? 'no target is set' : '') : reasonOf(reading.issues);
  return [
    ...[indicator.code, indicator.dataPoint ?? '', indicator.name],
    ...[reading.ok ? reading.value.value : null, indicator.unit, reading.ok ? reading.value.quality : ''],
    ...[excluded === undefined ? 'scored' : EXCLUDED[excluded], reason],
    ...[target?.target ?? null, target?.worst ?? null, target === undefined ? '' : targetLabel(target)],
    ...[finite(percentOfTarget), band?.label ?? '', band?.points ?? null, sourceText(indicator)],
  ];
}

const reasonOf = (issues: readonly { readonly message: string }[]): string =>
  [...new Set(issues.map(({ message }) => message))].join(' ');
