import type { Circuit, Terminal } from '../../model/circuit';
import { isPhase } from './fedPhases';

/** A closed connection between two buses; a transformer of three windings is two of them. */
export interface TopologyBranch {
  readonly kind: 'line' | 'transformer' | 'reactor' | 'capacitor';
  readonly id: string;
  readonly fromBus: number;
  readonly toBus: number;
  /** Terminals; conductor k of one joins conductor k of the other, except through transformers. */
  readonly from: Terminal;
  readonly to: Terminal;
  /** Along lines; 0 for everything else. */
  readonly lengthM: number;
  /** Bank of a transformer, else ''. */
  readonly bank: string;
}

/** Enabled elements that join two buses; a series capacitor conducts with a step closed. */
export function closedBranches(circuit: Circuit, rowOfBus: ReadonlyMap<string, number>): TopologyBranch[] {
  const branches: TopologyBranch[] = [];
  const add = (kind: TopologyBranch['kind'], id: string, from: Terminal, to: Terminal, more = {}): void => {
    const fromBus = rowOfBus.get(from.busId);
    const toBus = rowOfBus.get(to.busId);
    if (fromBus === undefined || toBus === undefined || fromBus === toBus) return;
    // A shunt's return may be written at any bus as long as it is earth.
    if (!from.nodes.some(isNode) || !to.nodes.some(isNode)) return;
    branches.push({ kind, id, fromBus, toBus, from, to, lengthM: 0, bank: '', ...more });
  };
  for (const line of circuit.lines) {
    if (line.enabled && !line.open) add('line', line.id, line.from, line.to, { lengthM: line.lengthM });
  }
  for (const { id, bank, enabled, windings } of circuit.transformers) {
    const [first, ...others] = windings;
    if (!enabled || first === undefined) continue;
    for (const other of others) add('transformer', id, first.terminal, other.terminal, { bank });
  }
  for (const { id, terminal, returnTerminal, enabled } of circuit.reactors) {
    if (enabled) add('reactor', id, terminal, returnTerminal);
  }
  for (const { id, terminal, returnTerminal, steps, enabled } of circuit.capacitors) {
    if (enabled && steps.some((step) => step.closed)) add('capacitor', id, terminal, returnTerminal);
  }
  return branches;
}

const isNode = (node: number): boolean => node > 0;

/** Branches between the same two buses, in the order of their first. */
export function parallelGroups(branches: readonly TopologyBranch[]): TopologyBranch[][] {
  const groups = new Map<string, TopologyBranch[]>();
  for (const branch of branches) {
    const [low, high] = [Math.min(branch.fromBus, branch.toBus), Math.max(branch.fromBus, branch.toBus)];
    const key = `${low}/${high}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [branch]);
    else group.push(branch);
  }
  return [...groups.values()];
}

/** How many links a group counts as: windings of one transformer, members of one bank, or of different phases, are one. */
export function linksOf(group: readonly TopologyBranch[]): number {
  const banks = new Set<string>();
  const counted = new Set<string>();
  const taken = new Set<number>();
  let links = 0;
  for (const { kind, id, bank, from } of group) {
    if (counted.has(`${kind}/${id}`)) continue;
    counted.add(`${kind}/${id}`);
    const phases = from.nodes.filter(isPhase);
    const sameBank = bank !== '' && banks.has(bank);
    const disjoint = phases.every((phase) => !taken.has(phase));
    if (links === 0 || (!sameBank && !disjoint)) links += 1;
    banks.add(bank);
    for (const phase of phases) taken.add(phase);
  }
  return links;
}
