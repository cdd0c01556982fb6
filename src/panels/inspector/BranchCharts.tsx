import { useMemo } from 'react';
import {
  BASELINE_ID,
  runOf,
  scenarioOf,
  scenariosOf,
  shownId,
  useActions,
  useAppState,
  useAppStore,
  useSpeech,
  useWords,
  type Selection,
} from '../../state';
import { RAMPS } from '../../state/display';
import {
  branchWeekPercent,
  durationCurve,
  scenarioName,
  transformersOf,
  transformerYearPercent,
  weekRange,
} from '../../state/view';
import { Chart, type ChartSeries } from '../parts/Chart';
import { useTheme } from '../parts/theme';
import { listOf } from '../../words';

const LIMITS = [100];

/** Colour of a scenario, the same in every chart. */
export function useScenarioColours(): { shown: string; baseline: string } {
  const theme = useTheme();
  const row = useAppState((state) => scenariosOf(state).findIndex(({ id }) => id === shownId(state)));
  return useMemo(() => {
    const ramp = RAMPS.scenarios[theme];
    return { shown: ramp[Math.min(Math.max(row, 0), ramp.length - 1)]!, baseline: ramp[0]! };
  }, [theme, row]);
}

/** Short weekday names at the days of the week on screen. */
export function useDayText(fromStep: number, stepS: number): (x: number) => string {
  const words = useWords();
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  const weekdays = listOf(words('time.weekdaysShort'));
  return (x) => {
    const hour = ((x * stepS) / 3600) % 24;
    const day = Math.floor(((fromStep + x) * stepS) / 86_400);
    const name = weekdays[(startWeekday + day) % 7]!;
    return hour === 0
      ? name
      : words('time.ofDay', { weekday: name, hour: String(Math.floor(hour)).padStart(2, '0') });
  };
}

/** The week around the moment on screen and, for a transformer, the year sorted by size; the baseline dashed. */
export function BranchCharts({ selection }: { readonly selection: Selection }) {
  const store = useAppStore();
  const actions = useActions();
  const colours = useScenarioColours();
  const id = useAppState(shownId);
  const { words, percent, moment } = useSpeech();
  const overBaseline = useOverBaseline();
  const result = useAppState((state) => runOf(state, shownId(state)).result);
  const baseline = useAppState((state) => runOf(state, BASELINE_ID).result);
  const ownWeek = useAppState((state) => state.weeks[shownId(state)]);
  const baseWeek = useAppState((state) => state.weeks[BASELINE_ID]);
  // What a transformer may carry is its scenario's.
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  const step = useAppState((state) => state.step);
  const range = result === null ? null : weekRange(result, step);
  const fromStep = range?.fromStep ?? 0;
  const stepS = result?.stepS ?? 3600;
  const xText = useDayText(fromStep, stepS);

  const week = useMemo((): { x: Float64Array; series: ChartSeries[] } | null => {
    void [ownWeek, baseWeek, result, baseline, fromStep, transformers];
    const state = store.getState();
    const own = branchWeekPercent(state, id, selection);
    if (own === null) return null;
    const before = id === BASELINE_ID ? null : branchWeekPercent(state, BASELINE_ID, selection);
    const x = Float64Array.from(own, (_, i) => i);
    return { x, series: overBaseline(own, before, colours) };
  }, [
    store,
    id,
    selection,
    overBaseline,
    colours,
    ownWeek,
    baseWeek,
    result,
    baseline,
    fromStep,
    transformers,
  ]);

  const year = useMemo((): { x: Float64Array; series: ChartSeries[] } | null => {
    void transformers;
    if (result === null || selection.kind !== 'transformer') return null;
    const state = store.getState();
    const own = transformerYearPercent(state, id, selection.id);
    if (own === null) return null;
    const before =
      id === BASELINE_ID || baseline === null || baseline.stepCount !== result.stepCount
        ? null
        : transformerYearPercent(state, BASELINE_ID, selection.id);
    const x = Float64Array.from(own, (_, i) => ((i + 1) * result.stepS) / 3600);
    return { x, series: overBaseline(durationCurve(own), before && durationCurve(before), colours) };
  }, [store, transformers, result, baseline, selection, id, overBaseline, colours]);

  return (
    <>
      {week === null ? null : (
        <Chart
          title={words('inspector.branch.weekTitle')}
          summary={words('inspector.branch.weekSummary', {
            moment: moment(fromStep, stepS, result?.startWeekday ?? 0),
            most: percent(Math.max(...week.series[0]!.values.filter(Number.isFinite))),
          })}
          unit="%"
          x={week.x}
          xLabel={words('parts.time')}
          xText={xText}
          series={week.series}
          height={130}
          xMarks={(24 * 3600) / stepS}
          marker={step - fromStep}
          limits={LIMITS}
          onPick={(x) => actions.setStep(fromStep + x)}
        />
      )}
      {year === null ? null : (
        <Chart
          title={words('inspector.branch.duration')}
          summary={words('inspector.branch.durationSummary', {
            most: percent(year.series[0]!.values[0]!),
            least: percent(year.series[0]!.values.at(-1)!),
          })}
          unit="%"
          x={year.x}
          xLabel={words('inspector.branch.hoursAbove')}
          xText={(x) => `${Math.round(x)} h`}
          series={year.series}
          height={120}
          limits={LIMITS}
        />
      )}
    </>
  );
}

type OverBaseline = (
  own: Float64Array,
  before: Float64Array | null,
  colours: { readonly shown: string; readonly baseline: string },
) => ChartSeries[];

/** The curve of the scenario on screen, over that of the baseline where there is one. */
export function useOverBaseline(): OverBaseline {
  const words = useWords();
  const name = useAppState((state) => {
    const scenario = scenarioOf(state, shownId(state));
    return scenario === undefined ? '' : scenarioName(scenario, words);
  });
  return useMemo(
    () => (own, before, colours) => {
      const first: ChartSeries = { label: name, values: own, colour: colours.shown };
      if (before === null || before.length !== own.length) return [first];
      const label = words('parts.baseline');
      return [first, { label, values: before, colour: colours.baseline, dashed: true }];
    },
    [words, name],
  );
}
