import { useId, useState } from 'react';
import { useSpeech } from '../../state';
import { readBareNumber } from '../parts/typedNumber';

interface NumberFieldProps {
  readonly label: string;
  /** The label stands beside the field; only spoken where the table around it says it. */
  readonly isLabelled?: boolean;
  readonly value: number;
  /** NaN where what is typed is no number. */
  readonly onValue: (value: number) => void;
}

/** A number that is taken as it is typed; what is no number stays on screen, marked. */
export function NumberField({ label, isLabelled = false, value, onValue }: NumberFieldProps) {
  const { typed, language } = useSpeech();
  const read = (text: string) => readBareNumber(text, language);
  const id = useId();
  const [text, setText] = useState(Number.isNaN(value) ? '' : typed(value));
  return (
    <>
      <label htmlFor={id} className={isLabelled ? undefined : 'hidden'}>
        {label}
      </label>
      <input
        id={id}
        className="amount-field"
        type="text"
        inputMode="decimal"
        maxLength={16}
        value={text}
        aria-invalid={Number.isNaN(read(text))}
        onChange={(event) => {
          setText(event.target.value);
          onValue(read(event.target.value));
        }}
      />
    </>
  );
}
