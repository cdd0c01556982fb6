import type { StepStatus } from '../flow';
import { type CompiledCircuit, sourceVoltages } from './compileCircuit';
import type { CircuitElement, ElementKind } from './elementTable';

/** What flows at one end of an element. Currents flow into the element; powers sum over its conductors. */
export interface TerminalFlow {
  readonly busId: string;
  readonly nodes: readonly number[];
  /** Per conductor, A. */
  readonly currentRe: Float64Array;
  readonly currentIm: Float64Array;
  readonly pW: number;
  readonly qVar: number;
}

export interface ElementFlow {
  readonly kind: ElementKind;
  readonly id: string;
  readonly terminals: readonly TerminalFlow[];
  /** Sum of the powers into all terminals. */
  readonly lossW: number;
  readonly lossVar: number;
  /** Share of the normal rating: largest conductor current (lines) or apparent power of the first winding. NaN: none. */
  readonly loading: number;
}

/** One solved step of a circuit. Nodes that no source feeds hold NaN. */
export interface CircuitSolution {
  readonly status: StepStatus;
  readonly iterations: number;
  readonly mismatchPu: number;
  /** Node with the largest mismatch, `bus.node`. */
  readonly worstNode: string;
  /** [node row], volts to earth. */
  readonly voltageRe: Float64Array;
  readonly voltageIm: Float64Array;
  /** Base for per-unit results, phase to earth, [node row]; NaN where none is known. */
  readonly baseVoltageV: Float64Array;
  /** Sources, lines, transformers, capacitors and reactors in service. */
  readonly elements: readonly ElementFlow[];
  /** Losses of everything between sources and loads. */
  readonly lossW: number;
  readonly lossVar: number;
  /** Delivered by the sources at their terminals. */
  readonly sourcePW: number;
  readonly sourceQVar: number;
}

export function nodeName(compiled: CompiledCircuit, node: number): string {
  const { nodes } = compiled;
  return node < 0 ? '' : `${nodes.busIds[nodes.busOfNode[node]!]!}.${nodes.numberOfNode[node]!}`;
}

/** Currents, powers and loss of an element for given node voltages (V). */
export function elementFlow(
  compiled: CompiledCircuit,
  element: CircuitElement,
  voltageRe: Float64Array,
  voltageIm: Float64Array,
): ElementFlow {
  const { terminals } = element.primitive;
  const nodes = terminals.flatMap((terminal) => [...compiled.nodes.nodesOf(terminal)]);
  const re = Float64Array.from(nodes, (node) => fedValue(voltageRe, node));
  const im = Float64Array.from(nodes, (node) => fedValue(voltageIm, node));
  const current = drivenCurrents(compiled, element, re, im);
  let offset = 0;
  const flows = terminals.map((terminal): TerminalFlow => {
    const from = offset;
    offset += terminal.nodes.length;
    return terminalFlow(terminal.busId, terminal.nodes, re, im, current, from);
  });
  const lossW = flows.reduce((sum, flow) => sum + flow.pW, 0);
  const lossVar = flows.reduce((sum, flow) => sum + flow.qVar, 0);
  const loading = loadingOf(compiled, element, flows);
  return { kind: element.kind, id: element.id, terminals: flows, lossW, lossVar, loading };
}

/** Earth and nodes without supply count as zero volts. */
function fedValue(values: Float64Array, node: number): number {
  const value = node < 0 ? 0 : values[node]!;
  return value === value ? value : 0;
}

function terminalFlow(
  busId: string,
  nodes: readonly number[],
  re: Float64Array,
  im: Float64Array,
  current: { re: Float64Array; im: Float64Array },
  from: number,
): TerminalFlow {
  const to = from + nodes.length;
  let pW = 0;
  let qVar = 0;
  for (let k = from; k < to; k++) {
    pW += re[k]! * current.re[k]! + im[k]! * current.im[k]!;
    qVar += im[k]! * current.re[k]! - re[k]! * current.im[k]!;
  }
  return {
    busId,
    nodes,
    currentRe: current.re.slice(from, to),
    currentIm: current.im.slice(from, to),
    pW,
    qVar,
  };
}

/** Currents into the conductors; a source's own voltage drives against the node's. */
function drivenCurrents(
  compiled: CompiledCircuit,
  element: CircuitElement,
  re: Float64Array,
  im: Float64Array,
): { re: Float64Array; im: Float64Array } {
  if (element.kind !== 'source') return conductorCurrents(element, re, im);
  const own = sourceVoltages(compiled.circuit.sources[element.row]!, re.length);
  return conductorCurrents(
    element,
    re.map((value, k) => value - own[2 * k]!),
    im.map((value, k) => value - own[2 * k + 1]!),
  );
}

/** Series parts from voltage differences, so that a short line's current does not drown in rounding. */
function conductorCurrents(
  element: CircuitElement,
  re: Float64Array,
  im: Float64Array,
): { re: Float64Array; im: Float64Array } {
  const { series, shunt, rest, terminals } = element.primitive;
  const out = { re: new Float64Array(re.length), im: new Float64Array(re.length) };
  const n = terminals[0]!.nodes.length;
  if (series !== null) {
    const dRe = Float64Array.from({ length: n }, (_, k) => re[k]! - re[n + k]!);
    const dIm = Float64Array.from({ length: n }, (_, k) => im[k]! - im[n + k]!);
    addProduct(series, n, dRe, dIm, 0, out, 0, 1);
    addProduct(series, n, dRe, dIm, 0, out, n, -1);
  }
  if (shunt !== null) {
    for (let from = 0; from < re.length; from += n) addProduct(shunt, n, re, im, from, out, from, 1);
  }
  if (rest !== null) addProduct(rest, re.length, re, im, 0, out, 0, 1);
  return out;
}

function addProduct(
  y: Float64Array,
  order: number,
  re: Float64Array,
  im: Float64Array,
  from: number,
  out: { re: Float64Array; im: Float64Array },
  to: number,
  sign: number,
): void {
  for (let row = 0; row < order; row++) {
    let sumRe = 0;
    let sumIm = 0;
    for (let column = 0; column < order; column++) {
      const k = 2 * (order * row + column);
      sumRe += y[k]! * re[from + column]! - y[k + 1]! * im[from + column]!;
      sumIm += y[k]! * im[from + column]! + y[k + 1]! * re[from + column]!;
    }
    out.re[to + row] = out.re[to + row]! + sign * sumRe;
    out.im[to + row] = out.im[to + row]! + sign * sumIm;
  }
}

function loadingOf(
  compiled: CompiledCircuit,
  element: CircuitElement,
  flows: readonly TerminalFlow[],
): number {
  if (element.kind === 'line') {
    let largest = 0;
    for (const flow of flows) {
      flow.currentRe.forEach((re, k) => {
        const im = flow.currentIm[k]!;
        largest = Math.max(largest, re * re + im * im);
      });
    }
    return Math.sqrt(largest) / compiled.circuit.lines[element.row]!.ratedCurrentA;
  }
  if (element.kind !== 'transformer') return NaN;
  const { pW, qVar } = flows[0]!;
  return Math.sqrt(pW * pW + qVar * qVar) / compiled.circuit.transformers[element.row]!.normalRatingVa;
}
