import { useState } from 'react';
import { useWords } from '../../state';
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
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const { kpiLabel, presentText, present, fromText, toText, rows, idle, untold } = view;
  return (
    <figure className="effects">
      <figcaption>
        <b>{kpiLabel}</b>
        <span>{words('studies.matters.present', { value: presentText, name })}</span>
        <span className="effect-keys">
          <span className="effect-key low" /> {words('studies.matters.lowKey')}{' '}
          <span className="effect-key high" /> {words('studies.matters.highKey')}
        </span>
        <span className="spacer" />
        <button type="button" className="button small" onClick={() => setAsTable(!asTable)}>
          {words(asTable ? 'studies.chart' : 'studies.table')}
        </button>
        <SaveTable name="what-matters-most.csv" label={words('studies.matters.save')} table={table} />
      </figcaption>
      {asTable ? (
        <PlainTable table={table} label={words('studies.matters.label')} numbers={[1, 2, 3, 4, 5]} />
      ) : rows.length === 0 ? (
        <p className="muted">{words('studies.matters.none')}</p>
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
      <Unmoved label={words('studies.matters.idle', { number: idle.length })} inputs={idle} />
      <Unmoved label={words('studies.matters.untold', { number: untold.length })} inputs={untold} />
    </figure>
  );
}

const percent = (share: number): string => `${Math.round(1000 * share) / 10}%`;

function TornadoRow({ row, present }: { readonly row: TornadoBarRow; readonly present: number }) {
  const words = useWords();
  const { id, label, lowText, highText, atLowText, atHighText, swingText, low, high, source, quality } = row;
  const part = ({ start, end }: Bar) => ({ left: percent(start), width: percent(end - start) });
  return (
    <li className="effect-row" data-input={id}>
      <span className="effect-label">
        {label}
        <span className="muted small-text">
          {words('studies.matters.from', { low: lowText, high: highText, source })}{' '}
          <span className="tag">{quality}</span>
        </span>
      </span>
      <span className="effect-track" aria-hidden="true">
        <span className="effect-bar low" style={part(low)} />
        <span className="effect-bar high" style={part(high)} />
        <span className="effect-mark" style={{ left: percent(present) }} />
      </span>
      <span className="effect-text">
        {words('studies.matters.range', { low: atLowText, high: atHighText })}
        <span className="muted small-text">{words('studies.matters.swing', { swing: swingText })}</span>
      </span>
    </li>
  );
}

function Unmoved({ label, inputs }: { readonly label: string; readonly inputs: readonly string[] }) {
  if (inputs.length === 0) return null;
  return (
    <details>
      <summary>{label}</summary>
      <ul className="changes">
        {inputs.map((input, row) => (
          <li key={`${row} ${input}`}>{input}</li>
        ))}
      </ul>
    </details>
  );
}
