import { useState, type FormEvent } from 'react';
import type { Issue } from '../../model/outcome';
import type { Scenario } from '../../model/scenario';
import { rangedInputs, useAppState, useWords, type OwnRanges } from '../../state';
import { rangeRows, type RangeRow } from '../../state/view';
import { listOf } from '../../words';
import { IssueTable } from '../dialogs/ImportDialog';
import { Scroll } from '../parts/Scroll';

interface RangesFormProps {
  readonly scenario: Scenario;
  readonly kpiId: string;
  readonly ranges: OwnRanges;
  readonly onUse: (ranges: OwnRanges) => void;
}

/** Low and high end of every input, with where they come from; what has been typed replaces the usual one. */
export function RangesForm({ scenario, kpiId, ranges, onUse }: RangesFormProps) {
  const words = useWords();
  const language = useAppState((state) => state.language);
  const [typed, setTyped] = useState<Readonly<Record<string, Partial<Ends>>>>({});
  const [refused, setRefused] = useState<readonly Issue[]>([]);
  const inputs = rangedInputs(scenario, kpiId, ranges);
  if (!inputs.ok) return <IssueTable issues={inputs.issues} />;
  const rows = rangeRows(inputs.value, language);
  const use = (event: FormEvent) => {
    event.preventDefault();
    const asked = { ...ranges, ...typedRanges(rows, typed) };
    const outcome = rangedInputs(scenario, kpiId, asked);
    setRefused(outcome.ok ? [] : outcome.issues);
    if (!outcome.ok) return;
    setTyped({});
    onUse(asked);
  };
  const useUsual = () => {
    setTyped({});
    setRefused([]);
    onUse({});
  };
  return (
    <form aria-label={words('studies.ranges.form')} onSubmit={use}>
      <Scroll height="low" label={words('studies.ranges.label')}>
        <table className="compare plain">
          <thead>
            <tr>
              {listOf(words('studies.ranges.columns')).map((column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <RangeLine
                key={row.id}
                row={row}
                typed={typed[row.id] ?? {}}
                isOwn={ranges[row.id] !== undefined}
                onType={(part) => setTyped({ ...typed, [row.id]: { ...typed[row.id], ...part } })}
              />
            ))}
          </tbody>
        </table>
      </Scroll>
      {refused.length === 0 ? null : (
        <div role="alert">
          <IssueTable issues={refused} />
        </div>
      )}
      <div className="row wrap">
        <button type="submit" className="button primary">
          {words('studies.ranges.use')}
        </button>
        <button type="button" className="button" onClick={useUsual}>
          {words('studies.ranges.usual')}
        </button>
      </div>
    </form>
  );
}

interface Ends {
  readonly low: string;
  readonly high: string;
}

/** Of the inputs whose text is another one now; no number is left for the check to refuse. */
function typedRanges(rows: readonly RangeRow[], typed: Readonly<Record<string, Partial<Ends>>>): OwnRanges {
  const numberOf = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));
  return Object.fromEntries(
    rows.flatMap(({ id, low, high }) => {
      const own = { low, high, ...typed[id] };
      if (own.low === low && own.high === high) return [];
      return [[id, { low: numberOf(own.low), high: numberOf(own.high) }] as const];
    }),
  );
}

interface RangeLineProps {
  readonly row: RangeRow;
  readonly typed: Partial<Ends>;
  readonly isOwn: boolean;
  readonly onType: (part: Partial<Ends>) => void;
}

function RangeLine({ row, typed, isOwn, onType }: RangeLineProps) {
  const words = useWords();
  const { label, unit, valueText, source, quality } = row;
  const field = (end: 'low' | 'high') => (
    <td>
      <input
        type="text"
        inputMode="decimal"
        size={9}
        autoComplete="off"
        aria-label={words(`studies.ranges.${end}`, { name: label, unit })}
        value={typed[end] ?? row[end]}
        onChange={(event) => onType({ [end]: event.target.value })}
      />
    </td>
  );
  return (
    <tr>
      <th scope="row">
        {label} <span className="muted small-text">{unit}</span>
      </th>
      <td className="number">{valueText}</td>
      {field('low')}
      {field('high')}
      <td>
        {isOwn ? words('studies.ranges.own') : source} <span className="tag">{quality}</span>
      </td>
    </tr>
  );
}
