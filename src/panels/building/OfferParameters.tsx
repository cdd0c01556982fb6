import { useId, useState } from 'react';
import { MEASURES, type MeasureParameter } from '../../measures';
import {
  activePackageId,
  measureIn,
  scenarioOf,
  useActions,
  useAppState,
  useSpeech,
  type OfferedType,
} from '../../state';
import { unitText } from '../../state/view';
import { measureWords, sourceWords } from '../../words';
import { parameterValue } from './parameterValue';
import { useTexts } from './useTexts';

/** The numbers of a chosen measure, each with its range, its usual value and its source. */
export function OfferParameters({ type }: { readonly type: OfferedType }) {
  const { words, measure } = useTexts();
  const set = useAppState((state) => {
    const id = activePackageId(state);
    const scenario = id === null ? undefined : scenarioOf(state, id);
    const building = state.selection?.id;
    if (scenario === undefined || building === undefined) return undefined;
    return measureIn(scenario, type, building)?.parameters;
  });
  const { parameters } = MEASURES[type];
  if (parameters.length === 0 || set === undefined) return null;
  return (
    <details className="offer-parameters">
      <summary>
        {words('building.offers.adjust')}
        <span className="hidden"> {measure(type)}</span>
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
  const speech = useSpeech();
  const actions = useActions();
  const id = useId();
  const [typed, setTyped] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { name, unit, min, max, source } = parameter;
  const shownUnit = unit === '1' ? '' : unitText(unit);
  const take = async (text: string) => {
    // Only after a change: what stands in the field may have fewer digits than the number.
    if (typed === null) return;
    const read = await parameterValue(text, parameter, speech);
    if (!read.ok) return setRefusal(read.refusal);
    setRefusal(null);
    setTyped(null);
    if (read.value !== value) actions.building.setParameter(type, name, read.value);
  };
  return (
    <div className="parameter">
      <label htmlFor={id}>{measureWords(speech.language, type).parameter(name)}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        value={typed ?? speech.typed(value)}
        aria-invalid={refusal !== null}
        aria-describedby={refusal === null ? `${id}-note` : `${id}-refusal ${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={(event) => void take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take(event.currentTarget.value);
        }}
      />
      <span className="unit">{shownUnit}</span>
      {refusal === null ? null : (
        <p id={`${id}-refusal`} className="small-text warn-text" role="alert">
          {refusal}
        </p>
      )}
      <p id={`${id}-note`} className="muted small-text">
        {words('building.offers.parameterNote', {
          min: number(min),
          max: number(max),
          unit: shownUnit,
          usual: number(parameter.default),
        })}{' '}
        {sourceWords(speech.language, source)}
      </p>
    </div>
  );
}
