import { useState } from 'react';
import { scenarioOf, useAppState, useWords } from '../../state';
import { bringsCars, lacksPetrol, type PresentState, type Round } from '../../state/present';
import { IconButton } from '../parts/IconButton';
import { Replay } from './Replay';
import { Revealed } from './Revealed';
import { useRunner, useSay } from './usePresent';

/** Ask, count hands, reveal, replay. */
export function RoundCard({ present }: { readonly present: PresentState }) {
  const { round } = present;
  const words = useWords();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <section className="present-round" data-phase={round?.phase ?? 'idle'} aria-label={words('present.ask')}>
      {round === null && !isProjector ? <Idle present={present} /> : null}
      {round?.phase === 'hidden' ? <Open round={round} /> : null}
      {round?.phase === 'revealed' ? <Revealed present={present} round={round} /> : null}
      {round === null ? <PetrolNote present={present} /> : null}
    </section>
  );
}

/** What the star beside a figure says. */
function PetrolNote({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const scenario = useAppState((state) => scenarioOf(state, present.scenarioId));
  const isStarred = present.session.kpis.some(({ id }) => lacksPetrol(id));
  if (scenario === undefined || !isStarred || !bringsCars(scenario)) return null;
  return (
    <p className="present-cause" data-testid="petrol">
      * {words('present.petrolNote')}
    </p>
  );
}

function Idle({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const [row, setRow] = useState(0);
  const { questions } = present.session;
  return (
    <>
      <div className="present-ask">
        <select
          aria-label={words('present.askWhich')}
          value={row}
          onChange={(event) => setRow(Number(event.target.value))}
        >
          {questions.map((question, at) => (
            <option key={at} value={at}>
              {say(question.words)}
            </option>
          ))}
        </select>
      </div>
      <div className="present-buttons">
        <button type="button" className="button primary" onClick={() => runner.ask(row)}>
          {words('present.ask')}
        </button>
        <Replay present={present} />
      </div>
    </>
  );
}

function Open({ round }: { readonly round: Round }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const isProjector = useAppState((state) => state.isProjector);
  return (
    <>
      <div className="present-question">
        <h2>{say(round.question.words)}</h2>
        {isProjector ? null : (
          <button type="button" className="button primary" onClick={() => runner.reveal()}>
            {words('present.reveal')}
          </button>
        )}
      </div>
      <ul className="present-options" aria-label={words('present.show')}>
        {round.question.options.map((option, at) => (
          <li key={at}>
            <span className="present-option">{say(option.words)}</span>
            {isProjector ? (
              <strong>{round.votes[at]}</strong>
            ) : (
              <Hands
                option={say(option.words)}
                hands={round.votes[at]!}
                onChange={(hands) => runner.vote(at, hands)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function Hands({
  option,
  hands,
  onChange,
}: {
  readonly option: string;
  readonly hands: number;
  readonly onChange: (hands: number) => void;
}) {
  const words = useWords();
  return (
    <span className="present-hands">
      <IconButton
        icon="minus"
        label={words('present.less1', { option })}
        onClick={() => onChange(hands - 1)}
      />
      <input
        type="number"
        min={0}
        max={999}
        value={hands}
        aria-label={words('present.handsOf', { option })}
        onChange={(event) => onChange(event.target.value === '' ? 0 : event.target.valueAsNumber)}
      />
      <IconButton
        icon="plus"
        label={words('present.more1', { option })}
        onClick={() => onChange(hands + 1)}
      />
    </span>
  );
}
