import type { CompiledNetwork } from './compiled';
import type { NetworkBranches } from './topology';
import type { TreePositions } from './treePositions';

/**
 * LV feeders: every line that leaves an LV busbar downstream and has something connected behind it. A line with nothing
 * behind it is a dead end, not a feeder.
 */
export function compileFeeders(
  table: NetworkBranches,
  tree: TreePositions,
  loadedPositions: ReadonlySet<number>,
  busbars: ReadonlySet<number>,
): Pick<CompiledNetwork, 'feederIds' | 'feederBranch' | 'feederOfBranch'> {
  const { parent, subtreeEnd, busPosition, branchPosition, positionBranch } = tree;
  const busbarPositions = new Set([...busbars].map((bus) => busPosition[bus]!));
  const branches: number[] = [];
  const feederOfBranch = new Int32Array(table.ids.length).fill(-1);
  for (let row = 0; row < table.lineCount; row++) {
    const position = branchPosition[row]!;
    if (position < 0 || !busbarPositions.has(parent[position]!)) continue;
    const end = subtreeEnd[position]!;
    let loaded = false;
    for (let at = position; at < end; at++) loaded ||= loadedPositions.has(at);
    if (!loaded) continue;
    for (let at = position; at < end; at++) {
      const branch = positionBranch[at]!;
      if (branch >= 0) feederOfBranch[branch] = branches.length;
    }
    branches.push(row);
  }
  return {
    feederIds: branches.map((row) => table.ids[row]!),
    feederBranch: Int32Array.from(branches),
    feederOfBranch,
  };
}

/** Row of the nearest transformer above each position in the list; -1 when there is none. */
export function nearestTransformer(
  positions: Int32Array,
  tree: TreePositions,
  lineCount: number,
): Int32Array {
  const { parent, positionBranch } = tree;
  const above = new Int32Array(parent.length).fill(-1);
  for (let position = 1; position < parent.length; position++) {
    const branch = positionBranch[position]!;
    above[position] = branch >= lineCount ? branch - lineCount : above[parent[position]!]!;
  }
  return positions.map((position) => (position < 0 ? -1 : above[position]!));
}

/** Rows of the buildings fed through a branch, ascending; empty when it is out of service. */
export function downstreamBuildings(compiled: CompiledNetwork, branchRow: number): Int32Array {
  const position = compiled.branchPosition[branchRow]!;
  if (position < 0) return new Int32Array(0);
  const end = compiled.subtreeEnd[position]!;
  const rows: number[] = [];
  compiled.loadPosition.forEach((at, building) => {
    if (at >= position && at < end) rows.push(building);
  });
  return Int32Array.from(rows);
}

/** Rows of the branch itself and every branch behind it, ascending; empty when it is out of service. */
export function downstreamBranches(compiled: CompiledNetwork, branchRow: number): Int32Array {
  const position = compiled.branchPosition[branchRow]!;
  if (position < 0) return new Int32Array(0);
  const rows = compiled.positionBranch
    .subarray(position, compiled.subtreeEnd[position]!)
    .filter((row) => row >= 0);
  return rows.sort();
}

/** Rows of the storages fed through a branch. */
export function downstreamStorages(compiled: CompiledNetwork, branchRow: number): Int32Array {
  const position = compiled.branchPosition[branchRow]!;
  if (position < 0) return new Int32Array(0);
  const end = compiled.subtreeEnd[position]!;
  const rows: number[] = [];
  compiled.storagePosition.forEach((at, storage) => {
    if (at >= position && at < end) rows.push(storage);
  });
  return Int32Array.from(rows);
}
