import { compileFlow } from '../factor/compileFlow';
import type { CompiledCircuit } from './compileCircuit';

/**
 * Phase-to-earth base of each node for results in per unit (README, 2): the bus's own, otherwise the nearest (by ratio) of the
 * circuit's line-to-line bases to the bus's voltage without load and shunts, as OpenDSS chooses it; NaN where neither is
 * known.
 */
export function reportBases(compiled: CompiledCircuit): Float64Array {
  const { circuit, nodes, baseV } = compiled;
  const ofBus = new Float64Array(nodes.busIds.length).fill(NaN);
  for (const bus of circuit.buses) ofBus[nodes.busRow.get(bus.id)!] = bus.baseVoltageV;
  const open = nodes.busOfNode.some((bus, node) => !(ofBus[bus]! > 0) && nodes.fed[node] === 1);
  if (open && circuit.voltageBasesV.length > 0) {
    const voltage = seriesVoltage(compiled);
    nodes.busOfNode.forEach((bus, node) => {
      if (ofBus[bus]! > 0 || nodes.fed[node] === 0) return;
      const k = 2 * (3 * nodes.blockOfNode[node]! + nodes.slotOfNode[node]!);
      const re = voltage[k]!;
      const im = voltage[k + 1]!;
      const lineV = Math.sqrt(3) * Math.sqrt(re * re + im * im) * baseV[node]!;
      ofBus[bus] = nearest(circuit.voltageBasesV, lineV) / Math.sqrt(3);
    });
  }
  return Float64Array.from(nodes.busOfNode, (bus) => ofBus[bus]!);
}

/** Voltages of sources and series elements alone; with shunts where only they hold a part of the network. */
function seriesVoltage({ problem }: CompiledCircuit): Float64Array {
  const series = compileFlow({ ...problem, shunt: new Float64Array(problem.shunt.length) });
  const flow = series.ok ? series : compileFlow(problem);
  return flow.ok ? flow.value.noLoadVoltage : new Float64Array(6 * problem.blockCount).fill(NaN);
}

function nearest(bases: readonly number[], lineV: number): number {
  let best = NaN;
  let least = Infinity;
  for (const base of bases) {
    const off = Math.abs(1 - lineV / base);
    if (off < least) {
      least = off;
      best = base;
    }
  }
  return best;
}
