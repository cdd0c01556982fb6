import type { Circuit, Terminal } from '../../model/circuit';
import { fedPhasesOf, isPhase } from './fedPhases';
import { closedBranches, linksOf, parallelGroups, type TopologyBranch } from './topologyBranches';

/** A connected part of the circuit, named after its source's bus or its first bus. */
export interface Island {
  readonly id: string;
  readonly busIds: readonly string[];
  readonly sourceIds: readonly string[];
  /** More branches than a tree has, not counting the single-phase units of one bank. */
  readonly meshed: boolean;
}

/** What can be said without a power flow. Buses are rows of `busIds`. */
export interface CircuitTopology {
  readonly busIds: readonly string[];
  readonly rowOfBus: ReadonlyMap<string, number>;
  readonly branches: readonly TopologyBranch[];
  readonly islandOfBus: Int32Array;
  readonly islands: readonly Island[];
  /** [bus] phases 1 to 3 with a path to a source, ascending. */
  readonly fedPhases: readonly (readonly number[])[];
  /** [bus] phases 1 to 3 that some element stands on. */
  readonly usedPhases: readonly (readonly number[])[];
}

/** Phases of a line: where its conductors stand, and which of them have a path to a source. */
export interface LinePhases {
  readonly lineId: string;
  readonly open: boolean;
  readonly phases: readonly number[];
  readonly carriedPhases: readonly number[];
}

export interface UnfedBus {
  readonly busId: string;
  readonly islandId: string;
  /** Phases in use without a path to a source; all of them, or some. */
  readonly unfedPhases: readonly number[];
  readonly fedPhases: readonly number[];
}

/** Reads the topology of a circuit: enabled elements, closed lines; a series capacitor conducts with a step closed. */
export function circuitTopology(circuit: Circuit): CircuitTopology {
  const busIds = circuit.buses.map((bus) => bus.id);
  const rowOfBus = new Map(busIds.map((id, row) => [id, row]));
  const branches = closedBranches(circuit, rowOfBus);
  const fed = fedPhasesOf(circuit, rowOfBus, branches);
  const used = usedNodes(circuit, rowOfBus);
  const islandOfBus = islandRows(busIds.length, branches);
  return {
    busIds,
    rowOfBus,
    branches,
    islandOfBus,
    islands: islandsOf(circuit, busIds, rowOfBus, branches, islandOfBus),
    fedPhases: fed.map(ascending),
    usedPhases: used.map(ascending),
  };
}

export function linePhases(circuit: Circuit, topology: CircuitTopology): LinePhases[] {
  return circuit.lines
    .filter((line) => line.enabled)
    .map((line) => {
      const fed = topology.fedPhases[topology.rowOfBus.get(line.from.busId) ?? -1] ?? [];
      const phases = line.from.nodes.filter(isPhase);
      const carriedPhases = line.open ? [] : phases.filter((phase) => fed.includes(phase));
      return { lineId: line.id, open: line.open, phases, carriedPhases };
    });
}

/** Buses with phases in use, or with nothing at all, that no source reaches. */
export function unfedBuses(topology: CircuitTopology): UnfedBus[] {
  return topology.busIds.flatMap((busId, row) => {
    const fedPhases = topology.fedPhases[row]!;
    const unfedPhases = topology.usedPhases[row]!.filter((phase) => !fedPhases.includes(phase));
    if (unfedPhases.length === 0 && fedPhases.length > 0) return [];
    return [{ busId, islandId: topology.islands[topology.islandOfBus[row]!]!.id, unfedPhases, fedPhases }];
  });
}

/** A terminal has supply when every phase it stands on has. */
export function isFed(topology: CircuitTopology, terminal: Terminal): boolean {
  const fed = topology.fedPhases[topology.rowOfBus.get(terminal.busId) ?? -1] ?? [];
  return terminal.nodes.every((node) => !isPhase(node) || fed.includes(node));
}

function usedNodes(circuit: Circuit, rowOfBus: ReadonlyMap<string, number>): Set<number>[] {
  const used = circuit.buses.map(() => new Set<number>());
  const stand = ({ busId, nodes }: Terminal): void => {
    const bus = used[rowOfBus.get(busId) ?? -1];
    for (const node of nodes) if (isPhase(node)) bus?.add(node);
  };
  for (const line of circuit.lines) {
    if (!line.enabled) continue;
    stand(line.from);
    stand(line.to);
  }
  for (const { windings, enabled } of circuit.transformers) {
    if (enabled) for (const winding of windings) stand(winding.terminal);
  }
  const shunts = [...circuit.loads, ...circuit.generators, ...circuit.capacitors, ...circuit.reactors];
  for (const element of [...shunts, ...circuit.sources]) if (element.enabled) stand(element.terminal);
  return used;
}

function islandRows(buses: number, branches: readonly TopologyBranch[]): Int32Array {
  const parent = Int32Array.from({ length: buses }, (_, row) => row);
  const root = (row: number): number => {
    let at = row;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (const { fromBus, toBus } of branches) {
    const [a, b] = [root(fromBus), root(toBus)];
    // The smaller row stays root, so that islands are numbered by their first bus.
    if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
  }
  const numbers = new Map<number, number>();
  return Int32Array.from(parent, (_, row) => {
    const top = root(row);
    if (!numbers.has(top)) numbers.set(top, numbers.size);
    return numbers.get(top)!;
  });
}

function islandsOf(
  circuit: Circuit,
  busIds: readonly string[],
  rowOfBus: ReadonlyMap<string, number>,
  branches: readonly TopologyBranch[],
  islandOfBus: Int32Array,
): Island[] {
  const buses: string[][] = [];
  busIds.forEach((id, row) => (buses[islandOfBus[row]!] ??= []).push(id));
  const links = buses.map(() => 0);
  for (const group of parallelGroups(branches)) links[islandOfBus[group[0]!.fromBus]!]! += linksOf(group);
  const sources: string[][] = buses.map(() => []);
  const sourceBus: (string | undefined)[] = [];
  for (const { id, terminal, enabled } of circuit.sources) {
    const row = rowOfBus.get(terminal.busId);
    if (!enabled || row === undefined) continue;
    sources[islandOfBus[row]!]!.push(id);
    sourceBus[islandOfBus[row]!] ??= terminal.busId;
  }
  return buses.map((ids, island) => ({
    id: sourceBus[island] ?? ids[0]!,
    busIds: ids,
    sourceIds: sources[island]!,
    meshed: links[island]! > ids.length - 1,
  }));
}

function ascending(nodes: ReadonlySet<number>): number[] {
  return [...nodes].sort((a, b) => a - b);
}
