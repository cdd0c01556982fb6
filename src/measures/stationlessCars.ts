import type { District } from '../model/district';
import { feedTreeOf } from './network/feedTree';

const MAX_NAMED = 5;

/**
 * Names buildings whose cars should keep to a station's limit and have no station: no transformer is above them, so they charge
 * unmanaged. Null where there are none; a district without a network is never run.
 */
export function stationlessCarsWords({
  buildings,
  network,
}: Pick<District, 'buildings' | 'network'>): string | null {
  const limited = buildings.filter(
    ({ vehicles }) => vehicles !== null && vehicles.count > 0 && vehicles.control === 'stationLimit',
  );
  if (network === null || limited.length === 0) return null;
  const tree = feedTreeOf(network, buildings);
  const isBehindTransformer = new Uint8Array(network.buses.length);
  for (const bus of tree.order) {
    const branch = tree.branches[tree.feeding[bus]!];
    if (branch === undefined) continue;
    isBehindTransformer[bus] = branch.transformer === null ? isBehindTransformer[tree.parentBus[bus]!]! : 1;
  }
  const ids = limited
    .filter(({ connection }) => isBehindTransformer[tree.busRow.get(connection?.busId ?? '') ?? -1] !== 1)
    .map(({ id }) => id);
  if (ids.length === 0) return null;
  const more = ids.length > MAX_NAMED ? ` and ${ids.length - MAX_NAMED} more` : '';
  return `No transformer is above ${ids.slice(0, MAX_NAMED).join(', ')}${more}: there is no station whose limit their cars could keep to, and they charge unmanaged.`;
}
