import type { Circuit, Terminal } from '../../model/circuit';
import { snapshotLoadW } from './circuitEdits';
import { busesBehindGroup, type FeedTree } from './feedTree';
import type { ConstraintTable, Violation } from './limits';
import { violations } from './limits';
import type { BranchKind, CircuitSolution } from './solver';

/** One branch as a sum of kilowatts sees it: no losses, no reactive power, no phases, no voltages. */
export interface BalanceRow {
  readonly kind: BranchKind;
  readonly id: string;
  /** Load minus generation of everything behind it; negative = feeds back. Parallel branches share by rating. */
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
  const netOf = netByBus(circuit);
  const loadingOf = new Map(solution.branches.map(({ kind, id, loading }) => [`${kind}/${id}`, loading]));
  const ratingOf = ratings(circuit, solution);
  const rows = tree.groups.flatMap((members, group): BalanceRow[] => {
    if (tree.farBus[group]! < 0) return [];
    const netW = busesBehindGroup(tree, group).reduce((sum, busId) => sum + (netOf.get(busId) ?? 0), 0);
    const kinds = members.filter(({ kind }) => kind === 'line' || kind === 'transformer');
    const totalVa = kinds.reduce((sum, { kind, id }) => sum + (ratingOf.get(`${kind}/${id}`) ?? NaN), 0);
    return kinds.map(({ kind, id }) => {
      const key = `${kind}/${id}`;
      const ratingVa = ratingOf.get(key) ?? NaN;
      const share = kinds.length === 1 ? 1 : ratingVa / totalVa;
      return {
        kind: kind as BranchKind,
        id,
        netW: netW * share,
        ratingVa,
        balanceLoading: Math.abs(netW * share) / ratingVa,
        flowLoading: loadingOf.get(key) ?? NaN,
        inLoop: tree.inLoop[group] === 1,
      };
    });
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
