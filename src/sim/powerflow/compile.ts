import type { Connection } from '../../model/building';
import type { Network } from '../../model/network';
import { fail, type Outcome, settle } from '../../model/outcome';
import type { CompiledNetwork, CompileOptions } from './compiled';
import {
  type BranchElectrical,
  lineElectrical,
  phaseVoltageV,
  type SequencePair,
  sourceImpedance,
  transformerElectrical,
} from './electrical';
import { compileFeeders, nearestTransformer } from './feeders';
import { type Draft, flagPositions, layOut, placeNoLoadVoltages, subtreeEnds } from './positions';
import { type BranchTable, branchTable, buildTree, type Tree } from './topology';
import { IssueList, validateElements } from './validate';

/**
 * Compiles a radial network and the connections of all buildings (row = building row, null = none) for `solveStep`.
 * Fails with every reason at once; unfed buses without load are a warning.
 */
export function compileNetwork(
  network: Network,
  connections: readonly (Connection | null)[],
  options: CompileOptions = {},
): Outcome<CompiledNetwork> {
  const list = new IssueList();
  validateElements(network, connections, list);
  if (list.issues.some((issue) => issue.severity === 'error')) return fail(list.issues);

  const busRow = new Map(network.buses.map((bus, row) => [bus.id, row]));
  const table = branchTable(network, busRow);
  const tree = buildTree(table, network.buses.length, busRow.get(network.sources[0]!.busId)!, list);
  const loadBus = Int32Array.from(connections, (item) => (item === null ? -1 : busRow.get(item.busId)!));
  const storageBus = Int32Array.from(network.storages, (storage) => busRow.get(storage.busId)!);
  checkFed(network, tree, loadBus, storageBus, list);
  checkVoltages(network, table, tree, list);
  if (list.issues.some((issue) => issue.severity === 'error')) return fail(list.issues);
  return settle(assemble(network, table, tree, loadBus, storageBus, options), list.issues);
}

function checkFed(
  network: Network,
  tree: Tree,
  loadBus: Int32Array,
  storageBus: Int32Array,
  list: IssueList,
): void {
  const loaded = new Set([...loadBus, ...storageBus]);
  const unfed = network.buses.map((_, row) => row).filter((row) => tree.feedingBranch[row] === -2);
  const named = (rows: readonly number[]): string => rows.map((row) => network.buses[row]!.id).join(', ');
  const withLoad = unfed.filter((row) => loaded.has(row));
  const without = unfed.filter((row) => !loaded.has(row));
  if (withLoad.length > 0) {
    const message = `No closed path from the source feeds these buses with loads: ${named(withLoad)}.`;
    list.add('unfed', named(withLoad), message, 'Close a switch or add a line.', 'buses', named(withLoad));
  }
  if (without.length > 0) {
    const message = `No closed path from the source feeds these buses (no load there): ${named(without)}.`;
    list.warn('unfed', named(without), message, 'Close a switch, add a line or remove them.');
  }
}

/** Lines join equal voltages; transformers are fed at their delta side and fit their buses. */
function checkVoltages(network: Network, table: BranchTable, tree: Tree, list: IssueList): void {
  network.lines.forEach((line, row) => {
    const from = network.buses[table.fromBus[row]!]!.nominalVoltageV;
    const to = network.buses[table.toBus[row]!]!.nominalVoltageV;
    if (from !== to) {
      const message = `Line ${line.id} joins buses of ${from} V and ${to} V.`;
      list.add('line-voltage', line.id, message, 'Put a transformer between them.', 'nominalVoltageV', to);
    }
  });
  network.transformers.forEach((transformer, t) => {
    const row = table.lineCount + t;
    const type = network.transformerTypes.find((item) => item.id === transformer.transformerTypeId)!;
    const from = network.buses[table.fromBus[row]!]!.nominalVoltageV;
    const to = network.buses[table.toBus[row]!]!.nominalVoltageV;
    const off = Math.max(Math.abs(type.fromVoltageV / from - 1), Math.abs(type.toVoltageV / to - 1));
    if (off > 0.25) {
      const message = `Transformer ${transformer.id} (${type.fromVoltageV} / ${type.toVoltageV} V) joins buses of ${from} V and ${to} V.`;
      list.add('transformer-voltage', transformer.id, message, 'Swap its buses or change its type.');
    }
    if (tree.feedingBranch[table.fromBus[row]!] === row) {
      const message = `Transformer ${transformer.id} is fed at its star (to) side; its delta side would float.`;
      list.add('transformer-direction', transformer.id, message, 'Feed it at its from-bus.');
    }
  });
}

function assemble(
  network: Network,
  table: BranchTable,
  tree: Tree,
  loadBus: Int32Array,
  storageBus: Int32Array,
  options: CompileOptions,
): CompiledNetwork {
  const baseVoltageV = Float64Array.from(network.buses, (bus) => phaseVoltageV(bus.nominalVoltageV));
  const draft = layOut(network, table, tree);
  const { parent, busPosition, branchPosition } = draft;
  const electrical = branchElectrical(network, table, baseVoltageV, options);
  placeSource(network, draft, baseVoltageV);
  electrical.forEach((branch, row) => placeBranch(draft, table, branch, row));
  placeNoLoadVoltages(network, table, draft, baseVoltageV);

  const positionCount = parent.length;
  const at = (bus: number): number => (bus < 0 ? -1 : busPosition[bus]!);
  const loadPosition = loadBus.map(at);
  const storagePosition = storageBus.map(at);
  const positionFlags = flagPositions(draft, [...loadPosition, ...storagePosition]);
  const subtreeEnd = subtreeEnds(parent);
  const transformerRow = new Map(network.transformers.map((transformer, row) => [transformer.id, row]));
  const lowVoltage = network.transformers
    .map((_, t) => table.toBus[table.lineCount + t]!)
    .filter((bus) => network.buses[bus]!.nominalVoltageV < 1000);
  const { windings, windingRatio, windingPlus, windingMinus, ...arrays } = draft;
  return {
    ...arrays,
    ...compileFeeders(table, draft, subtreeEnd, positionFlags, new Set(lowVoltage)),
    busIds: network.buses.map((bus) => bus.id),
    branchIds: table.ids,
    lineCount: table.lineCount,
    transformerIds: network.transformers.map((transformer) => transformer.id),
    storageIds: network.storages.map((storage) => storage.id),
    buildingCount: loadBus.length,
    positionCount,
    subtreeEnd,
    windings: Int32Array.from(windings),
    windingRatio: Float64Array.from(windingRatio),
    windingPlus: Uint8Array.from(windingPlus),
    windingMinus: Uint8Array.from(windingMinus),
    positionFlags,
    baseVoltageV,
    branchReversed: Uint8Array.from(branchPosition, (position, row) =>
      position >= 0 && busPosition[table.fromBus[row]!] === position ? 1 : 0,
    ),
    branchFromBus: table.fromBus,
    branchToBus: table.toBus,
    branchRating: Float64Array.from(table.ids, (_, row) => ratingOf(network, row)),
    loadBus,
    loadPosition,
    storagePosition,
    storageTransformer: Int32Array.from(network.storages, (item) => transformerRow.get(item.transformerId)!),
    transformerOfBuilding: nearestTransformer(loadPosition, draft, table.lineCount),
  };
}

function branchElectrical(
  network: Network,
  table: BranchTable,
  baseVoltageV: Float64Array,
  options: CompileOptions,
): BranchElectrical[] {
  const lineTypes = new Map(network.lineTypes.map((type) => [type.id, type]));
  const transformerTypes = new Map(network.transformerTypes.map((type) => [type.id, type]));
  const lines = network.lines.map((line, row) =>
    lineElectrical(line, lineTypes.get(line.lineTypeId)!, baseVoltageV[table.fromBus[row]!]!),
  );
  const transformers = network.transformers.map((transformer, t) => {
    const row = table.lineCount + t;
    return transformerElectrical(
      transformer,
      transformerTypes.get(transformer.transformerTypeId)!,
      baseVoltageV[table.fromBus[row]!]!,
      baseVoltageV[table.toBus[row]!]!,
      options.magnetising ?? 'from',
    );
  });
  return [...lines, ...transformers];
}

function placeSource(network: Network, draft: Draft, baseVoltageV: Float64Array): void {
  const source = network.sources[0]!;
  const bus = draft.positionBus[1]!;
  const nominalVoltageV = network.buses[bus]!.nominalVoltageV;
  setPair(draft.impedance, 4, sourceImpedance(source, nominalVoltageV, baseVoltageV[bus]!));
}

function placeBranch(draft: Draft, table: BranchTable, branch: BranchElectrical, row: number): void {
  const position = draft.branchPosition[row]!;
  if (position < 0) return;
  setPair(draft.impedance, 4 * position, branch.series);
  setPair(draft.branchShunt, 8 * row, branch.shuntFrom);
  setPair(draft.branchShunt, 8 * row + 4, branch.shuntTo);
  const from = 4 * draft.busPosition[table.fromBus[row]!]!;
  const to = 4 * draft.busPosition[table.toBus[row]!]!;
  for (let k = 0; k < 4; k++) {
    draft.shunt[from + k] = draft.shunt[from + k]! + draft.branchShunt[8 * row + k]!;
    draft.shunt[to + k] = draft.shunt[to + k]! + draft.branchShunt[8 * row + 4 + k]!;
  }
}

/** Sequence pair to self-minus-mutual and mutual (eq. 2). */
function setPair(target: Float64Array, at: number, pair: SequencePair): void {
  target[at] = pair.re1;
  target[at + 1] = pair.im1;
  target[at + 2] = (pair.re0 - pair.re1) / 3;
  target[at + 3] = (pair.im0 - pair.im1) / 3;
}

function ratingOf(network: Network, row: number): number {
  const line = network.lines[row];
  if (line !== undefined) {
    return line.parallel * network.lineTypes.find((type) => type.id === line.lineTypeId)!.ratedCurrentA;
  }
  const transformer = network.transformers[row - network.lines.length]!;
  return network.transformerTypes.find((type) => type.id === transformer.transformerTypeId)!.ratedSVa;
}
