import type { InjectionTable } from '../problem';
import { evaluateLaw } from './injectionLaw';
import type { SolverTables } from './tables';

/** Powers of one step, gathered from the caller's strided columns. */
export interface StepPowers {
  /** [node of summedPosition][p, q] */
  readonly summed: Float64Array;
  /** [other row][p, q] */
  readonly row: Float64Array;
}

export function stepPowers(tables: SolverTables): StepPowers {
  return {
    summed: new Float64Array(6 * tables.summedPosition.length),
    row: new Float64Array(2 * tables.row.length),
  };
}

export function gatherPowers(
  tables: SolverTables,
  powers: StepPowers,
  pW: Float64Array | Float32Array,
  qVar: Float64Array | Float32Array,
  offset: number,
  stride: number,
): void {
  const { summedStart, summedRow, row } = tables;
  const nodes = summedStart.length - 1;
  for (let node = 0; node < nodes; node++) {
    let p = 0;
    let q = 0;
    for (let m = summedStart[node]!; m < summedStart[node + 1]!; m++) {
      const at = offset + summedRow[m]! * stride;
      p += pW[at]!;
      q += qVar[at]!;
    }
    powers.summed[2 * node] = p;
    powers.summed[2 * node + 1] = q;
  }
  for (let m = 0; m < row.length; m++) {
    const at = offset + row[m]! * stride;
    powers.row[2 * m] = pW[at]!;
    powers.row[2 * m + 1] = qVar[at]!;
  }
}

/** b := -i(E + U) - Y_shunt U: the right-hand side of the next iteration. */
export function inject(
  tables: SolverTables,
  table: InjectionTable,
  powers: StepPowers,
  u: Float64Array,
  b: Float64Array,
): void {
  const { noLoad, summedPosition, firstActive } = tables;
  const { summed } = powers;
  b.fill(0, 6 * firstActive);
  for (let m = 0; m < summedPosition.length; m++) {
    const at = 6 * summedPosition[m]!;
    for (let c = 0; c < 6; c += 2) {
      // i = conj(s / v) = (p - j q) v / |v|^2
      const re = noLoad[at + c]! + u[at + c]!;
      const im = noLoad[at + c + 1]! + u[at + c + 1]!;
      const square = re * re + im * im;
      // A reference slot (refer.ts) carries no load and may stand at no voltage.
      const scale = square > 0 ? 1 / square : 0;
      const p = summed[6 * m + c]! * scale;
      const q = summed[6 * m + c + 1]! * scale;
      b[at + c] = -(p * re + q * im);
      b[at + c + 1] = q * re - p * im;
    }
  }
  injectRows(tables, table, powers, u, b);
  subtractShunts(tables, u, b);
}

const law = new Float64Array(4);

function injectRows(
  tables: SolverTables,
  table: InjectionTable,
  powers: StepPowers,
  u: Float64Array,
  b: Float64Array,
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
    evaluateLaw(table, laws, row[m]!, Math.sqrt(re * re + im * im) / rated, law);
    const g = (powers.row[2 * m]! * law[0]!) / (rated * rated);
    const h = (powers.row[2 * m + 1]! * law[1]!) / (rated * rated);
    const iRe = g * re + h * im;
    const iIm = g * im - h * re;
    if (plus >= 0) {
      b[plus] = b[plus]! - iRe;
      b[plus + 1] = b[plus + 1]! - iIm;
    }
    if (minus >= 0) {
      b[minus] = b[minus]! + iRe;
      b[minus + 1] = b[minus + 1]! + iIm;
    }
  }
}

/** b -= Y_shunt u, for the shunts outside the factor. */
export function subtractShunts(tables: SolverTables, u: Float64Array, b: Float64Array): void {
  const { shuntPosition, shunt } = tables;
  for (let m = 0; m < shuntPosition.length; m++) {
    const at = 6 * shuntPosition[m]!;
    for (let r = 0, y = 18 * m; r < 6; r += 2, y += 6) {
      let re = 0;
      let im = 0;
      for (let c = 0; c < 6; c += 2) {
        re += shunt[y + c]! * u[at + c]! - shunt[y + c + 1]! * u[at + c + 1]!;
        im += shunt[y + c]! * u[at + c + 1]! + shunt[y + c + 1]! * u[at + c]!;
      }
      b[at + r] = b[at + r]! - re;
      b[at + r + 1] = b[at + r + 1]! - im;
    }
  }
}
