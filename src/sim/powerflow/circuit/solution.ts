import type { Issue } from '../../../model/outcome';
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

/** Row of the node at 3 * block + slot of the problem; -1 where there is none. */
export function nodeOfSlot({ nodes }: CompiledCircuit, place: number): number {
  return nodes.blockOfNode.findIndex((block, node) => 3 * block + nodes.slotOfNode[node]! === place);
}

/** What `compileFlow` says of a block and a slot, said of the bus and the node. */
export function namedIssues(compiled: CompiledCircuit, issues: readonly Issue[]): Issue[] {
  return issues.map((issue) => {
    if (issue.code !== 'power-flow-singular') return issue;
    const { field, ...rest } = issue;
    const where = nodeName(compiled, nodeOfSlot(compiled, 3 * Number(issue.where) + Number(field)));
    return { ...rest, source: compiled.circuit.name, where };
  });
}

/** Voltages and currents of one element's conductors, taken over from element to element. */
let room = 0;
let re = new Float64Array(room);
let im = new Float64Array(room);
let iRe = new Float64Array(room);
let iIm = new Float64Array(room);
let dRe = new Float64Array(room);
let dIm = new Float64Array(room);

function makeRoom(order: number): void {
  if (order <= room) return;
  room = 2 * order;
  [re, im, iRe, iIm, dRe, dIm] = [0, 0, 0, 0, 0, 0].map(() => new Float64Array(room)) as Six;
}

type Column = Float64Array<ArrayBuffer>;
type Six = [Column, Column, Column, Column, Column, Column];

/** Currents, powers and loss of an element for given node voltages in V (README, 22). */
export function elementFlow(
  compiled: CompiledCircuit,
  element: CircuitElement,
  voltageRe: Float64Array,
  voltageIm: Float64Array,
): ElementFlow {
  const { terminals } = element.primitive;
  makeRoom(terminals.reduce((sum, { nodes }) => sum + nodes.length, 0));
  let order = 0;
  for (const terminal of terminals) {
    const nodes = compiled.nodes.nodesOf(terminal);
    for (let k = 0; k < nodes.length; k++) {
      re[order + k] = fedValue(voltageRe, nodes[k]!);
      im[order + k] = fedValue(voltageIm, nodes[k]!);
    }
    order += nodes.length;
  }
  driveCurrents(compiled, element, order);
  let from = 0;
  let lossW = 0;
  let lossVar = 0;
  const flows: TerminalFlow[] = [];
  for (const { busId, nodes } of terminals) {
    const flow = terminalFlow(busId, nodes, from);
    from += nodes.length;
    lossW += flow.pW;
    lossVar += flow.qVar;
    flows.push(flow);
  }
  const loading = loadingOf(compiled, element, flows);
  return { kind: element.kind, id: element.id, terminals: flows, lossW, lossVar, loading };
}

/** Earth and nodes without supply count as zero volts. */
function fedValue(values: Float64Array, node: number): number {
  const value = node < 0 ? 0 : values[node]!;
  return value === value ? value : 0;
}

function terminalFlow(busId: string, nodes: readonly number[], from: number): TerminalFlow {
  const currentRe = new Float64Array(nodes.length);
  const currentIm = new Float64Array(nodes.length);
  let pW = 0;
  let qVar = 0;
  for (let k = 0; k < nodes.length; k++) {
    const aRe = iRe[from + k]!;
    const aIm = iIm[from + k]!;
    pW += re[from + k]! * aRe + im[from + k]! * aIm;
    qVar += im[from + k]! * aRe - re[from + k]! * aIm;
    currentRe[k] = aRe;
    currentIm[k] = aIm;
  }
  return { busId, nodes, currentRe, currentIm, pW, qVar };
}

/** Currents into the conductors; a source's own voltage drives against the node's. */
function driveCurrents(compiled: CompiledCircuit, element: CircuitElement, order: number): void {
  if (element.kind !== 'source') return conductorCurrents(element, order);
  const own = sourceVoltages(compiled.circuit.sources[element.row]!, order);
  const keptRe = re.slice(0, order);
  const keptIm = im.slice(0, order);
  for (let k = 0; k < order; k++) {
    re[k] = re[k]! - own[2 * k]!;
    im[k] = im[k]! - own[2 * k + 1]!;
  }
  conductorCurrents(element, order);
  re.set(keptRe);
  im.set(keptIm);
}

/** Series parts from voltage differences, so that a short line's current does not drown in rounding. */
function conductorCurrents(element: CircuitElement, order: number): void {
  const { series, shunt, rest, terminals } = element.primitive;
  iRe.fill(0, 0, order);
  iIm.fill(0, 0, order);
  const n = terminals[0]!.nodes.length;
  if (series !== null) {
    for (let k = 0; k < n; k++) {
      dRe[k] = re[k]! - re[n + k]!;
      dIm[k] = im[k]! - im[n + k]!;
    }
    addProduct(series, n, dRe, dIm, 0, 0);
    for (let k = 0; k < n; k++) {
      iRe[n + k] = 0 - iRe[k]!;
      iIm[n + k] = 0 - iIm[k]!;
    }
  }
  if (shunt !== null) for (let from = 0; from < order; from += n) addProduct(shunt, n, re, im, from, from);
  if (rest !== null) addProduct(rest, order, re, im, 0, 0);
}

/** Currents from `to` on += y times the voltages from `from` on. */
function addProduct(
  y: Float64Array,
  order: number,
  vRe: Float64Array,
  vIm: Float64Array,
  from: number,
  to: number,
): void {
  for (let row = 0; row < order; row++) {
    let sumRe = 0;
    let sumIm = 0;
    for (let column = 0; column < order; column++) {
      const k = 2 * (order * row + column);
      sumRe += y[k]! * vRe[from + column]! - y[k + 1]! * vIm[from + column]!;
      sumIm += y[k]! * vIm[from + column]! + y[k + 1]! * vRe[from + column]!;
    }
    iRe[to + row] = iRe[to + row]! + sumRe;
    iIm[to + row] = iIm[to + row]! + sumIm;
  }
}

function loadingOf(
  compiled: CompiledCircuit,
  element: CircuitElement,
  flows: readonly TerminalFlow[],
): number {
  if (element.kind === 'line') {
    let largest = 0;
    for (const { currentRe, currentIm } of flows) {
      for (let k = 0; k < currentRe.length; k++) {
        const square = currentRe[k]! * currentRe[k]! + currentIm[k]! * currentIm[k]!;
        if (square > largest) largest = square;
      }
    }
    return Math.sqrt(largest) / compiled.circuit.lines[element.row]!.ratedCurrentA;
  }
  if (element.kind !== 'transformer') return NaN;
  const { pW, qVar } = flows[0]!;
  return Math.sqrt(pW * pW + qVar * qVar) / compiled.circuit.transformers[element.row]!.normalRatingVa;
}
