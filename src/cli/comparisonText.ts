import type { Comparison } from '../study/comparison';
import { presentValuesText } from './presentValueFiles';
import { formatDelta, formatQuantity } from '../units';

/** Cells in columns, the first to the left and the others to the right. */
export function columnsText(cells: readonly (readonly string[])[]): string {
  const widths = (cells[0] ?? []).map((_, column) =>
    Math.max(...cells.map((row) => (row[column] ?? '').length)),
  );
  return cells
    .map((row) =>
      row
        .map((cell, column) => (column === 0 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/** Every indicator in every scenario, each with its change against the baseline; then what they are worth at discount rates, and the ranking. */
export function comparisonText(comparison: Comparison): string {
  const { scenarios, baselineKey, kpis, decision } = comparison;
  const header = [
    '',
    ...scenarios.flatMap(({ key, scenario }) =>
      key === baselineKey ? [scenario.name] : [scenario.name, 'Change', ''],
    ),
  ];
  const rows = kpis.map(({ label, unit, cells }) => [
    label,
    ...cells.flatMap(({ scenarioKey, value, delta, verdict }) => {
      const text = formatQuantity(value, unit);
      return scenarioKey === baselineKey ? [text] : [text, formatDelta(value, value - delta, unit), verdict];
    }),
  ]);
  const ranking = decision === undefined ? [] : ['', ...decision.words];
  const worth = presentValuesText(comparison);
  const atRates = worth.length === 0 ? [] : ['', ...worth];
  return [columnsText([header, ...rows]), ...atRates, ...ranking].join('\n');
}
