import type { Network } from '../../../model/network';
import type { VoltageRegulator } from '../../../model/voltageRegulator';
import type { CompiledNetwork } from './compiled';
import type { NetworkBranches } from './topology';
import type { TreePositions } from './treePositions';

/** A regulator in service: which branch it is part of, and where it stands. */
export interface PlacedRegulator {
  readonly settings: VoltageRegulator;
  readonly branch: number;
  readonly isTransformer: boolean;
  /** Its branch is fed at its to-end. */
  readonly turned: boolean;
  /** Bus that it is fed from. */
  readonly upstreamBus: number;
  /** Off-load ratio of its transformer; 1 for lines. */
  readonly middleRatio: number;
  /** Row of the next regulator on the way to the source; -1 = none. Always lower than the own row. */
  readonly above: number;
}

/**
 * Regulators of a network by tree position, those above before those below. What lies behind a regulator is its part: "part" of a
 * bus, branch or injection row is the row of the nearest regulator above it, its own branch included; -1 = none.
 */
export interface CompiledRegulators {
  readonly placed: readonly PlacedRegulator[];
  readonly branchIds: readonly string[];
  readonly partOfPosition: Int32Array;
  /** Of rows of the branch table. */
  readonly partOfTableRow: Int32Array;
  readonly partOfInjection: Int32Array;
  /** First of three injection rows at the upstream bus of each. */
  readonly injectionRow: Int32Array;
  /** Nodes of the upstream end, then of the downstream end of each branch, three each. */
  readonly nodes: Int32Array;
}

/** In service and in order; empty where none stands. */
export function placeRegulators(
  network: Network,
  table: NetworkBranches,
  { branchPosition, positionBranch, busPosition, parent }: TreePositions,
): readonly PlacedRegulator[] {
  const settingsOf = [
    ...network.lines.map(({ voltageRegulator }) => voltageRegulator),
    ...network.transformers.map(({ onLoadTapChanger }) => onLoadTapChanger),
  ];
  const placed: PlacedRegulator[] = [];
  if (settingsOf.every((settings) => settings === undefined)) return placed;
  const part = new Int32Array(positionBranch.length).fill(-1);
  for (let position = 1; position < positionBranch.length; position++) {
    const branch = positionBranch[position]!;
    const above = part[parent[position]!]!;
    const settings = settingsOf[branch];
    part[position] = settings === undefined ? above : placed.length;
    if (settings === undefined) continue;
    const turned = busPosition[table.fromBus[branch]!] === branchPosition[branch];
    const transformer = network.transformers[branch - table.lineCount];
    placed.push({
      settings,
      branch,
      isTransformer: transformer !== undefined,
      turned,
      upstreamBus: turned ? table.toBus[branch]! : table.fromBus[branch]!,
      middleRatio: 1 + (transformer?.tapPercent ?? 0) / 100,
      above,
    });
  }
  return placed;
}

/** What the solver has to know of them; null where there is none. */
export function compileRegulators(
  net: Omit<CompiledNetwork, 'regulators'>,
  placed: readonly PlacedRegulator[],
): CompiledRegulators | null {
  if (placed.length === 0) return null;
  const rowOfBranch = new Map(placed.map(({ branch }, row) => [branch, row]));
  const partOfPosition = partsOf(net, placed, rowOfBranch);
  const partOfInjection = new Int32Array(net.flow.problem.injections.count).fill(-1);
  const own = net.buildingCount + net.storageIds.length;
  const parts = [
    ...Array.from(net.loadPosition, (position) => (position < 0 ? -1 : partOfPosition[position]!)),
    ...Array.from(net.storagePosition, (position) => partOfPosition[position]!),
    ...placed.map(({ above }) => above),
  ];
  parts.forEach((part, load) => {
    const row = net.injectionRow[load]!;
    if (row >= 0) partOfInjection.fill(part, row, row + 3);
  });
  const partOfTableRow = Int32Array.from({ length: net.branches.count }, (_, row) => {
    const branch = net.branchOfTable[row] ?? turnedBranch(net, row);
    return partOfPosition[net.branchPosition[branch]!]!;
  });
  return {
    placed,
    branchIds: placed.map(({ branch }) => net.branchIds[branch]!),
    partOfPosition,
    partOfTableRow,
    partOfInjection,
    injectionRow: net.injectionRow.slice(own),
    nodes: Int32Array.from(
      placed.flatMap(({ branch, turned }) => {
        const ends = [net.branchFromBus[branch]!, net.branchToBus[branch]!];
        const blocks = (turned ? ends.reverse() : ends).map((bus) => net.busBlock[bus]!);
        return blocks.flatMap((block) => [3 * block, 3 * block + 1, 3 * block + 2]);
      }),
    ),
  };
}

function partsOf(
  { subtreeEnd, branchPosition }: Omit<CompiledNetwork, 'regulators'>,
  placed: readonly PlacedRegulator[],
  rowOfBranch: ReadonlyMap<number, number>,
): Int32Array {
  const parts = new Int32Array(subtreeEnd.length).fill(-1);
  // Those above come first, so that those below them overwrite what is theirs.
  for (const { branch } of placed) {
    const position = branchPosition[branch]!;
    parts.fill(rowOfBranch.get(branch)!, position, subtreeEnd[position]!);
  }
  return parts;
}

/** Branch of a row that stands once more at the end of the table, turned round: the one between the same blocks. */
function turnedBranch({ branches, branchOfTable }: Omit<CompiledNetwork, 'regulators'>, row: number): number {
  for (let at = 0; at < branchOfTable.length; at++)
    if (branches.from[at] === branches.to[row] && branches.to[at] === branches.from[row])
      return branchOfTable[at]!;
  return -1;
}

/**
 * Voltage behind a regulator over the voltage that the network has there with all of them in the middle, by itself:
 *
 *   transformer  a = t0 / (t0 - n s),  t0 its off-load ratio; line  a = 1 + n s
 */
export function regulatorRatio(
  { isTransformer, middleRatio, settings }: PlacedRegulator,
  tap: number,
): number {
  const change = (tap * settings.stepPercent) / 100;
  return isTransformer ? middleRatio / (middleRatio - change) : 1 + change;
}
