import { useMemo } from 'react';
import { HORIZON_YEARS, scenariosOf, useAppState, type BuildingState } from '../../state';
import { Chart } from '../parts/Chart';
import { useTheme } from '../parts/theme';
import { cashFlowSeries } from './cashFlowSeries';
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
  const scenarios = useAppState(scenariosOf);
  const series = useMemo(
    () => cashFlowSeries({ states, against, scenarios, theme }, nameOf),
    [states, against, scenarios, theme, nameOf],
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
      xText={(year) => words('building.packages.yearAt', { year: Math.round(year) })}
      series={series}
      height={210}
      yDomain={[low, high]}
      csvName="cash-flow.csv"
    />
  );
}
