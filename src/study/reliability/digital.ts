import type { District } from '../../model/district';
import { customersOf } from '../../model/customers';
import { isWatched, type Network } from '../../model/network';
import { supplyOf } from '../../scenario/selectors/supply';

/** How much of metering and of the network reports by itself. */
export interface DigitalCoverage {
  /** One a customer: each household, and the business of a building that is no home. */
  readonly meters: number;
  readonly smartMeters: number;
  readonly lengthM: number;
  readonly monitoredLengthM: number;
  /** Lines with a switch, and those whose switches the control room operates. */
  readonly switchedLines: number;
  readonly remoteLines: number;
  readonly stations: number;
  readonly monitoredStations: number;
}

/**
 * Counts of a district. A line is monitored where a monitored station feeds it, or where it ends at the MV side of one: the
 * station measures what leaves it and what passes.
 */
export function digitalCoverage({
  buildings,
  network,
}: Pick<District, 'buildings' | 'network'>): DigitalCoverage {
  const meters = sum(buildings.map(customersOf));
  const smartMeters = sum(buildings.filter(({ smartMeter }) => smartMeter === true).map(customersOf));
  return { meters, smartMeters, ...(network === null ? NO_NETWORK : networkCoverage(network)) };
}

const NO_NETWORK = {
  ...{ lengthM: 0, monitoredLengthM: 0, switchedLines: 0, remoteLines: 0 },
  ...{ stations: 0, monitoredStations: 0 },
};

const sum = (values: readonly number[]): number => values.reduce((total, each) => total + each, 0);

function networkCoverage(network: Network): Omit<DigitalCoverage, 'meters' | 'smartMeters'> {
  const { lines, switches, transformers } = network;
  const { busRow, transformerOfBus } = supplyOf(network);
  const watched = transformers.map(isWatched);
  const watchedBuses = new Set(transformers.filter(isWatched).map(({ fromBusId }) => fromBusId));
  const isFedByWatched = (busId: string): boolean =>
    watched[transformerOfBus[busRow.get(busId) ?? -1] ?? -1] === true;
  const isMonitored = (busId: string): boolean => watchedBuses.has(busId) || isFedByWatched(busId);
  const monitored = lines.filter(({ fromBusId, toBusId }) => isMonitored(fromBusId) || isMonitored(toBusId));
  const lineIds = (rows: Network['switches']): number => new Set(rows.map(({ lineId }) => lineId)).size;
  return {
    lengthM: sum(lines.map(({ lengthM }) => lengthM)),
    monitoredLengthM: sum(monitored.map(({ lengthM }) => lengthM)),
    switchedLines: lineIds(switches),
    remoteLines: lineIds(switches.filter(({ remote }) => remote === true)),
    stations: transformers.length,
    monitoredStations: watched.filter(Boolean).length,
  };
}
