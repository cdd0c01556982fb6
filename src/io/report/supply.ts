import type { Network } from '../../model/network';

/**
 * The transformer that feeds each low-voltage bus: from its busbar along closed lines. A bus that two of them reach belongs to
 * the first in the network's order.
 */
export function suppliedBy(network: Network | null): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (network === null) return found;
  const open = new Set(network.switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId));
  const neighbours = new Map<string, string[]>();
  const join = (from: string, to: string) => neighbours.set(from, [...(neighbours.get(from) ?? []), to]);
  for (const { id, fromBusId, toBusId } of network.lines) {
    if (open.has(id)) continue;
    join(fromBusId, toBusId);
    join(toBusId, fromBusId);
  }
  for (const { id, toBusId } of network.transformers) {
    const waiting = [toBusId];
    for (let bus = waiting.pop(); bus !== undefined; bus = waiting.pop()) {
      if (found.has(bus)) continue;
      found.set(bus, id);
      waiting.push(...(neighbours.get(bus) ?? []));
    }
  }
  return found;
}
