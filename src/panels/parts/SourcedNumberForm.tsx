import { useId, useState, type FormEvent, type ReactNode } from 'react';
import { QUALITY_CLASSES, type QualityClass, type SourcedValue } from '../../model/building';
import { useSpeech } from '../../state';
import { qualityWord, unitText } from '../../state/view';
import { readTyped } from './typedNumber';
import { Refusal, SOURCE_LENGTH, TypedField } from './TypedField';

/** A number with its source and how sure it is: nothing is taken outside its range or without a source. */
export function SourcedNumberForm({
  label,
  unit,
  range: [min, max],
  begin,
  lead,
  take,
  more,
  onTake,
}: {
  readonly label: string;
  /** Of the value, as a figure states it: '-' for none. */
  readonly unit: string;
  readonly range: readonly [min: number, max: number];
  /** What stands in the fields at first. */
  readonly begin: SourcedValue;
  readonly lead: ReactNode;
  /** On the button that takes it. */
  readonly take: string;
  readonly more?: ReactNode;
  readonly onTake: (value: SourcedValue) => void;
}) {
  const speech = useSpeech();
  const { words, typed, language } = speech;
  const id = useId();
  const [value, setValue] = useState(typed(begin.value));
  const [source, setSource] = useState(begin.source);
  const [quality, setQuality] = useState<QualityClass>(begin.quality);
  const [refusal, setRefusal] = useState<string | null>(null);
  const shownUnit = unitText(unit, language);
  const bounds = { min: typed(min), max: typed(max), unit: shownUnit };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readTyped(value, { unit: unit === '-' ? '1' : unit }, speech);
    if (!read.ok) return setRefusal(read.refusal);
    if (!(read.value >= min && read.value <= max))
      return setRefusal(words('inspector.numbers.outOfRange', bounds));
    if (source.trim() === '') return setRefusal(words('inspector.numbers.noSource'));
    onTake({ value: read.value, source: source.trim(), quality });
  };
  return (
    <form className="own-number" aria-label={label} onSubmit={(event) => void send(event)}>
      <p className="small-text">{lead}</p>
      <TypedField
        label={
          shownUnit === ''
            ? words('inspector.numbers.value')
            : words('inspector.numbers.valueIn', { unit: shownUnit })
        }
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
          {take}
        </button>
        {more}
        <span id={`${id}-range`} className="muted small-text">
          {words('inspector.numbers.range', bounds)}
        </span>
      </p>
    </form>
  );
}
