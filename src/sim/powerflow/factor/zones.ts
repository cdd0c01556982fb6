import type { FlowProblem } from '../problem';

/** [block] -> number of its zone: what series branches connect. Windings (couplings) lie between zones. */
export function seriesZones(problem: FlowProblem): Int32Array {
  const parent = Int32Array.from({ length: problem.blockCount }, (_, block) => block);
  const find = (block: number): number => {
    let at = block;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  for (let m = 0; m < problem.seriesFrom.length; m++) {
    const a = find(problem.seriesFrom[m]!);
    const b = find(problem.seriesTo[m]!);
    parent[Math.max(a, b)] = Math.min(a, b);
  }
  return parent.map((_, block) => find(block));
}
