import { useId, useState } from 'react';
import type { Scenario, WeatherSpell } from '../../../model/scenario';
import { useActions, useAppState, useSpeech } from '../../../state';
import { dayText, hardestWeek } from '../../../state/view';
import { Refusal } from '../../parts/TypedField';
import { readTyped } from '../../parts/typedNumber';

const KINDS = ['coldSnap', 'heatWave'] as const satisfies readonly WeatherSpell['kind'][];
/** Where nobody has said how much: a planner's first guess, in K. */
const FIRST_K = { coldSnap: 8, heatWave: 6 } as const;
const MOST_K = 30;
const FIRST_DAYS = Array.from({ length: 52 }, (_, week) => 1 + 7 * week);

/** A cold-snap and a heat-wave week in the year of the run, each with its week and how hard it is. */
export function SpellsSection({ scenario }: { readonly scenario: Scenario }) {
  const { words } = useSpeech();
  const heading = useId();
  return (
    <section aria-labelledby={heading} data-part="spells">
      <h3 id={heading}>{words('assumptions.spells.title')}</h3>
      <p className="muted small-text">{words('assumptions.spells.note')}</p>
      {KINDS.map((kind) => (
        <Spell key={kind} kind={kind} scenario={scenario} />
      ))}
    </section>
  );
}

function Spell({ kind, scenario }: { readonly kind: WeatherSpell['kind']; readonly scenario: Scenario }) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const id = useId();
  const weather = useAppState((state) => state.loaded?.weather ?? null);
  const ofKind = (scenario.spells ?? []).filter((spell) => spell.kind === kind);
  const spell = ofKind[0];
  const name = words(`assumptions.spells.${kind}`);
  const toggle = () => {
    const first = weather === null ? 1 : hardestWeek(weather, kind);
    actions.setSpell(kind, spell === undefined ? { startDay: first, byK: FIRST_K[kind] } : null);
  };
  const days = [...new Set([...FIRST_DAYS, ...(spell === undefined ? [] : [spell.startDay])])];
  return (
    <div className="spell row wrap">
      <label className="row">
        <input type="checkbox" checked={spell !== undefined} onChange={toggle} />
        {name}
      </label>
      {spell === undefined ? null : (
        <>
          <label htmlFor={id} className="hidden">
            {words('assumptions.spells.week', { kind: name })}
          </label>
          <select
            id={id}
            value={spell.startDay}
            onChange={(event) =>
              actions.setSpell(kind, { startDay: Number(event.target.value), byK: spell.byK })
            }
          >
            {days
              .sort((a, b) => a - b)
              .map((day) => (
                <option key={day} value={day}>
                  {dayText(day, language)}
                </option>
              ))}
          </select>
          <Kelvin key={spell.byK} kind={kind} spell={spell} />
          {ofKind.length > 1 ? (
            <span className="muted small-text">
              {words('assumptions.spells.several', { count: ofKind.length - 1 })}
            </span>
          ) : null}
        </>
      )}
    </div>
  );
}

/** How much colder or hotter, typed; taken when the field is left. */
function Kelvin({ kind, spell }: { readonly kind: WeatherSpell['kind']; readonly spell: WeatherSpell }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed, language } = speech;
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (text: string) => {
    const read = await readTyped(text, { unit: 'K' }, speech);
    if (!read.ok) return setRefusal(read.refusal);
    if (!(read.value > 0 && read.value <= MOST_K)) return setRefusal(words('assumptions.spells.outOfRange'));
    setRefusal(null);
    if (read.value !== spell.byK) actions.setSpell(kind, { startDay: spell.startDay, byK: read.value });
  };
  return (
    <>
      <label htmlFor={id} className="hidden">
        {words(kind === 'coldSnap' ? 'assumptions.spells.byColder' : 'assumptions.spells.byHotter', {
          kind: words(`assumptions.spells.${kind}`),
        })}
      </label>
      <input
        id={id}
        key={language}
        type="text"
        inputMode="decimal"
        className="kelvin"
        defaultValue={typed(spell.byK)}
        aria-invalid={refusal !== null}
        onBlur={(event) => void take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take(event.currentTarget.value);
        }}
      />
      <span className="unit">{words(`assumptions.spells.kelvin.${kind}`)}</span>
      <Refusal text={refusal} />
    </>
  );
}
