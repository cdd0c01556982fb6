import { useId, useMemo, useState } from 'react';
import { BASELINE_ID, useAppState, useWords } from '../../state';
import { weekRange } from '../../state/view';
import { DISTRICT_NODE, type NodeYear } from '../../study/comparison';
import { useDayText } from '../inspector/BranchCharts';
import { Chart, type ChartSeries } from '../parts/Chart';
import { Choice } from '../parts/Choice';
import { PlaceFigures } from './PlaceFigures';
import { baselineOf, type Shown } from './shown';
import { useScenarioPens } from './useScenarioPens';

const W_PER_KW = 1000;

/** Power at one place in all scenarios, hour by hour and sorted by size, on one scale that hiding a scenario leaves as it is. */
export function CurvesTab({ shown }: { readonly shown: Shown }) {
  const words = useWords();
  const place = useId();
  const penOf = useScenarioPens();
  const step = useAppState((state) => state.step);
  const [nodeId, setNodeId] = useState<string>(DISTRICT_NODE);
  const [kind, setKind] = useState<'week' | 'year'>('year');
  const { comparison, keys, names } = shown;
  const { scenarios, stepS } = comparison;
  const baseline = baselineOf(shown);
  const { fromStep, stepCount } = weekRange(baseline.year.result, step);
  const xText = useDayText(fromStep, stepS);
  const curves = useMemo(
    () =>
      scenarios.flatMap(({ key, scenario, nodes }) => {
        const node = nodes.find(({ id }) => id === nodeId);
        return node === undefined
          ? []
          : [{ key, id: scenario.id, values: valuesOf(node, kind, fromStep, stepCount) }];
      }),
    [scenarios, nodeId, kind, fromStep, stepCount],
  );
  const domain = useMemo(() => extremesOf(curves.map(({ values }) => values)), [curves]);
  const series = curves
    .filter(({ key }) => keys.includes(key))
    .map(({ key, id, values }): ChartSeries => ({
      label: names.get(key)!,
      values,
      colour: penOf(id),
      dashed: id === BASELINE_ID,
    }));
  const x = useMemo(
    () =>
      Float64Array.from(curves[0]?.values ?? [], (_, i) => (kind === 'week' ? i : ((i + 1) * stepS) / 3600)),
    [curves, kind, stepS],
  );
  const title = words(kind === 'week' ? 'compare.curves.ofWeek' : 'compare.curves.ofYear', {
    place: nodeId === DISTRICT_NODE ? words('compare.curves.import') : nodeId,
  });
  return (
    <>
      <div className="row wrap">
        <label htmlFor={place}>{words('compare.curves.place')}</label>
        <select id={place} value={nodeId} onChange={(event) => setNodeId(event.target.value)}>
          {placesOf(scenarios.map(({ nodes }) => nodes)).map((id) => (
            <option key={id} value={id}>
              {id === DISTRICT_NODE ? words('compare.curves.district') : id}
            </option>
          ))}
        </select>
        <Choice<'year' | 'week'>
          label={words('compare.curves.part')}
          value={kind}
          options={[
            { value: 'year', label: words('compare.curves.year') },
            { value: 'week', label: words('compare.curves.week') },
          ]}
          onChange={setKind}
        />
      </div>
      <Chart
        key={`${kind} ${nodeId}`}
        title={title}
        summary={series
          .map(({ label, values }) =>
            words('compare.curves.most', {
              name: label,
              power: Math.round(extremesOf([values])[1]),
            }),
          )
          .join('; ')}
        unit="kW"
        x={x}
        xLabel={words(kind === 'week' ? 'compare.curves.time' : 'compare.curves.hours')}
        xText={kind === 'week' ? xText : (hours) => `${Math.round(hours)} h`}
        series={series}
        height={340}
        yDomain={domain}
        csvName="curves.csv"
      />
      <PlaceFigures shown={shown} nodeId={nodeId} />
    </>
  );
}

function valuesOf(
  { hourlyW, durationW }: NodeYear,
  kind: 'week' | 'year',
  fromStep: number,
  stepCount: number,
): Float64Array {
  const values = kind === 'week' ? hourlyW.subarray(fromStep, fromStep + stepCount) : durationW;
  return values.map((powerW) => powerW / W_PER_KW);
}

function extremesOf(curves: readonly Float64Array[]): readonly [low: number, high: number] {
  let [low, high] = [0, 0];
  for (const values of curves)
    for (const value of values) [low, high] = [Math.min(low, value), Math.max(high, value)];
  return [low, high];
}

const placesOf = (nodes: readonly (readonly NodeYear[])[]): readonly string[] => [
  ...new Set(nodes.flatMap((all) => all.map(({ id }) => id))),
];
