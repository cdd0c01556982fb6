import { useMemo, useState } from 'react';
import { useSpeech, type TimelineStudy } from '../../state';
import { TIMELINE_CURVES, timelinePoints, type TimelineCurve } from '../../state/view/timeline';
import { useScenarioPens } from '../compare/useScenarioPens';
import { Chart } from '../parts/Chart';
import { Choice } from '../parts/Choice';

const FULL = [100];

/** One indicator of the scenario over the years that are there. */
export function TimelineChart({ study }: { readonly study: TimelineStudy }) {
  const { words, number } = useSpeech();
  const penOf = useScenarioPens();
  const [curve, setCurve] = useState<TimelineCurve>('worstTransformerLoading');
  const { found, investments } = study;
  const points = useMemo(() => timelinePoints({ found, investments }, curve), [found, investments, curve]);
  const name = words(`timeline.curves.${curve}`);
  const most = points === null ? -1 : points.values.indexOf(Math.max(...points.values));
  return (
    <>
      <div className="row wrap">
        <Choice
          label={words('timeline.chart')}
          value={curve}
          options={TIMELINE_CURVES.map((value) => ({ value, label: words(`timeline.curves.${value}`) }))}
          onChange={setCurve}
        />
      </div>
      {points === null ? null : (
        <Chart
          key={curve}
          title={name}
          summary={words('timeline.most', {
            name,
            value: `${number(points.values[most]!)} ${points.unit}`,
            year: points.years[most]!,
          })}
          unit={points.unit}
          x={points.years}
          xLabel={words('timeline.columns.year')}
          xText={(year) => (Number.isInteger(year) ? String(year) : '')}
          series={[{ label: name, values: points.values, colour: penOf(study.scenario.id) }]}
          height={220}
          {...(curve === 'worstTransformerLoading' ? { limits: FULL } : {})}
          csvName="timeline.csv"
        />
      )}
    </>
  );
}
