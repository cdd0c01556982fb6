import { useId } from 'react';
import { useActions, useAppState, type ComparableYear } from '../../state';
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
        <label htmlFor={select}>Held against</label>
        <select id={select} value={baselineId} onChange={(event) => onBaseline(event.target.value)}>
          {ready.map(({ scenario: { id, name } }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
      <fieldset className="shown-scenarios">
        <legend className="hidden">Scenarios shown</legend>
        {ready.map(({ scenario: { id, name } }) => (
          <label key={id} title={id === baselineId ? 'The others are held against it' : undefined}>
            <input
              type="checkbox"
              checked={id === baselineId || !hidden.has(id)}
              disabled={id === baselineId}
              onChange={() => toggle(id)}
            />
            <span className="swatch" style={{ backgroundColor: penOf(id) }} />
            {name}
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
  const study = useAppState((state) => state.comparison);
  if (study === null || study.status === 'ready') return null;
  if (study.status === 'running')
    return (
      <p className="study-state" role="status">
        <progress aria-label="Comparison" />
        <span>{study.stage}</span>
        <button type="button" className="button small" onClick={() => actions.comparison.cancel()}>
          Cancel<span className="hidden"> the comparison</span>
        </button>
      </p>
    );
  return (
    <p className="study-state" role="status">
      <span className="tag warning">partial</span>
      <span>{study.status === 'failed' ? 'failed' : 'cancelled'}</span>
      <button
        type="button"
        className="button small"
        onClick={() => void actions.comparison.compare(study.baselineId)}
      >
        Go on<span className="hidden"> with the comparison</span>
      </button>
    </p>
  );
}
