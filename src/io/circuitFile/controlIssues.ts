import type { Circuit, CircuitTransformer, RegulatorControl } from '../../model/circuit';
import type { CircuitCheck } from './circuitIssues';

/** Controls name things that exist; shapes and curves are well formed. */
export function controlIssues(circuit: Circuit, check: CircuitCheck): void {
  const transformers = new Map(circuit.transformers.map((one) => [one.id, one]));
  for (const regulator of circuit.regulatorControls) regulatorIssues(regulator, transformers, check);
  const capacitors = new Set(circuit.capacitors.map((one) => one.id));
  for (const control of circuit.capacitorControls) {
    const where = `capacitorControl ${control.id}`;
    if (!capacitors.has(control.capacitorId))
      check.unknown(where, 'capacitorId', 'capacitor', control.capacitorId);
  }
  const generators = new Set(circuit.generators.map((one) => one.id));
  const curves = new Set(circuit.curves.map((one) => one.id));
  for (const inverter of circuit.inverterControls) {
    const where = `inverterControl ${inverter.id}`;
    for (const id of inverter.generatorIds) {
      if (!generators.has(id)) check.unknown(where, 'generatorIds', 'generator', id);
    }
    for (const field of ['voltVarCurve', 'voltWattCurve'] as const) {
      const name = inverter[field];
      if (name !== undefined && !curves.has(name)) check.unknown(where, field, 'curve', name);
    }
  }
  shapeIssues(circuit, check);
}

function regulatorIssues(
  regulator: RegulatorControl,
  transformers: ReadonlyMap<string, CircuitTransformer>,
  check: CircuitCheck,
): void {
  const where = `regulatorControl ${regulator.id}`;
  if (regulator.remote) check.bus(where, 'remote.busId', regulator.remote.busId);
  const transformer = transformers.get(regulator.transformerId);
  if (!transformer) {
    check.unknown(where, 'transformerId', 'transformer', regulator.transformerId);
    return;
  }
  for (const field of ['tapWinding', 'measuredWinding'] as const) {
    if (!(regulator[field] in transformer.windings)) {
      check.range(
        where,
        field,
        regulator[field],
        `has to be a winding, 0 to ${transformer.windings.length - 1}`,
      );
    }
  }
}

function shapeIssues(circuit: Circuit, check: CircuitCheck): void {
  for (const shape of circuit.shapes) {
    const where = `shape ${shape.id}`;
    check.positive(where, 'intervalS', shape.intervalS);
    if (shape.p.length === 0) check.shape(where, 'p', 0, 'it needs at least one value');
    if (shape.q && shape.q.length !== shape.p.length) {
      check.shape(where, 'q', shape.q.length, `p has ${shape.p.length}`);
    }
  }
  for (const curve of circuit.curves) {
    const where = `curve ${curve.id}`;
    if (curve.x.length !== curve.y.length) check.shape(where, 'y', curve.y.length, `x has ${curve.x.length}`);
    curve.x.forEach((x, k) => {
      if (k > 0 && !(x > curve.x[k - 1]!)) check.range(where, 'x', x, 'has to rise from point to point');
    });
  }
}
