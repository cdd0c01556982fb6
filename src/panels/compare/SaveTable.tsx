import { writeCsv } from '../../io/csv';
import type { TextTable } from '../../state/view';
import { Scroll } from '../parts/Scroll';
import { downloadText } from '../parts/download';
import { IconButton } from '../parts/IconButton';

interface SaveTableProps {
  readonly name: string;
  /** What is saved, as the button's name says it. */
  readonly label: string;
  readonly table: TextTable;
}

/** Saves exactly what a table shows. */
export function SaveTable({ name, label, table }: SaveTableProps) {
  return (
    <IconButton
      icon="download"
      label={label}
      text="CSV"
      onClick={() => downloadText(name, writeCsv(table.columns, table.rows))}
    />
  );
}

/** The same table on screen. */
export function PlainTable({
  table,
  label,
  numbers = [],
  onShow,
  showWords = '',
}: {
  readonly table: TextTable;
  readonly label: string;
  /** Columns that hold numbers. */
  readonly numbers?: readonly number[];
  /** The way to what a cell names; null where it leads nowhere. */
  readonly onShow?: (row: number, column: number) => (() => void) | null;
  /** What that does, after the cell's own text. */
  readonly showWords?: string;
}) {
  const classOf = (column: number) => (numbers.includes(column) ? 'number' : undefined);
  return (
    <Scroll height="low" label={label}>
      <table className="compare plain">
        <thead>
          <tr>
            {table.columns.map((column, at) => (
              <th key={column} scope="col" className={classOf(at)}>
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((cells, row) => (
            <tr key={`${row} ${cells[0]!}`}>
              {cells.map((cell, at) =>
                at === 0 ? (
                  <th key={table.columns[at]} scope="row">
                    {cell}
                  </th>
                ) : (
                  <td key={table.columns[at]} className={classOf(at)}>
                    <Cell text={cell} onShow={onShow?.(row, at) ?? null} showWords={showWords} />
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  );
}

function Cell({
  text,
  onShow,
  showWords,
}: {
  readonly text: string;
  readonly onShow: (() => void) | null;
  readonly showWords: string;
}) {
  if (onShow === null) return text;
  return (
    <button
      type="button"
      className="link"
      aria-label={`${text}${showWords}`}
      onClick={({ currentTarget }) => {
        onShow();
        // What it leads to lies behind the page that the table stands in.
        currentTarget.closest('dialog')?.close();
      }}
    >
      {text}
    </button>
  );
}
