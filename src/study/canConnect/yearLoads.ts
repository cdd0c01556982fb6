import { chunkRange } from '../../sim/arrays/calendar';
import type { RunTable } from '../../sim/arrays/results';
import { answerBlock, initialBlockState } from '../blockChunk';
import { blockCount, blockRange, rowsBetween, type CompiledRun } from '../compiledRun';
import { NO_ROWS, type PackedRows } from '../loads/packedRows';
import { moveLoads, type ChargingYear } from '../stationCharging';

const PHASES = 3;

/** Net power of all buildings, [building][phase][step], and what batteries of the network charge, [storage][step]; W and var. */
export interface StepLoads {
  readonly steps: number;
  readonly netPW: Float64Array;
  readonly netQVar: Float64Array;
  readonly storageNetW: Float64Array;
}

/**
 * Loads of a year that has been run, to the last bit those it was solved with. The first time through the year they are
 * computed, then unpacked: a study solves the same year many times. Batteries of the network, and cars that keep to their station's
 * limit, do what they did in the run.
 */
export class YearLoads {
  private readonly packed: PackedRows[][] = [];
  private states: Float64Array[];

  constructor(
    private readonly run: CompiledRun,
    private readonly table: Pick<RunTable, 'storageChargeW' | 'storageDischargeW'>,
    private readonly charging?: ChargingYear,
  ) {
    this.states = rowsBetween(0, blockCount(run.district.buildings.length)).map((block) =>
      initialBlockState(run, block),
    );
  }

  /** Of one chunk (week) of the year. */
  chunk(chunk: number): StepLoads {
    for (let next = this.packed.length; next < chunk; next += 1) this.answered(next);
    return this.answered(chunk);
  }

  /** Of single steps, in the order given, side by side. */
  columns(steps: readonly number[]): StepLoads {
    const { calendar, rows } = this.run;
    const buildings = rows.buildingIds.length * PHASES;
    const found = this.empty(steps.length);
    const chunkOf = (step: number): number => Math.floor(step / calendar.chunkSteps);
    for (const chunk of [...new Set(steps.map(chunkOf))].sort((a, b) => a - b)) {
      const whole = this.chunk(chunk);
      const { fromStep } = chunkRange(calendar, chunk);
      steps.forEach((step, column) => {
        if (chunkOf(step) !== chunk) return;
        const copy = (to: Float64Array, from: Float64Array, count: number): void => {
          for (let row = 0; row < count; row += 1)
            to[row * steps.length + column] = from[row * whole.steps + step - fromStep]!;
        };
        copy(found.netPW, whole.netPW, buildings);
        copy(found.netQVar, whole.netQVar, buildings);
        copy(found.storageNetW, whole.storageNetW, rows.storageIds.length);
      });
    }
    return found;
  }

  private empty(steps: number): StepLoads {
    const { buildingIds, storageIds } = this.run.rows;
    const length = buildingIds.length * PHASES * steps;
    return {
      steps,
      netPW: new Float64Array(length),
      netQVar: new Float64Array(length),
      storageNetW: new Float64Array(storageIds.length * steps),
    };
  }

  private answered(chunk: number): StepLoads {
    const { run } = this;
    const { fromStep, toStep } = chunkRange(run.calendar, chunk);
    const steps = toStep - fromStep;
    const loads = this.empty(steps);
    const kept = this.packed[chunk];
    const packed = this.states.map((state, block) => {
      const { from, to } = blockRange(run.district.buildings.length, block);
      const wanted = kept === undefined ? rowsBetween(0, to - from) : [];
      const answer = answerBlock(run, block, chunk, state, kept?.[block] ?? NO_ROWS, wanted);
      loads.netPW.set(answer.chunk.netPW, from * PHASES * steps);
      loads.netQVar.set(answer.chunk.netQVar, from * PHASES * steps);
      if (kept === undefined) this.states[block] = answer.chunk.stateEnd;
      return answer.packed;
    });
    if (kept === undefined) this.packed[chunk] = packed;
    const { charging, table } = this;
    if (run.charging !== null && charging !== undefined)
      moveLoads(run.charging, charging.moved[chunk]!, loads, steps);
    const { storageChargeW, storageDischargeW } = table;
    run.rows.storageIds.forEach((_, storage) => {
      for (let step = 0; step < steps; step += 1) {
        const at = storage * run.calendar.stepCount + fromStep + step;
        loads.storageNetW[storage * steps + step] = storageChargeW[at]! - storageDischargeW[at]!;
      }
    });
    return loads;
  }
}
