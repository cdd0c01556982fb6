import type { Building } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { Line, Network } from '../../../src/model/network';

/** The printed rule, written a second time from its text, without the code under test. */
export function ruleKw(buildings: readonly Building[]): number {
  const area = (ring: readonly (readonly [number, number])[]): number =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length]!;
        return sum + x * v - u * y;
      }, 0) / 2,
    );
  const g = (share: number, n: number): number => (n === 0 ? 0 : share + (1 - share) * n ** -0.75);
  let homes = 0;
  const shops = { kw: 0, n: 0 };
  const halls = { kw: 0, n: 0 };
  const warm = { kw: 0, n: 0 };
  for (const b of buildings) {
    const ground = b.footprint.holes.reduce((sum, hole) => sum - area(hole), area(b.footprint.outer));
    const isHome = ['detached', 'terraced', 'apartment'].includes(b.use);
    const own = isHome ? Math.max(1, b.households) : b.households;
    homes += own;
    if (!isHome) {
      const other = ground * (b.households > 0 ? 1 : Math.max(1, b.levels));
      const hall = ['school', 'publicHall', 'warehouse'].includes(b.use);
      const group = hall ? halls : shops;
      group.kw += (hall ? 10 : 26) * other * 1e-3;
      group.n += 1;
    }
    const heat = b.heating === 'directElectric' ? 60 : b.heating === 'airHeatPump' ? 25 : 0;
    const perM2 = Math.max(heat, b.cooling === 'none' ? 0 : 20);
    if (perM2 > 0) {
      warm.kw += perM2 * ground * Math.max(1, b.levels) * 1e-3;
      warm.n += Math.max(1, own);
    }
  }
  return (
    14.5 * homes * g(0.1, homes) +
    shops.kw * g(0.5, shops.n) +
    halls.kw * g(0.6, halls.n) +
    warm.kw * g(0.8, warm.n)
  );
}

export interface Fed {
  /** Line that feeds each bus, from the transformer or the source. */
  readonly feeding: ReadonlyMap<string, Line>;
  /** Buses in order from the root. */
  readonly order: readonly string[];
}

export function linesInService(network: Network): Line[] {
  const open = new Set(network.switches.filter((s) => !s.closed).map((s) => s.lineId));
  return network.lines.filter((line) => !open.has(line.id));
}

/** Walks away from a bus over lines in service; throws when a bus is reached twice. */
export function walk(rootBusId: string, lines: readonly Line[]): Fed {
  const at = new Map<string, Line[]>();
  for (const line of lines) {
    for (const busId of [line.fromBusId, line.toBusId]) at.set(busId, [...(at.get(busId) ?? []), line]);
  }
  const feeding = new Map<string, Line>();
  const order = [rootBusId];
  for (const busId of order) {
    for (const line of at.get(busId) ?? []) {
      if (feeding.get(busId) === line) continue;
      const other = line.fromBusId === busId ? line.toBusId : line.fromBusId;
      if (other === rootBusId || feeding.has(other))
        throw new Error(`Bus ${other} is fed twice, by ${line.id}`);
      feeding.set(other, line);
      order.push(other);
    }
  }
  return { feeding, order };
}

/** Buildings behind every line of one LV network. */
export function buildingsBehind(district: District, fed: Fed): Map<string, Building[]> {
  const behind = new Map<string, Building[]>();
  for (const building of district.buildings) {
    let busId = building.connection!.busId;
    for (let line = fed.feeding.get(busId); line !== undefined; line = fed.feeding.get(busId)) {
      behind.set(line.id, [...(behind.get(line.id) ?? []), building]);
      busId = line.fromBusId === busId ? line.toBusId : line.fromBusId;
    }
  }
  return behind;
}
