import { useId, useState } from 'react';
import { QUALITY_CLASSES, type QualityClass } from '../../model/building';
import { useActions, useAppState, useSpeech } from '../../state';
import { GIVEN_INPUTS, withGiven, wishesOf, type GivenName } from '../../state/scorecard/scorecard';
import { qualityClassWord } from '../../state/view';
import { readTyped } from '../parts/typedNumber';

const PERCENT = 100;

/** What a run cannot know, with how sure it is. An empty field is not reported. */
export function GivenForm() {
  const { words } = useSpeech();
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h3 id={heading}>{words('scorecard.given.title')}</h3>
      <p className="muted small-text">{words('scorecard.given.note')}</p>
      <ul className="given">
        {GIVEN_INPUTS.map(([name, isShare]) => (
          <GivenRow key={name} name={name} isShare={isShare} />
        ))}
      </ul>
    </section>
  );
}

function GivenRow({ name, isShare }: { readonly name: GivenName; readonly isShare: boolean }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed, language } = speech;
  const id = useId();
  const wishes = useAppState(wishesOf);
  const given = wishes.inputs[name];
  const factor = isShare ? PERCENT : 1;
  const shown = given === undefined ? '' : typed(Math.round(given.value * factor * 1e9) / 1e9);
  const [text, setText] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const quality = given?.quality ?? 'personal_estimation';
  const take = async (asked: string, how: QualityClass) => {
    if (asked.trim() === '') {
      setRefusal(null);
      setText(null);
      if (given !== undefined) actions.setScorecard(withGiven(wishes, name, null, how));
      return;
    }
    const read = await readTyped(asked, { unit: '1', factor }, speech);
    if (!read.ok || !(read.value >= 0) || (isShare && read.value > 1))
      return setRefusal(words(isShare ? 'scorecard.given.shareRange' : 'scorecard.given.range'));
    setRefusal(null);
    setText(null);
    if (read.value !== given?.value || how !== given.quality)
      actions.setScorecard(withGiven(wishes, name, read.value, how));
  };
  return (
    <li data-given={name}>
      <label htmlFor={id}>{words(`scorecard.given.names.${name}`)}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        maxLength={20}
        value={text ?? shown}
        aria-invalid={refusal !== null}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => void take(text ?? shown, quality)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take(text ?? shown, quality);
        }}
      />
      <select
        aria-label={`${words(`scorecard.given.names.${name}`)}: ${words('scorecard.given.quality')}`}
        value={quality}
        disabled={given === undefined}
        onChange={(event) => void take(shown, event.target.value as QualityClass)}
      >
        {QUALITY_CLASSES.map((one) => (
          <option key={one} value={one}>
            {qualityClassWord(one, language)}
          </option>
        ))}
      </select>
      {refusal === null ? null : (
        <p role="alert" className="small-text bad-text">
          {refusal}
        </p>
      )}
    </li>
  );
}
