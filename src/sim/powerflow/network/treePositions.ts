import type { NetworkBranches, Tree } from './topology';

/** Positions of fed buses in depth-first order, and where branches lie among them. */
export interface TreePositions {
  /** Parent position; -1 at the source. */
  readonly parent: Int32Array;
  readonly subtreeEnd: Int32Array;
  readonly busPosition: Int32Array;
  readonly branchPosition: Int32Array;
  readonly positionBranch: Int32Array;
}

export function treePositions(table: NetworkBranches, tree: Tree, busCount: number): TreePositions {
  const count = tree.order.length;
  const parent = new Int32Array(count).fill(-1);
  const subtreeEnd = new Int32Array(count);
  const positionBranch = new Int32Array(count).fill(-1);
  const busPosition = new Int32Array(busCount).fill(-1);
  const branchPosition = new Int32Array(table.ids.length).fill(-1);
  tree.order.forEach((bus, position) => {
    busPosition[bus] = position;
    subtreeEnd[position] = position + 1;
    const row = tree.feedingBranch[bus]!;
    if (row < 0) return;
    const up = table.fromBus[row] === bus ? table.toBus[row]! : table.fromBus[row]!;
    parent[position] = busPosition[up]!;
    positionBranch[position] = row;
    branchPosition[row] = position;
  });
  for (let position = count - 1; position > 0; position--) {
    const up = parent[position]!;
    if (subtreeEnd[position]! > subtreeEnd[up]!) subtreeEnd[up] = subtreeEnd[position]!;
  }
  return { parent, subtreeEnd, busPosition, branchPosition, positionBranch };
}
