import type { Circuit, CircuitGenerator, CircuitLoad, ShapeNames } from '../../model/circuit';
import type { CircuitCheck } from './circuitIssues';
import { end, twoEnds } from './elementIssues';
import { conductorCount } from './transformerIssues';

/** Loads, generators and capacitors: sizes, voltage ranges, shares, names of shapes. */
export function powerIssues(circuit: Circuit, check: CircuitCheck): void {
  const shapes = new Set(circuit.shapes.map((shape) => shape.id));
  for (const load of circuit.loads) {
    const where = `load ${load.id}`;
    powerElement(load, where, shapes, check);
    if (load.model.kind !== 'zip') continue;
    for (const field of ['p', 'q'] as const) {
      const [z, i, p] = load.model[field];
      if (!(Math.abs(z + i + p - 1) <= 1e-6))
        check.range(where, `model.${field}`, z + i + p, 'has to sum to 1');
    }
  }
  for (const generator of circuit.generators) {
    powerElement(generator, `generator ${generator.id}`, shapes, check);
  }
  for (const capacitor of circuit.capacitors) {
    const where = `capacitor ${capacitor.id}`;
    check.positive(where, 'ratedVoltageV', capacitor.ratedVoltageV);
    if (capacitor.connection === 'delta') end(check, where, 'terminal', capacitor.terminal);
    else
      twoEnds(check, where, ['terminal', capacitor.terminal], ['returnTerminal', capacitor.returnTerminal]);
    const nodes = capacitor.terminal.nodes.length;
    const wanted = capacitor.connection === 'wye' ? capacitor.phases : Math.max(2, capacitor.phases);
    if (nodes !== wanted) {
      check.shape(
        where,
        'terminal',
        nodes,
        `${capacitor.phases} phases in ${capacitor.connection} have ${wanted}`,
      );
    }
    for (const step of capacitor.steps) {
      if (step.qVar < 0) check.range(where, 'steps.qVar', step.qVar, 'must not be negative');
    }
  }
}

function powerElement(
  element: CircuitLoad | CircuitGenerator,
  where: string,
  shapes: ReadonlySet<string>,
  check: CircuitCheck,
): void {
  end(check, where, 'terminal', element.terminal);
  const nodes = element.terminal.nodes.length;
  const wanted = conductorCount(element.phases, element.connection);
  if (nodes !== wanted) {
    check.shape(where, 'terminal', nodes, `${element.phases} phases in ${element.connection} have ${wanted}`);
  }
  check.positive(where, 'ratedVoltageV', element.ratedVoltageV);
  const { minPu, maxPu, lowPu } = element.limits;
  if (!(minPu <= maxPu)) check.range(where, 'limits.minPu', minPu, `lies above maxPu = ${maxPu}`);
  if (!(lowPu <= minPu)) {
    check.range(where, 'limits.lowPu', lowPu, `lies above minPu = ${minPu}`);
  }
  for (const use of ['yearly', 'daily', 'duty'] as const satisfies readonly (keyof ShapeNames)[]) {
    const name = element.shapes[use];
    if (name !== undefined && !shapes.has(name)) check.unknown(where, `shapes.${use}`, 'shape', name);
  }
}
