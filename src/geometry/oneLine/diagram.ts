import { branchesOf, type DiagramItem } from './items';
import {
  isFolded,
  busOfPlace,
  type OneLineElement,
  type OneLineGrid,
  type OneLinePlace,
} from './oneLineGrid';
import { layoutTrees } from './treeLayout';
import { tiesOf, type DiagramTie } from './ties';

/** Between the end of a line and the building there. */
const BESIDE_COLUMNS = 0.14;

export interface Diagram {
  readonly place: OneLinePlace;
  /** In the order that a reader goes through them: each thing, what drops from it, its branches. */
  readonly items: readonly DiagramItem[];
  readonly ties: readonly DiagramTie[];
  readonly columnCount: number;
  readonly rowCount: number;
  /** Column to the right of everything but the ties. */
  readonly tieColumn: number;
}

/**
 * The diagram of a place: its buses with what hangs on them, laid out from left to right. A district's buses are all drawn
 * exactly once over its places, where stations are unfolded and feeders do not repeat the busbar that they leave.
 */
export function oneLineDiagram(grid: OneLineGrid, wanted: OneLinePlace, unfolds = false): Diagram {
  // What is gone since, with a measure that had built it, is shown from the sources.
  const place = wanted !== null && busOfPlace(grid, wanted) < 0 ? null : wanted;
  const starts = startsOf(grid, place);
  const items = branchesOf(grid, starts.buses, {
    only: starts.only,
    isFolded: (bus) => !unfolds && place?.kind !== 'line' && isFolded(grid, bus),
  });
  const roots = items.flatMap(({ parent }, row) => (parent < 0 ? [row] : []));
  const layout = layoutTrees(items, roots);
  const placed = items.map((item, row): DiagramItem => {
    const isBeside = items[item.parent]?.beside === row;
    const at = isBeside ? item.parent : row;
    return { ...item, column: layout.column[at]! + (isBeside ? BESIDE_COLUMNS : 0), row: layout.row[at]! };
  });
  const tieColumn = layout.columnCount;
  return {
    place,
    items: placed,
    ties: tiesOf(grid, placed, tieColumn),
    columnCount: layout.columnCount,
    rowCount: layout.rowCount,
    tieColumn,
  };
}

/** Row of the item that stands for an element; -1 where none does. A tie between two items is none. */
export function itemOfElement({ items }: Diagram, grid: OneLineGrid, { kind, id }: OneLineElement): number {
  const own = items.findIndex(({ key }) => key === `${kind}:${id}`);
  if (own >= 0 || kind !== 'bus') return own;
  const bus = grid.busRow.get(id);
  return items.findIndex(
    (item) =>
      item.busRow === bus && (item.kind === 'line' || item.kind === 'busbar' || item.kind === 'feeder'),
  );
}

export const showsElement = (diagram: Diagram, grid: OneLineGrid, element: OneLineElement): boolean =>
  itemOfElement(diagram, grid, element) >= 0 ||
  diagram.ties.some(({ key }) => key === `${element.kind}:${element.id}`);

function startsOf(
  grid: OneLineGrid,
  place: OneLinePlace,
): { readonly buses: readonly number[]; readonly only: number } {
  const { tree } = grid;
  const bus = place === null ? -1 : busOfPlace(grid, place);
  if (place === null || bus < 0) return { buses: tree.roots, only: -1 };
  if (place.kind === 'transformer') return { buses: [bus], only: -1 };
  return { buses: [tree.parent[bus]!], only: bus };
}
