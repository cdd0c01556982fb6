import { useMemo } from 'react';
import { busOfElement, type OneLineGrid } from '../../geometry/oneLine';
import { listOf } from '../../words';
import {
  runOf,
  shownId,
  useActions,
  useAppParts,
  useAppState,
  useAppStore,
  useSpeech,
  type Selection,
} from '../../state';
import { RAMPS } from '../../state/display';
import { isHidden } from '../../state/present';
import { oneLineGridOf } from '../../state/view/oneLine';
import {
  profileBuses,
  profileVoltages,
  voltageLimits,
  type ProfileBuses,
} from '../../state/view/voltageProfile';
import { Chart, type ChartSeries } from '../parts/Chart';
import { fileNameOf } from '../parts/download';
import { useTheme } from '../parts/theme';

/** Above and below what is drawn. */
const ROOM_PU = 0.01;

/** Voltage of each phase against the way from the busbar, at the hour on screen. */
export function VoltageProfile({ selection }: { readonly selection: Selection }) {
  const grid = useAppState(oneLineGridOf);
  const buses = useMemo(() => (grid === null ? null : profileBuses(grid, selection)), [grid, selection]);
  return grid === null || buses === null || buses.busRows.length < 2 ? null : (
    <Profile grid={grid} buses={buses} selection={selection} />
  );
}

interface ProfileProps {
  readonly grid: OneLineGrid;
  readonly buses: ProfileBuses;
  readonly selection: Selection;
}

function Profile({ grid, buses, selection }: ProfileProps) {
  const actions = useActions();
  const { words, number, quantity } = useSpeech();
  const district = useAppState((state) => state.loaded?.district.id ?? 'district');
  const limits = useAppState(voltageLimits);
  const series = useSeries(grid, buses);
  const points = useMemo(
    () => ({ above: buses.above, names: buses.busIds, nameLabel: words('oneLine.profile.bus') }),
    [buses, words],
  );
  if (series === null) return <p className="muted">{words('oneLine.profile.waiting')}</p>;
  const title =
    buses.of === 'station'
      ? words('oneLine.profile.ofStation', { id: buses.id })
      : words(buses.of === 'feeder' ? 'oneLine.profile.title' : 'oneLine.profile.ofSources');
  const { low, high } = extremesOf(series, buses);
  const { lowerPu, upperPu } = limits;
  const selected = buses.busRows.indexOf(busOfElement(grid, selection));
  return (
    <Chart
      title={title}
      summary={words('oneLine.profile.summary', {
        ...{ low: number(low.pu, 4), lowBus: low.busId, high: number(high.pu, 4), highBus: high.busId },
        ...{ lower: number(lowerPu), upper: number(upperPu) },
      })}
      unit="pu"
      x={buses.distanceM}
      xLabel={words('oneLine.profile.distance')}
      xText={(x) => quantity(x, 'm')}
      series={series}
      height={170}
      limits={[lowerPu, upperPu]}
      points={points}
      yRange={[Math.min(low.pu, lowerPu) - ROOM_PU, Math.max(high.pu, upperPu) + ROOM_PU]}
      marker={selected < 0 ? undefined : buses.distanceM[selected]}
      csvName={`${fileNameOf(district, 'voltage', buses.id)}.csv`}
      onPick={(_, row) => actions.select({ kind: 'bus', id: buses.busIds[row]! }, true)}
    />
  );
}

/** One series for each phase that is known anywhere along the feeder; null without any. */
function useSeries(grid: OneLineGrid, buses: ProfileBuses): readonly ChartSeries[] | null {
  const store = useAppStore();
  const theme = useTheme();
  const { words } = useSpeech();
  const values = useAppParts((state) => [
    state.step,
    shownId(state),
    runOf(state, shownId(state)).result,
    state.weeks[shownId(state)],
    isHidden(state),
  ]);
  return useMemo(() => {
    void values;
    const voltages = profileVoltages(store.getState(), grid, buses);
    const labels = listOf(words('oneLine.profile.phases'));
    const series = (voltages ?? []).flatMap((column, phase): ChartSeries[] =>
      column.every(Number.isNaN)
        ? []
        : [{ label: labels[phase]!, values: column, colour: RAMPS.scenarios[theme][phase + 1]! }],
    );
    return series.length === 0 ? null : series;
  }, [values, store, grid, buses, theme, words]);
}

interface Extreme {
  readonly pu: number;
  readonly busId: string;
}

function extremesOf(
  series: readonly ChartSeries[],
  { busIds }: ProfileBuses,
): { readonly low: Extreme; readonly high: Extreme } {
  let low: Extreme = { pu: Infinity, busId: '' };
  let high: Extreme = { pu: -Infinity, busId: '' };
  for (const { values } of series)
    values.forEach((pu, row) => {
      if (pu < low.pu) low = { pu, busId: busIds[row]! };
      if (pu > high.pu) high = { pu, busId: busIds[row]! };
    });
  return { low, high };
}
