import type { InjectionTable } from '../problem';
import { evaluateLaw } from './injectionLaw';
import { type StepPowers, subtractShunts } from './injections';
import type { SolverTables } from './tables';

/** How the currents of all rows change with the voltages at some U; made by `linearise`. */
export interface Slopes {
  /** [node of summedPosition][re, im] of f = conj(s) (v / |v|^2)^2: di = -f conj(d). */
  readonly summed: Float64Array;
  /** [other row][4]: di = (a dRe + b dIm, c dRe + e dIm) for a change d of the voltage across the row. */
  readonly row: Float64Array;
}

export function newSlopes(tables: SolverTables): Slopes {
  return {
    summed: new Float64Array(6 * tables.summedPosition.length),
    row: new Float64Array(4 * tables.row.length),
  };
}

export function linearise(
  tables: SolverTables,
  table: InjectionTable,
  powers: StepPowers,
  u: Float64Array,
  slopes: Slopes,
): void {
  const { noLoad, summedPosition } = tables;
  for (let m = 0; m < summedPosition.length; m++) {
    const at = 6 * summedPosition[m]!;
    for (let c = 0; c < 6; c += 2) {
      const re = noLoad[at + c]! + u[at + c]!;
      const im = noLoad[at + c + 1]! + u[at + c + 1]!;
      const square = re * re + im * im;
      const scale = square > 0 ? 1 / (square * square) : 0;
      const sRe = (re * re - im * im) * scale;
      const sIm = 2 * re * im * scale;
      const p = powers.summed[6 * m + c]!;
      const q = powers.summed[6 * m + c + 1]!;
      slopes.summed[6 * m + c] = p * sRe + q * sIm;
      slopes.summed[6 * m + c + 1] = p * sIm - q * sRe;
    }
  }
  lineariseRows(tables, table, powers, u, slopes.row);
}

const law = new Float64Array(4);

/** i = y v, y = g - jh: di = y d + (dy/du) du v with du = Re(conj(v) d) / (|v| rated). */
function lineariseRows(
  tables: SolverTables,
  table: InjectionTable,
  powers: StepPowers,
  u: Float64Array,
  slope: Float64Array,
): void {
  const { row, rowPlus, rowMinus, noLoad, laws } = tables;
  for (let m = 0; m < row.length; m++) {
    const plus = 2 * rowPlus[m]!;
    const minus = 2 * rowMinus[m]!;
    let re = 0;
    let im = 0;
    if (plus >= 0) {
      re = noLoad[plus]! + u[plus]!;
      im = noLoad[plus + 1]! + u[plus + 1]!;
    }
    if (minus >= 0) {
      re -= noLoad[minus]! + u[minus]!;
      im -= noLoad[minus + 1]! + u[minus + 1]!;
    }
    const rated = table.ratedVoltagePu[row[m]!]!;
    const magnitude = Math.sqrt(re * re + im * im);
    evaluateLaw(table, laws, row[m]!, magnitude / rated, law);
    const p = powers.row[2 * m]! / (rated * rated);
    const q = powers.row[2 * m + 1]! / (rated * rated);
    const g = p * law[0]!;
    const h = q * law[1]!;
    const perVolt = magnitude > 0 ? 1 / (magnitude * rated) : 0;
    const along = (p * law[2]! * re + q * law[3]! * im) * perVolt;
    const across = (p * law[2]! * im - q * law[3]! * re) * perVolt;
    slope[4 * m] = g + along * re;
    slope[4 * m + 1] = h + along * im;
    slope[4 * m + 2] = across * re - h;
    slope[4 * m + 3] = g + across * im;
  }
}

/** b := -(di/dU) d - Y_shunt d: how the right-hand side of the iteration changes with a change d of the voltages. */
export function injectChange(tables: SolverTables, slopes: Slopes, d: Float64Array, b: Float64Array): void {
  const { summedPosition, firstActive, row, rowPlus, rowMinus } = tables;
  b.fill(0, 6 * firstActive);
  for (let m = 0; m < summedPosition.length; m++) {
    const at = 6 * summedPosition[m]!;
    for (let c = 0; c < 6; c += 2) {
      const re = slopes.summed[6 * m + c]!;
      const im = slopes.summed[6 * m + c + 1]!;
      b[at + c] = re * d[at + c]! + im * d[at + c + 1]!;
      b[at + c + 1] = im * d[at + c]! - re * d[at + c + 1]!;
    }
  }
  for (let m = 0; m < row.length; m++) {
    const plus = 2 * rowPlus[m]!;
    const minus = 2 * rowMinus[m]!;
    let re = 0;
    let im = 0;
    if (plus >= 0) {
      re = d[plus]!;
      im = d[plus + 1]!;
    }
    if (minus >= 0) {
      re -= d[minus]!;
      im -= d[minus + 1]!;
    }
    const iRe = slopes.row[4 * m]! * re + slopes.row[4 * m + 1]! * im;
    const iIm = slopes.row[4 * m + 2]! * re + slopes.row[4 * m + 3]! * im;
    if (plus >= 0) {
      b[plus] = b[plus]! - iRe;
      b[plus + 1] = b[plus + 1]! - iIm;
    }
    if (minus >= 0) {
      b[minus] = b[minus]! + iRe;
      b[minus + 1] = b[minus + 1]! + iIm;
    }
  }
  subtractShunts(tables, d, b);
}
