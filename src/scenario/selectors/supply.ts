import type { Building } from '../../model/building';
import { LV_BELOW_V, type Network } from '../../model/network';
import type { Issue } from '../../model/outcome';
import type { UpstreamKind } from '../../model/selector';
import { buildTree, networkBranches, type NetworkBranches } from '../../sim/powerflow/network/topology';
import { IssueList } from '../../sim/powerflow/network/validate';

/** Who feeds whom, along closed branches from the source; rows of branches are all lines, then all transformers. */
export interface Supply {
  /** Branches that close a loop: what is downstream of what cannot be said then. */
  readonly issues: readonly Issue[];
  readonly branches: NetworkBranches;
  readonly busRow: ReadonlyMap<string, number>;
  /** Branch row that feeds each bus; -1 for the source, -2 for a bus that is not fed. */
  readonly feedingBranch: Int32Array;
  /** Row of the bus each bus is fed from; -1 without one. */
  readonly parentBus: Int32Array;
  /** Transformer row above each bus; -1 without one. */
  readonly transformerOfBus: Int32Array;
  /** Line that leaves the LV busbar towards each bus; -1 without one. */
  readonly feederOfBus: Int32Array;
  /** Fed buses, parents first. */
  readonly order: readonly number[];
}

const known = new WeakMap<Network, Supply>();

/** The supply of a network, computed once. A network has one source; without one nothing is fed. */
export function supplyOf(network: Network): Supply {
  const present = known.get(network);
  if (present !== undefined) return present;
  const supply = traced(network);
  known.set(network, supply);
  return supply;
}

function traced(network: Network): Supply {
  const busRow = new Map(network.buses.map(({ id }, row) => [id, row]));
  const branches = networkBranches(network, busRow);
  const list = new IssueList();
  const source = busRow.get(network.sources[0]?.busId ?? '');
  const tree =
    source === undefined
      ? { order: [], feedingBranch: new Int32Array(network.buses.length).fill(-2) }
      : buildTree(branches, network.buses.length, source, list);
  const parentBus = new Int32Array(network.buses.length).fill(-1);
  const transformerOfBus = parentBus.slice();
  const feederOfBus = parentBus.slice();
  for (const bus of tree.order) {
    const branch = tree.feedingBranch[bus]!;
    if (branch < 0) continue;
    const parent = branches.fromBus[branch] === bus ? branches.toBus[branch]! : branches.fromBus[branch]!;
    parentBus[bus] = parent;
    const isTransformer = branch >= branches.lineCount;
    transformerOfBus[bus] = isTransformer ? branch - branches.lineCount : transformerOfBus[parent]!;
    if (!isTransformer) {
      const leavesBusbar =
        tree.feedingBranch[parent]! >= branches.lineCount &&
        network.buses[parent]!.nominalVoltageV < LV_BELOW_V;
      feederOfBus[bus] = leavesBusbar ? branch : feederOfBus[parent]!;
    }
  }
  return {
    issues: list.issues,
    branches,
    busRow,
    ...tree,
    parentBus,
    transformerOfBus,
    feederOfBus,
  };
}

/** The bus that a branch feeds, -1 where it feeds none (open, or behind no source). */
export function fedBus({ branches, feedingBranch }: Supply, branch: number): number {
  const ends = [branches.fromBus[branch]!, branches.toBus[branch]!];
  return ends.find((bus) => feedingBranch[bus] === branch) ?? -1;
}

/** What lies behind an element: marks on buses, and on the branches that feed them. */
export interface Downstream {
  readonly bus: Uint8Array;
  readonly branch: Uint8Array;
}

/** Buses and branches fed through an element, the element included; null where the network has no such element. */
export function downstreamOf(network: Network, from: UpstreamKind, id: string): Downstream | null {
  const supply = supplyOf(network);
  const { branches, order, parentBus, feedingBranch } = supply;
  const bus = new Uint8Array(network.buses.length);
  const branch = new Uint8Array(branches.ids.length);
  const first = firstBus(network, supply, from, id);
  if (first === null) return null;
  if (first >= 0) bus[first] = 1;
  for (const next of order) {
    const parent = parentBus[next]!;
    if (parent >= 0 && bus[parent] === 1) bus[next] = 1;
    const feeding = feedingBranch[next]!;
    // The branch that feeds the first bus is behind the element only if it is the element.
    if (bus[next] === 1 && feeding >= 0 && (next !== first || from !== 'bus')) branch[feeding] = 1;
  }
  return { bus, branch };
}

function firstBus(network: Network, supply: Supply, from: UpstreamKind, id: string): number | null {
  if (from === 'bus') {
    const row = supply.busRow.get(id);
    if (row === undefined) return null;
    return supply.feedingBranch[row] === -2 ? -1 : row;
  }
  const elements: readonly { readonly id: string }[] = from === 'line' ? network.lines : network.transformers;
  const row = elements.findIndex((element) => element.id === id);
  if (row < 0) return null;
  return fedBus(supply, from === 'line' ? row : row + supply.branches.lineCount);
}

/** Bus row a building hangs on; -1 without a connection. */
export function busOf(supply: Supply, { connection }: Building): number {
  return connection === null ? -1 : (supply.busRow.get(connection.busId) ?? -1);
}
