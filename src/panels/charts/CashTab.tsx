import { useMemo } from 'react';
import { BASELINE_ID, useSpeech } from '../../state';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { baselineOf, shownScenarios, type Shown } from '../compare/shown';
import { useScenarioPens } from '../compare/useScenarioPens';
import { Chart, type ChartSeries } from '../parts/Chart';

const KILO = 1000;
/** From here on the axis has no room for thousands. */
const MOST_KEUR = 9999;

/** Gained by the end of each year against the scenario that the others are held against: the ledger, summed up. */
export function CashTab({ shown }: { readonly shown: Shown }) {
  const { words, number } = useSpeech();
  const penOf = useScenarioPens();
  const { names } = shown;
  const all = shownScenarios(shown);
  const series = useMemo(
    () =>
      all.flatMap(({ key, scenario, presentValues }): ChartSeries[] => {
        const against = presentValues?.against;
        if (against?.known !== true) return [];
        let sumEur = 0;
        const values = Float64Array.from(against.ledger.rows, ({ totalEur }) => (sumEur -= totalEur) / KILO);
        const dashed = scenario.id === BASELINE_ID;
        return [{ label: names.get(key)!, values, colour: penOf(scenario.id), dashed, width: 2.5 }];
      }),
    [all, names, penOf],
  );
  const untold = all.flatMap(({ key, presentValues }) =>
    presentValues?.against?.known === false
      ? [words('charts.cash.untold', { name: names.get(key)!, reason: presentValues.against.reason })]
      : [],
  );
  const years = (series[0]?.values.length ?? 1) - 1;
  const isLarge = series.some(({ values }) => values.some((kEur) => Math.abs(kEur) > MOST_KEUR));
  const unit = isLarge ? 'MEUR' : 'kEUR';
  const drawn = isLarge
    ? series.map((one) => ({ ...one, values: one.values.map((kEur) => kEur / KILO) }))
    : series;
  const ends = drawn.flatMap(({ values }) => [...values]);
  return (
    <section data-part="cash-flow">
      <p className="muted small-text">{words('charts.cash.lead')}</p>
      {series.length === 0 ? (
        <p className="muted">{words('charts.cash.none')}</p>
      ) : (
        <Chart
          title={words('charts.cash.title', { name: names.get(baselineOf(shown).key)! })}
          summary={words('charts.cash.summary', {
            years,
            texts: drawn
              .map(({ label, values }) => `${label} ${number(values.at(-1)!)}${NARROW_NO_BREAK_SPACE}${unit}`)
              .join(', '),
          })}
          unit={unit}
          x={Float64Array.from({ length: years + 1 }, (_, year) => year)}
          xLabel={words('charts.cash.year')}
          xText={(year) => String(Math.round(year))}
          series={drawn}
          height={300}
          yDomain={[Math.min(0, ...ends), Math.max(0, ...ends)]}
          csvName="cash-flow.csv"
        />
      )}
      {untold.map((text) => (
        <p key={text} className="muted small-text">
          {text}
        </p>
      ))}
    </section>
  );
}
