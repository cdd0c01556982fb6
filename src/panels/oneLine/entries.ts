import {
  itemOfElement,
  type Diagram,
  type DiagramItem,
  type OneLineGrid,
  type OneLinePlace,
} from '../../geometry/oneLine';
import type { Selection } from '../../state';
import { tieShapes, itemShapes, type Drawn } from './drawing';
import { itemTexts, tieTexts, type ItemText, type TextSource } from './itemText';
import { lookOf, type Look } from './look';
import { boxOf, metricsOf, xOf, yOf, type Box, type Metrics } from './metrics';
import type { Shape } from './shape';
import type { OneLineClasses } from '../../state/view/oneLine';

/** One thing of the drawing, as it is gone through: an item of the tree, or a line between two of them. */
export interface Entry {
  readonly key: string;
  readonly text: ItemText;
  readonly level: number;
  /** Place among those that hang on the same thing, from 1, and their number. */
  readonly place: number;
  readonly siblings: number;
  /** Entries: what it hangs on, and what the right arrow goes to; -1 for none. */
  readonly parent: number;
  readonly along: number;
  readonly hasChildren: boolean;
  /** Row of its branch in the network; -1 for none. */
  readonly branchRow: number;
  /** What Enter selects. */
  readonly target: Selection | null;
  /** What can be entered at it. */
  readonly enters: OneLinePlace;
  /** What a station or a folded feeder stands for. */
  readonly behind: DiagramItem['behind'];
  /** Its frame, and all that is drawn of it. */
  readonly box: Box;
  readonly reach: Box;
  readonly lookAt: (classes: OneLineClasses) => Look;
  readonly shapes: (drawn: Pick<Drawn, 'look' | 'colours' | 'showsVoltage'>) => readonly Shape[];
}

export interface Drawing {
  readonly diagram: Diagram;
  readonly metrics: Metrics;
  readonly entries: readonly Entry[];
  readonly entryOf: ReadonlyMap<string, number>;
}

export function drawingOf(diagram: Diagram, from: TextSource): Drawing {
  const metrics = metricsOf(diagram);
  const entries = [...itemEntries(diagram, metrics, from), ...tieEntries(diagram, metrics, from)];
  return { diagram, metrics, entries, entryOf: new Map(entries.map(({ key }, row) => [key, row])) };
}

function itemEntries(diagram: Diagram, metrics: Metrics, from: TextSource): Entry[] {
  const { items } = diagram;
  const texts = itemTexts(items, from);
  const siblings = items.map(({ beside, drops, branches }) => [
    ...(beside < 0 ? [] : [beside]),
    ...drops,
    ...branches,
  ]);
  const roots = items.flatMap(({ parent }, row) => (parent < 0 ? [row] : []));
  return items.map((item, row): Entry => {
    const among = item.parent < 0 ? roots : siblings[item.parent]!;
    const text = texts[row]!;
    const box = boxOf(metrics, items, item);
    const lowest = siblings[row]!.reduce((low, child) => Math.max(low, items[child]!.row), item.row);
    const [x, y] = [xOf(metrics, item.column), yOf(metrics, lowest)];
    return {
      ...{ key: item.key, text, level: item.level, place: among.indexOf(row) + 1, siblings: among.length },
      parent: item.parent,
      branchRow: item.branchRow,
      along: item.branches[0] ?? siblings[row]![0] ?? -1,
      hasChildren: siblings[row]!.length > 0,
      target: targetOf(item.key, from.grid, item.busRow),
      enters:
        item.kind === 'feeder'
          ? { kind: 'line', id: item.id }
          : item.kind === 'transformer'
            ? { kind: 'transformer', id: item.id }
            : null,
      behind: item.behind,
      box,
      reach: {
        ...box,
        width: Math.max(box.width, x + 20 - box.x),
        height: Math.max(box.height, y + 16 - box.y),
      },
      lookAt: (classes) => lookOf(item, classes),
      shapes: (drawn) => itemShapes(item, { ...drawn, diagram, metrics, text }),
    };
  });
}

function tieEntries(diagram: Diagram, metrics: Metrics, from: TextSource): Entry[] {
  const texts = tieTexts(diagram.ties, from);
  return diagram.ties.map((tie, row): Entry => {
    const [x, y] = [xOf(metrics, tie.column), yOf(metrics, tie.row)];
    const columns = tie.path.map(([column]) => xOf(metrics, column));
    const rows = tie.path.map(([, at]) => yOf(metrics, at));
    const [left, top] = [Math.min(...columns), Math.min(...rows)];
    const text = texts[row]!;
    return {
      ...{ key: tie.key, text, level: diagram.items[tie.from]!.level + 1, place: row + 1 },
      siblings: diagram.ties.length,
      ...{ parent: tie.from, along: tie.to, hasChildren: false, enters: null, behind: null },
      branchRow: tie.lineRow,
      target: { kind: 'line', id: tie.id },
      box: { x: x - 14, y: y - 14, width: 28, height: 28 },
      reach: { x: left - 90, y: top - 10, width: x - left + 110, height: Math.max(...rows) - top + 20 },
      lookAt: (classes) =>
        lookOf({ kind: 'tie', branchRow: tie.lineRow, buildingRow: -1, busRow: -1, behind: null }, classes),
      shapes: (drawn) => tieShapes(tie, { ...drawn, diagram, metrics, text }),
    };
  });
}

function targetOf(key: string, { network }: OneLineGrid, busRow: number): Selection | null {
  const [kind, ...rest] = key.split(':');
  const id = rest.join(':');
  if (kind === 'building' || kind === 'transformer' || kind === 'line') return { kind, id };
  if (kind === 'storage') {
    const station = network.storages.find((one) => one.id === id)?.transformerId;
    return station === undefined ? null : { kind: 'transformer', id: station };
  }
  return kind === 'bus' ? { kind: 'bus', id: network.buses[busRow]!.id } : null;
}

/** The entry that stands for a selection; -1 where it is not in the drawing. */
export function entryOfSelection(
  { entryOf, diagram }: Drawing,
  grid: OneLineGrid,
  selection: Selection,
): number {
  return entryOf.get(`${selection.kind}:${selection.id}`) ?? itemOfElement(diagram, grid, selection);
}
