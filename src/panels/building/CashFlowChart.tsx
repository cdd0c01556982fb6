import { useMemo } from 'react';
import { HORIZON_YEARS, type BuildingState } from '../../state';
import { RAMPS } from '../../state/display';
import { Chart, type ChartSeries } from '../parts/Chart';
import { useTheme } from '../parts/theme';
import { gainedIn } from './packageTable';
import { useTexts } from './useTexts';

const YEARS = Float64Array.from({ length: HORIZON_YEARS + 1 }, (_, year) => year);

/** Money gained against the base case by the end of each year, a line a package. */
export function CashFlowChart({
  states,
  against,
  nameOf,
}: {
  readonly states: readonly BuildingState[];
  readonly against: BuildingState;
  readonly nameOf: (state: BuildingState) => string;
}) {
  const texts = useTexts();
  const { words } = texts;
  const theme = useTheme();
  const ramp = RAMPS.scenarios[theme];
  const series = useMemo(
    () =>
      states.flatMap((state, row): ChartSeries[] => {
        const gained = gainedIn(state, against);
        // A price that nobody knows is no curve.
        if (gained === null || Number.isNaN(gained[0]!)) return [];
        return [
          {
            label: nameOf(state),
            values: gained.map((eur) => eur / 1000),
            colour: ramp[Math.min(row, ramp.length - 1)]!,
            // Every second one is broken: told apart without its colour.
            dashed: row % 2 === 1,
            width: state === against ? 1.5 : 2.5,
          },
        ];
      }),
    [states, against, nameOf, ramp],
  );
  const low = Math.min(0, ...series.flatMap(({ values }) => [...values]).filter(Number.isFinite));
  const high = Math.max(0, ...series.flatMap(({ values }) => [...values]).filter(Number.isFinite));
  if (series.length < 2) return null;
  return (
    <Chart
      title={words('building.packages.chart', { name: nameOf(against) })}
      summary={words('building.packages.chartSummary', {
        years: HORIZON_YEARS,
        texts: series
          .map(({ label, values }) => `${label} ${texts.inUnit(values.at(-1)!, 'kEUR')}`)
          .join(', '),
      })}
      unit="kEUR"
      x={YEARS}
      xLabel={words('building.packages.year')}
      xText={(year) => String(Math.round(year))}
      series={series}
      height={210}
      yDomain={[low, high]}
      csvName="cash-flow.csv"
    />
  );
}
