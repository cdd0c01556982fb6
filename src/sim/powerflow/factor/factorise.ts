import type { FlowProblem } from '../problem';
import {
  addBlock,
  BLOCK_SIZE,
  invertSymmetric,
  multiply,
  subtractProduct,
  subtractProductTransposed,
} from './block3';
import type { Pattern } from './ordering';
import { addSymmetricPart } from './skew';

export interface Factor {
  readonly lower: Float64Array;
  readonly inverseDiagonal: Float64Array;
  readonly identityColumn: Uint8Array;
  /** Position whose pivot is singular, or -1; then the rest is not to be used. */
  readonly singularPosition: number;
  readonly singularSlot: number;
}

/**
 * Block LDL' without cancellation on parts that are weakly held to earth, in the manner of Grassmann, Taksar and Heyman:
 * a diagonal block is never kept, only the sum s_k of its row over the blocks of its own zone (its earth part).
 *
 *   D_k  = s_k - sum_j Y_kj                    j: neighbours in the zone of k that are left
 *   L_ik = Y_ik D_k^-1,   Y_ij -= L_ik Y_kj
 *   s_i -= L_ik s_k                            i in the zone of k
 *   s_i -= L_ik sum_j Y_kj                     i in another zone, j over that zone
 *
 * Where s_k is exactly zero and one neighbour is left, D_k = -Y_ki and L_ik = -I hold exactly: a tree of lines becomes a
 * ladder sweep. What a delta winding leaves of an open far side is zero but for rounding and is set to zero.
 */
export function factorise(
  problem: FlowProblem,
  pattern: Pattern,
  zone: Int32Array,
  shuntInFactor: Uint8Array,
): Factor {
  const state = assemble(problem, pattern, zone, shuntInFactor);
  const n = problem.blockCount;
  const column = new Float64Array(widestColumn(pattern) * BLOCK_SIZE);
  for (let k = 0; k < n; k++) {
    const slot = pivot(state, k);
    if (slot >= 0) return { ...state, singularPosition: k, singularSlot: slot };
    eliminate(state, k, column);
  }
  return { ...state, singularPosition: -1, singularSlot: -1 };
}

function widestColumn({ columnStart }: Pattern): number {
  let widest = 1;
  for (let k = 1; k < columnStart.length; k++)
    widest = Math.max(widest, columnStart[k]! - columnStart[k - 1]!);
  return widest;
}

export interface Elimination {
  readonly pattern: Pattern;
  /** By position from here on. */
  readonly zone: Int32Array;
  readonly present: Uint8Array;
  /** Y below the diagonal, column by column; becomes L. */
  readonly lower: Float64Array;
  readonly inverseDiagonal: Float64Array;
  readonly identityColumn: Uint8Array;
  /** s: row sums within the zone, and per slot the size of the terms they were summed from. */
  readonly rowSum: Float64Array;
  readonly rowSumScale: Float64Array;
}

function assemble(
  problem: FlowProblem,
  pattern: Pattern,
  zone: Int32Array,
  shuntInFactor: Uint8Array,
): Elimination {
  const n = problem.blockCount;
  const { order, positionOfBlock } = pattern;
  const rowSum = new Float64Array(n * BLOCK_SIZE);
  const present = new Uint8Array(3 * n);
  for (let k = 0; k < n; k++) {
    const block = order[k]!;
    addSymmetricPart(rowSum, BLOCK_SIZE * k, problem, block);
    if (shuntInFactor[block] === 1) {
      addBlock(rowSum, BLOCK_SIZE * k, problem.shunt, BLOCK_SIZE * block, 1);
    }
    for (let slot = 0; slot < 3; slot++) present[3 * k + slot] = problem.present[3 * block + slot]!;
  }
  const rowSumScale = new Float64Array(3 * n);
  for (let at = 0; at < 3 * n; at++) {
    const k = (at / 3) | 0;
    const diagonal = BLOCK_SIZE * k + 8 * (at - 3 * k);
    rowSumScale[at] = Math.abs(rowSum[diagonal]!) + Math.abs(rowSum[diagonal + 1]!);
  }
  const lower = new Float64Array(pattern.entryRow.length * BLOCK_SIZE);
  for (let m = 0; m < problem.seriesFrom.length; m++) {
    const from = positionOfBlock[problem.seriesFrom[m]!]!;
    const to = positionOfBlock[problem.seriesTo[m]!]!;
    if (from === to) continue;
    const entry = entryOf(pattern, Math.min(from, to), Math.max(from, to));
    addBlock(lower, BLOCK_SIZE * entry, problem.series, BLOCK_SIZE * m, -1);
  }
  for (let m = 0; m < problem.couplingFrom.length; m++) {
    const from = positionOfBlock[problem.couplingFrom[m]!]!;
    const to = positionOfBlock[problem.couplingTo[m]!]!;
    const at = BLOCK_SIZE * m;
    if (zone[problem.couplingFrom[m]!] === zone[problem.couplingTo[m]!]) {
      addBlock(rowSum, BLOCK_SIZE * from, problem.coupling, at, 1);
      addBlock(rowSum, BLOCK_SIZE * to, problem.coupling, at, 1, true);
    }
    if (from === to) continue;
    const entry = entryOf(pattern, Math.min(from, to), Math.max(from, to));
    addBlock(lower, BLOCK_SIZE * entry, problem.coupling, at, 1, from < to);
  }
  return {
    pattern,
    zone: order.map((block) => zone[block]!),
    present,
    lower,
    inverseDiagonal: new Float64Array(n * BLOCK_SIZE),
    identityColumn: new Uint8Array(n),
    rowSum,
    rowSumScale,
  };
}

/** Y once the columns below `count` are eliminated: entries of the columns left and row sums, all as they then stand. */
export function eliminateFirst(
  problem: FlowProblem,
  pattern: Pattern,
  zone: Int32Array,
  shuntInFactor: Uint8Array,
  count: number,
): Elimination {
  const state = assemble(problem, pattern, zone, shuntInFactor);
  const column = new Float64Array(widestColumn(pattern) * BLOCK_SIZE);
  for (let k = 0; k < count; k++) {
    pivot(state, k);
    eliminate(state, k, column);
  }
  return state;
}

/** Index of entry (row, column) of L; the pattern holds it. */
export function entryOf(pattern: Pattern, column: number, row: number): number {
  let low = pattern.columnStart[column]!;
  let high = pattern.columnStart[column + 1]! - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pattern.entryRow[middle]! < row) low = middle + 1;
    else high = middle;
  }
  return low;
}

const diagonal = new Float64Array(BLOCK_SIZE);
const rowSumElsewhere = new Float64Array(BLOCK_SIZE);
/** Rounding of a few sums and products, beside the terms they came from. */
const ROUNDING = 64 * Number.EPSILON;

/** D_k and its inverse; returns the slot that has no hold, or -1. */
function pivot(state: Elimination, k: number): number {
  const { pattern, zone, rowSum, rowSumScale, lower } = state;
  const first = pattern.columnStart[k]!;
  const end = pattern.columnStart[k + 1]!;
  dropRounding(rowSum, BLOCK_SIZE * k, rowSumScale, 3 * k);
  diagonal.fill(0);
  addBlock(diagonal, 0, rowSum, BLOCK_SIZE * k, 1);
  for (let entry = first; entry < end; entry++) {
    if (zone[pattern.entryRow[entry]!] === zone[k])
      addBlock(diagonal, 0, lower, BLOCK_SIZE * entry, -1, true);
  }
  mirrorSmallColumns(diagonal, rowSum, BLOCK_SIZE * k);
  const floating = isZero(rowSum, BLOCK_SIZE * k);
  if (floating && end - first === 1 && zone[pattern.entryRow[first]!] === zone[k])
    state.identityColumn[k] = 1;
  return invertSymmetric(
    state.inverseDiagonal,
    BLOCK_SIZE * k,
    diagonal,
    0,
    state.present,
    3 * k,
    rowSumScale,
    3 * k,
  );
}

function eliminate(state: Elimination, k: number, column: Float64Array): void {
  const { pattern, zone, rowSum, rowSumScale, lower, inverseDiagonal } = state;
  const first = pattern.columnStart[k]!;
  const end = pattern.columnStart[k + 1]!;
  if (state.identityColumn[k] === 1) {
    for (let m = 0; m < BLOCK_SIZE; m++) lower[BLOCK_SIZE * first + m] = 0;
    for (let slot = 0; slot < 3; slot++) {
      if (state.present[3 * k + slot] === 1) lower[BLOCK_SIZE * first + 8 * slot] = -1;
    }
    return;
  }
  for (let entry = first; entry < end; entry++) {
    multiply(
      column,
      BLOCK_SIZE * (entry - first),
      lower,
      BLOCK_SIZE * entry,
      inverseDiagonal,
      BLOCK_SIZE * k,
    );
  }
  const floating = isZero(rowSum, BLOCK_SIZE * k);
  for (let entry = first; entry < end; entry++) {
    const i = pattern.entryRow[entry]!;
    const l = BLOCK_SIZE * (entry - first);
    if (zone[i] === zone[k]) {
      if (floating) continue;
      subtractProduct(rowSum, BLOCK_SIZE * i, column, l, rowSum, BLOCK_SIZE * k);
      for (let slot = 0; slot < 3; slot++) {
        rowSumScale[3 * i + slot] = rowSumScale[3 * i + slot]! + rowSumScale[3 * k + slot]!;
      }
      continue;
    }
    rowSumElsewhere.fill(0);
    for (let other = first; other < end; other++) {
      if (zone[pattern.entryRow[other]!] === zone[i])
        addBlock(rowSumElsewhere, 0, lower, BLOCK_SIZE * other, 1, true);
    }
    subtractProduct(rowSum, BLOCK_SIZE * i, column, l, rowSumElsewhere, 0);
  }
  for (let entry = first; entry < end; entry++) {
    const i = pattern.entryRow[entry]!;
    for (let other = entry + 1; other < end; other++) {
      const target = entryOf(pattern, i, pattern.entryRow[other]!);
      const l = BLOCK_SIZE * (other - first);
      subtractProductTransposed(lower, BLOCK_SIZE * target, column, l, lower, BLOCK_SIZE * entry);
    }
  }
  lower.set(column.subarray(0, BLOCK_SIZE * (end - first)), BLOCK_SIZE * first);
}

/**
 * D is symmetric but for rounding, which in each column of s is as large as that column. Of two mirrored entries the one in
 * the smaller column counts: the nearly empty column of a reference slot stays that, and so does its row.
 */
function mirrorSmallColumns(d: Float64Array, rowSum: Float64Array, at: number): void {
  for (let r = 0; r < 3; r++) {
    for (let c = r + 1; c < 3; c++) {
      const upper = 6 * r + 2 * c;
      const under = 6 * c + 2 * r;
      const [from, to] =
        columnSize(rowSum, at, c) <= columnSize(rowSum, at, r) ? [upper, under] : [under, upper];
      d[to] = d[from]!;
      d[to + 1] = d[from + 1]!;
    }
  }
}

function columnSize(a: Float64Array, at: number, column: number): number {
  let size = 0;
  for (let r = 0; r < 3; r++) {
    size += Math.abs(a[at + 6 * r + 2 * column]!) + Math.abs(a[at + 6 * r + 2 * column + 1]!);
  }
  return size;
}

function dropRounding(a: Float64Array, at: number, scale: Float64Array, scaleAt: number): void {
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      const limit = ROUNDING * Math.sqrt(scale[scaleAt + r]! * scale[scaleAt + c]!);
      const entry = at + 6 * r + 2 * c;
      if (Math.abs(a[entry]!) > limit || Math.abs(a[entry + 1]!) > limit) return;
    }
  }
  a.fill(0, at, at + BLOCK_SIZE);
}

function isZero(a: Float64Array, at: number): boolean {
  for (let m = 0; m < BLOCK_SIZE; m++) if (a[at + m] !== 0) return false;
  return true;
}
