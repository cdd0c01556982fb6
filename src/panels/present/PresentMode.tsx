import { scenarioOf, useAppState, useWords } from '../../state';
import { Levers } from './Levers';
import { Pages } from './Pages';
import { PresentTools } from './PresentTools';
import { RoundCard } from './RoundCard';
import { StartCard } from './StartCard';
import { Tiles } from './Tiles';
import { usePresent, useRunner, useSay } from './usePresent';

/** Above the map: the question and at most four figures. */
export function PresentTop() {
  const present = usePresent();
  const say = useSay();
  const lost = useLost();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <header className="present-top" data-projector={isProjector}>
      <div className="present-head">
        <h1>{present === null ? 'Gridtwin' : say(present.session.question)}</h1>
        {isProjector ? null : <PresentTools />}
      </div>
      {present === null || lost ? null : <Tiles present={present} />}
      {present === null ? null : <Pages present={present} />}
    </header>
  );
}

/** Beside the map: what the room can change, and what it is asked. */
export function PresentSide() {
  const words = useWords();
  const present = usePresent();
  const lost = useLost();
  const isProjector = useAppState((state) => state.isProjector);
  if (present === null) return isProjector ? <Waiting /> : <StartCard />;
  if (lost) return isProjector ? <Waiting /> : <Lost />;
  return (
    <section
      className="panel present-side"
      data-projector={isProjector}
      aria-label={words('present.session')}
    >
      <Levers present={present} />
      <RoundCard present={present} />
    </section>
  );
}

/** Whether an undo has gone behind the start of the session, or its scenario has been removed in another mode. */
const useLost = (): boolean =>
  useAppState((state) => state.present !== null && scenarioOf(state, state.present.scenarioId) === undefined);

function Lost() {
  const words = useWords();
  const runner = useRunner();
  return (
    <section className="panel present-side present-start" aria-label={words('present.session')}>
      <p>{words('present.lost')}</p>
      <button type="button" className="button primary" onClick={() => runner.restore()}>
        {words('present.restore')}
      </button>
      <button type="button" className="button" onClick={() => runner.show('end')}>
        {words('present.endSession')}
      </button>
    </section>
  );
}

function Waiting() {
  const words = useWords();
  return (
    <section className="panel present-side present-start" role="status">
      <p>{words('present.projectorWaits')} …</p>
    </section>
  );
}
