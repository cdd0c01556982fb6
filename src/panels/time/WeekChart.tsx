import { useMemo } from 'react';
import { BASELINE_ID, runOf, shownId, useActions, useAppState, useSpeech } from '../../state';
import { districtWeekW, NO_WEEK, weekRange } from '../../state/view';
import { useDayText, useOverBaseline, useScenarioColours } from '../inspector/BranchCharts';
import { Chart } from '../parts/Chart';

/** The district's import in the week on screen: the scenario over the baseline. */
export function WeekChart() {
  const actions = useActions();
  const colours = useScenarioColours();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const { words, number, moment } = useSpeech();
  const overBaseline = useOverBaseline();
  const step = useAppState((state) => state.step);
  const { fromStep, stepCount } = result === null ? NO_WEEK : weekRange(result, step);
  const xText = useDayText(fromStep, result?.stepS ?? 3600);
  const chart = useMemo(() => {
    if (result === null) return null;
    const range = { fromStep, stepCount };
    const kilowatts = (values: Float64Array) => values.map((w) => w / 1000);
    const own = kilowatts(districtWeekW(result, range));
    const before =
      isBaseline || baseline === null || baseline.stepS !== result.stepS
        ? null
        : kilowatts(districtWeekW(baseline, range));
    return { x: Float64Array.from(own, (_, i) => i), series: overBaseline(own, before, colours) };
  }, [result, baseline, fromStep, stepCount, isBaseline, overBaseline, colours]);
  if (chart === null) return <div className="chart" />;
  return (
    <Chart
      title={words('time.week')}
      summary={words('time.weekSummary', {
        moment: moment(fromStep, result?.stepS ?? 3600, result?.startWeekday ?? 0),
        most: number(Math.max(...chart.series[0]!.values)),
      })}
      unit="kW"
      x={chart.x}
      xLabel={words('parts.time')}
      xText={xText}
      series={chart.series}
      height={104}
      xMarks={(24 * 3600) / (result?.stepS ?? 3600)}
      marker={step - fromStep}
      onPick={(x) => actions.setStep(fromStep + x)}
    />
  );
}
