import type { CircuitTopology } from './topology';
import { parallelGroups, type TopologyBranch } from './topologyBranches';

/**
 * Shortest ways from the sources along lines: distance, the branch each bus is fed through, and what stands behind a
 * branch. In a mesh "behind" follows the shortest way, and the branches of a loop are named.
 */
export interface FeedTree {
  readonly topology: CircuitTopology;
  /** [bus] from the nearest source along lines; NaN without supply. Transformers are 0 m long. */
  readonly distanceM: Float64Array;
  /** [bus] group of parallel branches that feeds it; -1 for a source's bus and without supply. */
  readonly feedingGroup: Int32Array;
  readonly groups: readonly (readonly TopologyBranch[])[];
  /** [group] bus at its far end; -1 when nothing is fed through it (it closes a loop). */
  readonly farBus: Int32Array;
  /** [group] 1 when it lies on a loop. */
  readonly inLoop: Uint8Array;
  /** Fed buses, each directly followed by what stands behind it. */
  readonly order: Int32Array;
  /** [bus] place in `order`, and the place after the last bus behind it. */
  readonly first: Int32Array;
  readonly end: Int32Array;
}

export function feedTree(topology: CircuitTopology, sourceBusIds: readonly string[]): FeedTree {
  const buses = topology.busIds.length;
  const groups = parallelGroups(topology.branches);
  const near: number[][] = topology.busIds.map(() => []);
  groups.forEach(([branch], group) => {
    near[branch!.fromBus]!.push(group);
    near[branch!.toBus]!.push(group);
  });
  const distanceM = new Float64Array(buses).fill(NaN);
  const feedingGroup = new Int32Array(buses).fill(-1);
  const farBus = new Int32Array(groups.length).fill(-1);
  const sources = sourceBusIds.map((id) => topology.rowOfBus.get(id)!).filter((row) => row !== undefined);
  shortestWays(groups, near, sources, distanceM, feedingGroup);
  const parentOf = (bus: number): number => {
    const branch = groups[feedingGroup[bus]!]?.[0];
    if (branch === undefined) return -1;
    return branch.fromBus === bus ? branch.toBus : branch.fromBus;
  };
  feedingGroup.forEach((group, bus) => {
    if (group >= 0) farBus[group] = bus;
  });
  const { order, first, end } = depthFirst(buses, sources, near, groups, feedingGroup);
  const inLoop = loopGroups(groups, farBus, feedingGroup, first, parentOf);
  return { topology, distanceM, feedingGroup, groups, farBus, inLoop, order, first, end };
}

/** Ids of the buses behind a branch (and its parallels), nearest first; empty if nothing is fed through it. */
export function busesBehind(tree: FeedTree, branchId: string): string[] {
  const group = tree.groups.findIndex((members) => members.some((branch) => branch.id === branchId));
  return group < 0 ? [] : busesBehindGroup(tree, group);
}

export function busesBehindGroup(tree: FeedTree, group: number): string[] {
  const bus = tree.farBus[group]!;
  if (bus < 0) return [];
  return Array.from(tree.order.subarray(tree.first[bus], tree.end[bus]), (row) => tree.topology.busIds[row]!);
}

/** Dijkstra with a binary heap; equal distances are settled in the order they were reached. */
function shortestWays(
  groups: readonly (readonly TopologyBranch[])[],
  near: readonly (readonly number[])[],
  sources: readonly number[],
  distanceM: Float64Array,
  feedingGroup: Int32Array,
): void {
  const heap = new DistanceHeap();
  for (const bus of sources) heap.push(0, bus, -1);
  for (let next = heap.pop(); next !== undefined; next = heap.pop()) {
    if (!Number.isNaN(distanceM[next.bus]!)) continue;
    distanceM[next.bus] = next.distanceM;
    feedingGroup[next.bus] = next.group;
    for (const group of near[next.bus]!) {
      const branch = groups[group]![0]!;
      const other = branch.fromBus === next.bus ? branch.toBus : branch.fromBus;
      if (Number.isNaN(distanceM[other]!)) heap.push(next.distanceM + branch.lengthM, other, group);
    }
  }
}

function depthFirst(
  buses: number,
  sources: readonly number[],
  near: readonly (readonly number[])[],
  groups: readonly (readonly TopologyBranch[])[],
  feedingGroup: Int32Array,
): { order: Int32Array; first: Int32Array; end: Int32Array } {
  const order: number[] = [];
  const first = new Int32Array(buses).fill(-1);
  const end = new Int32Array(buses).fill(-1);
  // A bus on the stack is entered, its complement left.
  const stack: number[] = [];
  for (const source of sources) {
    if (first[source]! >= 0 || feedingGroup[source]! >= 0) continue;
    stack.push(source);
    while (stack.length > 0) {
      const bus = stack.pop()!;
      if (bus < 0) {
        end[~bus] = order.length;
        continue;
      }
      first[bus] = order.length;
      order.push(bus);
      stack.push(~bus);
      for (let k = near[bus]!.length - 1; k >= 0; k -= 1) {
        const group = near[bus]![k]!;
        const branch = groups[group]![0]!;
        const other = branch.fromBus === bus ? branch.toBus : branch.fromBus;
        if (feedingGroup[other] === group && first[other]! < 0) stack.push(other);
      }
    }
  }
  return { order: Int32Array.from(order), first, end };
}

/** A group that feeds nothing closes a loop: with it all groups on the ways of its two ends up to where they meet. */
function loopGroups(
  groups: readonly (readonly TopologyBranch[])[],
  farBus: Int32Array,
  feedingGroup: Int32Array,
  first: Int32Array,
  parentOf: (bus: number) => number,
): Uint8Array {
  const inLoop = new Uint8Array(groups.length);
  groups.forEach(([branch], group) => {
    let [a, b] = [branch!.fromBus, branch!.toBus];
    if (farBus[group]! >= 0 || first[a]! < 0 || first[b]! < 0) return;
    inLoop[group] = 1;
    // In depth-first order the later of two buses is never above the other.
    while (a !== b && (feedingGroup[a]! >= 0 || feedingGroup[b]! >= 0)) {
      // Two sources: each end climbs to its own.
      if (feedingGroup[a]! < 0 || (first[a]! < first[b]! && feedingGroup[b]! >= 0)) [a, b] = [b, a];
      inLoop[feedingGroup[a]!] = 1;
      a = parentOf(a);
    }
  });
  return inLoop;
}

interface Reached {
  readonly distanceM: number;
  readonly bus: number;
  readonly group: number;
}

class DistanceHeap {
  private readonly items: (Reached & { readonly turn: number })[] = [];
  private turns = 0;

  push(distanceM: number, bus: number, group: number): void {
    const { items } = this;
    items.push({ distanceM, bus, group, turn: (this.turns += 1) });
    for (let at = items.length - 1; at > 0;) {
      const up = (at - 1) >> 1;
      if (!this.before(at, up)) break;
      this.swap(at, up);
      at = up;
    }
  }

  pop(): Reached | undefined {
    const { items } = this;
    const top = items[0];
    const last = items.pop();
    if (items.length > 0) {
      items[0] = last!;
      for (let at = 0; ;) {
        let least = at;
        for (const child of [2 * at + 1, 2 * at + 2]) {
          if (child < items.length && this.before(child, least)) least = child;
        }
        if (least === at) break;
        this.swap(at, least);
        at = least;
      }
    }
    return top;
  }

  private before(a: number, b: number): boolean {
    const [x, y] = [this.items[a]!, this.items[b]!];
    return x.distanceM < y.distanceM || (x.distanceM === y.distanceM && x.turn < y.turn);
  }

  private swap(a: number, b: number): void {
    const kept = this.items[a]!;
    this.items[a] = this.items[b]!;
    this.items[b] = kept;
  }
}
