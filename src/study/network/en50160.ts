import { UNBALANCE_MAX } from '../../model/limits';
import { RmsMeans } from './rmsMeans';

/**
 * EN 50160, supply voltage: in every week 95 % of the 10-minute means within U_n +-10 % (N1/N <= 5 %), all within +10/-15 %
 * (N2 = 0); unbalance: 95 % of the 10-minute values of |V-|/|V+| up to 2 %. Figures as counted by meters with this function.
 */
export const EN_50160 = {
  weekS: 7 * 86_400,
  meanS: 600,
  shareOutside: 0.05,
  bandPu: [0.9, 1.1],
  outerBandPu: [0.85, 1.1],
  unbalanceMax: UNBALANCE_MAX,
} as const;

/**
 * `claim` for steps that make up 10 minutes (their r.m.s. means are judged) and for steps of 15 min, as common readings
 * have it; otherwise `screening`: a longer step hides what happened inside it.
 */
export type En50160Basis = 'claim' | 'screening';

export function en50160Basis(stepS: number): En50160Basis {
  return stepsPerMean(stepS) > 1 || stepS === EN_50160.meanS || stepS === 900 ? 'claim' : 'screening';
}

/** Steps in 10 minutes; 1 where they do not make up 10 minutes, and each step is judged as it is. */
function stepsPerMean(stepS: number): number {
  const count = EN_50160.meanS / stepS;
  return Number.isInteger(count) ? count : 1;
}

export type En50160Verdict = 'kept' | 'broken' | 'incomplete';

export interface En50160Week {
  readonly week: number;
  /** False for the last days of a year, which can break a limit but not show that it is kept. */
  readonly whole: boolean;
  /** 10-minute means (steps, where they are longer) with a value. */
  readonly values: number;
  /** Those of the week without one: no solution, no supply, or the series ended. */
  readonly missingValues: number;
  /** Share outside U_n +-10 %. */
  readonly shareOutside: number;
  readonly valuesOutsideOuterBand: number;
  /** A broken limit stays broken whatever the missing values held. */
  readonly verdict: En50160Verdict;
}

export interface En50160Row {
  /** Supply point or three-phase bus, by its row in the list the counter was made for. */
  readonly row: number;
  readonly weeks: readonly En50160Week[];
  readonly worstShareOutside: number;
  readonly verdict: En50160Verdict;
}

export interface En50160Result {
  readonly basis: En50160Basis;
  readonly voltage: readonly En50160Row[];
  readonly unbalance: readonly En50160Row[];
  /** Of all rows: broken if one is, incomplete if one is and none is broken. */
  readonly verdict: En50160Verdict;
}

/** Counts a year's 10-minute means week by week, fed one step at a time; keeps no voltages but those of open means. */
export class En50160Counter {
  private readonly stepsPerMean: number;
  private readonly valuesPerWeek: number;
  private readonly valueCount: number;
  private readonly weekCount: number;
  private readonly voltageMeans: RmsMeans;
  private readonly unbalanceMeans: RmsMeans;
  /** [week][row][valid, outside, outside outer band] */
  private readonly voltageCounts: Uint32Array;
  /** [week][row][valid, above 2 %, 0] */
  private readonly unbalanceCounts: Uint32Array;

  /** `stepCount` steps of `stepS` from the start of the first week; a last part of a week is a week of its own. */
  constructor(
    private readonly stepS: number,
    stepCount: number,
    private readonly voltageRows: number,
    private readonly unbalanceRows: number,
  ) {
    this.stepsPerMean = stepsPerMean(stepS);
    this.valuesPerWeek = Math.max(1, Math.round(EN_50160.weekS / (stepS * this.stepsPerMean)));
    this.valueCount = Math.ceil(stepCount / this.stepsPerMean);
    this.weekCount = Math.ceil(this.valueCount / this.valuesPerWeek);
    this.voltageMeans = new RmsMeans(voltageRows, this.stepsPerMean);
    this.unbalanceMeans = new RmsMeans(unbalanceRows, this.stepsPerMean);
    this.voltageCounts = new Uint32Array(3 * this.weekCount * voltageRows);
    this.unbalanceCounts = new Uint32Array(3 * this.weekCount * unbalanceRows);
  }

  /** One step's voltages (pu of nominal) and unbalance factors (ratio); NaN = none. */
  add(step: number, vPu: ArrayLike<number>, unbalance: ArrayLike<number>): void {
    const value = Math.floor(step / this.stepsPerMean);
    const week = Math.floor(value / this.valuesPerWeek);
    const v = this.voltageMeans.add(step, vPu);
    const factor = this.unbalanceMeans.add(step, unbalance);
    if (v !== null) this.countVoltages(week, v);
    if (factor !== null) this.countUnbalance(week, factor);
  }

  private countVoltages(week: number, vPu: ArrayLike<number>): void {
    for (let row = 0; row < this.voltageRows; row += 1) {
      const v = vPu[row]!;
      if (Number.isNaN(v)) continue;
      const at = 3 * (week * this.voltageRows + row);
      this.voltageCounts[at]! += 1;
      if (outside(v, EN_50160.bandPu)) this.voltageCounts[at + 1]! += 1;
      if (outside(v, EN_50160.outerBandPu)) this.voltageCounts[at + 2]! += 1;
    }
  }

  private countUnbalance(week: number, unbalance: ArrayLike<number>): void {
    for (let row = 0; row < this.unbalanceRows; row += 1) {
      const factor = unbalance[row]!;
      if (Number.isNaN(factor)) continue;
      const at = 3 * (week * this.unbalanceRows + row);
      this.unbalanceCounts[at]! += 1;
      if (factor > EN_50160.unbalanceMax + ROUNDING) this.unbalanceCounts[at + 1]! += 1;
    }
  }

  result(): En50160Result {
    const voltage = this.rowsOf(this.voltageCounts, this.voltageRows);
    const unbalance = this.rowsOf(this.unbalanceCounts, this.unbalanceRows);
    const all = [...voltage, ...unbalance].map((row) => row.verdict);
    return { basis: en50160Basis(this.stepS), voltage, unbalance, verdict: worst(all) };
  }

  private rowsOf(counts: Uint32Array, rows: number): En50160Row[] {
    return Array.from({ length: rows }, (_, row) => {
      const weeks = Array.from({ length: this.weekCount }, (_week, week) =>
        this.weekOf(counts, 3 * (week * rows + row), week),
      );
      const shares = weeks.map((week) => week.shareOutside).filter((share) => !Number.isNaN(share));
      return {
        row,
        weeks,
        worstShareOutside: shares.length > 0 ? Math.max(...shares) : NaN,
        verdict: worst(
          weeks.filter((week) => week.whole || week.verdict === 'broken').map((week) => week.verdict),
        ),
      };
    });
  }

  private weekOf(counts: Uint32Array, at: number, week: number): En50160Week {
    const [values, outsideValues, outer] = [counts[at]!, counts[at + 1]!, counts[at + 2]!];
    const expected = Math.min(this.valuesPerWeek, this.valueCount - week * this.valuesPerWeek);
    const missingValues = expected - values;
    const whole = expected === this.valuesPerWeek;
    // Missing values may hold what they like: broken is only what they cannot mend.
    const broken = outer > 0 || outsideValues > EN_50160.shareOutside * this.valuesPerWeek;
    const share = outsideValues / values;
    const kept = missingValues === 0 && whole && share <= EN_50160.shareOutside;
    return {
      week,
      whole,
      values,
      missingValues,
      shareOutside: share,
      valuesOutsideOuterBand: outer,
      verdict: broken ? 'broken' : kept ? 'kept' : 'incomplete',
    };
  }
}

const ROUNDING = 1e-9;

function outside(v: number, [low, high]: readonly [number, number]): boolean {
  return v < low - ROUNDING || v > high + ROUNDING;
}

function worst(verdicts: readonly En50160Verdict[]): En50160Verdict {
  if (verdicts.includes('broken')) return 'broken';
  return verdicts.length === 0 || verdicts.includes('incomplete') ? 'incomplete' : 'kept';
}
