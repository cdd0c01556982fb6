import { useId, useState } from 'react';
import {
  ELEMENT_METRICS,
  largestChanges,
  type ComparedScenario,
  type ElementMetricId,
} from '../../study/comparison';
import { kpiText, type TextTable } from '../../state/view';
import { formatDelta } from '../../units';
import { LoadingMaps } from './LoadingMaps';
import { PlainTable, SaveTable } from './SaveTable';
import { shownScenarios, type Shown } from './shown';

const SHOWN = 12;
const KIND_WORDS = { transformer: 'Transformer', line: 'Line', bus: 'Bus' } as const;

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
  const { comparison, names } = shown;
  const [ofScenario, ofMetric] = [useId(), useId()];
  const others = shownScenarios(shown).filter(({ key }) => key !== comparison.baselineKey);
  const [ownKey, setOwnKey] = useState<string | null>(null);
  const [metric, setMetric] = useState<ElementMetricId>('loadingMax');
  const chosen = others.find(({ key }) => key === ownKey) ?? others.at(-1);
  if (chosen === undefined) return null;
  const table = changesTable(chosen, metric, names.get(comparison.baselineKey)!, names.get(chosen.key)!);
  return (
    <>
      <h3>What changes most</h3>
      <div className="row wrap">
        <label htmlFor={ofScenario}>Scenario</label>
        <select id={ofScenario} value={chosen.key} onChange={(event) => setOwnKey(event.target.value)}>
          {others.map(({ key }) => (
            <option key={key} value={key}>
              {names.get(key)}
            </option>
          ))}
        </select>
        <label htmlFor={ofMetric}>Figure</label>
        <select
          id={ofMetric}
          value={metric}
          onChange={(event) => setMetric(event.target.value as ElementMetricId)}
        >
          {ELEMENT_METRICS.map(({ id, label }) => (
            <option key={id} value={id}>
              {label}
            </option>
          ))}
        </select>
        <span className="spacer" />
        <SaveTable name="places.csv" label="Save what changes most as CSV" table={table} />
      </div>
      {table.rows.length === 0 ? (
        <p className="muted">This figure is the same at every element.</p>
      ) : (
        <PlainTable table={table} label="What changes most" numbers={[2, 3, 4]} />
      )}
    </>
  );
}

function changesTable(
  { elements }: ComparedScenario,
  metric: ElementMetricId,
  before: string,
  after: string,
): TextTable {
  const { unit } = ELEMENT_METRICS.find(({ id }) => id === metric)!;
  // Loadings differ in points.
  const [shownUnit, factor] = metric === 'loadingMax' ? ['%', 100] : [unit, 1];
  return {
    columns: ['Element', 'Kind', before, after, 'Change'],
    rows: largestChanges(elements, metric, SHOWN).map(({ id, kind, figures }) => {
      const figure = figures.find((one) => one.metric === metric)!;
      const [was, is] = [figure.before * factor, figure.after * factor];
      return [
        ...[id, KIND_WORDS[kind], kpiText(was, shownUnit), kpiText(is, shownUnit)],
        formatDelta(is, was, shownUnit),
      ];
    }),
  };
}
