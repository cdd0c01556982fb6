import type { Building } from '../../model/building';
import type { Line, Network, Transformer } from '../../model/network';
import { demandEstimateW } from './demandEstimate';

/** A line or transformer in the tree, with the buses at its ends by row. */
export interface TreeBranch {
  readonly line: Line | null;
  readonly transformer: Transformer | null;
  readonly fromBus: number;
  readonly toBus: number;
}

/** Who feeds whom along closed branches, and the estimated demand behind every bus. */
export interface FeedTree {
  readonly network: Network;
  readonly busRow: ReadonlyMap<string, number>;
  /** All lines, then all transformers, open ones included. */
  readonly branches: readonly TreeBranch[];
  /** Row of the branch that feeds a bus; -1 at the source, -2 where nothing does. */
  readonly feeding: Int32Array;
  /** -1 without one. */
  readonly parentBus: Int32Array;
  /** Fed buses, parents first. */
  readonly order: readonly number[];
  /** Of the buildings connected there. */
  readonly demandW: Float64Array;
  /** At the bus and behind it. */
  readonly behindW: Float64Array;
  /** No closed branch closes a loop. */
  readonly isRadial: boolean;
}

/** Lines that an open switch takes out of the flow. */
export function openLineIds({ switches }: Network): ReadonlySet<string> {
  return new Set(switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId));
}

/** The other end of a branch, by bus row. */
export function otherBus({ fromBus, toBus }: TreeBranch, bus: number): number {
  return fromBus === bus ? toBus : fromBus;
}

/**
 * The tree of a network with one source, breadth first along closed branches, and the demand estimated from buildings in W
 * (`demandEstimateW`); arrays have a row a bus. Where a loop is closed, `isRadial` is false and the tree is one of several.
 * A tree of its own: the room table keeps the solver's topology, which scenarios and reports go by, from the measures.
 */
export function feedTreeOf(network: Network, buildings: readonly Building[]): FeedTree {
  const busRow = new Map(network.buses.map(({ id }, row) => [id, row]));
  const rowOf = (id: string): number => busRow.get(id) ?? -1;
  const branches: readonly TreeBranch[] = [
    ...network.lines.map((line) => ({
      line,
      transformer: null,
      fromBus: rowOf(line.fromBusId),
      toBus: rowOf(line.toBusId),
    })),
    ...network.transformers.map((transformer) => ({
      line: null,
      transformer,
      fromBus: rowOf(transformer.fromBusId),
      toBus: rowOf(transformer.toBusId),
    })),
  ];
  const demandW = new Float64Array(network.buses.length);
  for (const building of buildings) {
    const row = building.connection === null ? -1 : rowOf(building.connection.busId);
    if (row >= 0) demandW[row] = demandW[row]! + demandEstimateW(building);
  }
  const walked = walk(branches, openLineIds(network), rowOf(network.sources[0]?.busId ?? ''), demandW.length);
  const behindW = demandW.slice();
  for (let at = walked.order.length - 1; at > 0; at -= 1) {
    const bus = walked.order[at]!;
    const parent = walked.parentBus[bus]!;
    behindW[parent] = behindW[parent]! + behindW[bus]!;
  }
  return { network, busRow, branches, demandW, behindW, ...walked };
}

type Walked = Pick<FeedTree, 'feeding' | 'parentBus' | 'order' | 'isRadial'>;

/** Breadth first from the source. */
function walk(
  branches: readonly TreeBranch[],
  open: ReadonlySet<string>,
  source: number,
  busCount: number,
): Walked {
  const atBus: number[][] = Array.from({ length: busCount }, () => []);
  branches.forEach(({ line, fromBus, toBus }, row) => {
    if (fromBus < 0 || toBus < 0 || (line !== null && open.has(line.id))) return;
    atBus[fromBus]!.push(row);
    atBus[toBus]!.push(row);
  });
  const feeding = new Int32Array(busCount).fill(-2);
  const parentBus = new Int32Array(busCount).fill(-1);
  const order: number[] = [];
  let isRadial = true;
  if (source >= 0) {
    feeding[source] = -1;
    order.push(source);
  }
  for (const bus of order) {
    for (const row of atBus[bus]!) {
      if (row === feeding[bus]) continue;
      const other = otherBus(branches[row]!, bus);
      if (feeding[other] !== -2) {
        isRadial = false;
        continue;
      }
      feeding[other] = row;
      parentBus[other] = bus;
      order.push(other);
    }
  }
  return { feeding, parentBus, order, isRadial };
}
