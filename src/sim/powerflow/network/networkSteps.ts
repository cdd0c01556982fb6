import { BRANCH_RESULT_FIELDS, type ChunkResult } from '../batch';
import type { CompiledNetwork } from './compiled';

const FIELDS = BRANCH_RESULT_FIELDS.length;
const P_FROM = BRANCH_RESULT_FIELDS.indexOf('pFromW');
const Q_FROM = BRANCH_RESULT_FIELDS.indexOf('qFromVar');
const LOSS = BRANCH_RESULT_FIELDS.indexOf('lossW');
const I_FROM = BRANCH_RESULT_FIELDS.indexOf('iFromPu0');
const I_TO = BRANCH_RESULT_FIELDS.indexOf('iToPu0');

/** Voltages and branch fields of a chunk in rows of steps; filled anew for every chunk, so that a year leaves no garbage. */
export class StepRows {
  /** [position][phase][step] */
  voltages = new Float64Array(0);
  /** [table row][field][step] */
  branches = new Float64Array(0);

  constructor(private readonly net: CompiledNetwork) {}

  fill(chunk: ChunkResult): void {
    const { stepCount } = chunk;
    const nodes = 3 * this.net.subtreeEnd.length;
    const fields = FIELDS * this.net.branches.count;
    if (this.voltages.length < nodes * stepCount) this.voltages = new Float64Array(nodes * stepCount);
    if (this.branches.length < fields * stepCount) this.branches = new Float64Array(fields * stepCount);
    for (let row = 0; row < nodes; row++) chunk.copyVoltages(row, this.voltages, row * stepCount);
    for (let row = 0; row < this.net.branches.count; row++) {
      for (let field = 0; field < FIELDS; field++) {
        chunk.copyBranch(row, field, this.branches, (row * FIELDS + field) * stepCount);
      }
    }
  }
}

/** Flows of consecutive solved steps of a network; rows as in `CompiledNetwork`. Valid until the callback returns. */
export class NetworkSteps {
  constructor(
    private readonly net: CompiledNetwork,
    private readonly chunk: ChunkResult,
    private readonly rows: StepRows,
    /** What is drawn at the source bus itself, [step], W and var. */
    private readonly sourceLoadW: Float64Array,
    private readonly sourceLoadVar: Float64Array,
  ) {}

  get fromStep(): number {
    return this.chunk.fromStep;
  }

  get stepCount(): number {
    return this.chunk.stepCount;
  }

  /** Iterations used; negative when the step has no solution. */
  iterations(step: number): number {
    const count = this.chunk.iterations[step]!;
    return this.chunk.status[step] === 0 ? count : Math.min(-count, -1);
  }

  /** Phase-to-earth magnitude in per unit; NaN at unfed buses. */
  vMagPu(bus: number, phase: number, step: number): number {
    if (this.net.busPosition[bus]! < 0) return NaN;
    return this.rows.voltages[(3 * this.net.busPosition[bus]! + phase) * this.chunk.stepCount + step]!;
  }

  /** Into the branch at its from-end as named in the network, all phases; 0 when out of service. */
  pFromW(branch: number, step: number): number {
    return this.field(branch, P_FROM, step);
  }

  qFromVar(branch: number, step: number): number {
    return this.field(branch, Q_FROM, step);
  }

  lossW(branch: number, step: number): number {
    return this.field(branch, LOSS, step);
  }

  totalLossW(step: number): number {
    let sum = this.chunk.lossesW[step]!;
    for (let row = this.net.branchOfTable.length; row < this.net.branches.count; row++) {
      sum -= this.tableField(row, LOSS, step);
    }
    return sum;
  }

  /** Larger of both ends for a line, LV terminal for a transformer. */
  currentA(branch: number, phase: number, step: number): number {
    const { net } = this;
    const to = this.field(branch, I_TO + phase, step) / net.baseVoltageV[net.branchToBus[branch]!]!;
    if (branch >= net.lineCount) return to;
    const from = this.field(branch, I_FROM + phase, step) / net.baseVoltageV[net.branchFromBus[branch]!]!;
    return from > to ? from : to;
  }

  /** Line: largest phase current / rated current. Transformer: |S| at the from-end (MV) / rated power. */
  loading(branch: number, step: number): number {
    const rating = this.net.branchRating[branch]!;
    if (branch >= this.net.lineCount) {
      const p = this.pFromW(branch, step);
      const q = this.qFromVar(branch, step);
      return Math.sqrt(p * p + q * q) / rating;
    }
    const a = this.currentA(branch, 0, step);
    const b = this.currentA(branch, 1, step);
    const c = this.currentA(branch, 2, step);
    const larger = a > b ? a : b;
    return (larger > c ? larger : c) / rating;
  }

  /** Into the network at the source bus, behind the source impedance: what its branches and loads take. */
  sourcePW(step: number): number {
    let sum = this.sourceLoadW[step]!;
    for (const row of this.net.sourceRows) sum += this.tableField(row, P_FROM, step);
    return sum;
  }

  sourceQVar(step: number): number {
    let sum = this.sourceLoadVar[step]!;
    for (const row of this.net.sourceRows) sum += this.tableField(row, Q_FROM, step);
    return sum;
  }

  private field(branch: number, field: number, step: number): number {
    const row = this.net.tableOfBranch[branch]!;
    return row < 0 ? 0 : this.tableField(row, field, step);
  }

  private tableField(row: number, field: number, step: number): number {
    return this.rows.branches[(row * FIELDS + field) * this.chunk.stepCount + step]!;
  }
}
