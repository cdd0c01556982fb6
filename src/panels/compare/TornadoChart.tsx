import { useState } from 'react';
import type { Bar, TextTable, TornadoBarRow, TornadoView } from '../../state/view';
import { PlainTable, SaveTable } from './SaveTable';

interface TornadoChartProps {
  readonly view: TornadoView;
  readonly table: TextTable;
  /** Of the scenario. */
  readonly name: string;
}

/** Bars around the present value, the widest first, each with its range and where that comes from. */
export function TornadoChart({ view, table, name }: TornadoChartProps) {
  const [asTable, setAsTable] = useState(false);
  const { kpiLabel, presentText, present, fromText, toText, rows, idle, untold } = view;
  return (
    <figure className="effects">
      <figcaption>
        <b>{kpiLabel}</b>
        <span>
          {presentText} in {name}
        </span>
        <span className="effect-keys">
          <span className="effect-key low" /> input at its low end <span className="effect-key high" /> at its
          high end
        </span>
        <span className="spacer" />
        <button type="button" className="button small" onClick={() => setAsTable(!asTable)}>
          {asTable ? 'Chart' : 'Table'}
        </button>
        <SaveTable name="what-matters-most.csv" label="Save what matters most as CSV" table={table} />
      </figcaption>
      {asTable ? (
        <PlainTable table={table} label="What matters most" numbers={[1, 2, 3, 4, 5]} />
      ) : rows.length === 0 ? (
        <p className="muted">No input looked at so far moves this indicator.</p>
      ) : (
        <>
          <div className="effect-row axis" aria-hidden="true">
            <span />
            <span className="effect-axis">
              <span>{fromText}</span>
              <span>{toText}</span>
            </span>
            <span />
          </div>
          <ol className="effect-rows tornado">
            {rows.map((row) => (
              <TornadoRow key={row.id} row={row} present={present} />
            ))}
          </ol>
        </>
      )}
      <Unmoved label="Inputs that do not move it" inputs={idle} />
      <Unmoved label="Inputs for which it cannot be told" inputs={untold} />
    </figure>
  );
}

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;

function TornadoRow({ row, present }: { readonly row: TornadoBarRow; readonly present: number }) {
  const { id, label, lowText, highText, atLowText, atHighText, swingText, low, high, source, quality } = row;
  const part = ({ start, end }: Bar) => ({ left: percent(start), width: percent(end - start) });
  return (
    <li className="effect-row" data-input={id}>
      <span className="effect-label">
        {label}
        <span className="muted small-text">
          {lowText} to {highText}; {source} <span className="tag">{quality}</span>
        </span>
      </span>
      <span className="effect-track" aria-hidden="true">
        <span className="effect-bar low" style={part(low)} />
        <span className="effect-bar high" style={part(high)} />
        <span className="effect-mark" style={{ left: percent(present) }} />
      </span>
      <span className="effect-text">
        {atLowText} to {atHighText}
        <span className="muted small-text">swing {swingText}</span>
      </span>
    </li>
  );
}

function Unmoved({ label, inputs }: { readonly label: string; readonly inputs: readonly string[] }) {
  if (inputs.length === 0) return null;
  return (
    <details>
      <summary>
        {label} ({inputs.length})
      </summary>
      <ul className="changes">
        {inputs.map((input, row) => (
          <li key={`${row} ${input}`}>{input}</li>
        ))}
      </ul>
    </details>
  );
}
