import { eliminateFirst, entryOf } from '../factor/factorise';
import { orderBlocks, type Pattern } from '../factor/ordering';
import { shuntBlocks } from '../factor/shunts';
import { seriesZones } from '../factor/zones';
import type { CompiledFlow } from '../flow';
import type { FlowProblem } from '../problem';
import type { Slopes } from './slopes';
import type { SolverTables } from './tables';

/** A block as a real 6 x 6 matrix over [re, im] of its three slots, row by row. */
export const REAL_BLOCK = 36;
const COMPLEX_BLOCK = 18;

/**
 * Newton's matrix Y + di/dU over the active blocks. di/dU is not complex linear (constant power turns with the conjugate of
 * the voltage), so a block is real 6 x 6. Made once per flow; `assemble` fills it in for one U.
 */
export interface Jacobian {
  /** The flow's own pattern unless rows lie between blocks that no branch joins; positions from `pattern.firstActive` on. */
  readonly pattern: Pattern;
  /** [position] -> position in the solver's tables, and back. */
  readonly place: Int32Array;
  readonly positionOf: Int32Array;
  readonly present: Uint8Array;
  readonly zone: Int32Array;
  /** 1: one entry, in the column's own zone, that stays as it is: complex. Else the entry is real and may change. */
  readonly chain: Uint8Array;
  /** [entry][18]: Y_ik once the passive columns are eliminated. */
  readonly branch: Float64Array;
  /** [position][18]: row sums of Y within the zone, likewise. */
  readonly linearSum: Float64Array;
  /** [entry] -> its block of `lower` (Y_ik) and `upper` (Y_ki), -1 in chains. */
  readonly realEntry: Int32Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** [position][36]: row sums with the slopes of the rows; in chains the solution leaves D^-1 s here. */
  readonly rowSum: Float64Array;
  /** [position][6] */
  readonly x: Float64Array;
  /** [row of the tables]: nodes by position here, -1 = earth. */
  readonly rowPlus: Int32Array;
  readonly rowMinus: Int32Array;
}

export function newJacobian(flow: CompiledFlow, tables: SolverTables): Jacobian {
  const { problem } = flow.referred;
  const zone = seriesZones(problem);
  const pattern = patternWithRows(flow, tables);
  const place = pattern.order.map((block) => flow.positionOfBlock[block]!);
  const positionOf = flow.order.map((block) => pattern.positionOfBlock[block]!);
  const inFactor = shuntBlocks(problem);
  for (const position of flow.shuntPosition) inFactor[flow.order[position]!] = 0;
  const reduced = eliminateFirst(problem, pattern, zone, inFactor, pattern.firstActive);
  const node = (old: number): number => {
    const k = (old / 3) | 0;
    return old < 0 ? -1 : 3 * positionOf[k]! + old - 3 * k;
  };
  const rowPlus = tables.rowPlus.map(node);
  const rowMinus = tables.rowMinus.map(node);
  const chain = chains(pattern, reduced.zone, rowPlus, rowMinus);
  const realEntry = new Int32Array(pattern.entryRow.length).fill(-1);
  let count = 0;
  for (let k = pattern.firstActive; k < chain.length; k++) {
    if (chain[k] === 1) continue;
    for (let entry = pattern.columnStart[k]!; entry < pattern.columnStart[k + 1]!; entry++)
      realEntry[entry] = count++;
  }
  return {
    pattern,
    place,
    positionOf,
    present: reduced.present,
    zone: reduced.zone,
    chain,
    branch: reduced.lower,
    linearSum: reduced.rowSum,
    realEntry,
    lower: new Float64Array(REAL_BLOCK * count),
    upper: new Float64Array(REAL_BLOCK * count),
    rowSum: new Float64Array(REAL_BLOCK * problem.blockCount),
    x: new Float64Array(6 * problem.blockCount),
    rowPlus,
    rowMinus,
  };
}

/** A row between two blocks without a branch between them (phase to neutral, say) needs an entry of its own. */
function patternWithRows(flow: CompiledFlow, { rowPlus, rowMinus }: SolverTables): Pattern {
  const from: number[] = [];
  const to: number[] = [];
  let known = true;
  rowPlus.forEach((plus, m) => {
    const a = (plus / 3) | 0;
    const b = (rowMinus[m]! / 3) | 0;
    if (plus < 0 || rowMinus[m]! < 0 || a === b) return;
    from.push(flow.order[a]!);
    to.push(flow.order[b]!);
    known &&= hasEntry(flow, Math.min(a, b), Math.max(a, b));
  });
  if (known) return flow;
  const { problem } = flow.referred;
  const joined: FlowProblem = {
    ...problem,
    couplingFrom: Int32Array.of(...problem.couplingFrom, ...from),
    couplingTo: Int32Array.of(...problem.couplingTo, ...to),
  };
  return orderBlocks(
    joined,
    Uint8Array.from(flow.positionOfBlock, (k) => (k < flow.firstActive ? 1 : 0)),
  );
}

function hasEntry(pattern: Pattern, column: number, row: number): boolean {
  const entry = entryOf(pattern, column, row);
  return entry < pattern.columnStart[column + 1]! && pattern.entryRow[entry] === row;
}

function chains(pattern: Pattern, zone: Int32Array, plus: Int32Array, minus: Int32Array): Uint8Array {
  const { columnStart, entryRow, firstActive } = pattern;
  const chain = new Uint8Array(zone.length);
  for (let k = firstActive; k < zone.length; k++) {
    const first = columnStart[k]!;
    chain[k] = columnStart[k + 1]! - first === 1 && zone[entryRow[first]!] === zone[k] ? 1 : 0;
  }
  for (let k = firstActive; k < zone.length; k++) {
    const end = columnStart[k + 1]!;
    // Eliminating k changes the entries between its neighbours.
    for (let entry = columnStart[k]!; entry + 1 < end; entry++) chain[entryRow[entry]!] = 0;
  }
  plus.forEach((node, m) => {
    const [a, b] = [(node / 3) | 0, (minus[m]! / 3) | 0];
    if (node >= 0 && minus[m]! >= 0 && a !== b) chain[Math.min(a, b)] = 0;
  });
  return chain;
}

/** Y + di/dU with the slopes at U. */
export function assembleJacobian(jacobian: Jacobian, tables: SolverTables, slopes: Slopes): void {
  const { pattern, branch, linearSum, realEntry, lower, upper, rowSum } = jacobian;
  const n = pattern.order.length;
  for (let k = pattern.firstActive; k < n; k++) {
    toReal(rowSum, REAL_BLOCK * k, linearSum, COMPLEX_BLOCK * k, 6, 2);
  }
  for (let entry = pattern.columnStart[pattern.firstActive]!; entry < realEntry.length; entry++) {
    const at = REAL_BLOCK * realEntry[entry]!;
    if (at < 0) continue;
    toReal(lower, at, branch, COMPLEX_BLOCK * entry, 6, 2);
    toReal(upper, at, branch, COMPLEX_BLOCK * entry, 2, 6);
  }
  addShunts(jacobian, tables);
  addSummed(jacobian, tables, slopes);
  addRows(jacobian, slopes);
}

function toReal(
  target: Float64Array,
  at: number,
  source: Float64Array,
  from: number,
  row: number,
  column: number,
): void {
  for (let r = 0; r < 3; r++) {
    for (let c = 0; c < 3; c++) {
      const re = source[from + row * r + column * c]!;
      const im = source[from + row * r + column * c + 1]!;
      const to = at + 12 * r + 2 * c;
      target[to] = re;
      target[to + 1] = -im;
      target[to + 6] = im;
      target[to + 7] = re;
    }
  }
}

const shuntBlock = new Float64Array(REAL_BLOCK);

function addShunts({ positionOf, rowSum }: Jacobian, { shuntPosition, shunt }: SolverTables): void {
  for (let m = 0; m < shuntPosition.length; m++) {
    const k = positionOf[shuntPosition[m]!]!;
    toReal(shuntBlock, 0, shunt, COMPLEX_BLOCK * m, 6, 2);
    for (let c = 0; c < REAL_BLOCK; c++) rowSum[REAL_BLOCK * k + c]! += shuntBlock[c]!;
  }
}

function addSummed(
  { positionOf, rowSum }: Jacobian,
  { summedPosition }: SolverTables,
  { summed }: Slopes,
): void {
  for (let m = 0; m < summedPosition.length; m++) {
    const k = positionOf[summedPosition[m]!]!;
    for (let slot = 0; slot < 3; slot++) {
      const re = summed[6 * m + 2 * slot]!;
      const im = summed[6 * m + 2 * slot + 1]!;
      const at = REAL_BLOCK * k + 14 * slot;
      rowSum[at] = rowSum[at]! - re;
      rowSum[at + 1] = rowSum[at + 1]! - im;
      rowSum[at + 6] = rowSum[at + 6]! - im;
      rowSum[at + 7] = rowSum[at + 7]! + re;
    }
  }
}

function addRows(jacobian: Jacobian, { row }: Slopes): void {
  const { zone, rowSum, rowPlus, rowMinus } = jacobian;
  for (let m = 0; m < rowPlus.length; m++) {
    const plus = rowPlus[m]!;
    const minus = rowMinus[m]!;
    const a = (plus / 3) | 0;
    const b = (minus / 3) | 0;
    if (plus >= 0) addSlope(rowSum, REAL_BLOCK * a, plus - 3 * a, plus - 3 * a, row, 4 * m, 1);
    if (minus >= 0) addSlope(rowSum, REAL_BLOCK * b, minus - 3 * b, minus - 3 * b, row, 4 * m, 1);
    if (plus < 0 || minus < 0) continue;
    if (zone[a] === zone[b]) {
      addSlope(rowSum, REAL_BLOCK * a, plus - 3 * a, minus - 3 * b, row, 4 * m, -1);
      addSlope(rowSum, REAL_BLOCK * b, minus - 3 * b, plus - 3 * a, row, 4 * m, -1);
    }
    if (a !== b) addBetween(jacobian, plus, minus, row, 4 * m);
  }
}

function addBetween(jacobian: Jacobian, plus: number, minus: number, row: Float64Array, m: number): void {
  const { pattern, realEntry, lower, upper } = jacobian;
  const [first, second] = plus < minus ? [plus, minus] : [minus, plus];
  const k = (first / 3) | 0;
  const i = (second / 3) | 0;
  const at = REAL_BLOCK * realEntry[entryOf(pattern, k, i)]!;
  addSlope(lower, at, second - 3 * i, first - 3 * k, row, m, -1);
  addSlope(upper, at, first - 3 * k, second - 3 * i, row, m, -1);
}

function addSlope(
  target: Float64Array,
  at: number,
  r: number,
  c: number,
  slope: Float64Array,
  from: number,
  sign: number,
): void {
  const to = at + 12 * r + 2 * c;
  target[to] = target[to]! + sign * slope[from]!;
  target[to + 1] = target[to + 1]! + sign * slope[from + 1]!;
  target[to + 6] = target[to + 6]! + sign * slope[from + 2]!;
  target[to + 7] = target[to + 7]! + sign * slope[from + 3]!;
}
