import { useRef, useState } from 'react';
import { CHALLENGE_TONES, type SessionChallenge, type SessionCondition } from '../../io/session';
import type { Kpi } from '../../kpi';
import { useSpeech } from '../../state';
import type { PresentState } from '../../state/present';
import { handFocus } from '../parts/handFocus';
import { Icon } from '../parts/Icon';
import { TypedField } from '../parts/TypedField';
import { useDraft } from './challengeDraft';
import { conditionText } from './challengeWords';
import { ConditionFields } from './ConditionFields';
import { Pick } from './Pick';
import { useRunner } from './usePresent';

type Tone = SessionChallenge['tone'];

interface FormProps {
  readonly present: PresentState;
  readonly kpis: readonly Kpi[];
}

/** An indicator at any level, a lever, a measure or a number of elements, a comparison, a value and a text; further conditions are added one by one, and all must be met. */
export function ChallengeForm({ present, kpis }: FormProps) {
  const { words, language } = useSpeech();
  const runner = useRunner();
  const draft = useDraft(kpis);
  const [earlier, setEarlier] = useState<readonly SessionCondition[]>([]);
  const [tone, setTone] = useState<Tone>('good');
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const keep = async () => {
    const last = await draft.condition();
    if (last === null) return;
    const taken = new Set((present.session.challenges ?? []).map(({ id }) => id));
    let number = 1;
    while (taken.has(`own-${number}`)) number += 1;
    runner.addChallenge({ id: `own-${number}`, when: [...earlier, last], tone, words: text.trim() });
    // Empty again, for the next one; where there is room for none, the form goes and the list has the focus.
    draft.clear();
    setEarlier([]);
    setTone('good');
    setText('');
    form.current?.querySelector('select')?.focus();
    handFocus('.present-challenges button');
  };
  const also = async () => {
    const one = await draft.condition();
    if (one !== null) setEarlier([...earlier, one]);
  };
  return (
    <form
      ref={form}
      className="present-challenge"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3>{words('challenges.add')}</h3>
      {earlier.map((one, row) => (
        <p key={row}>
          {conditionText(one, present, kpis, language)}
          {words('challenges.and')}…
        </p>
      ))}
      <ConditionFields draft={draft} present={present} kpis={kpis} />
      <Pick
        label={words('challenges.tone')}
        value={tone}
        options={CHALLENGE_TONES.map((one) => [one, words(`challenges.tones.${one}`)])}
        onChange={(one) => setTone(one as Tone)}
      />
      <TypedField label={words('challenges.text')} value={text} maxLength={400} onChange={setText} />
      <div className="present-buttons">
        <button type="button" className="button" disabled={earlier.length >= 5} onClick={() => void also()}>
          <Icon name="plus" />
          {words('challenges.alsoWhen')}
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {words('challenges.keep')}
        </button>
      </div>
    </form>
  );
}
