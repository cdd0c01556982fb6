import { useId, type ReactNode } from 'react';
import type { SessionText } from '../../../io/session';
import { useAppState, useWords } from '../../../state';
import { textIn, withText } from '../../../state/present';
import { IconButton } from '../../parts/IconButton';
import { TypedField } from '../../parts/TypedField';

/** A text of the session in the language on screen; what it says in the other one stays. */
export function TextField({
  label,
  text,
  onChange,
}: {
  readonly label: string;
  readonly text: SessionText;
  readonly onChange: (text: SessionText) => void;
}) {
  const language = useAppState((state) => state.language);
  return (
    <TypedField
      label={label}
      value={textIn(text, language)}
      maxLength={400}
      onChange={(typed) => onChange(withText(text, language, typed))}
    />
  );
}

/** A number; empty is none, and is refused when the session is checked. */
export function NumberField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="number"
        step="any"
        value={Number.isFinite(value) ? value : ''}
        onChange={(event) => onChange(event.target.valueAsNumber)}
      />
    </div>
  );
}

/** One row of a list of the session, with the ways to move it up and to take it out. */
export function Row({
  title,
  onEarlier,
  onRemove,
  children,
}: {
  readonly title: string;
  readonly onEarlier: (() => void) | null;
  readonly onRemove: (() => void) | null;
  readonly children: ReactNode;
}) {
  const words = useWords();
  return (
    <fieldset className="prepare-row">
      <legend>{title}</legend>
      <div className="prepare-fields">{children}</div>
      <div className="prepare-ways">
        {onEarlier === null ? null : (
          <IconButton icon="up" label={words('prepare.earlier', { title })} onClick={onEarlier} />
        )}
        {onRemove === null ? null : (
          <IconButton icon="close" label={words('prepare.remove', { title })} onClick={onRemove} />
        )}
      </div>
    </fieldset>
  );
}
