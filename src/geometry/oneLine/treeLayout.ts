/**
 * A thing of a drawn tree. Drops are small: they hang in the half column behind it, one row each, and carry nothing. Branches
 * go on to the next column; the first of them straight on, in the same row.
 */
export interface LayoutNode {
  readonly drops: readonly number[];
  readonly branches: readonly number[];
}

export interface TreeLayout {
  /** Whole numbers for branches, halves for drops. */
  readonly column: Float64Array;
  readonly row: Int32Array;
  readonly columnCount: number;
  readonly rowCount: number;
}

const DROP_COLUMNS = 0.5;

/**
 * Orthogonal drawing of rooted trees from left to right. A branch lies below everything that an earlier branch of the same
 * node has in the columns that both need, so that no two things share a place, no line crosses another, and short branches
 * move up beside long ones. Roots stand below each other. Order and place depend on the order of the lists alone.
 */
export function layoutTrees(nodes: readonly LayoutNode[], roots: readonly number[]): TreeLayout {
  const order = parentsFirst(nodes, roots);
  const column = new Float64Array(nodes.length);
  for (const node of order) {
    for (const drop of nodes[node]!.drops) column[drop] = column[node]! + DROP_COLUMNS;
    for (const branch of nodes[node]!.branches) column[branch] = column[node]! + 1;
  }
  const { below, floors } = offsets(nodes, order);
  const row = new Int32Array(nodes.length);
  let nextRow = 0;
  for (const root of roots) {
    row[root] = nextRow;
    nextRow += Math.max(...floors[root]!) + 2;
  }
  for (const node of order) {
    nodes[node]!.drops.forEach((drop, at) => (row[drop] = row[node]! + 1 + at));
    for (const branch of nodes[node]!.branches) row[branch] = row[node]! + below[branch]!;
  }
  const columnCount = order.reduce((most, node) => Math.max(most, Math.floor(column[node]!) + 1), 0);
  return { column, row, columnCount, rowCount: Math.max(nextRow - 1, 0) };
}

function parentsFirst(nodes: readonly LayoutNode[], roots: readonly number[]): number[] {
  const order = [...roots];
  for (let next = 0; next < order.length; next += 1) {
    const { drops, branches } = nodes[order[next]!]!;
    order.push(...drops, ...branches);
  }
  return order;
}

/**
 * Rows that each branch lies below the node it leaves, and the lowest row of each subtree by column, both counted from the
 * subtree's own first row and column.
 */
function offsets(
  nodes: readonly LayoutNode[],
  order: readonly number[],
): { readonly below: Int32Array; readonly floors: readonly (readonly number[])[] } {
  const below = new Int32Array(nodes.length);
  const floors: number[][] = nodes.map(() => []);
  for (let at = order.length - 1; at >= 0; at -= 1) {
    const node = order[at]!;
    const { drops, branches } = nodes[node]!;
    const floor = [drops.length];
    branches.forEach((branch, nth) => {
      const own = floors[branch]!;
      let down = nth === 0 ? 0 : floor[0]! + 1;
      if (nth > 0) own.forEach((_, ahead) => (down = Math.max(down, (floor[ahead + 1] ?? -1) + 1)));
      below[branch] = down;
      // What hangs on the upright of this node keeps its column free down to the lowest branch.
      floor[0] = Math.max(floor[0]!, down);
      own.forEach((lowest, ahead) => {
        floor[ahead + 1] = Math.max(floor[ahead + 1] ?? 0, lowest + down);
      });
      floors[branch] = [];
    });
    floors[node] = floor;
  }
  return { below, floors };
}
