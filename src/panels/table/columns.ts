import { MISSING } from '../../units';
import type { ElementTable, Speech, TableColumn } from '../../state/view';

/** A column on screen, and where its values stand in a row. */
export interface ShownColumn {
  readonly column: TableColumn;
  readonly at: number;
}

/** What a room looks for, before everything else: who it is and how loaded. */
const FIRST_IN_PRESENT = ['name', 'now', 'value', 'max'] as const;

/** The columns in their order on screen; a file keeps that of the table. */
export function shownColumns({ kind, columns }: ElementTable, presents: boolean): readonly ShownColumn[] {
  const all = columns.map((column, at) => ({ column, at }));
  if (!presents) return all;
  const named = kind === 'building' ? 'name' : 'id';
  const rank = ({ column: { key } }: ShownColumn) =>
    key === named ? -1 : (FIRST_IN_PRESENT as readonly string[]).indexOf(key);
  const first = all
    .filter((one) => one.column.key === named || rank(one) >= 0)
    .sort((a, b) => rank(a) - rank(b));
  return [...first, ...all.filter((one) => !first.includes(one))];
}

/** Fixed decimals in a column; years are not grouped. */
export function cellText(cell: string | number, column: TableColumn, { fixed }: Speech): string {
  if (typeof cell === 'string') return cell;
  if (column.key !== 'year') return fixed(cell, column.decimals);
  return Number.isFinite(cell) ? String(cell) : MISSING;
}

const MOST_CH = 26;
/** Of large type: who it is and how loaded stand side by side. */
const PRESENT_MOST_CH = 15;
/** Letters are narrower than digits, and those of the head are smaller. */
const HEAD_CH = 0.95;
const LETTER_CH = 0.95;
const CHIP_CH = 3;
const TICK_CH = 4.5;
const ACTION_CH = 5;
const GAP_CH = 1.5;

/**
 * Widths by content, the same for every row although each is a grid of its own: in widths of a digit of the row's type, from the
 * longest text of all rows and the name of the column.
 */
export function widthsOf(
  table: ElementTable,
  shown: readonly ShownColumn[],
  hasTicks: boolean,
  speech: Speech,
  presents = false,
): { readonly columns: string; readonly least: string } {
  const widths = shown.map(({ column, at }, nth) => {
    const head = HEAD_CH * (column.label.length + (column.unit === '' ? 0 : column.unit.length + 1) + 2);
    const chip = column.key === 'now' || column.key === 'value' ? CHIP_CH : 0;
    const own = Math.max(head, longest(table, column, at, speech) + chip);
    return (
      Math.round(Math.min(own, presents ? PRESENT_MOST_CH : MOST_CH)) + (nth === 0 && hasTicks ? TICK_CH : 0)
    );
  });
  const least = widths.reduce((sum, width) => sum + width + GAP_CH, ACTION_CH + GAP_CH);
  return {
    columns: [...widths.map((width) => `minmax(${width}ch, ${width}fr)`), `${ACTION_CH}ch`].join(' '),
    least: `${least}ch`,
  };
}

/** Of numbers only the extremes are written out: thousands of rows are measured with each repaint. */
function longest(table: ElementTable, column: TableColumn, at: number, speech: Speech): number {
  let text = 0;
  let [low, high] = [0, 0];
  for (const { cells } of table.rows) {
    const cell = cells[at]!;
    if (typeof cell === 'string') text = Math.max(text, LETTER_CH * cell.length);
    else if (cell > high) high = cell;
    else if (cell < low) low = cell;
  }
  const ends = [low, high].map((value) => cellText(value, column, speech).length);
  return Math.max(text, column.numeric ? Math.max(...ends) : 0);
}
