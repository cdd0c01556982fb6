import type { Circuit } from '../../model/circuit';
import { compileCircuit, reportBases } from '../../sim/powerflow/circuit';

/**
 * The circuit with a base voltage at every bus where one follows from the circuit's list of bases, as a power flow would
 * choose it (OpenDSS's circuits name only the list).
 */
export function withBusBases(circuit: Circuit): Circuit {
  if (circuit.voltageBasesV.length === 0 || circuit.buses.every((bus) => bus.baseVoltageV > 0))
    return circuit;
  const compiled = compileCircuit(circuit);
  if (!compiled.ok) return circuit;
  const { nodes } = compiled.value;
  const bases = new Map<string, number>();
  reportBases(compiled.value).forEach((baseV, node) =>
    bases.set(nodes.busIds[nodes.busOfNode[node]!]!, baseV),
  );
  const buses = circuit.buses.map((bus) =>
    bus.baseVoltageV > 0 ? bus : { ...bus, baseVoltageV: bases.get(bus.id) ?? NaN },
  );
  return { ...circuit, buses };
}
