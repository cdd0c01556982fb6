import { itemsOfBuses, type DiagramItem } from './items';
import type { OneLineGrid } from './oneLineGrid';

/** A line between two buses of a diagram that feeds neither: open, or closing a loop. */
export interface DiagramTie {
  readonly key: string;
  readonly id: string;
  readonly lineRow: number;
  readonly isOpen: boolean;
  /** Items whose buses it ends at. */
  readonly from: number;
  readonly to: number;
  /** Corners in columns and rows, from end to end. */
  readonly path: readonly (readonly [column: number, row: number])[];
  /** Where it carries its sign: the middle of its upright. */
  readonly column: number;
  readonly row: number;
}

const FIRST_LANE = 1.05;
const LANE = 0.3;
/** Between the rows, so that a tie does not run along a line. */
const ASIDE_ROWS = 0.5;
const ASIDE_COLUMNS = 0.1;

/** Ties with both ends in the diagram run in lanes of their own at its right. */
export function tiesOf(grid: OneLineGrid, items: readonly DiagramItem[], firstColumn: number): DiagramTie[] {
  const itemOfBus = itemsOfBuses(items);
  const found: DiagramTie[] = [];
  for (const { lineRow, isOpen } of grid.tree.ties) {
    const { id, fromBusId, toBusId } = grid.network.lines[lineRow]!;
    const from = itemOfBus.get(grid.busRow.get(fromBusId)!);
    const to = itemOfBus.get(grid.busRow.get(toBusId)!);
    if (from === undefined || to === undefined) continue;
    const lane = firstColumn - 1 + FIRST_LANE + LANE * found.length;
    const ways = [wayOut(items[from]!, lane), wayOut(items[to]!, lane).reverse()];
    const path = ways.flat();
    const [above, below] = [ways[0]!.at(-1)![1], ways[1]![0]![1]];
    found.push({
      ...{ key: `line:${id}`, id, lineRow, isOpen, from, to, path },
      ...{ column: lane, row: (above + below) / 2 },
    });
  }
  return found;
}

/** From a bus to the lane: straight where its row is free to the right, else along the gap below it. */
function wayOut({ column, row, branches }: DiagramItem, lane: number): [number, number][] {
  if (branches.length === 0)
    return [
      [column, row],
      [lane, row],
    ];
  const below = row + ASIDE_ROWS;
  return [
    [column, row],
    [column + ASIDE_COLUMNS, below],
    [lane, below],
  ];
}
