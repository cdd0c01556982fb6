import { useId } from 'react';
import { CHALLENGE_SIGNS } from '../../io/session';
import type { Kpi } from '../../kpi';
import { KPI_GROUPS, KPI_PLACES, type KpiGroup } from '../../kpi/kpiGroups';
import { MEASURE_TYPES } from '../../model/scenario';
import { BASELINE_ID, runOf, useAppState, useSpeech, type MarkedKind } from '../../state';
import type { PresentState } from '../../state/present';
import { districtOf } from '../../state/view';
import { kpiGroupWords, kpiLabel, measureWords } from '../../words';
import { Refusal, TypedField } from '../parts/TypedField';
import { ONE_BUILDING, QUERIED, levelsOf, type Draft, type Sign } from './challengeDraft';
import { ElementQuery } from './ElementQuery';
import { Choices, Pick } from './Pick';
import { useSay } from './usePresent';

interface FieldsProps {
  readonly draft: Draft;
  readonly present: PresentState;
  readonly kpis: readonly Kpi[];
}

const COUNTED: readonly MarkedKind[] = ['building', 'transformer', 'line'];

/** What is asked about, where, how it is compared and with what. */
export function ConditionFields({ draft, present, kpis }: FieldsProps) {
  const { words } = useSpeech();
  const { change, kind, is, typed, refusal, field } = draft;
  return (
    <div className="present-condition">
      <What draft={draft} present={present} kpis={kpis} />
      <Where draft={draft} />
      {draft.place === ONE_BUILDING ? <Home draft={draft} /> : null}
      {kind === null ? null : <ElementQuery draft={draft} kind={kind} />}
      <Pick
        label={words('challenges.sign')}
        value={is}
        options={CHALLENGE_SIGNS.map((sign) => [sign, words(`challenges.signs.${sign}`)])}
        onChange={(sign) => change({ is: sign as Sign })}
      />
      <TypedField
        label={words('challenges.value', { unit: field.name })}
        value={typed}
        isNumber
        isRefused={refusal !== null}
        onChange={(text) => change({ typed: text })}
      />
      <Refusal text={refusal} />
    </div>
  );
}

function What({ draft, present, kpis }: FieldsProps) {
  const { words, language } = useSpeech();
  const say = useSay();
  const groups = Object.keys(KPI_GROUPS) as KpiGroup[];
  const { levers, kpis: figures } = present.session;
  const own = new Set(figures.map(({ id }) => id));
  const moved = new Set(levers.map(({ measure }) => measure));
  return (
    <Pick
      label={words('challenges.indicator')}
      value={draft.what}
      options={[]}
      onChange={(what) => draft.change({ what })}
    >
      <Choices
        label={words('present.figures')}
        options={present.session.kpis.map(({ id, words: name }) => [id, say(name)])}
      />
      <Choices
        label={words('challenges.levers')}
        options={levers.map((lever) => [`lever:${lever.id}`, say(lever.words)])}
      />
      <Choices
        label={words('challenges.counts')}
        options={COUNTED.map((kind) => [`count:${kind}`, words(`challenges.counted.${kind}`)])}
      />
      {groups.map((group) => (
        <Choices
          key={group}
          label={kpiGroupWords(language, group)}
          options={kpis
            .filter(({ id }) => KPI_PLACES.get(id)?.group === group && !own.has(id))
            .map(({ id, label }) => [id, kpiLabel(language, id, label)])}
        />
      ))}
      <Choices
        label={words('challenges.measures')}
        options={MEASURE_TYPES.filter((type) => !moved.has(type)).map((type) => [
          `measure:${type}`,
          measureWords(language, type).label,
        ])}
      />
    </Pick>
  );
}

/** The levels that can tell the indicator; nothing where there is no other than the district. */
function Where({ draft }: { readonly draft: Draft }) {
  const { words } = useSpeech();
  const stations = useAppState((state) => districtOf(state, BASELINE_ID)?.network?.transformers ?? null);
  const feeders = useAppState((state) => runOf(state, BASELINE_ID).result?.rows.feederIds ?? null);
  const levels = levelsOf(draft.what);
  if (levels.length < 2) return null;
  const placesOf = (level: 'station' | 'feeder', ids: readonly string[]) =>
    levels.includes(level) ? ids.map((id) => [`${level}:${id}`, id] as const) : [];
  return (
    <Pick
      label={words('challenges.place')}
      value={draft.place}
      options={[
        ['', words('challenges.district')],
        ...(levels.includes('buildings')
          ? [
              [ONE_BUILDING, words('challenges.oneBuilding')] as const,
              [QUERIED, words('challenges.queried')] as const,
            ]
          : []),
      ]}
      onChange={(place) => draft.change({ place })}
    >
      <Choices
        label={words('challenges.stations')}
        options={placesOf('station', stations?.map(({ id }) => id) ?? [])}
      />
      <Choices label={words('challenges.feeders')} options={placesOf('feeder', feeders ?? [])} />
    </Pick>
  );
}

/** One building by its id, which is offered while it is typed. */
function Home({ draft }: { readonly draft: Draft }) {
  const { words } = useSpeech();
  const id = useId();
  const buildings = useAppState((state) => districtOf(state, BASELINE_ID)?.buildings ?? null);
  return (
    <div className="field">
      <label htmlFor={id}>{words('challenges.building')}</label>
      <input
        id={id}
        type="text"
        list={`${id}-ids`}
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={draft.home}
        onChange={(event) => draft.change({ home: event.target.value })}
      />
      <datalist id={`${id}-ids`}>
        {buildings?.map((one) => (
          <option key={one.id} value={one.id} label={one.name} />
        ))}
      </datalist>
    </div>
  );
}
