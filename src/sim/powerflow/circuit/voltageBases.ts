import type { Circuit, CircuitTransformer } from '../../../model/circuit';
import { windingVoltageV } from '../elements/transformerAdmittance';
import type { CircuitElement } from './elementTable';
import type { NodeTable } from './nodeTable';

/**
 * Phase-to-earth base of every bus for the solver's per-unit system (README, 1): as given, otherwise carried from the sources along
 * lines and through rated winding voltages. Any positive base gives the same volts; good ones keep numbers near one.
 */
export function voltageBases(
  circuit: Circuit,
  elements: readonly CircuitElement[],
  nodes: NodeTable,
): Float64Array {
  const bases = new Float64Array(nodes.busIds.length).fill(NaN);
  for (const bus of circuit.buses) bases[nodes.busRow.get(bus.id)!] = bus.baseVoltageV;
  const touching: number[][] = nodes.busIds.map(() => []);
  elements.forEach((element, at) => {
    for (const terminal of element.primitive.terminals) {
      touching[nodes.busRow.get(terminal.busId)!]!.push(at);
    }
  });
  const queue: number[] = [];
  const place = (bus: number, baseV: number): void => {
    if (bases[bus]! > 0) return;
    bases[bus] = baseV;
    queue.push(bus);
  };
  bases.forEach((base, bus) => {
    if (base > 0) queue.push(bus);
  });
  for (const source of circuit.sources) {
    if (source.enabled) place(nodes.busRow.get(source.terminal.busId)!, source.voltageV || 1);
  }
  for (let head = 0; head < queue.length; head++) {
    const bus = queue[head]!;
    for (const at of touching[bus]!) spread(circuit, elements[at]!, nodes, bus, bases, place);
  }
  return bases.map((base) => (base > 0 ? base : 1));
}

function spread(
  circuit: Circuit,
  element: CircuitElement,
  nodes: NodeTable,
  bus: number,
  bases: Float64Array,
  place: (bus: number, baseV: number) => void,
): void {
  const { terminals } = element.primitive;
  if (element.kind !== 'transformer') {
    for (const terminal of terminals) place(nodes.busRow.get(terminal.busId)!, bases[bus]!);
    return;
  }
  const transformer = circuit.transformers[element.row]!;
  const own = terminals.findIndex((terminal) => nodes.busRow.get(terminal.busId) === bus);
  const perVolt = bases[bus]! / phaseVoltageV(transformer, own);
  terminals.forEach((terminal, row) =>
    place(nodes.busRow.get(terminal.busId)!, perVolt * phaseVoltageV(transformer, row)),
  );
}

/** Phase-to-earth voltage at a winding's rating; a winding between two phases of a system carries sqrt(3) times it. */
function phaseVoltageV(transformer: CircuitTransformer, row: number): number {
  const winding = transformer.windings[row]!;
  const voltageV = windingVoltageV(transformer, winding);
  if (winding.series === true) return voltageV + phaseVoltageV(transformer, row + 1);
  const { nodes } = winding.terminal;
  const betweenPhases =
    winding.connection === 'delta' ||
    (transformer.phases === 1 && nodes.length === 2 && nodes.every((node) => node >= 1 && node <= 3));
  return betweenPhases ? voltageV / Math.sqrt(3) : voltageV;
}
