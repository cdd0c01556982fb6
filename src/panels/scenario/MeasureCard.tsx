import { useId, useMemo, useState } from 'react';
import { MEASURES, type MeasureParameter } from '../../measures';
import type { MeasureType, Scenario } from '../../model/scenario';
import { adoptionAt } from '../../scenario';
import { BASELINE_ID, measureOfType, useActions, useAppState, useSpeech } from '../../state';
import { reachOf } from '../../state/marked/reach';
import { districtOf, sourceText, unitText } from '../../state/view';
import { measureWords } from '../../words';
import { IconButton } from '../parts/IconButton';
import { readBareNumber, readTyped } from '../parts/typedNumber';
import { MeasureFacts } from './MeasureFacts';
import { MeasureReach } from './MeasureReach';
import { CurveDisclosure } from './path/CurveDisclosure';

const STEP = 5;
const clamp = (value: number, min: number, max: number) => Math.min(Math.max(value, min), max);

interface MeasureCardProps {
  readonly type: MeasureType;
  readonly scenario: Scenario;
  /** Of one that stands beside another of its kind, for others; absent: the one that the list shows. */
  readonly measureId?: string;
}

/** One measure: dragged, stepped or typed; its own parameters in a disclosure. */
export function MeasureCard({ type, scenario, measureId }: MeasureCardProps) {
  const definition = MEASURES[type];
  const { words, typed, language } = useSpeech();
  const named = measureWords(language, type);
  const actions = useActions();
  const id = useId();
  const measure =
    measureId === undefined
      ? measureOfType(scenario, type)
      : scenario.measures.find((one) => one.id === measureId);
  const share = measure === undefined ? 0 : adoptionAt(measure, scenario.year);
  const settled = Math.round(share * 1000) / 10;
  // While the slider is dragged the value echoes here and a first look follows it; the year's run starts when it is let go.
  const [dragged, setDragged] = useState<number | null>(null);
  const base = useAppState((state) => districtOf(state, BASELINE_ID));
  const reach = useMemo(
    () => (base === null ? null : reachOf(base, type, measure, language)),
    [base, type, measure, language],
  );
  const label =
    measureId === undefined
      ? named.label
      : words('marked.card.name', { measure: named.label, count: reach?.count ?? 0 });
  const percent = dragged ?? settled;
  const parameters = measure?.parameters ?? {};
  const set = (value: number) => {
    setDragged(null);
    if (value === settled) actions.endPreview();
    else actions.setMeasure(type, clamp(value, 0, 100) / 100, parameters, measure?.id);
  };
  const drag = (value: number) => {
    setDragged(value);
    actions.previewMeasure(type, value / 100, parameters, measure?.id);
  };
  return (
    <li className={`measure ${settled > 0 ? 'active' : ''}`}>
      <div className="measure-head">
        <label htmlFor={`${id}-range`} title={named.changes}>
          {label}
        </label>
        {settled === 0 ? null : (
          <IconButton
            icon="reset"
            label={words('scenario.reset', { measure: label })}
            onClick={() => set(0)}
          />
        )}
      </div>
      {/* The slider does by keyboard what the buttons at its ends do: one stop less for each measure. */}
      <div className="measure-set">
        <IconButton
          icon="minus"
          tabIndex={-1}
          label={words('scenario.less', { measure: label, step: STEP })}
          onClick={() => set(clamp(settled - STEP, 0, 100))}
        />
        <input
          id={`${id}-range`}
          type="range"
          min={0}
          max={100}
          step={1}
          value={percent}
          aria-valuetext={words('scenario.percentOf', { percent: typed(percent), of: named.adoptionOf })}
          onChange={(event) => drag(Number(event.target.value))}
          onPointerUp={() => set(percent)}
          onKeyUp={() => set(percent)}
          onBlur={() => set(percent)}
        />
        <IconButton
          icon="plus"
          tabIndex={-1}
          label={words('scenario.more', { measure: label, step: STEP })}
          onClick={() => set(clamp(settled + STEP, 0, 100))}
        />
        <PercentField label={words('scenario.percent', { measure: label })} value={percent} onSet={set} />
      </div>
      {reach === null ? null : (
        <MeasureReach measure={measure} reach={reach} of={named.adoptionOf} label={label} />
      )}
      {definition.parameters.length === 0 && definition.work === undefined ? null : (
        <details>
          <summary>{words('scenario.assumptions')}</summary>
          {definition.parameters.map((parameter) => (
            <ParameterField
              key={`${parameter.name}${parameters[parameter.name] ?? ''}`}
              parameter={parameter}
              label={named.parameter(parameter.name)}
              measureLabel={label}
              value={parameters[parameter.name] ?? parameter.default}
              disabled={settled === 0}
              onSet={(value) =>
                actions.setMeasure(
                  type,
                  settled / 100,
                  { ...parameters, [parameter.name]: value },
                  measure?.id,
                )
              }
            />
          ))}
          <MeasureFacts definition={definition} parameters={parameters} scenario={scenario} />
        </details>
      )}
      {measure === undefined ? null : <CurveDisclosure measure={measure} scenario={scenario} />}
    </li>
  );
}

function PercentField({
  label,
  value,
  onSet,
}: {
  readonly label: string;
  readonly value: number;
  readonly onSet: (value: number) => void;
}) {
  const speech = useSpeech();
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    const number = readBareNumber((typed ?? '').replace(/\s*%$/, ''), speech.language);
    if (!Number.isNaN(number)) onSet(clamp(number, 0, 100));
    setTyped(null);
  };
  return (
    <span className="percent-field">
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        value={typed ?? speech.typed(value)}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={take}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take();
        }}
      />
      <span aria-hidden="true">%</span>
    </span>
  );
}

function ParameterField({
  parameter,
  label,
  measureLabel,
  value,
  disabled,
  onSet,
}: {
  readonly parameter: MeasureParameter;
  readonly label: string;
  readonly measureLabel: string;
  readonly value: number;
  readonly disabled: boolean;
  readonly onSet: (value: number) => void;
}) {
  const speech = useSpeech();
  const { words, typed: typedText, language } = speech;
  const { unit, min, max, source, quality, default: normal } = parameter;
  const id = useId();
  const [refusal, setRefusal] = useState<string | null>(null);
  const take = async (text: string) => {
    const read = await readTyped(text, { unit }, speech);
    setRefusal(read.ok ? null : read.refusal);
    if (!read.ok) return;
    const number = clamp(read.value, min, max);
    if (number !== value) onSet(number);
  };
  return (
    <div className="parameter">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="text"
        inputMode="decimal"
        key={language}
        defaultValue={typedText(value)}
        disabled={disabled}
        aria-describedby={`${id}-note`}
        aria-invalid={refusal !== null}
        onBlur={(event) => void take(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void take(event.currentTarget.value);
        }}
      />
      <span className="unit">{unit === '1' ? '' : unitText(unit)}</span>
      {refusal === null ? null : (
        <p role="alert" className="small-text">
          {refusal}
        </p>
      )}
      <p id={`${id}-note`} className="muted small-text">
        {words('scenario.parameterNote', {
          min: typedText(min),
          max: typedText(max),
          normal: typedText(normal),
          source: sourceText(source, quality, language),
        })}
        {disabled ? words('scenario.raise', { measure: measureLabel }) : ''}.
      </p>
    </div>
  );
}
