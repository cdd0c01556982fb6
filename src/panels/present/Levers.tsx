import { useId, useState } from 'react';
import { scenarioOf, useAppState, useSpeech, useWords } from '../../state';
import { levelOf, shareOf, textIn, type PresentState } from '../../state/present';
import type { SessionLever } from '../../io/sessionFile';
import type { Scenario } from '../../model/scenario';
import { typedShare } from './typedShare';
import { shareText, useRunner, useSay } from './usePresent';

/** What the room can move: plain words, the number one step deeper. */
export function Levers({ present }: { readonly present: PresentState }) {
  const words = useWords();
  const { scenarioId, startDocument, session } = present;
  const scenario =
    useAppState((state) => scenarioOf(state, scenarioId)) ??
    startDocument.scenarios.find(({ id }) => id === scenarioId)!;
  return (
    <section className="present-levers" aria-label={words('present.levers')}>
      {session.levers.map((lever) => (
        <LeverRow key={lever.id} lever={lever} scenario={scenario} />
      ))}
    </section>
  );
}

function LeverRow({ lever, scenario }: { readonly lever: SessionLever; readonly scenario: Scenario }) {
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const [open, setOpen] = useState(false);
  const name = useId();
  const isProjector = useAppState((state) => state.isProjector);
  const locked = runner.isLocked(lever.id);
  const at = levelOf(lever, scenario);
  const exact = words('present.percentOf', {
    share: Math.round(100 * shareOf(lever, scenario)),
    of: say(lever.of),
  });
  return (
    <fieldset className="present-lever" data-lever={lever.id} disabled={locked || isProjector}>
      <legend className="hidden">{say(lever.words)}</legend>
      <button
        type="button"
        className="present-lever-name"
        aria-expanded={open}
        aria-label={`${say(lever.words)}: ${exact}`}
        title={exact}
        onClick={() => setOpen(!open)}
      >
        {say(lever.words)}
        {at === null ? <span className="present-own"> {shareText(shareOf(lever, scenario))}</span> : null}
      </button>
      <div className="present-levels">
        {lever.levels.map((level, row) => (
          <label key={level.share} title={`${shareText(level.share)} ${say(lever.of)}`}>
            <input
              type="radio"
              name={name}
              checked={row === at}
              onChange={() => runner.move(lever, level.share)}
            />
            <span>{say(level.words)}</span>
          </label>
        ))}
      </div>
      {open ? <Exact lever={lever} scenario={scenario} /> : null}
      {locked ? <p className="muted">{words('present.locked')}</p> : null}
    </fieldset>
  );
}

/** The number behind the word, to be read and typed. */
function Exact({ lever, scenario }: { readonly lever: SessionLever; readonly scenario: Scenario }) {
  const { words, language } = useSpeech();
  const percent = String(Math.round(1000 * shareOf(lever, scenario)) / 10);
  const shown = language === 'de' ? percent.replace('.', ',') : percent;
  return (
    <ExactField
      key={shown}
      lever={lever}
      shown={shown}
      label={words('present.exactlyOf', { lever: textIn(lever.words, language) })}
    />
  );
}

interface ExactProps {
  readonly lever: SessionLever;
  readonly shown: string;
  readonly label: string;
}

function ExactField({ lever, shown, label }: ExactProps) {
  const speech = useSpeech();
  const say = useSay();
  const runner = useRunner();
  const problem = useId();
  const [text, setText] = useState(shown);
  const [refused, setRefused] = useState(false);
  const take = async () => {
    const typed = await typedShare(text, shown, speech);
    setRefused(typed.kind === 'refused');
    if (typed.kind === 'share') runner.move(lever, typed.share);
  };
  return (
    <p className="present-exact">
      <input
        type="text"
        inputMode="decimal"
        value={text}
        aria-label={label}
        aria-invalid={refused}
        aria-describedby={refused ? problem : undefined}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take();
        }}
        onBlur={() => void take()}
      />
      <span>% {say(lever.of)}</span>
      {refused ? (
        <span id={problem} role="alert">
          {speech.words('present.shareInvalid')}
        </span>
      ) : null}
    </p>
  );
}
