import { useMemo, useState } from 'react';
import { writeCsv } from '../../io/csv';
import { compareKpis } from '../../kpi';
import type { Scenario } from '../../model/scenario';
import { BASELINE_ID, scenariosOf, useAppState, type RunResult } from '../../state';
import { RAMPS } from '../../state/display';
import { districtWeekW, durationCurve, kpiDeltaText, kpisOf, kpiText, weekRange } from '../../state/view';
import { useDayText } from '../inspector/BranchCharts';
import { Chart, type ChartSeries } from '../parts/Chart';
import { Dialog } from '../parts/Dialog';
import { downloadText } from '../parts/download';
import { IconButton } from '../parts/IconButton';
import { useTheme } from '../parts/theme';

interface Compared {
  readonly id: string;
  readonly name: string;
  readonly scenario: Scenario;
  readonly result: RunResult;
}

const WORDS = { better: 'better', worse: 'worse', same: 'same', different: 'changed' } as const;

/** All indicators of all computed scenarios against the baseline, and their load curves over each other. */
export function CompareDialog({ onClose }: { readonly onClose: () => void }) {
  const scenarios = useAppState(scenariosOf);
  const runs = useAppState((state) => state.runs);
  const compared = useMemo(
    () =>
      scenarios.flatMap((scenario): Compared[] => {
        const { id, name } = scenario;
        const run = runs[id];
        return run?.result && run.status === 'ready' ? [{ id, name, scenario, result: run.result }] : [];
      }),
    [scenarios, runs],
  );
  const missing = scenarios.filter(({ id }) => compared.every((one) => one.id !== id));
  const baseline = compared.find(({ id }) => id === BASELINE_ID);
  return (
    <Dialog title="Compare scenarios" onClose={onClose} wide>
      {missing.length === 0 ? null : (
        <p className="callout">Not computed yet: {missing.map(({ name }) => name).join(', ')}.</p>
      )}
      {baseline === undefined ? (
        <p>The baseline is being computed.</p>
      ) : (
        <>
          <KpiTable baseline={baseline} others={compared.filter((one) => one !== baseline)} />
          <Curves compared={compared} />
        </>
      )}
    </Dialog>
  );
}

function KpiTable({
  baseline,
  others,
}: {
  readonly baseline: Compared;
  readonly others: readonly Compared[];
}) {
  const base = kpisOf(baseline.result, baseline.scenario);
  const deltas = others.map(({ result, scenario }) => compareKpis(base, kpisOf(result, scenario)));
  const columns = [
    'Indicator',
    baseline.name,
    ...others.flatMap(({ name }) => [name, `${name}: change`, `${name}: verdict`]),
  ];
  const rows = base.map((kpi, row) => [
    kpi.label,
    kpiText(kpi.value, kpi.unit),
    ...deltas.flatMap((column) => {
      const { b, a, verdict } = column[row]!;
      return [kpiText(b, kpi.unit), kpiDeltaText(b, a, kpi.unit), WORDS[verdict]];
    }),
  ]);
  return (
    <>
      <div className="scroll" tabIndex={0} role="region" aria-label="Indicators of the scenarios">
        <table className="compare">
          <thead>
            <tr>
              {columns.map((column, at) => (
                <th key={column} scope="col" className={at === 0 ? undefined : 'number'}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(([label, ...cells], row) => (
              <tr
                key={label}
                title={`${base[row]!.definition} Boundary: ${base[row]!.boundary}. Source: ${base[row]!.source}.`}
              >
                <th scope="row">{label}</th>
                {cells.map((cell, at) => (
                  <td key={columns[at + 1]} className="number">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <IconButton
        className="save"
        icon="download"
        label="Save this comparison as CSV"
        text="CSV"
        onClick={() => downloadText('comparison.csv', writeCsv(columns, rows))}
      />
    </>
  );
}

function Curves({ compared }: { readonly compared: readonly Compared[] }) {
  const theme = useTheme();
  const step = useAppState((state) => state.step);
  const scenarios = useAppState(scenariosOf);
  const [first] = compared;
  const stepS = first?.result.stepS ?? 3600;
  const fromStep = first === undefined ? 0 : weekRange(first.result, step).fromStep;
  const xText = useDayText(fromStep, stepS);
  const [kind, setKind] = useState<'week' | 'year'>('year');
  const series = useMemo(
    () =>
      compared
        .filter(({ result }) => result.stepS === stepS)
        .map(({ id, name, result }): ChartSeries => {
          const values =
            kind === 'week' ? districtWeekW(result, fromStep) : durationCurve(result.table.sourcePW);
          const row = scenarios.findIndex((one) => one.id === id);
          return {
            label: name,
            values: values.map((w) => w / 1000),
            colour: RAMPS.scenarios[theme][Math.min(Math.max(row, 0), 4)]!,
            dashed: id === BASELINE_ID,
          };
        }),
    [compared, kind, fromStep, stepS, theme, scenarios],
  );
  const x = useMemo(
    () =>
      Float64Array.from(series[0]?.values ?? [], (_, i) => (kind === 'week' ? i : ((i + 1) * stepS) / 3600)),
    [series, kind, stepS],
  );
  if (series.length === 0) return null;
  return (
    <>
      <div className="row">
        <button
          type="button"
          className="button small"
          aria-pressed={kind === 'year'}
          onClick={() => setKind('year')}
        >
          Year, sorted by size
        </button>
        <button
          type="button"
          className="button small"
          aria-pressed={kind === 'week'}
          onClick={() => setKind('week')}
        >
          Week on screen
        </button>
      </div>
      <Chart
        key={kind}
        title={
          kind === 'week' ? 'District import in the week on screen' : 'Duration curve of the district import'
        }
        summary={series
          .map((one) => `${one.label} at most ${Math.round(Math.max(...one.values.subarray(0, 8760)))} kW`)
          .join('; ')}
        unit="kW"
        x={x}
        xLabel={kind === 'week' ? 'Time' : 'Hours above'}
        xText={kind === 'week' ? xText : (hours) => `${Math.round(hours)} h`}
        series={series}
        height={220}
      />
    </>
  );
}
