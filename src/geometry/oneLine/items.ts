import type { OneLineGrid } from './oneLineGrid';
import { feederOf, type Behind } from './behind';

/**
 * root: where a source feeds the network, or the beginning of an island; busbar: behind the transformer that a place is of;
 * line: a line with the bus at its end; feeder: a line that stands for all behind it; transformer: a station, drawn where it
 * is fed; tie: a line that ends outside the diagram.
 */
export type ItemKind = 'root' | 'busbar' | 'line' | 'feeder' | 'transformer' | 'building' | 'storage' | 'tie';

export interface DiagramItem {
  /** `kind:id`, once a diagram. */
  readonly key: string;
  readonly kind: ItemKind;
  /** Of the bus for a root, of the transformer for a busbar, of the element else. */
  readonly id: string;
  /** Row among the items of what it hangs on; -1 for the first of a tree. */
  readonly parent: number;
  /** 1 for the first of a tree. */
  readonly level: number;
  readonly drops: readonly number[];
  readonly branches: readonly number[];
  /** The only building at the end of a dropping line, drawn beside that end; -1 for none. */
  readonly beside: number;
  /** Row of the branch in the network, -1 for a building, a storage and a root. */
  readonly branchRow: number;
  /** Row of the bus at its end, or of the one it hangs on. */
  readonly busRow: number;
  /** Row of the building that it is; -1 for everything else. */
  readonly buildingRow: number;
  /** What a station or a folded feeder stands for. */
  readonly behind: Behind | null;
  readonly column: number;
  readonly row: number;
}

interface Folding {
  /** The only bus behind the first one that is shown; -1 for all. */
  readonly only: number;
  readonly isFolded: (head: number) => boolean;
}

type Draft = {
  -readonly [Key in keyof DiagramItem]: DiagramItem[Key] extends readonly number[]
    ? number[]
    : DiagramItem[Key];
};

/** The things of a diagram as trees, not yet placed. */
export function branchesOf(grid: OneLineGrid, starts: readonly number[], folding: Folding): DiagramItem[] {
  const items: Draft[] = [];
  for (const start of starts) new Branch(grid, folding, items).begin(start);
  hangOuterTies(grid, items);
  return inReadingOrder(items);
}

/** Rows of the items that stand for a bus, by its row. */
export function itemsOfBuses(items: readonly DiagramItem[]): ReadonlyMap<number, number> {
  return new Map(
    items.flatMap(({ kind, busRow }, row) =>
      kind === 'root' || kind === 'busbar' || kind === 'line' ? [[busRow, row] as const] : [],
    ),
  );
}

/** Ties that end outside the diagram drop from the bus that is in it. */
function hangOuterTies({ tree, network, busRow }: OneLineGrid, items: Draft[]): void {
  const itemOf = itemsOfBuses(items);
  for (const { lineRow } of tree.ties) {
    const { id, fromBusId, toBusId } = network.lines[lineRow]!;
    const buses = [busRow.get(fromBusId)!, busRow.get(toBusId)!];
    const shown = buses.filter((bus) => itemOf.has(bus));
    if (shown.length === 1) addDrop(items, 'tie', id, itemOf.get(shown[0]!)!, shown[0]!, lineRow);
  }
}

const KEY_KINDS: Readonly<Record<ItemKind, string>> = {
  root: 'bus',
  busbar: 'transformer',
  line: 'line',
  feeder: 'line',
  transformer: 'transformer',
  building: 'building',
  storage: 'storage',
  tie: 'line',
};

function addItem(
  items: Draft[],
  kind: ItemKind,
  id: string,
  parent: number,
  busRow: number,
  branchRow = -1,
): number {
  items.push({
    key: `${KEY_KINDS[kind]}:${id}`,
    ...{ kind, id, parent, branchRow, busRow },
    level: parent < 0 ? 1 : items[parent]!.level + 1,
    drops: [],
    branches: [],
    ...{ beside: -1, buildingRow: -1, behind: null, column: 0, row: 0 },
  });
  return items.length - 1;
}

function addDrop(...[items, kind, id, parent, ...rows]: Parameters<typeof addItem>): Draft {
  const item = addItem(items, kind, id, parent, ...rows);
  items[parent]!.drops.push(item);
  return items[item]!;
}

/** Walks one tree of the network; a stack of its own, as feeders can be long. */
class Branch {
  private readonly waiting: { readonly bus: number; readonly item: number }[] = [];

  constructor(
    private readonly grid: OneLineGrid,
    private readonly folding: Folding,
    private readonly items: Draft[],
  ) {}

  begin(start: number): void {
    const { tree, network } = this.grid;
    const feeding = tree.feedingBranch[start]!;
    const isRoot = feeding < 0;
    const id = isRoot ? network.buses[start]!.id : tree.branchIds[feeding]!;
    const first = addItem(this.items, isRoot ? 'root' : 'busbar', id, -1, start, feeding);
    if (this.folding.only < 0) this.hang(start, first);
    const children = tree.children[start]!.filter(
      (bus) => this.folding.only < 0 || bus === this.folding.only,
    );
    this.branch(start, children, first);
    for (let next = this.waiting.pop(); next !== undefined; next = this.waiting.pop()) {
      this.hang(next.bus, next.item);
      this.branch(next.bus, tree.children[next.bus]!, next.item);
    }
  }

  /** Stations, storages and buildings on a bus; the only building of a line's end is drawn at that end. */
  private hang(bus: number, item: number): void {
    const { grid } = this;
    const { tree, network } = grid;
    for (const child of tree.children[bus]!) {
      const branch = tree.feedingBranch[child]!;
      if (branch < tree.lineCount) continue;
      const station = addDrop(this.items, 'transformer', tree.branchIds[branch]!, item, child, branch);
      station.behind = feederOf(grid, child);
    }
    for (const storage of grid.storagesAt[bus]!)
      addDrop(this.items, 'storage', network.storages[storage]!.id, item, bus);
    for (const building of grid.buildingsAt[bus]!)
      addDrop(this.items, 'building', grid.buildingIds[building]!, item, bus).buildingRow = building;
  }

  private branch(bus: number, children: readonly number[], item: number): void {
    const { grid, folding } = this;
    const { tree } = grid;
    const lines = children.filter((child) => tree.feedingBranch[child]! < tree.lineCount);
    const folds = tree.head[bus] === bus && folding.isFolded(bus);
    const size = grid.subtreeSize;
    // The longest way goes straight on; equal ones keep the order of the network.
    const sorted = folds ? lines : [...lines].sort((a, b) => size[b]! - size[a]!);
    for (const child of sorted) {
      const branch = tree.feedingBranch[child]!;
      const id = tree.branchIds[branch]!;
      if (this.isBare(child)) this.end(child, addDrop(this.items, 'line', id, item, child, branch));
      else {
        const made = addItem(this.items, folds ? 'feeder' : 'line', id, item, child, branch);
        this.items[item]!.branches.push(made);
        if (folds) this.items[made]!.behind = feederOf(grid, child);
        else this.waiting.push({ bus: child, item: made });
      }
    }
  }

  /** The building at the end of a line that drops. */
  private end(bus: number, line: Draft): void {
    const { buildingsAt, buildingIds } = this.grid;
    const [building] = buildingsAt[bus]!;
    if (building === undefined) return;
    const parent = this.items.indexOf(line);
    line.beside = addItem(this.items, 'building', buildingIds[building]!, parent, bus);
    this.items[line.beside]!.buildingRow = building;
  }

  /** Nothing on it but one building at most. */
  private isBare(bus: number): boolean {
    const { tree, storagesAt, buildingsAt, tieBuses } = this.grid;
    const others = tree.children[bus]!.length + storagesAt[bus]!.length;
    return others === 0 && buildingsAt[bus]!.length <= 1 && !tieBuses.has(bus);
  }
}

/** Each thing, then its drops, then its branches with all of theirs. */
function inReadingOrder(items: readonly Draft[]): DiagramItem[] {
  const order: number[] = [];
  const stack = items.flatMap(({ parent }, row) => (parent < 0 ? [row] : [])).reverse();
  for (let row = stack.pop(); row !== undefined; row = stack.pop()) {
    order.push(row);
    const { beside, drops, branches } = items[row]!;
    stack.push(...[...(beside < 0 ? [] : [beside]), ...drops, ...branches].reverse());
  }
  const now = new Int32Array(items.length);
  order.forEach((row, at) => (now[row] = at));
  return order.map((row): DiagramItem => {
    const item = items[row]!;
    return {
      ...item,
      parent: item.parent < 0 ? -1 : now[item.parent]!,
      drops: item.drops.map((drop) => now[drop]!),
      branches: item.branches.map((branch) => now[branch]!),
      beside: item.beside < 0 ? -1 : now[item.beside]!,
    };
  });
}
