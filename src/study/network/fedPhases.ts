import type { Circuit, CircuitTransformer } from '../../model/circuit';
import { windingEnds } from '../../sim/powerflow/elements/transformerAdmittance';
import type { TopologyBranch } from './topologyBranches';

export const isPhase = (node: number): boolean => node >= 1 && node <= 3;

/**
 * Phases that a source supplies with a voltage of their own: "has a path to a source" spread over conductors and live limbs
 * until nothing changes. The power flow's `NodeTable.fed` is wider: whatever hangs on a source by any winding has a potential
 * and is solved. The two differ behind a transformer that lacks a phase only: the power flow gives its dead limbs the
 * fraction of a volt that is there, and here they have no supply.
 */
export function fedPhasesOf(
  circuit: Circuit,
  rowOfBus: ReadonlyMap<string, number>,
  branches: readonly TopologyBranch[],
): Set<number>[] {
  const fed = circuit.buses.map(() => new Set<number>());
  const atBus: (() => void)[][] = circuit.buses.map(() => []);
  const queue: number[] = [];
  const feed = (bus: number | undefined, node: number): void => {
    if (bus === undefined || !isPhase(node) || fed[bus]!.has(node)) return;
    fed[bus]!.add(node);
    queue.push(bus);
  };
  for (const { kind, fromBus, toBus, from, to } of branches) {
    if (kind === 'transformer') continue;
    const spread = (): void => {
      from.nodes.forEach((node, k) => {
        const other = to.nodes[k] ?? 0;
        if (fed[fromBus]!.has(node)) feed(toBus, other);
        if (fed[toBus]!.has(other)) feed(fromBus, node);
      });
    };
    atBus[fromBus]!.push(spread);
    atBus[toBus]!.push(spread);
  }
  for (const transformer of circuit.transformers) {
    if (!transformer.enabled) continue;
    const spread = (): void => spreadWindings(transformer, rowOfBus, fed, feed);
    for (const winding of transformer.windings)
      atBus[rowOfBus.get(winding.terminal.busId) ?? -1]?.push(spread);
  }
  for (const { terminal, enabled } of circuit.sources) {
    if (enabled) for (const node of terminal.nodes) feed(rowOfBus.get(terminal.busId), node);
  }
  for (let head = 0; head < queue.length; head += 1) for (const spread of atBus[queue[head]!]!) spread();
  return fed;
}

/** A coil is alive when all phases it stands on are; then so are the coils on the same limb. */
function spreadWindings(
  transformer: CircuitTransformer,
  rowOfBus: ReadonlyMap<string, number>,
  fed: readonly ReadonlySet<number>[],
  feed: (bus: number | undefined, node: number) => void,
): void {
  const nodes = transformer.windings.flatMap((winding) => winding.terminal.nodes);
  for (let limb = 0; limb < transformer.phases; limb += 1) {
    const coils = transformer.windings.map(({ terminal }, row) => {
      const { plus, minus } = windingEnds(transformer, row, limb);
      return {
        bus: rowOfBus.get(terminal.busId),
        ends: [nodes[plus] ?? 0, nodes[minus] ?? 0].filter(isPhase),
      };
    });
    const alive = coils.some(({ bus, ends }) => {
      const live = bus === undefined ? undefined : fed[bus];
      return live !== undefined && ends.length > 0 && ends.every((phase) => live.has(phase));
    });
    if (alive) for (const { bus, ends } of coils) for (const node of ends) feed(bus, node);
  }
}
