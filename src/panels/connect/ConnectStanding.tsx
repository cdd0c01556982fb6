import { runInputOf, scenarioOf, useActions, useAppState, type ConnectStudy } from '../../state';
import { connectProgress, wishText, type ShownConnect } from '../../state/view';

interface ConnectStandingProps {
  readonly study: ConnectStudy;
  readonly shown: ShownConnect | null;
}

/** How far the question is, with a way to end it; what is partial or old says so. */
export function ConnectStanding({ study, shown }: ConnectStandingProps) {
  const actions = useActions();
  const { status, scenario, input, wish, at } = study;
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return state.activeId !== scenario.id || present === undefined || runInputOf(state, present) !== input;
  });
  if (status === 'running') {
    const { done, words } = connectProgress(study);
    return (
      <p className="study-state" role="status" data-status={status}>
        {done === null ? (
          <progress aria-label="Answer" />
        ) : (
          <progress aria-label="Answer" value={done} max={1} />
        )}
        <span>
          {shown?.isBefore === true ? `${wishText(wish)}: ` : ''}
          {words}
        </span>
        <button type="button" className="button small" onClick={() => actions.connect.cancel()}>
          Cancel<span className="hidden"> the question</span>
        </button>
      </p>
    );
  }
  const words = wordsOf(study, shown, isOld);
  if (words === null) return null;
  return (
    <p className="study-state" role="status" data-status={status}>
      <span className="tag warning">{tagOf(study, shown, isOld)}</span>
      <span>{words}</span>
      <button type="button" className="button small" onClick={() => void actions.connect.ask(at, wish)}>
        Ask again
      </button>
    </p>
  );
}

function tagOf({ status }: ConnectStudy, shown: ShownConnect | null, isOld: boolean): string {
  if (status === 'ready') return isOld ? 'old' : 'ready';
  return shown?.isBefore === false ? 'partial' : status;
}

function wordsOf({ status, wish, scenario }: ConnectStudy, shown: ShownConnect | null, isOld: boolean) {
  if (status === 'ready')
    return isOld
      ? `This answers ${scenario.name} as it was; another scenario is on screen now, or it has been changed.`
      : null;
  const ended = status === 'failed' ? 'could not be answered' : 'was cancelled';
  const question = `The question for ${wishText(wish)} ${ended}`;
  if (shown === null) return `${question} before anything was found.`;
  return shown.isBefore
    ? `${question}; below is the answer to the one before.`
    : `${question}; below is what was found until then.`;
}
