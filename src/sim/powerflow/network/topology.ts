import type { Network } from '../../../model/network';
import type { IssueList } from './validate';

/** Branches in rows (all lines, then all transformers) with bus rows at both ends. */
export interface NetworkBranches {
  readonly ids: readonly string[];
  readonly lineCount: number;
  readonly fromBus: Int32Array;
  readonly toBus: Int32Array;
  readonly inService: Uint8Array;
}

/** Fed buses in depth-first order from the source; parents before children. */
export interface Tree {
  readonly order: readonly number[];
  /** Branch that feeds each bus row; -1 for the source bus, -2 for an unfed bus. */
  readonly feedingBranch: Int32Array;
}

export function networkBranches(network: Network, busRow: ReadonlyMap<string, number>): NetworkBranches {
  const open = new Set(network.switches.filter((item) => !item.closed).map((item) => item.lineId));
  const elements = [...network.lines, ...network.transformers];
  return {
    ids: elements.map((element) => element.id),
    lineCount: network.lines.length,
    fromBus: Int32Array.from(elements, (element) => busRow.get(element.fromBusId)!),
    toBus: Int32Array.from(elements, (element) => busRow.get(element.toBusId)!),
    inService: Uint8Array.from(elements, (element, row) =>
      row < network.lines.length && open.has(element.id) ? 0 : 1,
    ),
  };
}

/** Walks the in-service branches from the source; every branch that closes a loop becomes an issue naming the loop. */
export function buildTree(
  table: NetworkBranches,
  busCount: number,
  sourceBus: number,
  list: IssueList,
): Tree {
  const branchesAt = incidence(table, busCount);
  const feedingBranch = new Int32Array(busCount).fill(-2);
  const used = new Uint8Array(table.ids.length);
  const order: number[] = [];
  const depth = new Int32Array(busCount);
  const stack = [sourceBus];
  const visit = (bus: number): void => {
    order.push(bus);
    const rows = branchesAt[bus]!;
    for (let at = rows.length - 1; at >= 0; at--) {
      const row = rows[at]!;
      if (used[row] === 1) continue;
      const other = table.fromBus[row] === bus ? table.toBus[row]! : table.fromBus[row]!;
      if (feedingBranch[other] !== -2 || other === bus) {
        used[row] = 1;
        reportLoop(table, feedingBranch, depth, row, list);
        continue;
      }
      used[row] = 1;
      feedingBranch[other] = row;
      depth[other] = depth[bus]! + 1;
      stack.push(other);
    }
  };
  feedingBranch[sourceBus] = -1;
  while (stack.length > 0) visit(stack.pop()!);
  return { order, feedingBranch };
}

function incidence(table: NetworkBranches, busCount: number): number[][] {
  const branchesAt: number[][] = Array.from({ length: busCount }, () => []);
  for (let row = 0; row < table.ids.length; row++) {
    if (table.inService[row] === 0) continue;
    branchesAt[table.fromBus[row]!]!.push(row);
    if (table.toBus[row] !== table.fromBus[row]) branchesAt[table.toBus[row]!]!.push(row);
  }
  return branchesAt;
}

function reportLoop(
  table: NetworkBranches,
  feedingBranch: Int32Array,
  depth: Int32Array,
  closing: number,
  list: IssueList,
): void {
  let a = table.fromBus[closing]!;
  let b = table.toBus[closing]!;
  const rows = [closing];
  while (a !== b) {
    const lower = depth[a]! >= depth[b]! ? a : b;
    const row = feedingBranch[lower]!;
    rows.push(row);
    const up = table.fromBus[row] === lower ? table.toBus[row]! : table.fromBus[row]!;
    if (lower === a) a = up;
    else b = up;
  }
  const names = rows.sort((x, y) => x - y).map((row) => table.ids[row]!);
  const message = `These branches form a loop: ${names.join(', ')}.`;
  list.add('loop', names[0]!, message, 'Open a switch on one of the lines.', 'branches', names.join(', '));
}
