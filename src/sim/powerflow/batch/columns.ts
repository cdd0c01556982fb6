import type { CompiledFlow } from '../flow';
import { COLUMN_ADDS, COLUMN_BALANCED, COLUMN_ENDS, COLUMN_ENTRIES, COLUMN_SHUNTED } from './header';

/** The factor reordered for the sweep: the same L and D, columns in a postorder that makes long runs. */
export interface Columns {
  /** [position of the sweep] -> position of the factor, and back. */
  readonly factorPosition: Int32Array;
  readonly sweepPosition: Int32Array;
  readonly activePosition: number;
  readonly activeEntry: number;
  readonly activeBlock: number;
  /** [position], see header. */
  readonly flags: Int32Array;
  /** [entry]: position of its row. */
  readonly rows: Int32Array;
  /** [block][18] */
  readonly blocks: Float64Array;
}

/** Beside identity: a gap in the sum of a column's blocks that is rounding, and the largest that is shunts. */
const BALANCE_ROUNDING = 1e-12;
const LARGEST_SHUNT_SHARE = 0.3;

/**
 * Any order that puts the columns below a column before it gives the same factor (only the sums of a column's children are
 * taken in another order), so the sweep may walk depth first: a line of blocks becomes a run of neighbours.
 *
 * @param outside [position of the factor]: 1 where injections are computed outside the sweep
 * @param loaded  [position of the factor]: 1 where there is any injection
 */
export function sweepColumns(flow: CompiledFlow, loaded: Uint8Array, outside: Uint8Array): Columns {
  const active = activeColumns(flow, loaded);
  const factorPosition = postorder(flow, active);
  const count = factorPosition.length;
  const sweepPosition = new Int32Array(count);
  factorPosition.forEach((k, position) => (sweepPosition[k] = position));
  const activePosition = active.reduce((sum, one) => sum - one, count);
  const flags = new Int32Array(count);
  const rows: number[] = [];
  const blocks: Float64Array[] = [];
  let activeEntry = 0;
  let activeBlock = 0;
  for (let position = 0; position < count; position++) {
    if (position === activePosition) {
      activeEntry = rows.length;
      activeBlock = blocks.length;
    }
    const k = factorPosition[position]!;
    if (outside[k] === 1) flags[position]! |= COLUMN_ADDS;
    const first = flow.columnStart[k]!;
    const end = flow.columnStart[k + 1]!;
    const row = end > first ? sweepPosition[flow.entryRow[first]!]! : -1;
    const runsOn = flow.identityColumn[k] === 1 && row === position + 1 && position + 1 !== activePosition;
    if (runsOn) continue;
    const gap = end > first ? columnGap(flow, k) : Infinity;
    const balanced = gap <= LARGEST_SHUNT_SHARE;
    const shunted = balanced && gap > BALANCE_ROUNDING;
    flags[position]! |=
      COLUMN_ENDS |
      (balanced ? COLUMN_BALANCED : 0) |
      (shunted ? COLUMN_SHUNTED : 0) |
      ((end - first) << COLUMN_ENTRIES);
    for (let entry = first; entry < end; entry++) {
      const target = sweepPosition[flow.entryRow[entry]!]!;
      rows.push(target);
      flags[target]! |= COLUMN_ADDS;
      if (!balanced || entry < end - 1) blocks.push(flow.lower.subarray(18 * entry, 18 * entry + 18));
    }
    if (shunted) blocks.push(gapBlock.slice());
  }
  if (activePosition === count) {
    activeEntry = rows.length;
    activeBlock = blocks.length;
  }
  return {
    factorPosition,
    sweepPosition,
    activePosition,
    activeEntry,
    activeBlock,
    flags,
    rows: Int32Array.from(rows),
    blocks: blocksInOne(blocks),
  };
}

/** 1 for each column that ever has a right-hand side: loaded, or above one. */
function activeColumns(flow: CompiledFlow, loaded: Uint8Array): Uint8Array {
  const active = loaded.slice();
  for (let k = 0; k < active.length; k++) {
    if (active[k] === 0) continue;
    for (let entry = flow.columnStart[k]!; entry < flow.columnStart[k + 1]!; entry++) {
      active[flow.entryRow[entry]!] = 1;
    }
  }
  return active;
}

/**
 * Depth first over the elimination tree (parent = first row of the column): idle columns, then active ones. The child that
 * can run on in registers comes last, next to its parent; the others smallest subtree first.
 */
function postorder(flow: CompiledFlow, active: Uint8Array): Int32Array {
  const count = active.length;
  const size = new Int32Array(count).fill(1);
  const children: number[][] = Array.from({ length: count }, () => []);
  const roots: number[] = [];
  for (let k = 0; k < count; k++) {
    const first = flow.columnStart[k]!;
    if (first === flow.columnStart[k + 1]!) {
      roots.push(k);
      continue;
    }
    const parent = flow.entryRow[first]!;
    size[parent]! += size[k]!;
    children[parent]!.push(k);
  }
  const rank = (k: number): number => (flow.identityColumn[k] === 1 ? count : 0) + size[k]!;
  const order: number[] = [];
  for (const wanted of [0, 1]) {
    const stack: number[] = [];
    const visit = (from: readonly number[]): void => {
      const own = from.filter((k) => wanted === 0 || active[k] === 1);
      own.sort((a, b) => rank(b) - rank(a) || b - a);
      // Popped from the end: the lowest rank goes first, so the highest ends up next to its parent.
      stack.push(...own);
    };
    visit(roots);
    const opened = new Uint8Array(count);
    while (stack.length > 0) {
      const k = stack[stack.length - 1]!;
      if (opened[k] === 0) {
        opened[k] = 1;
        visit(children[k]!);
        continue;
      }
      stack.pop();
      if (active[k] === wanted) order.push(k);
    }
  }
  return Int32Array.from(order);
}

const gapBlock = new Float64Array(18);

/** Sum of the column's blocks plus identity (over the slots it has), left in `gapBlock`; returns its largest entry. */
function columnGap(flow: CompiledFlow, k: number): number {
  const block = flow.order[k]!;
  let largest = 0;
  for (let at = 0; at < 18; at++) {
    const column = Math.floor(at / 2) % 3;
    const present = flow.problem.present[3 * block + column] === 1;
    let sum = present && at % 2 === 0 && Math.floor(at / 6) === column ? 1 : 0;
    for (let entry = flow.columnStart[k]!; entry < flow.columnStart[k + 1]!; entry++) {
      sum += flow.lower[18 * entry + at]!;
    }
    gapBlock[at] = sum;
    largest = Math.max(largest, Math.abs(sum));
  }
  return largest;
}

function blocksInOne(blocks: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(18 * blocks.length);
  blocks.forEach((block, at) => all.set(block, 18 * at));
  return all;
}
