import {
  runOf,
  scenariosOf,
  useActions,
  useAppState,
  useSpeech,
  useWords,
  type ScenarioRun,
} from '../../state';
import { issueWords } from '../../words';
import type { Scenario } from '../../model/scenario';
import { scenarioName } from '../../state/view';

/** What is being computed, how far it is, and a way to stop it. */
export function RunState() {
  const scenarios = useAppState(scenariosOf);
  const runs = useAppState((state) => state.runs);
  const activeId = useAppState((state) => state.activeId);
  const words = useWords();
  const noteworthy = scenarios
    .map((scenario) => ({ scenario, run: runs[scenario.id] ?? null }))
    .filter(
      (one): one is { scenario: Scenario; run: ScenarioRun } =>
        one.run !== null && one.run.status !== 'ready',
    );
  if (scenarios.length === 0) return null;
  if (noteworthy.length === 0) return <span className="run-state muted">{words('top.run.all')}</span>;
  const first = noteworthy.find(({ scenario }) => scenario.id === activeId) ?? noteworthy[0]!;
  const others = noteworthy.filter((one) => one !== first);
  return (
    <ul className="run-state" aria-label={words('top.run.label')}>
      <RunLine scenario={first.scenario} />
      {others.length === 0 ? null : (
        <li
          className="muted"
          title={others
            .map(({ scenario, run }) =>
              words('top.run.line', {
                name: scenarioName(scenario, words),
                status: words(`top.run.statuses.${run.status}`),
              }),
            )
            .join('\n')}
        >
          {words('top.run.more', { number: others.length })}
        </li>
      )}
    </ul>
  );
}

function RunLine({ scenario }: { readonly scenario: Scenario }) {
  const run = useAppState((state) => runOf(state, scenario.id));
  const { runs } = useActions();
  const { words, language } = useSpeech();
  const [first] = run.issues;
  const reason = first === undefined ? undefined : issueWords(language, first).message;
  const name = scenarioName(scenario, words);
  if (run.status === 'running' || run.status === 'waiting') {
    const percent = Math.round((run.progress?.done ?? 0) * 100);
    const remainingS = run.progress?.remainingS ?? null;
    const remaining =
      remainingS === null ? '' : words('top.run.remaining', { seconds: Math.max(1, Math.round(remainingS)) });
    return (
      <li>
        <span title={words(`top.run.stages.${run.progress?.stage ?? 'compile'}`)}>
          {words('top.run.progress', { name, percent, remaining })}
        </span>
        <progress max={100} value={percent} aria-label={words('top.run.of', { name })} />
        <button type="button" className="button small" onClick={() => runs.cancel(scenario.id)}>
          {words('top.run.cancel')}
          <span className="hidden"> {words('top.run.cancelOf', { name })}</span>
        </button>
      </li>
    );
  }
  return (
    <li>
      <span title={reason}>
        {words('top.run.line', { name, status: words(`top.run.statuses.${run.status}`) })}
      </span>
      <button type="button" className="button small" onClick={() => runs.retry(scenario.id)}>
        {words('top.run.again')}
        <span className="hidden"> {name}</span>
      </button>
    </li>
  );
}
