import { useMemo, useState, type FormEvent } from 'react';
import { shownId, shownResult, useActions, useAppState, useSpeech } from '../../state';
import { namedHours, type NamedHour } from '../../state/time/namedHours';
import { typedMoment } from '../../state/time/typedMoment';
import { transformersOf } from '../../state/view';
import { NARROW_NO_BREAK_SPACE } from '../../units';
import { Choice } from '../parts/Choice';
import { Dialog } from '../parts/Dialog';
import { Refusal, TypedField } from '../parts/TypedField';

export const SPEEDS = [1, 2, 4, 8] as const;
const EXAMPLE_STEP = 15 * 24 + 18;

/** The ways to a moment that are no slider: typed, or by the name of an hour that is worth a look. */
export function GoTo({
  speed,
  onSpeed,
  onClose,
}: {
  readonly speed: number;
  readonly onSpeed: (speed: number) => void;
  readonly onClose: () => void;
}) {
  const { words } = useSpeech();
  const result = useAppState(shownResult);
  const transformers = useAppState((state) => transformersOf(state, shownId(state)));
  const hours = useMemo(
    () => (result === null ? [] : namedHours(result, { transformers })),
    [result, transformers],
  );
  const actions = useActions();
  const go = (step: number) => {
    actions.setStep(step);
    onClose();
  };
  return (
    <Dialog title={words('moments.goTo')} onClose={onClose}>
      <TypedForm onGo={go} />
      <h3>{words('moments.named')}</h3>
      <ul className="named-hours">
        {hours.map((hour) => (
          <Hour key={hour.name} hour={hour} onGo={go} />
        ))}
      </ul>
      <h3>{words('moments.speed')}</h3>
      <Choice<number>
        label={words('moments.speed')}
        value={speed}
        options={SPEEDS.map((value) => ({ value, label: words('moments.speedOf', { times: value }) }))}
        onChange={onSpeed}
      />
    </Dialog>
  );
}

function TypedForm({ onGo }: { readonly onGo: (step: number) => void }) {
  const { words, language, moment } = useSpeech();
  const step = useAppState((state) => state.step);
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  const [text, setText] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const example = moment((EXAMPLE_STEP * 3600) / stepS, stepS, startWeekday);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const found = typedMoment(text, step, stepS, language);
    if (found.kind === 'step') return onGo(found.step);
    setWhy(words(`moments.${found.why}`));
  };
  return (
    <form onSubmit={send} className="typed-moment">
      <div className="row wrap">
        <TypedField
          label={words('moments.typed')}
          value={text}
          onChange={(value) => {
            setText(value);
            setWhy(null);
          }}
          isRefused={why !== null}
        />
        <button type="submit" className="button primary">
          {words('moments.go')}
        </button>
      </div>
      <Refusal text={why} />
      <p className="muted small-text">{words('moments.typedHint', { example })}</p>
    </form>
  );
}

/** Where there is none of the kind, why not, in its place. */
function Hour({ hour, onGo }: { readonly hour: NamedHour; readonly onGo: (step: number) => void }) {
  const { words, moment } = useSpeech();
  const text = useHourValue(hour);
  const stepS = useAppState((state) => state.stepS);
  const startWeekday = useAppState((state) => state.loaded?.weather.startWeekday ?? 0);
  const { name, step } = hour;
  return (
    <li data-hour={name} data-step={step ?? undefined}>
      <b>{words(`moments.names.${name}`)}</b>
      {step === null ? (
        <span className="muted">{words(`moments.none.${name}`)}</span>
      ) : (
        <button type="button" className="link" onClick={() => onGo(step)}>
          {moment(step, stepS, startWeekday)}
        </button>
      )}
      <span className="number">{text}</span>
    </li>
  );
}

function useHourValue({ step, value, unit, elementId }: NamedHour): string {
  const { quantity, percent, fixed } = useSpeech();
  if (step === null) return '';
  const of = elementId === undefined ? '' : `${elementId} `;
  switch (unit) {
    case 'W':
      return quantity(value, 'W');
    case '%':
      return `${of}${percent(value)}`;
    case 'pu':
      return `${of}${fixed(value, 3)}${NARROW_NO_BREAK_SPACE}pu`;
    case 'degC':
      return `${fixed(value, 1)}${NARROW_NO_BREAK_SPACE}°C`;
  }
}
