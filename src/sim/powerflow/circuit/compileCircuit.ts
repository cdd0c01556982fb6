import type { Circuit, VoltageSource } from '../../../model/circuit';
import { fail, type Issue, type Outcome, settle } from '../../../model/outcome';
import { cos, RAD_PER_DEG, sin } from '../../numeric/elementary';
import { multiplyVector } from '../elements/complexMatrix';
import { fullAdmittance } from '../elements/primitive';
import type { FlowProblem } from '../problem';
import { type CircuitElement, elementTable, fedElements } from './elementTable';
import { injectionRows, type InjectionRows } from './injectionRows';
import { type NodeTable, nodeTable } from './nodeTable';
import { sharesNetwork } from './otherRows';
import { Stamp } from './stamp';
import { sameLayout } from './sameLayout';
import { voltageBases } from './voltageBases';

/** A circuit made ready for the solvers, with what is needed to name their results. */
export interface CompiledCircuit {
  readonly circuit: Circuit;
  readonly elements: readonly CircuitElement[];
  readonly nodes: NodeTable;
  /** Phase-to-earth base of each node in the solver's per-unit system. */
  readonly baseV: Float64Array;
  readonly injections: InjectionRows;
  readonly problem: FlowProblem;
}

/**
 * Compiles a circuit: primitives in siemens (cached per element object), nodes, what the sources feed, per-unit bases,
 * blocks. Errors: impedances without inverse, no source. Unfed loads are a warning by name. From an `earlier` circuit that
 * differs in taps and switched steps only, everything but admittances is kept; from one that differs in loads and generators
 * only, everything but their rows.
 */
export function compileCircuit(circuit: Circuit, earlier?: CompiledCircuit): Outcome<CompiledCircuit> {
  const issues: Issue[] = [];
  if (earlier !== undefined && earlier.circuit !== circuit && sharesNetwork(earlier, circuit)) {
    return withOtherRows(circuit, earlier);
  }
  const present = elementTable(circuit, issues);
  const error = (code: string, where: string, message: string, remedy: string): void => {
    issues.push({ severity: 'error', code, source: circuit.name, where, message, remedy });
  };
  if (!circuit.sources.some((source) => source.enabled)) {
    error('circuit-no-source', 'sources', 'No source is in service.', 'Add a source or enable one.');
  }
  if (issues.some((issue) => issue.severity === 'error')) return fail(issues);
  const kept = earlier !== undefined && sameLayout(earlier.circuit, circuit) ? earlier : undefined;
  const nodes = kept?.nodes ?? nodeTable(circuit, present);
  const elements = fedElements(present, nodes);
  const baseV = kept?.baseV ?? nodeBases(circuit, elements, nodes);
  const stamp = new Stamp(nodes, baseV);
  for (const element of elements) stamp.add(element);
  const injections = kept?.injections ?? injectionRows(circuit, nodes, baseV);
  warnUnfed(circuit, nodes, injections, issues);
  const problem: FlowProblem = {
    ...stamp.linear(),
    sourceCurrent: sourceCurrents(circuit, elements, nodes, baseV),
    injections: injections.table,
  };
  return settle({ circuit, elements, nodes, baseV, injections, problem }, issues);
}

function withOtherRows(circuit: Circuit, earlier: CompiledCircuit): Outcome<CompiledCircuit> {
  const { nodes, baseV } = earlier;
  const issues: Issue[] = [];
  const injections = injectionRows(circuit, nodes, baseV);
  warnUnfed(circuit, nodes, injections, issues);
  const problem = { ...earlier.problem, injections: injections.table };
  return settle({ ...earlier, circuit, injections, problem }, issues);
}

function nodeBases(circuit: Circuit, elements: readonly CircuitElement[], nodes: NodeTable): Float64Array {
  const busBaseV = voltageBases(circuit, elements, nodes);
  return Float64Array.from(nodes.busOfNode, (bus) => busBaseV[bus]!);
}

function warnUnfed(circuit: Circuit, nodes: NodeTable, injections: InjectionRows, issues: Issue[]): void {
  const unfed = new Set<string>();
  nodes.fed.forEach((fed, node) => {
    if (fed === 0) unfed.add(nodes.busIds[nodes.busOfNode[node]!]!);
  });
  if (unfed.size === 0) return;
  const loads = injections.unfedLoadIds;
  const named = (ids: readonly string[]): string =>
    ids.length > 20 ? `${ids.slice(0, 20).join(', ')} and ${ids.length - 20} more` : ids.join(', ');
  const withLoads = loads.length === 0 ? '' : ` Loads and generators there draw nothing: ${named(loads)}.`;
  issues.push({
    severity: 'warning',
    code: 'circuit-unfed',
    source: circuit.name,
    where: named([...unfed]),
    message: `No closed path from a source feeds ${unfed.size} buses (or phases of them): ${named([...unfed])}.${withLoads}`,
    remedy: 'Close a switch or add a line.',
  });
}

/** Norton currents Y e of the sources (README, 7) in per unit, [block][3][re, im]. */
function sourceCurrents(
  circuit: Circuit,
  elements: readonly CircuitElement[],
  nodes: NodeTable,
  baseV: Float64Array,
): Float64Array {
  const out = new Float64Array(6 * nodes.blockCount);
  for (const element of elements) {
    if (element.kind !== 'source') continue;
    const source = circuit.sources[element.row]!;
    const order = source.terminal.nodes.length + source.returnTerminal.nodes.length;
    const current = new Float64Array(2 * order);
    multiplyVector(fullAdmittance(element.primitive), order, sourceVoltages(source, order), current);
    const conductors = element.primitive.terminals.flatMap((terminal) => [...nodes.nodesOf(terminal)]);
    conductors.forEach((node, k) => {
      if (node < 0) return;
      const at = 2 * (3 * nodes.blockOfNode[node]! + nodes.slotOfNode[node]!);
      out[at] = out[at]! + current[2 * k]! * baseV[node]!;
      out[at + 1] = out[at + 1]! + current[2 * k + 1]! * baseV[node]!;
    });
  }
  return out;
}

/** Voltages behind the impedance, V, over the source's conductors; the return terminal is the reference. */
export function sourceVoltages(source: VoltageSource, order: number): Float64Array {
  const out = new Float64Array(2 * order);
  const count = source.terminal.nodes.length;
  for (let k = 0; k < count; k++) {
    const angle = (source.angleDeg - (k * 360) / count) * RAD_PER_DEG;
    out[2 * k] = source.voltageV * cos(angle);
    out[2 * k + 1] = source.voltageV * sin(angle);
  }
  return out;
}
