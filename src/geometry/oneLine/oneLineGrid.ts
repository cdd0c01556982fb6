import type { District } from '../../model/district';
import type { Network } from '../../model/network';
import { supplyTree, type SupplyTree } from './supplyTree';

/** What a diagram is of: everything behind a transformer or a line; null is the level of the sources. */
export type OneLinePlace = { readonly kind: 'transformer' | 'line'; readonly id: string } | null;

/** An element that a place can be asked for. */
export interface OneLineElement {
  readonly kind: 'building' | 'transformer' | 'line' | 'bus';
  readonly id: string;
}

/** Above this number of buses a station shows its feeders folded, one row each: more is not read at a glance. */
export const MOST_UNFOLDED_BUSES = 40;

/** A district's network with what hangs on it, by bus row; made once a network. */
export interface OneLineGrid {
  readonly network: Network;
  readonly tree: SupplyTree;
  readonly busRow: ReadonlyMap<string, number>;
  readonly branchRow: ReadonlyMap<string, number>;
  readonly buildingsAt: readonly (readonly number[])[];
  readonly buildingBus: Int32Array;
  readonly buildingIds: readonly string[];
  readonly buildingRow: ReadonlyMap<string, number>;
  readonly storagesAt: readonly (readonly number[])[];
  readonly sourceBuses: ReadonlySet<number>;
  /** Buses of the part that begins at each head; 0 elsewhere. */
  readonly partSize: Int32Array;
  /** Buses behind each bus, itself included, down to the ends of the network. */
  readonly subtreeSize: Int32Array;
  /** Buses at which a line ends that feeds nothing. */
  readonly tieBuses: ReadonlySet<number>;
}

export function oneLineGrid({ network, buildings }: District): OneLineGrid | null {
  if (network === null || network.buses.length === 0) return null;
  const tree = supplyTree(network);
  const busRow = new Map(network.buses.map(({ id }, row) => [id, row]));
  const empty = (): number[][] => network.buses.map(() => []);
  const [buildingsAt, storagesAt] = [empty(), empty()];
  const buildingBus = Int32Array.from(buildings, ({ connection }) =>
    connection === null ? -1 : (busRow.get(connection.busId) ?? -1),
  );
  buildingBus.forEach((bus, row) => (bus < 0 ? 0 : buildingsAt[bus]!.push(row)));
  network.storages.forEach(({ busId }, row) => storagesAt[busRow.get(busId) ?? -1]?.push(row));
  const partSize = new Int32Array(network.buses.length);
  for (const head of tree.head) partSize[head]! += 1;
  const subtreeSize = new Int32Array(network.buses.length).fill(1);
  for (const bus of [...tree.order].reverse()) {
    const above = tree.parent[bus]!;
    if (above >= 0) subtreeSize[above]! += subtreeSize[bus]!;
  }
  return {
    network,
    tree,
    busRow,
    branchRow: new Map(tree.branchIds.map((id, row) => [id, row])),
    buildingsAt,
    buildingBus,
    buildingIds: buildings.map(({ id }) => id),
    buildingRow: new Map(buildings.map(({ id }, row) => [id, row])),
    storagesAt,
    sourceBuses: new Set(network.sources.map(({ busId }) => busRow.get(busId)!)),
    partSize,
    subtreeSize,
    tieBuses: new Set(
      tree.ties.flatMap(({ lineRow }) => {
        const { fromBusId, toBusId } = network.lines[lineRow]!;
        return [busRow.get(fromBusId)!, busRow.get(toBusId)!];
      }),
    ),
  };
}

const isLine = ({ tree }: OneLineGrid, branch: number): boolean => branch < tree.lineCount;

/** Bus at the far end of the branch that a place begins with; -1 where the network has no such tree branch. */
export function busOfPlace(grid: OneLineGrid, place: NonNullable<OneLinePlace>): number {
  const branch = grid.branchRow.get(place.id);
  if (branch === undefined || isLine(grid, branch) !== (place.kind === 'line')) return -1;
  return grid.tree.feedingBranch.indexOf(branch);
}

/** Whether the feeders of the part that begins at a bus are folded where the whole of it is shown. */
export const isFolded = ({ tree, partSize }: OneLineGrid, head: number): boolean =>
  tree.feedingBranch[head]! >= 0 && partSize[head]! > MOST_UNFOLDED_BUSES;

/** First line on the way from the head of its part to a bus; -1 for the head itself. */
export function feederLineOf({ tree }: OneLineGrid, bus: number): number {
  let at = bus;
  if (tree.head[at] === at) return -1;
  while (tree.parent[at] !== tree.head[at]) at = tree.parent[at]!;
  return tree.feedingBranch[at]!;
}

/** The diagram that shows a bus with everything on it. */
export function placeOfBus(grid: OneLineGrid, bus: number): OneLinePlace {
  const { tree } = grid;
  const head = tree.head[bus]!;
  const feeding = tree.feedingBranch[head]!;
  if (feeding < 0) return null;
  const line = isFolded(grid, head) ? feederLineOf(grid, bus) : -1;
  if (line >= 0) return { kind: 'line', id: tree.branchIds[line]! };
  return { kind: 'transformer', id: tree.branchIds[feeding]! };
}

/** The diagram that shows an element; undefined where it hangs on nothing. */
export function placeOfElement(grid: OneLineGrid, { kind, id }: OneLineElement): OneLinePlace | undefined {
  const { tree } = grid;
  const bus = busOfElement(grid, { kind, id });
  if (bus < 0) return undefined;
  // A transformer is drawn where it is fed from.
  return placeOfBus(grid, kind === 'transformer' ? Math.max(tree.parent[bus]!, 0) : bus);
}

/** Bus that an element ends at, seen from its source: of a tie, where it begins. */
export function busOfElement(grid: OneLineGrid, { kind, id }: OneLineElement): number {
  if (kind === 'bus') return grid.busRow.get(id) ?? -1;
  if (kind === 'building') return grid.buildingBus[grid.buildingRow.get(id) ?? -1] ?? -1;
  const branch = grid.branchRow.get(id);
  if (branch === undefined) return -1;
  const fed = grid.tree.feedingBranch.indexOf(branch);
  if (fed >= 0 || branch >= grid.tree.lineCount) return fed;
  return grid.busRow.get(grid.network.lines[branch]!.fromBusId) ?? -1;
}

/** The diagram in which the beginning of a place is one thing among others; the level of the sources for itself. */
export function placeAbove(grid: OneLineGrid, place: OneLinePlace): OneLinePlace {
  const bus = place === null ? -1 : busOfPlace(grid, place);
  if (place === null || bus < 0) return null;
  const { tree } = grid;
  const above = tree.parent[bus]!;
  if (place.kind === 'transformer') return placeOfBus(grid, above);
  const feeding = tree.feedingBranch[tree.head[above]!]!;
  return feeding < 0 ? null : { kind: 'transformer', id: tree.branchIds[feeding]! };
}
