import { useId, useState, type FormEvent } from 'react';
import { runInputOf, scenarioOf, useActions, useAppState, useWords, type TornadoStudy } from '../../state';
import { spreadView } from '../../state/view';
import { PlainTable, SaveTable } from './SaveTable';
import { StudyBar } from './StudyBar';

const DRAWS = [20, 50, 100, 200] as const;

/** All inputs drawn at once from their ranges: where the indicator lies in eight of ten cases, and how that settled. */
export function Uncertainty({ study }: { readonly study: TornadoStudy }) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const id = useId();
  const { scenario, input, spread } = study;
  const [draws, setDraws] = useState<number>(spread?.draws ?? DRAWS[1]);
  const [seed, setSeed] = useState(String(spread?.seed ?? scenario.seed));
  const isOld = useAppState((state) => {
    const present = scenarioOf(state, scenario.id);
    return present === undefined || runInputOf(state, present) !== input;
  });
  const isSeed = /^\d{1,9}$/.test(seed);
  const ask = (event: FormEvent) => {
    event.preventDefault();
    if (isSeed) void actions.tornado.draw(draws, Number(seed));
  };
  const found = spread?.found ?? null;
  const view = found === null ? null : spreadView(found, language);
  return (
    <>
      <form className="row wrap question" aria-label={words('studies.spread.form')} onSubmit={ask}>
        <span className="row">
          <label htmlFor={`${id}-draws`}>{words('studies.spread.number')}</label>
          <select id={`${id}-draws`} value={draws} onChange={(event) => setDraws(Number(event.target.value))}>
            {DRAWS.map((count) => (
              <option key={count} value={count}>
                {count}
              </option>
            ))}
          </select>
        </span>
        <span className="row">
          <label htmlFor={`${id}-seed`}>{words('studies.spread.seed')}</label>
          <input
            id={`${id}-seed`}
            type="text"
            inputMode="numeric"
            size={9}
            value={seed}
            aria-invalid={!isSeed}
            onChange={(event) => setSeed(event.target.value)}
          />
        </span>
        <button type="submit" className="button primary" disabled={!isSeed}>
          {words('studies.spread.draw')}
        </button>
      </form>
      {spread === null ? null : (
        <StudyBar
          what={words('studies.spread.what')}
          status={spread.status}
          pace={spread.pace}
          issues={spread.issues}
          isOld={isOld}
          detail={
            spread.found === null
              ? words('studies.spread.soon')
              : words('studies.spread.standing', { done: spread.found.draws, all: spread.draws })
          }
          onCancel={() => actions.tornado.cancel()}
          onAgain={() => void actions.tornado.draw(spread.draws, spread.seed)}
        />
      )}
      {view === null ? null : (
        <section aria-label={words('studies.spread.label')} data-testid="spread">
          {view.sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
          <PlainTable table={view.table} label={words('studies.spread.settled')} numbers={[0, 1, 2, 3]} />
          <SaveTable name="uncertainty.csv" label={words('studies.spread.save')} table={view.table} />
        </section>
      )}
    </>
  );
}
