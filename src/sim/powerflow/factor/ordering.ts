import type { FlowProblem } from '../problem';

/** Elimination order and the pattern of L, by position (see `CompiledFlow`). */
export interface Pattern {
  readonly order: Int32Array;
  readonly positionOfBlock: Int32Array;
  readonly columnStart: Int32Array;
  readonly entryRow: Int32Array;
  /** Columns below this position have no right-hand side during iterations. */
  readonly firstActive: number;
}

/**
 * Order by topology alone. First the passive blocks (no current ever enters them), as long as that makes no fill: degree
 * two at most. Then the rest by minimum degree, taken from stacks: in a tree that is leaves first along each branch, so a
 * block stands close before its parent. Blocks with a source come last. Ties fall by block number, then by recency.
 */
export function orderBlocks(problem: FlowProblem, passive: Uint8Array): Pattern {
  const graph = new EliminationGraph(problem);
  const source = sourceBlocks(problem);
  const order: number[] = [];
  const columns: Int32Array[] = [];
  const eliminate = (eligible: (block: number) => boolean, largestDegree: number): void => {
    graph.fillStacks(eligible);
    for (;;) {
      const block = graph.next(largestDegree);
      if (block < 0) break;
      order.push(block);
      columns.push(graph.eliminate(block, eligible));
    }
  };
  eliminate((block) => passive[block] === 1 && source[block] === 0, 2);
  const firstActive = order.length;
  eliminate((block) => source[block] === 0, Infinity);
  eliminate(() => true, Infinity);
  return toPattern(problem.blockCount, order, columns, firstActive);
}

function sourceBlocks(problem: FlowProblem): Uint8Array {
  const source = new Uint8Array(problem.blockCount);
  for (let at = 0; at < problem.sourceCurrent.length; at++) {
    if (problem.sourceCurrent[at] !== 0) source[(at / 6) | 0] = 1;
  }
  return source;
}

/** Neighbours of the blocks not yet eliminated, and stacks of them by degree. */
class EliminationGraph {
  private readonly neighbours: Set<number>[];
  private readonly eliminated: Uint8Array;
  private stacks: number[][] = [];

  constructor(problem: FlowProblem) {
    this.neighbours = Array.from({ length: problem.blockCount }, () => new Set<number>());
    this.eliminated = new Uint8Array(problem.blockCount);
    for (let m = 0; m < problem.seriesFrom.length; m++)
      this.join(problem.seriesFrom[m]!, problem.seriesTo[m]!);
    for (let m = 0; m < problem.couplingFrom.length; m++) {
      this.join(problem.couplingFrom[m]!, problem.couplingTo[m]!);
    }
  }

  private join(a: number, b: number): void {
    if (a === b) return;
    this.neighbours[a]!.add(b);
    this.neighbours[b]!.add(a);
  }

  fillStacks(eligible: (block: number) => boolean): void {
    this.stacks = [];
    for (let block = this.neighbours.length - 1; block >= 0; block--) {
      if (this.eliminated[block] === 0 && eligible(block)) this.push(block);
    }
  }

  private push(block: number): void {
    const degree = this.neighbours[block]!.size;
    while (this.stacks.length <= degree) this.stacks.push([]);
    this.stacks[degree]!.push(block);
  }

  /** The block of least degree, latest pushed first; -1 when none up to `largestDegree` is left. Entries may be stale. */
  next(largestDegree: number): number {
    for (let degree = 0; degree < this.stacks.length && degree <= largestDegree; degree++) {
      const stack = this.stacks[degree]!;
      while (stack.length > 0) {
        const block = stack.pop()!;
        if (this.eliminated[block] === 0 && this.neighbours[block]!.size === degree) return block;
      }
    }
    return -1;
  }

  /** Takes a block out, joins its neighbours pairwise and returns them. */
  eliminate(block: number, eligible: (block: number) => boolean): Int32Array {
    const around = Int32Array.from(this.neighbours[block]!);
    this.eliminated[block] = 1;
    this.neighbours[block]!.clear();
    for (const a of around) {
      const set = this.neighbours[a]!;
      set.delete(block);
      for (const b of around) if (b !== a) set.add(b);
    }
    for (const a of around) if (eligible(a)) this.push(a);
    return around;
  }
}

function toPattern(
  blockCount: number,
  order: readonly number[],
  columns: readonly Int32Array[],
  firstActive: number,
): Pattern {
  const positionOfBlock = new Int32Array(blockCount);
  order.forEach((block, position) => (positionOfBlock[block] = position));
  const columnStart = new Int32Array(blockCount + 1);
  columns.forEach((column, k) => (columnStart[k + 1] = columnStart[k]! + column.length));
  const entryRow = new Int32Array(columnStart[blockCount]!);
  columns.forEach((column, k) => {
    const rows = column.map((block) => positionOfBlock[block]!).sort();
    entryRow.set(rows, columnStart[k]!);
  });
  return { order: Int32Array.from(order), positionOfBlock, columnStart, entryRow, firstActive };
}
