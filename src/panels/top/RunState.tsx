import {
  isNoticeInBar,
  runOf,
  scenariosOf,
  useActions,
  useAppState,
  useSpeech,
  useWords,
  type ScenarioRun,
  type WayOutStudy,
} from '../../state';
import { issueWords } from '../../words';
import type { Scenario } from '../../model/scenario';
import { progressText, scenarioName } from '../../state/view';
import { ParkedNotice } from './Notice';

/** What is being computed, how far it is, and a way to stop it. */
export function RunState() {
  const scenarios = useAppState(scenariosOf);
  const runs = useAppState((state) => state.runs);
  const activeId = useAppState((state) => state.activeId);
  const isParked = useAppState(isNoticeInBar);
  const words = useWords();
  // A search for a way out goes on behind a page that was closed, and has an answer that nobody has seen.
  const search = useAppState(({ wayOut, showsWayOut }) =>
    wayOut !== null && !showsWayOut && (wayOut.status === 'running' || wayOut.isUnseen) ? wayOut : null,
  );
  const noteworthy = scenarios
    .map((scenario) => ({ scenario, run: runs[scenario.id] ?? null }))
    .filter(
      (one): one is { scenario: Scenario; run: ScenarioRun } =>
        one.run !== null && one.run.status !== 'ready',
    );
  if (scenarios.length === 0) return null;
  if (noteworthy.length === 0) {
    return search === null ? (
      <span className="run-state muted">
        <span className={isParked ? 'hidden' : ''}>{words('top.run.all')}</span>
        {isParked ? <ParkedNotice /> : null}
      </span>
    ) : (
      <ul className="run-state" aria-label={words('top.run.label')}>
        <WayOutLine study={search} />
        {isParked ? (
          <li>
            <ParkedNotice />
          </li>
        ) : null}
      </ul>
    );
  }
  const first = noteworthy.find(({ scenario }) => scenario.id === activeId) ?? noteworthy[0]!;
  const others = noteworthy.filter((one) => one !== first);
  return (
    <ul className="run-state" aria-label={words('top.run.label')}>
      <RunLine scenario={first.scenario} />
      {search === null ? null : <WayOutLine study={search} />}
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
          <span aria-hidden="true">+{others.length}</span>
          <span className="hidden">{words('top.run.more', { number: others.length })}</span>
        </li>
      )}
      {isParked ? (
        <li>
          <ParkedNotice />
        </li>
      ) : null}
    </ul>
  );
}

function WayOutLine({ study }: { readonly study: WayOutStudy }) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const name = scenarioName(study.scenario, words);
  const progress = progressText(study, language);
  const [text, title] =
    study.status === 'running'
      ? [words('wayOut.line', { progress }), words('wayOut.lineOf', { name, progress })]
      : study.status === 'failed'
        ? [words('wayOut.lineFailed'), words('wayOut.lineFailedOf', { name })]
        : [words('wayOut.lineReady'), words('wayOut.lineReadyOf', { name })];
  return (
    <li data-part="way-out-state">
      <span title={title}>{text}</span>
      {study.status === 'running' ? (
        <progress
          aria-label={words('wayOut.search')}
          {...(study.pace === null ? {} : { value: study.pace.done, max: 1 })}
        />
      ) : null}
      <button type="button" className="button small" onClick={() => actions.showWayOut()}>
        {words('wayOut.look')}
        <span className="hidden">{words('wayOut.lookWhat', { name })}</span>
      </button>
    </li>
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
