import { runOf, scenariosOf, useActions, useAppState, type ScenarioRun } from '../../state';
import type { Scenario } from '../../model/scenario';

const STAGE_WORDS = { compile: 'preparing', year: 'computing the year', finish: 'finishing' } as const;

/** What is being computed, how far it is, and a way to stop it. */
export function RunState() {
  const scenarios = useAppState(scenariosOf);
  const runs = useAppState((state) => state.runs);
  const activeId = useAppState((state) => state.activeId);
  const noteworthy = scenarios
    .map((scenario) => ({ scenario, run: runs[scenario.id] ?? null }))
    .filter(
      (one): one is { scenario: Scenario; run: ScenarioRun } =>
        one.run !== null && one.run.status !== 'ready',
    );
  if (scenarios.length === 0) return null;
  if (noteworthy.length === 0) return <span className="run-state muted">All results computed</span>;
  const first = noteworthy.find(({ scenario }) => scenario.id === activeId) ?? noteworthy[0]!;
  const others = noteworthy.filter((one) => one !== first);
  return (
    <ul className="run-state" aria-label="Runs">
      <RunLine scenario={first.scenario} />
      {others.length === 0 ? null : (
        <li
          className="muted"
          title={others.map(({ scenario, run }) => `${scenario.name}: ${run.status}`).join('\n')}
        >
          and {others.length} more
        </li>
      )}
    </ul>
  );
}

function RunLine({ scenario }: { readonly scenario: Scenario }) {
  const run = useAppState((state) => runOf(state, scenario.id));
  const { runs } = useActions();
  if (run.status === 'running' || run.status === 'waiting') {
    const percent = Math.round((run.progress?.done ?? 0) * 100);
    const remainingS = run.progress?.remainingS ?? null;
    const remaining = remainingS === null ? '' : `, about ${Math.max(1, Math.round(remainingS))} s left`;
    return (
      <li>
        <span title={STAGE_WORDS[run.progress?.stage ?? 'compile']}>
          {scenario.name}: {percent} %{remaining}
        </span>
        <progress max={100} value={percent} aria-label={`Run of ${scenario.name}`} />
        <button type="button" className="button small" onClick={() => runs.cancel(scenario.id)}>
          Cancel<span className="hidden"> the run of {scenario.name}</span>
        </button>
      </li>
    );
  }
  return (
    <li>
      <span title={run.issues[0]?.message}>
        {scenario.name}: {run.status}
      </span>
      <button type="button" className="button small" onClick={() => runs.retry(scenario.id)}>
        Run again<span className="hidden"> {scenario.name}</span>
      </button>
    </li>
  );
}
