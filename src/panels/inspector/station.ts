import type { Building } from '../../model/building';
import type { District } from '../../model/district';

const stations = new WeakMap<object, ReadonlyMap<string, string>>();

/** The transformer a building hangs on: what its bus reaches over closed LV lines. Null without one. */
export function stationOf(district: District, building: Building): string | null {
  const { network } = district;
  if (network === null || building.connection === null) return null;
  let byBus = stations.get(network);
  if (byBus === undefined) {
    byBus = stationsByBus(network);
    stations.set(network, byBus);
  }
  return byBus.get(building.connection.busId) ?? null;
}

function stationsByBus({
  lines,
  transformers,
  switches,
}: NonNullable<District['network']>): Map<string, string> {
  const open = new Set(switches.filter(({ closed }) => !closed).map(({ lineId }) => lineId));
  const neighbours = new Map<string, string[]>();
  const join = (a: string, b: string) => neighbours.set(a, [...(neighbours.get(a) ?? []), b]);
  for (const { id, role, fromBusId, toBusId } of lines) {
    if (role === 'mv' || open.has(id)) continue;
    join(fromBusId, toBusId);
    join(toBusId, fromBusId);
  }
  const found = new Map<string, string>();
  for (const { id, toBusId } of transformers) {
    const reached = [toBusId];
    while (reached.length > 0) {
      const bus = reached.pop()!;
      if (found.has(bus)) continue;
      found.set(bus, id);
      reached.push(...(neighbours.get(bus) ?? []));
    }
  }
  return found;
}
