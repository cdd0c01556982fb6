import { useId, useState } from 'react';
import type { Criterion } from '../../kpi/decision';
import { useSpeech } from '../../state';
import { parseQuantity } from '../../units';
import { issueWords, kpiLabel } from '../../words';
import { IconButton } from '../parts/IconButton';

const MOST = 10;

interface CriterionRowProps {
  readonly criterion: Criterion;
  readonly weight: number;
  /** Of all weight; NaN where nothing is ranked. */
  readonly share: number;
  readonly veto: number | undefined;
  /** `null` takes the criterion out. */
  readonly onWeight: (weight: number | null) => void;
  readonly onVeto: (limit: number | null) => void;
}

/** One thing that counts: its weight by slider or typed, its scale, and a line beyond which a scenario is out. */
export function CriterionRow({ criterion, weight, share, veto, onWeight, onVeto }: CriterionRowProps) {
  const { words, language, quantity, typed: typedText, kpi: kpiText } = useSpeech();
  const { id, unit, worst, best } = criterion;
  const name = kpiLabel(language, id, criterion.name);
  const label = useId();
  return (
    <li className="criterion" data-criterion={id}>
      <div className="row">
        <span id={label}>{name}</span>
        <span className="spacer" />
        <span className="muted small-text">
          {words('studies.ranking.ofWeight', { share: quantity(share, 'pu') })}
        </span>
        <IconButton
          icon="close"
          label={words('studies.ranking.remove', { name })}
          onClick={() => onWeight(null)}
        />
      </div>
      <div className="row">
        <input
          type="range"
          min={0}
          max={MOST}
          step={0.5}
          value={Math.min(weight, MOST)}
          aria-labelledby={label}
          aria-valuetext={words('studies.ranking.weightIs', { weight: typedText(weight) })}
          onChange={(event) => onWeight(Number(event.target.value))}
        />
        <input
          type="number"
          className="weight"
          min={0}
          step="any"
          value={weight}
          aria-label={words('studies.ranking.weightOf', { name })}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            if (typed >= 0 && Number.isFinite(typed)) onWeight(typed);
          }}
        />
      </div>
      <div className="row wrap small-text">
        <span className="muted">
          {words('studies.ranking.scale', { worst: kpiText(worst, unit), best: kpiText(best, unit) })}
        </span>
        <span className="spacer" />
        <VetoField name={name} unit={unit} veto={veto} isLowerBetter={best < worst} onVeto={onVeto} />
      </div>
    </li>
  );
}

function VetoField({
  name,
  unit,
  veto,
  isLowerBetter,
  onVeto,
}: {
  readonly name: string;
  readonly unit: string;
  readonly veto: number | undefined;
  readonly isLowerBetter: boolean;
  readonly onVeto: (limit: number | null) => void;
}) {
  const { words, language, kpi: kpiText } = useSpeech();
  const field = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (text: string) => {
    setRefused(null);
    if (text.trim() === '') return onVeto(null);
    const bare = Number(text);
    if (Number.isFinite(bare)) return onVeto(bare);
    const parsed = await parseQuantity(text, unit);
    if (parsed.ok) return onVeto(parsed.value);
    const { message, remedy } = issueWords(language, parsed.issues[0]!);
    setRefused(`${message} ${remedy}`);
  };
  return (
    <span className="veto">
      <label htmlFor={field}>
        {words(isLowerBetter ? 'studies.ranking.outAbove' : 'studies.ranking.outBelow')}
      </label>
      <input
        id={field}
        key={veto ?? 'none'}
        type="text"
        placeholder={words('studies.ranking.noLine')}
        title={words('studies.ranking.vetoTitle', { name, example: kpiText(1000, unit) })}
        defaultValue={veto === undefined ? '' : kpiText(veto, unit)}
        aria-invalid={refused !== null}
        onBlur={(event) => {
          const isSame = event.target.value === (veto === undefined ? '' : kpiText(veto, unit));
          if (!isSame) void read(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void read(event.currentTarget.value);
        }}
      />
      {refused === null ? null : (
        <span className="refused" role="alert">
          {refused}
        </span>
      )}
    </span>
  );
}
