import type { Connection } from '../../../model/building';
import { LV_BELOW_V, type Network } from '../../../model/network';
import { fail, type Outcome, settle } from '../../../model/outcome';
import { compileCircuit, type CompiledCircuit } from '../circuit/compileCircuit';
import { namedIssues } from '../circuit/solution';
import { compileFlow } from '../factor/compileFlow';
import { branchBlocks } from './branchBlocks';
import { checkFed, checkVoltages } from './checks';
import type { CompiledNetwork } from './compiled';
import { compileFeeders, nearestTransformer } from './feeders';
import { type MagnetisingPlacement, networkCircuit, phaseVoltageV } from './networkCircuit';
import { buildTree, type NetworkBranches, networkBranches, type Tree } from './topology';
import { compileRegulators, placeRegulators } from './regulators';
import { treePositions, type TreePositions } from './treePositions';
import { IssueList, validateElements } from './validate';

export interface CompileOptions {
  readonly magnetising?: MagnetisingPlacement;
}

/**
 * Compiles a radial network and the connections of all buildings (row = building row, null = none). Fails with every
 * reason at once; unfed buses without load are a warning.
 */
export function compileNetwork(
  network: Network,
  connections: readonly (Connection | null)[],
  options: CompileOptions = {},
): Outcome<CompiledNetwork> {
  const list = new IssueList();
  validateElements(network, connections, list);
  if (list.hasErrors()) return fail(list.issues);

  const busRow = new Map(network.buses.map((bus, row) => [bus.id, row]));
  const table = networkBranches(network, busRow);
  const tree = buildTree(table, network.buses.length, busRow.get(network.sources[0]!.busId)!, list);
  const loadBus = Int32Array.from(connections, (item) => (item === null ? -1 : busRow.get(item.busId)!));
  const storageBus = Int32Array.from(network.storages, (storage) => busRow.get(storage.busId)!);
  checkFed(network, tree, loadBus, storageBus, list);
  checkVoltages(network, table, tree, list);
  if (list.hasErrors()) return fail(list.issues);

  const positions = treePositions(table, tree, network.buses.length);
  const placed = placeRegulators(network, table, positions);
  const regulatorBusIds = placed.map(({ upstreamBus }) => network.buses[upstreamBus]!.id);
  const magnetising = options.magnetising ?? 'from';
  const circuit = compileCircuit(networkCircuit(network, connections, magnetising, regulatorBusIds));
  if (!circuit.ok) return fail([...list.issues, ...circuit.issues]);
  const flow = compileFlow(circuit.value.problem);
  if (!flow.ok) return fail([...list.issues, ...namedIssues(circuit.value, flow.issues)]);
  const rows = { table, tree, positions, loadBus, storageBus };
  const blocks = compileBlocks(network, circuit.value);
  const net = { ...compileRows(network, rows), ...blocks, flow: flow.value };
  return settle({ ...net, regulators: compileRegulators(net, placed) }, list.issues);
}

interface Rows {
  readonly table: NetworkBranches;
  readonly tree: Tree;
  readonly positions: TreePositions;
  readonly loadBus: Int32Array;
  readonly storageBus: Int32Array;
}

function compileBlocks(
  network: Network,
  circuit: CompiledCircuit,
): Pick<CompiledNetwork, 'busBlock' | 'injectionRow' | keyof ReturnType<typeof branchBlocks>> {
  const busBlock = Int32Array.from(network.buses, (bus) => {
    const node = circuit.nodes.nodeOf(bus.id, 1);
    return circuit.nodes.blockOfNode[node]!;
  });
  const injectionRow = circuit.injections.loadRow;
  return { busBlock, injectionRow, ...branchBlocks(circuit, network.sources[0]!.busId) };
}

function compileRows(
  network: Network,
  { table, tree, positions, loadBus, storageBus }: Rows,
): Omit<CompiledNetwork, 'flow' | 'regulators' | keyof ReturnType<typeof compileBlocks>> {
  const { busPosition, branchPosition } = positions;
  const at = (bus: number): number => (bus < 0 ? -1 : busPosition[bus]!);
  const loadPosition = loadBus.map(at);
  const storagePosition = storageBus.map(at);
  const transformerRow = new Map(network.transformers.map((transformer, row) => [transformer.id, row]));
  const lowVoltage = network.transformers
    .map((_, t) => table.toBus[table.lineCount + t]!)
    .filter((bus) => network.buses[bus]!.nominalVoltageV < LV_BELOW_V);
  const loaded = new Set([...loadPosition, ...storagePosition]);
  const { subtreeEnd, positionBranch } = positions;
  return {
    subtreeEnd,
    busPosition,
    branchPosition,
    positionBranch,
    ...compileFeeders(table, positions, loaded, new Set(lowVoltage)),
    busIds: network.buses.map((bus) => bus.id),
    branchIds: table.ids,
    lineCount: table.lineCount,
    transformerIds: network.transformers.map((transformer) => transformer.id),
    storageIds: network.storages.map((storage) => storage.id),
    buildingCount: loadBus.length,
    baseVoltageV: Float64Array.from(network.buses, (bus) => phaseVoltageV(bus.nominalVoltageV)),
    branchReversed: Uint8Array.from(branchPosition, (position, row) =>
      position >= 0 && busPosition[table.fromBus[row]!] === position ? 1 : 0,
    ),
    branchFromBus: table.fromBus,
    branchToBus: table.toBus,
    branchRating: ratings(network),
    sourceBus: tree.order[0]!,
    loadBus,
    loadPosition,
    storagePosition,
    storageTransformer: Int32Array.from(network.storages, (item) => transformerRow.get(item.transformerId)!),
    transformerOfBuilding: nearestTransformer(loadPosition, positions, table.lineCount),
  };
}

function ratings(network: Network): Float64Array {
  const lineTypes = new Map(network.lineTypes.map((type) => [type.id, type]));
  const transformerTypes = new Map(network.transformerTypes.map((type) => [type.id, type]));
  return Float64Array.of(
    ...network.lines.map((line) => line.parallel * lineTypes.get(line.lineTypeId)!.ratedCurrentA),
    ...network.transformers.map((item) => transformerTypes.get(item.transformerTypeId)!.ratedSVa),
  );
}
