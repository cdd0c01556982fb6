import type { Diagram, DiagramItem } from '../../geometry/oneLine';

/** Sizes of a diagram in pixels at its natural scale. */
export interface Metrics {
  readonly columnPx: number;
  readonly rowPx: number;
  readonly widthPx: number;
  readonly heightPx: number;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** Room for the source, or for the transformer before its busbar. */
const LEFT_PX = 98;
const TOP_PX = 34;
const FOOT_PX = 24;
/** Half of the least target. */
const REACH_PX = 12;
/** Column and row where stations are drawn, and where streets are: below each sign stand two lines of text. */
const STATIONS = { columnPx: 88, rowPx: 56 };
const STREETS = { columnPx: 114, rowPx: 54 };
/** A folded feeder. */
export const FOLDED_PX = 148;

export function metricsOf({ items, ties, columnCount, rowCount, tieColumn }: Diagram): Metrics {
  const { columnPx, rowPx } = items.some(({ kind }) => kind === 'transformer') ? STATIONS : STREETS;
  const folded = items.some(({ kind }) => kind === 'feeder') ? FOLDED_PX - columnPx / 2 : 0;
  const lanes = ties.reduce((most, { column }) => Math.max(most, column + 0.25), tieColumn - 0.3);
  return {
    ...{ columnPx, rowPx },
    widthPx: LEFT_PX + Math.max(lanes, columnCount) * columnPx + folded,
    heightPx: TOP_PX + rowCount * rowPx + FOOT_PX,
  };
}

export const xOf = ({ columnPx }: Metrics, column: number): number => Math.round(LEFT_PX + column * columnPx);
export const yOf = ({ rowPx }: Metrics, row: number): number => Math.round(TOP_PX + row * rowPx);

/** What an item takes up: its frame when it is selected, and where a pointer finds it. */
export function boxOf(metrics: Metrics, items: readonly DiagramItem[], item: DiagramItem): Box {
  const [x, y] = [xOf(metrics, item.column), yOf(metrics, item.row)];
  const around = (left: number, right: number, up = REACH_PX, down = REACH_PX): Box => ({
    x: x - left,
    y: y - up,
    width: left + right,
    height: up + down,
  });
  const parent = items[item.parent];
  const wire = parent === undefined ? 0 : x - xOf(metrics, parent.column) - 4;
  switch (item.kind) {
    case 'root':
      return around(48, 8, 16, 16);
    case 'busbar':
      return around(88, 8, 32, 42);
    case 'transformer':
      return around(36, 50, 16, 40);
    case 'building':
      return parent !== undefined && items[parent.beside] === item ? around(9, 36) : around(wire, 36, 12, 24);
    case 'feeder':
      return around(wire, FOLDED_PX, 16);
    case 'tie':
    case 'storage':
      return around(wire, 40, 12, 24);
    default:
      return Number.isInteger(item.column) ? around(wire, 7, 18, 18) : around(wire, 7, 12, 34);
  }
}
