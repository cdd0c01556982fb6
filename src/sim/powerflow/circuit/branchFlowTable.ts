import { fullAdmittance } from '../elements/primitive';
import type { CompiledCircuit } from './compileCircuit';

/**
 * Losses and loadings of all lines and transformers in service, for many steps of one circuit: conductors and admittances
 * lie flat and a step allocates nothing. The same quantities as `elementFlow`, without the currents of every end.
 */
export class BranchFlowTable {
  readonly branches: readonly { readonly kind: 'line' | 'transformer'; readonly id: string }[];
  /** [branch], of the latest step. */
  readonly lossW: Float64Array;
  readonly loading: Float64Array;
  totalLossW = 0;
  private readonly nodes: Int32Array;
  private readonly nodeStart: Int32Array;
  private readonly y: Float64Array;
  private readonly yStart: Int32Array;
  private readonly rating: Float64Array;
  /** Conductors of the first winding; 0 for a line, which is rated by current. */
  private readonly ratedConductors: Int32Array;

  constructor(compiled: CompiledCircuit) {
    const { circuit } = compiled;
    const elements = compiled.elements.filter(({ kind }) => kind === 'line' || kind === 'transformer');
    const conductors = elements.map(({ primitive }) =>
      primitive.terminals.flatMap((terminal) => [...compiled.nodes.nodesOf(terminal)]),
    );
    this.branches = elements.map(({ kind, id }) => ({ kind: kind as 'line' | 'transformer', id }));
    this.nodes = Int32Array.from(conductors.flat(), (node) =>
      node >= 0 && compiled.nodes.fed[node] === 1 ? node : -1,
    );
    this.nodeStart = starts(conductors.map((list) => list.length));
    this.yStart = starts(conductors.map((list) => 2 * list.length * list.length));
    this.y = new Float64Array(this.yStart[elements.length]!);
    elements.forEach(({ primitive }, row) => this.y.set(fullAdmittance(primitive), this.yStart[row]!));
    this.rating = Float64Array.from(elements, ({ kind, row }) =>
      kind === 'line' ? circuit.lines[row]!.ratedCurrentA : circuit.transformers[row]!.normalRatingVa,
    );
    this.ratedConductors = Int32Array.from(elements, ({ kind, primitive }) =>
      kind === 'line' ? 0 : primitive.terminals[0]!.nodes.length,
    );
    this.lossW = new Float64Array(elements.length);
    this.loading = new Float64Array(elements.length);
  }

  /** Reads a step's node voltages (V). */
  read(voltageRe: Float64Array, voltageIm: Float64Array): void {
    this.totalLossW = 0;
    for (let row = 0; row < this.branches.length; row++) {
      this.readBranch(row, voltageRe, voltageIm);
      this.totalLossW += this.lossW[row]!;
    }
  }

  private readBranch(row: number, voltageRe: Float64Array, voltageIm: Float64Array): void {
    const { nodes, y } = this;
    const from = this.nodeStart[row]!;
    const order = this.nodeStart[row + 1]! - from;
    const rated = this.ratedConductors[row]!;
    let k = this.yStart[row]!;
    let lossW = 0;
    let largest = 0;
    let ratedP = 0;
    let ratedQ = 0;
    for (let a = 0; a < order; a++) {
      let re = 0;
      let im = 0;
      for (let b = 0; b < order; b++, k += 2) {
        const node = nodes[from + b]!;
        if (node < 0) continue;
        re += y[k]! * voltageRe[node]! - y[k + 1]! * voltageIm[node]!;
        im += y[k]! * voltageIm[node]! + y[k + 1]! * voltageRe[node]!;
      }
      const size = re * re + im * im;
      if (size > largest) largest = size;
      const own = nodes[from + a]!;
      if (own < 0) continue;
      const p = voltageRe[own]! * re + voltageIm[own]! * im;
      lossW += p;
      if (a >= rated) continue;
      ratedP += p;
      ratedQ += voltageIm[own]! * re - voltageRe[own]! * im;
    }
    this.lossW[row] = lossW;
    const used = rated === 0 ? largest : ratedP * ratedP + ratedQ * ratedQ;
    this.loading[row] = Math.sqrt(used) / this.rating[row]!;
  }
}

function starts(lengths: readonly number[]): Int32Array {
  const out = new Int32Array(lengths.length + 1);
  lengths.forEach((length, row) => (out[row + 1] = out[row]! + length));
  return out;
}
