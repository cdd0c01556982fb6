import { useId, useState } from 'react';
import { MEASURES, type MeasureParameter } from '../../measures';
import {
  activePackageId,
  measureIn,
  scenarioOf,
  useActions,
  useAppState,
  type OfferedType,
} from '../../state';
import { unitText } from '../../state/view';
import { useTexts } from './useTexts';

/** The numbers of a chosen measure, each with its range, its usual value and its source. */
export function OfferParameters({ type }: { readonly type: OfferedType }) {
  const { words } = useTexts();
  const set = useAppState((state) => {
    const id = activePackageId(state);
    const scenario = id === null ? undefined : scenarioOf(state, id);
    return scenario === undefined ? undefined : measureIn(scenario, type)?.parameters;
  });
  const { parameters } = MEASURES[type];
  if (parameters.length === 0 || set === undefined) return null;
  return (
    <details className="offer-parameters">
      <summary>
        {words('building.offers.adjust')}
        <span className="hidden"> {words(`building.measures.${type}`)}</span>
      </summary>
      {parameters.map((parameter) => {
        const value = set[parameter.name] ?? parameter.default;
        return <Field key={`${parameter.name} ${value}`} type={type} parameter={parameter} value={value} />;
      })}
    </details>
  );
}

function Field({
  type,
  parameter,
  value,
}: {
  readonly type: OfferedType;
  readonly parameter: MeasureParameter;
  readonly value: number;
}) {
  const { words, number } = useTexts();
  const actions = useActions();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const { name, label, unit, min, max, source } = parameter;
  const shownUnit = unit === '1' ? '' : unitText(unit);
  const take = () => {
    const wanted = Number((typed ?? '').replace(',', '.'));
    if (typed !== null && typed.trim() !== '' && Number.isFinite(wanted)) {
      const held = Math.min(max, Math.max(min, wanted));
      if (held !== value) actions.building.setParameter(type, name, held);
    }
    setTyped(null);
  };
  return (
    <div className="parameter">
      <label htmlFor={id} lang="en">
        {label}
      </label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={typed ?? number(value)}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <span className="unit">{shownUnit}</span>
      <p id={`${id}-note`} className="muted small-text">
        {words('building.offers.parameterNote', {
          min: number(min),
          max: number(max),
          unit: shownUnit,
          usual: number(parameter.default),
          source,
        })}
      </p>
    </div>
  );
}
