import { useId, type ReactNode } from 'react';
import {
  BUILDING_USES,
  COOLING_SYSTEMS,
  ENVELOPE_STATES,
  HEATING_SYSTEMS,
  type Building,
} from '../../model/building';
import type { FactField } from '../../model/scenario';
import { BASELINE_ID, useActions, useAppState, useSpeech } from '../../state';
import { districtOf, indexOf } from '../../state/view';
import { catalogueOf } from '../../words';
import { AssumedNumbers } from './AssumedNumbers';

const PHASES = ['a', 'b', 'c', 'ab', 'bc', 'ac', 'abc'];

/** Corrects facts of the present: they hold in the baseline and in every scenario. */
export function BuildingCorrections({ building: shown }: { readonly building: Building }) {
  const district = useAppState((state) => districtOf(state, BASELINE_ID));
  const building = (district && indexOf(district).building.get(shown.id)) ?? shown;
  return (
    <>
      <Facts building={building} />
      {district === null ? null : <AssumedNumbers building={building} district={district} />}
    </>
  );
}

function Facts({ building }: { readonly building: Building }) {
  const actions = useActions();
  const { words, language } = useSpeech();
  const { uses, envelopes, heatings, coolings } = catalogueOf(language).facts;
  const set = (field: FactField, value: string | number) =>
    actions.correctBuilding({ buildingId: building.id, field, value });
  const setCars = (count: number) =>
    actions.correctBuilding({
      buildingId: building.id,
      field: 'vehicles',
      value: count === 0 ? null : { ...(building.vehicles ?? { control: 'unmanaged' }), count },
    });
  return (
    <details className="corrections">
      <summary>{words('inspector.correct.title')}</summary>
      <p className="muted small-text">{words('inspector.correct.note')}</p>
      <Field label={words('facts.attributes.use')}>
        {(id) => (
          <Options
            id={id}
            value={building.use}
            values={BUILDING_USES}
            names={uses}
            onSet={(v) => set('use', v)}
          />
        )}
      </Field>
      <Field label={words('facts.attributes.envelope')}>
        {(id) => (
          <Options
            id={id}
            value={building.envelope}
            values={ENVELOPE_STATES}
            names={envelopes}
            onSet={(v) => set('envelope', v)}
          />
        )}
      </Field>
      <Field label={words('facts.attributes.heating')}>
        {(id) => (
          <Options
            id={id}
            value={building.heating}
            values={HEATING_SYSTEMS}
            names={heatings}
            onSet={(v) => set('heating', v)}
          />
        )}
      </Field>
      <Field label={words('facts.attributes.cooling')}>
        {(id) => (
          <Options
            id={id}
            value={building.cooling}
            values={COOLING_SYSTEMS}
            names={coolings}
            onSet={(v) => set('cooling', v)}
          />
        )}
      </Field>
      <WholeNumber
        label={words('facts.attributes.constructionYear')}
        value={building.constructionYear}
        min={1000}
        max={2100}
        onSet={(v) => set('constructionYear', v)}
      />
      <WholeNumber
        label={words('facts.attributes.households')}
        value={building.households}
        min={0}
        max={2000}
        onSet={(v) => set('households', v)}
      />
      <WholeNumber
        label={words('facts.attributes.vehicles')}
        value={building.vehicles?.count ?? 0}
        min={0}
        max={2000}
        onSet={setCars}
      />
      {building.connection === null ? null : (
        <>
          <Field label={words('facts.attributes.phases')}>
            {(id) => (
              <Options
                id={id}
                value={building.connection!.phases.join('')}
                values={PHASES}
                names={{}}
                onSet={(v) => set('phases', v)}
              />
            )}
          </Field>
          <WholeNumber
            label={words('inspector.correct.fuse')}
            value={building.connection.mainFuseA}
            min={1}
            max={10_000}
            onSet={(v) => set('mainFuseA', v)}
          />
        </>
      )}
    </details>
  );
}

function Field({
  label,
  children,
}: {
  readonly label: string;
  readonly children: (id: string) => ReactNode;
}) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  );
}

function Options({
  id,
  value,
  values,
  names,
  onSet,
}: {
  readonly id: string;
  readonly value: string;
  readonly values: readonly string[];
  readonly names: Readonly<Record<string, string>>;
  readonly onSet: (value: string) => void;
}) {
  return (
    <select id={id} value={value} onChange={(event) => onSet(event.target.value)}>
      {values.map((one) => (
        <option key={one} value={one}>
          {names[one] ?? one}
        </option>
      ))}
    </select>
  );
}

function WholeNumber({
  label,
  value,
  min,
  max,
  onSet,
}: {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly onSet: (value: number) => void;
}) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          key={value}
          id={id}
          type="number"
          min={min}
          max={max}
          step={1}
          defaultValue={value}
          onBlur={(event) => {
            const typed = event.target.valueAsNumber;
            if (Number.isInteger(typed) && typed >= min && typed <= max && typed !== value) onSet(typed);
          }}
        />
      )}
    </Field>
  );
}
