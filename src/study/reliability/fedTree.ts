import type { ProtectedNetwork } from './protectedNetwork';

/** Branches that join the same two buses: they share what flows. */
export interface FedTree {
  /** [bus] 1 = fed. */
  readonly fed: Uint8Array;
  /** [bus] the bus it is fed from; -1 at sources and where not fed. */
  readonly parent: Int32Array;
  /** [bus] power towards the bus from its parent, of all that hangs behind it. */
  readonly towardsW: Float64Array;
  /** [bus] rating of the branches in use between it and its parent together. */
  readonly ratedVa: Float64Array;
  /** Fed buses, parents first. */
  readonly order: readonly number[];
  /** Closed branches beyond those of a tree, parallel ones counted once: what is said of flows there is a tree's. */
  readonly loops: number;
}

/**
 * Who is fed along usable branches, breadth first from the sources, and the power sums of the tree: P towards a bus = peak of
 * the bus and of all behind it. Screening: losses, reactive power and voltage are left out. `[bus]` peaks in W.
 */
export function fedTree(
  { branches, atBus, sourceBuses }: ProtectedNetwork,
  peakW: Float64Array,
  isUsable: (branch: number) => boolean,
): FedTree {
  const count = atBus.length;
  const fed = new Uint8Array(count);
  const parent = new Int32Array(count).fill(-1);
  const ratedVa = new Float64Array(count);
  const order: number[] = [];
  for (const bus of sourceBuses) {
    if (fed[bus] === 1) continue;
    fed[bus] = 1;
    order.push(bus);
  }
  let loops = 0;
  const feedingFrom = new Int32Array(count).fill(-1);
  for (const bus of order) {
    for (const row of atBus[bus]!) {
      if (!isUsable(row)) continue;
      const { fromBus, toBus, ratedVa: own } = branches[row]!;
      const other = fromBus === bus ? toBus : fromBus;
      if (other < 0 || other === bus || parent[bus] === other) continue;
      if (fed[other] === 0) {
        fed[other] = 1;
        parent[other] = bus;
        feedingFrom[other] = row;
        ratedVa[other] = own;
        order.push(other);
      } else if (parent[other] === bus) {
        if (feedingFrom[other] !== row) ratedVa[other] = ratedVa[other]! + own;
      } else loops += 1;
    }
  }
  const towardsW = peakW.slice();
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const bus = order[at]!;
    if (parent[bus]! >= 0) towardsW[parent[bus]!] = towardsW[parent[bus]!]! + towardsW[bus]!;
  }
  // Every edge that closes a loop is met from both of its buses.
  return { fed, parent, towardsW, ratedVa, order, loops: Math.ceil(loops / 2) };
}

/** Beyond rounding. */
const TOLERANCE = 1e-9;

/**
 * A bus whose feeding branches would be loaded beyond their rating, and higher than before; -1 if none. The one
 * nearest to the source. What is overloaded as things stand is no reason to switch it off. An unknown rating judges nothing.
 */
export function overloadedBus(now: FedTree, before: FedTree): number {
  for (const bus of now.order) {
    if (now.parent[bus]! < 0) continue;
    const isSameWay = before.fed[bus] === 1 && before.parent[bus] === now.parent[bus];
    const loadingBefore = isSameWay ? before.towardsW[bus]! / before.ratedVa[bus]! : 0;
    const limit = now.ratedVa[bus]! * Math.max(1, loadingBefore);
    if (now.towardsW[bus]! > limit * (1 + TOLERANCE)) return bus;
  }
  return -1;
}
