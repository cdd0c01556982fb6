import type { Circuit, CircuitTransformer, Terminal } from '../../../model/circuit';
import type { Issue } from '../../../model/outcome';
import { withOpenConductors } from '../elements/openConductors';
import {
  capacitorPrimitive,
  linePrimitive,
  type Primitive,
  reactorPrimitive,
  sourcePrimitive,
  transformerPrimitive,
} from '../elements/primitive';
import type { NodeTable } from './nodeTable';
import { oneSidedIssue } from './oneSided';

export type ElementKind = 'source' | 'line' | 'transformer' | 'capacitor' | 'reactor';

/** An enabled element with its primitive admittance. */
export interface CircuitElement {
  readonly kind: ElementKind;
  readonly id: string;
  /** Row in the circuit's list of its kind. */
  readonly row: number;
  readonly primitive: Primitive;
}

type Made = Primitive | null;

const primitives = new WeakMap<object, Made>();

/** Elements are immutable: a changed tap is a new object, and everything else keeps its primitive. */
function cached(element: object, make: () => Made): Made {
  const present = primitives.get(element);
  if (present !== undefined) return present;
  const made = make();
  primitives.set(element, made);
  return made;
}

/** All enabled elements that carry current between nodes: sources, lines, transformers, capacitors, reactors. */
export function elementTable(circuit: Circuit, issues: Issue[]): CircuitElement[] {
  const elements: CircuitElement[] = [];
  const add = (kind: ElementKind, id: string, row: number, element: object, make: () => Made): void => {
    const primitive = cached(element, make);
    if (primitive === null) {
      issues.push(singularImpedance(circuit.name, kind, id));
      return;
    }
    const refused = oneSidedIssue(circuit.name, kind, id, primitive);
    if (refused !== null) issues.push(refused);
    else elements.push({ kind, id, row, primitive });
  };
  circuit.sources.forEach((source, row) => {
    if (source.enabled) add('source', source.id, row, source, () => sourcePrimitive(source));
  });
  circuit.lines.forEach((line, row) => {
    if (line.enabled && !line.open) add('line', line.id, row, line, () => linePrimitive(line));
  });
  circuit.transformers.forEach((transformer, row) => {
    if (!transformer.enabled) return;
    const wrong = transformer.windings.findIndex(({ tapPu }) => !(tapPu > 0));
    if (wrong >= 0) issues.push(tapNotPositive(circuit.name, transformer, wrong));
    else add('transformer', transformer.id, row, transformer, () => transformerPrimitive(transformer));
  });
  circuit.capacitors.forEach((capacitor, row) => {
    if (capacitor.enabled)
      add('capacitor', capacitor.id, row, capacitor, () => capacitorPrimitive(capacitor));
  });
  circuit.reactors.forEach((reactor, row) => {
    if (reactor.enabled) add('reactor', reactor.id, row, reactor, () => reactorPrimitive(reactor));
  });
  return elements;
}

/**
 * Elements as they carry current where a source feeds some of their conductors only. Conductors without supply are open
 * for what is stamped and for what flows alike.
 */
export function fedElements(
  elements: readonly CircuitElement[],
  nodes: NodeTable,
): readonly CircuitElement[] {
  if (nodes.fed.every((fed) => fed === 1)) return elements;
  const isUnfed = (node: number): boolean => node >= 0 && nodes.fed[node] === 0;
  return elements.map((element) => {
    const { primitive } = element;
    if (primitive.series === null) return element;
    const [from, to] = primitive.terminals.map((terminal) => nodes.nodesOf(terminal));
    const isOpen = Array.from(from!, (node, k) => isUnfed(node) || isUnfed(to![k]!));
    const isPartlyOpen = isOpen.includes(true) && isOpen.includes(false);
    return isPartlyOpen ? { ...element, primitive: withOpenConductors(primitive, isOpen) } : element;
  });
}

function singularImpedance(source: string, kind: ElementKind, id: string): Issue {
  return {
    severity: 'error',
    code: 'circuit-singular-impedance',
    source,
    where: `${kind} ${id}`,
    field: 'impedance',
    message: `The impedance matrix of ${kind} ${id} has no inverse.`,
    remedy: 'Check its resistances and reactances; join buses by a switch instead of a zero impedance.',
  };
}

/** A ratio of nothing divides by zero, in the admittances. */
function tapNotPositive(source: string, { id, windings }: CircuitTransformer, row: number): Issue {
  return {
    severity: 'error',
    code: 'circuit-tap',
    source,
    where: `transformer ${id}`,
    field: 'tapPu',
    value: String(windings[row]!.tapPu),
    message: `Winding ${row + 1} of transformer ${id} has a tap of ${windings[row]!.tapPu}.`,
    remedy: 'Give a ratio above 0; 1 is nominal.',
  };
}

/** Terminals of every enabled thing that may stand on a node, loads and generators included. */
export function* allTerminals(circuit: Circuit, elements: readonly CircuitElement[]): Generator<Terminal> {
  for (const element of elements) yield* element.primitive.terminals;
  for (const load of circuit.loads) if (load.enabled) yield load.terminal;
  for (const generator of circuit.generators) if (generator.enabled) yield generator.terminal;
}
