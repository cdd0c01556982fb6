import type { Adjacency } from './routes';

/** Result of a search from one or more sources; rows are vertices. */
export interface ShortestPaths {
  readonly distanceM: Float64Array;
  /** Vertex before this one on the way from the source; -1 at a source or where nothing leads. */
  readonly before: Int32Array;
  /** Position in the list of sources; -1 where nothing leads. */
  readonly owner: Int32Array;
  /** Vertices in order of distance. */
  readonly order: Int32Array;
}

/** A binary heap of (key, row), smallest key first, ties by row so that the order never depends on insertion. */
class Heap {
  private readonly keys: number[] = [];
  private readonly rows: number[] = [];

  get size(): number {
    return this.keys.length;
  }

  private before(i: number, j: number): boolean {
    return this.keys[i]! < this.keys[j]! || (this.keys[i] === this.keys[j] && this.rows[i]! < this.rows[j]!);
  }

  private swap(i: number, j: number): void {
    [this.keys[i], this.keys[j]] = [this.keys[j]!, this.keys[i]!];
    [this.rows[i], this.rows[j]] = [this.rows[j]!, this.rows[i]!];
  }

  push(key: number, row: number): void {
    this.keys.push(key);
    this.rows.push(row);
    let i = this.keys.length - 1;
    while (i > 0) {
      const up = (i - 1) >> 1;
      if (!this.before(i, up)) break;
      this.swap(i, up);
      i = up;
    }
  }

  pop(): number {
    const top = this.rows[0]!;
    this.swap(0, this.keys.length - 1);
    this.keys.pop();
    this.rows.pop();
    let i = 0;
    for (;;) {
      let least = i;
      for (const child of [2 * i + 1, 2 * i + 2]) {
        if (child < this.keys.length && this.before(child, least)) least = child;
      }
      if (least === i) return top;
      this.swap(i, least);
      i = least;
    }
  }
}

/**
 * Dijkstra from several sources, each with a starting distance. With starting distances above zero it cuts the routes
 * into additively weighted Voronoi cells, in which every shortest path stays inside its own cell.
 */
export function shortestPaths(
  adjacency: Adjacency,
  sources: readonly number[],
  startM?: readonly number[],
): ShortestPaths {
  const count = adjacency.start.length - 1;
  const distanceM = new Float64Array(count).fill(Infinity);
  const before = new Int32Array(count).fill(-1);
  const owner = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  const order: number[] = [];
  const heap = new Heap();
  sources.forEach((source, i) => {
    const key = startM?.[i] ?? 0;
    if (key >= distanceM[source]!) return;
    distanceM[source] = key;
    owner[source] = i;
    heap.push(key, source);
  });
  while (heap.size > 0) {
    const v = heap.pop();
    if (done[v] === 1) continue;
    done[v] = 1;
    order.push(v);
    for (let row = adjacency.start[v]!; row < adjacency.start[v + 1]!; row += 1) {
      const other = adjacency.other[row]!;
      const viaM = distanceM[v]! + adjacency.lengthM[row]!;
      if (viaM >= distanceM[other]!) continue;
      distanceM[other] = viaM;
      before[other] = v;
      owner[other] = owner[v]!;
      heap.push(viaM, other);
    }
  }
  return { distanceM, before, owner, order: Int32Array.from(order) };
}

/** Vertices from the source to `to`, both included. */
export function pathTo(paths: ShortestPaths, to: number): number[] {
  const path: number[] = [];
  for (let v = to; v >= 0; v = paths.before[v]!) path.push(v);
  return path.reverse();
}
