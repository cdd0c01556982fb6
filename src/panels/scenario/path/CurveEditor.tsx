import { useId, useState, type FormEvent } from 'react';
import type { Measure, Scenario } from '../../../model/scenario';
import { adoptionAt, pathYears } from '../../../scenario';
import { useActions, useAppState, useSpeech } from '../../../state';
import { curveRows, evenCurve, withoutPoint, withPoint, type CurveRow } from '../../../state/plan/curve';
import { presentYearOf } from '../../../state/plan/planActions';
import { percentOfShare } from '../../../state/view/curve';
import { measureWords } from '../../../words';
import { handFocus } from '../../parts/handFocus';
import { IconButton } from '../../parts/IconButton';
import { readTyped } from '../../parts/typedNumber';
import { CurvePicture } from './CurvePicture';

const LEAST_YEAR = 1900;
const MOST_YEAR = 2200;

type Curve = Pick<Measure, 'adoption' | 'fromYear'>;

/** A measure's share year by year: a curve, and a table of the same in which each share can be typed. */
export function CurveEditor({
  measure,
  scenario,
}: {
  readonly measure: Measure;
  readonly scenario: Scenario;
}) {
  const { words, language } = useSpeech();
  const actions = useActions();
  const label = measureWords(language, measure.type).label;
  const rows = curveRows(measure, scenario);
  const years = rows.map(({ year }) => year);
  const { type, fromYear, adoption, id: measureId } = measure;
  const addId = useId();
  const set = (curve: Curve) => actions.setCurve(type, curve, measureId);
  const isConstant = typeof adoption === 'number';
  return (
    <div className="curve">
      <CurvePicture measure={measure} scenario={scenario} label={label} years={years} />
      {isConstant ? <p className="muted small-text">{words('path.constant')}</p> : null}
      {fromYear === undefined ? null : (
        <p className="row wrap small-text">
          {words('path.notBefore', { year: fromYear })}
          <button type="button" className="button small" onClick={() => set({ adoption })}>
            {words('path.always')}
          </button>
        </p>
      )}
      <table className="curve-table">
        <caption className="hidden">
          {label}: {words('path.summary')}
        </caption>
        <tbody>
          {rows.map((row) => (
            <ShareRow
              key={row.year}
              row={row}
              label={label}
              isShown={row.year === scenario.year}
              isOnly={isConstant || adoption.length < 2}
              onShare={(share) => set(withPoint(measure, { year: row.year, share }, pathYears(scenario)))}
              onTake={(shareId) => {
                set(withoutPoint(measure, row.year));
                handFocus(`#${CSS.escape(shareId)}`, `#${CSS.escape(addId)}`);
              }}
            />
          ))}
        </tbody>
      </table>
      <AddYear id={addId} measure={measure} scenario={scenario} taken={years} />
      <Shapes measure={measure} scenario={scenario} label={label} isConstant={isConstant} />
    </div>
  );
}

interface ShareRowProps {
  readonly row: CurveRow;
  readonly label: string;
  /** Of the year on screen. */
  readonly isShown: boolean;
  readonly isOnly: boolean;
  readonly onShare: (share: number) => void;
  /** With the id of the field that the share is typed in. */
  readonly onTake: (shareId: string) => void;
}

function ShareRow({ row: { year, share, kind }, label, isShown, isOnly, onShare, onTake }: ShareRowProps) {
  const speech = useSpeech();
  const { words, typed } = speech;
  const id = useId();
  const [text, setText] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const settled = () => {
    setText(null);
    setRefusal(null);
  };
  const take = async () => {
    if (text === null || text === typed(percentOfShare(share))) return settled();
    const read = await readTyped(text, { unit: '1', factor: 100 }, speech);
    if (!read.ok || !(read.value >= 0 && read.value <= 1)) return setRefusal(words('path.noShare'));
    settled();
    onShare(read.value);
  };
  return (
    <tr aria-current={isShown ? 'true' : undefined}>
      <th scope="row">{year}</th>
      <td>
        <span className="percent-field">
          <input
            id={id}
            type="text"
            inputMode="decimal"
            maxLength={12}
            aria-label={words('path.shareOf', { measure: label, year })}
            aria-invalid={refusal !== null}
            value={text ?? typed(percentOfShare(share))}
            onChange={(event) => setText(event.target.value)}
            onBlur={() => void take()}
            onKeyDown={(event) => {
              if (event.key === 'Enter') void take();
            }}
          />
          <span aria-hidden="true">%</span>
        </span>
        {refusal === null ? null : (
          <p role="alert" className="small-text">
            {refusal}
          </p>
        )}
      </td>
      <td className="muted small-text">
        {kind === 'stated' ? (
          isOnly ? null : (
            <IconButton
              icon="close"
              label={words('path.take', { year, measure: label })}
              onClick={() => onTake(id)}
            />
          )
        ) : (
          words(kind === 'between' ? 'path.between' : 'path.held')
        )}
      </td>
    </tr>
  );
}

function AddYear({
  id,
  measure,
  scenario,
  taken,
}: {
  readonly id: string;
  readonly measure: Measure;
  readonly scenario: Scenario;
  readonly taken: readonly number[];
}) {
  const { words } = useSpeech();
  const actions = useActions();
  const [text, setText] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (event: FormEvent) => {
    event.preventDefault();
    const year = Number(text);
    if (text.trim() === '' || !Number.isInteger(year) || year < LEAST_YEAR || year > MOST_YEAR)
      return setRefusal(words('path.noYear'));
    if (taken.includes(year)) return setRefusal(words('path.taken', { year }));
    const share = adoptionAt(measure, year);
    setRefusal(null);
    setText('');
    actions.setCurve(measure.type, withPoint(measure, { year, share }, pathYears(scenario)), measure.id);
  };
  return (
    <form className="row wrap" onSubmit={take}>
      <label htmlFor={id} className="small-text">
        {words('path.addYear')}
      </label>
      <input
        id={id}
        className="year-field"
        type="text"
        inputMode="numeric"
        maxLength={4}
        value={text}
        aria-invalid={refusal !== null}
        onChange={(event) => setText(event.target.value)}
      />
      <button type="submit" className="button small">
        {words('path.add')}
      </button>
      {refusal === null ? null : (
        <p role="alert" className="small-text">
          {refusal}
        </p>
      )}
    </form>
  );
}

/** The two shapes that most people want, in one activation. */
function Shapes({
  measure,
  scenario,
  label,
  isConstant,
}: {
  readonly measure: Measure;
  readonly scenario: Scenario;
  readonly label: string;
  readonly isConstant: boolean;
}) {
  const { words } = useSpeech();
  const actions = useActions();
  const from = useAppState((state) => presentYearOf(state.history.present.scenarios));
  const { year } = scenario;
  return (
    <p className="row wrap">
      {from < year ? (
        <button
          type="button"
          className="button small"
          title={words('path.evenTitle', { measure: label, year: from })}
          onClick={() => actions.setCurve(measure.type, evenCurve(measure, from, year), measure.id)}
        >
          {words('path.even', { year: from })}
        </button>
      ) : null}
      {isConstant ? null : (
        <button
          type="button"
          className="button small"
          title={words('path.flatTitle', { measure: label, year })}
          onClick={() => actions.setCurve(measure.type, { adoption: adoptionAt(measure, year) }, measure.id)}
        >
          {words('path.flat')}
        </button>
      )}
    </p>
  );
}
