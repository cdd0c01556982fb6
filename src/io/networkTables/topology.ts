import type { Circuit } from '../../model/circuit';
import type { DanglingLine, Island } from './report';

interface Edge {
  readonly id: string;
  readonly a: string;
  readonly b: string;
}

export interface Topology {
  readonly dangling: readonly DanglingLine[];
  readonly islands: readonly Island[];
  readonly loops: readonly (readonly string[])[];
}

/** More loops than this are not spelled out. */
const MOST_LOOPS = 1000;

/** Ends without company, parts without a source, and one closed way per branch that closes one. */
export function findTopology(circuit: Circuit): Topology {
  const edges = closedEdges(circuit);
  const around = new Map<string, Edge[]>(circuit.buses.map((bus) => [bus.id, []]));
  for (const edge of edges) {
    around.get(edge.a)?.push(edge);
    if (edge.b !== edge.a) around.get(edge.b)?.push(edge);
  }
  const tree = spanningForest(circuit, around);
  return {
    dangling: danglingLines(circuit, around),
    islands: islandsOf(circuit, tree),
    loops: loopsOf(edges, tree),
  };
}

function closedEdges(circuit: Circuit): Edge[] {
  const out: Edge[] = [];
  for (const line of circuit.lines) {
    if (line.enabled && !line.open) out.push({ id: line.id, a: line.from.busId, b: line.to.busId });
  }
  for (const transformer of circuit.transformers) {
    const [first, ...others] = transformer.windings;
    if (!first || !transformer.enabled) continue;
    for (const other of others) {
      out.push({ id: transformer.id, a: first.terminal.busId, b: other.terminal.busId });
    }
  }
  return out;
}

interface Forest {
  readonly parent: ReadonlyMap<string, Edge>;
  readonly depth: ReadonlyMap<string, number>;
  readonly root: ReadonlyMap<string, string>;
  readonly inTree: ReadonlySet<Edge>;
}

/** Breadth first, from the sources on. */
function spanningForest(circuit: Circuit, around: ReadonlyMap<string, readonly Edge[]>): Forest {
  const parent = new Map<string, Edge>();
  const depth = new Map<string, number>();
  const root = new Map<string, string>();
  const inTree = new Set<Edge>();
  const starts = [...circuit.sources.filter((one) => one.enabled).map((one) => one.terminal.busId)];
  for (const start of [...starts, ...circuit.buses.map((bus) => bus.id)]) {
    if (root.has(start)) continue;
    root.set(start, start);
    depth.set(start, 0);
    const queue = [start];
    for (let head = 0; head < queue.length; head++) {
      const bus = queue[head]!;
      for (const edge of around.get(bus) ?? []) {
        const next = edge.a === bus ? edge.b : edge.a;
        if (root.has(next)) continue;
        root.set(next, start);
        parent.set(next, edge);
        depth.set(next, depth.get(bus)! + 1);
        inTree.add(edge);
        queue.push(next);
      }
    }
  }
  return { parent, depth, root, inTree };
}

function islandsOf(circuit: Circuit, forest: Forest): Island[] {
  const live = new Set(
    circuit.sources.filter((one) => one.enabled).map((one) => forest.root.get(one.terminal.busId)),
  );
  const dead = new Map<string, { busIds: string[]; loadIds: string[]; loadW: number }>();
  for (const bus of circuit.buses) {
    const root = forest.root.get(bus.id)!;
    if (live.has(root)) continue;
    const island = dead.get(root) ?? { busIds: [], loadIds: [], loadW: 0 };
    island.busIds.push(bus.id);
    dead.set(root, island);
  }
  for (const load of circuit.loads) {
    const island = dead.get(forest.root.get(load.terminal.busId) ?? '');
    if (!island || !load.enabled) continue;
    island.loadIds.push(load.id);
    island.loadW += load.pW;
  }
  return [...dead.values()];
}

function danglingLines(circuit: Circuit, around: ReadonlyMap<string, readonly Edge[]>): DanglingLine[] {
  const used = new Set<string>();
  for (const one of [...circuit.sources, ...circuit.loads, ...circuit.generators])
    used.add(one.terminal.busId);
  // An open switch is a purpose, too.
  for (const line of circuit.lines) {
    if (line.open) for (const end of [line.from, line.to]) used.add(end.busId);
  }
  return circuit.lines.flatMap((line) => {
    if (!line.enabled || line.isSwitch) return [];
    return [line.from.busId, line.to.busId]
      .filter((busId) => !used.has(busId) && (around.get(busId)?.length ?? 0) === 1)
      .map((busId) => ({ lineId: line.id, busId }));
  });
}

function loopsOf(edges: readonly Edge[], forest: Forest): string[][] {
  const out: string[][] = [];
  for (const edge of edges) {
    if (forest.inTree.has(edge) || out.length >= MOST_LOOPS) continue;
    out.push(edge.a === edge.b ? [edge.id] : [edge.id, ...wayBetween(edge.b, edge.a, forest)]);
  }
  return out;
}

/** Branches of the tree from one bus up to the common ancestor and down to the other. */
function wayBetween(from: string, to: string, forest: Forest): string[] {
  const up: string[] = [];
  const down: string[] = [];
  let [a, b] = [from, to];
  while (a !== b) {
    const lower = forest.depth.get(a)! >= forest.depth.get(b)! ? a : b;
    const edge = forest.parent.get(lower)!;
    const above = edge.a === lower ? edge.b : edge.a;
    if (lower === a) {
      up.push(edge.id);
      a = above;
    } else {
      down.unshift(edge.id);
      b = above;
    }
  }
  return [...up, ...down];
}
