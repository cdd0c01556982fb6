import { useId, useMemo, useState } from 'react';
import { assumptionsOf, type Assumption } from '../../model/archetypes';
import {
  BUILDING_USES,
  COOLING_SYSTEMS,
  ENVELOPE_STATES,
  HEATING_SYSTEMS,
  OVERRIDABLE,
  type Building,
  type Overridable,
} from '../../model/building';
import type { BaseEdit } from '../../model/scenario';
import { OVERRIDE_RANGES } from '../../model/schema';
import { BASELINE_ID, useActions, useAppState, useSpeech } from '../../state';
import { districtOf, figureWord, indexOf } from '../../state/view';
import { catalogueOf } from '../../words';
import { SourcedNumberForm } from '../parts/SourcedNumberForm';

/** Facts that every building has, one of a list. */
const FACTS = {
  use: BUILDING_USES,
  envelope: ENVELOPE_STATES,
  heating: HEATING_SYSTEMS,
  cooling: COOLING_SYSTEMS,
} as const;
type Fact = keyof typeof FACTS;

const isFact = (field: string): field is Fact => field in FACTS;

/** A fact or a number of the present day for all buildings that are marked: filled down, and one step back. */
export function CorrectMarked() {
  const { words } = useSpeech();
  const marked = useAppState((state) => state.marked);
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const first =
    marked?.kind === 'building' && district !== null
      ? indexOf(district).building.get(marked.ids[0] ?? '')
      : undefined;
  if (first === undefined || district === null) return null;
  return (
    <details className="corrections correct-marked">
      <summary>{words('marked.correct.title')}</summary>
      <p className="muted small-text">{words('marked.correct.note')}</p>
      <Correction key={first.id} first={first} ids={marked!.ids} region={district.archetypeRegion} />
    </details>
  );
}

function Correction({
  first,
  ids,
  region,
}: {
  readonly first: Building;
  readonly ids: readonly string[];
  readonly region: Parameters<typeof assumptionsOf>[1];
}) {
  const actions = useActions();
  const id = useId();
  const { words, language } = useSpeech();
  const [field, setField] = useState<Fact | Overridable | ''>('');
  const { attributes } = catalogueOf(language).facts;
  const figures = useMemo(
    () => new Map<string, Assumption>(assumptionsOf(first, region).map((figure) => [figure.name, figure])),
    [first, region],
  );
  const figure = figures.get(field);
  const name = isFact(field) ? attributes[field] : field === '' ? '' : figureWord(field, language);
  const correct = (value: BaseEdit['value']) =>
    actions.correctBuildings(ids.map((buildingId) => ({ buildingId, field, value }) as BaseEdit));
  const begins = words('marked.correct.from', { building: first.name ?? first.id });
  const take = words('marked.correct.take', { count: ids.length });
  return (
    <>
      <div className="field">
        <label htmlFor={`${id}-field`}>{words('marked.correct.what')}</label>
        <select
          id={`${id}-field`}
          value={field}
          onChange={(event) => setField(event.target.value as typeof field)}
        >
          <option value="">{words('marked.correct.choose')}</option>
          <optgroup label={words('marked.correct.facts')}>
            {Object.keys(FACTS).map((fact) => (
              <option key={fact} value={fact}>
                {attributes[fact as Fact]}
              </option>
            ))}
          </optgroup>
          <optgroup label={words('marked.correct.numbers')}>
            {OVERRIDABLE.filter((one) => figures.has(one)).map((one) => (
              <option key={one} value={one}>
                {figureWord(one, language)}
              </option>
            ))}
          </optgroup>
        </select>
      </div>
      {isFact(field) ? (
        <FactForm key={field} fact={field} name={name} {...{ first, begins, take }} onTake={correct} />
      ) : figure === undefined || field === '' ? null : (
        <SourcedNumberForm
          key={field}
          label={name}
          unit={figure.unit}
          range={OVERRIDE_RANGES[field]}
          begin={{
            value: Number(figure.value.toPrecision(4)),
            source: first.overrides?.[field]?.source ?? '',
            quality: first.overrides?.[field]?.quality ?? 'personal_estimation',
          }}
          lead={begins}
          take={take}
          onTake={correct}
        />
      )}
    </>
  );
}

function FactForm({
  fact,
  name,
  first,
  begins,
  take,
  onTake,
}: {
  readonly fact: Fact;
  readonly name: string;
  readonly first: Building;
  readonly begins: string;
  readonly take: string;
  readonly onTake: (value: string) => void;
}) {
  const id = useId();
  const { language } = useSpeech();
  const { uses, envelopes, heatings, coolings } = catalogueOf(language).facts;
  const names: Readonly<Record<string, string>> = {
    use: uses,
    envelope: envelopes,
    heating: heatings,
    cooling: coolings,
  }[fact];
  const [value, setValue] = useState<string>(first[fact]);
  return (
    <form
      className="own-number"
      aria-label={name}
      onSubmit={(event) => {
        event.preventDefault();
        onTake(value);
      }}
    >
      <p className="small-text">{begins}</p>
      <div className="field">
        <label htmlFor={`${id}-value`}>{name}</label>
        <select id={`${id}-value`} value={value} onChange={(event) => setValue(event.target.value)}>
          {FACTS[fact].map((one) => (
            <option key={one} value={one}>
              {names[one] ?? one}
            </option>
          ))}
        </select>
      </div>
      <p>
        <button type="submit" className="button small primary">
          {take}
        </button>
      </p>
    </form>
  );
}
