import { useId, useState, type FormEvent } from 'react';
import { useActions, useWords } from '../../state';
import { steppedYears } from '../../state/plan/curve';

const LEAST = 1900;
const MOST = 2200;
const MOST_STEP = 50;
const MOST_YEARS = 60;

const whole = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** The years in which a scenario is looked at: from, to, and how far apart. */
export function PathYearsForm({ years }: { readonly years: readonly number[] }) {
  const actions = useActions();
  const words = useWords();
  const [first, setFirst] = useState(String(years[0]));
  const [last, setLast] = useState(String(years.at(-1)));
  const [step, setStep] = useState(String((years[1] ?? years[0]! + 5) - years[0]!));
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (event: FormEvent) => {
    event.preventDefault();
    const [from, to, every] = [whole(first), whole(last), whole(step)] as const;
    const isYear = (year: number) => Number.isInteger(year) && year >= LEAST && year <= MOST;
    if (!isYear(from) || !isYear(to)) return setRefusal(words('path.noYear'));
    if (!Number.isInteger(every) || every < 1 || every > MOST_STEP)
      return setRefusal(words('path.years.noStep'));
    if (to <= from) return setRefusal(words('path.years.order'));
    const asked = steppedYears(from, to, every);
    if (asked.length > MOST_YEARS) return setRefusal(words('path.years.many', { most: MOST_YEARS }));
    setRefusal(null);
    if (String(asked) !== String(years)) actions.setPathYears(asked);
  };
  return (
    <form className="row wrap path-years" aria-label={words('path.years.title')} onSubmit={take}>
      <YearField label={words('path.years.first')} value={first} onChange={setFirst} />
      <YearField label={words('path.years.last')} value={last} onChange={setLast} />
      <YearField label={words('path.years.every')} value={step} onChange={setStep} />
      <button type="submit" className="button small">
        {words('path.years.set')}
      </button>
      <span className="muted small-text">{words('path.years.now', { years: years.join(', ') })}</span>
      {refusal === null ? null : (
        <p role="alert" className="small-text">
          {refusal}
        </p>
      )}
    </form>
  );
}

function YearField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  return (
    <span className="row">
      <label htmlFor={id} className="small-text">
        {label}
      </label>
      <input
        id={id}
        className="year-field"
        type="text"
        inputMode="numeric"
        maxLength={4}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </span>
  );
}
