import { useRef, useState, type ReactNode } from 'react';
import { useWords } from '../../state';
import type { TextTable } from '../../state/view';
import { PlainTable, SaveTable } from '../compare/SaveTable';
import { useWidth } from './useWidth';

/** A drawing with the table of the same numbers behind a button, and that table as a file. */
export function ChartFrame({
  title,
  summary,
  table,
  numbers,
  csvName,
  saveLabel,
  children,
}: {
  readonly title: string;
  /** In one sentence: the accessible name of the drawing. */
  readonly summary: string;
  readonly table: TextTable;
  readonly numbers: readonly number[];
  readonly csvName: string;
  readonly saveLabel: string;
  /** Draws into so many CSS pixels. */
  readonly children: (width: number) => ReactNode;
}) {
  const words = useWords();
  const [asTable, setAsTable] = useState(false);
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  return (
    <figure className="drawn-chart">
      <figcaption className="row wrap">
        <b>{title}</b>
        <span className="spacer" />
        <button type="button" className="button small" onClick={() => setAsTable(!asTable)}>
          {words(asTable ? 'parts.toChart' : 'parts.toTable')}
        </button>
        <SaveTable name={csvName} label={saveLabel} table={table} />
      </figcaption>
      <div ref={host}>
        {asTable ? (
          <PlainTable table={table} label={title} numbers={numbers} />
        ) : (
          <div role="img" aria-label={`${title}. ${summary}`}>
            {children(width)}
          </div>
        )}
      </div>
    </figure>
  );
}
