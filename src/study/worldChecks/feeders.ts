import { hasBusiness } from '../../model/customers';
import type { District } from '../../model/district';
import type { CompiledRun } from '../compiledRun';
import { EN_50160_LIMITS, type NetworkLimits } from '../network/limits';
import type { WeekExtremes } from './solveWeeks';

/** An LV feeder: what hangs behind one cable that leaves a transformer's busbar. */
export interface LvFeeder {
  readonly id: string;
  readonly transformerRow: number;
  readonly headRow: number;
  /** Main cables; services carry one customer and are left out of ratings. */
  readonly mainRows: readonly number[];
  readonly busRows: readonly number[];
  readonly households: number;
  /** Households, and businesses: one in each building that is no home or holds nobody. */
  readonly customers: number;
  /** Of the head cable, phase currents at nominal voltage. */
  readonly ratedVa: number;
}

/** Feeders most of whose customers are households, as the studies compared with have them. */
export function residentialFeeders({ district, network: compiled }: CompiledRun): LvFeeder[] {
  const { network } = district;
  if (network === null) return [];
  const busRow = new Map(network.buses.map((bus, row) => [bus.id, row]));
  const stationOf = new Map(network.transformers.map(({ toBusId }, row) => [toBusId, row]));
  const voltageOf = new Map(network.buses.map(({ id, nominalVoltageV }) => [id, nominalVoltageV]));
  const typeOf = new Map(network.lineTypes.map((type) => [type.id, type]));
  const customersAt = countCustomers(district);
  const feeders = compiled.feederIds.map((id, feeder): LvFeeder => {
    const headRow = compiled.feederBranch[feeder]!;
    const head = network.lines[headRow]!;
    const type = typeOf.get(head.lineTypeId)!;
    const busbarId = stationOf.has(head.fromBusId) ? head.fromBusId : head.toBusId;
    const rows = network.lines.flatMap((_, row) => (compiled.feederOfBranch[row] === feeder ? [row] : []));
    const ends = rows.flatMap((row) => [network.lines[row]!.fromBusId, network.lines[row]!.toBusId]);
    const busIds = [...new Set(ends)].filter((busId) => busId !== busbarId);
    const counts = busIds.map((busId) => customersAt.get(busId) ?? { households: 0, others: 0 });
    const households = counts.reduce((sum, count) => sum + count.households, 0);
    return {
      ...{ id, headRow, households },
      transformerRow: stationOf.get(busbarId) ?? -1,
      mainRows: rows.filter((row) => network.lines[row]!.role !== 'service'),
      busRows: busIds.map((busId) => busRow.get(busId)!),
      customers: counts.reduce((sum, { others }) => sum + others, households),
      ratedVa: Math.sqrt(3) * voltageOf.get(busbarId)! * type.ratedCurrentA * head.parallel,
    };
  });
  return feeders.filter(({ households, customers }) => 2 * households > customers);
}

function countCustomers({ buildings }: District): Map<string, { households: number; others: number }> {
  const counts = new Map<string, { households: number; others: number }>();
  for (const building of buildings) {
    const { connection, households } = building;
    if (connection === null) continue;
    const count = counts.get(connection.busId) ?? { households: 0, others: 0 };
    count.households += households;
    count.others += hasBusiness(building) ? 1 : 0;
    counts.set(connection.busId, count);
  }
  return counts;
}

/** How far limits are used, 1 = at the limit; what is above 1 is in trouble. */
export interface Usage {
  readonly cable: number;
  readonly under: number;
  readonly over: number;
}

/** Usage of a feeder's main cables and voltages: EN 50160 at every step, ratings as given. */
export function feederUsage(
  { mainRows, busRows }: LvFeeder,
  { loadingMax, vMinPu, vMaxPu }: WeekExtremes,
  limits: NetworkLimits = EN_50160_LIMITS,
): Usage {
  const highest = (rows: readonly number[], of: (row: number) => number) =>
    rows.reduce((most, row) => Math.max(most, of(row)), -Infinity);
  return {
    cable: highest(mainRows, (row) => loadingMax[row]! / limits.loadingMax),
    under: highest(busRows, (row) => (1 - vMinPu[row]!) / (1 - limits.vMinPu)),
    over: highest(busRows, (row) => (vMaxPu[row]! - 1) / (limits.vMaxPu - 1)),
  };
}

export const voltageUsage = ({ under, over }: Usage) => Math.max(under, over);
export const worstUsage = (usage: Usage) => Math.max(usage.cable, voltageUsage(usage));
