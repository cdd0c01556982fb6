import type { Circuit } from '../../../model/circuit';
import { fail, type Issue, type Outcome, succeed } from '../../../model/outcome';
import {
  type BatchSolver,
  type ChunkResult,
  createBatchSolver,
  type LoadSource,
  STEP_STATUS,
} from '../batch';
import { hasHeldVoltages } from '../controls/heldVoltage';
import { hasInverterControls } from '../controls/inverter';
import { actOnControls, type ControlAction, newQueue } from '../controls/loop';
import { instruments } from '../controls/measure';
import { DEFAULT_SETTINGS, type SolveSettings, type StepStatus } from '../flow';
import { kernelModule } from '../kernel';
import type { CompiledCircuit } from './compileCircuit';
import { hourOfDay, type Moment, type RowPowers, rowPowers } from './powers';
import { type Ready, SnapshotSolver } from './snapshotSolver';
import { hasStaticControls, SNAPSHOT_SETTINGS, solveStep, timeControls } from './solveCircuit';

/** One solved step of a series. The arrays are reused: read them before the callback returns. */
export interface SeriesStep {
  /** From 1. */
  readonly step: number;
  readonly status: StepStatus;
  readonly iterations: number;
  readonly compiled: CompiledCircuit;
  /** [node row], volts; NaN where no source feeds the node. */
  readonly voltageRe: Float64Array;
  readonly voltageIm: Float64Array;
  readonly baseVoltageV: Float64Array;
  readonly actions: readonly ControlAction[];
}

export interface SeriesOptions {
  readonly kind: Exclude<Moment['kind'], 'snapshot'>;
  readonly stepS: number;
  readonly stepCount: number;
  readonly controls: 'static' | 'off';
  readonly settings?: SolveSettings;
  /** Powers of a step's rows; by default the circuit's own shapes. */
  readonly powers?: (compiled: CompiledCircuit, step: number) => RowPowers;
  /** Most steps solved at once before controls look at them; the results do not depend on it. */
  readonly stepsAtOnce?: number;
}

const STEPS_AT_ONCE = 64;
const FEWEST_AT_ONCE = 4;

type Record = (step: SeriesStep) => void;

/**
 * Solves steps in order of time (README, 21). A batch of steps is solved with the taps as they stand; the first step in which a control
 * acts is solved again until the controls rest, and the batch is redone from the step after it. Where inverters follow
 * curves every step stands alone. Returns the circuit with the taps it ended on.
 */
export function solveSeries(circuit: Circuit, options: SeriesOptions, record: Record): Outcome<Circuit> {
  return new Series(circuit, options, record).run();
}

class Series {
  private readonly snapshots: SnapshotSolver;
  private readonly controlled: boolean;
  private readonly unsettled: number[] = [];
  private present: Circuit;

  constructor(
    circuit: Circuit,
    private readonly options: SeriesOptions,
    private readonly record: Record,
  ) {
    this.present = circuit;
    this.snapshots = new SnapshotSolver(options.settings ?? SNAPSHOT_SETTINGS);
    this.controlled = options.controls === 'static' && hasStaticControls(circuit);
  }

  run(): Outcome<Circuit> {
    const first = this.snapshots.prepare(this.present);
    if (!first.ok) return first;
    const issues = [...first.issues, ...(this.controlled ? timeControls(this.present) : [])];
    const trouble =
      (this.controlled && hasInverterControls(this.present)) || hasHeldVoltages(this.present)
        ? this.stepByStep()
        : this.batchByBatch();
    if (trouble !== null) return fail(trouble);
    if (this.unsettled.length > 0) issues.push(this.unsettledWarning());
    return succeed(this.present, issues);
  }

  private stepByStep(): readonly Issue[] | null {
    for (let step = 1; step <= this.options.stepCount; step++) {
      const settled = this.settle(step);
      if (settled !== null) return settled;
    }
    return null;
  }

  private batchByBatch(): readonly Issue[] | null {
    const { stepCount, stepsAtOnce = STEPS_AT_ONCE } = this.options;
    let atOnce = stepsAtOnce;
    let next = 1;
    while (next <= stepCount) {
      const ready = this.snapshots.prepare(this.present);
      if (!ready.ok) return ready.issues;
      const batch = new Batch(ready.value, this.options, stepsAtOnce);
      const { present } = this;
      while (next <= stepCount && this.present === present) {
        const count = Math.min(atOnce, stepCount - next + 1);
        const outcome = this.take(batch, next, count);
        if (!outcome.ok) return outcome.issues;
        // Where controls act often, less is solved in vain.
        atOnce = Math.min(stepsAtOnce, Math.max(FEWEST_AT_ONCE, 2 * (outcome.value - next)));
        next = outcome.value;
      }
    }
    return null;
  }

  /** Hands over a batch's steps up to the first in which a control acts; the step after it. */
  private take(batch: Batch, first: number, count: number): Outcome<number> {
    const { present } = this;
    let next = first;
    let trouble: readonly Issue[] | null = null;
    batch.solve(first, count, (step) => {
      if (trouble !== null || this.present !== present) return;
      if (step.status === 'converged' && this.wantsToAct(step)) trouble = this.settle(step.step);
      else this.record(step);
      next = step.step + 1;
    });
    return trouble === null ? succeed(next) : fail(trouble);
  }

  private momentOf(step: number): Exclude<Moment, { kind: 'snapshot' }> {
    const { kind, stepS } = this.options;
    return { kind, step, stepS };
  }

  private wantsToAct({ step, compiled, voltageRe, voltageIm }: SeriesStep): boolean {
    const { regulatorControls, capacitorControls } = this.present;
    if (!this.controlled || regulatorControls.length + capacitorControls.length === 0) return false;
    const read = instruments(compiled, voltageRe, voltageIm);
    const hour = hourOfDay(this.momentOf(step));
    return actOnControls(this.present, newQueue(), read, hour).actions.length > 0;
  }

  /** Solves a step until its controls rest, and goes on with what they did. */
  private settle(step: number): readonly Issue[] | null {
    const moment = this.momentOf(step);
    const outcome = solveStep(this.snapshots, this.present, {
      moment,
      controlled: this.controlled,
      powersOf: (compiled) => this.options.powers?.(compiled, step) ?? rowPowers(compiled, moment),
    });
    if (!outcome.ok) return outcome.issues;
    const { circuit, compiled, solution, actions, settled } = outcome.value;
    const { status, iterations, voltageRe, voltageIm, baseVoltageV } = solution;
    this.record({ step, status, iterations, compiled, voltageRe, voltageIm, baseVoltageV, actions });
    if (!settled) this.unsettled.push(step);
    if (actions.length > 0) this.present = circuit;
    return null;
  }

  private unsettledWarning(): Issue {
    return {
      severity: 'warning',
      code: 'circuit-controls-unsettled',
      source: this.present.name,
      where: `step ${this.unsettled[0]!}`,
      message: `Controls did not come to rest in ${this.unsettled.length} of ${this.options.stepCount} steps.`,
      remedy: 'Raise the limit of control iterations or look for two controls that work against each other.',
    };
  }
}

/** Many steps with the taps as they stand. */
class Batch {
  private readonly solver: BatchSolver;
  private readonly voltageRe: Float64Array;
  private readonly voltageIm: Float64Array;

  constructor(
    private readonly ready: Ready,
    private readonly options: SeriesOptions,
    chunkSteps: number,
  ) {
    const { nodes, baseV } = ready.compiled;
    this.voltageRe = new Float64Array(baseV.length);
    this.voltageIm = new Float64Array(baseV.length);
    const settings = { ...(options.settings ?? DEFAULT_SETTINGS), precision: 'f64' } as const;
    this.solver = createBatchSolver(ready.flow, settings, kernelModule(), {
      nodes: Int32Array.from(nodes.blockOfNode, (block, node) => 3 * block + nodes.slotOfNode[node]!),
      voltages: 'complex64',
      chunkSteps,
    });
  }

  solve(first: number, count: number, hand: Record): void {
    this.solver.solve(this.loads(first, count), first, count, (chunk) => this.read(chunk, hand));
  }

  private read(chunk: ChunkResult, hand: Record): void {
    const { compiled, bases } = this.ready;
    const { baseV, nodes } = compiled;
    const rows = baseV.length;
    const pitch = chunk.stepCount;
    const voltages = new Float64Array(2 * rows * pitch);
    for (let row = 0; row < 2 * rows; row++) chunk.copyVoltages(row, voltages, row * pitch);
    for (let k = 0; k < pitch; k++) {
      for (let node = 0; node < rows; node++) {
        const fed = nodes.fed[node] === 1;
        const at = 2 * node * pitch + k;
        this.voltageRe[node] = fed ? baseV[node]! * voltages[at]! : NaN;
        this.voltageIm[node] = fed ? baseV[node]! * voltages[at + pitch]! : NaN;
      }
      hand({
        step: chunk.fromStep + k,
        status: STEP_STATUS[chunk.status[k]!]!,
        iterations: chunk.iterations[k]!,
        compiled,
        voltageRe: this.voltageRe,
        voltageIm: this.voltageIm,
        baseVoltageV: bases,
        actions: [],
      });
    }
  }

  /** Powers of consecutive steps, [row][step]. */
  private loads(first: number, count: number): LoadSource {
    const { compiled } = this.ready;
    const { kind, stepS, powers } = this.options;
    const rows = compiled.injections.table.count;
    const pW = new Float64Array(rows * count);
    const qVar = new Float64Array(rows * count);
    for (let k = 0; k < count; k++) {
      const step = first + k;
      const own = powers?.(compiled, step) ?? rowPowers(compiled, { kind, step, stepS });
      for (let row = 0; row < rows; row++) {
        pW[row * count + k] = own.pW[row]!;
        qVar[row * count + k] = own.qVar[row]!;
      }
    }
    return (fromStep) => ({ pW, qVar, offset: fromStep - first, pitch: count });
  }
}
