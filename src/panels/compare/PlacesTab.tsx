import { useId, useState } from 'react';
import {
  ELEMENT_METRICS,
  largestChanges,
  type ComparedScenario,
  type ElementMetricId,
} from '../../study/comparison';
import { useSpeech } from '../../state';
import type { Speech, TextTable } from '../../state/view';
import { LoadingMaps } from './LoadingMaps';
import { PlainTable, SaveTable } from './SaveTable';
import { shownScenarios, type Shown } from './shown';

const SHOWN = 12;

/** Where the scenarios differ: maps on one scale, and the elements that change most. */
export function PlacesTab({ shown }: { readonly shown: Shown }) {
  return (
    <>
      <LoadingMaps shown={shown} />
      <Changes shown={shown} />
    </>
  );
}

function Changes({ shown }: { readonly shown: Shown }) {
  const speech = useSpeech();
  const { words } = speech;
  const { comparison, names } = shown;
  const [ofScenario, ofMetric] = [useId(), useId()];
  const others = shownScenarios(shown).filter(({ key }) => key !== comparison.baselineKey);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [metric, setMetric] = useState<ElementMetricId>('loadingMax');
  const chosen = others.find(({ key }) => key === ownKey) ?? others.at(-1);
  if (chosen === undefined) return null;
  const ends = [names.get(comparison.baselineKey)!, names.get(chosen.key)!] as const;
  const table = changesTable(chosen, metric, ends, speech);
  return (
    <>
      <h3>{words('compare.places.title')}</h3>
      <div className="row wrap">
        <label htmlFor={ofScenario}>{words('compare.places.scenario')}</label>
        <select id={ofScenario} value={chosen.key} onChange={(event) => setOwnKey(event.target.value)}>
          {others.map(({ key }) => (
            <option key={key} value={key}>
              {names.get(key)}
            </option>
          ))}
        </select>
        <label htmlFor={ofMetric}>{words('compare.places.figure')}</label>
        <select
          id={ofMetric}
          value={metric}
          onChange={(event) => setMetric(event.target.value as ElementMetricId)}
        >
          {ELEMENT_METRICS.map(({ id }) => (
            <option key={id} value={id}>
              {words(`compare.places.metrics.${id}`)}
            </option>
          ))}
        </select>
        <span className="spacer" />
        <SaveTable name="places.csv" label={words('compare.places.save')} table={table} />
      </div>
      {table.rows.length === 0 ? (
        <p className="muted">{words('compare.places.none')}</p>
      ) : (
        <PlainTable table={table} label={words('compare.places.title')} numbers={[2, 3, 4]} />
      )}
    </>
  );
}

function changesTable(
  { elements }: ComparedScenario,
  metric: ElementMetricId,
  [before, after]: readonly [before: string, after: string],
  { words, kpi, delta }: Speech,
): TextTable {
  const { unit } = ELEMENT_METRICS.find(({ id }) => id === metric)!;
  // Loadings differ in points.
  const [shownUnit, factor] = metric === 'loadingMax' ? ['%', 100] : [unit, 1];
  return {
    columns: [
      ...[words('compare.places.element'), words('compare.places.kind')],
      ...[before, after, words('compare.places.change')],
    ],
    rows: largestChanges(elements, metric, SHOWN).map(({ id, kind, figures }) => {
      const figure = figures.find((one) => one.metric === metric)!;
      const [was, is] = [figure.before * factor, figure.after * factor];
      return [
        ...[id, words(`compare.places.kinds.${kind}`)],
        ...[kpi(was, shownUnit), kpi(is, shownUnit), delta(is, was, shownUnit)],
      ];
    }),
  };
}
