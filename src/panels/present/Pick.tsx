import type { ReactNode } from 'react';

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
  /** Groups of further choices. */
  readonly children?: ReactNode;
}

/** A list to choose one of, under its name. */
export function Pick({ label, value, options, onChange, children }: PickProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
        {children}
      </select>
    </label>
  );
}

export function Choices({
  label,
  options,
}: {
  readonly label: string;
  readonly options: readonly (readonly [value: string, label: string])[];
}) {
  return options.length === 0 ? null : (
    <optgroup label={label}>
      {options.map(([one, text]) => (
        <option key={one} value={one}>
          {text}
        </option>
      ))}
    </optgroup>
  );
}
