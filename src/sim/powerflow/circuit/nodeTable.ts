import type { Circuit, Terminal } from '../../../model/circuit';
import { windingEnds } from '../elements/transformerAdmittance';
import { allTerminals, type CircuitElement } from './elementTable';

/**
 * Nodes of a circuit in rows, bus by bus, node numbers ascending. A node's block holds three consecutive node numbers of
 * its bus, so phases 1 to 3 share one and a neutral 4 starts the next.
 */
export interface NodeTable {
  readonly busIds: readonly string[];
  readonly busRow: ReadonlyMap<string, number>;
  readonly busOfNode: Int32Array;
  readonly numberOfNode: Int32Array;
  readonly blockOfNode: Int32Array;
  readonly slotOfNode: Uint8Array;
  readonly blockCount: number;
  /**
   * 1 where a source gives the node a potential, or where it is a neutral that something ties to earth. Wider than the supply
   * of `study/network/fedPhases.ts`, which asks for a live limb at a transformer that lacks a phase.
   */
  readonly fed: Uint8Array;
  /** Row of a bus's node; -1 for earth and for what nothing in service stands on. */
  nodeOf(busId: string, number: number): number;
  /** Rows of a terminal's conductors, -1 for earth. Kept for the terminal: not to be written to. */
  nodesOf(terminal: Terminal): Int32Array;
}

const SLOTS = 3;

export function nodeTable(circuit: Circuit, elements: readonly CircuitElement[]): NodeTable {
  const busIds: string[] = [];
  const busRow = new Map<string, number>();
  const numbers: Set<number>[] = [];
  const busOf = (id: string): number => {
    let row = busRow.get(id);
    if (row === undefined) {
      row = busIds.length;
      busIds.push(id);
      busRow.set(id, row);
      numbers.push(new Set());
    }
    return row;
  };
  for (const bus of circuit.buses) busOf(bus.id);
  for (const terminal of allTerminals(circuit, elements)) {
    const set = numbers[busOf(terminal.busId)]!;
    for (const node of terminal.nodes) if (node > 0) set.add(node);
  }
  return layOut(circuit, elements, busIds, busRow, numbers);
}

function layOut(
  circuit: Circuit,
  elements: readonly CircuitElement[],
  busIds: readonly string[],
  busRow: ReadonlyMap<string, number>,
  numbers: readonly ReadonlySet<number>[],
): NodeTable {
  const busOfNode: number[] = [];
  const numberOfNode: number[] = [];
  const blockOfNode: number[] = [];
  const rows = new Map<number, number>();
  const stride = 1 + numbers.reduce((most, set) => Math.max(most, ...set), 0);
  const key = (bus: number, number: number): number => bus * stride + number;
  let blockCount = 0;
  numbers.forEach((set, bus) => {
    let group = -1;
    for (const number of [...set].sort((a, b) => a - b)) {
      const wanted = Math.floor((number - 1) / SLOTS);
      if (wanted !== group) {
        group = wanted;
        blockCount++;
      }
      rows.set(key(bus, number), busOfNode.length);
      busOfNode.push(bus);
      numberOfNode.push(number);
      blockOfNode.push(blockCount - 1);
    }
  });
  const nodeOf = (busId: string, number: number): number =>
    number <= 0 || number >= stride ? -1 : (rows.get(key(busRow.get(busId) ?? -1, number)) ?? -1);
  const known = new WeakMap<Terminal, Int32Array>();
  const nodesOf = (terminal: Terminal): Int32Array => {
    let found = known.get(terminal);
    if (found === undefined) {
      found = Int32Array.from(terminal.nodes, (number) => nodeOf(terminal.busId, number));
      known.set(terminal, found);
    }
    return found;
  };
  return {
    busIds,
    busRow,
    busOfNode: Int32Array.from(busOfNode),
    numberOfNode: Int32Array.from(numberOfNode),
    blockOfNode: Int32Array.from(blockOfNode),
    slotOfNode: Uint8Array.from(numberOfNode, (number) => (number - 1) % SLOTS),
    blockCount,
    fed: fedNodes(circuit, elements, numberOfNode, nodesOf),
    nodeOf,
    nodesOf,
  };
}

/**
 * Follows conductors from the sources: lines join equal conductors, a transformer's phase joins all its windings' ends. A
 * neutral tied to earth has a potential too; phases behind an open switch do not, whatever stands between them and earth.
 */
function fedNodes(
  circuit: Circuit,
  elements: readonly CircuitElement[],
  numberOfNode: readonly number[],
  nodesOf: (terminal: Terminal) => Int32Array,
): Uint8Array {
  const root = Int32Array.from(numberOfNode.keys());
  const find = (node: number): number => {
    let at = node;
    while (root[at] !== at) {
      root[at] = root[root[at]!]!;
      at = root[at]!;
    }
    return at;
  };
  const tied: number[] = [];
  const join = (a: number, b: number): void => {
    if (a >= 0 && b >= 0) root[find(a)] = find(b);
    else if (a >= 0 || b >= 0) tied.push(Math.max(a, b));
  };
  for (const element of elements) joinElement(circuit, element, nodesOf, join);
  const live = new Set<number>();
  for (const element of elements) {
    if (element.kind !== 'source') continue;
    for (const terminal of element.primitive.terminals) {
      for (const node of nodesOf(terminal)) if (node >= 0) live.add(find(node));
    }
  }
  const withPhase = new Set<number>();
  numberOfNode.forEach((number, node) => {
    if (number <= SLOTS) withPhase.add(find(node));
  });
  for (const node of tied) if (!withPhase.has(find(node))) live.add(find(node));
  return Uint8Array.from(numberOfNode, (_, node) => (live.has(find(node)) ? 1 : 0));
}

function joinElement(
  circuit: Circuit,
  element: CircuitElement,
  nodesOf: (terminal: Terminal) => Int32Array,
  join: (a: number, b: number) => void,
): void {
  const { terminals, series, rest } = element.primitive;
  const nodes = terminals.map(nodesOf);
  if (element.kind === 'transformer') {
    const transformer = circuit.transformers[element.row]!;
    const flat = nodes.flatMap((part) => [...part]);
    for (let phase = 0; phase < transformer.phases; phase++) {
      const ends = transformer.windings.flatMap((_, row) => {
        const { plus, minus } = windingEnds(transformer, row, phase);
        return [flat[plus]!, flat[minus]!];
      });
      const joined = ends.filter((node) => node >= 0);
      for (const node of joined) join(node, joined[0]!);
    }
  } else if (series !== null) {
    // A capacitor without a closed step joins nothing.
    if (series.some((value) => value !== 0)) nodes[0]!.forEach((node, k) => join(node, nodes[1]![k]!));
  } else if (rest !== null) {
    for (const node of nodes[0]!) join(node, nodes[0]![0]!);
  }
}
