import { type ComplexMatrix, complexMatrix } from '../elements/complexMatrix';
import { principal } from '../elements/openConductors';
import type { FlowProblem } from '../problem';
import type { CircuitElement } from './elementTable';
import type { NodeTable } from './nodeTable';

const BLOCK = 18;

/** The linear part of a problem while elements are added to it. */
export class Stamp {
  readonly earth: Float64Array;
  readonly shunt: Float64Array;
  readonly present: Uint8Array;
  private readonly seriesFrom: number[] = [];
  private readonly seriesTo: number[] = [];
  private readonly series: number[] = [];
  private readonly couplingRow = new Map<number, number>();
  private readonly couplingFrom: number[] = [];
  private readonly couplingTo: number[] = [];
  private readonly coupling: number[] = [];

  constructor(
    private readonly nodes: NodeTable,
    /** Phase-to-earth base of each node. */
    private readonly baseV: Float64Array,
  ) {
    this.earth = new Float64Array(BLOCK * nodes.blockCount);
    this.shunt = new Float64Array(BLOCK * nodes.blockCount);
    this.present = new Uint8Array(3 * nodes.blockCount);
    nodes.fed.forEach((fed, node) => {
      if (fed === 1) this.present[3 * nodes.blockOfNode[node]! + nodes.slotOfNode[node]!] = 1;
    });
  }

  add(element: CircuitElement): void {
    const { terminals, series, shunt, rest, restIsShunt } = element.primitive;
    const parts = terminals.map((terminal) => this.live(this.nodes.nodesOf(terminal)));
    if (series !== null) this.addSeries(parts[0]!, parts[1]!, series, restIsShunt);
    if (shunt !== null) for (const part of parts) this.addDense(part, shunt, this.shunt);
    if (rest !== null) {
      const flat = Int32Array.from(parts.flatMap((part) => [...part]));
      this.addDense(flat, rest, restIsShunt ? this.shunt : this.earth);
    }
  }

  /** Unfed nodes are marked -2: their rows are left out (the elements that end on them carry nothing there). */
  private live(nodes: Int32Array): Int32Array {
    return nodes.map((node) => (node >= 0 && this.nodes.fed[node] === 1 ? node : node < 0 ? -1 : -2));
  }

  private addSeries(from: Int32Array, to: Int32Array, y: ComplexMatrix, isShunt: boolean): void {
    const order = from.length;
    const kept = [...from.keys()].filter((k) => from[k] !== -2 && to[k] !== -2);
    if (kept.length === 0) return;
    if (kept.length < order) {
      const pick = (nodes: Int32Array): Int32Array => Int32Array.from(kept, (k) => nodes[k]!);
      this.addSeries(pick(from), pick(to), principal(y, order, kept), isShunt);
      return;
    }
    if (to.every((node) => node === -1)) this.addDense(from, y, isShunt ? this.shunt : this.earth);
    else if (this.isStraight(from, to)) this.addStraight(from, to, y);
    else {
      const both = Int32Array.of(...from, ...to);
      this.addDense(both, twoEnded(y, order), this.earth);
    }
  }

  /** Every conductor joins equal slots of two blocks of equal base: a pure series branch. */
  private isStraight(from: Int32Array, to: Int32Array): boolean {
    const { blockOfNode, slotOfNode } = this.nodes;
    const a = from[0]!;
    const b = to[0]!;
    if (a < 0 || b < 0 || blockOfNode[a] === blockOfNode[b] || this.baseV[a] !== this.baseV[b]) return false;
    return from.every((node, k) => {
      const other = to[k]!;
      return (
        node >= 0 &&
        other >= 0 &&
        blockOfNode[node] === blockOfNode[a] &&
        blockOfNode[other] === blockOfNode[b] &&
        slotOfNode[node] === slotOfNode[other] &&
        from.indexOf(node) === k
      );
    });
  }

  private addStraight(from: Int32Array, to: Int32Array, y: ComplexMatrix): void {
    const { blockOfNode, slotOfNode } = this.nodes;
    const order = from.length;
    const block = new Array<number>(BLOCK).fill(0);
    const base = this.baseV[from[0]!]!;
    for (let row = 0; row < order; row++) {
      for (let column = 0; column < order; column++) {
        const k = 2 * (order * row + column);
        const at = 2 * (3 * slotOfNode[from[row]!]! + slotOfNode[from[column]!]!);
        block[at] = y[k]! * base * base;
        block[at + 1] = y[k + 1]! * base * base;
      }
    }
    this.seriesFrom.push(blockOfNode[from[0]!]!);
    this.seriesTo.push(blockOfNode[to[0]!]!);
    this.series.push(...block);
  }

  /** Adds a square matrix over nodes; earth and open conductors are left out. */
  addDense(nodes: Int32Array, y: ComplexMatrix, diagonal: Float64Array): void {
    const order = nodes.length;
    const { blockOfNode, slotOfNode } = this.nodes;
    for (let row = 0; row < order; row++) {
      const a = nodes[row]!;
      if (a < 0) continue;
      for (let column = 0; column < order; column++) {
        const b = nodes[column]!;
        const k = 2 * (order * row + column);
        if (b < 0 || (y[k] === 0 && y[k + 1] === 0)) continue;
        const scale = this.baseV[a]! * this.baseV[b]!;
        const blockA = blockOfNode[a]!;
        const blockB = blockOfNode[b]!;
        const slot = 2 * (3 * slotOfNode[a]! + slotOfNode[b]!);
        if (blockA === blockB) {
          const at = BLOCK * blockA + slot;
          diagonal[at] = diagonal[at]! + y[k]! * scale;
          diagonal[at + 1] = diagonal[at + 1]! + y[k + 1]! * scale;
        } else if (blockA < blockB) {
          this.addCoupling(blockA, blockB, slot, y[k]! * scale, y[k + 1]! * scale);
        }
      }
    }
  }

  private addCoupling(blockA: number, blockB: number, slot: number, re: number, im: number): void {
    const key = blockA * this.nodes.blockCount + blockB;
    let row = this.couplingRow.get(key);
    if (row === undefined) {
      row = this.couplingFrom.length;
      this.couplingRow.set(key, row);
      this.couplingFrom.push(blockA);
      this.couplingTo.push(blockB);
      for (let k = 0; k < BLOCK; k++) this.coupling.push(0);
    }
    const at = BLOCK * row + slot;
    this.coupling[at] = this.coupling[at]! + re;
    this.coupling[at + 1] = this.coupling[at + 1]! + im;
  }

  linear(): Omit<FlowProblem, 'sourceCurrent' | 'injections'> {
    return {
      blockCount: this.nodes.blockCount,
      present: this.present,
      seriesFrom: Int32Array.from(this.seriesFrom),
      seriesTo: Int32Array.from(this.seriesTo),
      series: Float64Array.from(this.series),
      couplingFrom: Int32Array.from(this.couplingFrom),
      couplingTo: Int32Array.from(this.couplingTo),
      coupling: Float64Array.from(this.coupling),
      earth: this.earth,
      shunt: this.shunt,
    };
  }
}

function twoEnded(y: ComplexMatrix, order: number): ComplexMatrix {
  const out = complexMatrix(2 * order);
  for (let row = 0; row < order; row++) {
    for (let column = 0; column < order; column++) {
      const k = 2 * (order * row + column);
      for (let part = 0; part < 2; part++) {
        const value = y[k + part]!;
        out[2 * (2 * order * row + column) + part] = value;
        out[2 * (2 * order * (order + row) + order + column) + part] = value;
        out[2 * (2 * order * row + order + column) + part] = -value;
        out[2 * (2 * order * (order + row) + column) + part] = -value;
      }
    }
  }
  return out;
}
