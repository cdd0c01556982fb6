import type { Network } from '../../model/network';
import { FOLLOWS_PARENT, HAS_LOAD, HAS_SHUNT, HAS_SUM } from './compiled';
import { dynWinding } from './electrical';
import type { BranchTable, Tree } from './topology';

/** Arrays by position while a network is being compiled. */
export interface Draft {
  readonly parent: Int32Array;
  readonly impedance: Float64Array;
  readonly shunt: Float64Array;
  readonly noLoadVoltage: Float64Array;
  readonly busPosition: Int32Array;
  readonly positionBus: Int32Array;
  readonly positionBranch: Int32Array;
  readonly branchPosition: Int32Array;
  readonly branchShunt: Float64Array;
  readonly windings: number[];
  readonly windingRatio: number[];
  readonly windingPlus: number[];
  readonly windingMinus: number[];
}

/** Positions in depth-first order; each transformer takes one more, for its ideal winding pair. */
export function layOut(network: Network, table: BranchTable, tree: Tree): Draft {
  const parents = [-1];
  const buses = [-1];
  const branches = [-1];
  const windings: number[] = [];
  const busPosition = new Int32Array(network.buses.length).fill(-1);
  const branchPosition = new Int32Array(table.ids.length).fill(-1);
  const push = (up: number, bus: number, branch: number): number => {
    parents.push(up);
    buses.push(bus);
    branches.push(branch);
    return parents.length - 1;
  };
  for (const bus of tree.order) {
    const row = tree.feedingBranch[bus]!;
    let up = 0;
    if (row >= 0) {
      up = busPosition[table.fromBus[row] === bus ? table.toBus[row]! : table.fromBus[row]!]!;
      if (row >= table.lineCount) {
        up = push(up, -1, -1);
        windings.push(up);
      }
    }
    const position = push(up, bus, row);
    busPosition[bus] = position;
    if (row >= 0) branchPosition[row] = position;
  }
  const count = parents.length;
  return {
    parent: Int32Array.from(parents),
    positionBus: Int32Array.from(buses),
    positionBranch: Int32Array.from(branches),
    busPosition,
    branchPosition,
    impedance: new Float64Array(4 * count),
    shunt: new Float64Array(4 * count),
    noLoadVoltage: new Float64Array(6 * count),
    branchShunt: new Float64Array(8 * table.ids.length),
    windings,
    windingRatio: [],
    windingPlus: [],
    windingMinus: [],
  };
}

/** Source voltage carried through the windings (eq. 6); also notes each winding. */
export function placeNoLoadVoltages(
  network: Network,
  table: BranchTable,
  draft: Draft,
  baseVoltageV: Float64Array,
): void {
  const { noLoadVoltage, parent, positionBus, positionBranch } = draft;
  const magnitude = network.sources[0]!.voltagePu;
  const half = magnitude / 2;
  const high = (magnitude * Math.sqrt(3)) / 2;
  noLoadVoltage.set([magnitude, 0, -half, -high, -half, high]);
  for (let position = 1; position < parent.length; position++) {
    const up = 6 * parent[position]!;
    if (positionBus[position]! >= 0) {
      noLoadVoltage.copyWithin(6 * position, up, up + 6);
      continue;
    }
    const row = positionBranch[position + 1]!;
    const transformer = network.transformers[row - table.lineCount]!;
    const type = network.transformerTypes.find((item) => item.id === transformer.transformerTypeId)!;
    const [plus, minus] = dynWinding(type.vectorGroup)!;
    const tapVoltageV = type.fromVoltageV * (1 + transformer.tapPercent / 100);
    const bases = baseVoltageV[table.fromBus[row]!]! / baseVoltageV[table.toBus[row]!]!;
    const ratio = ((type.toVoltageV / tapVoltageV) * bases) / Math.sqrt(3);
    draft.windingRatio.push(ratio);
    draft.windingPlus.push(plus);
    draft.windingMinus.push(minus);
    for (let f = 0; f < 3; f++) {
      for (let k = 0; k < 2; k++) {
        const vPlus = noLoadVoltage[up + 2 * ((plus + f) % 3) + k]!;
        const vMinus = noLoadVoltage[up + 2 * ((minus + f) % 3) + k]!;
        noLoadVoltage[6 * position + 2 * f + k] = ratio * (vPlus - vMinus);
      }
    }
  }
}

/** What the sweeps have to do at each position. */
export function flagPositions(draft: Draft, loaded: readonly number[]): Uint8Array {
  const { parent, shunt, positionBus } = draft;
  const flags = new Uint8Array(parent.length);
  const raise = (position: number, bit: number): void => {
    flags[position] = flags[position]! | bit;
  };
  for (const position of loaded) if (position >= 0) raise(position, HAS_LOAD);
  shunt.forEach((value, k) => {
    if (value !== 0) raise(k >> 2, HAS_SHUNT);
  });
  for (let position = 1; position < parent.length; position++) {
    const up = parent[position]!;
    // Ranges of the sweeps begin behind ideal positions, hence nothing is handed over there.
    if (up === position - 1 && positionBus[up]! >= 0 && positionBus[position]! >= 0)
      raise(position, FOLLOWS_PARENT);
    else raise(up, HAS_SUM);
  }
  return flags;
}

/** Position after the last one behind each position. */
export function subtreeEnds(parent: Int32Array): Int32Array {
  const end = Int32Array.from(parent, (_, position) => position + 1);
  for (let position = parent.length - 1; position > 0; position--) {
    const up = parent[position]!;
    end[up] = Math.max(end[up]!, end[position]!);
  }
  return end;
}
