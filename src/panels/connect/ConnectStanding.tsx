import { runInputOf, scenarioOf, useActions, useAppState, useSpeech, type ConnectStudy } from '../../state';
import { connectProgress, scenarioName, wishText, type ShownConnect, type Speech } from '../../state/view';

interface ConnectStandingProps {
  readonly study: ConnectStudy;
  readonly shown: ShownConnect | null;
}

/** How far the question is, with a way to end it; what is partial or old says so. */
export function ConnectStanding({ study, shown }: ConnectStandingProps) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, language } = speech;
  const { status, scenario, input, wish, at } = study;
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return state.activeId !== scenario.id || present === undefined || runInputOf(state, present) !== input;
  });
  if (status === 'running') {
    const { done, text } = connectProgress(study, language);
    return (
      <p className="study-state" role="status" data-status={status}>
        {done === null ? (
          <progress aria-label={words('connect.standing.answer')} />
        ) : (
          <progress aria-label={words('connect.standing.answer')} value={done} max={1} />
        )}
        <span>
          {shown?.isBefore === true
            ? words('connect.standing.ofWish', { wish: wishText(wish, language) })
            : ''}
          {text}
        </span>
        <button type="button" className="button small" onClick={() => actions.connect.cancel()}>
          {words('connect.standing.cancel')}
          <span className="hidden">{words('connect.standing.cancelWhat')}</span>
        </button>
      </p>
    );
  }
  const told = toldOf(study, shown, isOld, speech);
  if (told === null) return null;
  return (
    <p className="study-state" role="status" data-status={status}>
      <span className="tag warning">{words(`connect.standing.tags.${tagOf(study, shown, isOld)}`)}</span>
      <span>{told}</span>
      <button type="button" className="button small" onClick={() => void actions.connect.ask(at, wish)}>
        {words('connect.standing.again')}
      </button>
    </p>
  );
}

function tagOf({ status }: ConnectStudy, shown: ShownConnect | null, isOld: boolean) {
  if (status === 'ready') return isOld ? 'old' : 'ready';
  return shown?.isBefore === false ? 'partial' : status;
}

function toldOf(
  { status, wish, scenario }: ConnectStudy,
  shown: ShownConnect | null,
  isOld: boolean,
  { words, language }: Speech,
): string | null {
  if (status === 'ready' || status === 'running')
    return isOld ? words('connect.standing.old', { name: scenarioName(scenario, words) }) : null;
  const found = shown === null ? 'Empty' : shown.isBefore ? 'Before' : 'Part';
  return words(`connect.standing.${status}${found}`, { wish: wishText(wish, language) });
}
