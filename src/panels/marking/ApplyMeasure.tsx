import { useId, useMemo, useState } from 'react';
import { MEASURE_GROUPS, MEASURES, type MeasureGroup } from '../../measures';
import type { MeasureType } from '../../model/scenario';
import { BASELINE_ID, useActions, useAppState, useSpeech } from '../../state';
import { couldTakePart } from '../../state/marked/reach';
import { measuresAt } from '../../state/marked/view';
import { districtOf } from '../../state/view';
import { measureGroupWords, measureWords } from '../../words';
import { readBareNumber } from '../parts/typedNumber';

const GROUPS = Object.keys(MEASURE_GROUPS) as readonly MeasureGroup[];

/** A measure for those who are marked and nobody else. */
export function ApplyMeasure() {
  const id = useId();
  const actions = useActions();
  const { words, language } = useSpeech();
  const marked = useAppState((state) => state.marked);
  const isBaseline = useAppState((state) => state.activeId === BASELINE_ID);
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const [type, setType] = useState<MeasureType | ''>('');
  const [percent, setPercent] = useState('100');
  const types = useMemo(() => (marked === null ? [] : measuresAt(marked.kind)), [marked]);
  const reach = useMemo(
    () =>
      marked === null || district === null || type === ''
        ? null
        : couldTakePart(district, type, new Set(marked.ids)),
    [marked, district, type],
  );
  if (marked === null) return null;
  if (types.length === 0) return <p className="muted small-text">{words('marked.noMeasures')}</p>;
  const share = readBareNumber(percent.replace(/\s*%$/, ''), language);
  const isShare = share > 0 && share <= 100;
  return (
    <form
      className="row wrap apply-measure"
      onSubmit={(event) => {
        event.preventDefault();
        if (type !== '' && isShare) actions.marks.apply(type, share / 100);
      }}
    >
      <label htmlFor={`${id}-measure`}>{words('marked.measure')}</label>
      <select
        id={`${id}-measure`}
        value={type}
        onChange={(event) => setType(event.target.value as MeasureType | '')}
      >
        <option value="">{words('marked.choose')}</option>
        {GROUPS.map((group) => {
          const ofGroup = types.filter((one) => MEASURES[one].group === group);
          return ofGroup.length === 0 ? null : (
            <optgroup key={group} label={measureGroupWords(language, group)}>
              {ofGroup.map((one) => (
                <option key={one} value={one}>
                  {measureWords(language, one).label}
                </option>
              ))}
            </optgroup>
          );
        })}
      </select>
      <span className="percent-field">
        <input
          type="text"
          inputMode="decimal"
          aria-label={words('marked.share')}
          aria-invalid={!isShare}
          value={percent}
          onChange={(event) => setPercent(event.target.value)}
        />
        <span aria-hidden="true">%</span>
      </span>
      <button type="submit" className="button primary" disabled={type === '' || !isShare || reach === 0}>
        {words(isBaseline ? 'marked.applyNew' : 'marked.apply')}
      </button>
      {reach === null ? null : (
        <span className="muted small-text" role="status">
          {words('marked.couldTake', { count: reach, of: marked.ids.length })}
        </span>
      )}
    </form>
  );
}
