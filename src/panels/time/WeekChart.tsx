import { useMemo } from 'react';
import { BASELINE_ID, runOf, scenarioOf, shownId, stepText, useActions, useAppState } from '../../state';
import { districtWeekW, weekRange } from '../../state/view';
import { formatNumber } from '../../units';
import { overBaseline, useDayText, useScenarioColours } from '../inspector/BranchCharts';
import { Chart } from '../parts/Chart';

/** The district's import in the week on screen: the scenario over the baseline. */
export function WeekChart() {
  const actions = useActions();
  const colours = useScenarioColours();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const name = useAppState((state) => scenarioOf(state, shownId(state))?.name ?? '');
  const step = useAppState((state) => state.step);
  const fromStep = result === null ? 0 : weekRange(result, step).fromStep;
  const xText = useDayText(fromStep, result?.stepS ?? 3600);
  const chart = useMemo(() => {
    if (result === null) return null;
    const kilowatts = (values: Float64Array) => values.map((w) => w / 1000);
    const own = kilowatts(districtWeekW(result, fromStep));
    const before =
      isBaseline || baseline === null || baseline.stepS !== result.stepS
        ? null
        : kilowatts(districtWeekW(baseline, fromStep));
    return { x: Float64Array.from(own, (_, i) => i), series: overBaseline(name, own, before, colours) };
  }, [result, baseline, fromStep, isBaseline, name, colours]);
  if (chart === null) return <div className="chart" />;
  return (
    <Chart
      title="District import this week"
      summary={`From ${stepText(fromStep, result?.stepS ?? 3600, result?.startWeekday ?? 0)}; at most ${formatNumber(Math.max(...chart.series[0]!.values))} kW.`}
      unit="kW"
      x={chart.x}
      xLabel="Time"
      xText={xText}
      series={chart.series}
      height={104}
      xMarks={(24 * 3600) / (result?.stepS ?? 3600)}
      marker={step - fromStep}
      onPick={(x) => actions.setStep(fromStep + x)}
    />
  );
}
