import { useId, useState } from 'react';
import type { Criterion } from '../../kpi/decision';
import { kpiText } from '../../state/view';
import { formatQuantity, parseQuantity } from '../../units';
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
  const { id, name, unit, worst, best } = criterion;
  const label = useId();
  return (
    <li className="criterion" data-criterion={id}>
      <div className="row">
        <span id={label}>{name}</span>
        <span className="spacer" />
        <span className="muted small-text">{formatQuantity(share, 'pu')} of all weight</span>
        <IconButton icon="close" label={`${name} does not count`} onClick={() => onWeight(null)} />
      </div>
      <div className="row">
        <input
          type="range"
          min={0}
          max={MOST}
          step={0.5}
          value={Math.min(weight, MOST)}
          aria-labelledby={label}
          aria-valuetext={`weight ${weight}`}
          onChange={(event) => onWeight(Number(event.target.value))}
        />
        <input
          type="number"
          className="weight"
          min={0}
          step="any"
          value={weight}
          aria-label={`Weight of ${name}`}
          onChange={(event) => {
            const typed = event.target.valueAsNumber;
            if (typed >= 0 && Number.isFinite(typed)) onWeight(typed);
          }}
        />
      </div>
      <div className="row wrap small-text">
        <span className="muted">
          from {kpiText(worst, unit)} (0) to {kpiText(best, unit)} (1)
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
  const field = useId();
  const [refused, setRefused] = useState<string | null>(null);
  const read = async (text: string) => {
    setRefused(null);
    if (text.trim() === '') return onVeto(null);
    const bare = Number(text);
    if (Number.isFinite(bare)) return onVeto(bare);
    const parsed = await parseQuantity(text, unit);
    if (parsed.ok) return onVeto(parsed.value);
    const { message, remedy } = parsed.issues[0]!;
    setRefused(`${message} ${remedy}`);
  };
  return (
    <span className="veto">
      <label htmlFor={field}>Out if {isLowerBetter ? 'above' : 'below'}</label>
      <input
        id={field}
        key={veto ?? 'none'}
        type="text"
        placeholder="no line"
        title={`Veto line of ${name}, with its unit, for example ${kpiText(1000, unit)}`}
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
