import { En50160Counter, type En50160Result } from './en50160';
import type { ReadingLayout, StepReading } from './stepReading';

export interface ExtremesSettings {
  readonly stepS: number;
  readonly stepCount: number;
  /** Band whose hours are counted, pu. */
  readonly vMinPu: number;
  readonly vMaxPu: number;
  /** Ratio, for the hours above. */
  readonly unbalanceMax: number;
  /** Steps [from, to) that are kept in full. */
  readonly windows: readonly { readonly from: number; readonly to: number }[];
}

/** Smallest and largest value of a row with the step where it was first met; NaN and -1 without any value. */
export interface Extremes {
  readonly min: number;
  readonly minStep: number;
  readonly max: number;
  readonly maxStep: number;
  /** Without a value: no solution, no supply. */
  readonly missingHours: number;
}

export interface VoltageExtremes extends Extremes {
  readonly busId: string;
  readonly node: number;
  readonly hoursUnder: number;
  readonly hoursOver: number;
}

export interface UnbalanceExtremes extends Extremes {
  readonly busId: string;
  readonly hoursAbove: number;
}

/** Loading, 1 = full; a branch without rating has no values. */
export interface BranchExtremes extends Extremes {
  readonly kind: 'line' | 'transformer';
  readonly id: string;
  readonly hoursAbove80: number;
  readonly hoursAbove100: number;
  readonly hoursAbove120: number;
  readonly lossWh: number;
}

/** All readings of a window, step after step: [step - from][row]. */
export interface KeptWindow {
  readonly from: number;
  readonly to: number;
  readonly vPu: Float64Array;
  readonly unbalance: Float64Array;
  readonly loading: Float64Array;
  readonly lossW: Float64Array;
}

export interface NetworkExtremes {
  readonly steps: number;
  readonly stepsWithoutSolution: number;
  readonly totalLossWh: number;
  readonly voltages: readonly VoltageExtremes[];
  readonly unbalance: readonly UnbalanceExtremes[];
  readonly branches: readonly BranchExtremes[];
  readonly windows: readonly KeptWindow[];
  readonly en50160: En50160Result;
}

const LOADING_MARKS = [0.8, 1, 1.2] as const;
/** A value that rounding lifts above its limit is not above it. */
const ROUNDING = 1e-9;

/** Collects a year step by step; keeps extremes, hours and the windows asked for, nothing else. Sums follow the order of the steps. */
export class ExtremesCollector {
  private readonly hours: number;
  private readonly voltage: RowExtremes;
  private readonly unbalance: RowExtremes;
  private readonly loading: RowExtremes;
  private readonly lossWh: Float64Array;
  private readonly kept: readonly KeptWindow[];
  private readonly en50160: En50160Counter;
  private steps = 0;
  private stepsWithoutSolution = 0;
  private totalLossWh = 0;

  constructor(
    private readonly layout: ReadingLayout,
    settings: ExtremesSettings,
  ) {
    const { stepS, stepCount, windows } = settings;
    const { points, threePhase, branches } = layout;
    this.hours = stepS / 3600;
    this.voltage = new RowExtremes(points.length, [settings.vMaxPu], [settings.vMinPu]);
    this.unbalance = new RowExtremes(threePhase.length, [settings.unbalanceMax], []);
    this.loading = new RowExtremes(branches.length, LOADING_MARKS, []);
    this.lossWh = new Float64Array(branches.length);
    this.en50160 = new En50160Counter(stepS, stepCount, points.length, threePhase.length);
    this.kept = windows.map(({ from, to }) => {
      const of = (rows: number): Float64Array => new Float64Array((to - from) * rows).fill(NaN);
      return {
        from,
        to,
        vPu: of(points.length),
        unbalance: of(threePhase.length),
        loading: of(branches.length),
        lossW: of(branches.length),
      };
    });
  }

  add(step: number, reading: StepReading): void {
    this.steps += 1;
    this.voltage.add(step, reading.vPu);
    this.unbalance.add(step, reading.unbalance);
    this.loading.add(step, reading.loading);
    this.en50160.add(step, reading.vPu, reading.unbalance);
    if (Number.isNaN(reading.totalLossW)) this.stepsWithoutSolution += 1;
    else this.totalLossWh += reading.totalLossW * this.hours;
    reading.lossW.forEach((lossW, row) => {
      if (!Number.isNaN(lossW)) this.lossWh[row]! += lossW * this.hours;
    });
    for (const window of this.kept) {
      if (step < window.from || step >= window.to) continue;
      for (const column of ['vPu', 'unbalance', 'loading', 'lossW'] as const) {
        window[column].set(reading[column], (step - window.from) * reading[column].length);
      }
    }
  }

  result(): NetworkExtremes {
    const { voltage, unbalance, loading, hours, layout } = this;
    return {
      steps: this.steps,
      stepsWithoutSolution: this.stepsWithoutSolution,
      totalLossWh: this.totalLossWh,
      voltages: layout.points.map(({ busId, node }, row) => ({
        busId,
        node,
        ...voltage.at(row, hours),
        hoursOver: voltage.above(row, 0) * hours,
        hoursUnder: voltage.below(row, 0) * hours,
      })),
      unbalance: layout.threePhase.map(({ busId }, row) => ({
        busId,
        ...unbalance.at(row, hours),
        hoursAbove: unbalance.above(row, 0) * hours,
      })),
      branches: layout.branches.map(({ kind, id }, row) => ({
        kind,
        id,
        ...loading.at(row, hours),
        hoursAbove80: loading.above(row, 0) * hours,
        hoursAbove100: loading.above(row, 1) * hours,
        hoursAbove120: loading.above(row, 2) * hours,
        lossWh: this.lossWh[row]!,
      })),
      windows: this.kept,
      en50160: this.en50160.result(),
    };
  }
}

/** Extremes and counts of steps beyond marks, row by row. */
class RowExtremes {
  private readonly min: Float64Array;
  private readonly max: Float64Array;
  private readonly minStep: Int32Array;
  private readonly maxStep: Int32Array;
  private readonly missing: Uint32Array;
  /** [row][mark] */
  private readonly aboveCount: Uint32Array;
  private readonly belowCount: Uint32Array;

  constructor(
    rows: number,
    private readonly upper: readonly number[],
    private readonly lower: readonly number[],
  ) {
    this.min = new Float64Array(rows).fill(NaN);
    this.max = new Float64Array(rows).fill(NaN);
    this.minStep = new Int32Array(rows).fill(-1);
    this.maxStep = new Int32Array(rows).fill(-1);
    this.missing = new Uint32Array(rows);
    this.aboveCount = new Uint32Array(rows * upper.length);
    this.belowCount = new Uint32Array(rows * lower.length);
  }

  add(step: number, values: Float64Array): void {
    const { upper, lower } = this;
    for (let row = 0; row < values.length; row += 1) {
      const value = values[row]!;
      if (Number.isNaN(value)) {
        this.missing[row]! += 1;
        continue;
      }
      // The earlier step wins a tie, in whatever order the steps come.
      if (!(value >= this.min[row]!) || (value === this.min[row]! && step < this.minStep[row]!)) {
        this.min[row] = value;
        this.minStep[row] = step;
      }
      if (!(value <= this.max[row]!) || (value === this.max[row]! && step < this.maxStep[row]!)) {
        this.max[row] = value;
        this.maxStep[row] = step;
      }
      for (let mark = 0; mark < upper.length; mark += 1) {
        if (value > upper[mark]! + ROUNDING) this.aboveCount[row * upper.length + mark]! += 1;
      }
      for (let mark = 0; mark < lower.length; mark += 1) {
        if (value < lower[mark]! - ROUNDING) this.belowCount[row * lower.length + mark]! += 1;
      }
    }
  }

  at(row: number, hoursPerStep: number): Extremes {
    return {
      min: this.min[row]!,
      minStep: this.minStep[row]!,
      max: this.max[row]!,
      maxStep: this.maxStep[row]!,
      missingHours: this.missing[row]! * hoursPerStep,
    };
  }

  above(row: number, mark: number): number {
    return this.aboveCount[row * this.upper.length + mark]!;
  }

  below(row: number, mark: number): number {
    return this.belowCount[row * this.lower.length + mark]!;
  }
}
