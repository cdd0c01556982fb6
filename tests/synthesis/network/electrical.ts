import type { Building } from '../../../src/model/building';
import type { District } from '../../../src/model/district';
import type { Line, Network } from '../../../src/model/network';

const area = (ring: readonly (readonly [number, number])[]): number =>
  Math.abs(
    ring.reduce((sum, [x, y], i) => {
      const [u, v] = ring[(i + 1) % ring.length]!;
      return sum + x * v - u * y;
    }, 0) / 2,
  );

/** Installed kW and customers of one building by class: dwellings, shops and offices, public, electric heat. */
function classesOf(b: Building): readonly (readonly [kw: number, n: number])[] {
  const ground = b.footprint.holes.reduce((sum, hole) => sum - area(hole), area(b.footprint.outer));
  const isHome = ['detached', 'terraced', 'apartment'].includes(b.use);
  const homes = isHome ? Math.max(1, b.households) : b.households;
  const other = isHome ? 0 : ground * (b.households > 0 ? 1 : Math.max(1, b.levels));
  const hall = ['school', 'publicHall', 'warehouse'].includes(b.use);
  const heat = b.heating === 'directElectric' ? 40 : b.heating === 'airHeatPump' ? 25 : 0;
  const perM2 = Math.max(heat, b.cooling === 'none' ? 0 : isHome ? 20 : 8);
  return [
    [14.5 * homes, homes],
    hall ? [0, 0] : [0.026 * other, other > 0 ? 1 : 0],
    hall ? [0.01 * other, other > 0 ? 1 : 0] : [0, 0],
    [(perM2 * ground * Math.max(1, b.levels)) / 1000, perM2 > 0 ? Math.max(1, homes) : 0],
  ];
}

const G = [0.1, 0.5, 0.6, 0.8];

/** The printed rule, written a second time from its text, without the code under test: each building's share in kW. */
export function ruleSharesKw(buildings: readonly Building[]): number[] {
  const classes = buildings.map(classesOf);
  const factor = G.map((g, c) => {
    const n = classes.reduce((sum, own) => sum + own[c]![1], 0);
    return n === 0 ? 0 : g + (1 - g) * n ** -0.75;
  });
  return classes.map((own) => own.reduce((sum, [kw], c) => sum + kw * factor[c]!, 0));
}

/** The load, or 0.85 of the panels' power where that is more. */
export function ruleKw(buildings: readonly Building[]): number {
  const panelsKw = buildings.reduce((sum, b) => sum + (b.photovoltaics?.peakW ?? 0) / 1000, 0);
  const loadKw = ruleSharesKw(buildings).reduce((sum, kw) => sum + kw, 0);
  return Math.max(loadKw, 0.85 * panelsKw);
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
