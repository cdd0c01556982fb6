import { useAppState, useWords } from '../../state';
import { Levers } from './Levers';
import { Pages } from './Pages';
import { PresentTools } from './PresentTools';
import { RoundCard } from './RoundCard';
import { StartCard } from './StartCard';
import { Tiles } from './Tiles';
import { usePresent, useSay } from './usePresent';

/** Above the map: the question and at most four figures. */
export function PresentTop() {
  const present = usePresent();
  const say = useSay();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <header className="present-top" data-projector={isProjector}>
      <div className="present-head">
        <h1>{present === null ? 'Gridtwin' : say(present.session.question)}</h1>
        {isProjector ? null : <PresentTools />}
      </div>
      {present === null ? null : <Tiles present={present} />}
      {present === null ? null : <Pages present={present} />}
    </header>
  );
}

/** Beside the map: what the room can change, and what it is asked. */
export function PresentSide() {
  const words = useWords();
  const present = usePresent();
  const isProjector = useAppState((state) => state.isProjector);
  if (present === null) return isProjector ? <Waiting /> : <StartCard />;
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

function Waiting() {
  const words = useWords();
  return (
    <section className="panel present-side present-start" role="status">
      <p>{words('present.projectorWaits')} …</p>
    </section>
  );
}
