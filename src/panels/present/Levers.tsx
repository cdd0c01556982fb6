import { useId, useState } from 'react';
import { scenarioOf, useAppState, useWords } from '../../state';
import { levelOf, shareOf, type PresentState } from '../../state/present';
import type { SessionLever } from '../../io/sessionFile';
import type { Scenario } from '../../model/scenario';
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
  const words = useWords();
  const say = useSay();
  const runner = useRunner();
  const share = shareOf(lever, scenario);
  return (
    <p className="present-exact">
      <input
        key={share}
        type="number"
        min={0}
        max={100}
        step={1}
        defaultValue={Math.round(1000 * share) / 10}
        aria-label={words('present.exactlyOf', { lever: say(lever.words) })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') runner.move(lever, event.currentTarget.valueAsNumber / 100);
        }}
        onBlur={(event) => runner.move(lever, event.currentTarget.valueAsNumber / 100)}
      />
      <span>% {say(lever.of)}</span>
    </p>
  );
}
