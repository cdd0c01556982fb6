import { useId, useState, type FormEvent } from 'react';
import type { MeasureType, OwnLegalStatus, Scenario } from '../../model/scenario';
import { useActions, useSpeech } from '../../state';
import { measureWords } from '../../words';
import { today } from '../parts/today';
import { isMoment } from './assumptions/moment';

const STATUSES = ['allowed', 'permit', 'notYet'] as const satisfies readonly OwnLegalStatus['status'][];

/** Whether a measure may be done here, where that is from and of when it is. Nothing is taken without a source. */
export function LegalForm({
  type,
  scenario,
  onDone,
}: {
  readonly type: MeasureType;
  readonly scenario: Scenario;
  readonly onDone: () => void;
}) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const id = useId();
  const own = scenario.legal?.find((one) => one.type === type);
  const [status, setStatus] = useState<OwnLegalStatus['status']>(own?.status ?? 'allowed');
  const [source, setSource] = useState(own?.source ?? '');
  const [date, setDate] = useState(own?.date ?? today());
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = (event: FormEvent) => {
    event.preventDefault();
    if (source.trim() === '') return setRefusal(words('assumptions.noSource'));
    if (!isMoment(date.trim())) return setRefusal(words('assumptions.noDate'));
    actions.setLegal(type, { status, source: source.trim(), date: date.trim() });
    onDone();
  };
  const measure = measureWords(language, type).label;
  return (
    <form className="own-number" aria-label={words('scenario.legalForm', { measure })} onSubmit={take}>
      <p className="muted small-text">{words('scenario.legalNote')}</p>
      <div className="field">
        <label htmlFor={`${id}-status`}>{words('scenario.legalChoice')}</label>
        <select
          id={`${id}-status`}
          value={status}
          onChange={(event) => setStatus(event.target.value as OwnLegalStatus['status'])}
        >
          {STATUSES.map((one) => (
            <option key={one} value={one}>
              {words(`scenario.legalChoices.${one}`)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor={`${id}-source`}>{words('assumptions.source')}</label>
        <input
          id={`${id}-source`}
          type="text"
          maxLength={500}
          value={source}
          onChange={(event) => setSource(event.target.value)}
        />
      </div>
      <div className="field">
        <label htmlFor={`${id}-date`}>{words('assumptions.date')}</label>
        <input
          id={`${id}-date`}
          type="text"
          maxLength={10}
          value={date}
          placeholder={words('assumptions.dateHint')}
          onChange={(event) => setDate(event.target.value)}
        />
      </div>
      {refusal === null ? null : (
        <p role="alert" className="small-text bad-text">
          {refusal}
        </p>
      )}
      <p className="row wrap">
        <button type="submit" className="button small primary">
          {words('assumptions.take')}
        </button>
        {own === undefined ? null : (
          <button
            type="button"
            className="button small"
            onClick={() => {
              actions.setLegal(type, null);
              onDone();
            }}
          >
            {words('scenario.legalReset')}
          </button>
        )}
      </p>
    </form>
  );
}
