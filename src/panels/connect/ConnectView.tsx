import {
  connectPlace,
  scenarioOf,
  useAppState,
  useWords,
  type ConnectStudy,
  type Selection,
} from '../../state';
import { districtOf, placeText, refusalText, scenarioName, shownConnect, wishText } from '../../state/view';
import { IssueTable } from '../dialogs/ImportDialog';
import { ConnectAnswerView } from './ConnectAnswerView';
import { ConnectForm } from './ConnectForm';
import { ConnectStanding } from './ConnectStanding';

const isSame = (a: Selection, b: Selection): boolean => a.kind === b.kind && a.id === b.id;

/** The question, how far its answer is, and the answer; the one before stays until there is a new one. */
export function ConnectView({ at }: { readonly at: Selection }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const district = useAppState((state) => districtOf(state, state.activeId));
  const scenario = useAppState((state) => scenarioOf(state, state.activeId));
  const study = useAppState((state) => state.connect);
  if (district === null) return null;
  const place = connectPlace(district, at);
  if (place.busId === null) {
    const why = refusalText(place.refusal, at, language);
    return <p className="callout">{words('connect.nothing', { why })}</p>;
  }
  const name = scenario === undefined ? '' : scenarioName(scenario, words);
  const own = study !== null && isSame(study.at, at) ? study : null;
  return (
    <>
      <p className="muted">{words('connect.lead', { place: placeText(at, language), name })}</p>
      <ConnectForm at={at} asked={own?.wish ?? null} />
      {study !== null && own === null && study.status === 'running' ? <Elsewhere study={study} /> : null}
      {own === null ? null : <Answered study={own} />}
    </>
  );
}

function Elsewhere({ study: { wish, at } }: { readonly study: ConnectStudy }) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  return (
    <p className="callout">
      {words('connect.elsewhere', { wish: wishText(wish, language), place: placeText(at, language) })}
    </p>
  );
}

function Answered({ study }: { readonly study: ConnectStudy }) {
  const shown = shownConnect(study);
  return (
    <>
      <ConnectStanding study={study} shown={shown} />
      {study.issues.length === 0 ? null : <IssueTable issues={study.issues} />}
      {shown === null ? null : <ConnectAnswerView shown={shown} isRunning={study.status === 'running'} />}
    </>
  );
}
