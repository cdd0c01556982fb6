import { useRef, useState } from 'react';
import {
  CHALLENGE_SIGNS,
  CHALLENGE_TONES,
  type SessionChallenge,
  type SessionCondition,
} from '../../io/session';
import type { Kpi } from '../../kpi';
import { KPI_GROUPS, KPI_PLACES, type KpiGroup } from '../../kpi/kpiGroups';
import { placeKpiIds } from '../../kpi/placeKpis';
import { useAppState, useSpeech } from '../../state';
import type { PresentState } from '../../state/present';
import { kpiGroupWords, kpiLabel } from '../../words';
import { handFocus } from '../parts/handFocus';
import { Icon } from '../parts/Icon';
import { Refusal, TypedField } from '../parts/TypedField';
import { readTyped } from '../parts/typedNumber';
import { conditionText, FIELD_UNITS } from './challengeWords';
import { useRunner, useSay } from './usePresent';

type Sign = (typeof CHALLENGE_SIGNS)[number];
type Tone = SessionChallenge['tone'];

interface FormProps {
  readonly present: PresentState;
  readonly kpis: readonly Kpi[];
}

/** An indicator or a lever, a comparison, a value and a text; further conditions are added one by one, and all must be met. */
export function ChallengeForm({ present, kpis }: FormProps) {
  const { words, language } = useSpeech();
  const runner = useRunner();
  const draft = useDraft(kpis);
  const [earlier, setEarlier] = useState<readonly SessionCondition[]>([]);
  const [tone, setTone] = useState<Tone>('good');
  const [text, setText] = useState('');
  const form = useRef<HTMLFormElement>(null);
  const keep = async () => {
    const last = await draft.condition();
    if (last === null) return;
    const taken = new Set((present.session.challenges ?? []).map(({ id }) => id));
    let number = 1;
    while (taken.has(`own-${number}`)) number += 1;
    runner.addChallenge({ id: `own-${number}`, when: [...earlier, last], tone, words: text.trim() });
    // Empty again, for the next one; where there is room for none, the form goes and the list has the focus.
    draft.clear();
    setEarlier([]);
    setTone('good');
    setText('');
    form.current?.querySelector('select')?.focus();
    handFocus('.present-challenges button');
  };
  const also = async () => {
    const one = await draft.condition();
    if (one !== null) setEarlier([...earlier, one]);
  };
  return (
    <form
      ref={form}
      className="present-challenge"
      onSubmit={(event) => {
        event.preventDefault();
        void keep();
      }}
    >
      <h3>{words('challenges.add')}</h3>
      {earlier.map((one, row) => (
        <p key={row}>
          {conditionText(one, present, kpis, language)}
          {words('challenges.and')}…
        </p>
      ))}
      <ConditionFields draft={draft} present={present} kpis={kpis} />
      <Pick
        label={words('challenges.tone')}
        value={tone}
        options={CHALLENGE_TONES.map((one) => [one, words(`challenges.tones.${one}`)])}
        onChange={(one) => setTone(one as Tone)}
      />
      <TypedField label={words('challenges.text')} value={text} maxLength={400} onChange={setText} />
      <div className="present-buttons">
        <button type="button" className="button" disabled={earlier.length >= 5} onClick={() => void also()}>
          <Icon name="plus" />
          {words('challenges.alsoWhen')}
        </button>
        <button type="submit" className="button primary" disabled={text.trim() === ''}>
          {words('challenges.keep')}
        </button>
      </div>
    </form>
  );
}

type Draft = ReturnType<typeof useDraft>;

/** What is compared: `lever:id`, or the id of an indicator. */
function useDraft(kpis: readonly Kpi[]) {
  const speech = useSpeech();
  const [what, setWhat] = useState('peakImport');
  const [station, setStation] = useState('');
  const [is, setIs] = useState<Sign>('>');
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);
  const lever = what.startsWith('lever:') ? what.slice('lever:'.length) : null;
  const unit = lever === null ? (kpis.find(({ id }) => id === what)?.unit ?? '') : '1';
  const field =
    lever === null ? (FIELD_UNITS[unit] ?? { name: unit, factor: 1 }) : { name: '%', factor: 100 };
  const canBeAtStation = lever === null && placeKpiIds('station').includes(what);
  const condition = async (): Promise<SessionCondition | null> => {
    const read = await readTyped(typed, { unit, factor: field.factor }, speech);
    setRefusal(read.ok ? null : read.refusal);
    if (!read.ok) return null;
    const { value } = read;
    if (lever !== null) return { of: 'lever', lever, is, value };
    const at = canBeAtStation && station !== '' ? ({ level: 'station', id: station } as const) : null;
    return { of: 'kpi', kpi: what, at: at ?? { level: 'district' }, is, value };
  };
  const clear = () => {
    setWhat('peakImport');
    setStation('');
    setIs('>');
    setTyped('');
  };
  return {
    what,
    setWhat,
    station,
    setStation,
    is,
    setIs,
    typed,
    setTyped,
    refusal,
    field,
    canBeAtStation,
    condition,
    clear,
  };
}

function ConditionFields({ draft, present, kpis }: FormProps & { readonly draft: Draft }) {
  const { words, language } = useSpeech();
  const say = useSay();
  const stations = useAppState((state) => state.loaded?.district.network?.transformers ?? null);
  const groups = Object.keys(KPI_GROUPS) as KpiGroup[];
  return (
    <div className="present-condition">
      <label className="field">
        <span>{words('challenges.indicator')}</span>
        <select value={draft.what} onChange={(event) => draft.setWhat(event.target.value)}>
          <optgroup label={words('challenges.levers')}>
            {present.session.levers.map((lever) => (
              <option key={lever.id} value={`lever:${lever.id}`}>
                {say(lever.words)}
              </option>
            ))}
          </optgroup>
          {groups.map((group) => (
            <optgroup key={group} label={kpiGroupWords(language, group)}>
              {kpis
                .filter(({ id }) => KPI_PLACES.get(id)?.group === group)
                .map(({ id, label }) => (
                  <option key={id} value={id}>
                    {kpiLabel(language, id, label)}
                  </option>
                ))}
            </optgroup>
          ))}
        </select>
      </label>
      {draft.canBeAtStation && stations !== null ? (
        <Pick
          label={words('challenges.place')}
          value={draft.station}
          options={[['', words('challenges.district')], ...stations.map(({ id }) => [id, id] as const)]}
          onChange={draft.setStation}
        />
      ) : null}
      <Pick
        label={words('challenges.sign')}
        value={draft.is}
        options={CHALLENGE_SIGNS.map((sign) => [sign, words(`challenges.signs.${sign}`)])}
        onChange={(sign) => draft.setIs(sign as Sign)}
      />
      <TypedField
        label={words('challenges.value', { unit: draft.field.name })}
        value={draft.typed}
        isNumber
        isRefused={draft.refusal !== null}
        onChange={draft.setTyped}
      />
      <Refusal text={draft.refusal} />
    </div>
  );
}

interface PickProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, label: string])[];
  readonly onChange: (value: string) => void;
}

function Pick({ label, value, options, onChange }: PickProps) {
  return (
    <label className="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChange(event.target.value)}>
        {options.map(([one, text]) => (
          <option key={one} value={one}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
