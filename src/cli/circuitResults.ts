import { writeCsv } from '../io/csv';
import type { SolvedCircuit } from '../sim/powerflow/circuit';

const DEG_PER_RAD = 180 / Math.PI;

/** One row per bus and node: per unit of the bus's base, volts to earth and degrees. */
export function voltagesCsv({ compiled, solution }: SolvedCircuit): string {
  const { nodes } = compiled;
  const rows = Array.from(nodes.busOfNode, (bus, node) => {
    const re = solution.voltageRe[node]!;
    const im = solution.voltageIm[node]!;
    const magnitudeV = Math.sqrt(re * re + im * im);
    return [
      nodes.busIds[bus]!,
      nodes.numberOfNode[node]!,
      magnitudeV / solution.baseVoltageV[node]!,
      magnitudeV,
      Math.atan2(im, re) * DEG_PER_RAD,
    ];
  });
  return writeCsv(['bus', 'phase', 'v_pu', 'v_mag_volt', 'angle_deg'], rows);
}

/** One row per element between sources and loads. */
export function lossesCsv({ solution }: SolvedCircuit): string {
  const rows = solution.elements
    .filter((element) => element.kind !== 'source')
    .map((element) => [element.kind, element.id, element.lossW, element.lossVar, 100 * element.loading]);
  return writeCsv(['kind', 'element', 'losses_w', 'losses_var', 'loading_percent'], rows);
}

/** What the command prints: convergence, losses, taps and capacitor steps. */
export function summaryText(solved: SolvedCircuit): string {
  const { solution, circuit } = solved;
  const lines = [
    `circuit ${circuit.name}: ${solved.compiled.nodes.busIds.length} buses, ${solution.voltageRe.length} nodes`,
    `status: ${solution.status}`,
    `iterations: ${solution.iterations}`,
    `control iterations: ${solved.controlIterations}${solved.settled ? '' : ' (not settled)'}`,
    `mismatch: ${solution.mismatchPu.toExponential(2)} pu${solution.worstNode === '' ? '' : ` at ${solution.worstNode}`}`,
    `source power: ${solution.sourcePW} W, ${solution.sourceQVar} var`,
    `total losses: ${solution.lossW} W, ${solution.lossVar} var`,
  ];
  for (const control of circuit.regulatorControls) {
    const transformer = circuit.transformers.find((item) => item.id === control.transformerId);
    const winding = transformer?.windings[control.tapWinding];
    if (winding === undefined) continue;
    const increment = (winding.tapMaxPu - winding.tapMinPu) / winding.tapSteps;
    const middle = (winding.tapMaxPu + winding.tapMinPu) / 2;
    const position = Math.round((winding.tapPu - middle) / increment);
    lines.push(`tap ${control.transformerId}: ${position} (${winding.tapPu} pu)`);
  }
  for (const capacitor of circuit.capacitors) {
    const states = capacitor.steps.map((step) => (capacitor.enabled && step.closed ? 1 : 0)).join(' ');
    lines.push(`capacitor ${capacitor.id}: ${states}`);
  }
  return `${lines.join('\n')}\n`;
}
