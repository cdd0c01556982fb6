import type { CompiledFlow } from '../flow';
import type { FlowProblem } from '../problem';
import { compileLaws } from './injectionLaw';

/**
 * What the scalar solver reads in its loops, all in elimination order ("node" here: 3 * position + slot). Made once per
 * flow. Constant-power rows to earth without limits, by far the most, are summed per node; all others stay rows.
 */
export interface SolverTables {
  readonly blockCount: number;
  readonly firstActive: number;
  readonly columnStart: Int32Array;
  readonly entryRow: Int32Array;
  readonly lower: Float64Array;
  readonly identityColumn: Uint8Array;
  /** [position][12]: D^-1 as 11, 12, 13, 22, 23, 33, each re, im. */
  readonly pivot: Float64Array;
  /** [position][3][re, im]: E; 1 at absent slots, where nothing flows but a division is made. */
  readonly noLoad: Float64Array;
  readonly shuntPosition: Int32Array;
  readonly shunt: Float64Array;
  /** Positions with summed rows, and per node of those the rows: [start[m], start[m + 1]) of `summedRow`, m = 3 * index + slot. */
  readonly summedPosition: Int32Array;
  readonly summedStart: Int32Array;
  readonly summedRow: Int32Array;
  /** The other rows, with nodes by position and -1 = earth. */
  readonly row: Int32Array;
  readonly rowPlus: Int32Array;
  readonly rowMinus: Int32Array;
  readonly laws: Float64Array;
}

/** Places of 11, 12, 13, 22, 23, 33 in a block. */
const UPPER = Int32Array.of(0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 16, 17);

export function solverTables(flow: CompiledFlow): SolverTables {
  const { positionOfBlock, order } = flow;
  const { problem, noLoadVoltage } = flow.referred;
  const n = problem.blockCount;
  const noLoad = new Float64Array(6 * n);
  const pivot = new Float64Array(12 * n);
  for (let k = 0; k < n; k++) {
    const block = order[k]!;
    for (let slot = 0; slot < 3; slot++) {
      const present = problem.present[3 * block + slot] === 1;
      noLoad[6 * k + 2 * slot] = present ? noLoadVoltage[6 * block + 2 * slot]! : 1;
      noLoad[6 * k + 2 * slot + 1] = present ? noLoadVoltage[6 * block + 2 * slot + 1]! : 0;
    }
    for (let m = 0; m < 12; m++) pivot[12 * k + m] = flow.inverseDiagonal[18 * k + UPPER[m]!]!;
  }
  const nodeAt = (node: number): number => {
    const block = (node / 3) | 0;
    return node < 0 ? -1 : 3 * positionOfBlock[block]! + node - 3 * block;
  };
  const { plus, minus, count } = problem.injections;
  const rows = Array.from({ length: count }, (_, row) => row);
  const others = rows.filter((row) => !isSummed(problem, row));
  return {
    ...summedRows(
      n,
      rows.filter((row) => isSummed(problem, row)),
      (row) => nodeAt(plus[row]!),
    ),
    blockCount: n,
    firstActive: flow.firstActive,
    columnStart: flow.columnStart,
    entryRow: flow.entryRow,
    lower: flow.lower,
    identityColumn: flow.identityColumn,
    pivot,
    noLoad,
    shuntPosition: flow.shuntPosition,
    shunt: flow.shunt,
    row: Int32Array.from(others),
    rowPlus: Int32Array.from(others, (row) => nodeAt(plus[row]!)),
    rowMinus: Int32Array.from(others, (row) => nodeAt(minus[row]!)),
    laws: compileLaws(problem.injections),
  };
}

/** Constant power, one node against earth, no limits. */
function isSummed(problem: FlowProblem, row: number): boolean {
  const { plus, minus, zip, limits, exponents, cutOffPu } = problem.injections;
  if (plus[row]! < 0 || minus[row]! >= 0) return false;
  for (let m = 0; m < 6; m++) if (zip[6 * row + m] !== (m % 3 === 2 ? 1 : 0)) return false;
  if (limits[3 * row]! > 0 || limits[3 * row + 1]! < Infinity || limits[3 * row + 2]! > 0) return false;
  const powered = exponents && (exponents[2 * row]! >= 0 || exponents[2 * row + 1]! >= 0);
  return !powered && !((cutOffPu?.[row] ?? 0) > 0);
}

function summedRows(
  blockCount: number,
  rows: readonly number[],
  nodeOf: (row: number) => number,
): Pick<SolverTables, 'summedPosition' | 'summedStart' | 'summedRow'> {
  const byNode = new Map<number, number[]>();
  for (const row of rows) {
    const node = nodeOf(row);
    const list = byNode.get(node);
    if (list) list.push(row);
    else byNode.set(node, [row]);
  }
  const positions: number[] = [];
  const start = [0];
  const summedRow: number[] = [];
  for (let k = 0; k < blockCount; k++) {
    if (!byNode.has(3 * k) && !byNode.has(3 * k + 1) && !byNode.has(3 * k + 2)) continue;
    positions.push(k);
    for (let slot = 0; slot < 3; slot++) {
      summedRow.push(...(byNode.get(3 * k + slot) ?? []));
      start.push(summedRow.length);
    }
  }
  return {
    summedPosition: Int32Array.from(positions),
    summedStart: Int32Array.from(start),
    summedRow: Int32Array.from(summedRow),
  };
}
