import { useId } from 'react';

/** A line to type into, under its name. */
export function TypedField({
  label,
  value,
  onChange,
  maxLength = 60,
  isNumber = false,
  isRefused,
  describedBy,
  placeholder,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly maxLength?: number;
  /** A keypad of digits comes up where there is one. */
  readonly isNumber?: boolean;
  readonly isRefused?: boolean;
  readonly describedBy?: string;
  readonly placeholder?: string;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode={isNumber ? 'decimal' : undefined}
        maxLength={maxLength}
        value={value}
        placeholder={placeholder}
        aria-describedby={describedBy}
        aria-invalid={isRefused}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** Longest note of where a figure comes from. */
export const SOURCE_LENGTH = 500;

/** Why something typed is not taken; said aloud as soon as it stands. */
export function Refusal({ text }: { readonly text: string | null }) {
  return text === null ? null : (
    <p role="alert" className="small-text">
      {text}
    </p>
  );
}
