import { writeCsv, type CsvCell } from '../io';
import { presentValueRows, rateText, type Valued } from '../study/comparison';
import { formatQuantity, MISSING } from '../units';

/** Every figure of every scenario at every rate, in long form; why there is none stands in words. */
export function presentValuesCsv(comparison: Valued): string {
  const quality = new Map(
    comparison.scenarios.map(({ key, presentValues }) => [key, presentValues?.quality ?? null]),
  );
  const horizon = comparison.scenarios[0]?.presentValues?.horizonYears ?? null;
  const rows = presentValueRows(comparison).flatMap(({ scenarioKey, figure, label, unit, ...row }) =>
    row.rates.map((rate, at): CsvCell[] => [
      ...[scenarioKey, figure, label, unit, rate, horizon, row.values[at]!, row.words],
      quality.get(scenarioKey)!,
    ]),
  );
  return writeCsv(
    ['scenario', 'figure', 'label', 'unit', 'rate', 'horizon_years', 'value', 'words', 'quality'],
    rows,
  );
}

/** The ledger: what a scenario costs more than the baseline year by year, and what each year is worth today at each rate. */
export function cashFlowsCsv({ scenarios }: Valued): string {
  const rates = scenarios[0]?.presentValues?.rates ?? [];
  const columns = [
    ...['scenario', 'year', 'purchases_eur', 'upkeep_eur', 'residual_eur', 'energy_eur', 'total_eur'],
    ...rates.map((rate) => `present_value_at_${rate}_eur`),
  ];
  const rows = scenarios.flatMap(({ key, presentValues }): CsvCell[][] => {
    const against = presentValues?.against;
    if (presentValues === undefined || against?.known !== true) return [];
    return against.ledger.rows.map((row): CsvCell[] => [
      ...[key, row.year, row.purchasesEur, row.upkeepEur, row.residualEur, row.energyEur, row.totalEur],
      ...against.atRates.map(({ presentCostOfYearEur }) => presentCostOfYearEur[row.year]!),
    ]);
  });
  return writeCsv(columns, rows);
}

/** Lines of the text: what scenarios are worth at each rate; nothing where no costs are known. */
export function presentValuesText(comparison: Valued): readonly string[] {
  const [first] = comparison.scenarios;
  if (first?.presentValues === undefined) return [];
  const { horizonYears, rates } = first.presentValues;
  const names = new Map(comparison.scenarios.map(({ key, scenario }) => [key, scenario.name]));
  const rows = presentValueRows(comparison);
  const labels = [...new Set(rows.map(({ label }) => label))];
  const ofLabel = (label: string): readonly string[] => [
    `  ${label}`,
    ...rows
      .filter((row) => row.label === label)
      .map((row) => `    ${names.get(row.scenarioKey)!}: ${told(row)}`),
  ];
  return [
    `Over ${horizonYears} years at ${rates.map(rateText).join(', ')}, before grants`,
    ...labels.flatMap(ofLabel),
  ];
}

function told({ values, unit, words }: ReturnType<typeof presentValueRows>[number]): string {
  if (values.every((value) => Number.isNaN(value))) return words;
  const figures = values.map((value) => (Number.isNaN(value) ? MISSING : formatQuantity(value, unit)));
  return [figures.join(', '), ...(words === '' ? [] : [`(${words})`])].join(' ');
}
