import { writeCsv, type CsvCell } from '../io';
import { hashScenario } from '../scenario';
import type { MonteCarlo, Tornado } from '../study/sensitivity';
import { formatNumber, formatQuantity } from '../units';
import { columnsText } from './comparisonText';
import { createdBy } from './createdBy';

/** The files of a sensitivity study, by name; draws only where there are any. */
export function sensitivityFiles(
  tornado: Tornado,
  spread: MonteCarlo | null,
): Readonly<Record<string, () => string>> {
  const { scenario } = tornado;
  const { id, name, year, seed } = scenario;
  const named = { id, name, year, seed, sha256: hashScenario(scenario) };
  const content = {
    schema: 'gridtwin-sensitivity/1',
    scenario: named,
    tornado: { ...tornado, scenario: undefined },
    monteCarlo: spread === null ? null : { ...spread, scenario: undefined },
    createdBy: createdBy(),
  };
  return {
    'tornado.csv': () => tornadoCsv(tornado),
    'sensitivity.json': () => `${JSON.stringify(content, null, 2)}\n`,
    ...(spread === null ? {} : { 'draws.csv': () => drawsCsv(spread) }),
  };
}

function tornadoCsv({ rows, kpis }: Tornado): string {
  const columns = [
    ...['input', 'label', 'input_unit', 'low', 'value', 'high', 'source', 'quality'],
    ...['kpi', 'kpi_unit', 'at_low', 'at_value', 'at_high', 'swing'],
  ];
  const cells = rows.flatMap(({ input, bars }) =>
    bars.map(({ kpiId, atLow, atHigh, swing }, at): CsvCell[] => [
      ...[input.id, input.label, input.unit, input.low, input.value, input.high, input.source, input.quality],
      ...[kpiId, kpis[at]!.unit, atLow, kpis[at]!.value, atHigh, swing],
    ]),
  );
  return writeCsv(columns, cells);
}

function drawsCsv({ inputs, spreads, drawn }: MonteCarlo): string {
  const columns = ['draw', ...inputs.map(({ id }) => id), ...spreads.map(({ kpi }) => kpi.id)];
  const rows = drawn.map((row, draw): CsvCell[] => [
    draw,
    ...row,
    ...spreads.map(({ values }) => values[draw]!),
  ]);
  return writeCsv(columns, rows);
}

/** A table an indicator, the input that matters most first. */
export function tornadoText({ kpis, rows }: Tornado): string {
  const tables = kpis.map(({ id, label, unit, value }) => {
    const sorted = rows
      .map(({ input, bars }) => ({ input, bar: bars.find(({ kpiId }) => kpiId === id)! }))
      .sort((a, b) => b.bar.swing - a.bar.swing);
    const cells = sorted.map(({ input, bar }) => [
      input.label,
      `${formatNumber(input.low)} to ${formatNumber(input.high)}${input.unit === '1' ? '' : ` ${input.unit}`}`,
      formatQuantity(bar.atLow, unit),
      formatQuantity(bar.atHigh, unit),
      formatQuantity(bar.swing, unit),
      input.source,
    ]);
    const header = ['', 'Range', 'At low', 'At high', 'Swing', 'Source of the range'];
    return `${label}: ${formatQuantity(value, unit)}\n${columnsText([header, ...cells])}`;
  });
  return tables.join('\n\n');
}

/** P10, P50 and P90 of each indicator, and how they settled. */
export function spreadText({ status, asked, draws, seed, spreads }: MonteCarlo): string {
  const head = `${draws} of ${asked} draws, seed ${seed}${status === 'partial' ? ' (partial)' : ''}`;
  const lines = spreads.flatMap(({ kpi, p10, p50, p90, convergence }) => {
    const text = (value: number) => formatQuantity(value, kpi.unit);
    return [
      `${kpi.label}: P10 ${text(p10)}, P50 ${text(p50)}, P90 ${text(p90)}`,
      ...convergence.map(
        (point) => `  after ${point.draws} draws: ${text(point.p10)}, ${text(point.p50)}, ${text(point.p90)}`,
      ),
    ];
  });
  return [head, ...lines].join('\n');
}
