import type { Circuit, Terminal } from '../../../model/circuit';
import type { CompiledCircuit } from './compileCircuit';
import type { NodeTable } from './nodeTable';

/**
 * Whether a circuit differs from a compiled one in loads and generators alone, by identity of the rest, and these stand on
 * nodes that lines, transformers and the like have: then nodes, what the sources feed, bases and admittances are the same.
 */
export function sharesNetwork(earlier: CompiledCircuit, circuit: Circuit): boolean {
  const before = earlier.circuit;
  const same =
    before.buses === circuit.buses &&
    before.sources === circuit.sources &&
    before.lines === circuit.lines &&
    before.transformers === circuit.transformers &&
    before.capacitors === circuit.capacitors &&
    before.reactors === circuit.reactors &&
    before.voltageBasesV === circuit.voltageBasesV;
  if (!same || !onElementsAlone(earlier)) return false;
  const present = ({
    enabled,
    terminal,
  }: {
    readonly enabled: boolean;
    readonly terminal: Terminal;
  }): boolean => !enabled || stands(earlier.nodes, terminal);
  return circuit.loads.every(present) && circuit.generators.every(present);
}

const onElements = new WeakMap<NodeTable, boolean>();

/** No node is there for a load or generator alone: another circuit of the same network would not have it. */
function onElementsAlone({ nodes, elements }: CompiledCircuit): boolean {
  let known = onElements.get(nodes);
  if (known === undefined) {
    const touched = new Uint8Array(nodes.busOfNode.length);
    for (const { primitive } of elements) {
      for (const terminal of primitive.terminals) {
        for (const node of nodes.nodesOf(terminal)) if (node >= 0) touched[node] = 1;
      }
    }
    known = touched.every((yes) => yes === 1);
    onElements.set(nodes, known);
  }
  return known;
}

function stands(nodes: NodeTable, { busId, nodes: numbers }: Terminal): boolean {
  if (!nodes.busRow.has(busId)) return false;
  return numbers.every((number) => number <= 0 || nodes.nodeOf(busId, number) >= 0);
}
