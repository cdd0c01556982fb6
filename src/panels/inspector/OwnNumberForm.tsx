import { useId, useState, type FormEvent } from 'react';
import type { Assumption } from '../../model/archetypes';
import { QUALITY_CLASSES, type Building, type Overridable, type QualityClass } from '../../model/building';
import { OVERRIDE_RANGES } from '../../model/schema';
import { useActions, useSpeech } from '../../state';
import { figureWord, qualityClassWord, qualityWord, unitText } from '../../state/view';
import { sourceWords } from '../../words';
import { readTyped } from '../parts/typedNumber';
import { Refusal, SOURCE_LENGTH, TypedField } from '../parts/TypedField';

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
  const speech = useSpeech();
  const { words, number, typed, language } = speech;
  const id = useId();
  const own = building.overrides?.[name];
  const [value, setValue] = useState(typed(own?.value ?? Number(figure.value.toPrecision(4))));
  const [source, setSource] = useState(own?.source ?? '');
  const [quality, setQuality] = useState<QualityClass>(own?.quality ?? 'personal_estimation');
  const [refusal, setRefusal] = useState<string | null>(null);
  const [min, max] = OVERRIDE_RANGES[name];
  const unit = unitText(figure.unit, language);
  const range = { min: typed(min), max: typed(max), unit };
  const correct = (corrected: { value: number; source: string; quality: QualityClass } | null) => {
    actions.correctBuilding({ buildingId: building.id, field: name, value: corrected });
    onDone();
  };
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readTyped(value, { unit: figure.unit === '-' ? '1' : figure.unit }, speech);
    if (!read.ok) return setRefusal(read.refusal);
    if (!(read.value >= min && read.value <= max))
      return setRefusal(words('inspector.numbers.outOfRange', range));
    if (source.trim() === '') return setRefusal(words('inspector.numbers.noSource'));
    correct({ value: read.value, source: source.trim(), quality });
  };
  return (
    <form
      className="own-number"
      aria-label={figureWord(name, language)}
      onSubmit={(event) => void take(event)}
    >
      <p className="small-text">
        {words(figure.origin === 'own' ? 'inspector.numbers.own' : 'inspector.numbers.now', {
          value: number(figure.value, 4),
          unit,
          source: sourceWords(language, figure.source),
          quality: qualityClassWord(figure.quality, language),
        })}
      </p>
      <TypedField
        label={unit === '' ? words('inspector.numbers.value') : words('inspector.numbers.valueIn', { unit })}
        value={value}
        onChange={setValue}
        isNumber
        isRefused={refusal !== null}
        describedBy={`${id}-range`}
      />
      <TypedField
        label={words('inspector.numbers.from')}
        value={source}
        onChange={setSource}
        maxLength={SOURCE_LENGTH}
      />
      <div className="field">
        <label htmlFor={`${id}-quality`}>{words('inspector.numbers.sure')}</label>
        <select
          id={`${id}-quality`}
          value={quality}
          onChange={(event) => setQuality(event.target.value as QualityClass)}
        >
          {QUALITY_CLASSES.map((one) => (
            <option key={one} value={one}>
              {qualityWord(one, language)}
            </option>
          ))}
        </select>
      </div>
      <Refusal text={refusal} />
      <p className="row wrap">
        <button type="submit" className="button small primary">
          {words('inspector.numbers.take')}
        </button>
        {own === undefined ? null : (
          <button type="button" className="button small" onClick={() => correct(null)}>
            {words('inspector.numbers.archetype')}
          </button>
        )}
        <span id={`${id}-range`} className="muted small-text">
          {words('inspector.numbers.range', range)}
        </span>
      </p>
    </form>
  );
}
