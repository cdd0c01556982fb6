import { BRANCH_RESULT_FIELDS, LARGEST_RESULT_FIELDS, type BatchOutputs, type ChunkResult } from '../batch';
import type { CompiledNetwork } from './compiled';
import type { RegulatedSteps } from './regulatedSteps';

/** Which currents of a branch are kept: of every phase at both ends, or the largest of them. */
export type KeptCurrents = NonNullable<BatchOutputs['currents']>;

const FIELDS = { phases: BRANCH_RESULT_FIELDS.length, largest: LARGEST_RESULT_FIELDS.length } as const;
/** Powers are the same fields in both, and stand first. */
const P_FROM = BRANCH_RESULT_FIELDS.indexOf('pFromW');
const Q_FROM = BRANCH_RESULT_FIELDS.indexOf('qFromVar');
const LOSS = BRANCH_RESULT_FIELDS.indexOf('lossW');
const I_FROM = BRANCH_RESULT_FIELDS.indexOf('iFromPu0');
const I_TO = BRANCH_RESULT_FIELDS.indexOf('iToPu0');

/** Voltages and branch fields of a chunk in rows of steps; filled anew for every chunk, so that a year leaves no garbage. */
export class StepRows {
  /** [position][phase][step] */
  voltages = new Float64Array(0);
  /** [position][step]; empty where unbalance is not kept. */
  unbalance = new Float64Array(0);
  /** [table row][field][step] */
  branches = new Float64Array(0);
  /** Of a row of the table. */
  readonly fields: number;

  constructor(
    private readonly net: CompiledNetwork,
    readonly currents: KeptCurrents,
    private readonly keepsUnbalance: boolean,
  ) {
    this.fields = FIELDS[currents];
  }

  fill(chunk: ChunkResult): void {
    const { stepCount } = chunk;
    const nodes = 3 * this.net.subtreeEnd.length;
    const fields = this.fields * this.net.branches.count;
    if (this.voltages.length < nodes * stepCount) this.voltages = new Float64Array(nodes * stepCount);
    if (this.branches.length < fields * stepCount) this.branches = new Float64Array(fields * stepCount);
    for (let row = 0; row < nodes; row++) chunk.copyVoltages(row, this.voltages, row * stepCount);
    if (this.keepsUnbalance) this.fillUnbalance(chunk, nodes / 3);
    for (let row = 0; row < this.net.branches.count; row++) {
      for (let field = 0; field < this.fields; field++) {
        chunk.copyBranch(row, field, this.branches, (row * this.fields + field) * stepCount);
      }
    }
  }

  private fillUnbalance(chunk: ChunkResult, buses: number): void {
    const { stepCount } = chunk;
    if (this.unbalance.length < buses * stepCount) this.unbalance = new Float64Array(buses * stepCount);
    for (let row = 0; row < buses; row++) chunk.copyUnbalance(row, this.unbalance, row * stepCount);
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
    /** Null where nothing is regulated. */
    private readonly regulated: RegulatedSteps | null = null,
  ) {}

  get fromStep(): number {
    return this.chunk.fromStep;
  }

  get stepCount(): number {
    return this.chunk.stepCount;
  }

  /** Position of a regulator, in the order of `CompiledNetwork.regulators`. */
  tap(regulator: number, step: number): number {
    return this.regulated?.tap(regulator, step) ?? 0;
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
    let sum = this.regulated?.lossesW[step] ?? this.chunk.lossesW[step]!;
    for (let row = this.net.branchOfTable.length; row < this.net.branches.count; row++) {
      sum -= this.tableField(row, LOSS, step);
    }
    return sum;
  }

  /** Larger of both ends for a line, LV terminal for a transformer; where currents of phases are kept. */
  currentA(branch: number, phase: number, step: number): number {
    const { net } = this;
    if (this.rows.currents !== 'phases') throw new Error('no currents of phases are kept');
    const to = this.field(branch, I_TO + phase, step) / net.baseVoltageV[net.branchToBus[branch]!]!;
    if (branch >= net.lineCount) return to;
    const from = this.field(branch, I_FROM + phase, step) / net.baseVoltageV[net.branchFromBus[branch]!]!;
    return from > to ? from : to;
  }

  /**
   * Writes a branch's loading in every step. Line: largest phase current / rated current. Transformer: |S| at the from-end
   * (MV) / rated power. Row by row, because a year asks for all of them.
   */
  writeLoading(branch: number, loading: Float64Array): void {
    const { net, stepCount } = this;
    const row = net.tableOfBranch[branch]!;
    if (row < 0) {
      loading.fill(0, 0, stepCount);
      return;
    }
    const { branches, fields } = this.rows;
    const at = row * fields * stepCount;
    const perRating = 1 / net.branchRating[branch]!;
    if (branch >= net.lineCount) {
      for (let step = 0; step < stepCount; step++) {
        const p = branches[at + P_FROM * stepCount + step]!;
        const q = branches[at + Q_FROM * stepCount + step]!;
        loading[step] = Math.sqrt(p * p + q * q) * perRating;
      }
      return;
    }
    const perAmpere = perRating / net.baseVoltageV[net.branchFromBus[branch]!]!;
    loading.fill(0, 0, stepCount);
    for (let field = I_FROM; field < fields; field++) {
      const from = at + field * stepCount;
      for (let step = 0; step < stepCount; step++) {
        const value = branches[from + step]! * perAmpere;
        // Written so that a step without a solution (NaN) stays one.
        if (!(value <= loading[step]!)) loading[step] = value;
      }
    }
  }

  /** A branch's losses in every step, W; likewise the power into its from-end. Views, valid as long as the steps. */
  lossRowW(branch: number): Float64Array | null {
    return this.row(branch, LOSS);
  }

  pFromRowW(branch: number): Float64Array | null {
    return this.row(branch, P_FROM);
  }

  /** A bus's voltage in every step, pu; null at unfed buses. */
  vMagRowPu(bus: number, phase: number): Float64Array | null {
    const position = this.net.busPosition[bus]!;
    const from = (3 * position + phase) * this.stepCount;
    return position < 0 ? null : this.rows.voltages.subarray(from, from + this.stepCount);
  }

  /** A bus's unbalance |V-|/|V+| in every step, a ratio; null at unfed buses and where it is not kept. */
  unbalanceRow(bus: number): Float64Array | null {
    const position = this.net.busPosition[bus]!;
    const from = position * this.stepCount;
    if (position < 0 || this.rows.unbalance.length === 0) return null;
    return this.rows.unbalance.subarray(from, from + this.stepCount);
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

  private row(branch: number, field: number): Float64Array | null {
    const row = this.net.tableOfBranch[branch]!;
    const from = (row * this.rows.fields + field) * this.stepCount;
    return row < 0 ? null : this.rows.branches.subarray(from, from + this.stepCount);
  }

  private field(branch: number, field: number, step: number): number {
    const row = this.net.tableOfBranch[branch]!;
    return row < 0 ? 0 : this.tableField(row, field, step);
  }

  private tableField(row: number, field: number, step: number): number {
    return this.rows.branches[(row * this.rows.fields + field) * this.chunk.stepCount + step]!;
  }
}
