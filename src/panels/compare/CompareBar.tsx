import { useId } from 'react';
import { useActions, useAppState, useWords, type ComparableYear } from '../../state';
import { scenarioName } from '../../state/view';
import type { Shown } from './shown';
import { ReportButton } from './ReportButton';
import { useScenarioPens } from './useScenarioPens';

interface CompareBarProps {
  readonly ready: readonly ComparableYear[];
  readonly baselineId: string;
  readonly hidden: ReadonlySet<string>;
  readonly shown: Shown | null;
  readonly onBaseline: (id: string) => void;
  readonly onHidden: (hidden: ReadonlySet<string>) => void;
}

/** What is held against what, how far it is, and the report of it. */
export function CompareBar({ ready, baselineId, hidden, shown, onBaseline, onHidden }: CompareBarProps) {
  const words = useWords();
  const select = useId();
  const penOf = useScenarioPens();
  const toggle = (id: string) => {
    const next = new Set(hidden);
    if (!next.delete(id)) next.add(id);
    onHidden(next);
  };
  return (
    <div className="compare-bar">
      <div className="row">
        <label htmlFor={select}>{words('compare.bar.against')}</label>
        <select id={select} value={baselineId} onChange={(event) => onBaseline(event.target.value)}>
          {ready.map(({ scenario }) => (
            <option key={scenario.id} value={scenario.id}>
              {scenarioName(scenario, words)}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="shown-scenarios">
        <legend className="hidden">{words('compare.bar.shown')}</legend>
        {ready.map(({ scenario: { id, name } }) => (
          <label key={id} title={id === baselineId ? words('compare.bar.fixed') : undefined}>
            <input
              type="checkbox"
              checked={id === baselineId || !hidden.has(id)}
              disabled={id === baselineId}
              onChange={() => toggle(id)}
            />
            <span className="swatch" style={{ backgroundColor: penOf(id) }} />
            {scenarioName({ id, name }, words)}
          </label>
        ))}
      </fieldset>
      <div className="compare-end">
        {shown === null ? null : <ReportButton shown={shown} />}
        <Standing />
      </div>
    </div>
  );
}

/** How far the comparison is, with a way to stop what takes long. */
function Standing() {
  const actions = useActions();
  const words = useWords();
  const study = useAppState((state) => state.comparison);
  if (study === null || study.status === 'ready') return null;
  if (study.status === 'running')
    return (
      <p className="study-state" role="status">
        <progress aria-label={words('compare.bar.what')} />
        <span>{words(`compare.bar.stages.${study.stage}`)}</span>
        <button type="button" className="button small" onClick={() => actions.comparison.cancel()}>
          {words('compare.bar.cancel')}
          <span className="hidden">{words('compare.bar.cancelWhat')}</span>
        </button>
      </p>
    );
  return (
    <p className="study-state" role="status">
      <span className="tag warning">{words('compare.bar.partial')}</span>
      <span>{words(`compare.bar.${study.status}`)}</span>
      <button
        type="button"
        className="button small"
        onClick={() => void actions.comparison.compare(study.baselineId)}
      >
        {words('compare.bar.goOn')}
        <span className="hidden">{words('compare.bar.goOnWith')}</span>
      </button>
    </p>
  );
}
