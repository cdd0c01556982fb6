import type { Network } from '../../model/network';

/** A line that feeds nothing: open, or one that closes a loop. */
export interface Tie {
  readonly lineRow: number;
  readonly isOpen: boolean;
}

/**
 * A network as trees, in rows of its lists; branch rows are all lines, then all transformers. Every bus is in exactly one
 * tree: those of the sources first, then one for each island that no source feeds.
 */
export interface SupplyTree {
  readonly branchIds: readonly string[];
  readonly lineCount: number;
  /** Bus that feeds each bus; -1 for a root. */
  readonly parent: Int32Array;
  /** Branch that feeds each bus; -1 for a root. */
  readonly feedingBranch: Int32Array;
  /** Buses that each bus feeds, in the order of their branches. */
  readonly children: readonly (readonly number[])[];
  /** All buses, each after the one that feeds it. */
  readonly order: readonly number[];
  readonly roots: readonly number[];
  /** How many of the roots are fed. */
  readonly fedRoots: number;
  /** First bus of the part of a tree that each bus is in, up to the next transformer: a root, or a transformer's busbar. */
  readonly head: Int32Array;
  /** Length of the lines between that first bus and each bus. */
  readonly distanceM: Float64Array;
  readonly ties: readonly Tie[];
}

interface Ends {
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Walks a network from its sources through everything that is closed, breadth first. */
export function supplyTree(network: Network): SupplyTree {
  const { buses, lines, transformers, switches, sources } = network;
  const rowOf = new Map(buses.map(({ id }, row) => [id, row]));
  const branches = [...lines, ...transformers];
  const open = new Set(switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId));
  const ends: Ends = {
    from: Int32Array.from(branches, ({ fromBusId }) => rowOf.get(fromBusId) ?? -1),
    to: Int32Array.from(branches, ({ toBusId }) => rowOf.get(toBusId) ?? -1),
  };
  const closed = branches.map(
    ({ id }, row) => ends.from[row]! >= 0 && ends.to[row]! >= 0 && !(row < lines.length && open.has(id)),
  );
  const starts = [...sources.flatMap(({ busId }) => rowOf.get(busId) ?? []), ...buses.keys()];
  const walked = walk(buses.length, ends, closed, starts, sources.length);
  const parts = partsOf(walked, (branch) => (branch < lines.length ? lines[branch]!.lengthM : null));
  const ties = lines.flatMap(({ id }, lineRow): Tie[] =>
    walked.used[lineRow] === 1 || ends.from[lineRow]! < 0 || ends.to[lineRow]! < 0
      ? []
      : [{ lineRow, isOpen: open.has(id) }],
  );
  const { used: _, ...tree } = walked;
  return { branchIds: branches.map(({ id }) => id), lineCount: lines.length, ...tree, ...parts, ties };
}

type Walked = Pick<SupplyTree, 'parent' | 'feedingBranch' | 'children' | 'order' | 'roots' | 'fedRoots'> & {
  readonly used: Uint8Array;
};

function walk(
  busCount: number,
  { from, to }: Ends,
  closed: readonly boolean[],
  starts: readonly number[],
  sourceCount: number,
): Walked {
  const at: number[][] = Array.from({ length: busCount }, () => []);
  closed.forEach((is, branch) => {
    if (!is) return;
    at[from[branch]!]!.push(branch);
    if (to[branch] !== from[branch]) at[to[branch]!]!.push(branch);
  });
  const parent = new Int32Array(busCount).fill(-1);
  const feedingBranch = new Int32Array(busCount).fill(-1);
  const seen = new Uint8Array(busCount);
  const used = new Uint8Array(closed.length);
  const children: number[][] = Array.from({ length: busCount }, () => []);
  const order: number[] = [];
  const roots: number[] = [];
  let fedRoots = 0;
  starts.forEach((start, row) => {
    if (seen[start] === 1) return;
    seen[start] = 1;
    roots.push(start);
    if (row < sourceCount) fedRoots += 1;
    let next = order.length;
    order.push(start);
    for (; next < order.length; next += 1) {
      const bus = order[next]!;
      for (const branch of at[bus]!) {
        const other = from[branch] === bus ? to[branch]! : from[branch]!;
        if (seen[other] === 1) continue;
        seen[other] = 1;
        used[branch] = 1;
        parent[other] = bus;
        feedingBranch[other] = branch;
        children[bus]!.push(other);
        order.push(other);
      }
    }
  });
  return { parent, feedingBranch, children, order, roots, fedRoots, used };
}

function partsOf(
  { order, parent, feedingBranch }: Walked,
  lengthM: (branch: number) => number | null,
): Pick<SupplyTree, 'head' | 'distanceM'> {
  const head = new Int32Array(order.length);
  const distanceM = new Float64Array(order.length);
  for (const bus of order) {
    const branch = feedingBranch[bus]!;
    const length = branch < 0 ? null : lengthM(branch);
    const above = parent[bus]!;
    head[bus] = length === null ? bus : head[above]!;
    distanceM[bus] = length === null ? 0 : distanceM[above]! + length;
  }
  return { head, distanceM };
}
