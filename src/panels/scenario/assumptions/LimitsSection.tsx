import { useId, useState, type FormEvent } from 'react';
import { limitsOf } from '../../../kpi';
import { DEFAULT_LIMITS, LIMIT_PROFILES, type LimitsStandard } from '../../../model/limits';
import type { Scenario } from '../../../model/scenario';
import { useActions, useSpeech } from '../../../state';
import { NARROW_NO_BREAK_SPACE } from '../../../units';
import { Refusal, SOURCE_LENGTH, TypedField } from '../../parts/TypedField';
import { readTyped } from '../../parts/typedNumber';

const STANDARDS = Object.keys(LIMIT_PROFILES) as readonly LimitsStandard[];
const LOWEST_PU = 0.1;
const HIGHEST_PU = 2;
const HIGHEST_LOADING = 5;
const inPercent = (share: number): number => Number((share * 100).toPrecision(12));

interface LimitsProps {
  readonly scenario: Scenario;
  readonly isFixed: boolean;
}

/** What voltages and loadings are held against: a standard, or planning limits of one's own with their source. */
export function LimitsSection({ scenario, isFixed }: LimitsProps) {
  const actions = useActions();
  const { words, typed } = useSpeech();
  const id = useId();
  const heading = useId();
  const { limits = DEFAULT_LIMITS } = scenario;
  const [typesOwn, setTypesOwn] = useState(false);
  const isOwn = limits.profile === 'own' || typesOwn;
  const { lowerPu, upperPu, loadingLimit } = limitsOf(limits);
  const percent = (share: number) => `${typed(inPercent(share))}${NARROW_NO_BREAK_SPACE}%`;
  const choose = (profile: string) => {
    const standard = STANDARDS.find((one) => one === profile);
    setTypesOwn(standard === undefined);
    if (standard !== undefined)
      actions.setLimits(standard === DEFAULT_LIMITS.profile ? null : { profile: standard });
  };
  return (
    <section aria-labelledby={heading} data-part="limits">
      <h3 id={heading}>{words('assumptions.limits.title')}</h3>
      <div className="field">
        <label htmlFor={id}>{words('assumptions.limits.profile')}</label>
        <select
          id={id}
          disabled={isFixed}
          value={isOwn ? 'own' : limits.profile}
          onChange={(event) => choose(event.target.value)}
        >
          {STANDARDS.map((standard) => (
            <option key={standard}>{standard}</option>
          ))}
          <option value="own">{words('assumptions.limits.own')}</option>
        </select>
      </div>
      <p className="muted small-text">
        {words('assumptions.limits.note', {
          ...{ lower: percent(lowerPu), upper: percent(upperPu), loading: percent(loadingLimit) },
        })}
        {limits.profile === 'own' ? ` ${limits.source}` : ''}
      </p>
      {isOwn ? <OwnLimits scenario={scenario} onDone={() => setTypesOwn(false)} /> : null}
    </section>
  );
}

/** Typed in percent: lowest and highest voltage, highest loading. */
function OwnLimits({ scenario, onDone }: { readonly scenario: Scenario; readonly onDone: () => void }) {
  const actions = useActions();
  const speech = useSpeech();
  const { words, typed } = speech;
  const present = limitsOf(scenario.limits);
  const shown = (share: number) => typed(inPercent(share));
  const [lower, setLower] = useState(shown(present.lowerPu));
  const [upper, setUpper] = useState(shown(present.upperPu));
  const [loading, setLoading] = useState(shown(present.loadingLimit));
  const [source, setSource] = useState(scenario.limits?.profile === 'own' ? scenario.limits.source : '');
  const [refusal, setRefusal] = useState<string | null>(null);
  const fields = [
    ['lower', lower, setLower],
    ['upper', upper, setUpper],
    ['loading', loading, setLoading],
  ] as const;
  const take = async (event: FormEvent) => {
    event.preventDefault();
    const read = await Promise.all(
      [lower, upper, loading].map((text) => readTyped(text, { unit: '1', factor: 100 }, speech)),
    );
    const refused = read.find((one) => !one.ok);
    if (refused?.ok === false) return setRefusal(refused.refusal);
    const [lowerPu, upperPu, loadingLimit] = read.map((one) => (one.ok ? one.value : Number.NaN)) as [
      number,
      number,
      number,
    ];
    const isInOrder = lowerPu >= LOWEST_PU && lowerPu < upperPu && upperPu <= HIGHEST_PU;
    if (!isInOrder || !(loadingLimit > 0 && loadingLimit <= HIGHEST_LOADING))
      return setRefusal(words('assumptions.limits.refused'));
    if (source.trim() === '') return setRefusal(words('assumptions.noSource'));
    setRefusal(null);
    actions.setLimits({ profile: 'own', lowerPu, upperPu, loadingLimit, source: source.trim() });
    onDone();
  };
  return (
    <form
      className="own-number"
      aria-label={words('assumptions.limits.own')}
      onSubmit={(event) => void take(event)}
    >
      {fields.map(([name, value, set]) => (
        <TypedField
          key={name}
          label={words(`assumptions.limits.${name}`)}
          value={value}
          onChange={set}
          isNumber
          isRefused={refusal !== null}
        />
      ))}
      <TypedField
        label={words('assumptions.source')}
        value={source}
        onChange={setSource}
        maxLength={SOURCE_LENGTH}
      />
      <Refusal text={refusal} />
      <p className="row wrap">
        <button type="submit" className="button small primary">
          {words('assumptions.take')}
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => {
            actions.setLimits(null);
            onDone();
          }}
        >
          {words('assumptions.limits.reset')}
        </button>
      </p>
    </form>
  );
}
