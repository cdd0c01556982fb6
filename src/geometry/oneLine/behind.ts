import type { OneLineGrid } from './oneLineGrid';

/** Everything behind the branch that feeds a bus, in rows, that branch and bus included. */
export interface Behind {
  readonly busRows: readonly number[];
  readonly branchRows: readonly number[];
  readonly buildingRows: readonly number[];
}

const known = new WeakMap<OneLineGrid, Map<number, Behind>>();

/** What hangs behind a bus down to the ends of the network, in the order of the tree. */
export function feederOf(grid: OneLineGrid, bus: number): Behind {
  const ofGrid = known.get(grid) ?? new Map<number, Behind>();
  known.set(grid, ofGrid);
  const present = ofGrid.get(bus);
  if (present !== undefined) return present;
  const { tree, buildingsAt } = grid;
  const busRows = [bus];
  for (let next = 0; next < busRows.length; next += 1) busRows.push(...tree.children[busRows[next]!]!);
  const behind: Behind = {
    busRows,
    branchRows: busRows.map((row) => tree.feedingBranch[row]!),
    buildingRows: busRows.flatMap((row) => buildingsAt[row]!),
  };
  ofGrid.set(bus, behind);
  return behind;
}
