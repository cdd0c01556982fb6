import type { District } from '../../model/district';
import type { Line, Network } from '../../model/network';
import { addDemand, coincidentW, demandOf, NO_DEMAND, type Demand } from './demand';

/** Figures of one LV network: a transformer and all it feeds. */
export interface StationStatistics {
  readonly transformerId: string;
  readonly ratedSVa: number;
  /** Connected buildings. */
  readonly connections: number;
  readonly dwellings: number;
  readonly feeders: number;
  /** Cable length with services; parallel cables of one line count once, as in SimBench. */
  readonly lvLengthM: number;
  readonly lengthPerConnectionM: number;
  readonly farthestM: number;
  /** Coincident peak by the printed rule, in W, and per VA of the transformer. */
  readonly peakW: number;
  readonly peakPerVa: number;
  readonly peakPerDwellingW: number;
  /** More than half of the connections, and of the peak, are dwellings, and there is more than one. */
  readonly residential: boolean;
}

export interface NetworkStatistics {
  readonly stations: readonly StationStatistics[];
  readonly mvLengthM: number;
  readonly mvLengthPerStationM: number;
}

function linesAt(network: Network): Map<string, Line[]> {
  const open = new Set(network.switches.filter((s) => !s.closed).map((s) => s.lineId));
  const at = new Map<string, Line[]>();
  for (const line of network.lines) {
    if (line.role === 'mv' || open.has(line.id)) continue;
    for (const busId of [line.fromBusId, line.toBusId]) {
      const list = at.get(busId);
      if (list === undefined) at.set(busId, [line]);
      else list.push(line);
    }
  }
  return at;
}

interface Walk {
  readonly reachM: Map<string, number>;
  readonly lengthM: number;
  readonly feeders: number;
}

function walkFrom(busbarId: string, at: ReadonlyMap<string, readonly Line[]>): Walk {
  const reachM = new Map([[busbarId, 0]]);
  const queue = [busbarId];
  let lengthM = 0;
  for (let i = 0; i < queue.length; i += 1) {
    const busId = queue[i]!;
    for (const line of at.get(busId) ?? []) {
      const other = line.fromBusId === busId ? line.toBusId : line.fromBusId;
      if (reachM.has(other)) continue;
      reachM.set(other, reachM.get(busId)! + line.lengthM);
      lengthM += line.lengthM;
      queue.push(other);
    }
  }
  return { reachM, lengthM, feeders: (at.get(busbarId) ?? []).length };
}

/** Counts and lengths of every LV network of a district, given or synthesised, and of its MV cables. */
export function networkStatistics(district: District): NetworkStatistics {
  const network = district.network;
  if (network === null) return { stations: [], mvLengthM: 0, mvLengthPerStationM: NaN };
  const at = linesAt(network);
  const ratedVa = new Map(network.transformerTypes.map((type) => [type.id, type.ratedSVa]));
  const stations = network.transformers.map((transformer): StationStatistics => {
    const walk = walkFrom(transformer.toBusId, at);
    const served = district.buildings.filter(
      (b) => b.connection !== null && walk.reachM.has(b.connection.busId),
    );
    const demand = served.map(demandOf).reduce<Demand>(addDemand, NO_DEMAND);
    const homes = served.filter(
      (b) => b.households > 0 || ['detached', 'terraced', 'apartment'].includes(b.use),
    ).length;
    const ratedSVa = ratedVa.get(transformer.transformerTypeId) ?? NaN;
    const peakW = coincidentW(demand);
    const homesW = coincidentW({ ...NO_DEMAND, dwellings: demand.dwellings });
    return {
      transformerId: transformer.id,
      ratedSVa,
      connections: served.length,
      dwellings: demand.dwellings,
      feeders: walk.feeders,
      lvLengthM: walk.lengthM,
      lengthPerConnectionM: walk.lengthM / served.length,
      farthestM: Math.max(0, ...served.map((b) => walk.reachM.get(b.connection!.busId)!)),
      peakW,
      peakPerVa: peakW / ratedSVa,
      peakPerDwellingW: homesW / demand.dwellings,
      residential: served.length > 1 && homes > served.length / 2 && homesW > peakW / 2,
    };
  });
  const mvLengthM = network.lines
    .filter((line) => line.role === 'mv')
    .reduce((sum, line) => sum + line.lengthM, 0);
  return { stations, mvLengthM, mvLengthPerStationM: mvLengthM / stations.length };
}
