import type { Circuit, Terminal } from '../../model/circuit';
import { snapshotLoadW } from './circuitEdits';
import { busesBehindGroup, type FeedTree } from './feedTree';
import type { ConstraintTable, Violation } from './limits';
import { violations } from './limits';
import type { BranchKind, CircuitSolution } from './solver';
import type { TopologyBranch } from './topologyBranches';

/** One line or transformer as a sum of kilowatts sees it: no losses, no reactive power, no phases, no voltages. */
export interface BalanceRow {
  readonly kind: BranchKind;
  readonly id: string;
  /** Load minus generation of everything behind it; negative = feeds back. Parallel elements share by rating, those without one equally. */
  readonly netW: number;
  /** Line: phases times base voltage times rated current; transformer: normal rating. NaN = none. */
  readonly ratingVa: number;
  /** |netW| / ratingVa. */
  readonly balanceLoading: number;
  /** Of the power flow; NaN without a solution. */
  readonly flowLoading: number;
  /** In a loop "behind" follows the shortest way, which the current does not. */
  readonly inLoop: boolean;
}

/** What a sum of kilowatts finds against what the power flow finds. */
export interface BalanceView {
  readonly rows: readonly BalanceRow[];
  /** Branches that the sum calls overloaded. */
  readonly overloadedIds: readonly string[];
  /** Violations of the power flow that the sum calls fine: its overloads, and every voltage and unbalance. */
  readonly missed: readonly Violation[];
  /** Overloads of the sum that the power flow does not confirm. */
  readonly falseAlarmIds: readonly string[];
}

/** `table` holds the power flow's constraints for the same circuit. */
export function balanceView(
  circuit: Circuit,
  tree: FeedTree,
  solution: CircuitSolution,
  table: ConstraintTable,
): BalanceView {
  const loadingOf = new Map(solution.branches.map(({ kind, id, loading }) => [`${kind}/${id}`, loading]));
  const ratingOf = ratings(circuit, solution);
  const rows = carried(tree, netByBus(circuit), ratingOf).map(({ kind, id, netW, inLoop }): BalanceRow => {
    const key = `${kind}/${id}`;
    const ratingVa = ratingOf.get(key) ?? NaN;
    const flowLoading = loadingOf.get(key) ?? NaN;
    return { kind, id, netW, ratingVa, balanceLoading: Math.abs(netW) / ratingVa, flowLoading, inLoop };
  });
  const overloaded = rows.filter((row) => row.balanceLoading > 1);
  const called = new Set(overloaded.map(({ kind, id }) => `${kind}Loading/${id}`));
  const found = violations(table);
  const confirmed = new Set(found.map(({ kind, elementId }) => `${kind}/${elementId}`));
  return {
    rows,
    overloadedIds: overloaded.map((row) => row.id),
    missed: found.filter(({ kind, elementId }) => !called.has(`${kind}/${elementId}`)),
    falseAlarmIds: overloaded
      .filter(({ kind, id }) => !confirmed.has(`${kind}Loading/${id}`))
      .map((row) => row.id),
  };
}

type Carried = Pick<BalanceRow, 'kind' | 'id' | 'inLoop'> & { netW: number };

/** What stands behind each element: one entry for all windings of a transformer, in the order of the groups. */
function carried(
  tree: FeedTree,
  netOf: ReadonlyMap<string, number>,
  ratingOf: ReadonlyMap<string, number>,
): Carried[] {
  const found = new Map<string, Carried>();
  tree.groups.forEach((branches, group) => {
    if (tree.farBus[group]! < 0) return;
    const netW = busesBehindGroup(tree, group).reduce((sum, busId) => sum + (netOf.get(busId) ?? 0), 0);
    const members = elementsOf(branches);
    const shares = sharesByRating(members.map((key) => ratingOf.get(key) ?? NaN));
    const above = tree.groups[tree.feedingGroup[nearBus(tree, group)]!] ?? [];
    const inLoop = tree.inLoop[group] === 1;
    members.forEach((key, k) => {
      const { kind, id } = branches.find((branch) => keyOf(branch) === key)!;
      const entry = found.get(key) ?? { kind: kind as BranchKind, id, netW: 0, inLoop };
      // Fed from another of its windings, which has this one behind it already.
      const isBehindItself = above.some((branch) => keyOf(branch) === key);
      found.set(key, {
        ...entry,
        netW: entry.netW + (isBehindItself ? 0 : netW * shares[k]!),
        inLoop: entry.inLoop || inLoop,
      });
    });
  });
  return [...found.values()];
}

const keyOf = ({ kind, id }: Pick<TopologyBranch, 'kind' | 'id'>): string => `${kind}/${id}`;

/** Lines and transformers of a group, each once however many of its windings lie between the two buses. */
function elementsOf(branches: readonly TopologyBranch[]): string[] {
  const rated = branches.filter(({ kind }) => kind === 'line' || kind === 'transformer');
  return [...new Set(rated.map(keyOf))];
}

function nearBus({ groups, farBus }: FeedTree, group: number): number {
  const { fromBus, toBus } = groups[group]![0]!;
  return farBus[group] === fromBus ? toBus : fromBus;
}

/** Those without a rating take an equal part each; the others share the rest by rating. Sums to 1. */
function sharesByRating(ratingsVa: readonly number[]): number[] {
  const isKnown = (ratingVa: number): boolean => ratingVa > 0 && ratingVa < Infinity;
  const known = ratingsVa.filter(isKnown);
  const totalVa = known.reduce((sum, ratingVa) => sum + ratingVa, 0);
  return ratingsVa.map(
    (ratingVa) => (isKnown(ratingVa) ? (known.length * ratingVa) / totalVa : 1) / ratingsVa.length,
  );
}

function netByBus(circuit: Circuit): Map<string, number> {
  const net = new Map<string, number>();
  const add = ({ busId }: Terminal, pW: number): void => {
    net.set(busId, (net.get(busId) ?? 0) + pW);
  };
  for (const load of circuit.loads) add(load.terminal, snapshotLoadW(circuit, load));
  for (const { terminal, pW, enabled } of circuit.generators) if (enabled) add(terminal, -pW);
  return net;
}

/** Apparent power at nominal voltage and rated current, by `kind/id`. */
function ratings(circuit: Circuit, solution: CircuitSolution): Map<string, number> {
  const baseOf = new Map(solution.nodes.map(({ busId }, row) => [busId, solution.baseVoltageV[row]!]));
  const found = new Map<string, number>();
  for (const { id, from, ratedCurrentA } of circuit.lines) {
    const phases = from.nodes.filter((node) => node >= 1 && node <= 3).length;
    found.set(`line/${id}`, phases * (baseOf.get(from.busId) ?? NaN) * ratedCurrentA);
  }
  for (const { id, normalRatingVa } of circuit.transformers) found.set(`transformer/${id}`, normalRatingVa);
  return found;
}
