import type { SolverTables } from './tables';

/** Forward pass over the active columns: b := L^-1 b. Where L is minus identity, the current simply goes on. */
export function forward(tables: SolverTables, b: Float64Array): void {
  const { blockCount, firstActive, columnStart, entryRow, lower, identityColumn } = tables;
  for (let k = firstActive; k < blockCount; k++) {
    const at = 6 * k;
    const x0 = b[at]!;
    const x1 = b[at + 1]!;
    const x2 = b[at + 2]!;
    const x3 = b[at + 3]!;
    const x4 = b[at + 4]!;
    const x5 = b[at + 5]!;
    let entry = columnStart[k]!;
    if (identityColumn[k] === 1) {
      const r = 6 * entryRow[entry]!;
      b[r] = b[r]! + x0;
      b[r + 1] = b[r + 1]! + x1;
      b[r + 2] = b[r + 2]! + x2;
      b[r + 3] = b[r + 3]! + x3;
      b[r + 4] = b[r + 4]! + x4;
      b[r + 5] = b[r + 5]! + x5;
      continue;
    }
    for (const end = columnStart[k + 1]!; entry < end; entry++) {
      const r = 6 * entryRow[entry]!;
      for (let row = 0, l = 18 * entry; row < 6; row += 2, l += 6) {
        const l0 = lower[l]!;
        const l1 = lower[l + 1]!;
        const l2 = lower[l + 2]!;
        const l3 = lower[l + 3]!;
        const l4 = lower[l + 4]!;
        const l5 = lower[l + 5]!;
        b[r + row] = b[r + row]! - (l0 * x0 - l1 * x1 + l2 * x2 - l3 * x3 + l4 * x4 - l5 * x5);
        b[r + row + 1] = b[r + row + 1]! - (l0 * x1 + l1 * x0 + l2 * x3 + l3 * x2 + l4 * x5 + l5 * x4);
      }
    }
  }
}

/**
 * Backward pass over the active columns: u := L'^-1 D^-1 b. Returns the largest |change of u|^2 of any node (-1 when every
 * one is NaN). Written out, as three complex numbers at a time are what registers hold.
 */
export function backward(tables: SolverTables, b: Float64Array, u: Float64Array): number {
  const { blockCount, firstActive, columnStart, entryRow, lower, identityColumn, pivot } = tables;
  let worst = -1;
  for (let k = blockCount - 1; k >= firstActive; k--) {
    const at = 6 * k;
    const p = 12 * k;
    const b0 = b[at]!;
    const b1 = b[at + 1]!;
    const b2 = b[at + 2]!;
    const b3 = b[at + 3]!;
    const b4 = b[at + 4]!;
    const b5 = b[at + 5]!;
    const p2 = pivot[p + 2]!;
    const p3 = pivot[p + 3]!;
    const p4 = pivot[p + 4]!;
    const p5 = pivot[p + 5]!;
    const p8 = pivot[p + 8]!;
    const p9 = pivot[p + 9]!;
    let x0 = pivot[p]! * b0 - pivot[p + 1]! * b1 + p2 * b2 - p3 * b3 + p4 * b4 - p5 * b5;
    let x1 = pivot[p]! * b1 + pivot[p + 1]! * b0 + p2 * b3 + p3 * b2 + p4 * b5 + p5 * b4;
    let x2 = p2 * b0 - p3 * b1 + pivot[p + 6]! * b2 - pivot[p + 7]! * b3 + p8 * b4 - p9 * b5;
    let x3 = p2 * b1 + p3 * b0 + pivot[p + 6]! * b3 + pivot[p + 7]! * b2 + p8 * b5 + p9 * b4;
    let x4 = p4 * b0 - p5 * b1 + p8 * b2 - p9 * b3 + pivot[p + 10]! * b4 - pivot[p + 11]! * b5;
    let x5 = p4 * b1 + p5 * b0 + p8 * b3 + p9 * b2 + pivot[p + 10]! * b5 + pivot[p + 11]! * b4;
    let entry = columnStart[k]!;
    if (identityColumn[k] === 1) {
      const r = 6 * entryRow[entry]!;
      x0 += u[r]!;
      x1 += u[r + 1]!;
      x2 += u[r + 2]!;
      x3 += u[r + 3]!;
      x4 += u[r + 4]!;
      x5 += u[r + 5]!;
    } else {
      for (const end = columnStart[k + 1]!; entry < end; entry++) {
        const r = 6 * entryRow[entry]!;
        for (let row = 0, l = 18 * entry; row < 6; row += 2, l += 6) {
          const re = u[r + row]!;
          const im = u[r + row + 1]!;
          x0 -= lower[l]! * re - lower[l + 1]! * im;
          x1 -= lower[l]! * im + lower[l + 1]! * re;
          x2 -= lower[l + 2]! * re - lower[l + 3]! * im;
          x3 -= lower[l + 2]! * im + lower[l + 3]! * re;
          x4 -= lower[l + 4]! * re - lower[l + 5]! * im;
          x5 -= lower[l + 4]! * im + lower[l + 5]! * re;
        }
      }
    }
    worst = largerChange(worst, x0 - u[at]!, x1 - u[at + 1]!);
    worst = largerChange(worst, x2 - u[at + 2]!, x3 - u[at + 3]!);
    worst = largerChange(worst, x4 - u[at + 4]!, x5 - u[at + 5]!);
    u[at] = x0;
    u[at + 1] = x1;
    u[at + 2] = x2;
    u[at + 3] = x3;
    u[at + 4] = x4;
    u[at + 5] = x5;
  }
  return worst;
}

function largerChange(worst: number, re: number, im: number): number {
  const square = re * re + im * im;
  return square > worst ? square : worst;
}

/** u of the passive columns from those above them: once per solved step, not per iteration. */
export function backwardPassive(tables: SolverTables, u: Float64Array): void {
  const { firstActive, columnStart, entryRow, lower } = tables;
  for (let k = firstActive - 1; k >= 0; k--) {
    const at = 6 * k;
    let x0 = 0;
    let x1 = 0;
    let x2 = 0;
    let x3 = 0;
    let x4 = 0;
    let x5 = 0;
    for (let entry = columnStart[k]!; entry < columnStart[k + 1]!; entry++) {
      const r = 6 * entryRow[entry]!;
      for (let row = 0, l = 18 * entry; row < 6; row += 2, l += 6) {
        const re = u[r + row]!;
        const im = u[r + row + 1]!;
        x0 -= lower[l]! * re - lower[l + 1]! * im;
        x1 -= lower[l]! * im + lower[l + 1]! * re;
        x2 -= lower[l + 2]! * re - lower[l + 3]! * im;
        x3 -= lower[l + 2]! * im + lower[l + 3]! * re;
        x4 -= lower[l + 4]! * re - lower[l + 5]! * im;
        x5 -= lower[l + 4]! * im + lower[l + 5]! * re;
      }
    }
    u[at] = x0;
    u[at + 1] = x1;
    u[at + 2] = x2;
    u[at + 3] = x3;
    u[at + 4] = x4;
    u[at + 5] = x5;
  }
}
