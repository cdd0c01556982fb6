import { useId, useState, type FormEvent } from 'react';
import type { Phase } from '../../model/building';
import { useActions, useAppState, useWords, type ConnectWish, type Selection } from '../../state';
import { readPower } from '../../state/view';
import { Choice } from '../parts/Choice';

/** What is tried first: a fast charger at a house, a customer of some size at a cable or a station. */
const FIRST_TEXT: Readonly<Record<Selection['kind'], string>> = {
  building: '22 kW',
  line: '100 kW',
  transformer: '400 kW',
  bus: '100 kW',
};

const ALL_PHASES: readonly Phase[] = ['a', 'b', 'c'];

interface ConnectFormProps {
  readonly at: Selection;
  /** The last question here. */
  readonly asked: ConnectWish | null;
}

/** How much, which way and on which phases. */
export function ConnectForm({ at, asked }: ConnectFormProps) {
  const actions = useActions();
  const words = useWords();
  const language = useAppState((state) => state.language);
  const id = useId();
  const [text, setText] = useState(asked?.text ?? FIRST_TEXT[at.kind]);
  const [direction, setDirection] = useState<ConnectWish['direction']>(asked?.direction ?? 'load');
  const [phases, setPhases] = useState<Phase | 'all'>(phasesOf(asked));
  const [refusal, setRefusal] = useState<string | null>(null);
  const ask = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readPower(text, language);
    if (typeof read === 'string') return setRefusal(read);
    setRefusal(null);
    const wish = { pW: read, text, direction, phases: phases === 'all' ? ALL_PHASES : [phases] };
    void actions.connect.ask(at, wish);
  };
  return (
    <form
      className="connect-form"
      aria-label={words('connect.form.label')}
      onSubmit={(event) => void ask(event)}
    >
      <div className="connect-power">
        <label htmlFor={`${id}-power`}>{words('connect.form.power')}</label>
        <input
          id={`${id}-power`}
          type="text"
          autoComplete="off"
          spellCheck={false}
          value={text}
          aria-invalid={refusal !== null}
          aria-describedby={refusal === null ? undefined : `${id}-refusal`}
          onChange={(event) => setText(event.target.value)}
        />
      </div>
      <Choice<ConnectWish['direction']>
        label={words('connect.form.way')}
        value={direction}
        options={[
          { value: 'load', label: words('connect.form.load') },
          { value: 'generation', label: words('connect.form.generation') },
        ]}
        onChange={setDirection}
      />
      <Choice<Phase | 'all'>
        label={words('connect.form.phases')}
        value={phases}
        options={[
          { value: 'all', label: words('connect.form.all') },
          { value: 'a', label: words('connect.form.phase', { number: 1 }) },
          { value: 'b', label: words('connect.form.phase', { number: 2 }) },
          { value: 'c', label: words('connect.form.phase', { number: 3 }) },
        ]}
        onChange={setPhases}
      />
      <button type="submit" className="button primary">
        {words('connect.form.ask')}
      </button>
      {refusal === null ? null : (
        <p id={`${id}-refusal`} role="alert" className="refusal">
          {refusal}
        </p>
      )}
    </form>
  );
}

function phasesOf(asked: ConnectWish | null): Phase | 'all' {
  const [only] = asked?.phases ?? [];
  return asked?.phases.length === 1 && only !== undefined ? only : 'all';
}
