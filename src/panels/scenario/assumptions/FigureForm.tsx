import { useId, useState, type FormEvent } from 'react';
import { ASSUMPTIONS } from '../../../model/assumptions';
import { useActions, useSpeech } from '../../../state';
import {
  assumedText,
  qualityClassWord,
  shownFactor,
  shownUnit,
  shownValue,
  type AssumptionRow,
} from '../../../state/view';
import { readTyped } from '../../parts/typedNumber';
import { Refusal, SOURCE_LENGTH, TypedField } from '../../parts/TypedField';
import { today } from '../../parts/today';
import { isMoment } from './moment';

/** A figure of the scenario's own: value, where it comes from and of when it is. Nothing is taken without a source. */
export function FigureForm({ row, onDone }: { readonly row: AssumptionRow; readonly onDone: () => void }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed, language } = speech;
  const id = useId();
  const { key, label, own } = row;
  const [value, setValue] = useState(typed(shownValue(key, row.value)));
  const [source, setSource] = useState(own?.source ?? '');
  const [date, setDate] = useState(own?.date ?? today());
  const [refusal, setRefusal] = useState<string | null>(null);
  const { unit, min, max } = ASSUMPTIONS[key];
  const shown = shownUnit(key, language);
  const text = (number: number) => assumedText(key, number, language);
  const range = { min: text(min), max: text(max) };
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const read = await readTyped(value, { unit, factor: shownFactor(key) }, speech);
    if (!read.ok) return setRefusal(read.refusal);
    if (!(read.value >= min && read.value <= max)) return setRefusal(words('assumptions.outOfRange', range));
    if (source.trim() === '') return setRefusal(words('assumptions.noSource'));
    if (!isMoment(date.trim())) return setRefusal(words('assumptions.noDate'));
    actions.setAssumption(key, { value: read.value, source: source.trim(), date: date.trim() });
    onDone();
  };
  return (
    <form className="own-number" aria-label={label} onSubmit={(event) => void take(event)}>
      <Standing row={row} />
      <TypedField
        label={shown === '' ? words('assumptions.value') : words('assumptions.valueIn', { unit: shown })}
        value={value}
        onChange={setValue}
        isNumber
        isRefused={refusal !== null}
        describedBy={`${id}-range`}
      />
      <TypedField
        label={words('assumptions.source')}
        value={source}
        onChange={setSource}
        maxLength={SOURCE_LENGTH}
      />
      <TypedField
        label={words('assumptions.date')}
        value={date}
        onChange={setDate}
        maxLength={10}
        placeholder={words('assumptions.dateHint')}
      />
      <Refusal text={refusal} />
      <p className="row wrap">
        <button type="submit" className="button small primary">
          {words('assumptions.take')}
        </button>
        {own === null ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => {
              actions.setAssumption(key, null);
              onDone();
            }}
          >
            {words('assumptions.reset', { value: text(row.normal) })}
          </button>
        )}
        <span id={`${id}-range`} className="muted small-text">
          {words('assumptions.range', range)}
        </span>
      </p>
    </form>
  );
}

/** What is assumed now and where that comes from, and the default where it is another. */
function Standing({ row }: { readonly row: AssumptionRow }) {
  const { words, language } = useSpeech();
  const { key, value, normal, own, normalSource, normalQuality } = row;
  const now = assumedText(key, value, language);
  const quality = qualityClassWord(normalQuality, language);
  return (
    <p className="small-text">
      {own === null
        ? words('assumptions.standsNow', { value: now, source: normalSource, quality })
        : words('assumptions.standsOwn', {
            ...{ value: now, source: own.source, date: own.date, quality, normalSource },
            normal: assumedText(key, normal, language),
          })}
    </p>
  );
}
