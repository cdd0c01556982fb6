import { useId, useState, type FormEvent } from 'react';
import type { Assumption } from '../../model/archetypes';
import { QUALITY_CLASSES, type Building, type Overridable, type QualityClass } from '../../model/building';
import { OVERRIDE_RANGES } from '../../model/schema';
import { useActions } from '../../state';
import { figureWord, QUALITY_WORDS, unitText } from '../../state/view';
import { formatNumber, parseQuantity } from '../../units';

/** A number of the building's own: value, where it comes from and how sure it is. Nothing is taken without a source. */
export function OwnNumberForm({
  building,
  figure,
  name,
  onDone,
}: {
  readonly building: Building;
  readonly figure: Assumption;
  readonly name: Overridable;
  readonly onDone: () => void;
}) {
  const actions = useActions();
  const id = useId();
  const own = building.overrides?.[name];
  const [value, setValue] = useState(String(own?.value ?? Number(figure.value.toPrecision(4))));
  const [source, setSource] = useState(own?.source ?? '');
  const [quality, setQuality] = useState<QualityClass>(own?.quality ?? 'personal_estimation');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [min, max] = OVERRIDE_RANGES[name];
  const unit = unitText(figure.unit);
  const correct = (corrected: { value: number; source: string; quality: QualityClass } | null) => {
    actions.correctBuilding({ buildingId: building.id, field: name, value: corrected });
    onDone();
  };
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readNumber(value, figure.unit);
    if (typeof read === 'string') return setRefusal(read);
    if (!(read >= min && read <= max)) return setRefusal(`Give a number from ${min} to ${max} ${unit}.`);
    if (source.trim() === '') return setRefusal('Say where the number comes from.');
    correct({ value: read, source: source.trim(), quality });
  };
  return (
    <form className="own-number" aria-label={figureWord(name)} onSubmit={(event) => void take(event)}>
      <p className="small-text">
        {figure.origin === 'own' ? 'Own number' : 'Now'}: {formatNumber(figure.value, 4)} {unit},{' '}
        {figure.source} ({figure.quality.replaceAll('_', ' ')}).
      </p>
      <div className="field">
        <label htmlFor={`${id}-value`}>Value{unit === '' ? '' : `, ${unit}`}</label>
        <input
          id={`${id}-value`}
          type="text"
          inputMode="decimal"
          value={value}
          aria-describedby={`${id}-range`}
          aria-invalid={refusal !== null}
          onChange={(event) => setValue(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-source`}>Where from</label>
        <input
          id={`${id}-source`}
          type="text"
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-quality`}>How sure</label>
        <select
          id={`${id}-quality`}
          value={quality}
          onChange={(event) => setQuality(event.target.value as QualityClass)}
        >
          {QUALITY_CLASSES.map((one) => (
            <option key={one} value={one}>
              {QUALITY_WORDS[one]}
            </option>
          ))}
        </select>
      </div>
      {refusal === null ? null : (
        <p role="alert" className="small-text">
          {refusal}
        </p>
      )}
      <p className="row wrap">
        <button type="submit" className="button small primary">
          Correct
        </button>
        {own === undefined ? null : (
          <button type="button" className="button small" onClick={() => correct(null)}>
            Back to the archetype’s
          </button>
        )}
        <span id={`${id}-range`} className="muted small-text">
          {min} to {max} {unit}
        </span>
      </p>
    </form>
  );
}

/** A bare number is in the unit shown; anything else names its own. */
async function readNumber(text: string, unit: string): Promise<number | string> {
  const typed = text.trim();
  const bare = Number(typed.replace(',', '.'));
  if (typed !== '' && Number.isFinite(bare)) return bare;
  const outcome = await parseQuantity(typed, unit === '-' ? '1' : unit);
  return outcome.ok
    ? outcome.value
    : outcome.issues.map(({ message, remedy }) => `${message} ${remedy}`).join(' ');
}
