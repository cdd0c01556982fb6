import { useId, useState, type FormEvent } from 'react';
import { clearTarget, setTarget, type ScoredIndicator } from '../../kpi/u4ssc';
import { useActions, useAppState, useSpeech } from '../../state';
import { wishesOf } from '../../state/scorecard/scorecard';
import { unitText } from '../../state/view';
import { indicatorWords } from '../../words';
import { readTyped } from '../parts/typedNumber';

/** A target of one's own for an indicator, with the reason for it; or none. */
export function TargetForm({
  item,
  onDone,
}: {
  readonly item: ScoredIndicator;
  readonly onDone: () => void;
}) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed, language } = speech;
  const wishes = useAppState(wishesOf);
  const { indicator, target: present } = item;
  const [target, setText] = useState(present === undefined ? '' : typed(present.target));
  const [worst, setWorst] = useState(present?.worst === undefined ? '' : typed(present.worst));
  const [because, setBecause] = useState(present?.setBy === 'user' ? present.because : '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const isLower = indicator.direction === 'lower';
  const said = indicatorWords(language, indicator);
  const unit = unitText(said.unit);
  const numberOf = async (text: string): Promise<number> => {
    const read = await readTyped(text, { unit: '1' }, speech);
    return read.ok ? read.value : Number.NaN;
  };
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const wanted = await numberOf(target);
    const worstValue = isLower ? await numberOf(worst) : undefined;
    if (Number.isNaN(wanted) || Number.isNaN(worstValue)) return setRefusal(words('scorecard.form.noNumber'));
    if (because.trim() === '') return setRefusal(words('scorecard.form.noReason'));
    const asked = { target: wanted, ...(worstValue === undefined ? {} : { worst: worstValue }) };
    const set = setTarget(wishes.targets, indicator, asked, because.trim());
    if (!set.ok) return setRefusal(words(isLower ? 'scorecard.form.lower' : 'scorecard.form.higher'));
    actions.setScorecard({ ...wishes, targets: set.value });
    onDone();
  };
  return (
    <form
      className="own-number"
      aria-label={words('scorecard.form.label', { name: said.name })}
      onSubmit={(event) => void take(event)}
    >
      <Field label={words('scorecard.form.target', { unit })} value={target} onText={setText} />
      {isLower ? (
        <Field label={words('scorecard.form.worst', { unit })} value={worst} onText={setWorst} />
      ) : null}
      <Field label={words('scorecard.form.because')} value={because} onText={setBecause} isText />
      {refusal === null ? null : (
        <p role="alert" className="small-text bad-text">
          {refusal}
        </p>
      )}
      <p className="row wrap">
        <button type="submit" className="button small primary">
          {words('scorecard.form.take')}
        </button>
        {present === undefined ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => {
              actions.setScorecard({ ...wishes, targets: clearTarget(wishes.targets, indicator.id) });
              onDone();
            }}
          >
            {words('scorecard.form.clear')}
          </button>
        )}
      </p>
    </form>
  );
}

function Field({
  label,
  value,
  onText,
  isText = false,
}: {
  readonly label: string;
  readonly value: string;
  readonly onText: (text: string) => void;
  readonly isText?: boolean;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={isText ? 'text' : 'decimal'}
        maxLength={isText ? 500 : 20}
        value={value}
        onChange={(event) => onText(event.target.value)}
      />
    </div>
  );
}
