import { connectPlace, scenarioOf, useAppState, type ConnectStudy, type Selection } from '../../state';
import { districtOf, shownConnect, wishText } from '../../state/view';
import { IssueTable } from '../dialogs/ImportDialog';
import { ConnectAnswerView } from './ConnectAnswerView';
import { ConnectForm } from './ConnectForm';
import { ConnectStanding } from './ConnectStanding';

const isSame = (a: Selection, b: Selection): boolean => a.kind === b.kind && a.id === b.id;

/** The question, how far its answer is, and the answer; the one before stays until there is a new one. */
export function ConnectView({ at }: { readonly at: Selection }) {
  const district = useAppState((state) => districtOf(state, state.activeId));
  const name = useAppState((state) => scenarioOf(state, state.activeId)?.name ?? '');
  const study = useAppState((state) => state.connect);
  if (district === null) return null;
  const place = connectPlace(district, at);
  if (place.busId === null) return <p className="callout">Nothing can be connected here: {place.words}</p>;
  const own = study !== null && isSame(study.at, at) ? study : null;
  return (
    <>
      <p className="muted">
        A new connection {place.words}, in every hour of the year of {name}.
      </p>
      <ConnectForm at={at} asked={own?.wish ?? null} />
      {study !== null && own === null && study.status === 'running' ? <Elsewhere study={study} /> : null}
      {own === null ? null : <Answered study={own} />}
    </>
  );
}

function Elsewhere({ study: { wish, placeWords } }: { readonly study: ConnectStudy }) {
  return (
    <p className="callout">
      {wishText(wish)} {placeWords} is still being looked at; asking here ends that.
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
