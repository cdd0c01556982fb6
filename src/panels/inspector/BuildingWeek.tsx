import { useMemo } from 'react';
import { END_USES } from '../../model/run';
import { BASELINE_ID, runOf, scenarioOf, shownId, useActions, useAppState, useSpeech } from '../../state';
import { RAMPS } from '../../state/display';
import { buildingWeekW, NO_WEEK, scenarioName, weekRange } from '../../state/view';
import { Chart, type ChartSeries } from '../parts/Chart';
import { useTheme } from '../parts/theme';
import { useDayText, useScenarioColours } from './BranchCharts';

/** Net power of the week on screen and, as thinner curves, each end use in it; the baseline dashed. */
export function BuildingWeek() {
  const actions = useActions();
  const theme = useTheme();
  const colours = useScenarioColours();
  const { words, number } = useSpeech();
  const year = useAppState((state) => state.buildingYears[shownId(state)]);
  const before = useAppState((state) => state.buildingYears[BASELINE_ID]);
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const isBaseline = useAppState((state) => shownId(state) === BASELINE_ID);
  const name = useAppState((state) => {
    const scenario = scenarioOf(state, shownId(state));
    return scenario === undefined ? '' : scenarioName(scenario, words);
  });
  const step = useAppState((state) => state.step);
  const { fromStep, stepCount } = result === null ? NO_WEEK : weekRange(result, step);
  const xText = useDayText(fromStep, result?.stepS ?? 3600);
  const chart = useMemo(() => {
    if (year === undefined || result === null) return null;
    const kilowatts = (values: Float64Array) => values.map((w) => w / 1000);
    const range = { fromStep, stepCount };
    const week = buildingWeekW(year, result, range);
    const series: ChartSeries[] = END_USES.flatMap((endUse, use) => {
      const values = kilowatts(week.endUseW[use]!);
      if (values.every((value) => value === 0)) return [];
      return [
        { label: words(`facts.endUses.${endUse}`), values, colour: RAMPS.endUses[theme][use]!, width: 1.25 },
      ];
    });
    series.unshift({
      label: words('inspector.building.net', { name }),
      values: kilowatts(week.netW),
      colour: colours.shown,
      width: 2.25,
    });
    if (!isBaseline && before !== undefined) {
      const values = kilowatts(buildingWeekW(before, result, range).netW);
      series.push({
        label: words('inspector.building.net', { name: words('parts.baseline') }),
        values,
        colour: colours.baseline,
        dashed: true,
      });
    }
    return { x: Float64Array.from(week.netW, (_, i) => i), series };
  }, [
    year,
    before,
    result,
    fromStep,
    stepCount,
    theme,
    isBaseline,
    name,
    words,
    colours.shown,
    colours.baseline,
  ]);
  if (chart === null) return <p className="muted">{words('inspector.building.computing')}</p>;
  return (
    <Chart
      title={words('inspector.week')}
      summary={words('inspector.building.weekSummary', {
        most: number(Math.max(...chart.series[0]!.values)),
      })}
      unit="kW"
      x={chart.x}
      xLabel={words('parts.time')}
      xText={xText}
      series={chart.series}
      // A car and a battery add up to four curves and two lines of names.
      height={chart.series.length > 6 ? 190 : 150}
      xMarks={(24 * 3600) / (result?.stepS ?? 3600)}
      marker={step - fromStep}
      onPick={(x) => actions.setStep(fromStep + x)}
    />
  );
}
